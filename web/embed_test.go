package web_test

import "testing"

func TestElement(t *testing.T) {
	site := host(t)
	for name, address := range map[string]string{
		"same origin":  site + "/article.html",
		"other origin": site + "/article.html?from=" + served,
	} {
		t.Run(name, func(t *testing.T) {
			b := open(t, address, desktop, "request to another origin: "+served, "feature: 'web-share'") // a Chromium without sharing says so
			got := value[struct {
				Ready, First, Changed, Time string
				Count, Index                int
				Superseded, Unknown         bool
				Overtaken                   []bool
				Rung                        string
			}](b, `(async () => {
				const out = {}, story = document.querySelector("#story");
				let last = null;
				story.addEventListener("timechange", e => { last = e.detail; });
				out.Ready = (await story.ready).localName;
				const first = await story.seek("eu-support");
				out.First = last.event; out.Index = last.index; out.Count = last.count;
				out.Superseded = first.superseded; out.Rung = first.rung;
				await story.seek("eu-support"); // where it is already
				await story.seek("2025-03-01");
				out.Changed = last.event; out.Time = story.time;
				out.Unknown = await story.seek("no-such-thing").then(() => false, () => true);
				const many = await Promise.all([0.1, 0.5, 0.9].map(progress => story.seek({ progress })));
				out.Overtaken = many.map(m => m.superseded);
				return out;
			})()`)
			if got.Ready != "dateline-story" || got.First != "eu-support" || got.Index != 6 || got.Count != 11 {
				t.Errorf("seek to an event: %+v", got)
			}
			if got.Changed != "uk-loan" || got.Time != "2025-03-01" || !got.Unknown || got.Superseded {
				t.Errorf("seek to a day: %+v", got)
			}
			if n := len(got.Overtaken); n != 3 || got.Overtaken[2] {
				t.Errorf("the newest seek was overtaken: %v", got.Overtaken)
			}
			b.js(`await document.querySelector("#story").play()`)
			b.js(`await document.querySelector("#story").pause()`)
			if b.holds(`document.querySelector("#fallback").offsetHeight`) {
				t.Error("the fallback still stands beside the story")
			}
			if h := b.number(`document.querySelector("#story").offsetHeight`); h < 900 {
				t.Errorf("the frame is %v px high: its height message did not come", h)
			}
		})
	}
}
