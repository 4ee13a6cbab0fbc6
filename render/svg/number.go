package svg

import (
	"math"
	"strconv"
	"strings"
)

// grid is a length in grid units.
func (p *writer) grid(v float32) int { return int(math.Round(float64(v / p.unit))) }

// on is a length to the nearest grid unit.
func (p *writer) on(v float32) string { return strconv.Itoa(p.grid(v)) }

// fine is a length in grid units with a decimal, for widths.
func (p *writer) fine(v float32) string { return number(v/p.unit, 1) }

// number writes a number with at most so many decimals, and none that are zero.
func number(v float32, decimals int) string {
	s := strconv.FormatFloat(float64(v), 'f', decimals, 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	if s == "-0" || s == "" {
		return "0"
	}
	if rest, ok := strings.CutPrefix(s, "0."); ok {
		return "." + rest
	}
	if rest, ok := strings.CutPrefix(s, "-0."); ok {
		return "-." + rest
	}
	return s
}

// A path writes path data with relative commands on a grid of whole numbers,
// without a space too many.
type path struct {
	text []byte
	x, y int  // where the pen is
	verb byte // the last command, which need not be repeated
}

func (d *path) move(x, y int) {
	d.verb = 0
	d.command('m', x-d.x, y-d.y)
	d.verb = 'l' // what follows a move without a command is a line
	d.x, d.y = x, y
}

// line draws a line, if it leads anywhere on the grid. One command for all
// lines compresses to less than three.
func (d *path) line(x, y int) {
	if x == d.x && y == d.y {
		return
	}
	d.command('l', x-d.x, y-d.y)
	d.x, d.y = x, y
}

// stem draws a line of a letter, of which many are level or upright.
func (d *path) stem(x, y int) {
	switch {
	case x == d.x && y == d.y:
		return
	case y == d.y:
		d.command('h', x-d.x)
	case x == d.x:
		d.command('v', y-d.y)
	default:
		d.command('l', x-d.x, y-d.y)
	}
	d.x, d.y = x, y
}

func (d *path) curve(cx, cy, x, y int) {
	d.command('q', cx-d.x, cy-d.y, x-d.x, y-d.y)
	d.x, d.y = x, y
}

// close ends a contour that began at (x, y).
func (d *path) close(x, y int) {
	d.text = append(d.text, 'z')
	d.verb, d.x, d.y = 'z', x, y
}

func (d *path) command(verb byte, values ...int) {
	fresh := verb != d.verb
	if fresh {
		d.text = append(d.text, verb)
		d.verb = verb
	}
	for _, v := range values {
		if !fresh && v >= 0 {
			d.text = append(d.text, ' ')
		}
		d.text = strconv.AppendInt(d.text, int64(v), 10)
		fresh = false
	}
}
