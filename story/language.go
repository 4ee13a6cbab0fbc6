package story

import (
	"fmt"
	"strings"
)

// language is a BCP 47 tag.
func language() form[string] {
	return form[string]{shape{"a language tag (BCP 47)", `{"type":"string","pattern":"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$","maxLength":35}`}, func(s spot) string {
		if !s.is('"', "a string") {
			return ""
		}
		tag, hint := languageTag(s.node.text)
		if tag == "" {
			s.errorf(hint, "%q is no language tag", shortened(s.node.text))
		}
		return tag
	}}
}

// languageTag returns a BCP 47 tag in its usual case ("zh-Hant-TW"), or ""
// and a hint. Language, script, region, variants and extensions are checked by
// their form (RFC 5646, section 2.1), not against the registry; languages have
// two or three letters, for none with more has ever been registered.
func languageTag(s string) (tag, hint string) {
	if len(s) > longestTag {
		return "", fmt.Sprintf("tags have %d letters at most", longestTag)
	}
	parts := strings.Split(s, "-")
	if country := countryTag(strings.ToLower(parts[0])); country != "" {
		return "", fmt.Sprintf("did you mean %q?", country)
	}
	if strings.Contains(s, "_") {
		if fixed, _ := languageTag(strings.ReplaceAll(s, "_", "-")); fixed != "" {
			return "", fmt.Sprintf("write %q", fixed)
		}
	}
	stage := 0 // 0 language, 1 script, 2 region, 3 variants and extensions
	for i, p := range parts {
		letters, n := isLetters(p), len(p)
		switch {
		case i == 0 && letters && (n == 2 || n == 3):
			parts[i] = strings.ToLower(p)
		case i > 0 && stage < 1 && letters && n == 4:
			parts[i], stage = strings.ToUpper(p[:1])+strings.ToLower(p[1:]), 1
		case i > 0 && stage < 2 && (letters && n == 2 || n == 3 && isDigits(p)):
			parts[i], stage = strings.ToUpper(p), 2
		case i > 0 && isAlphanumeric(p) && (5 <= n && n <= 8 || n == 4 && isDigits(p[:1]) || n == 1 && i < len(parts)-1 || stage == 4 && 1 < n && n <= 8):
			parts[i], stage = strings.ToLower(p), max(stage, 3)
			if n == 1 {
				stage = 4
			}
		default:
			return "", `tags look like "en", "uk" or "zh-Hant"`
		}
	}
	return strings.Join(parts, "-"), ""
}

// countryTag returns the language that is meant where a country's code stands
// that is no language's.
func countryTag(s string) string {
	switch s {
	case "ua":
		return "uk"
	case "jp":
		return "ja"
	case "cz":
		return "cs"
	case "gr":
		return "el"
	case "cn":
		return "zh"
	case "dk":
		return "da"
	}
	return ""
}

func isLetters(s string) bool {
	return isAll(s, func(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' })
}
func isDigits(s string) bool { return isAll(s, func(b byte) bool { return '0' <= b && b <= '9' }) }
func isAlphanumeric(s string) bool {
	return isAll(s, func(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' || '0' <= b && b <= '9' })
}

func isAll(s string, ok func(byte) bool) bool {
	for i := 0; i < len(s); i++ {
		if !ok(s[i]) {
			return false
		}
	}
	return s != ""
}
