package story

import (
	"fmt"
	"strings"
	"unicode/utf8"
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
		if n := len(s.node.members); n > mostLanguages {
			s.errorf("", "is in %d languages, and may be in %d", n, mostLanguages)
			return nil
		}
		t := Text{}
		for i := range s.node.members {
			m := &s.node.members[i]
			at := spot{s.r, &m.value, join(s.path, shortened(m.name))}
			lang, hint := languageTag(m.name)
			if lang == "" {
				s.r.report(m.at, at.path, Error, hint, fmt.Sprintf("%q is no language tag", shortened(m.name)))
				continue
			}
			if _, twice := t[lang]; twice {
				s.r.report(m.at, at.path, Error, "keep one of them", fmt.Sprintf("%q is written twice", shortened(m.name)))
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
	return form[string]{shape{"a string", fmt.Sprintf(`{"type":"string","minLength":1,"maxLength":%d}`, LongestText)}, spot.words}
}

// words reads a string with something in it.
func (s spot) words() string {
	if !s.is('"', "a string") {
		return ""
	}
	switch text := s.node.text; {
	case utf8.RuneCountInString(text) > LongestText:
		s.errorf("", "is %d characters long, and may have %d", utf8.RuneCountInString(text), LongestText)
		return ""
	case strings.TrimSpace(text) == "":
		s.errorf("", "is empty")
		return ""
	case !Shows(text):
		s.errorf("", "has only characters that show nothing")
		return ""
	case strings.ContainsFunc(text, isControl):
		s.errorf("", "has a control character in it")
	case strings.ContainsRune(text, '\uFFFD'):
		s.warnf("was it saved in another encoding than UTF-8?", "has the replacement character U+FFFD in it")
	case strings.ContainsFunc(text, isOverride):
		s.errorf("write the text in its natural order; browsers sort it", "has a character in it that overrides the direction of writing")
	case !Balanced(text):
		s.errorf("close what U+2066, U+2067 and U+2068 open with U+2069, in the same text", "begins or ends an isolate of direction alone")
	}
	return s.node.text
}

func isControl(r rune) bool { return r < ' ' && r != '\n' && r != '\t' || 0x7F <= r && r < 0xA0 }

// isOverride reports whether r is LRE, RLE, PDF, LRO or RLO, which would run on
// into the page around the text.
func isOverride(r rune) bool { return 0x202A <= r && r <= 0x202E }
