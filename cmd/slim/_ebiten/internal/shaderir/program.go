// Package shaderir offers what Ebitengine asks of a shader that has been
// compiled. This file of cmd/slim stands in Ebitengine's place: there a program
// is a tree, of which GLSL is made in the browser; here it is that GLSL.
package shaderir

// Program is a shader as cmd/slim has prepared it.
type Program struct {
	UniformNames []string
	Uniforms     []Type
	Used         []uint32 // by word of the uniforms: 1 where the shader reads it, else 0
	Vertex       string   // GLSL ES 3.00, as is Fragment
	Fragment     string
}

// FilterUniformVariables sets what the shader does not read to 0, so that more
// draws can be one batch.
func (p *Program) FilterUniformVariables(uniforms []uint32) {
	for i, used := range p.Used {
		uniforms[i] *= used
	}
}
