# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A job object of Windows: it binds the memory and time of a child, and ends it with its parent.

Elsewhere a child binds itself; Windows has no such limit that a process could set on itself
before it looks at the first byte.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import c_int, c_int64, c_size_t, c_uint32, c_uint64, c_void_p, c_wchar_p
from typing import Protocol, cast

LIMIT_PROCESS_TIME = 0x00000002
LIMIT_PROCESS_MEMORY = 0x00000100
LIMIT_DIE_ON_EXCEPTION = 0x00000400
"""No box of the system that asks somebody about a child that nobody sees."""

LIMIT_KILL_ON_CLOSE = 0x00002000
EXTENDED_LIMITS = 9
"""The class of information that ``ExtendedLimits`` is (JobObjectExtendedLimitInformation)."""

_TICKS = 10_000_000
"""Of 100 ns in a second, in which Windows counts time."""


class BasicLimits(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION of winnt.h."""

    _fields_ = (
        ("PerProcessUserTimeLimit", c_int64),
        ("PerJobUserTimeLimit", c_int64),
        ("LimitFlags", c_uint32),
        ("MinimumWorkingSetSize", c_size_t),
        ("MaximumWorkingSetSize", c_size_t),
        ("ActiveProcessLimit", c_uint32),
        ("Affinity", c_size_t),
        ("PriorityClass", c_uint32),
        ("SchedulingClass", c_uint32),
    )


class IoCounters(ctypes.Structure):
    """IO_COUNTERS of winnt.h."""

    _fields_ = tuple(
        (f"{what}{kind}Count", c_uint64)
        for kind in ("Operation", "Transfer")
        for what in ("Read", "Write", "Other")
    )


class ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION of winnt.h; 144 bytes where addresses have 8."""

    _fields_ = (
        ("BasicLimitInformation", BasicLimits),
        ("IoInfo", IoCounters),
        ("ProcessMemoryLimit", c_size_t),
        ("JobMemoryLimit", c_size_t),
        ("PeakProcessMemoryUsed", c_size_t),
        ("PeakJobMemoryUsed", c_size_t),
    )


class Kernel(Protocol):
    """The functions of Windows that are needed; each answers 0 or None when it will not."""

    def CreateJobObjectW(self, security: None, name: None, /) -> int | None:
        """A new job without a name."""
        ...

    def SetInformationJobObject(self, job: int, kind: int, limits: object, size: int, /) -> int:
        """Give it its limits."""
        ...

    def AssignProcessToJobObject(self, job: int, process: int, /) -> int:
        """Put a process into it."""
        ...

    def CloseHandle(self, job: int, /) -> int:
        """Close it, which ends what is in it."""
        ...


def kernel32() -> Kernel:
    """The real ones, told what they take: a handle is no int of C."""
    library = vars(ctypes)["WinDLL"]("kernel32", use_last_error=True)  # on Windows alone
    for name, returns, takes in (
        ("CreateJobObjectW", c_void_p, (c_void_p, c_wchar_p)),
        ("SetInformationJobObject", c_int, (c_void_p, c_int, c_void_p, c_uint32)),
        ("AssignProcessToJobObject", c_int, (c_void_p, c_void_p)),
        ("CloseHandle", c_int, (c_void_p,)),
    ):
        function = getattr(library, name)
        function.restype, function.argtypes = returns, takes
    return cast("Kernel", library)


@contextmanager
def bound(process: int, memory: int, seconds: int, kernel: Kernel | None = None) -> Iterator[bool]:
    """Bind a process that has just been started; it is ended when the block is left.

    Args:
        process: its handle.
        memory: bytes that it, and each that it starts, may have.
        seconds: of the processor that each may use.
        kernel: the functions of Windows; None for the real ones.

    Yields:
        Whether it is bound. A system that refuses, as one does that has put the parent into a
        job without others in it, leaves the child with its time on the clock alone.
    """
    kernel = kernel or kernel32()
    job = kernel.CreateJobObjectW(None, None)
    if not job:
        yield False
        return
    try:
        limits = ExtendedLimits()
        limits.BasicLimitInformation.LimitFlags = (
            LIMIT_PROCESS_TIME | LIMIT_PROCESS_MEMORY | LIMIT_DIE_ON_EXCEPTION | LIMIT_KILL_ON_CLOSE
        )
        limits.BasicLimitInformation.PerProcessUserTimeLimit = seconds * _TICKS
        limits.ProcessMemoryLimit = memory
        yield bool(
            kernel.SetInformationJobObject(
                job, EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
            )
            and kernel.AssignProcessToJobObject(job, process)
        )
    finally:
        kernel.CloseHandle(job)
