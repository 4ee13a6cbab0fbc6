package exchange

import (
	"strconv"
	"strings"

	"dateline/story"
)

// dateColumns are a date, how it is known, and the words for it. With about,
// before or after a date is uncertain.
func dateColumns[T any](name string, get func(*T) *story.Date, at func(*T) *story.Date) []column[T] {
	return []column[T]{
		{name: name,
			get: func(v *T) string {
				if x := get(v); x != nil && x.Year != 0 {
					return x.String()
				}
				return ""
			},
			set: func(d *draft, c cell, v *T) {
				if date, ok := d.date(c.text, c.at); ok {
					*at(v) = date
				}
			}},
		{name: name + "_certainty",
			get: func(v *T) string {
				if x := get(v); x != nil {
					return certaintyNames[x.Certainty]
				}
				return ""
			},
			set: func(d *draft, c cell, v *T) {
				if get(v) == nil || get(v).Year == 0 {
					return
				}
				for k, word := range certaintyNames {
					if strings.EqualFold(c.text, word) {
						get(v).Certainty = k
						return
					}
				}
				if !strings.EqualFold(c.text, "stated") {
					d.ask(c.at, "%s is none of stated, about, before and after; shown as about", quote(c.text))
					get(v).Certainty = story.About
				}
			}},
	}
}

// dateWords is the column with a date's words.
func dateWords[T any](name string, get func(*T) *story.Date) column[T] {
	var nothing story.Text
	return texts(name+"_words", func(v *T) *story.Text {
		if x := get(v); x != nil {
			return &x.Words
		}
		nothing = nil
		return &nothing
	})
}

// may gives a date that can be left out a place to be written to.
func may[T any](of func(*T) **story.Date) (get, at func(*T) *story.Date) {
	return func(v *T) *story.Date { return *of(v) },
		func(v *T) *story.Date {
			if *of(v) == nil {
				*of(v) = &story.Date{}
			}
			return *of(v)
		}
}

// amountColumns are a sum, its currency, and a conversion.
func amountColumns[T any](of func(*T) *story.Amount) []column[T] {
	value := func(d *draft, c cell) float64 {
		s := strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", "_", "").Replace(c.text)
		v, err := strconv.ParseFloat(s, 64)
		if err != nil || !story.Countable(v) {
			d.ask(c.at, "%s is no amount: write a number in whole units, 2260000000, or \"not stated\"; left out", quote(c.text))
			return 0
		}
		return v
	}
	number := func(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
	approx := func(a *story.Amount) *story.Money {
		if a.Approx == nil {
			a.Approx = &story.Money{}
		}
		return a.Approx
	}
	return []column[T]{
		{name: "amount",
			get: func(v *T) string {
				switch a := of(v); a.Kind {
				case story.NotStated:
					return "not stated"
				case story.Known:
					return number(a.Money.Value)
				}
				return ""
			},
			set: func(d *draft, c cell, v *T) {
				if strings.EqualFold(c.text, "not stated") {
					of(v).Kind = story.NotStated
				} else if x := value(d, c); x > 0 {
					of(v).Kind, of(v).Money.Value = story.Known, x
				}
			}},
		{name: "currency",
			get: func(v *T) string { return of(v).Money.Currency },
			set: func(d *draft, c cell, v *T) { of(v).Money.Currency = d.currency(c) }},
		{name: "approx",
			get: func(v *T) string {
				if a := of(v).Approx; a != nil {
					return number(a.Value)
				}
				return ""
			},
			set: func(d *draft, c cell, v *T) {
				if x := value(d, c); x > 0 {
					approx(of(v)).Value = x
				}
			}},
		{name: "approx_currency",
			get: func(v *T) string {
				if a := of(v).Approx; a != nil {
					return a.Currency
				}
				return ""
			},
			set: func(d *draft, c cell, v *T) { approx(of(v)).Currency = d.currency(c) }},
	}
}

// currency reads a code of three letters.
func (d *draft) currency(c cell) string {
	code := strings.ToUpper(c.text)
	if len(code) != 3 || strings.Trim(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		d.ask(c.at, "%s is no currency: they look like EUR", quote(c.text))
		return ""
	}
	return code
}

// settleAmount takes apart what is only half there.
func (d *draft) settleAmount(a *story.Amount, p place) {
	if a.Approx != nil && (a.Approx.Value == 0 || a.Approx.Currency == "") {
		d.ask(p, "a conversion needs approx and approx_currency; left out")
		a.Approx = nil
	}
	switch {
	case a.Kind == story.Known && a.Money.Currency == "":
		d.ask(p, "an amount needs a currency; left out")
		*a = story.Amount{}
	case a.Kind != story.Known && (a.Money.Currency != "" || a.Approx != nil):
		d.drop(p, "a currency without an amount")
		a.Money, a.Approx = story.Money{}, nil
	}
}

// chosen reads one of a few words.
func chosen[V ~string](d *draft, c cell, all []V) V {
	word := strings.ReplaceAll(strings.ToLower(strings.TrimSpace(c.text)), " ", "-")
	var names []string
	for _, v := range all {
		if string(v) == word {
			return v
		}
		names = append(names, string(v))
	}
	d.ask(c.at, "%s is not known here: it can be %s; left out", quote(c.text), strings.Join(names, ", "))
	return ""
}

// affirmed reads yes or no; what is neither is asked.
func (d *draft) affirmed(c cell) bool {
	switch strings.ToLower(c.text) {
	case "yes", "true", "1", "y", "x":
		return true
	case "no", "false", "0", "n":
		return false
	}
	d.ask(c.at, "%s is neither yes nor no; taken for no", quote(c.text))
	return false
}

func yesOr(v bool) string {
	if v {
		return "yes"
	}
	return ""
}
