package player

import "reflect"

// Plain returns the page with the marks of languages taken out of every phrase,
// for those who read it without markup: cards, search engines.
func (p *Page) Plain() *Page {
	out := plainer(reflect.ValueOf(*p)).Interface().(Page)
	return &out
}

// plainer copies a value, every string in it plain.
func plainer(v reflect.Value) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	switch v.Kind() {
	case reflect.String:
		out.SetString(Plain(v.String()))
	case reflect.Struct:
		for i := range v.NumField() {
			out.Field(i).Set(plainer(v.Field(i)))
		}
	case reflect.Slice:
		if !v.IsNil() {
			out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		}
		for i := range v.Len() {
			out.Index(i).Set(plainer(v.Index(i)))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			out.Set(reflect.New(v.Type().Elem()))
			out.Elem().Set(plainer(v.Elem()))
		}
	default:
		out.Set(v)
	}
	return out
}
