package web

import (
	"bytes"
	"fmt"
	"html/template"
	"slices"
	"strings"

	"dateline/player"
)

// A list of a story may have tens of thousands of entries. The page of such a
// story holds the first of them; the whole list stands on pages of its own,
// some hundred entries to each, which need no script, and from which the page's
// script takes the others as a reader comes to them.
const (
	mostWhole  = 300 // entries of a list that the page holds whole
	listedHere = 50  // entries of a longer one that it holds
	perPage    = 250 // … and that each of the list's own pages holds: some times as many
)

// List is a list that is too long for the story's page.
type List struct {
	Name  string // "events": its folder beside the page
	Title string
	Count int
	Total string // Count as a number of the page's language
}

// Long are the lists of the story that are too long for its page.
func (p Page) Long() []List {
	all := []List{
		{Name: "events", Title: p.Page.UI.Events, Count: len(p.Page.Events)},
		{Name: "flows", Title: p.Page.UI.Ledger, Count: len(p.Page.Flows)},
		{Name: "sources", Title: p.Page.UI.Sources, Count: len(p.Page.Sources)},
	}
	for _, kind := range p.Page.Kinds {
		all = append(all, List{Name: kind.Name, Title: kind.Title, Count: len(kind.Things)})
	}
	var out []List
	for _, l := range all {
		if l.Count > mostWhole {
			l.Total = p.Page.Number(l.Count)
			out = append(out, l)
		}
	}
	return out
}

// List is one of them, by its name; nil where the page holds it whole.
func (p Page) List(name string) *List {
	for _, l := range p.Long() {
		if l.Name == name {
			return &l
		}
	}
	return nil
}

// Pages is how many pages a list has.
func (l List) Pages() int { return (l.Count + perPage - 1) / perPage }

// Lines is how many rows it has as a table, with its head.
func (l List) Lines() int { return l.Count + 1 }

// Per is how many entries each of them has.
func (l List) Per() int { return perPage }

// Row is an entry of a list, with its place where the list is long.
type Row[T any] struct {
	It    T
	N, Of int          // counted from 1; 0: the list is whole
	Said  *player.Stop // the stop that ends with this event, where the page's script does not have its words
}

// Line is its place among the rows of a table, whose first is its head.
func (r Row[T]) Line() int {
	if r.N == 0 {
		return 0
	}
	return r.N + 1
}

// rowsOf are the entries of a list.
func rowsOf[T any](all []T) []Row[T] {
	out := make([]Row[T], len(all))
	for i := range all {
		out[i].It = all[i]
		if len(all) > mostWhole {
			out[i].N, out[i].Of = i+1, len(all)
		}
	}
	return out
}

// here are those of them that the story's page holds.
func here[T any](rows []Row[T]) []Row[T] {
	if len(rows) > mostWhole {
		return rows[:listedHere]
	}
	return rows
}

// Events, Flows, Sources and things are what the page holds of the lists.
func (p Page) Events() []Row[player.PageEvent]   { return here(p.events()) }
func (p Page) Flows() []Row[player.PageFlow]     { return here(rowsOf(p.Page.Flows)) }
func (p Page) Sources() []Row[player.PageSource] { return here(rowsOf(p.Page.Sources)) }

func things(k player.PageKind) []Row[player.PageThing] { return here(rowsOf(k.Things)) }

// events are the entries of the list of events. In a long one each says what is
// said of its stop, for the page's script is not told all of that at once.
func (p Page) events() []Row[player.PageEvent] {
	rows := rowsOf(p.Page.Events)
	if len(rows) <= mostWhole {
		return rows
	}
	stops := map[string]*player.Stop{}
	for i := range p.Page.Script.Stops {
		stops[p.Page.Script.Stops[i].Event] = &p.Page.Script.Stops[i]
	}
	for i := range rows {
		rows[i].Said = stops[rows[i].It.ID]
	}
	return rows
}

// Script is what the page's script is told at once: of a story with a long list
// of events, of each stop only what leads to it, and nothing that only long
// lists need of others.
func (p Page) Script() *player.Script {
	s := *p.Page.Script
	s.Stops = slices.Clone(s.Stops)
	for i := range s.Stops {
		if i > 0 && len(p.Page.Events) > mostWhole {
			s.Stops[i].Value, s.Stops[i].Live = "", ""
		}
		if len(p.Page.Flows) <= mostWhole {
			s.Stops[i].Flow = 0
		}
	}
	return &s
}

// listPage is one of the pages of a long list.
type listPage struct {
	Page
	List
	N    int // counted from 1
	Rows any
}

// WriteLists hands out the pages of the long lists by their names beside the
// story's page: "events/1.html".
func (p Page) WriteLists(take func(name string, page []byte)) error {
	t, err := parsed(p.funcs("../"), "list.html", "rows.html")
	if err != nil {
		return err
	}
	for _, l := range p.Long() {
		switch l.Name {
		case "events":
			err = writeList(p, t, l, p.events(), take)
		case "flows":
			err = writeList(p, t, l, rowsOf(p.Page.Flows), take)
		case "sources":
			err = writeList(p, t, l, rowsOf(p.Page.Sources), take)
		default:
			for _, kind := range p.Page.Kinds {
				if kind.Name == l.Name {
					err = writeList(p, t, l, rowsOf(kind.Things), take)
				}
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func writeList[T any](p Page, t *template.Template, l List, rows []Row[T], take func(string, []byte)) error {
	for n := 1; n <= l.Pages(); n++ {
		var page bytes.Buffer
		if err := t.Execute(&page, listPage{p, l, n, rows[(n-1)*perPage : min(n*perPage, l.Count)]}); err != nil {
			return err
		}
		take(fmt.Sprintf("%s/%d.html", l.Name, n), page.Bytes())
	}
	return nil
}

// Range says which entries a page holds: "251–500 of 10,000".
func (l listPage) Range() string {
	return l.Page.Page.Part((l.N-1)*perPage+1, min(l.N*perPage, l.Count), l.Count)
}

// Before and After are the pages beside it; 0: there is none.
func (l listPage) Before() int { return l.N - 1 }
func (l listPage) After() int {
	if l.N < l.Pages() {
		return l.N + 1
	}
	return 0
}

// Near are the pages that a page links to by their numbers: the first, the last
// and those around it; 0 stands for those between.
func (l listPage) Near() []int {
	var out []int
	last := 0
	for n := 1; n <= l.Pages(); n++ {
		if n > 1 && n < l.Pages() && (n < l.N-2 || n > l.N+2) {
			continue
		}
		if n > last+1 {
			out = append(out, 0)
		}
		out, last = append(out, n), n
	}
	return out
}

// funcs are what the templates call; up leads to the folder of the story's page.
func (p Page) funcs(up string) template.FuncMap {
	story := ""
	if up != "" {
		story = up + "index.html"
	}
	inPage := map[string]string{}
	for i, s := range p.Page.Sources {
		if len(p.Page.Sources) > mostWhole && i >= listedHere {
			inPage[s.ID] = fmt.Sprintf("%ssources/%d.html", up, i/perPage+1)
		}
	}
	return template.FuncMap{
		"words": words(p.Page), "plain": player.Plain, "things": things,
		"long":  p.List,
		"ui":    func() player.UI { return p.Page.UI },
		"story": func() string { return story },
		"up":    func() string { return up },
		"source": func(id string) string {
			page, elsewhere := inPage[id]
			if !elsewhere {
				page = story
			}
			return page + "#source-" + id
		},
		"image": func(src string) (Image, error) {
			i, err := p.image(src)
			i.Path = up + strings.TrimPrefix(i.Path, "./")
			return i, err
		},
	}
}
