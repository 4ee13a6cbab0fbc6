package exchange

import (
	"os"
	"strings"
	"testing"
)

func readDoc(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile("../docs/newsroom.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// Every column of our sheets is documented.
func TestColumnsAreDocumented(t *testing.T) {
	doc := readDoc(t)
	for sheet, names := range map[string]string{"story": columnNames(storyColumns()), "events": columnNames(eventColumns()), "flows": columnNames(flowColumns()),
		"routes": columnNames(routeColumns()) + " " + columnNames(waypointColumns()), "areas": columnNames(areaColumns()),
		"magnitudes": columnNames(magnitudeColumns()) + " " + columnNames(measureColumns()), "eras": columnNames(eraColumns()),
		"places": columnNames(placeColumns()), "sources": columnNames(sourceColumns()), "statuses": columnNames(changeColumns()),
		"figures": columnNames(figureColumns()), "remarks": columnNames(remarkColumns())} {
		_, part, ok := strings.Cut(doc, "### "+sheet)
		if !ok {
			t.Errorf("docs/newsroom.md has no part on the sheet %s", sheet)
		}
		part, _, _ = strings.Cut(part, "\n#")
		for _, name := range strings.Fields(names) {
			if !strings.Contains(part, "`"+name+"`") {
				t.Errorf("docs/newsroom.md does not explain the column %s of %s", name, sheet)
			}
		}
	}
}
