package story

import "fmt"

// form is how one kind of value is written in a story: it reads it, reporting
// what is wrong, and describes it. What cannot be read becomes the zero value.
type form[V any] struct {
	shape
	read func(spot) V
}

// shape describes a kind of value to a person and to a JSON Schema.
type shape struct {
	says   string // "text", "a list of ids of places"
	schema string // a JSON Schema; objects are referred to as #/$defs/name
}

// field is one key of an object that is read into a T.
type field[T any] struct {
	shape
	name     string
	required bool
	read     func(spot, *T)
}

// need is a field that every such object has.
func need[T, V any](name string, f form[V], of func(*T) *V) field[T] {
	return field[T]{f.shape, name, true, func(s spot, v *T) { *of(v) = f.read(s) }}
}

// may is a field that can be left out.
func may[T, V any](name string, f form[V], of func(*T) *V) field[T] {
	return field[T]{f.shape, name, false, func(s spot, v *T) { *of(v) = f.read(s) }}
}

// maybe is a field that can be left out and is then nil.
func maybe[T, V any](name string, f form[V], of func(*T) **V) field[T] {
	return field[T]{f.shape, name, false, func(s spot, v *T) {
		x := f.read(s)
		*of(v) = &x
	}}
}

// ignored is a key that means something to other programs.
func ignored[T any](name string) field[T] {
	return field[T]{shape{"a string", `{"type":"string"}`}, name, false, func(spot, *T) {}}
}

// object is how an object is written: its keys, and a check of the whole.
type object[T any] struct {
	name   string // as its schema is called: "event"
	says   string // with its article: "an event"
	fields []field[T]
	schema string         // what a JSON Schema says of the keys together; may be empty
	check  func(spot, *T) // may be nil
}

// form makes the object a form for a field.
func (o object[T]) form() form[T] {
	return form[T]{shape{o.says, fmt.Sprintf(`{"$ref":"#/$defs/%s"}`, o.name)}, o.read}
}

func (o object[T]) read(s spot) (v T) {
	if !s.is('{', "an object") {
		return v
	}
	if n := len(s.node.members); n > 2*len(o.fields)+mostParts {
		s.errorf("", "%s has no such number of keys: %d", o.says, n)
		return v
	}
	seen := make([]bool, len(o.fields))
	for i := range s.node.members {
		m := &s.node.members[i]
		at := spot{s.r, &m.value, join(s.path, shortened(m.name))}
		k := o.index(m.name)
		switch {
		case k < 0:
			s.r.report(m.at, at.path, Error, suggest(m.name, o.left(s.node)), fmt.Sprintf("%s has no key %q", o.says, shortened(m.name)))
		case seen[k]:
			s.r.report(m.at, at.path, Error, "keep one of them", fmt.Sprintf("%q is written twice", m.name))
		default:
			seen[k] = true
			o.fields[k].read(at, &v)
		}
	}
	for k, f := range o.fields {
		if f.required && !seen[k] {
			s.errorf("", "%q is missing", f.name)
		}
	}
	if o.check != nil {
		o.check(s, &v)
	}
	return v
}

func (o object[T]) index(name string) int {
	for i := range o.fields {
		if o.fields[i].name == name {
			return i
		}
	}
	return -1
}

// left lists the keys that an object could have and has not.
func (o object[T]) left(n *node) []string {
	var names []string
	for i := range o.fields {
		if n.member(o.fields[i].name) == nil {
			names = append(names, o.fields[i].name)
		}
	}
	return names
}

// is reports a problem when the value is not of a kind, and whether it is.
func (s spot) is(kind byte, want string) bool {
	if s.node.kind == kind {
		return true
	}
	hint := ""
	if s.node.kind == 'n' {
		hint = "leave the key out when there is nothing to say"
	}
	s.errorf(hint, "must be %s, not %s", want, s.node.kindName())
	return false
}
