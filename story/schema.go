package story

import (
	"fmt"
	"strings"
)

// outline is what documentation and schema need to know of an object.
type outline struct {
	name, says string
	keys       []outlineKey
	schema     string // of the keys together; may be empty
}

type outlineKey struct {
	shape
	name     string
	required bool
}

func (o object[T]) outline() outline {
	keys := make([]outlineKey, len(o.fields))
	for i, f := range o.fields {
		keys[i] = outlineKey{f.shape, f.name, f.required}
	}
	return outline{o.name, o.says, keys, o.schema}
}

// outlines lists every object of the format, the story first.
func outlines() []outline {
	return []outline{
		storyObject().outline(),
		windowObject().outline(),
		placeObject().outline(),
		pointObject().outline(),
		clockObject().outline(),
		eventObject().outline(),
		uncertain().outline(),
		figureObject().outline(),
		imageObject().outline(),
		flowObject().outline(),
		flowStart().outline(),
		flowGoal().outline(),
		changeObject().outline(),
		money().outline(),
		conversion().outline(),
		eraObject().outline(),
		routeObject().outline(),
		waypointObject().outline(),
		areaObject().outline(),
		magnitudeObject().outline(),
		measureObject().outline(),
		analysisObject().outline(),
		noteObject().outline(),
		correctionObject().outline(),
		sourceObject().outline(),
		citationObject().outline(),
	}
}

func textSchema() string {
	plain := fmt.Sprintf(`{"type": "string", "pattern": "\\S", "maxLength": %d}`, LongestText)
	return fmt.Sprintf(`    "text": {"anyOf": [%s, {"type": "object", "maxProperties": %d, "additionalProperties": %[1]s}]}`, plain, mostLanguages)
}

// Schema returns a JSON Schema (draft 2020-12) of story files, for editors
// that complete and check while an author types. Parse checks more.
func Schema() []byte {
	var b strings.Builder
	b.WriteString("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n" +
		"  \"title\": \"Dateline story\",\n  \"$ref\": \"#/$defs/story\",\n  \"$defs\": {\n" +
		textSchema())
	for _, o := range outlines() {
		fmt.Fprintf(&b, ",\n    %q: {\n      \"type\": \"object\",\n      \"additionalProperties\": false,\n      \"properties\": {", o.name)
		var required []string
		for i, k := range o.keys {
			if i > 0 {
				b.WriteString(",")
			}
			fmt.Fprintf(&b, "\n        %q: %s", k.name, k.schema)
			if k.required {
				required = append(required, fmt.Sprintf("%q", k.name))
			}
		}
		fmt.Fprintf(&b, "\n      },\n      \"required\": [%s]", strings.Join(required, ", "))
		if o.schema != "" {
			b.WriteString(",\n      " + o.schema)
		}
		b.WriteString("\n    }")
	}
	b.WriteString("\n  }\n}\n")
	return []byte(b.String())
}
