// Package legacyshader finds prepared shaders. This file of cmd/slim stands in
// the place of Ebitengine's way into its compiler, which is not linked.
package legacyshader

import (
	"errors"

	"github.com/hajimehoshi/ebiten/v2/internal/shaderir"
)

// Unit is what a shader measures positions in.
type Unit int

const (
	Texels Unit = iota
	Pixels
)

// prepared is one shader: prepared.go holds all there are.
type prepared struct {
	source  string
	unit    Unit
	program shaderir.Program
}

// CompileShader returns the program that cmd/slim has made of a source.
func CompileShader(source []byte) (*shaderir.Program, Unit, error) {
	for i := range shaders {
		if s := &shaders[i]; s.source == string(source) {
			return &s.program, s.unit, nil
		}
	}
	return nil, 0, errors.New("legacyshader: a shader that cmd/slim has not prepared: " + string(source))
}
