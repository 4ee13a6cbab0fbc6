package main

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/png"
	"math"
	"os"
)

// An apngSink writes an animated PNG (www.w3.org/TR/png-3): the chunks of a PNG
// for every frame, with its place and its time before them. A program that does
// not know animations shows the first frame.
type apngSink struct {
	to       *os.File
	size     image.Point
	fps      float64
	frames   int
	sequence uint32
	counted  int64 // where the number of frames stands
	encoder  png.Encoder
	one      bytes.Buffer
}

func newAPNG(f *os.File, size image.Point, fps float64) (*apngSink, error) {
	return &apngSink{to: f, size: size, fps: fps, encoder: png.Encoder{CompressionLevel: png.BestSpeed, BufferPool: new(pngMemory)}}, nil
}

func (a *apngSink) frame(m *image.RGBA, r image.Rectangle, stands int) error {
	a.one.Reset()
	if err := a.encoder.Encode(&a.one, m.SubImage(r)); err != nil {
		return err
	}
	data := a.one.Bytes()[8:] // behind the signature
	if a.frames == 0 {
		head := bytes.Clone(a.one.Bytes()[:8+25]) // signature and IHDR
		a.counted = int64(len(head))
		if _, err := a.to.Write(head); err != nil {
			return err
		}
		if err := a.chunk("acTL", make([]byte, 8)); err != nil {
			return err
		}
	}
	stand, per := stood(stands, a.fps)
	var control []byte
	for _, n := range []int{int(a.next()), r.Dx(), r.Dy(), r.Min.X - m.Rect.Min.X, r.Min.Y - m.Rect.Min.Y} {
		control = binary.BigEndian.AppendUint32(control, uint32(n))
	}
	control = binary.BigEndian.AppendUint16(control, stand)
	control = binary.BigEndian.AppendUint16(control, per)
	if err := a.chunk("fcTL", append(control, 0, 0)); err != nil { // left in place, laid over as it is
		return err
	}
	for len(data) >= 12 {
		n := binary.BigEndian.Uint32(data)
		name, body := string(data[4:8]), data[8:8+n]
		data = data[12+n:]
		if name != "IDAT" {
			continue
		}
		if a.frames > 0 {
			name, body = "fdAT", append(binary.BigEndian.AppendUint32(nil, a.next()), body...)
		}
		if err := a.chunk(name, body); err != nil {
			return err
		}
	}
	a.frames++
	return nil
}

// stood is how long a frame stands, as a fraction of seconds.
func stood(frames int, fps float64) (over, under uint16) {
	if whole := math.Round(fps); whole == fps && frames <= math.MaxUint16 {
		return uint16(frames), uint16(fps)
	}
	return uint16(min(math.Round(float64(frames)/fps*1000), math.MaxUint16)), 1000
}

// close writes how many frames there are, which is known now.
func (a *apngSink) close() error {
	if a.frames == 0 {
		return nil
	}
	if err := a.chunk("IEND", nil); err != nil {
		return err
	}
	count := binary.BigEndian.AppendUint32(nil, uint32(a.frames))
	_, err := a.to.WriteAt(chunk("acTL", append(count, 0, 0, 0, 0)), a.counted) // again and again
	return err
}

func (a *apngSink) next() uint32 {
	a.sequence++
	return a.sequence - 1
}

func (a *apngSink) chunk(name string, body []byte) error {
	_, err := a.to.Write(chunk(name, body))
	return err
}

// chunk is a PNG's chunk: its length, its name, its body and their checksum.
func chunk(name string, body []byte) []byte {
	b := binary.BigEndian.AppendUint32(make([]byte, 0, len(body)+12), uint32(len(body)))
	b = append(append(b, name...), body...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
}

// pngMemory keeps an encoder's memory from frame to frame.
type pngMemory struct{ kept *png.EncoderBuffer }

func (p *pngMemory) Get() *png.EncoderBuffer  { return p.kept }
func (p *pngMemory) Put(b *png.EncoderBuffer) { p.kept = b }
