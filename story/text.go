package story

import (
	"fmt"
	"strings"
)

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

// text is a text in the story's own language, or an object of texts by
// language, one of them the story's own.
func text() form[Text] {
	return form[Text]{shape{"a text", `{"$ref":"#/$defs/text"}`}, func(s spot) Text {
		if s.node.kind == '"' {
			if s.words() == "" {
				return nil
			}
			return Text{s.r.lang: s.node.text}
		}
		if s.node.kind != '{' {
			s.is('"', "a string, or an object of strings by language")
			return nil
		}
		t := Text{}
		for i := range s.node.members {
			m := &s.node.members[i]
			at := spot{s.r, &m.value, join(s.path, m.name)}
			lang, hint := languageTag(m.name)
			if lang == "" {
				s.r.report(m.at, at.path, Error, hint, fmt.Sprintf("%q is no language tag", m.name))
				continue
			}
			if _, twice := t[lang]; twice {
				s.r.report(m.at, at.path, Error, "keep one of them", fmt.Sprintf("%q is written twice", m.name))
				continue
			}
			t[lang] = at.words()
		}
		if _, ok := t[s.r.lang]; !ok && s.r.lang != "" {
			s.errorf("", "has no text in the story's own language, %q", s.r.lang)
		}
		return t
	}}
}

// plain is a short text that is the same in every language.
func plain() form[string] {
	return form[string]{shape{"a string", `{"type":"string","minLength":1}`}, spot.words}
}

// words reads a string with something in it.
func (s spot) words() string {
	if !s.is('"', "a string") {
		return ""
	}
	switch text := s.node.text; {
	case strings.TrimSpace(text) == "":
		s.errorf("", "is empty")
		return ""
	case strings.ContainsFunc(text, isControl):
		s.errorf("", "has a control character in it")
	case strings.ContainsRune(text, '\uFFFD'):
		s.warnf("was it saved in another encoding than UTF-8?", "has the replacement character U+FFFD in it")
	case strings.ContainsFunc(text, isOverride):
		s.errorf("write the text in its natural order; browsers sort it", "has a character in it that overrides the direction of writing")
	}
	return s.node.text
}

func isControl(r rune) bool { return r < ' ' && r != '\n' && r != '\t' || 0x7F <= r && r < 0xA0 }

// isOverride reports whether r is LRE, RLE, PDF, LRO or RLO, which would run on
// into the page around the text.
func isOverride(r rune) bool { return 0x202A <= r && r <= 0x202E }
