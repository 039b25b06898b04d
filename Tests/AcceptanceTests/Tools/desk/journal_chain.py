"""Computes the hashes of a journal anew, as docs/offline-desk.md says, from `journal show --all --report json`.

    journal_chain.py FILE

Says how many entries there are and the hash of the last; ends with 1 where one doesn't fit.
"""

import base64
import datetime
import hashlib
import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    entries = json.load(file)
previous = b""
for place, entry in enumerate(entries, 1):
    moment = datetime.datetime.fromisoformat(entry["recorded"].replace("Z", "+00:00"))
    parts = [str(entry["number"]), str(int(moment.timestamp())), entry["kind"], entry["content"]]
    text = b"".join(b"%d:%s" % (len(part.encode()), part.encode()) for part in parts)
    digest = hashlib.sha256(previous + text).digest()
    encoded = base64.urlsafe_b64encode(digest).decode().rstrip("=")
    if entry["number"] != place or encoded != entry["hash"]:
        sys.exit(f"entry {entry['number']}: {encoded} isn't {entry['hash']}")
    previous = digest
print(len(entries), encoded)
