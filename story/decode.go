package story

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"reflect"
)

// decoder takes values off the front of what was encoded. Its strings are parts
// of one, for a story of thousands of things has ten times as many.
type decoder struct {
	rest []byte
	all  string // what was encoded, of which rest is the end
}

var errShort = errors.New("ends in the middle")

func (d *decoder) value(v reflect.Value) error {
	switch v.Kind() {
	case reflect.Bool:
		n, err := d.length(1)
		v.SetBool(n == 1)
		return err
	case reflect.Int:
		x, n := binary.Varint(d.rest)
		if n <= 0 || v.OverflowInt(x) {
			return errShort
		}
		d.rest = d.rest[n:]
		v.SetInt(x)
	case reflect.Uint8, reflect.Uint16:
		x, err := d.length(1<<v.Type().Bits() - 1)
		v.SetUint(uint64(x))
		return err
	case reflect.Float32:
		if len(d.rest) < 4 {
			return errShort
		}
		v.SetFloat(float64(math.Float32frombits(binary.LittleEndian.Uint32(d.rest))))
		d.rest = d.rest[4:]
	case reflect.Float64:
		if len(d.rest) < 8 {
			return errShort
		}
		v.SetFloat(math.Float64frombits(getUint64(d.rest)))
		d.rest = d.rest[8:]
	case reflect.String:
		n, err := d.length(len(d.rest))
		if err != nil {
			return err
		}
		if n > len(d.rest) {
			return errShort
		}
		at := len(d.all) - len(d.rest)
		v.SetString(d.all[at : at+n])
		d.rest = d.rest[n:]
	case reflect.Slice:
		return d.slice(v)
	case reflect.Array:
		for i := range v.Len() {
			if err := d.value(v.Index(i)); err != nil {
				return err
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if err := d.value(v.Field(i)); err != nil {
				return err
			}
		}
	case reflect.Pointer:
		n, err := d.length(1)
		if err != nil || n == 0 {
			return err
		}
		v.Set(reflect.New(v.Type().Elem()))
		return d.value(v.Elem())
	case reflect.Map:
		return d.dictionary(v)
	default:
		panic(fmt.Sprintf("story: a %s cannot be read", v.Type()))
	}
	return nil
}

// slice grows with what it reads, so that a wrong length costs no memory.
func (d *decoder) slice(v reflect.Value) error {
	n, err := d.length(len(d.rest))
	if err != nil || n == 0 {
		return err
	}
	v.Set(reflect.MakeSlice(v.Type(), 0, min(n-1, 64)))
	for i := range n - 1 {
		v.Grow(1)
		v.SetLen(i + 1)
		if err := d.value(v.Index(i)); err != nil {
			return err
		}
	}
	return nil
}

func (d *decoder) dictionary(v reflect.Value) error {
	n, err := d.length(len(d.rest))
	if err != nil || n == 0 {
		return err
	}
	v.Set(reflect.MakeMap(v.Type()))
	var last []byte
	for i := range n - 1 {
		key, elem := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		from := d.rest
		if err := d.value(key); err != nil {
			return err
		}
		raw := from[:len(from)-len(d.rest)]
		if err := d.value(elem); err != nil {
			return err
		}
		if i > 0 && bytes.Compare(raw, last) <= 0 {
			return errors.New("keys out of order")
		}
		last = raw
		v.SetMapIndex(key, elem)
	}
	return nil
}

// length takes a count that can be at most most.
func (d *decoder) length(most int) (int, error) {
	x, n := binary.Uvarint(d.rest)
	switch {
	case n <= 0:
		return 0, errShort
	case x > uint64(most):
		return 0, fmt.Errorf("a count of %d where %d is the most", x, most)
	}
	d.rest = d.rest[n:]
	return int(x), nil
}
