package story

// End is one end of a flow: one or several places, another flow, or open.
type End struct {
	Places []string // ids
	Flow   string   // id of the flow that this one goes on from; only in From
	Toward string   // id of a place: an open end that points there and stops short; only in To
}

// flowEnd is one place or several, or an object for an end that is no place.
func flowEnd(o object[End]) form[End] {
	places := oneOrMore(refer(placeID))
	says := places.says + ", or " + o.says
	schema := `{"anyOf":[` + places.schema + `,{"$ref":"#/$defs/` + o.name + `"}]}`
	return form[End]{shape{says, schema}, func(s spot) End {
		if s.node.kind == '{' {
			return o.read(s)
		}
		if s.node.kind != '"' && s.node.kind != '[' {
			s.is('"', "the id of a place, a list of ids, or "+o.says)
			return End{}
		}
		end := End{Places: places.read(s)}
		for i, id := range end.Places {
			for _, other := range end.Places[:i] {
				if id == other && id != "" {
					s.item(i).errorf("keep one of them", "%q is listed twice", shortened(id))
					break
				}
			}
		}
		return end
	}}
}

// flowStart is where a flow goes on from another.
func flowStart() object[End] {
	return object[End]{
		name:   "flow-start",
		says:   "a flow to go on from",
		fields: []field[End]{need("flow", refer(flowID), func(e *End) *string { return &e.Flow })},
	}
}

// flowGoal is where a flow points to without arriving.
func flowGoal() object[End] {
	return object[End]{
		name:   "flow-goal",
		says:   "a place to point to",
		fields: []field[End]{need("toward", refer(placeID), func(e *End) *string { return &e.Toward })},
	}
}
