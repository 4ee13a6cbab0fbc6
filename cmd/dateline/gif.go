package main

import (
	"bufio"
	"compress/lzw"
	"image"
	"io"
	"math"

	"dateline/render"
)

// A gifSink writes a GIF (version 89a) frame by frame, so that a long one needs
// no more memory than a short one; image/gif wants all frames at once. Its 256
// colours are the theme's and their mixtures, the same in every frame, so that
// nothing flickers.
type gifSink struct {
	to     *bufio.Writer
	colors *fewColors
	fps    float64
	shown  float64 // frames that have been shown
	time   int     // of these, hundredths of a second
	pixels []byte
}

func newGIF(w io.Writer, p *render.Palette, size image.Point, fps float64) (*gifSink, error) {
	g := &gifSink{to: bufio.NewWriter(w), colors: newFewColors(p), fps: fps}
	b := []byte("GIF89a")
	b = append(b, le(size.X, 2)...)
	b = append(b, le(size.Y, 2)...)
	b = append(b, 0xf7, 0, 0) // a global table of 256 colours
	for _, c := range g.colors.list {
		b = append(b, c.R, c.G, c.B)
	}
	b = append(b, "\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00"...) // again and again
	_, err := g.to.Write(b)
	return g, err
}

func (g *gifSink) frame(m *image.RGBA, r image.Rectangle, stands int) error {
	g.shown += float64(stands)
	time := int(math.Round(g.shown * 100 / g.fps))
	delay := max(time-g.time, 2) // viewers take less for ten
	g.time += delay
	for delay > 0xffff { // as long as it can be said
		delay -= 0xffff
	}
	b := append([]byte{0x21, 0xf9, 4, 1 << 2}, le(delay, 2)...) // left in place
	b = append(b, 0, 0, 0x2c)
	for _, n := range []int{r.Min.X - m.Rect.Min.X, r.Min.Y - m.Rect.Min.Y, r.Dx(), r.Dy()} {
		b = append(b, le(n, 2)...)
	}
	if _, err := g.to.Write(append(b, 0, 8)); err != nil {
		return err
	}
	g.pixels = g.pixels[:0]
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := m.Pix[m.PixOffset(r.Min.X, y):][:4*r.Dx()]
		for i := 0; i < len(row); i += 4 {
			g.pixels = append(g.pixels, g.colors.nearest(row[i], row[i+1], row[i+2]))
		}
	}
	blocks := &blockWriter{to: g.to}
	z := lzw.NewWriter(blocks, lzw.LSB, 8)
	if _, err := z.Write(g.pixels); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	return blocks.close()
}

func (g *gifSink) close() error {
	g.to.WriteByte(0x3b) // Flush says whether it could
	return g.to.Flush()
}

// le is a number in little-endian bytes.
func le(n, bytes int) []byte {
	b := make([]byte, bytes)
	for i := range b {
		b[i] = byte(n >> (8 * i))
	}
	return b
}

// blockWriter cuts data into a GIF's blocks of at most 255 bytes.
type blockWriter struct {
	to    *bufio.Writer
	block [256]byte // its length, then its bytes
}

func (b *blockWriter) Write(data []byte) (int, error) {
	for i, c := range data {
		n := b.block[0] + 1
		b.block[n], b.block[0] = c, n
		if n == 255 {
			if err := b.flush(); err != nil {
				return i, err
			}
		}
	}
	return len(data), nil
}

func (b *blockWriter) flush() error {
	_, err := b.to.Write(b.block[:int(b.block[0])+1])
	b.block[0] = 0
	return err
}

func (b *blockWriter) close() error {
	if b.block[0] > 0 {
		if err := b.flush(); err != nil {
			return err
		}
	}
	return b.to.WriteByte(0)
}
