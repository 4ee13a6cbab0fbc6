package screen

// A Count is what was handed to the graphics processor.
type Count struct {
	Batches, Triangles int
	Uploads            int // textures and parts of them
	Uploaded           int // bytes
}

func (c *Count) upload(bytes int) {
	c.Uploads++
	c.Uploaded += bytes
}

// Count is what was handed over since it was last asked for.
func (s *Screen) Count() Count {
	c := s.count
	s.count = Count{}
	return c
}
