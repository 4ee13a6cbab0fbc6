package story

// Note is an editor's note.
type Note struct {
	ID   string
	Text Text
}

func noteObject() object[Note] {
	return object[Note]{
		name: "note",
		says: "an editor's note",
		fields: []field[Note]{
			need("id", define(noteID), func(n *Note) *string { return &n.ID }),
			need("text", text(), func(n *Note) *Text { return &n.Text }),
		},
	}
}
