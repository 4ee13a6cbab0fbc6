package main

import (
	"flag"
	"io"

	"dateline/story"
)

const schemaManual = `schema

Prints the JSON Schema (2020-12) of story.json, for editors that complete and
check while an author types. dateline check knows more: calendars, references
and the order of events.

  dateline schema >story.schema.json

A story names it with "$schema": "story.schema.json".`

func schema(args []string, out, trouble io.Writer) error {
	set := flag.NewFlagSet("schema", flag.ContinueOnError)
	rest, done, err := arguments(set, args, schemaManual, out, trouble)
	if done || err != nil {
		return err
	}
	if len(rest) > 0 {
		return wrong(set, schemaManual, trouble, errUnasked(rest[0]))
	}
	_, err = out.Write(story.Schema())
	return err
}
