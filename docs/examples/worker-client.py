#!/usr/bin/env python3
"""Prints invoices through one process of `ksef-render worker`.

worker-client.py FOLDER INVOICE.xml... [-- OPTION...]

Writes a PDF for each invoice into FOLDER, and says on a line each what became of it. What follows `--` are options of the
worker, such as `--certificate firma.crt --key firma.key --passphrase-file secret --issued offline24`.
"""
import json
import os
import struct
import subprocess
import sys


class Worker:
    def __init__(self, *options, program="ksef-render"):
        self.process = subprocess.Popen(
            [program, "worker", *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def print(self, xml, **fields):
        """The head of the answer as a dictionary, its report, and the PDF's bytes (none where nothing was printed)."""
        lines = ["protocol: 1"] + [f"{name.replace('_', '-')}: {value}" for name, value in fields.items()]
        head = "".join(line + "\n" for line in lines).encode()
        for part in (head, xml):
            self.process.stdin.write(struct.pack(">I", len(part)) + part)
        self.process.stdin.flush()
        head, report, pdf = (self._part() for _ in range(3))
        answer = dict(line.split(": ", 1) for line in head.decode().split("\n") if line)
        return answer, json.loads(report), pdf

    def _part(self):
        (length,) = struct.unpack(">I", self._bytes(4))
        return self._bytes(length)

    def _bytes(self, count):
        data = self.process.stdout.read(count)
        if len(data) < count:
            raise RuntimeError(f"the worker ended with exit code {self.process.wait()}")
        return data

    def close(self):
        self.process.stdin.close()
        return self.process.wait()


def main(arguments):
    end = arguments.index("--") if "--" in arguments else len(arguments)
    folder, *invoices = arguments[:end]
    worker = Worker(*arguments[end + 1 :], program=os.environ.get("KSEF_RENDER", "ksef-render"))
    for path in invoices:
        with open(path, "rb") as file:
            answer, report, pdf = worker.print(file.read(), name=path)
        if answer["status"] == "printed":
            name = os.path.splitext(os.path.basename(path))[0] + ".pdf"
            with open(os.path.join(folder, name), "wb") as file:
                file.write(pdf)
            print(f"{path}: printed, pages: {answer['pages']}, number: {answer.get('number', '')}")
        else:
            print(f"{path}: {answer['status']}, {answer['code']}: {report['obstacle']['sentence']['pl']}")
            for finding in report["findings"]:
                print(f"  line {finding['line']}: {finding['sentence']['pl']} [{finding['code']}]")
    return worker.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
