package story

import "reflect"

// Bare returns a copy of the story without its texts, as the browser's program
// needs it: what it writes on the map comes in words of one language. Images are
// left out as well: the page shows them.
func (s *Story) Bare() *Story {
	out := bared(reflect.ValueOf(*s)).Interface().(Story)
	return &out
}

// bared copies a value, every Text in it left out.
func bared(v reflect.Value) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			out.Field(i).Set(bared(v.Field(i)))
		}
	case reflect.Array:
		for i := range v.Len() {
			out.Index(i).Set(bared(v.Index(i)))
		}
	case reflect.Slice:
		if !v.IsNil() {
			out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		}
		for i := range v.Len() {
			out.Index(i).Set(bared(v.Index(i)))
		}
	case reflect.Pointer:
		if !v.IsNil() && v.Type() != reflect.TypeFor[*Image]() {
			out.Set(reflect.New(v.Type().Elem()))
			out.Elem().Set(bared(v.Elem()))
		}
	default:
		if v.Type() != reflect.TypeFor[Text]() {
			out.Set(v)
		}
	}
	return out
}
