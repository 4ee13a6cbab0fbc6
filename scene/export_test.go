package scene

// PlaceLabels places all labels once more.
func (s *Scene) PlaceLabels() {
	again := *s
	again.under = nil
	again.plan()
}
