package exchange

import "dateline/story"

// imageColumns are an image of an event: the file's name and its texts.
func imageColumns() []column[eventRow] {
	image := func(e *eventRow) *story.Image {
		if e.Image == nil {
			e.Image = new(story.Image)
		}
		return e.Image
	}
	words := func(name string, of func(*story.Image) *story.Text) column[eventRow] {
		return texts("image"+name, func(e *eventRow) *story.Text { return of(image(e)) })
	}
	return []column[eventRow]{
		{name: "image",
			get: func(e *eventRow) string { return image(e).Src },
			set: func(d *draft, c cell, e *eventRow) {
				if image(e).Src = c.text; !story.IsImageName(c.text) {
					d.ask(c.at, "%s is no file in the story's folder that ends in .png, .jpg, .gif or .webp", quote(c.text))
					image(e).Src = ""
				}
			}},
		words("_alt", func(i *story.Image) *story.Text { return &i.Alt }),
		words("_credit", func(i *story.Image) *story.Text { return &i.Credit }),
		words("_caption", func(i *story.Image) *story.Text { return &i.Caption }),
	}
}

// wholeImage is an image that has its file, its alternative text and its
// credit; nil, and a question where only a part of it is there.
func (d *draft) wholeImage(i *story.Image, p place) *story.Image {
	switch {
	case i == nil, i.Src == "" && i.Alt == nil && i.Credit == nil && i.Caption == nil:
		return nil
	case i.Src == "" || i.Alt == nil || i.Credit == nil:
		d.ask(p, "an image needs image, image_alt and image_credit; left out")
		return nil
	}
	return i
}
