"""A label printer of the tests' own: takes ZPL and keeps the dots that it would burn.

    label_printer.py JOB PGM

Written after the language, not after our code: labels, their width and length, graphic fields of hexadecimal digits with
their abbreviations. Labels are put one under the other.
"""

import re
import sys
from pathlib import Path

COUNTS = {letter: number for number, letter in enumerate("GHIJKLMNOPQRSTUVWXY", 1)}
COUNTS |= {letter: number * 20 for number, letter in enumerate("ghijklmnopqrstuvwxyz", 1)}


def digits(text, stride):
    """The rows of a graphic field, as digits."""
    rows, row, times = [], "", 0
    for letter in text:
        if letter in COUNTS:
            times += COUNTS[letter]
            continue
        if letter == ",":
            row = row.ljust(2 * stride, "0")
        elif letter == "!":
            row = row.ljust(2 * stride, "F")
        elif letter == ":":
            assert not row and rows, "a repeated row begins a row"
            rows.append(rows[-1])
            continue
        elif letter in "0123456789ABCDEF":
            row += letter * (times or 1)
            times = 0
        elif letter.isspace():
            continue
        else:
            sys.exit(f"no digit: {letter!r}")
        assert not times, "a count belongs to a digit"
        assert len(row) <= 2 * stride, "a row is too long"
        if len(row) == 2 * stride:
            rows.append(row)
            row = ""
    assert not row, "a row isn't whole"
    return rows


def label(text):
    width = int(re.search(r"\^PW(\d+)", text)[1])
    height = int(re.search(r"\^LL(\d+)", text)[1])
    assert 0 < height <= 32000
    rows = [bytes((width + 7) // 8)] * height
    for field in re.finditer(r"\^FO(\d+),(\d+)\^GFA,(\d+),(\d+),(\d+),([^^]*)\^FS", text):
        x, y, count, total, stride = map(int, field.groups()[:5])
        assert x == 0 and count == total <= 99999 and stride == (width + 7) // 8
        burnt = digits(field[6], stride)
        assert len(burnt) * stride == total, "the field has as many rows as it says"
        for number, row in enumerate(burnt):
            rows[y + number] = bytes.fromhex(row)
    known = re.sub(r"\^FO\d+,\d+\^GFA,\d+,\d+,\d+,[^^]*\^FS|\^(XA|XZ|MNN|PON|LH0,0|LT0|PW\d+|LL\d+)|\n", "", text)
    assert not known, f"unknown: {known[:40]}"
    return width, rows


def main():
    job = Path(sys.argv[1]).read_bytes().decode("ascii")
    labels = [label(text + "^XZ") for text in job.split("^XZ") if text.strip()]
    width = labels[0][0]
    shades = [bytes(0 if byte >> (7 - bit) & 1 else 255 for bit in range(8)) for byte in range(256)]
    rows = [row for _, rows in labels for row in rows]
    lines = [b"".join(shades[byte] for byte in row) for row in rows]
    assert not any(line[width:].strip(b"\xff") for line in lines), "dots beside the label"
    Path(sys.argv[2]).write_bytes(b"P5\n%d %d\n255\n" % (width, len(rows)) + b"".join(line[:width] for line in lines))


main()
