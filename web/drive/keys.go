package drive

// keys are the code points by which WebDriver names keys that write nothing.
// (W3C WebDriver, 17.4.2)
var keys = map[string]string{
	"Shift": "\ue008", "Control": "\ue009", "Alt": "\ue00a", "Meta": "\ue03d",
	"Tab": "\ue004", "Enter": "\ue007", "Escape": "\ue00c", "Delete": "\ue017",
	"PageUp": "\ue00e", "PageDown": "\ue00f", "End": "\ue010", "Home": "\ue011",
	"ArrowLeft": "\ue012", "ArrowUp": "\ue013", "ArrowRight": "\ue014", "ArrowDown": "\ue015",
	"F2": "\ue032",
}

// keyActions are WebDriver's for a key with others held.
func keyActions(key string, held []string) []any {
	code := func(name string) string {
		if c, ok := keys[name]; ok {
			return c
		}
		return name
	}
	all := append(append([]string(nil), held...), key)
	var acts []any
	for _, name := range all {
		acts = append(acts, map[string]any{"type": "keyDown", "value": code(name)})
	}
	for i := len(all) - 1; i >= 0; i-- {
		acts = append(acts, map[string]any{"type": "keyUp", "value": code(all[i])})
	}
	return []any{map[string]any{"type": "key", "id": "keyboard", "actions": acts}}
}

// mouseActions are WebDriver's for one act of the mouse.
func mouseActions(act MouseAct, x, y float64) []any {
	acts := []any{map[string]any{"type": "pointerMove", "x": x, "y": y, "duration": 0}}
	down, up := map[string]any{"type": "pointerDown", "button": 0}, map[string]any{"type": "pointerUp", "button": 0}
	switch act {
	case Push:
		acts = append(acts, down)
	case Release:
		acts = append(acts, up)
	case Double:
		acts = append(acts, down, up, down, up)
	}
	return []any{map[string]any{"type": "pointer", "id": "mouse", "parameters": map[string]any{"pointerType": "mouse"}, "actions": acts}}
}

// wheelActions are WebDriver's for a turn of the wheel.
func wheelActions(x, y, down float64, ctrl bool) []any {
	turn := map[string]any{"type": "scroll", "x": int(x), "y": int(y), "deltaX": 0, "deltaY": int(down), "duration": 0}
	wheel := map[string]any{"type": "wheel", "id": "wheel", "actions": []any{turn}}
	if !ctrl {
		return []any{wheel}
	}
	pause := map[string]any{"type": "pause"}
	wheel["actions"] = []any{pause, turn, pause}
	return []any{wheel, map[string]any{"type": "key", "id": "keyboard", "actions": []any{
		map[string]any{"type": "keyDown", "value": keys["Control"]}, pause, map[string]any{"type": "keyUp", "value": keys["Control"]}}}}
}

// dragActions are WebDriver's for pointers that go side by side.
func dragActions(with Pointer, ways [][4]float64) []any {
	var all []any
	for i, way := range ways {
		move := func(share float64, ms int64) map[string]any {
			return map[string]any{"type": "pointerMove", "duration": ms, "x": way[0] + share*(way[2]-way[0]), "y": way[1] + share*(way[3]-way[1])}
		}
		acts := []any{move(0, 0), map[string]any{"type": "pointerDown", "button": 0}}
		for step := 1; step <= dragSteps; step++ {
			acts = append(acts, move(float64(step)/dragSteps, dragStep.Milliseconds()))
		}
		acts = append(acts, map[string]any{"type": "pointerUp", "button": 0})
		all = append(all, map[string]any{"type": "pointer", "id": string(with) + string(rune('a'+i)), "parameters": map[string]any{"pointerType": string(with)}, "actions": acts})
	}
	return all
}
