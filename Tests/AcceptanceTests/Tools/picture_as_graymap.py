"""Turns a PNG picture into a graymap (PGM, 8 bits), for tests that look at single pixels.

    picture_as_graymap.py PNG PGM

Knows what PNGs of codes are written as: no interlacing; gray, RGB, palette or RGBA. An A counts as paper underneath.
"""

import struct
import sys
import zlib
from pathlib import Path

CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}


def chunks(data):
    assert data[:8] == b"\x89PNG\r\n\x1a\n", "no PNG"
    place = 8
    while place < len(data):
        length, kind = struct.unpack(">I4s", data[place : place + 8])
        content = data[place + 8 : place + 8 + length]
        (check,) = struct.unpack(">I", data[place + 8 + length : place + 12 + length])
        assert check == zlib.crc32(kind + content), f"{kind} is damaged"
        yield kind, content
        place += 12 + length


def nearest(left, above, corner):
    guess = left + above - corner
    return min((abs(guess - left), 0, left), (abs(guess - above), 1, above), (abs(guess - corner), 2, corner))[2]


def unfiltered(data, stride, step):
    previous = bytes(stride)
    for start in range(0, len(data), stride + 1):
        kind, line = data[start], bytearray(data[start + 1 : start + 1 + stride])
        for x in range(stride):
            left = line[x - step] if x >= step else 0
            corner = previous[x - step] if x >= step else 0
            above = previous[x]
            line[x] = (line[x] + (0, left, above, (left + above) // 2, nearest(left, above, corner))[kind]) & 255
        yield line
        previous = line


def samples(line, depth, count):
    if depth == 8:
        return line
    assert depth < 8, "16 bits"
    full = (1 << depth) - 1
    return [(line[x * depth // 8] >> (8 - depth - x * depth % 8)) & full for x in range(count)]


def gray(pixel, colour, palette, depth):
    if colour == 3:
        pixel = palette[pixel[0] * 3 : pixel[0] * 3 + 3]
    elif depth < 8:
        pixel = [pixel[0] * 255 // ((1 << depth) - 1)]
    alpha = pixel[-1] if colour in (4, 6) else 255
    colours = pixel[:-1] if colour in (4, 6) else pixel
    # A coloured pixel becomes a gray one that is neither black nor white, which is what tests look for.
    value = colours[0] if len(set(colours)) == 1 else 128
    return (value * alpha + 255 * (255 - alpha)) // 255


def main():
    source, target = map(Path, sys.argv[1:])
    parts = list(chunks(source.read_bytes()))
    width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", dict(parts)[b"IHDR"])
    assert not interlaced, "interlaced"
    channels = CHANNELS[colour]
    palette = dict(parts).get(b"PLTE", b"")
    data = zlib.decompress(b"".join(content for kind, content in parts if kind == b"IDAT"))
    stride = (width * channels * depth + 7) // 8
    picture = bytearray()
    for line in unfiltered(data, stride, max(1, channels * depth // 8)):
        values = samples(line, depth, width * channels)
        picture += bytes(
            gray(values[x : x + channels], colour, palette, depth) for x in range(0, width * channels, channels)
        )
    target.write_bytes(b"P5\n%d %d\n255\n" % (width, height) + bytes(picture))


main()
