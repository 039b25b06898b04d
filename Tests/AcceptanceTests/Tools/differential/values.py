"""Values that try the simple type of a leaf: at each boundary and one over it, in every notation, right or nearly so.

Each family is a function of the type, the value that stands there, and the source of chance; it gives a new value, or
None where it has nothing to say of that type.
"""

import datetime
import re

from patterns import DIGITS, matching

# Units that a text is made of; each is one or two characters, in one to four bytes.
UNITS = ["x", "ł", "\U0001f600", "e\u0301", "&", "<", "\u00a0", "\u200b", "Ω", "\u0085", "'", '"', "]", "\u202e"]

# What may stand around a value, and inside.
BLANKS = [" ", "  ", "\t", "\n", "\r", "\r\n", " \n ", "\u00a0", "\u2003", "\u0085", "\u200b", "\ufeff"]

INTEGERS = ["0", "1", "+1", "-1", "01", "-0", "+0", "007", "1.0", "1.", ".5", "1e5", "1E0", "NaN", "INF", "-INF", "0x1", "1 0",
            "1,0", "1_000", "- 1", "--1", "+-1", "+", "-", "\uff11", "\u0661", "127", "128", "-128", "255", "256",
            "2147483648", "99999999999999", "099999999999999", "999999999999999", "9" * 24, "9" * 25, "0" * 40 + "1", "",
            "true"]

DECIMALS = ["0", "-0", "+1", "01", "1.", ".5", "-.5", "+.5", ".", "-", "1.0", "1.00", "1.000", "-1.5", "0.0", "0.00", "00.5",
            "1,5", "1 000", "1\u00a0000.00", "1e5", "NaN", "INF", "\uff11", "1.\u0661", "1.2.3", "0x1F", "--1", "1-", "100",
            "100.00", "100.000001", "100.01", "99.999999", "1" + "." + "0" * 23, "1" + "." + "0" * 24, "5%", "", "6.5", "6.50",
            "7.0", "1\u22125", "\u22121"]

DATES = ["2026-02-28", "2026-02-29", "2024-02-29", "2026-02-30", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00",
         "2100-02-29", "2000-02-29", "0000-01-01", "0001-01-01", "-2026-02-28", "+2026-02-28", "12026-02-28", "02026-02-28",
         "2026-2-28", "26-02-28", "2026/02/28", "20260228", "28.02.2026", "2026-02-28Z", "2026-02-28+01:00",
         "2026-02-28-00:00", "2026-02-28T00:00:00", "2026-02-28 ", "\u0662\u0660\u0662\u0666-02-28", "2026\u201302\u201328", "",
         "2026-02", "2026", "--02-28"]

CLOCKS = ["00:00:00", "23:59:59", "24:00:00", "24:00:01", "24:00:00.0", "24:01:00", "25:00:00", "12:60:00", "23:59:60",
          "12:00", "12", "12:00:00.5", "12:00:00.123456789", "12:00:00.", "12:00:00,5", "1:00:00", "12:0:00", "12:00:5"]

ZONES = ["", "", "Z", "Z", "z", " Z", "+00:00", "-00:00", "+01:00", "+02:00", "-05:30", "+14:00", "-14:00", "+14:01", "-14:01",
         "+13:59", "+15:00", "-24:00", "+1:00", "+0100", "+01", "+01:60", "ZZ", "CET"]


def family_of_codes(text, value, rng):
    codes = [text.fixed] if text.fixed is not None else text.codes
    if not codes:
        return None
    return rng.choice(codes)


def family_of_near_codes(text, value, rng):
    """What is almost a code."""
    codes = [text.fixed] if text.fixed is not None else text.codes
    if not codes:
        return None
    code = rng.choice(codes)
    numeric = re.fullmatch(r"\d+(\.\d+)?", code)
    near = [code.lower(), code.upper(), code.swapcase(), code + code[-1], code[:-1], code[1:], "", "x" + code, code + "x",
            code.replace(" ", "  "), code.replace(" ", "\t"), code.replace(" ", "\u00a0"), code.replace(" ", ""),
            code.replace("_", "-"), code.replace("_", " ")]
    if numeric:
        near += ["+" + code, "0" + code, "-" + code, code + ".0", code + ".", code + "0", str(int(float(code)) + 1), "0",
                 "000000000000000000000000000000" + code, chr(0xff10 + int(code[0])) + code[1:], chr(0x660 + int(code[0]))]
    return rng.choice(near)


def family_of_lengths(text, value, rng):
    least, most = int(text.facets.get("minLength", 0)), int(text.facets.get("maxLength", 0))
    if text.codes or text.patterns or not most:
        return None
    length = rng.choice([least - 1, least, least + 1, most - 1, most, most, most + 1, most + 1, most + rng.randint(2, 9)])
    length = max(length, 0)
    unit = rng.choice(UNITS)
    filled = (unit * length)[:length]
    around = rng.random()
    if around < 0.15:
        # Blanks that collapse, or don't.
        filled = rng.choice(BLANKS) + filled + rng.choice(BLANKS)
    elif around < 0.3 and length > 4:
        place = rng.randrange(1, length)
        filled = filled[:place] + rng.choice(BLANKS) + filled[place:]
    elif around < 0.35 and length:
        filled = filled[:-1] + rng.choice(BLANKS)
    return filled


def family_of_short_texts(text, value, rng):
    if text.codes or text.kind != "text":
        return None
    return rng.choice(BLANKS + UNITS + ["", " x", "x ", "x\ty", "x\r\ny", "x  y", "-", "0", "\ufffd", "\ue000", "\U0010fffd", "a@b",
                                        "brak", "]]>", "&amp;"])


def family_of_patterns(text, value, rng):
    return matching(rng.choice(text.patterns), rng) if text.patterns else None


def family_of_near_patterns(text, value, rng):
    """What matches but for one or two characters."""
    if not text.patterns:
        return None
    edited = value if rng.random() < 0.4 else matching(rng.choice(text.patterns), rng)
    for _ in range(rng.choice([1, 1, 2])):
        edited = _edited(edited, rng)
    return edited


def _edited(value, rng):
    if not value:
        return rng.choice(["", " ", "0", "A"])
    place = rng.randrange(len(value))
    char = value[place]
    others = ["", char + char, " ", "\u00a0", "-", ".", "0", "1", "A", "a", "ż", "\n", char.swapcase(), "&", "\u0301"]
    if char.isdecimal():
        others += [rng.choice(DIGITS), rng.choice("0123456789"), "\uff10"]
    new = value[:place] + rng.choice(others) + value[place + 1:]
    return rng.choice([new, new, new, new, value[::-1], value[:-1], value + rng.choice("0aA ."), value.lower(), value.upper()])


def family_of_blanks(text, value, rng):
    """The value itself with blanks, which some types let fall."""
    blank = rng.choice(BLANKS)
    where = rng.randrange(4)
    if where == 3 and len(value) > 1:
        place = rng.randrange(1, len(value))
        return value[:place] + blank + value[place:]
    return [blank + value, value + blank, blank + value + blank, value + blank][where]


def family_of_numbers(text, value, rng):
    if text.kind not in ("integer", "decimal") and text.base not in ("byte", "integer", "decimal"):
        return None
    return rng.choice(INTEGERS if text.base != "decimal" or rng.random() < 0.2 else DECIMALS)


def family_of_digits(text, value, rng):
    """A number with as many digits before and after the point as allowed, and one more or less."""
    if text.kind not in ("integer", "decimal"):
        return None
    places = int(text.facets.get("fractionDigits", 0))
    whole = rng.choice([1, 2, 3, 12, 13, 14, 15, 16, 17, 18, int(text.facets.get("totalDigits", 24)) - places])
    fraction = rng.choice([0, 0, 1, places - 1, places, places, places + 1]) if text.kind == "decimal" else 0
    digits = "".join(rng.choice("123456789") for _ in range(whole)) if rng.random() < 0.8 else "0"
    after = "".join(rng.choice("0123456789") for _ in range(max(fraction, 0)))
    zeros = rng.choice(["", "", "", "0", "0000", "0" * 12])
    return rng.choice(["", "", "", "-", "+", "0"]) + digits + ("." + after + zeros if after else "")


def family_of_ranges(text, value, rng):
    """At a bound of the type, and next to it."""
    bounds = [text.facets[name] for name in ("minInclusive", "maxInclusive", "minExclusive") if name in text.facets]
    if not bounds:
        return None
    bound = rng.choice(bounds)
    if text.kind == "date":
        day = datetime.date.fromisoformat(bound) + datetime.timedelta(days=rng.choice([-1, 0, 0, 1, 365, -365]))
        return day.isoformat()
    if text.kind == "time":
        moment = datetime.datetime.fromisoformat(bound.replace("Z", "+00:00")).replace(tzinfo=None)
        moment += datetime.timedelta(seconds=rng.choice([-1, 0, 0, 1, 59, -59, 3600, -3600, 50400, -50400, 86400, -86400]))
        zone = rng.choice(["", "Z", "+00:00", "+01:00", "-01:00", "+14:00", "-14:00"])
        if rng.random() < 0.7 and zone not in ("", "Z"):
            # The same moment by another clock.
            hours = int(zone[:3])
            moment += datetime.timedelta(hours=hours)
        fraction = rng.choice(["", "", ".0", ".5", ".000000001"])
        # With a zone east of Greenwich, libxml2 takes the 59th second and a fraction for the next minute; the standard
        # doesn't, and neither do we.
        if zone.startswith("+") and moment.second == 59:
            fraction = ""
        return moment.isoformat() + fraction + zone
    return rng.choice([bound, bound + ".0", bound + ".000001", "-0.01", bound + "0", "0" + bound, str(int(bound) + 1),
                       str(int(bound) - 1)])


def family_of_dates(text, value, rng):
    if text.kind not in ("date", "time"):
        return None
    if text.kind == "date" and rng.random() < 0.5:
        return f"20{rng.randint(0, 59):02}-{rng.randint(0, 13):02}-{rng.randint(0, 32):02}"
    return rng.choice(DATES)


def family_of_moments(text, value, rng):
    if text.kind != "time":
        return None
    day = rng.choice(DATES) if rng.random() < 0.15 else f"20{rng.randint(27, 49)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    return day + rng.choice(["T", "T", "T", "T", "T", "T", "T", "t", " ", ""]) + rng.choice(CLOCKS) + rng.choice(ZONES)


def family_of_strangers(text, value, rng):
    """A value of another leaf's kind."""
    return rng.choice(["2026-03-01", "1", "2", "PL", "PLN", "VAT", "9999999999", "100.00", "true", "Ulica 1", "", "x" * 300, "FA",
                       "23", "zw", "GTU_01", "2026-03-01T10:00:00Z", "txt", "1-0E"])


# How often, and the family.
FAMILIES = {
    "code": (2, family_of_codes),
    "near-code": (2, family_of_near_codes),
    "length": (3, family_of_lengths),
    "short-text": (1, family_of_short_texts),
    "pattern": (3, family_of_patterns),
    "near-pattern": (2, family_of_near_patterns),
    "blanks": (1, family_of_blanks),
    "number": (1.5, family_of_numbers),
    "digits": (2, family_of_digits),
    "range": (2, family_of_ranges),
    "date": (1, family_of_dates),
    "moment": (2.5, family_of_moments),
    "stranger": (0.3, family_of_strangers),
}
