package scene

import (
	"dateline/render/font"
	"dateline/story"
)

// Pack is a story ready for the browser in one language: what happened, without
// its texts, the words on the picture, those of them ready set that freetype
// cannot set, and how it looks.
type Pack struct {
	Story *story.Story
	Words Words
	Extra []font.Extra // by face: regular, bold
	Theme Theme
}

// Encode writes a pack. Equal packs give equal bytes.
func (p *Pack) Encode() []byte {
	bare := *p
	bare.Story = p.Story.Bare()
	if isCrowd(bare.Story) {
		bare.Words.Flows = nil // no flow of a crowd has a label
	}
	return story.Encode(&bare)
}

// DecodePack reads what Encode of the same program wrote.
func DecodePack(data []byte) (*Pack, error) {
	p := new(Pack)
	if err := story.Decode(data, p); err != nil {
		return nil, err
	}
	if p.Story == nil {
		p.Story = new(story.Story)
	}
	return p, nil
}

// Faces returns the faces with what the pack brings for each.
func (p *Pack) Faces(own *font.Set) *font.Set {
	out := new(font.Set)
	for i, f := range own.Faces {
		if i < len(p.Extra) {
			f = f.With(p.Extra[i])
		}
		out.Faces = append(out.Faces, f)
	}
	return out
}
