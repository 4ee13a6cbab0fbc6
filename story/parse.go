package story

import "bytes"

// Parse reads a story file and checks it. It returns every problem that it
// finds, in the order of their places (of very many the first, and how many
// more); the story is nil when one of them is an error. Name is what problems call the file. A file that is no JSON has one
// problem: where it stops being JSON. Comments and trailing commas are
// allowed.
func Parse(name string, data []byte) (*Story, Problems) {
	r := &reader{file: name, data: data, ids: map[idKind]map[string]int{}, order: map[idKind][]string{}}
	root, f := readTree(data)
	if f != nil {
		r.report(f.at, "", Error, f.hint, f.message)
		return nil, r.sorted()
	}
	if n := root.member("lang"); n != nil && n.kind == '"' {
		r.lang, _ = languageTag(n.text)
	}
	if n := root.member("zone"); n != nil && n.kind == '"' {
		r.zone = n.text
	}
	s := storyObject().read(spot{r: r, node: &root})
	problems := r.sorted()
	if problems.Errors() > 0 {
		return nil, problems
	}
	return &s, problems
}

// byteOrderMark is what some editors put before UTF-8.
const byteOrderMark = "\uFEFF"

// readTree reads the syntax alone.
func readTree(data []byte) (node, *fault) {
	if f := overLimit(data); f != nil {
		return node{}, f
	}
	if at := notUTF8(data); at >= 0 {
		return node{}, &fault{at, "this is not UTF-8", "save the file as UTF-8"}
	}
	if bytes.HasPrefix(data, []byte(byteOrderMark)) {
		data = append([]byte("   "), data[len(byteOrderMark):]...)
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return node{}, &fault{0, "the file is empty", ""}
	}
	return parseSyntax(data)
}
