"""A value of its own for every leaf of a document, valid for the leaf's type, so that none can pass for another.

The number of the leaf within its document makes the value: the same document has the same values every time.
"""

import datetime

WORDS = (
    "zażółć gęślą jaźń office fjord Ångström naïve Łódź „cudzysłów” wieś–miasto a&b <c> 100% d'Artagnan "
    "Журавель Αθήνα übergroß coöperatie œuvre"
).split()


class Markers:
    """The values of one document; `style` says how much room the texts take: plain, long or unbroken."""

    def __init__(self, style):
        self.style = style
        self.count = 0

    def value(self, text):
        """The next value of a type that isn't an enumeration."""
        self.count += 1
        n = self.count
        if text.kind == "date":
            return self._day(text, datetime.date(2017, 1, 1), n).isoformat()
        if text.kind == "time":
            clock = ["08:15:30Z", "23:59:59.5Z", "00:00:00+02:00"][n % 3]
            return f"{self._day(text, datetime.date(2026, 6, 1), n).isoformat()}T{clock}"
        if text.kind == "decimal":
            return self._decimal(text, n)
        if text.kind == "integer":
            return str(1000 + n)
        return self._text(text, n)

    def _day(self, text, first, n):
        day = first + datetime.timedelta(days=n)
        assert day.isoformat() < text.facets.get("maxInclusive", "2050"), "too many dates for one document"
        return day

    def _decimal(self, text, n):
        places = int(text.facets.get("fractionDigits", 2))
        if text.facets.get("maxInclusive") == "100":
            return f"{n % 90 + 1}.{n:04}"
        whole = str(1_000_000 + n * 1013)
        if self.style == "long":
            # As many digits as the type allows.
            room = min(int(text.facets.get("totalDigits", 18)) - places, 14)
            whole = whole + "0123456789"[: room - len(whole)]
        fraction = f"{n * 7919 % 99999989:08}"[:places]
        fraction = [fraction, fraction[:1], "", fraction][n % 4].rstrip("0")
        return ("-" if n % 7 == 3 else "") + whole + ("." + fraction if fraction else "")

    def _text(self, text, n):
        shaped = {
            r"[1-9]((\d[1-9])|([1-9]\d))\d{7}": lambda: nip(n),
            r"[1-9]((\d[1-9])|([1-9]\d))\d{7}-\d{5}": lambda: f"{nip(n)}-{n:05}",
            r"(\d|[A-Z]|\+|\*){1,12}": lambda: f"ZQ{n:06}+*",
            r"[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3}){0,1}": lambda: "ZQ" + letters(n) + "2A" + ("XYZ" if n % 2 else ""),
            r"\d{10}": lambda: f"71{n:08}",
            r"\d{9}": lambda: f"62{n:07}",
            r"[0-9]{3}[a-zA-Z0-9]{10}": lambda: f"{n % 900 + 100}Zq{n:08}",
            r"[a-zA-Z0-9]{1,50}": lambda: f"Zq{n:06}",
            r"[0-9A-Z]{10,32}": lambda: f"ZQ{n:010}",
            r"(.)+@(.)+": lambda: f"zq{n:04}@przyklad.example",
        }
        pattern = text.patterns[-1] if text.patterns else None
        if pattern in shaped:
            return shaped[pattern]()
        if pattern and pattern.startswith("(https?)"):
            return f"https://zq{n:04}.example.com:8443/zaplata?nr={n}&IPKSeF={n % 900 + 100}Ab{n:08}#dalej"
        if pattern and pattern.startswith("([1-9]"):
            return f"{nip(n)}-20260{n % 9 + 1}{n % 28 + 1:02}-{n:06X}-ABCDE{n % 10}-0{n % 10}"
        if pattern:
            raise SystemExit(f"no value is known for the pattern {pattern}")
        if text.facets.get("maxLength") == "34":
            return [f"{n % 90 + 10}10901014{n:016}", f"PL{n % 90 + 10}10901014{n:016}", f"DE{n:020}"][n % 3]
        return self._words(n, int(text.facets.get("maxLength", 256)))

    def _words(self, n, room):
        value = f"Zq{n:04}"
        if self.style == "unbroken" and n % 2:
            filler = "".join(WORDS).replace(" ", "")
            return (value + filler * (room // len(filler) + 1))[:room]
        wanted = room if self.style == "long" else len(value) + 12
        while True:
            word = WORDS[(n * 5 + len(value)) % len(WORDS)]
            if len(value) + 1 + len(word) > min(wanted, room):
                return value
            value += " " + word


def nip(n):
    """A tax number with a right checksum; all begin with 999."""
    for last in range(10):
        digits = f"999{n:05}{last}"
        check = sum(weight * int(digit) for weight, digit in zip((6, 5, 7, 2, 3, 4, 5, 6, 7), digits)) % 11
        if check < 10:
            return digits + str(check)
    raise AssertionError("of ten numbers one has a checksum of one digit")


def letters(n):
    """Four letters."""
    text = ""
    for _ in range(4):
        n, rest = divmod(n, 26)
        text = chr(65 + rest) + text
    return text
