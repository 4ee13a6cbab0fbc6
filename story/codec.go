package story

import (
	"errors"
	"fmt"
	"hash/fnv"
	"reflect"
)

// A compiled story is what the browser loads instead of a story file: eight
// bytes that name the format, eight that check the content, and the fields of
// Story one after the other, in the order in which Go declares them.
//
//	bool            one byte, 0 or 1
//	integers        signed or unsigned varints
//	floats          eight bytes, IEEE 754, little endian
//	strings         length, then bytes
//	slices, maps    length + 1, then elements; maps by ascending key; 0 is nil
//	pointers        0 for nil, 1 and the value otherwise
//	arrays, structs their elements
//
// The name of the format is a hash over the types themselves, so a program
// that was built from other types refuses the file instead of misreading it.
const headerSize = 16

// Compile writes a story for Decompile. Equal stories give equal bytes.
func (s *Story) Compile() []byte {
	e := encoder{buf: make([]byte, headerSize, 16<<10)}
	e.value(reflect.ValueOf(s).Elem())
	putUint64(e.buf[:8], formatHash())
	putUint64(e.buf[8:16], contentHash(e.buf[headerSize:]))
	return e.buf
}

// Decompile reads a compiled story. It returns an error for anything that
// Compile of the same program did not write.
func Decompile(data []byte) (*Story, error) {
	if len(data) < headerSize {
		return nil, errors.New("story: not a compiled story: too short")
	}
	if getUint64(data) != formatHash() {
		return nil, errors.New("story: compiled by another version of Dateline: build the story anew")
	}
	if getUint64(data[8:]) != contentHash(data[headerSize:]) {
		return nil, errors.New("story: compiled story is damaged")
	}
	s := new(Story)
	d := decoder{rest: data[headerSize:]}
	if err := d.value(reflect.ValueOf(s).Elem()); err != nil {
		return nil, fmt.Errorf("story: compiled story: %w", err)
	}
	if len(d.rest) > 0 {
		return nil, fmt.Errorf("story: compiled story: %d bytes too many", len(d.rest))
	}
	return s, nil
}

// formatHash names the types that a compiled story is made of.
func formatHash() uint64 {
	return contentHash(appendType(nil, reflect.TypeFor[Story]()))
}

// appendType spells a type out, down to the kinds of its fields.
func appendType(b []byte, t reflect.Type) []byte {
	switch t.Kind() {
	case reflect.Struct:
		b = append(b, '{')
		for i := range t.NumField() {
			b = append(append(b, t.Field(i).Name...), ' ')
			b = append(appendType(b, t.Field(i).Type), ';')
		}
		return append(b, '}')
	case reflect.Slice:
		return appendType(append(b, "[]"...), t.Elem())
	case reflect.Array:
		return appendType(fmt.Appendf(b, "[%d]", t.Len()), t.Elem())
	case reflect.Pointer:
		return appendType(append(b, '*'), t.Elem())
	case reflect.Map:
		return appendType(append(appendType(append(b, "map["...), t.Key()), ']'), t.Elem())
	}
	return append(b, t.Kind().String()...)
}

func contentHash(b []byte) uint64 {
	h := fnv.New64a()
	h.Write(b)
	return h.Sum64()
}
