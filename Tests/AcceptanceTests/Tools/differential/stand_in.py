"""A checker to doubt the comparison with: it answers as told, without looking, or looks and then lies now and then.

    stand_in.py always-valid|always-invalid|honest|lies-once-in-a-thousand check --schema-only FILE…

It judges with xmllint where it looks; which schema a file is of, its name begins with. KSEF_SHARED names the folder of
the schemas; it is part of the command, so that the caller's environment doesn't matter: `env KSEF_SHARED=… python3 …`.
"""

import os
import re
import subprocess
import sys

from structures import FILES


def honest(files):
    schemas = os.path.join(os.environ["KSEF_SHARED"], "schemas")
    verdicts = {}
    for structure, schema in FILES.items():
        own = [file for file in files if file.startswith(structure + "-")]
        if own:
            answer = subprocess.run(
                ["/usr/bin/xmllint", "--noout", "--nonet", "--schema", os.path.join(schemas, schema), *own],
                capture_output=True, env={"XML_CATALOG_FILES": os.path.join(schemas, "catalog.xml")})
            said = answer.stderr.decode("utf-8", "replace").split("\n")
            verdicts.update((file, "valid" if f"{file} validates" in said else "invalid") for file in own)
    return verdicts


def answer(manner, files):
    if manner in ("always-valid", "always-invalid"):
        return {file: manner.removeprefix("always-") for file in files}
    verdicts = honest(files)
    if manner == "lies-once-in-a-thousand":
        for file in files:
            # No structure has so many bases: they aren't lied about.
            if int(re.search(r"\d+", file.partition("-")[2])[0]) % 1000 == 999:
                verdicts[file] = "invalid" if verdicts[file] == "valid" else "valid"
    return verdicts


def main(manner, check, only, *files):
    assert (check, only) == ("check", "--schema-only")
    verdicts = answer(manner, files)
    for file in files:
        print(f"{file}: {verdicts[file]}")
    sys.exit(0 if all(verdict == "valid" for verdict in verdicts.values()) else 2)


if __name__ == "__main__":
    main(*sys.argv[1:])
