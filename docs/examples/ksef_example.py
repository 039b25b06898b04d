#!/usr/bin/env python3
"""Prints an invoice through libksef, as PDF and as a receipt printer's job, and says what its codes and the check say.

ksef_example.py INVOICE.xml FOLDER [SETTING...]

Writes invoice.pdf and invoice.escpos into FOLDER. The settings, such as certificate=firma.crt, are those of
docs/c-library.md. The passphrase is the first line of standard input, where it has one. LIBKSEF names the library where
the system doesn't find it by itself.
"""
import ctypes
import json
import os
import sys
from ctypes import POINTER, byref, c_char_p, c_int, c_size_t, c_void_p


class Refused(Exception):
    """Why a call wasn't done; `code` is what the function returned, `report` all that is known, in both languages."""

    def __init__(self, code, error, text, report):
        super().__init__(f"{error}: {text}")
        self.code, self.error, self.report = code, error, report


class Result:
    """What one call made, copied from the library's memory, so that nothing is left to free."""

    def __init__(self, library, handle):
        length = c_size_t()
        start = library.ksef_result_bytes(handle, byref(length))
        self.bytes = ctypes.string_at(start, length.value)
        self.pages = library.ksef_result_page_count(handle)
        self.report = json.loads(library.ksef_result_report(handle))
        self.text = library.ksef_result_text(handle, b"pl").decode()
        library.ksef_free(handle)


class Printer:
    """Settings, template, fonts and certificate, opened once; any number of threads may print with it."""

    def __init__(self, passphrase=b"", **settings):
        self._library = load()
        self._printer = c_void_p()
        lines = self._lines(settings)
        self._done(self._library.ksef_printer_open(lines, passphrase, len(passphrase), byref(self._printer)))

    def close(self):
        self._library.ksef_printer_close(self._printer)
        self._printer = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def render(self, xml, **options):
        return self._call(self._library.ksef_render, xml, options)

    def links(self, xml, **options):
        return self._call(self._library.ksef_links, xml, options).bytes.decode().splitlines()

    def check(self, xml, **options):
        """The result, also where KSeF would refuse the invoice: its report has the verdict."""
        return self._call(self._library.ksef_check, xml, options)

    def _call(self, function, xml, options):
        handle = c_void_p()
        code = function(self._printer, xml, len(xml), self._lines(options), byref(handle))
        if not handle:
            self._done(code)
        return Result(self._library, handle)

    @staticmethod
    def _lines(settings):
        return "\n".join(f"{name.replace('_', '-')}={value}" for name, value in settings.items()).encode()

    def _done(self, code):
        if code != 0:
            library = self._library
            raise Refused(
                code, library.ksef_last_error_code().decode(), library.ksef_last_error(b"pl").decode(),
                json.loads(library.ksef_last_report()),
            )


def load():
    """The library with the types of its functions: without them ctypes would cut addresses in half."""
    library = ctypes.CDLL(os.environ.get("LIBKSEF", "libksef.so.0"))
    invoice = [c_void_p, c_char_p, c_size_t, c_char_p, POINTER(c_void_p)]
    for name, result, arguments in [
        ("version", c_char_p, []),
        ("printer_open", c_int, [c_char_p, c_char_p, c_size_t, POINTER(c_void_p)]),
        ("printer_close", None, [c_void_p]),
        ("render", c_int, invoice),
        ("links", c_int, invoice),
        ("check", c_int, invoice),
        ("result_bytes", c_void_p, [c_void_p, POINTER(c_size_t)]),
        ("result_page_count", c_int, [c_void_p]),
        ("result_report", c_char_p, [c_void_p]),
        ("result_text", c_char_p, [c_void_p, c_char_p]),
        ("free", None, [c_void_p]),
        ("last_error_code", c_char_p, []),
        ("last_error", c_char_p, [c_char_p]),
        ("last_report", c_char_p, []),
    ]:
        function = getattr(library, f"ksef_{name}")
        function.restype, function.argtypes = result, arguments
    return library


def main(invoice, folder, *settings):
    with open(invoice, "rb") as file:
        xml = file.read()
    named = dict(setting.split("=", 1) for setting in settings)
    passphrase = sys.stdin.buffer.readline().rstrip(b"\r\n")

    # Paper belongs to a printer: the till has one for A4, and one for its roll.
    with Printer(passphrase, paper="A4", **named) as sheets:
        checked = sheets.check(xml)
        print(checked.text, end="")
        if checked.report["verdict"] == "refused":
            return 2
        links = sheets.links(xml)
        print(*links, sep="\n")
        # Both prints carry the KOD II that was signed once.
        signed = {"signed_link": links[1]} if len(links) == 2 else {}
        pdf = sheets.render(xml, **signed)
    with Printer(passphrase, paper="roll80", format="escpos", **named) as roll:
        job = roll.render(xml, **signed)

    for name, result in (("invoice.pdf", pdf), ("invoice.escpos", job)):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(result.bytes)
        print(f"{name}: pages: {result.pages}")
    return 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    try:
        sys.exit(main(*sys.argv[1:]))
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        sys.exit(refusal.code)
