"""Runs a command in a terminal of its own and types into it.

Arguments: a list of pairs as JSON, the words to wait for and the keys to type then; and the command.
Prints what the terminal showed, and exits with the command's exit code.
"""

import fcntl
import json
import os
import pty
import select
import struct
import sys
import termios

steps, command = json.loads(sys.argv[1]), sys.argv[2:]
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(command[0], command)
# A new terminal has no columns, and prompts would have one character in each line.
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
shown = b""


def read():
    """Reads what is shown next; False at the end of the command, or when nothing has come for a minute."""
    global shown
    if not select.select([terminal], [], [], 60)[0]:
        return False
    try:
        data = os.read(terminal, 65536)
    except OSError:
        return False
    shown += data
    return bool(data)


for words, keys in steps:
    start = len(shown)
    while words.encode() not in shown[start:]:
        if not read():
            sys.exit(f"Missing {words!r} in {shown!r}")
    os.write(terminal, keys.encode())
while read():
    pass
sys.stdout.buffer.write(shown)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
