package story

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// number is a number above zero, of a size that can be shown.
func number() form[float64] {
	schema := fmt.Sprintf(`{"type":"number","minimum":%g,"maximum":%.0f}`, smallest, largest)
	return form[float64]{shape{"a number above zero", schema}, func(s spot) float64 {
		v, ok := s.number(math.MaxFloat64)
		switch {
		case !ok:
			return 0
		case v <= 0:
			s.errorf("", "%s is not above zero", shortened(s.node.text))
		case v > largest:
			s.errorf("", "%s is larger than any number of a story may be: %g", shortened(s.node.text), largest)
		case v < smallest:
			s.errorf("", "%s is smaller than any number of a story may be: %g", shortened(s.node.text), smallest)
		default:
			return v
		}
		return 0
	}}
}

// degrees is an angle between -most and most.
func degrees(most float64) form[float64] {
	m := strconv.FormatFloat(most, 'f', -1, 64)
	says := "degrees, −" + m + " to " + m
	return form[float64]{shape{says, `{"type":"number","minimum":-` + m + `,"maximum":` + m + `}`}, func(s spot) float64 {
		v, _ := s.number(most)
		return v
	}}
}

// number reads a number whose size is at most most.
func (s spot) number(most float64) (v float64, ok bool) {
	if s.node.kind == '"' {
		if _, err := strconv.ParseFloat(s.node.text, 64); err == nil {
			s.errorf("leave out the quotation marks", "must be a number, not a string")
			return 0, false
		}
	}
	if !s.is('0', "a number") {
		return 0, false
	}
	v, err := strconv.ParseFloat(s.node.text, 64)
	switch {
	case err != nil:
		s.errorf("", "%s is too large a number", shortened(s.node.text))
	case math.Abs(v) > most:
		m := strconv.FormatFloat(most, 'f', -1, 64)
		s.errorf("", "%s is not between −%s and %s", shortened(s.node.text), m, m)
	default:
		return v, true
	}
	return 0, false
}

func yes() form[bool] {
	return form[bool]{shape{"true or false", `{"type":"boolean"}`}, func(s spot) bool {
		if s.node.kind != 't' && s.node.kind != 'f' {
			s.is('t', "true or false")
		}
		return s.node.kind == 't'
	}}
}

// list is a list of parts of one thing, in one form.
func list[V any](f form[V]) form[[]V] { return upTo(mostParts, f) }

// things is a list of the things that a story is made of.
func things[V any](f form[V]) form[[]V] { return upTo(MostThings, f) }

func upTo[V any](most int, f form[V]) form[[]V] {
	schema := fmt.Sprintf(`{"type":"array","maxItems":%d,"items":%s}`, most, f.schema)
	return form[[]V]{shape{"a list: " + f.says, schema}, func(s spot) []V {
		if !s.is('[', "a list") {
			return nil
		}
		if n := len(s.node.items); n > most {
			s.item(most).errorf("", "the list has %d items, and may have %d", n, most)
			return nil
		}
		out := make([]V, len(s.node.items))
		for i := range out {
			out[i] = f.read(s.item(i))
		}
		return out
	}}
}

// some is a list that the story's check holds not to be empty.
func some[V any](f form[[]V]) form[[]V] {
	f.schema = strings.TrimSuffix(f.schema, "}") + `,"minItems":1}`
	return f
}

// oneOrMore is a value, or a list of at least one.
func oneOrMore[V any](f form[V]) form[[]V] {
	says := f.says + ", or a list of at least one"
	schema := `{"anyOf":[` + f.schema + "," + some(list(f)).schema + `]}`
	return form[[]V]{shape{says, schema}, func(s spot) []V {
		if s.node.kind != '[' {
			return []V{f.read(s)}
		}
		if len(s.node.items) == 0 {
			s.errorf("", "is an empty list")
		}
		return list(f).read(s)
	}}
}

// choice is one of a few words.
func choice[V ~string](all []V) form[V] {
	words, says, schema := make([]string, len(all)), "", ""
	for i, v := range all {
		words[i] = string(v)
		says += ", " + strconv.Quote(string(v))
		schema += "," + strconv.Quote(string(v))
	}
	says = "one of " + says[2:]
	return form[V]{shape{says, `{"enum":[` + schema[1:] + `]}`}, func(s spot) V {
		if !s.is('"', "a string") {
			return ""
		}
		for _, v := range all {
			if string(v) == s.node.text {
				return v
			}
		}
		hint := suggest(s.node.text, words)
		if hint == "" {
			hint = "it can be " + says[len("one of "):]
		}
		s.errorf(hint, "%q is not known here", shortened(s.node.text))
		return ""
	}}
}
