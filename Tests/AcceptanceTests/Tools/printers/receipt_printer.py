"""A receipt printer of the tests' own: takes ESC/POS as a printer does and keeps the dots that it would burn.

    receipt_printer.py replay JOB PGM [WIDTH]  replays a file on paper of so many dots; prints what was done besides dots
    receipt_printer.py serve FOLDER [OPTION…]  listens on a free port of the loopback, prints the port, takes one job

Options of serve:
    --close-after N   closes the connection after so many bytes
    --stall-after N   reads no more after so many bytes, and keeps the connection
    --silent          never answers
    --paper-out       has no paper from the start
    --paper-ends N    has none after so many rows
    --cover-open      is offline because its cover is open
    --tells-itself    sends its state unasked (automatic status back), four bytes after every piece that it takes
    --slow            takes 20 ms for each kilobyte
    --jobs N          takes so many jobs, one after the other (1)

Knows the few commands that our jobs are made of; any other is an error, since a printer would print it as letters.
"""

import socket
import sys
import time
from pathlib import Path


class Unknown(Exception):
    pass


class Starved(Exception):
    """A command isn't whole yet."""


class Printer:
    """Takes bytes in pieces of any size."""

    def __init__(self, paper_ends=None):
        self.buffer = bytearray()
        self.width = None
        self.rows = []
        self.deeds = []
        self.paper_ends = paper_ends
        self.answers = bytearray()
        self.states = {1: 0x12, 2: 0x12, 3: 0x12, 4: 0x12}

    def need(self, count):
        if len(self.buffer) < count:
            raise Starved

    @property
    def has_paper(self):
        return self.paper_ends is None or len(self.rows) < self.paper_ends

    def take(self, data):
        self.buffer += data
        try:
            while self.buffer:
                self.step()
        except Starved:
            pass

    def step(self):
        head = bytes(self.buffer[:2])
        if len(head) < 2:
            raise Starved
        if head == b"\x1b@":
            self.done(2, "reset")
        elif head == b"\x1bd":
            self.need(3)
            self.done(3, f"feed {self.buffer[2]}")
        elif head == b"\x1dV":
            self.need(4)
            if self.buffer[2] != 66:
                raise Unknown(f"GS V {self.buffer[2]}")
            self.done(4, "cut")
        elif head == b"\x1dr":
            self.need(3)
            # Paper: bits 2 and 3 where there is none.
            self.answers.append(0x00 if self.has_paper else 0x0C)
            self.done(3, "asked")
        elif head == b"\x10\x04":
            self.need(3)
            state = self.states[self.buffer[2]]
            if self.buffer[2] == 4 and not self.has_paper:
                state |= 0x60
            self.answers.append(state)
            self.done(3, None)
        elif head == b"\x1dv":
            self.raster()
        else:
            raise Unknown(f"{head.hex()} after {len(self.rows)} rows")

    def done(self, count, deed):
        del self.buffer[:count]
        if deed:
            self.deeds.append(deed)

    def raster(self):
        self.need(8)
        if self.buffer[2:4] != b"0\x00":
            raise Unknown("GS v in another mode")
        stride = self.buffer[4] | self.buffer[5] << 8
        rows = self.buffer[6] | self.buffer[7] << 8
        self.need(8 + stride * rows)
        if self.width not in (None, stride):
            raise Unknown("bands of two widths")
        self.width = stride
        data = bytes(self.buffer[8 : 8 + stride * rows])
        # A real printer looks for its real-time commands among the dots, too.
        for order in (b"\x10\x05", b"\x10\x14", b"\x10\x04"):
            if order in data:
                raise Unknown(f"a real-time command among the dots: {order.hex()}")
        for row in range(rows):
            if self.has_paper:
                self.rows.append(data[row * stride : (row + 1) * stride])
        del self.buffer[: 8 + stride * rows]

    def graymap(self, width=None):
        white_and_black = [bytes(0 if byte >> (7 - bit) & 1 else 255 for bit in range(8)) for byte in range(256)]
        stride = (self.width or 0) * 8
        width = width or stride
        lines = [b"".join(white_and_black[byte] for byte in row) for row in self.rows]
        if any(line[width:].strip(b"\xff") for line in lines):
            sys.exit("dots beside the paper")
        return b"P5\n%d %d\n255\n" % (width, len(lines)) + b"".join(line[:width] for line in lines)


def replay(job, picture, width=None):
    printer = Printer()
    printer.take(Path(job).read_bytes())
    if printer.buffer:
        sys.exit(f"the job ends within a command: {bytes(printer.buffer[:8]).hex()}")
    Path(picture).write_bytes(printer.graymap(width and int(width)))
    print(" ".join(printer.deeds))


def option(name, options):
    return int(options[options.index(name) + 1]) if name in options else None


def serve(folder, options):
    server = socket.create_server(("127.0.0.1", 0))
    print(server.getsockname()[1], flush=True)
    server.settimeout(60)
    for number in range(option("--jobs", options) or 1):
        with server.accept()[0] as peer:
            serve_one(peer, Path(folder), number, options)


def serve_one(peer, folder, number, options):
    printer = Printer(0 if "--paper-out" in options else option("--paper-ends", options))
    if "--cover-open" in options:
        printer.states[1] |= 0x08
        printer.states[2] |= 0x04
    close_after, stall_after = option("--close-after", options), option("--stall-after", options)
    received = 0
    peer.settimeout(60)
    while True:
        limit = 1024
        if close_after is not None:
            limit = min(limit, close_after - received)
        if stall_after is not None and received >= stall_after:
            time.sleep(30)
            return
        if limit == 0:
            break
        try:
            data = peer.recv(limit)
        except OSError:
            break
        if not data:
            break
        received += len(data)
        if "--tells-itself" in options:
            peer.sendall(b"\x10\x00\x00\x00")
        if "--slow" in options:
            time.sleep(0.02)
        try:
            printer.take(data)
        except Unknown as trouble:
            (folder / f"trouble-{number}.txt").write_text(str(trouble))
            break
        if "--silent" in options:
            printer.answers.clear()
        elif printer.answers:
            try:
                peer.sendall(printer.answers)
            except OSError:
                break
            printer.answers.clear()
    (folder / f"paper-{number}.pgm").write_bytes(printer.graymap())
    (folder / f"deeds-{number}.txt").write_text(" ".join(printer.deeds))


if __name__ == "__main__":
    if sys.argv[1] == "replay":
        replay(*sys.argv[2:])
    else:
        serve(sys.argv[2], sys.argv[3:])
