package render

import "math"

// Dash cuts a polyline into dashes of length dash[0] with gaps of dash[1]
// between them, beginning phase into the pattern, and yields each as a polyline
// that is valid until the next. All lengths are in the unit of the points. buf
// is memory to work in and is returned. A pattern without length yields the
// line whole; one that would be finer than a sixteenth of a unit does too, for
// nobody could see it.
func Dash(line []Point, dash [2]float32, phase float32, buf []Point, yield func([]Point)) []Point {
	period := dash[0] + dash[1]
	if !(dash[0] > 0 && dash[1] > 0 && period > 1.0/16) || len(line) < 2 {
		yield(line)
		return buf
	}
	at := float32(math.Mod(float64(phase), float64(period)))
	if at < 0 {
		at += period
	}
	on := at < dash[0]
	left := period - at // until the pattern changes next
	if on {
		left = dash[0] - at
	}
	buf = buf[:0]
	if on {
		buf = append(buf, line[0])
	}
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		length := hypot(b.X-a.X, b.Y-a.Y)
		done := float32(0)
		for length-done > left {
			done += left
			p := between(a, b, done/length)
			if len(buf) == 0 || buf[len(buf)-1] != p {
				buf = append(buf, p)
			}
			if on {
				yield(buf)
				left = dash[1]
				buf = buf[:0]
			} else {
				left = dash[0]
			}
			on = !on
		}
		left -= length - done
		if on {
			buf = append(buf, b)
		}
	}
	if on && len(buf) > 1 {
		yield(buf)
	}
	return buf[:0]
}

func hypot(x, y float32) float32 {
	return float32(math.Sqrt(float64(x)*float64(x) + float64(y)*float64(y)))
}
