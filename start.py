#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The front door: finds a Python that fits, then sets everything up and opens the program.

Standard library only, and nothing that Python 2.7 could not parse, because an old Python must still
be able to say what to install. What comes after the door is in ``packaging/start_plan.py`` (what to
do) and ``packaging/start_machine.py`` (doing it).
"""

import os
import platform
import subprocess
import sys

ROOT = os.path.dirname(os.path.abspath(__file__))
OLDEST, NEWEST = (3, 11), (3, 14)  # the Pythons that every package of the lock has a wheel for


def python_fault(version, bits64=True, free_threaded=False):
    """What keeps a Python of this (major, minor) from running the program, or ''."""
    shown = "%d.%d" % tuple(version[:2])
    if not OLDEST <= tuple(version[:2]) <= NEWEST:
        return "this is Python " + shown
    if not bits64:
        return "this Python %s is a 32-bit one" % shown
    return "this Python %s is a free-threaded one" % shown if free_threaded else ""


def python_candidates(system):
    """Commands that may start a fitting Python, the likeliest first; a shim among them may fail.

    system is what platform.system() says; each command is a list of words.
    """
    minors = range(NEWEST[1], OLDEST[1] - 1, -1)
    if system == "Windows":
        return [["py", "-3.%d" % minor] for minor in minors] + [["python"], ["python3"]]
    found = [["python3.%d" % minor] for minor in minors] + [["python3"]]
    if system == "Darwin":  # a double click in the Finder has a bare PATH
        frame = "/Library/Frameworks/Python.framework/Versions/3.%d/bin/python3"
        found.extend([frame % minor] for minor in minors)
        for folder in ("/opt/homebrew/bin", "/usr/local/bin"):
            found.extend(["%s/python3.%d" % (folder, minor)] for minor in minors)
    return found


def what_to_install(system, fault):
    """One sentence for a machine without a fitting Python; fault is from python_fault()."""
    how = {
        "Windows": "from the official Python website or the Microsoft Store",
        "Darwin": "from the official Python website",
    }.get(system, "with your package manager (Debian 12: apt-get install python3 python3-venv)")
    known = ", ".join("3.%d" % minor for minor in range(OLDEST[1], NEWEST[1]))
    return "servicedesk needs a 64-bit Python %s or 3.%d, but %s: install Python 3.13 %s." % (
        known,
        NEWEST[1],
        fault,
        how,
    )


def own_fault():
    """What keeps the Python that runs this from running the program, or ''."""
    free_threaded = "t" in getattr(sys, "abiflags", "")
    return python_fault(sys.version_info, sys.maxsize > 2**32, free_threaded)


def fits(candidate):
    """Whether a command starts a fitting Python: it has to be tried, a shim may be all there is."""
    probe = "import sys; sys.path.insert(0, %r); import start; sys.exit(bool(start.own_fault()))"
    command = list(candidate)
    command.extend(["-B", "-c", probe % ROOT])
    with open(os.devnull, "r+b") as nothing:
        try:
            return subprocess.call(command, stdin=nothing, stdout=nothing, stderr=nothing) == 0
        except OSError:
            return False


def rerun(argv, fault):
    """Start this file again with a Python that fits, or say what to install; the exit status."""
    system = platform.system()
    for candidate in python_candidates(system):
        if fits(candidate):
            command = list(candidate)
            command.append(os.path.abspath(__file__))
            command.extend(argv)
            if system == "Windows":  # there, exec would hand the prompt back at once
                return subprocess.call(command)
            os.execvp(command[0], command)
    sys.stderr.write(what_to_install(system, fault) + "\n")
    return 1


def main(argv):
    """Do what the command line asks for; the exit status."""
    fault = own_fault()
    if fault:
        return rerun(argv, fault)
    sys.path.insert(0, os.path.join(ROOT, "packaging"))
    import start_machine

    return start_machine.main(argv)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
