package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// print writes a line a package, the heaviest first.
func print(sizes map[string]int) string {
	var b strings.Builder
	for _, name := range heaviest(sizes) {
		fmt.Fprintf(&b, "%8d %s\n", sizes[name], name)
	}
	return b.String()
}

func heaviest(sizes map[string]int) []string {
	return slices.SortedFunc(maps.Keys(sizes), func(a, b string) int {
		return cmp.Or(cmp.Compare(sizes[b], sizes[a]), cmp.Compare(a, b))
	})
}

// read reads what print writes.
func read(text string) (map[string]int, error) {
	sizes := map[string]int{}
	for i, line := range strings.Split(strings.TrimRight(text, "\n"), "\n") {
		size, name, _ := strings.Cut(strings.TrimLeft(line, " "), " ")
		n, err := strconv.Atoi(size)
		if err != nil || name == "" {
			return nil, fmt.Errorf("line %d: %q is no size and package", i+1, line)
		}
		sizes[name] = n
	}
	return sizes, nil
}

// changes tells what is larger or smaller than before by a kilobyte or more,
// what is new and what is gone, and the sum. Compilers differ by less.
func changes(before, now map[string]int) string {
	const least = 1000
	difference, sum, was := map[string]int{}, 0, 0
	for name, size := range now {
		difference[name] += size
		sum += size
	}
	for name, size := range before {
		difference[name] -= size
		was += size
	}
	var b strings.Builder
	for _, name := range heaviest(difference) {
		if d := difference[name]; d >= least || d <= -least {
			note := ""
			switch {
			case before[name] == 0:
				note = "  new"
			case now[name] == 0:
				note = "  gone"
			}
			fmt.Fprintf(&b, "code: %8d B  %+8d  %s%s\n", now[name], d, name, note)
		}
	}
	fmt.Fprintf(&b, "code: %8d B  %+8d  all packages, against cmd/weigh/packages.txt\n", sum, sum-was)
	return b.String()
}
