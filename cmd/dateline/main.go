// Command dateline is the newsroom's tool: it begins and checks a story, builds
// its page, serves and draws it.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
)

// Exit codes: a story with problems is 1; wrong use, a missing engine and
// files that cannot be read or written are 2.
const (
	exitProblems = 1
	exitTrouble  = 2
)

const usage = `usage: dateline COMMAND …

  dateline new NAME                      begin a story: a small, complete, commented folder
  dateline check [STORY…]                report every problem of stories
  dateline schema                        print the JSON Schema of story.json
  dateline serve [STORY]                 preview the page, again at every save
  dateline build STORY… -o DIR           write the page, ready for any web server
  dateline render STORY -t TIME -o FILE  draw a still or an animation
  dateline import FILE…                  make a story of a spreadsheet, TimelineJS, GeoJSON, GPX …
  dateline export STORY -to FORMAT       write a story as CSV, GeoJSON or TimelineJS

STORY is a story.json, or a folder that holds one.
Every command explains its flags with -h.
`

// standing is what STORY is when a command is given none.
const standing = "examples/three-days-in-march"

var commands = map[string]func(args []string, out, trouble io.Writer) error{
	"new":    newFolder,
	"check":  check,
	"schema": schema,
	"render": renderFile,
	"build":  build,
	"serve":  serve,
	"import": importStory,
	"export": export,
}

// errProblems says that the story's problems have been printed.
var errProblems = errors.New("the story has problems")

// errUsage says that the command was used wrongly, which has been printed.
var errUsage = errors.New("wrong usage")

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, out, trouble io.Writer) int {
	if len(args) == 0 {
		fmt.Fprint(trouble, usage)
		return exitTrouble
	}
	if args[0] == "help" || args[0] == "-h" || args[0] == "--help" {
		fmt.Fprint(out, usage)
		return 0
	}
	command, ok := commands[args[0]]
	if !ok {
		fmt.Fprintf(trouble, "dateline: there is no command %q\n\n%s", args[0], usage)
		return exitTrouble
	}
	err := command(args[1:], out, trouble)
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errProblems):
		return exitProblems
	case !errors.Is(err, errUsage):
		fmt.Fprintf(trouble, "dateline %s: %v\n", args[0], err)
	}
	return exitTrouble
}
