package story

import (
	"encoding/binary"
	"fmt"
	"math"
	"reflect"
	"sort"
)

// encoder appends values to a compiled story.
type encoder struct {
	buf []byte
}

func (e *encoder) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		b := byte(0)
		if v.Bool() {
			b = 1
		}
		e.buf = append(e.buf, b)
	case reflect.Int:
		e.buf = binary.AppendVarint(e.buf, v.Int())
	case reflect.Uint8:
		e.buf = binary.AppendUvarint(e.buf, v.Uint())
	case reflect.Float64:
		e.buf = binary.LittleEndian.AppendUint64(e.buf, math.Float64bits(v.Float()))
	case reflect.String:
		e.length(v.Len())
		e.buf = append(e.buf, v.String()...)
	case reflect.Slice:
		if v.IsNil() {
			e.length(0)
			return
		}
		e.length(v.Len() + 1)
		for i := range v.Len() {
			e.value(v.Index(i))
		}
	case reflect.Array:
		for i := range v.Len() {
			e.value(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			e.value(v.Field(i))
		}
	case reflect.Pointer:
		if v.IsNil() {
			e.length(0)
			return
		}
		e.length(1)
		e.value(v.Elem())
	case reflect.Map:
		e.dictionary(v)
	default:
		panic(fmt.Sprintf("story: a story has a field of type %s", v.Type()))
	}
}

func (e *encoder) dictionary(v reflect.Value) {
	if v.IsNil() {
		e.length(0)
		return
	}
	keys := v.MapKeys()
	sort.Slice(keys, func(i, j int) bool { return keys[i].String() < keys[j].String() })
	e.length(len(keys) + 1)
	for _, k := range keys {
		e.value(k)
		e.value(v.MapIndex(k))
	}
}

func (e *encoder) length(n int) { e.buf = binary.AppendUvarint(e.buf, uint64(n)) }

func putUint64(b []byte, v uint64) { binary.LittleEndian.PutUint64(b, v) }
func getUint64(b []byte) uint64    { return binary.LittleEndian.Uint64(b) }
