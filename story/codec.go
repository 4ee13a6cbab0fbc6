package story

import (
	"errors"
	"fmt"
	"hash/fnv"
	"reflect"
)

// What the browser loads is encoded: eight bytes that name the format, eight
// that check the content, and then the value, field by field, in the order in
// which Go declares them.
//
//	bool            one byte, 0 or 1
//	integers        signed or unsigned varints
//	floats          four or eight bytes, IEEE 754, little endian
//	strings         length, then bytes
//	slices, maps    length + 1, then elements; maps by ascending key; 0 is nil
//	pointers        0 for nil, 1 and the value otherwise
//	arrays, structs their elements
//
// The name of the format is a hash over the types themselves, so a program
// that was built from other types refuses the file instead of misreading it.
const headerSize = 16

// Encode writes the value that v points to. Equal values give equal bytes.
// Types that hold themselves, and fields that are not exported, cannot be
// written.
func Encode(v any) []byte {
	value := reflect.ValueOf(v).Elem()
	e := encoder{buf: make([]byte, headerSize, 16<<10)}
	e.value(value)
	putUint64(e.buf[:8], formatHash(value.Type()))
	putUint64(e.buf[8:16], contentHash(e.buf[headerSize:]))
	return e.buf
}

// Decode reads into what v points to. It returns an error for anything that
// Encode of the same program and type did not write; then v is to be thrown
// away.
func Decode(data []byte, v any) error {
	value := reflect.ValueOf(v).Elem()
	if len(data) < headerSize {
		return errors.New("story: not a compiled story: too short")
	}
	if getUint64(data) != formatHash(value.Type()) {
		return errors.New("story: compiled by another version of Dateline: build the story anew")
	}
	if getUint64(data[8:]) != contentHash(data[headerSize:]) {
		return errors.New("story: compiled story is damaged")
	}
	d := decoder{rest: data[headerSize:], all: string(data[headerSize:])}
	if err := d.value(value); err != nil {
		return fmt.Errorf("story: compiled story: %w", err)
	}
	if len(d.rest) > 0 {
		return fmt.Errorf("story: compiled story: %d bytes too many", len(d.rest))
	}
	return nil
}

// formatHash names the types that an encoded value is made of.
func formatHash(t reflect.Type) uint64 { return contentHash(appendType(nil, t)) }

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
