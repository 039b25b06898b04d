"""Looks for every value of documents on their prints.

    check.py SCHEMA CATALOG FILE.xml…

reads FILE.txt or FILE.pdf beside each, and answers with a line of JSON for each: what was looked for and is missing.
"""

import json
import os
import re
import sys
import xml.etree.ElementTree as ElementTree
from concurrent.futures import ThreadPoolExecutor

from paper import Paper, printed_pages
from schema import Schema, leaves
from words import COUNTRIES, IMPLIED, WORDS, WORDS_OF_FARMERS

# A word of so many letters may be broken where a column has no room for it.
LONGEST_WHOLE_WORD = 12

# A figure, date, time or account number: broken, it would be read as two.
FIGURE = re.compile(r"-?\d[\d ,.:]*( %| UTC)?")

# Numbers that are printed with a per cent sign.
RATES = {"P_12", "P_12Z", "P_9", "P_12_XII", "P_12Z_XII", "Udzial"}

# What all lines of an invoice have in common may be said once for all of them.
SAID_ONCE = {"KursWaluty", "P_6A", "P_4AA"}

# Elements that may say the state before a correction.
LINES = {"FaWiersz", "ZamowienieWiersz", "FakturaRRWiersz"}

# Values that stand in a narrow cell of a table, which pdftotext sets apart where it orders a page itself.
SET_APART = {"PrefiksPodatnika", "NrKSeFFaKorygowanej"}

# Leaves that are printed side by side: which of them comes first, the other one, and how they stand.
TOGETHER = {
    "KodFormularza": ("first", "WariantFormularza", ""),
    "WariantFormularza": ("second", "KodFormularza", "Struktura {} ({})"),
    "KodUE": ("first", "NrVatUE", ""),
    "NrVatUE": ("second", "KodUE", "{} {}"),
    "NrID": ("second", "KodKraju", "{} {}"),
}


class Leaf:
    """A text or attribute of a document."""

    def __init__(self, path, name, value, text, parents):
        self.path, self.name, self.value, self.text, self.parents = path, name, value, text, parents

    def sibling(self, name):
        """The text of an element beside this one."""
        for element in self.parents[-2] if len(self.parents) > 1 else ():
            if local(element) == name:
                return " ".join((element.text or "").split())
        return None


def local(element):
    return element.tag.rpartition("}")[2]


def leaves_of(root, types):
    """The leaves of a document in document order."""
    def walk(element, path, parents):
        path = f"{path}/{local(element)}" if path else local(element)
        parents = parents + [element]
        for name, value in element.attrib.items():
            if not name.startswith("{"):
                yield Leaf(f"{path}/@{name}", "@" + name, value, types.get(f"{path}/@{name}"), parents)
        if len(element) == 0:
            yield Leaf(path, local(element), " ".join((element.text or "").split()), types.get(path), parents)
        for child in element:
            yield from walk(child, path, parents)
    yield from walk(root, "", [])


class Expectation:
    """What the paper has to say for a leaf: one of the forms."""

    def __init__(self, leaf, forms, padded=False):
        self.leaf, self.forms, self.padded = leaf, forms, padded
        self.length = max((len(form) for form in forms), default=0)


def expectation(leaf, is_farmer):
    """None where the leaf needs no words."""
    name, value, kind = leaf.name, leaf.value, leaf.text.kind
    if value == "" or (name, value) in IMPLIED or name == "@Typ":
        return None
    if name in TOGETHER:
        return expected_together(leaf)
    if name == "KodKraju":
        if leaf.path.endswith("DaneIdentyfikacyjne/KodKraju"):
            # Looked for together with NrID.
            return None
        return Expectation(leaf, [COUNTRIES.get(value) or leaf.text.meanings[value]])
    if name == "RodzajFaktury":
        # The number stands behind the title; many words begin with "Faktura".
        title = WORDS[name]["KOR of several" if value == "KOR" and corrects_several(leaf) else value]
        return Expectation(leaf, [f"{title} {leaf.sibling('P_2') or leaf.sibling('P_4C')}"])
    if name in ("P_2", "P_4C") and leaf.sibling("RodzajFaktury"):
        # Looked for together with RodzajFaktury.
        return None
    if name == "PrefiksPodatnika":
        return Expectation(leaf, [f"Prefiks VAT {value}"])
    if name == "@kodSystemowy":
        # Looked for with WariantFormularza.
        return None
    words = (is_farmer and WORDS_OF_FARMERS.get(name)) or WORDS.get(name)
    if words and value in words:
        return Expectation(leaf, [words[value]])
    if name in RATES and re.fullmatch(r"\d+(\.\d+)?", value):
        return Expectation(leaf, [value.replace(".", ",") + " %"])
    if name in ("WKom", "SKom"):
        kind = kind_of_cell(leaf)
    if kind in ("date", "time"):
        return Expectation(leaf, [day_first(value)])
    if kind == "decimal":
        return Expectation(leaf, figures(value), padded=True)
    if name == "NrRB":
        return Expectation(leaf, [account(value), value])
    return Expectation(leaf, [value.replace("\u00a0", " ")])


def corrects_several(leaf):
    """Whether a correction is of a period, or of several invoices."""
    names = [local(element) for element in leaf.parents[-2]]
    return "OkresFaKorygowanej" in names or names.count("DaneFaKorygowanej") > 1


def expected_together(leaf):
    """A short code is looked for together with what it stands before, since it could be found anywhere by itself."""
    role, other, form = TOGETHER[leaf.name]
    beside = leaf.sibling(other)
    if role == "first" and beside:
        return None
    value = leaf.value.replace("\u00a0", " ")
    return Expectation(leaf, [form.format(beside, value) if beside else value])


def kind_of_cell(leaf):
    """The kind of a cell of an attachment's table by the column that it stands in."""
    row, table = leaf.parents[-2], leaf.parents[-3]
    position = list(row).index(leaf.parents[-1])
    columns = [element for element in table.iter() if local(element) == "Kol"]
    declared = columns[position].get("Typ") if position < len(columns) else "txt"
    if declared in ("date", "datetime") and re.match(r"\d{4}-\d\d-\d\d", leaf.value):
        return "time"
    return "decimal" if declared == "dec" and re.fullmatch(r"-?\d+(\.\d+)?", leaf.value) else "text"


def day_first(value):
    day, _, clock = value.partition("T")
    parts = re.match(r"(\d{4})-(\d\d)-(\d\d)(.*)", day)
    if not parts:
        return value
    clock = f" {clock}".replace("Z", " UTC") if clock else ""
    return f"{parts[3]}.{parts[2]}.{parts[1]}{parts[4]}{clock}"


def figures(value):
    """The digits with a comma, in threes or not."""
    whole, _, fraction = value.lstrip("-+").partition(".")
    sign = "-" if value.startswith("-") else ""
    end = "," + fraction if fraction else ""
    return [sign + f"{int(whole):,}".replace(",", " ") + end, sign + whole + end]


def account(value):
    digits = value.replace(" ", "").replace("-", "")
    prefix = "PL" if digits.startswith("PL") else ""
    digits = digits[len(prefix):]
    if not re.fullmatch(r"\d{26}", digits):
        return value
    return prefix + digits[:2] + " " + " ".join(digits[place:place + 4] for place in range(2, 26, 4))


def check(root, pages, types, is_farmer):
    """What is missing, what is broken, and how many values were looked for."""
    paper = Paper(pages)
    found = [leaf for leaf in leaves_of(root, types) if leaf.text is not None or leaf.value]
    unknown = [leaf for leaf in found if leaf.text is None]
    once = said_for_both_states(found)
    wanted = [expectation(leaf, is_farmer) for leaf in found if leaf.text is not None and leaf not in once]
    wanted = [expected for expected in wanted if expected]
    missing, broken, said = [], [], {}
    # The longest first: no value is found inside another.
    for expected in sorted(wanted, key=lambda expected: (-expected.length, expected.leaf.name == "NrWiersza")):
        leaf = expected.leaf
        hit = next((form for form in expected.forms if paper.take(form, padded=expected.padded)), None)
        if hit and FIGURE.fullmatch(hit) and paper.is_over_lines():
            broken.append((leaf.path, hit))
        if not hit and leaf.name == "KodKraju" and leaf.text.codes:
            hit = take_country(paper, expected.forms[0])
        if not hit and is_said_elsewhere(leaf, found, said):
            continue
        if not hit:
            tries = (paper.take_broken(form, leaf.text.kind == "text") for form in expected.forms)
            words = next((words for words in tries if words is not None), None)
            hit = words is not None
            broken += [(leaf.path, word) for word in words or [] if len(word) <= LONGEST_WHOLE_WORD]
        if hit:
            said.setdefault((leaf.name, leaf.value), leaf)
        else:
            missing.append((leaf.path, leaf.value))
    missing += [(leaf.path, leaf.value) for leaf in unknown]
    return {
        "values": len(found), "printed": len(wanted), "missing": missing, "broken": broken,
        "remainder": "Pozostałe dane" in paper.text}


def take_country(paper, name):
    """Takes a country's name; the schemas write them in capitals."""
    lowered = paper.text.lower()
    place = lowered.find(name.lower())
    while place >= 0:
        if paper.take(paper.text[place:place + len(name)]):
            return True
        place = lowered.find(name.lower(), place + 1)
    return False


def is_said_elsewhere(leaf, found, said):
    """Whether the print says the value once for several leaves that mean the same."""
    if (leaf.name, leaf.value) in said:
        if leaf.name in SAID_ONCE:
            # A rate or date that all lines share.
            return len({other.value for other in found if other.path == leaf.path}) == 1
        if leaf.name in ("NrWierszaFa", "NrWierszaZam"):
            # The states before and after a correction share a row's number.
            return any(local(element).startswith("StanPrzed") for other in found
                       if other.name == leaf.name and other.value == leaf.value for element in other.parents[-2])
    # A note on a line stands under that line.
    return leaf.name == "NrWiersza" and ("NrWierszaFa", leaf.value) in said


def said_for_both_states(found):
    """The leaves of lines before a correction whose line after it says the same.

    What is the same before and after stands once, at the head of the item.
    """
    alike = {}
    for leaf in found:
        if len(leaf.parents) > 1 and local(leaf.parents[-2]) in LINES:
            alike.setdefault((leaf.path, leaf.value), []).append(leaf)
    return {
        leaf for leaves in alike.values() for leaf in leaves
        if is_before(leaf.parents[-2]) and any(is_other_state(leaf.parents[-2], other.parents[-2]) for other in leaves)}


def is_before(line):
    return any(local(child).startswith("StanPrzed") for child in line)


def is_other_state(line, other):
    """Whether two lines are the states of one item: one before, one after, alike in number or identifier."""
    def of(element, names):
        return [child.text for child in element if local(child).startswith(names)]

    return is_before(line) != is_before(other) and (
        of(line, "NrWiersza") == of(other, "NrWiersza") or of(line, "UU_ID") == of(other, "UU_ID") != [])


def print_of(document):
    """The print beside a document: the text of one that has been changed, else a PDF."""
    name = os.path.splitext(document)[0]
    return name + ".txt" if os.path.exists(name + ".txt") else name + ".pdf"


def main(schema, catalog, *documents):
    schema = Schema(schema, catalog)
    types = leaves(schema)
    is_farmer = any(path.startswith("Faktura/FakturaRR/") for path in types)
    with ThreadPoolExecutor(2) as pool:
        prints = pool.map(lambda document: printed_pages(print_of(document)), documents)
        ordered = pool.map(lambda document: printed_pages(print_of(document), is_raw=False), documents)
        for document, pages, ordered_pages in zip(documents, prints, ordered):
            root = ElementTree.parse(document).getroot()
            answer = check(root, pages, types, is_farmer)
            answer["missing"] += [
                (path, value) for path, value in check(root, ordered_pages, types, is_farmer)["missing"]
                if (path, value) not in answer["missing"] and path.rpartition("/")[2] not in SET_APART]
            print(json.dumps({"file": document, **answer}, ensure_ascii=False))


if __name__ == "__main__":
    main(*sys.argv[1:])
