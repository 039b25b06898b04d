"""The verdicts on files: that of xmllint with the official schema, and that of the program on trial."""

import os
import re
import shlex
import subprocess

# No file of a run keeps a program for so long.
PATIENCE = 900


def official(structure, files, folder):
    """xmllint's verdict on each file of a folder, and its first complaint.

    A file that it cannot read has no verdict of the schema; it counts as invalid.
    """
    answer = subprocess.run(
        ["/usr/bin/xmllint", "--noout", "--nonet", "--schema", structure.file, *files], cwd=folder, timeout=PATIENCE,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        env={"PATH": "/usr/bin", "LC_ALL": "C.UTF-8", "XML_CATALOG_FILES": structure.catalog})
    said = answer.stderr.decode("utf-8", "replace").split("\n")
    verdicts, complaints = {}, {}
    for line in said:
        name, _, rest = line.partition(" ")
        if rest in ("validates", "fails to validate"):
            verdicts[name] = "valid" if rest == "validates" else "invalid"
            continue
        name = line.partition(":")[0]
        if re.match(r"\d+: .*error", line[len(name) + 1:]):
            complaints.setdefault(name, line[len(name) + 1:].replace(f"{{{structure.namespace}}}", ""))
    for name in files:
        if name not in verdicts and name not in complaints:
            raise SystemExit(f"xmllint said nothing of {name}: {said[-3:]}")
    return {name: (verdicts.get(name, "invalid"), complaints.get(name, "")) for name in files}


class Checker:
    """The program on trial, as `ksef-render check --schema-only FILE…`."""

    def __init__(self, command):
        self.command = shlex.split(command) + ["check", "--schema-only"]

    def verdicts(self, files, folder):
        """Its verdict on each file; a word for what went wrong where it gave none, or one against its exit code."""
        answer = self._run(files, folder)
        lines = answer.stdout.decode("utf-8", "replace").split("\n")[:-1]
        said = {}
        for line in lines:
            name, _, verdict = line.rpartition(": ")
            said[name] = verdict if verdict in ("valid", "invalid") and name not in said else f"unclear: {line}"
        verdicts = {name: said.get(name, f"no verdict, exit code {answer.returncode}") for name in files}
        expected = 0 if all(verdict == "valid" for verdict in verdicts.values()) else 2
        if answer.returncode != expected:
            wrong = f"exit code {answer.returncode} instead of {expected}, with the verdict "
            verdicts = {name: wrong + verdict for name, verdict in verdicts.items()}
        return verdicts

    def words(self, file, folder):
        """What it says of one file, briefly."""
        said = self._run([file], folder).stderr.decode("utf-8", "replace")
        return " / ".join(line.strip() for line in said.split("\n") if line.strip())[:300]

    def _run(self, files, folder):
        # Verdicts are the same in every language and place; only the path has to be there.
        return subprocess.run(
            [*self.command, *files], cwd=folder, timeout=PATIENCE, stdin=subprocess.DEVNULL, capture_output=True,
            env={"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LC_ALL": "C.UTF-8", "HOME": "/nonexistent"})
