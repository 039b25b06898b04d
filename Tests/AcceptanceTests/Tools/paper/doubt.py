"""Doubts the check: changes every value of a document in turn, and sees whether the check misses it on the old print.

    doubt.py SCHEMA CATALOG FILE.xml… with FILE.pdf beside each

answers with a line of JSON for each: how many changes were made, and which the check didn't notice.
"""

import json
import os
import sys
import xml.etree.ElementTree as ElementTree

from check import check, expectation, leaves_of
from paper import printed_pages
from schema import Schema, leaves


# Changes that can't be noticed, and why.
EXCUSED = {
    "P_12": "the summary names the rates once more",
    "P_12Z": "the summary names the rates once more",
    "P_9": "the lines may share a rate",
    "NrWiersza": "a note stands under its line",
    "NrWierszaFa": "the states before and after a correction share a number",
    "NrWierszaZam": "the states before and after a correction share a number",
}


def other_value(leaf, is_farmer):
    """Another value that needs other words on paper; None where the type has none."""
    value, kind = leaf.value, leaf.text.kind
    if kind == "code":
        said = expectation(leaf, is_farmer)
        for code in leaf.text.codes:
            leaf.value = code
            wanted = expectation(leaf, is_farmer)
            if wanted and said and wanted.forms != said.forms:
                return code
        return None
    if kind in ("date", "time"):
        return ("2049" if value[:4] != "2049" else "2048") + value[4:]
    if kind == "text":
        return value[:-1] + ("Q" if value[-1] != "Q" else "X")
    return "9" + value[1:] if value[0] != "9" else "8" + value[1:]


def doubt(document, pages, types, is_farmer):
    root = ElementTree.parse(document).getroot()
    before = check(root, pages, types, is_farmer)["missing"]
    changes, unnoticed = 0, []
    for leaf in list(leaves_of(root, types)):
        if leaf.text is None or leaf.name.startswith("@") or not expectation(leaf, is_farmer):
            continue
        element, value = leaf.parents[-1], leaf.value
        other = other_value(leaf, is_farmer)
        if other is None:
            continue
        changes += 1
        element.text = other
        if check(root, pages, types, is_farmer)["missing"] == before and leaf.name not in EXCUSED:
            unnoticed.append((leaf.path, value, other))
        element.text = value
    return {"file": document, "changes": changes, "unnoticed": unnoticed}


def main(schema, catalog, *documents):
    types = leaves(Schema(schema, catalog))
    is_farmer = any(path.startswith("Faktura/FakturaRR/") for path in types)
    for document in documents:
        pages = printed_pages(os.path.splitext(document)[0] + ".pdf")
        print(json.dumps(doubt(document, pages, types, is_farmer), ensure_ascii=False))


if __name__ == "__main__":
    main(*sys.argv[1:])
