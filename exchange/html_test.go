package exchange

import "testing"

func TestMarkup(t *testing.T) {
	for in, want := range map[string]string{
		"plain text, 3 < 4":                                    "plain text, 3 < 4",
		"<p>One</p>\n<p>Two &amp; three</p>":                   "One\nTwo & three",
		"a<br/>b<BR>c":                                         "a\nb\nc",
		"<script>alert(1)</script>x<!-- y -->":                 "x",
		"1 &lt;b&gt; 2":                                        "1 <b> 2",
		"<p>See <a href=\"https://a.example/\">A</a></p>":      "See A",
		"<p>Text</p><p><a href='https://a.example/'>A</a></p>": "Text",
		"<b>unclosed":                                          "unclosed",
		"R&D, x&nbsp;&nbsp;y":                                  "R&D, x y",
	} {
		if got, _ := newDraft(Options{}).markup(in, place{}); got != want {
			t.Errorf("%q becomes %q, not %q", in, got, want)
		}
	}
	d := newDraft(Options{})
	_, cites := d.markup(`<a href="https://a.example/?x=1&amp;y=2">A</a> <a href=javascript:alert(1)>B</a> <a href='https://a.example/?x=1&amp;y=2'>again</a> <img src="https://a.example/i.png">`, place{})
	if len(cites) != 1 || len(d.Sources) != 1 || d.Sources[0].URL != "https://a.example/?x=1&y=2" || d.report.Count(Dropped) != 2 {
		t.Errorf("%v %v %v", cites, d.Sources, d.report.Remarks)
	}
}
