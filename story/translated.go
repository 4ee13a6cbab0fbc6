package story

import "reflect"

// Untranslated lists the texts that do not exist in a language, in the story's
// own, in the order of its fields. Texts that are a plain string count as well.
func (s *Story) Untranslated(lang string) []string {
	var out []string
	s.EachText(func(t Text) {
		if _, ok := t[lang]; !ok && t != nil {
			out = append(out, t[s.Lang])
		}
	})
	return out
}

// EachText visits every text of the story, nil ones too, in the order of its
// fields.
func (s *Story) EachText(visit func(Text)) { eachText(reflect.ValueOf(*s), visit) }

// eachText visits every Text in a value.
func eachText(v reflect.Value, visit func(Text)) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			eachText(v.Field(i), visit)
		}
	case reflect.Array, reflect.Slice:
		for i := range v.Len() {
			eachText(v.Index(i), visit)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			eachText(v.Elem(), visit)
		}
	case reflect.Map:
		visit(v.Interface().(Text))
	}
}
