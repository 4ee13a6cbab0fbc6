package player

import (
	"strconv"
	"strings"

	"dateline/story"
)

// number writes a number with the signs of the language, rounding nothing.
func (l *language) number(v float64) string {
	whole, fraction, _ := strings.Cut(strconv.FormatFloat(v, 'f', -1, 64), ".")
	var b strings.Builder
	for i, digit := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(l.group)
		}
		b.WriteRune(digit)
	}
	if fraction != "" {
		b.WriteString(l.decimal + fraction)
	}
	return b.String()
}

// money writes a sum: "£2.26bn".
func (l *language) money(m story.Money) string {
	n := l.compact(m.Value)
	if p, ok := l.symbols[m.Currency]; ok {
		return p.with("n", n)
	}
	return l.anyCurrency.with("code", m.Currency, "n", n)
}

// compact writes a large number in millions and the like where no more than
// three decimals are needed for it, so that a stated sum is never rounded.
func (l *language) compact(v float64) string {
	for _, u := range l.units {
		if v < u.size {
			continue
		}
		_, decimals, _ := strings.Cut(strconv.FormatFloat(v/u.size, 'f', -1, 64), ".")
		if len(decimals) <= 3 {
			return u.write.with("n", l.number(v/u.size))
		}
	}
	return l.number(v)
}

// amount writes an amount that is known, with its approximation.
func (l *language) amount(a story.Amount) string {
	if a.Approx == nil {
		return l.money(a.Money)
	}
	return l.approx.with("sum", l.money(a.Money), "approx", l.money(*a.Approx))
}
