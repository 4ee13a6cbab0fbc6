package exchange

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/paulmach/orb"
)

// coordinates reads a latitude and a longitude, or says what is wrong.
func coordinates(lat, lon string) (at orb.Point, why string) {
	y, errY := degrees(lat)
	x, errX := degrees(lon)
	switch {
	case errY != nil || errX != nil:
		return at, quote(lat+", "+lon) + " is no pair of latitude and longitude"
	case math.Abs(y) > 90 && math.Abs(x) <= 90:
		return at, fmt.Sprintf("%s, %s is off the globe (are latitude and longitude swapped?)", lat, lon)
	case math.Abs(y) > 90 || math.Abs(x) > 180:
		return at, fmt.Sprintf("%s, %s is off the globe", lat, lon)
	}
	return orb.Point{x, y}, ""
}

// degrees reads an angle: "51.5", "51.5°", "51.5 N", "−0.1276", "0,1276".
func degrees(s string) (float64, error) {
	s = strings.ReplaceAll(strings.TrimSpace(s), "−", "-")
	s = strings.TrimSpace(strings.ReplaceAll(s, "°", ""))
	sign := 1.0
	if n := len(s); n > 1 {
		switch s[n-1] {
		case 'S', 's', 'W', 'w':
			sign = -1
			fallthrough
		case 'N', 'n', 'E', 'e':
			s = strings.TrimSpace(s[:n-1])
		}
	}
	if strings.Count(s, ",") == 1 && !strings.Contains(s, ".") {
		s = strings.Replace(s, ",", ".", 1)
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		return 0, errors.New("no angle")
	}
	if v == 0 {
		return 0, nil
	}
	return sign * v, nil
}
