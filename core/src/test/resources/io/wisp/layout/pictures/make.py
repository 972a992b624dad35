"""Makes the pictures of this folder, and what Pillow and numpy read in them (expected.json).

python3 make.py (Pillow 9.4, numpy 1.24). A scan's grey is the mean of its colours on black; a mask's
labels are a palette's entries, else grey values; null where no labels are told.
"""
import json
import struct
import zlib

import numpy as np
from PIL import Image

W, H = 16, 2
g = np.zeros((H, W), np.uint8)
g[:, 8:] = 200
g[0, 0] = 63
mask = (g > 100).astype(np.uint8)
rgb = np.dstack([g, g, g])
red = np.dstack([mask * 255, mask * 0, mask * 0])
two = red.copy()
two[0, 3] = (0, 255, 0)
hole = np.full((H, W), 255, np.uint8)
hole[:, :8] = 0
half = np.where(hole == 0, 128, 255).astype(np.uint8)
expected = {}


def add(name, grey, labels):
    expected[name] = {
        "grey": np.asarray(grey, float).ravel().round(4).tolist(),
        "labels": None if labels is None else np.asarray(labels, float).ravel().tolist(),
    }


def read(name, labels=True):
    """What Pillow reads: grey, and the same as labels."""
    colours = np.asarray(Image.open(name).convert("RGB"), float).mean(-1)
    add(name, colours, colours if labels else None)


def save(array, name, labels=True, mode=None, **options):
    Image.fromarray(array, mode).save(name, **options)
    read(name, labels)


for ending in ("png", "tif", "bmp"):
    save(g, "grey8." + ending)
    save(rgb, "rgb." + ending)
    Image.fromarray(mask * 255).convert("1").save("grey1." + ending)
    read("grey1." + ending)
save(g, "grey8.jpg", quality=95)
save(rgb, "rgb.jpg", quality=95)
save(two, "two.jpg", labels=False, quality=95)
deep = g.astype(np.uint16) * 257
for ending in ("png", "tif"):
    Image.fromarray(deep).save("grey16." + ending)
    add("grey16." + ending, np.asarray(Image.open("grey16." + ending)), deep)
Image.fromarray(g.astype(np.int32)).save("int32.tif")
add("int32.tif", np.asarray(Image.open("int32.tif")), g)
Image.fromarray(g.astype(np.float32) / 255).save("float.tif")
add("float.tif", np.asarray(Image.open("float.tif")), None)
Image.fromarray(mask.astype(np.float32)).save("float01.tif")
add("float01.tif", mask, mask)

Image.fromarray(red).save("red.png")
add("red.png", red.mean(-1), mask)
save(two, "two.png", labels=False)

white = rgb * 0 + 255
Image.fromarray(np.dstack([white, hole])).save("hole.png")
add("hole.png", hole, hole)
Image.fromarray(np.dstack([white, half])).save("half.png")
add("half.png", half, None)
Image.fromarray(np.dstack([rgb * 0, hole])).save("black.png")
add("black.png", hole * 0, None)
Image.fromarray(np.dstack([rgb, g * 0 + 255])).save("opaque.png")
add("opaque.png", g, g)
Image.fromarray(np.dstack([g * 0 + 255, hole]), "LA").save("hole-grey.png")
add("hole-grey.png", hole, hole)
Image.fromarray(np.dstack([white, hole])).save("hole.tif")
add("hole.tif", hole, hole)

palette = Image.fromarray(mask, "P")
palette.putpalette([255, 255, 255, 0, 0, 0] + [7] * 750)
for ending in ("png", "tif", "bmp", "gif"):
    palette.save("palette." + ending)
    read("palette." + ending)
    expected["palette." + ending]["labels"] = (
        np.asarray(Image.open("palette." + ending)).ravel().astype(float).tolist()
    )
ramp = Image.fromarray(g, "P")
ramp.putpalette([v for i in range(256) for v in (i, i, i)])
ramp.save("ramp.png")
read("ramp.png")

ink = np.zeros((H, W, 4), np.uint8)
ink[..., 3] = 255 - g
save(ink, "cmyk.jpg", mode="CMYK", quality=95)
save(ink, "cmyk.tif", mode="CMYK")


def png(name, kind, bits, rows):
    def chunk(what, data):
        check = zlib.crc32(what + data) & 0xFFFFFFFF
        return struct.pack(">I", len(data)) + what + data + struct.pack(">I", check)

    with open(name, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
        file.write(chunk(b"IHDR", struct.pack(">IIBBBBB", W, H, bits, kind, 0, 0, 0)))
        file.write(chunk(b"IDAT", zlib.compress(b"".join(b"\0" + row for row in rows))))
        file.write(chunk(b"IEND", b""))


png("grey4.png", 0, 4, [bytes([0] * 4 + [0xCC] * 4)] * H)
read("grey4.png")
png("grey2.png", 0, 2, [bytes([0] * 2 + [0xAA] * 2)] * H)
read("grey2.png")
deep_rows = [np.repeat(row.astype(">u2") * 257, 3).astype(">u2").tobytes() for row in g]
png("rgb16.png", 2, 16, deep_rows)
add("rgb16.png", deep, deep)


def tiff(name, photometric, bits, data, samples=1, extra=None, signed=False, turn=None):
    tags = {256: W, 257: H, 258: bits, 259: 1, 262: photometric, 273: 0, 277: samples}
    tags.update({278: H, 279: len(data)})
    if turn:
        tags[274] = turn
    if extra is not None:
        tags[338] = extra
    if signed:
        tags[339] = 2
    start = 8 + 2 + 12 * len(tags) + 4
    beyond = struct.pack("<%dH" % samples, *[bits] * samples) if samples > 2 else b""
    out = b"II*\0" + struct.pack("<IH", 8, len(tags))
    for tag, value in sorted(tags.items()):
        long = tag in (256, 257, 273, 278, 279)
        value = start + len(beyond) if tag == 273 else value
        count = samples if tag == 258 else 1
        if tag == 258 and samples > 2:
            out += struct.pack("<HHII", tag, 3, count, start)
        elif long:
            out += struct.pack("<HHII", tag, 4, 1, value)
        else:
            out += struct.pack("<HHIHH", tag, 3, count, value, 0)
    with open(name, "wb") as file:
        file.write(out + struct.pack("<I", 0) + beyond + data)


tiff("white-is-zero8.tif", 0, 8, (255 - g).tobytes())
read("white-is-zero8.tif")
tiff("white-is-zero16.tif", 0, 16, (65535 - deep).astype("<u2").tobytes())
add("white-is-zero16.tif", deep, deep)
tiff("white-is-zero1.tif", 0, 1, np.packbits(1 - mask, axis=1).tobytes())
read("white-is-zero1.tif")
tiff("signed.tif", 1, 16, (g.astype("<i2") - 100).tobytes(), signed=True)
add("signed.tif", g.astype(float) - 100, None)
tiff("premultiplied.tif", 2, 8, np.dstack([rgb // 2, g * 0 + 128]).tobytes(), 4, extra=1)
add("premultiplied.tif", rgb[..., 0] // 2, None)
tiff("extra.tif", 2, 8, np.dstack([rgb, g * 0 + 9]).tobytes(), 4, extra=0)
add("extra.tif", g, g)

tiff("turned.tif", 1, 8, g.tobytes(), turn=6)
exif = Image.Exif()
exif[274] = 6
Image.fromarray(g).save("turned.jpg", exif=exif)
pages = [Image.fromarray(g)]
pages[0].save("pages.tif", save_all=True, append_images=pages)
Image.fromarray(rgb).convert("LAB").save("lab.tif")
Image.fromarray(np.dstack([white, hole * 0])).save("clear.png")
data = open("cmyk.jpg", "rb").read()
at = data.index(b"Adobe") - 4
open("no-adobe.jpg", "wb").write(data[:at] + data[at + 16 :])
for name in ("turned.tif", "turned.jpg", "pages.tif", "lab.tif", "clear.png", "no-adobe.jpg"):
    expected[name] = None

with open("expected.json", "w") as file:
    json.dump(expected, file, indent=0, sort_keys=True)
