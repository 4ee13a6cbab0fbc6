package player

import (
	"strconv"
	"strings"

	"golang.org/x/text/feature/plural"
	bcp "golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// What CLDR knows comes from golang.org/x/text: signs and groups of numbers,
// plural categories, names of languages, direction of writing. It is older
// (CLDR 32) than what browsers have; where that matters, a table overrides it
// and says so, and a browser test compares the two.

// number writes a number with the signs of the language, rounding nothing.
func (l *language) number(v float64) string {
	_, fraction, _ := strings.Cut(strconv.FormatFloat(v, 'f', -1, 64), ".")
	n := len(fraction)
	s := message.NewPrinter(l.cldr).Sprint(number.Decimal(v, number.MinFractionDigits(n), number.MaxFractionDigits(n)))
	if l.group != "" {
		s = strings.ReplaceAll(s, "\u00A0", l.group)
	}
	return s
}

// count writes a phrase with a number in it.
func (l *language) count(f forms, n int) string {
	p, ok := f[plural.Cardinal.MatchPlural(l.cldr, n, 0, 0, 0, 0)]
	if !ok {
		p = f[plural.Other]
	}
	return p.with("n", l.number(float64(n)))
}

// forms are the forms of a phrase by the plural category of the number in it,
// {n}. A category without a form takes that of plural.Other.
type forms map[plural.Form]pattern

// Direction is how lines run in a language: "rtl" or "ltr".
func Direction(lang string) string {
	tag, err := bcp.Parse(lang)
	if err != nil {
		return "ltr"
	}
	script, _ := tag.Script()
	switch script.String() {
	case "Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Mand", "Rohg":
		return "rtl"
	}
	return "ltr"
}
