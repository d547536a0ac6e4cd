"""Runs a stage and tells what the process held when it had read its files, and at most, in KiB.

    memory.py RESULT COMMAND [WORD]...
"""

import subprocess
import sys
import time


def status(process, name):
    with open(f"/proc/{process.pid}/status") as lines:
        for line in lines:
            if line.startswith(name):
                return int(line.split()[1])
    return 0


def read_bytes(process):
    with open(f"/proc/{process.pid}/io") as lines:
        return int(lines.readline().split()[1])


process = subprocess.Popen(sys.argv[2:], stdout=subprocess.DEVNULL)
samples = []
while process.poll() is None:
    try:
        samples.append((read_bytes(process), status(process, "VmRSS"), status(process, "VmHWM")))
    except (OSError, IndexError):
        pass
    time.sleep(0.01)
last = max(read for read, _, _ in samples)
held = next(resident for read, resident, _ in samples if read >= last - 4096)
with open(sys.argv[1], "w") as result:
    result.write(f"{held}\t{max(peak for _, _, peak in samples)}\n")
sys.exit(process.returncode)
