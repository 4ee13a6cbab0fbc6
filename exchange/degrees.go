package exchange

import (
	"errors"
	"math"
	"strconv"
	"strings"
)

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
