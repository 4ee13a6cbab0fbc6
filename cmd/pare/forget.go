package main

import "encoding/binary"

// forget makes zeros of what only tracebacks read. A place that is zero means
// "no name", "no table", "line 0".
func forget(m memory) error {
	t, err := find(m)
	if err != nil {
		return err
	}
	// Everything is looked at before anything is changed.
	kept := make([]bool, t.funcs-t.byPC) // bytes of tables that are read
	gone := map[int]bool{}               // tables that are not, by their places
	var places []int                     // of 4 bytes each
	for _, f := range t.all {
		for _, field := range []int{funcPCFile, funcPCLine} {
			gone[t.u32(f+field)] = true
		}
		places = append(places, f+funcName, f+funcPCFile, f+funcPCLine, f+funcUnit, f+funcStartLine)
		keep := []int{t.u32(f + funcPCFile - 4)} // how high the stack is
		for i := range t.u32(f + funcPCData) {
			table, place := t.pcTable(f, i)
			if i == unsafePoints {
				gone[table] = true
				places = append(places, place)
				continue
			}
			keep = append(keep, table)
		}
		for _, table := range keep {
			if table == 0 {
				continue
			}
			size := t.size(table)
			if size == 0 {
				return unknown("a table by instruction at %d", table)
			}
			for i := range size {
				kept[table+i] = true
			}
		}
		for _, c := range t.calls(f) {
			if !t.named(t.u32(c+callName)) || t.u32(c+callParent) > 1<<24 {
				return unknown("a call compiled into another at %d", c)
			}
			places = append(places, c+callName, c+callStartLine)
		}
	}
	delete(gone, 0)
	var idle []int // bytes of tables that nobody reads
	for table := range gone {
		size := t.size(table)
		if size == 0 {
			return unknown("a table by instruction at %d", table)
		}
		for i := range size {
			if !kept[table+i] {
				idle = append(idle, t.byPC+table+i)
			}
		}
	}
	for _, at := range idle {
		m[at] = 0
	}
	for _, at := range places {
		m.zero(at, at+4)
	}
	m.zero(t.names, t.byPC) // names, and files by package
	return nil
}

// walk reads a table by instruction: pairs of a value's change (zigzag) and how
// far it holds, both varints, until a change of zero that is not the first. It
// returns the table's size in bytes, 0 for what is none, and its greatest value.
func (t *tables) walk(table int) (size, greatest int) {
	if table <= 0 || table >= t.funcs-t.byPC {
		return 0, 0
	}
	data := t.memory[t.byPC+table : t.funcs]
	at, value := 0, -1
	greatest = -1
	for first := true; ; first = false {
		change, n := binary.Uvarint(data[at:])
		if n <= 0 {
			return 0, 0
		}
		if at += n; change == 0 && !first {
			return at, greatest
		}
		if change&1 != 0 {
			value += ^int(change >> 1)
		} else {
			value += int(change >> 1)
		}
		greatest = max(greatest, value)
		if _, n = binary.Uvarint(data[at:]); n <= 0 {
			return 0, 0
		}
		at += n
	}
}

func (t *tables) size(table int) int {
	size, _ := t.walk(table)
	return size
}

func (t *tables) greatest(table int) int {
	_, greatest := t.walk(table)
	return greatest
}
