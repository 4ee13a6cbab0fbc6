package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/adler32"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"

	"dateline/assets"
	"dateline/player"
	"dateline/scene"
	"dateline/story"
	"dateline/timeline"
	"dateline/web"
)

// site is the page of a story as static files, by their names with slashes.
// What the page loads lies in assets/ and is named by its content, so that it
// may be kept for ever; index.html, in a folder of its own for each further
// language, and dateline-embed.js keep their names.
type site map[string][]byte

// options are what a site may have beside the story.
type options struct {
	also []string  // languages beside the story's own
	at   published // where the site is put up; empty: not known
	demo bool      // with an article around the story

	house *house // how pages and pictures look; nil: Dateline's own
	title string // of the page that lists several stories; may be empty
}

// makeSite makes the site of one story. Problems of the story are printed.
func makeSite(path string, opt options, trouble io.Writer) (site, error) {
	return makeSites([]string{path}, opt, trouble)
}

// makeSites makes the site of one story, or of several, each in a folder of its
// own that is called by the story's id. All share engine and assets, and a page
// lists them.
func makeSites(paths []string, opt options, trouble io.Writer) (site, error) {
	if _, _, err := readEngine(); err != nil {
		return nil, err
	}
	if opt.house == nil {
		opt.house = ownHouse()
	}
	var stories []*story.Story
	var images []map[string]picture
	known := map[string]string{assetFolder: "the assets"}
	failed := false
	for _, path := range paths {
		st, found, err := readIllustrated(path, trouble)
		switch {
		case errors.Is(err, errProblems):
			failed = true
			continue
		case err != nil:
			return nil, err
		case known[st.ID+"/"] != "":
			return nil, fmt.Errorf("%s and %s would have one folder, %s/", known[st.ID+"/"], path, st.ID)
		}
		known[st.ID+"/"] = path
		stories, images = append(stories, st), append(images, found)
	}
	if failed {
		return nil, errProblems
	}
	bar := newProgress(trouble, "drawing", len(stories))
	defer bar.end()
	s := make(site)
	var listed []web.GalleryStory
	for i, st := range stories {
		folder := ""
		if len(paths) > 1 {
			folder = st.ID + "/"
		}
		told, err := s.add(st, images[i], folder, opt, trouble)
		if err != nil {
			return nil, err
		}
		if len(paths) > 1 {
			entry, err := s.entry(told, opt.house)
			if err != nil {
				return nil, err
			}
			listed = append(listed, entry)
		}
		bar.done(i + 1)
	}
	if len(listed) > 0 {
		return s, s.addGallery(stories[0].Lang, opt, listed)
	}
	return s, nil
}

// told is a story as its page in its own language shows it.
type told struct {
	line    *timeline.Line
	pack    *scene.Pack
	basemap []byte
	words   *player.Page
	all     []edition // its own language first
}

// add adds a story's pages in a folder, "" or "talks/": one in each language
// that it has, and in those that are asked for besides.
func (s site) add(st *story.Story, images map[string]picture, folder string, opt options, trouble io.Writer) (told, error) {
	engine, runtime, err := readEngine()
	if err != nil {
		return told{}, err
	}
	line := timeline.New(st)
	basemap, err := cutBasemap(line)
	if err != nil {
		return told{}, err
	}
	// What all languages share; each adds its story, its pictures and its page.
	var frame bytes.Buffer
	err = web.Stage{
		Script:  s.keep("stage.js", web.StageScript()),
		Runtime: s.keep("wasm_exec.js", runtime), RuntimeSum: web.Integrity(runtime),
	}.Write(&frame)
	if err != nil {
		return told{}, err
	}
	common := web.PageFiles{
		Stage:      s.keep("stage.html", frame.Bytes()),
		Engine:     s.keep("engine.wasm", engine),
		EngineSize: len(engine),
		Basemap:    s.keep("basemap.bin", basemap),
		Regular:    s.keep("regular.ttf", opt.house.regular),
		Bold:       s.keep("bold.ttf", opt.house.bold),
		Style:      s.keep("dateline.css", slices.Concat(web.Style(), opt.house.style(), strip(line))),
		Stats:      s.keep("stats.js", web.StatsScript()),
		Sums: web.Sums{
			Engine: adler32.Checksum(engine), Basemap: adler32.Checksum(basemap),
			Regular: adler32.Checksum(opt.house.regular), Bold: adler32.Checksum(opt.house.bold),
		},
	}
	all := editions(st, opt.also)
	for i := range all {
		all[i].folder = folder + all[i].folder
	}
	out := told{line: line, basemap: basemap, words: player.NewPage(line, st.Lang), all: all}
	for i, e := range all {
		e.warn(st, trouble)
		pack, err := s.page(e, all, line, images, basemap, common, opt, trouble)
		if err != nil {
			return told{}, err
		}
		if i == 0 {
			out.pack = pack
		}
	}
	s["dateline-embed.js"] = web.EmbedScript()
	s["dateline-embed.d.ts"] = web.EmbedTypes()
	if opt.demo {
		return out, s.addDemo(out.words)
	}
	return out, nil
}

// page adds the page in one language, and returns what its engine gets.
func (s site) page(e edition, all []edition, line *timeline.Line, images map[string]picture, basemap []byte, files web.PageFiles, opt options, trouble io.Writer) (*scene.Pack, error) {
	pack, err := newPack(line, e.lang, opt.house, trouble)
	if err != nil {
		return nil, err
	}
	shared := e.up() + assetFolder
	picture, err := pictures(line, pack, basemap, opt.house, func(name string, data []byte) string { return shared + s.keep(name, data) })
	if err != nil {
		return nil, err
	}
	encoded := pack.Encode()
	files.Story, files.Sums.Story = s.keep("story.bin", encoded), adler32.Checksum(encoded)
	files.Pictures, files.Sums.Pictures = s.keep("pictures.html", picture.More), web.Integrity(picture.More)
	var page bytes.Buffer
	words := player.NewPage(line, e.lang)
	head, err := s.head(e.folder, words.Plain(), line, pack, basemap, opt)
	if err != nil {
		return nil, err
	}
	whole := web.Page{
		Page:      words,
		Picture:   picture,
		Head:      head,
		Languages: e.links(all),
		Images:    s.images(images, shared),
	}
	files.Script = s.keep("dateline.js", web.Script(len(whole.Long()) > 0))
	whole.Files = files.In(shared)
	if err := whole.Write(&page); err != nil {
		return nil, err
	}
	s[e.folder+"index.html"] = page.Bytes()
	return pack, whole.WriteLists(func(name string, page []byte) { s[e.folder+name] = page })
}

// images adds a story's images, and returns them by their names in its folder.
func (s site) images(all map[string]picture, shared string) map[string]web.Image {
	out := map[string]web.Image{}
	for src, p := range all {
		out[src] = web.Image{Path: shared + s.keep("image"+p.end, p.data), Width: p.width, Height: p.height}
	}
	return out
}

// assetFolder is where the files named by their content lie.
const assetFolder = "assets/"

// keep adds a file under a name that tells its content, and returns that name
// within the folder.
func (s site) keep(name string, data []byte) string {
	named := assetName(name, data)
	s[assetFolder+named] = data
	return named
}

func assetName(name string, data []byte) string {
	end := path.Ext(name)
	return strings.TrimSuffix(name, end) + "." + contentHash(data) + end
}

func contentHash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:6])
}

var hashedName = regexp.MustCompile(`^assets/.*\.[0-9a-f]{12}\.[a-z]+$`)

func hashed(name string) bool { return hashedName.MatchString(name) }

var errNoEngine = errors.New("this tool was built without the engine: run make engine first, then build the tool again")

// readEngine returns the engine and the script that starts it.
func readEngine() (wasm, runtime []byte, err error) {
	wasm, err = assets.Engine.ReadFile("engine/engine.wasm")
	if err != nil {
		return nil, nil, errNoEngine
	}
	runtime, err = assets.Engine.ReadFile("engine/wasm_exec.js")
	if err != nil {
		return nil, nil, errNoEngine
	}
	return wasm, runtime, nil
}
