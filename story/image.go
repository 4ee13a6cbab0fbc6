package story

import (
	"fmt"
	"regexp"
	"unicode/utf8"
)

// Image is a picture that belongs to an event. Its file lies in the story's
// folder and is copied when a page is built; the map does not draw it.
type Image struct {
	Src     string // the file's name within the story's folder, with slashes
	Alt     Text   // what is to be seen, for who does not see it
	Credit  Text   // whose it is
	Caption Text   // may be nil
}

// imageName is a file within the folder: no part of it begins with a dot or has
// a character that a file system or an address gives a meaning.
const imageName = `^([^./\\:*?"<>|#%\x00-\x1F][^/\\:*?"<>|#%\x00-\x1F]*/)*[^./\\:*?"<>|#%\x00-\x1F][^/\\:*?"<>|#%\x00-\x1F]*\.([pP][nN][gG]|[jJ][pP][eE]?[gG]|[gG][iI][fF]|[wW][eE][bB][pP])$`

func imageObject() object[Image] {
	return object[Image]{
		name: "image",
		says: "an image",
		fields: []field[Image]{
			need("src", imageFile(), func(i *Image) *string { return &i.Src }),
			need("alt", text(), func(i *Image) *Text { return &i.Alt }),
			need("credit", text(), func(i *Image) *Text { return &i.Credit }),
			may("caption", text(), func(i *Image) *Text { return &i.Caption }),
		},
	}
}

func imageSchema() string {
	return fmt.Sprintf(`{"type":"string","pattern":%q,"maxLength":%d}`, imageName, longestName)
}

// imageFile is the name of an image in the story's folder.
func imageFile() form[string] {
	return form[string]{shape{"a file in the story's folder", imageSchema()}, func(s spot) string {
		name := s.words()
		if name != "" && !IsImageName(name) {
			s.errorf(`images lie in the story's folder and end in .png, .jpg, .gif or .webp: "wharf.jpg"`, "%q is no image in the story's folder", shortened(name))
			return ""
		}
		return name
	}}
}

// IsImageName reports whether a story can have an image of this name.
func IsImageName(name string) bool {
	ok, _ := regexp.MatchString(imageName, name)
	return ok && utf8.RuneCountInString(name) <= longestName
}
