package player

// category is a plural category of CLDR: which form of a noun goes with a
// number.
type category uint8

const (
	other category = iota
	zero
	one
	two
	few
	many
)

// forms are the forms of a phrase by the number in it, {n}. A category without
// a form takes that of other.
type forms [many + 1]pattern

// count writes a phrase with a number in it.
func (l *language) count(f forms, n int) string {
	p := f[l.plural(n)]
	if p == "" {
		p = f[other]
	}
	return p.with("n", l.number(float64(n)))
}

// oneOther is the rule of English and many other languages (CLDR 46, integers).
func oneOther(n int) category {
	if n == 1 {
		return one
	}
	return other
}
