// Command prepare compiles Ebitengine's own shaders, and those in the files
// that are named, and prints them as a table of Go. cmd/slim runs it in an
// unchanged copy of Ebitengine, whose compiler others cannot import.
package main

import (
	"fmt"
	"os"

	"github.com/hajimehoshi/ebiten/v2/internal/builtinshader"
	"github.com/hajimehoshi/ebiten/v2/internal/colormshader"
	"github.com/hajimehoshi/ebiten/v2/internal/legacyshader"
	"github.com/hajimehoshi/ebiten/v2/internal/shaderir/glsl"
)

func main() {
	sources := [][]byte{[]byte(builtinshader.ClearShaderSource)}
	for filter := range builtinshader.FilterCount {
		for address := range builtinshader.AddressCount {
			sources = append(sources,
				builtinshader.ShaderSource(builtinshader.Filter(filter), builtinshader.Address(address)),
				colormshader.ShaderSource(colormshader.Filter(filter), colormshader.Address(address)))
		}
	}
	for _, name := range os.Args[1:] {
		source, err := os.ReadFile(name)
		fail(err)
		sources = append(sources, source)
	}
	fmt.Print("// Made by cmd/slim.\n\npackage legacyshader\n\nimport \"github.com/hajimehoshi/ebiten/v2/internal/shaderir\"\n\nvar shaders = [...]prepared{\n")
	for _, source := range sources {
		fail(entry(source))
	}
	fmt.Print("}\n")
}

// entry prints a shader's line of the table.
func entry(source []byte) error {
	program, unit, err := legacyshader.CompileShader(source)
	if err != nil {
		return fmt.Errorf("%w, in\n%s", err, source)
	}
	words := 0
	for _, t := range program.Uniforms {
		words += t.DwordCount()
	}
	used := make([]uint32, words)
	for i := range used {
		used[i] = 1
	}
	program.FilterUniformVariables(used)
	vertex, fragment := glsl.Compile(program, glsl.GLSLVersionES300)
	fmt.Printf("{%q, %d, shaderir.Program{UniformNames: %#v, Uniforms: %#v, Used: %#v, Vertex: %q, Fragment: %q}},\n",
		source, unit, program.UniformNames, program.Uniforms, used, vertex, fragment)
	return nil
}

func fail(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "prepare:", err)
		os.Exit(1)
	}
}
