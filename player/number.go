package player

import (
	"strconv"
	"strings"

	"dateline/story"
)

// money writes a sum: "£2.26bn", "2,26 Md£".
func (l *language) money(m story.Money) string {
	n, unit := l.compact(m.Value)
	p, ok := l.symbols[m.Currency]
	if !ok {
		p = l.anyCurrency
	} else if large, has := l.largeSymbols[m.Currency]; has && unit != "" {
		p = large
	}
	return p.with("n", n, "unit", unit, "code", m.Currency)
}

// compact writes a large number in millions and the like where no more than
// three decimals are needed for it, so that a stated sum is never rounded.
func (l *language) compact(v float64) (n, name string) {
	for _, u := range l.units {
		if v < u.size {
			continue
		}
		_, decimals, _ := strings.Cut(strconv.FormatFloat(v/u.size, 'f', -1, 64), ".")
		if len(decimals) <= 3 {
			return l.number(v / u.size), u.name
		}
	}
	return l.number(v), ""
}

// amount writes an amount that is known, with its approximation.
func (l *language) amount(a story.Amount) string {
	if a.Approx == nil {
		return l.money(a.Money)
	}
	return l.approx.with("sum", l.money(a.Money), "approx", l.money(*a.Approx))
}

// Number writes how many there are, and Part which of them a page has:
// "251–500 of 10,000".
func (p *Page) Number(n int) string { return languageFor(p.Lang).number(float64(n)) }

func (p *Page) Part(from, to, count int) string {
	return languageFor(p.Lang).partOf.with("from", p.Number(from), "to", p.Number(to), "count", p.Number(count))
}
