"""`launcher.py DESCRIPTOR PROGRAM …`: runs a program and tells what it took, from a process that is small itself.

The system counts to the memory of a program what its parent had when it started it. What is told to the descriptor:
when it began and ended (monotonic clock), its seconds of processor time, its largest memory, and its exit code.
"""

import os
import sys
import time

report, *command = sys.argv[1:]
os.set_inheritable(int(report), False)
start = time.perf_counter()
_, status, used = os.wait4(os.posix_spawn(command[0], command, os.environ), 0)
figures = (start, time.perf_counter(), used.ru_utime + used.ru_stime, used.ru_maxrss, os.waitstatus_to_exitcode(status))
os.write(int(report), " ".join(map(str, figures)).encode())
