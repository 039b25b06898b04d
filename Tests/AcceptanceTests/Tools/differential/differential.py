"""Compares our verdict on mutated invoices with that of xmllint and the official schemas.

    differential.py --shared FOLDER --samples FOLDER --checker PROGRAM [--seed N] [--count N]

makes the documents that the seed says, from the corpus, the samples and documents with every leaf of the schemas, asks
both, and says how many documents there were of each kind and on which the two don't agree. These are kept. `--json`
prints one JSON object instead. `--case N` shows a single document again, `--minimise` leaves out the mutations that
don't matter. Exit code 1 if there is a disagreement.
"""

import argparse
import itertools
import json
import os
import sys
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor

from cases import Case, make
from referee import Checker, official
from structures import all_structures

# So many documents are judged with one call of each program.
BATCH = 300

# So many disagreements of a batch are shown in full; where there are more, something is wrong throughout.
SHOWN = 20


class Verdict:
    """What both said of a document."""

    def __init__(self, case, theirs, complaint, ours):
        self.number, self.name, self.structure = case.number, case.name, case.structure.name
        self.base, self.mutators, self.description = case.base, case.mutators(), case.description()
        self.theirs, self.complaint, self.ours = theirs, complaint, ours
        self.words, self.data = "", None

    @property
    def agrees(self):
        return self.ours == self.theirs

    def as_object(self):
        return {
            "number": self.number, "file": self.name, "base": self.base, "mutations": self.description,
            "xmllint": self.theirs, "complaint": self.complaint, "ours": self.ours, "words": self.words}

    def __str__(self):
        return "\n".join([
            f"{self.name} (from {self.base})", f"  {self.description}", f"  xmllint: {self.theirs}  {self.complaint}",
            f"  ours:    {self.ours}  {self.words}"])


def judge(cases, checker):
    """Both verdicts on some cases; the files are there only while they are asked."""
    with tempfile.TemporaryDirectory(prefix="ksef-differential-") as folder:
        for case in cases:
            with open(os.path.join(folder, case.name), "wb") as file:
                file.write(case.data)
        theirs, ours = {}, checker.verdicts([case.name for case in cases], folder)
        for structure in {case.structure.name: case.structure for case in cases}.values():
            theirs.update(official(structure, [case.name for case in cases if case.structure is structure], folder))
        verdicts = [Verdict(case, *theirs[case.name], ours[case.name]) for case in cases]
        wrong = [(verdict, case) for verdict, case in zip(verdicts, cases) if not verdict.agrees]
        for verdict, case in wrong[:SHOWN]:
            verdict.words, verdict.data = checker.words(case.name, folder), case.data
    return verdicts


class Run:
    """What all worker processes share; they get it by being forked."""

    structures = None
    checker = None
    seed = 0


def judge_batch(numbers):
    return judge([make(Run.structures, Run.seed, number) for number in numbers], Run.checker)


def judge_bases(structure):
    """The bases as they are: a mutation of something invalid would say little."""
    bases = Run.structures[structure].bases
    cases = [Case(Run.structures[structure], number, base.name, [], base.data) for number, base in enumerate(bases)]
    verdicts = judge(cases, Run.checker)
    invalid = [verdict.base for verdict in verdicts if verdict.theirs != "valid"]
    if invalid:
        raise SystemExit(f"these bases aren't valid: {invalid}")
    return verdicts


def minimal(number):
    """A case that still disagrees, with as few of its mutations as need be."""
    whole = make(Run.structures, Run.seed, number)
    steps = range(5)
    for size in range(1, len(whole.steps)):
        smaller = [make(Run.structures, Run.seed, number, set(keep)) for keep in itertools.combinations(steps, size)]
        # Each by itself: their names are the same.
        for case in smaller:
            verdict = judge([case], Run.checker)[0]
            if case.steps and not verdict.agrees:
                return verdict
    return judge([whole], Run.checker)[0]


def shares(groups):
    """How many documents each group has, and how many of them are valid."""
    counted = {}
    for key, valid in groups:
        count = counted.setdefault(key, [0, 0])
        count[0] += 1
        count[1] += valid
    return {key: {"documents": count[0], "valid": count[1]} for key, count in sorted(counted.items())}


def summary(bases, verdicts):
    wrong = [verdict for verdict in bases + verdicts if not verdict.agrees]
    return {
        "bases": len(bases), "documents": len(verdicts),
        "valid": sum(verdict.theirs == "valid" for verdict in verdicts),
        "structures": shares((verdict.structure, verdict.theirs == "valid") for verdict in verdicts),
        "mutators": shares((name, verdict.theirs == "valid") for verdict in verdicts for name in set(verdict.mutators)),
        "disagreements": [verdict.as_object() for verdict in wrong]}


def say(report):
    def table(title, groups):
        print(f"{title:18}documents  valid")
        for name, count in groups.items():
            print(f"  {name:16}{count['documents']:9}{100 * count['valid'] / count['documents']:6.0f} %")
    table("structure", report["structures"])
    table("mutator", report["mutators"])
    of = report["documents"]
    print(f"{report['bases']} bases; {of} documents, {100 * report['valid'] / max(of, 1):.0f} % of them valid; "
          f"{len(report['disagreements'])} disagreements" + (f", kept in {report['kept']}" if report["disagreements"] else ""))


def keep(verdicts, folder):
    os.makedirs(folder, exist_ok=True)
    for verdict in verdicts:
        if verdict.data is not None:
            name = verdict.name if verdict.mutators else f"base-{verdict.name}"
            with open(os.path.join(folder, name), "wb") as file:
                file.write(verdict.data)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shared", required=True, help="the folder with corpus and schemas")
    parser.add_argument("--samples", required=True, help="the folder with more invoices")
    parser.add_argument("--checker", required=True, help="the program on trial; `check --schema-only FILE…` is added")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--count", type=int, default=20000, help="documents, besides the bases")
    parser.add_argument("--keep", help="the folder for documents with a disagreement; a new one if not given")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--case", type=int, help="the number of the only document to judge")
    parser.add_argument("--minimise", action="store_true")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def main():
    options = arguments()
    Run.structures = all_structures(os.path.abspath(options.shared), options.samples)
    Run.checker, Run.seed = Checker(options.checker), options.seed
    if options.case is not None:
        verdict = minimal(options.case) if options.minimise else judge_batch([options.case])[0]
        keep_folder = options.keep or tempfile.mkdtemp(prefix="ksef-disagreement-")
        verdict.data = verdict.data or make(Run.structures, Run.seed, options.case).data
        keep([verdict], keep_folder)
        print(f"{verdict}\n  kept in {keep_folder}")
        sys.exit(0 if verdict.agrees else 1)
    batches = [range(start, min(start + BATCH, options.count)) for start in range(0, options.count, BATCH)]
    with ProcessPoolExecutor(options.jobs) as pool:
        bases = [verdict for part in pool.map(judge_bases, Run.structures) for verdict in part]
        verdicts = [verdict for part in pool.map(judge_batch, batches) for verdict in part]
        wrong = [verdict for verdict in bases + verdicts if not verdict.agrees]
        if options.minimise:
            smaller = dict(zip([v.number for v in wrong if v.mutators], pool.map(
                minimal, [v.number for v in wrong if v.mutators])))
            verdicts = [smaller.get(verdict.number, verdict) for verdict in verdicts]
            wrong = [verdict for verdict in bases + verdicts if not verdict.agrees]
    kept = options.keep or (tempfile.mkdtemp(prefix="ksef-disagreements-") if wrong else None)
    if wrong:
        keep(wrong, kept)
    report = summary(bases, verdicts) | {"kept": kept}
    if options.json:
        print(json.dumps(report, ensure_ascii=False))
    else:
        for verdict in wrong:
            if verdict.data is not None:
                print(verdict)
        say(report)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
