package story

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// link is an address that a reader can follow. Other schemes can run code or
// reach into the reader's machine.
func link() form[string] {
	schema := fmt.Sprintf(`{"type":"string","pattern":"^(https?://|mailto:)","maxLength":%d}`, longestLink)
	return form[string]{shape{"a link: https, http or mailto", schema}, func(s spot) string {
		if s.words() == "" {
			return ""
		}
		if problem, hint := linkProblem(s.node.text); problem != "" {
			s.errorf(hint, "%s", problem)
			return ""
		}
		_, rest, _ := strings.Cut(s.node.text, "://")
		host, _, _ := strings.Cut(rest, "/")
		if label := mixedScript(host); label != "" {
			s.warnf("is it the address that it looks like?", "the host's name %q mixes letters of several scripts", shortened(label))
		}
		return s.node.text
	}}
}

// IsLink reports whether a story can have this link.
func IsLink(text string) bool {
	problem, _ := linkProblem(text)
	return problem == "" && Shows(text) && !strings.ContainsFunc(text, func(r rune) bool { return isControl(r) || r == '\uFFFD' })
}

// linkProblem says what is wrong with a link, and what to do.
func linkProblem(text string) (problem, hint string) {
	scheme, rest, found := strings.Cut(text, ":")
	switch scheme = strings.ToLower(scheme); {
	case utf8.RuneCountInString(text) > longestLink:
		return fmt.Sprintf("the link is longer than %d characters", longestLink), ""
	case !found:
		return fmt.Sprintf("%q is no link", shortened(text)), `write it in full: "https://…"`
	case scheme != "https" && scheme != "http" && scheme != "mailto":
		return fmt.Sprintf("the scheme %q is not allowed", shortened(scheme)), "links are https, http or mailto"
	case scheme == "mailto" && !strings.Contains(rest, "@"), scheme != "mailto" && !hasHost(rest):
		return fmt.Sprintf("%q leads nowhere", shortened(text)), ""
	case strings.ContainsAny(rest, " \t\n\r\"<>\\^`{|}"), strings.ContainsFunc(rest, unseen):
		return "has characters in it that no link may have", "write them as %20 and the like"
	}
	return "", ""
}

// unseen reports whether r is a space or a mark that shows nothing.
func unseen(r rune) bool { return unicode.In(r, unicode.Cf, unicode.Z) }

func hasHost(rest string) bool {
	host, ok := strings.CutPrefix(rest, "//")
	host, _, _ = strings.Cut(host, "/")
	return ok && host != "" && host[0] != ':' && !strings.Contains(host, "@")
}
