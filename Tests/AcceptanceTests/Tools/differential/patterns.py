"""Texts that match a schema's pattern, made from the pattern itself.

Python's own parser reads it: for the patterns of invoices its syntax is that of XML Schema.
"""

from re import _constants as kinds
from re import _parser

# Digits of other scripts, some of which are younger than Unicode 4.0.1, whose tables libxml2 has.
DIGITS = "\u0663\u0967\u0bef\u1369\u1371\u17e1\uff11\U000104a5\U0001d7d9" + "\u07c1\u0be6\u1091\u1a81\ua8d1\U00011067"

# What `.` is tried with.
ANY = "aZ9.@- #ż\u00a0\u0085\u2028\U0001f600"


def matching(pattern, rng):
    """A text that matches, unless it has a digit of those scripts."""
    return "".join(_sequence(_parser.parse(pattern), rng))


def _sequence(tokens, rng):
    for kind, value in tokens:
        if kind is kinds.LITERAL:
            yield chr(value)
        elif kind is kinds.ANY:
            yield rng.choice(ANY)
        elif kind is kinds.IN:
            yield _of_class(value, rng)
        elif kind is kinds.BRANCH:
            yield from _sequence(rng.choice(value[1]), rng)
        elif kind is kinds.SUBPATTERN:
            yield from _sequence(value[3], rng)
        elif kind is kinds.MAX_REPEAT:
            least, most, inner = value
            most = least + 3 if most is kinds.MAXREPEAT else most
            for _ in range(rng.choice([least, most, rng.randint(least, most)])):
                yield from _sequence(inner, rng)
        else:
            raise SystemExit(f"{kind} isn't known in patterns")


def _of_class(members, rng):
    if members[0][0] is kinds.NEGATE:
        refused = [member for member in members[1:]]
        return next(char for char in iter(lambda: rng.choice(ANY), None) if not any(_holds(m, char) for m in refused))
    kind, value = rng.choice(members)
    if kind is kinds.LITERAL:
        return chr(value)
    if kind is kinds.RANGE:
        return chr(rng.choice([value[0], value[1], rng.randint(*value)]))
    if value is kinds.CATEGORY_DIGIT:
        return rng.choice(DIGITS) if rng.random() < 0.01 else rng.choice("0123456789")
    raise SystemExit(f"{value} isn't known in patterns")


def _holds(member, char):
    kind, value = member
    if kind is kinds.LITERAL:
        return ord(char) == value
    return kind is kinds.CATEGORY and value is kinds.CATEGORY_SPACE and char in " \t\n\r"
