package story

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"reflect"
	"sort"
)

// encoder appends values.
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
	case reflect.Uint8, reflect.Uint16:
		e.buf = binary.AppendUvarint(e.buf, v.Uint())
	case reflect.Float32:
		e.buf = binary.LittleEndian.AppendUint32(e.buf, math.Float32bits(float32(v.Float())))
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
		panic(fmt.Sprintf("story: a %s cannot be written", v.Type()))
	}
}

func (e *encoder) dictionary(v reflect.Value) {
	if v.IsNil() {
		e.length(0)
		return
	}
	type entry struct {
		key   []byte
		value reflect.Value
	}
	var entries []entry
	for _, k := range v.MapKeys() {
		var key encoder
		key.value(k)
		entries = append(entries, entry{key.buf, v.MapIndex(k)})
	}
	sort.Slice(entries, func(i, j int) bool { return bytes.Compare(entries[i].key, entries[j].key) < 0 })
	e.length(len(entries) + 1)
	for _, in := range entries {
		e.buf = append(e.buf, in.key...)
		e.value(in.value)
	}
}

func (e *encoder) length(n int) { e.buf = binary.AppendUvarint(e.buf, uint64(n)) }

func putUint64(b []byte, v uint64) { binary.LittleEndian.PutUint64(b, v) }
func getUint64(b []byte) uint64    { return binary.LittleEndian.Uint64(b) }
