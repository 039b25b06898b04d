"""Reads the JSON report of `ksef-render check` as another program would, and says in lines what it holds.

    check_report.py REPORT

For each document: a line "document", file, structure, verdict as a JSON array, then a line "finding", code, severity,
line, column for each finding. Fails where the report isn't strict JSON in UTF-8, or a key is missing or of a wrong kind.
"""

import json
import sys


def unique(pairs):
    keys = [key for key, _ in pairs]
    assert len(keys) == len(set(keys)), "a key stands twice"
    return dict(pairs)


with open(sys.argv[1], "rb") as file:
    report = json.loads(file.read().decode("utf-8"), object_pairs_hook=unique)

assert report["format"] == 1
for document in report["documents"]:
    assert set(document) == {"file", "structure", "verdict", "findings"}
    assert document["verdict"] in {"in-order", "warnings", "refused", "unreadable"}
    print(json.dumps(["document", document["file"], document["structure"], document["verdict"]]))
    for finding in document["findings"]:
        assert set(finding) == {"code", "severity", "line", "column", "path", "sentence", "remedy", "source"}
        assert finding["severity"] in {"refused", "warning", "info"}
        for key in ("line", "column"):
            assert finding[key] is None or finding[key] >= 1
        for key in ("code", "sentence"):
            assert isinstance(finding[key], str) and finding[key]
        print(json.dumps(["finding", finding["code"], finding["severity"], finding["line"], finding["column"]]))
