package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"path"
	"regexp"
	"strings"

	"dateline/assets"
	"dateline/player"
	"dateline/timeline"
	"dateline/web"
)

// site is the page of a story as static files, by their names with slashes.
// What the page loads lies in assets/ and is named by its content, so that it
// may be kept for ever; index.html and dateline-embed.js keep their names.
type site map[string][]byte

// makeSite makes a story's page. Problems of the story are printed.
func makeSite(path string, trouble io.Writer) (site, error) {
	engine, runtime, err := readEngine()
	if err != nil {
		return nil, err
	}
	st, err := read(path, trouble)
	if err != nil {
		return nil, err
	}
	line := timeline.New(st)
	basemap, err := cutBasemap(line)
	if err != nil {
		return nil, err
	}

	pack, err := newPack(line, st.Lang, trouble)
	if err != nil {
		return nil, err
	}

	s := make(site)
	var stage bytes.Buffer
	err = web.Stage{
		Script:     s.keep("stage.js", web.StageScript()),
		Engine:     s.keep("engine.wasm", engine),
		EngineSize: len(engine),
		Runtime:    s.keep("wasm_exec.js", runtime),
		Story:      s.keep("story.bin", pack.Encode()),
		Basemap:    s.keep("basemap.bin", basemap),
		Regular:    s.keep("regular.ttf", assets.FontRegular()),
		Bold:       s.keep("bold.ttf", assets.FontBold()),
	}.Write(&stage)
	if err != nil {
		return nil, err
	}
	picture, err := pictures(line, pack, basemap)
	if err != nil {
		return nil, err
	}
	var page bytes.Buffer
	err = web.Page{
		Page:    player.NewPage(line, st.Lang),
		Picture: picture,
		Files: web.PageFiles{
			Style:    folder + s.keep("dateline.css", append(web.Style(), inks()...)),
			Script:   folder + s.keep("dateline.js", web.Script()),
			Stage:    folder + s.keep("stage.html", stage.Bytes()),
			Pictures: folder + s.keep("pictures.html", picture.More),
		},
	}.Write(&page)
	if err != nil {
		return nil, err
	}
	s["index.html"] = page.Bytes()
	s["dateline-embed.js"] = web.EmbedScript()
	return s, nil
}

// folder is where the files named by their content lie.
const folder = "assets/"

// keep adds a file under a name that tells its content, and returns that name
// within the folder.
func (s site) keep(name string, data []byte) string {
	end := path.Ext(name)
	named := strings.TrimSuffix(name, end) + "." + contentHash(data) + end
	s[folder+named] = data
	return named
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
