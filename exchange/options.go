package exchange

import (
	"fmt"
	"slices"
	"strings"
)

// Check says what is wrong with the options themselves, whatever the files say.
func (o Options) Check() error {
	switch {
	case o.ID != "" && slug(o.ID) != o.ID:
		return fmt.Errorf("%q is no id: lower-case letters, digits and single hyphens make one", o.ID)
	case o.Lang != "" && newDraft(Options{}).tag(o.Lang) != o.Lang:
		return fmt.Errorf("%q is no language tag: they look like en, uk or zh-Hant", o.Lang)
	case o.Zone != "" && !isZone(o.Zone):
		return fmt.Errorf("%q is no time zone: they look like Europe/Kyiv", o.Zone)
	case o.Order != "" && o.Order != "dmy" && o.Order != "mdy":
		return fmt.Errorf("-dates is dmy or mdy, not %q", o.Order)
	case o.Format != "" && !slices.Contains(Formats(), o.Format):
		return fmt.Errorf("-from is one of %s, not %q", strings.Join(Formats(), ", "), o.Format)
	}
	if o.Undated != "" {
		if r := readDate(o.Undated, o); !r.ok {
			return fmt.Errorf("-undated: %s", r.why)
		}
	}
	return nil
}
