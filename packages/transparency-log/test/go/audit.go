// Command audit checks a folder of a transparency log with Go's own client code: the checkpoint's signature, every
// entry against its leaf hash, every leaf against the root, and the root against an earlier checkpoint.
//
//	audit VKEY FOLDER [EARLIER-CHECKPOINT]
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// height is the height of a tile: 256 hashes.
const height = 8

func main() {
	if len(os.Args) < 3 {
		fmt.Println("FAIL usage: audit VKEY FOLDER [EARLIER-CHECKPOINT]")
		os.Exit(2)
	}
	size, err := audit(os.Args[1], os.Args[2], os.Args[3:])
	if err != nil {
		fmt.Println("FAIL", err)
		os.Exit(1)
	}
	fmt.Println("OK", size)
}

func audit(vkey, folder string, earlier []string) (int64, error) {
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return 0, err
	}
	tree, err := checkpoint(verifier, filepath.Join(folder, "checkpoint"))
	if err != nil {
		return 0, err
	}
	// TileHashReader accepts no tile that does not lead to the signed root.
	hashes := tlog.TileHashReader(tree, &tiles{folder})
	for bundle := int64(0); bundle*256 < tree.N; bundle++ {
		if err := auditBundle(hashes, folder, bundle, tree.N); err != nil {
			return 0, err
		}
	}
	for _, path := range earlier {
		old, err := checkpoint(verifier, path)
		if err != nil {
			return 0, err
		}
		proof, err := tlog.ProveTree(tree.N, old.N, hashes)
		if err != nil {
			return 0, err
		}
		if err := tlog.CheckTree(proof, tree.N, tree.Hash, old.N, old.Hash); err != nil {
			return 0, err
		}
	}
	return tree.N, nil
}

func checkpoint(verifier note.Verifier, path string) (tlog.Tree, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return tlog.Tree{}, err
	}
	opened, err := note.Open(text, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		return tlog.Tree{}, errors.New("not a checkpoint of this log")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return tlog.Tree{}, err
	}
	root, err := base64.StdEncoding.DecodeString(lines[2])
	if err != nil || len(root) != tlog.HashSize {
		return tlog.Tree{}, errors.New("not a root")
	}
	tree := tlog.Tree{N: size}
	copy(tree.Hash[:], root)
	return tree, nil
}

func auditBundle(hashes tlog.HashReader, folder string, bundle, size int64) error {
	width := size - bundle*256
	if width > 256 {
		width = 256
	}
	path := fmt.Sprintf("tile/entries/%s", name(bundle, width))
	data, err := os.ReadFile(filepath.Join(folder, path))
	if err != nil {
		return err
	}
	indexes := make([]int64, width)
	for i := range indexes {
		indexes[i] = tlog.StoredHashIndex(0, bundle*256+int64(i))
	}
	leaves, err := hashes.ReadHashes(indexes)
	if err != nil {
		return err
	}
	for _, leaf := range leaves {
		if len(data) < 2 || len(data)-2 < int(binary.BigEndian.Uint16(data)) {
			return fmt.Errorf("%s ends too early", path)
		}
		end := 2 + int(binary.BigEndian.Uint16(data))
		hash := tlog.RecordHash(data[2:end])
		if !bytes.Equal(hash[:], leaf[:]) {
			return fmt.Errorf("%s holds an entry that is not in the tree", path)
		}
		data = data[end:]
	}
	if len(data) > 0 {
		return fmt.Errorf("%s does not end where it should", path)
	}
	return nil
}

// name is a tile's number in groups of three digits, with the width of a partial one.
func name(n, width int64) string {
	text := fmt.Sprintf("%03d", n%1000)
	for n >= 1000 {
		n /= 1000
		text = fmt.Sprintf("x%03d/%s", n%1000, text)
	}
	if width < 256 {
		text += fmt.Sprintf(".p/%d", width)
	}
	return text
}

// tiles reads tiles from where c2sp.org/tlog-tiles has them.
type tiles struct{ folder string }

func (t *tiles) Height() int { return height }

func (t *tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var read [][]byte
	for _, tile := range wanted {
		path := filepath.Join(t.folder, fmt.Sprintf("tile/%d/%s", tile.L, name(tile.N, int64(tile.W))))
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		read = append(read, data)
	}
	return read, nil
}

func (t *tiles) SaveTiles([]tlog.Tile, [][]byte) {}
