# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A process that may not reach out, nor any that it starts: the system itself ends who tries.

``python -m tests.faults.offline SCRIPT WORD ...`` forbids it to itself and runs a script. The rule
is one of the kernel's ("seccomp"), which every account can set for itself and nobody can take off
again: a socket of the families AF_INET or AF_INET6, which a name look-up needs too, kills the
process that asks for it, whether Python, Qt or a library asks.
"""

import ctypes
import platform
import socket
import struct
import sys

KILLED = -31
"""How a process ends that has tried: by the signal SIGSYS."""

_SOCKET_CALL = {"x86_64": 41, "aarch64": 198}
"""Number of the system's call for a new socket, by processor."""

_NO_NEW_RIGHTS, _SET_RULE, _BY_FILTER = 38, 22, 2
_LOAD, _IS_EQUAL, _ANSWER = 0x20, 0x15, 0x06
_CALL_AT, _FIRST_WORD_AT = 0, 16
_KILL, _ALLOW = 0x80000000, 0x7FFF0000


class _Rule(ctypes.Structure):
    """``struct sock_fprog``."""

    _fields_ = [("length", ctypes.c_ushort), ("steps", ctypes.c_char_p)]


def can_forbid() -> bool:
    """Whether this machine knows such rules."""
    return sys.platform == "linux" and platform.machine() in _SOCKET_CALL


def forbid() -> None:
    """Let this process, and all that it will start, never make a socket that leads outside.

    Raises:
        OSError: when the system does not take the rule.
    """
    steps = b"".join(
        struct.pack("HBBI", *step)
        for step in (
            (_LOAD, 0, 0, _CALL_AT),
            (_IS_EQUAL, 0, 4, _SOCKET_CALL[platform.machine()]),
            (_LOAD, 0, 0, _FIRST_WORD_AT),
            (_IS_EQUAL, 1, 0, socket.AF_INET),
            (_IS_EQUAL, 0, 1, socket.AF_INET6),
            (_ANSWER, 0, 0, _KILL),
            (_ANSWER, 0, 0, _ALLOW),
        )
    )
    rule = _Rule(len(steps) // 8, steps)
    system = ctypes.CDLL(None, use_errno=True)
    if system.prctl(_NO_NEW_RIGHTS, 1, 0, 0, 0) or system.prctl(
        _SET_RULE, _BY_FILTER, ctypes.byref(rule), 0, 0
    ):
        raise OSError(ctypes.get_errno(), "the system takes no rule on sockets")


def main(script: str, *words: str) -> None:
    """Forbid it and run the script."""
    forbid()
    sys.argv = ["-c", *words]
    exec(compile(script, "script", "exec"), {"__name__": "__main__"})


if __name__ == "__main__":
    main(*sys.argv[1:])
