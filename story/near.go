package story

import (
	"fmt"
	"strings"
)

// suggest returns `did you mean "x"?` for the candidate nearest to what was
// written, or "" when none is near.
func suggest(written string, candidates []string) string {
	best, nearest := -1, 0
	if len(written) > 2 {
		nearest = len(written)/3 + 1
	}
	for i, c := range candidates {
		if d := distance(strings.ToLower(written), strings.ToLower(c)); d <= nearest && (best < 0 || d < nearest) {
			best, nearest = i, d
		}
	}
	if best < 0 {
		return ""
	}
	return fmt.Sprintf("did you mean %q?", candidates[best])
}

// distance is the optimal string alignment distance, in bytes: how many
// letters must be put in, taken out, changed or swapped with their neighbour.
// Strings of more than 64 bytes are never near.
func distance(a, b string) int {
	if len(a) > 64 || len(b) > 64 {
		return 64
	}
	var rows [3][65]int
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		row, above, twice := &rows[i%3], &rows[(i+2)%3], &rows[(i+1)%3]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := above[j-1]
			if a[i-1] != b[j-1] {
				change++
			}
			row[j] = min(above[j]+1, row[j-1]+1, change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], twice[j-2]+1)
			}
		}
	}
	return rows[len(a)%3][len(b)]
}
