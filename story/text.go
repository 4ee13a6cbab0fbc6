package story

// Text is a text in one or more languages, keyed by BCP 47 tag. In JSON it is
// a plain string, which is in the story's own language, or an object.
type Text map[string]string

// In returns the text in lang and the language it really is in: lang itself,
// else the first of the fallbacks that has it, else "".
func (t Text) In(lang string, fallback ...string) (text, is string) {
	if s, ok := t[lang]; ok {
		return s, lang
	}
	for _, f := range fallback {
		if s, ok := t[f]; ok {
			return s, f
		}
	}
	return "", ""
}
