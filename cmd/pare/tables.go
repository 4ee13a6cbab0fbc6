package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
)

// errUnknown is the error of tables that are not those that pare knows.
var errUnknown = errors.New("the linker's tables are not those that pare knows, Go 1.26's: the engine keeps what its tracebacks say, a fifth more to load; look at the runtime's _func, inlinedCall and moduledata, then change cmd/pare/tables.go")

func unknown(what string, args ...any) error {
	return fmt.Errorf(what+": %w", append(args, errUnknown)...)
}

// memory is what the program starts with. Reading beyond it gives zeros.
type memory []byte

func (m memory) u32(at int) int {
	if at < 0 || at+4 > len(m) {
		return 0
	}
	return int(binary.LittleEndian.Uint32(m[at:]))
}

func (m memory) u64(at int) int { return m.u32(at) | m.u32(at+4)<<32 }

func (m memory) zero(from, to int) { clear(m[from:to]) }

// Fields of the runtime's _func, in bytes (runtime/runtime2.go).
const (
	funcName      = 4
	funcPCFile    = 20
	funcPCLine    = 24
	funcPCData    = 28 // how many tables by instruction
	funcUnit      = 32
	funcStartLine = 36
	funcFuncData  = 43 // how many other tables; one byte
	funcSize      = 44 // … and behind them the places of the tables
)

// Tables by instruction, and others, by their numbers (internal/abi/symtab.go).
const (
	unsafePoints = 0 // where no signal may stop it; there are no signals in a browser
	inlined      = 2 // which of the calls that were compiled into it
	inlineTree   = 3 // those calls
)

// Fields of inlinedCall, in bytes (runtime/symtabinl.go).
const (
	callName      = 4
	callParent    = 8
	callStartLine = 12
	callSize      = 16
)

// moduleFuncs is the field gofunc of the runtime's moduledata (runtime/symtab.go),
// from which on tables are placed: behind one address, six slices and 21 numbers.
const moduleFuncs = 8 + 6*24 + 21*8

// tables are where the linker put what it says of functions, in bytes of memory.
type tables struct {
	memory
	header, names, units, files, byPC, funcs int
	end                                      int // of funcs
	others                                   int // where other tables are counted from
	all                                      []int
}

// find finds the tables by how their header begins: a number, two zeros, how
// long the shortest instruction is, and an address (internal/abi/symtab.go).
func find(m memory) (*tables, error) {
	magic := []byte{0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8}
	at := bytes.Index(m, magic)
	if at < 0 || bytes.Contains(m[at+1:], magic) {
		return nil, unknown("there is not one table of functions")
	}
	t := &tables{memory: m, header: at}
	for i, to := range []*int{&t.names, &t.units, &t.files, &t.byPC, &t.funcs} {
		*to = at + m.u64(at+32+8*i)
		if *to <= at || *to >= len(m) {
			return nil, unknown("table %d begins at %d of %d", i, *to, len(m))
		}
	}
	if !(t.names < t.units && t.units < t.files && t.files < t.byPC && t.byPC < t.funcs) {
		return nil, unknown("the tables are in another order")
	}
	n := m.u64(at + 8)
	for i := range n {
		f := t.funcs + m.u32(t.funcs+8*i+4)
		if f < t.funcs+8*n || f+funcSize > len(m) || m.u32(f) != m.u32(t.funcs+8*i) {
			return nil, unknown("function %d of %d lies elsewhere", i, n)
		}
		if !t.named(m.u32(f + funcName)) {
			return nil, unknown("function %d of %d has no name", i, n)
		}
		t.all = append(t.all, f)
		t.end = max(t.end, f+funcSize+4*m.u32(f+funcPCData)+4*int(m[f+funcFuncData]))
	}
	if len(t.all) < 100 || t.end > len(m) {
		return nil, unknown("there are %d functions", len(t.all))
	}
	module := t.module()
	if module < 0 {
		return nil, unknown("nothing names the tables")
	}
	t.others = m.u64(module + moduleFuncs)
	return t, nil
}

// module is where the runtime's own record of the tables lies.
func (t *tables) module() int {
	at := binary.LittleEndian.AppendUint64(nil, uint64(t.header))
	names := binary.LittleEndian.AppendUint64(nil, uint64(t.names))
	return bytes.Index(t.memory, append(at, names...))
}

// named reports whether a name begins at a place of the names.
func (t *tables) named(off int) bool {
	at := t.names + off
	return off == 0 || at < t.units && t.memory[at-1] == 0 && t.memory[at] != 0
}

// pcTable is where a function's nth table by instruction begins among those,
// or 0, and where it says so.
func (t *tables) pcTable(f, n int) (table, place int) {
	if n >= t.u32(f+funcPCData) {
		return 0, 0
	}
	place = f + funcSize + 4*n
	return t.u32(place), place
}

// calls are the calls that were compiled into a function.
func (t *tables) calls(f int) []int {
	if int(t.memory[f+funcFuncData]) <= inlineTree {
		return nil
	}
	off := t.u32(f + funcSize + 4*t.u32(f+funcPCData) + 4*inlineTree)
	which, _ := t.pcTable(f, inlined)
	if off == 1<<32-1 || which == 0 {
		return nil
	}
	var out []int
	for i := range t.greatest(which) + 1 {
		out = append(out, t.others+off+callSize*i)
	}
	return out
}
