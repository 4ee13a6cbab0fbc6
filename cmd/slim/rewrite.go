package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// errUnknown is the error of a module whose files are not the known ones.
var errUnknown = errors.New("this version of Ebitengine is not the one that slim knows: the engine is built as it is, more than twice as large; look at the files that it changes, then change their hashes in cmd/slim/rewrite.go")

// change is one file of Ebitengine 2.10.4: what it must be, and what it
// becomes.
type change struct {
	path, hash string
	to         func(src []byte) ([]byte, error)
}

func changes() []change {
	return []change{
		{"internal/builtinshader/shader.go", "c37e473dfc068aa388ce180d730a56ba149aa1ae7ef1dab7939796a7a90e86a2", spellOutShaders},
		{"internal/colormshader/shader.go", "64d3e7652dfab658e1035362d64d814c747fef693ac66f32684bddba7bc0ae32", spellOutShaders},
		// Who called is of interest to debug logs alone; asking links go/build.
		{"internal/debug/caller.go", "3399bb9882b1954d1e94569392ab06d695427b85c84af0c567ca2ffe7f9ffb02", body("FirstCaller", `return "", 0, CallerTypeNone`)},
		// A browser's program is no guest of a virtual machine; being one links net and encoding/gob.
		{"internal/vmguest/vmguest.go", "7da531ef7c0bc7f81ac04333a3bbf013f707e47189cb06665d77d7bc32fc6abe", keep("MarkGuest", "IsGuest", "guestState")},
		{"internal/thread/thread.go", "c4c8cc267764546102576d48f75456da3e84f9c32fadfc1a2537cf8e3d83c555", body("logDiscardedCall", "")},
		{"internal/atlas/gpuresources.go", "3be72f1dddafff9a7454aef8e2dcfe7149f1f566618619976a57625cd94e8c10", silence},
		// Dumping images to a zip is for debugging by hand.
		{"internal/graphicscommand/image_js.go", "cc4b98f57f47ce6ae95cf42ee43337067834ce9f6810437b8a7af4ff69873359", body("DumpImages", `return "", nil`, "Dump", `return "", nil`)},
		{"internal/graphicscommand/image.go", "cea44bb60cc2a81e3fb99e5c9ebd798864bae97164f9761b1641365660e2837c", without("dumpTo", "dumpName")},
		{"imagedumper.go", "bc0b1646e1b7f6554c1b03c1abc614989c32c7a7d5d5983855d87ca548f6497c", body("update", "return nil", "dump", "return nil")},
		// The stage has made a canvas of the right size: making it small first costs its drawing buffer. Its size is asked
		// of it in every frame: a canvas that is known needs no new handle. There is no sound to halt ten times a second.
		// One goroutine draws all frames: each would make its stack anew.
		{"internal/ui/ui_js.go", "0d6a88da4b07b850171e608d19365abdc093f841488899874b5435576af5a2f8", chain(
			swap(`canvas.Set("width", 16)`, "", `canvas.Set("height", 16)`, "", "t := time.NewTicker(interval)", "t := time.NewTicker(24 * time.Hour)",
				"	var cf js.Func", "	due := make(chan struct{}, 1); var cf js.Func",
				"		// f can be blocked but callbacks must not be blocked. Create a goroutine (#1161).\n		go f()", "		select { case due <- struct{}{}: default: }",
				"	// Call f asyncly since ch is used in f.\n	go f()", "	go func() { for { f(); <-due } }()"),
			body("outsideSize", `return canvas.Get("clientWidth").Float(), canvas.Get("clientHeight").Float()`))},
		// The screen's picture is put together elsewhere and copied there: smooth edges and depth would cost four samples
		// a pixel for nothing.
		{"internal/graphicsdriver/opengl/graphics_js.go", "be727e6efbb0e6a8b20edbc5e74fc9ea67b39508c60c9cd85ad7db0f21d9c031", swap(
			`attr.Set("stencil", true)`, `attr.Set("antialias", false); attr.Set("depth", false)`)},
		// The copy covers the screen, which the browser has cleared.
		{"internal/graphicsdriver/opengl/graphics.go", "18109972e02745988890eeb15b1053cfaff564c35c781e6b12c138f312532abf", body("NeedsClearingScreen", "return false")},
		// What is uploaded is kept for the next time, thirty-one pieces of it, and behind them others that have left the
		// pool but not the array under it: after a large picture that would be half of the engine's memory, for good.
		{"internal/graphics/bytes.go", "2ec4fd91be03d65ac528cbeb4c8a9f404d80a403e0bd0cf637b74ad55e7f60dc", swap(
			"for len(b.pool) >= 32 || b.totalSize() >= 1024*1024*1024 {", "for len(b.pool) >= 32 || b.totalSize() > 4*1024*1024 {",
			"		b.pool = b.pool[1:]", "		b.pool = append(b.pool[:0:0], b.pool[1:]...)")},
		// What debug logs call things by.
		{"internal/graphicscommand/command.go", "3927fb6c68385f44e426fc1b0bd61502bd4044adeae625387381254b88a4621c", nameless},
		{"keys.go", "5945a86726bc22f9a66584ec3b3bf72d5d99af20d218248fbb994c12997f3b18", nameless},
		{"geom.go", "f98a38d286addb07417d8add032e0acbb5a2b8276d13fbc7ea96b843ab178700", nameless},
		{"colorscale.go", "a8563ebc796083d0fa89a58cd85bbb793498240a708419fcc7b937ea67641842", nameless},
		{"internal/ui/graphics.go", "f8209326b0d617f63e7dbc50364e659110fce5736fa790ca087ceea3f5cfcfe9", nameless},
		// The stage lets nobody play with a gamepad.
		{"internal/gamepad/gamepad.go", "770b6ef8ef804169abf0fc941ef58fe89ba2ee3a1195ff9c87ac1864e5e3e700", body("Update", "return nil")},
		// Shaders are prepared (kage.go): what compiled them, and what is made of a compiled one in the browser, goes.
		{"internal/legacyshader/legacyshader.go", "c7fd4caa2671f0cd4a59f158438cfa1dcb19d5cea4d58b356895b7619a2a7878", is(ownLookup)},
		{"internal/legacyshader/convert.go", "ba0edd363441e00f173f50b91293d3bbe09b41abc82724bae6b47a118e68bc11", keep()},
		{"internal/legacyshader/deprecated.go", "385a2d053c24464b7a83a17003e1977520c496f627ff9c66d2519fd24d725ec6", keep()},
		{"internal/graphics/shader.go", "7edded0133e4f78df63dbdae9ef43105a7ba03143eafd5d264ed6d693a704918", keep()},
		{"internal/shaderir/program.go", "f84c1b2db95e564047a7a081b9255c6bc771e044dd9a5e9e9f63333eac280b0a", is(ownProgram)},
		{"internal/shaderir/check.go", "a5530a1af5a28c1ba135cb50f99f1058270e8fd3bb61730a3954d9fc22f30aaa", keep()},
		{"internal/shaderir/type.go", "6cd5878f45e0eb01374b98a90fe36bb6c711bb4320c8f5d928f73b563b0e1f1b", without("descendantLocalVars", "localVariableType", "LocalVariableType")},
		{"internal/graphicsdriver/opengl/context.go", "9745ea85ecd102a88a5e21cff7e7b2a276c81f8d56952bf0fa02f475af4abcb4", without("glslVersion")},
		{"internal/graphicsdriver/opengl/shader.go", "22504cf80cf02ec897c71ea2451582a6f8c1be277f45b4ee155101eeff248fdf", takePrepared},
	}
}

// rewrite returns the changed files by their paths in the module.
func rewrite(dir string) (map[string][]byte, error) {
	out := map[string][]byte{}
	for _, c := range changes() {
		src, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(c.path)))
		if errors.Is(err, os.ErrNotExist) {
			return nil, fmt.Errorf("%s is gone: %w", c.path, errUnknown)
		}
		if err != nil {
			return nil, err
		}
		if sum := sha256.Sum256(src); hex.EncodeToString(sum[:]) != c.hash {
			return nil, fmt.Errorf("%s has changed: %w", c.path, errUnknown)
		}
		if out[c.path], err = c.to(src); err != nil {
			return nil, fmt.Errorf("%s: %w", c.path, err)
		}
	}
	return out, nil
}
