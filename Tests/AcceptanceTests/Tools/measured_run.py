"""Runs a program and says what it cost.

    measured_run.py PROGRAM ARGUMENT...

Prints one JSON object: "code" (exit code, negative for a signal), "errors" (what it wrote to standard error),
"seconds" (by the clock), "processor-seconds" and "peak-kilobytes" (the most memory that was resident at once).
"""

import json
import resource
import subprocess
import sys
import time

started = time.monotonic()
answer = subprocess.run(sys.argv[1:], capture_output=True)
seconds = time.monotonic() - started
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
json.dump(
    {
        "code": answer.returncode,
        "errors": answer.stderr.decode("utf-8", "replace"),
        "seconds": seconds,
        "processor-seconds": usage.ru_utime + usage.ru_stime,
        "peak-kilobytes": usage.ru_maxrss,
    },
    sys.stdout,
)
