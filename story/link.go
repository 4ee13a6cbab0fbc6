package story

import "strings"

// link is an address that a reader can follow. Other schemes can run code or
// reach into the reader's machine.
func link() form[string] {
	return form[string]{shape{"a link: https, http or mailto", `{"type":"string","pattern":"^(https?://|mailto:)"}`}, func(s spot) string {
		if s.words() == "" {
			return ""
		}
		scheme, rest, found := strings.Cut(s.node.text, ":")
		switch scheme = strings.ToLower(scheme); {
		case !found:
			s.errorf(`write it in full: "https://…"`, "%q is no link", s.node.text)
		case scheme != "https" && scheme != "http" && scheme != "mailto":
			s.errorf("links are https, http or mailto", "the scheme %q is not allowed", scheme)
		case scheme == "mailto" && !strings.Contains(rest, "@"), scheme != "mailto" && !hasHost(rest):
			s.errorf("", "%q leads nowhere", s.node.text)
		case strings.ContainsAny(rest, " \t\n\r\"<>\\^`{|}"):
			s.errorf("write them as %20 and the like", "has characters in it that no link may have")
		default:
			return s.node.text
		}
		return ""
	}}
}

func hasHost(rest string) bool {
	host, ok := strings.CutPrefix(rest, "//")
	host, _, _ = strings.Cut(host, "/")
	return ok && host != "" && host[0] != ':' && !strings.Contains(host, "@")
}
