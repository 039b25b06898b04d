"""Kills four tills at one desk at random moments, and looks after each time whether the records are whole.

    killed_tills.py RENDER DESK CERTIFICATES INVOICE FOLDER ROUNDS SEED

RENDER and DESK are the programs, CERTIFICATES a folder of `ksef-render demo-certificate`, INVOICE one of 2 March 2026
whose number is put anew, FOLDER an empty one. Ends with 1 where anything is wrong; says what, and counts at the end.
"""

import json
import os
import pathlib
import random
import re
import signal
import subprocess
import sys
import time

render, desk, certificates, invoice, folder, rounds, seed = sys.argv[1:]
folder, rounds = pathlib.Path(folder), int(rounds)
chance = random.Random(int(seed))
environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "Europe/Warsaw", "SOURCE_DATE_EPOCH": "1772442000"}
at_desk = ["--desk", str(folder / "desk")]
TILLS = 4


def run(*arguments):
    return subprocess.run(arguments, env=environment, capture_output=True, text=True, check=False)


def must(*arguments):
    outcome = run(*arguments)
    if outcome.returncode != 0:
        sys.exit(f"{' '.join(arguments)}: exit {outcome.returncode}\n{outcome.stdout}{outcome.stderr}")
    return outcome.stdout


def recorded():
    out = must(desk, "queue", "list", "--all", "--environment", "test", "--report", "json", *at_desk)
    return {entry["number"]: entry for entry in json.loads(out)}


def make_invoices(count, begin):
    """Invoices for each till; the first of each round goes to all of them, as if two cashiers printed the same one."""
    text = pathlib.Path(invoice).read_text(encoding="utf-8")
    for number in range(begin, begin + count):
        tills = range(TILLS) if number == begin else [number % TILLS]
        for till in tills:
            (folder / f"till{till}").mkdir(exist_ok=True)
            made = re.sub(r"<P_2>.*?</P_2>", f"<P_2>FV/{number}</P_2>", text, count=1)
            (folder / f"till{till}" / f"{number}.xml").write_text(made, encoding="utf-8")


def start(till, output):
    passphrase = str(pathlib.Path(certificates) / "demo-passphrase.txt")
    return subprocess.Popen(
        [render, "batch", str(folder / f"till{till}"), "--output-directory", str(folder / f"{output}{till}"),
         "--name", "{source}.pdf", "--resume", "--jobs", "1", "--today", "2026-03-02", "--environment", "test",
         "--user", "anna", "--passphrase-file", passphrase, *at_desk],
        env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        start_new_session=True)


def check():
    """What is printed is recorded, what is recorded has its XML, and the journal is whole."""
    out = run(desk, "journal", "verify", *at_desk)
    if out.returncode != 0:
        sys.exit(f"journal verify: exit {out.returncode}\n{out.stdout}{out.stderr}")
    known = recorded()
    printed = 0
    for till in range(TILLS):
        for pdf in (folder / f"print{till}").glob("*.pdf"):
            if f"FV/{pdf.stem}" not in known:
                sys.exit(f"{pdf} was printed and isn't recorded")
            printed += 1
    export = folder / "export"
    must(desk, "queue", "export", "--environment", "test", "--output-directory", str(export), *at_desk)
    for entry in known.values():
        name = entry["hash"] + ".xml"
        source = (folder / f"till{int(entry['number'][3:]) % TILLS}" / f"{entry['number'][3:]}.xml").read_bytes()
        if (export / name).read_bytes() != source:
            sys.exit(f"{entry['number']}: the XML kept isn't the one that was printed")
    return len(known), printed


must(desk, "certificate", "add", "--certificate", f"{certificates}/demo-offline.crt", "--key",
     f"{certificates}/demo-offline.key", "--passphrase-file", f"{certificates}/demo-passphrase.txt", "--user", "anna",
     "--environment", "test", *at_desk)
must(desk, "mode", "set", "offline24", "--reason", "no network", "--environment", "test", *at_desk)
# How long an undisturbed round takes here, so that the kills fall into it.
make_invoices(12, 1)
begin = time.monotonic()
for till in [start(till, "print") for till in range(TILLS)]:
    till.wait()
length = time.monotonic() - begin
total, in_the_middle = 12, 0
for _ in range(rounds):
    before, _ = check()
    make_invoices(12, total + 1)
    total += 12
    tills = [start(till, "print") for till in range(TILLS)]
    time.sleep(chance.uniform(0, length))
    for till in tills:
        os.killpg(till.pid, signal.SIGKILL)
    for till in tills:
        till.wait()
    count, printed = check()
    if before < count < total:
        in_the_middle += 1
# Undisturbed, each till finishes; then everything is printed again elsewhere and must be the same, byte for byte.
for output in ["print", "again"]:
    for till in [start(till, output) for till in range(TILLS)]:
        errors = till.communicate()[1].decode()
        if till.returncode != 0:
            sys.exit(f"a till ended with {till.returncode}: {errors}")
count, printed = check()
if count != total:
    sys.exit(f"{total} invoices, {count} recorded")
for till in range(TILLS):
    for pdf in (folder / f"print{till}").glob("*.pdf"):
        if pdf.read_bytes() != (folder / f"again{till}" / pdf.name).read_bytes():
            sys.exit(f"{pdf}: printed again it differs")
print(f"{rounds} kills, {in_the_middle} in the middle; {count} recorded, {printed} prints")
