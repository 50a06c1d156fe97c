# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The job object of Windows, seen in what a kernel would be asked; the kernel here is a fake."""

import ctypes
import io
import subprocess
from typing import Any

import pytest
from PIL import Image

from servicedesk.app import windows_job, worker
from servicedesk.app.windows_job import ExtendedLimits, bound

JOB = 0x1_0000_0004
"""A handle that does not fit into 32 bits, which a function that was told no types would cut."""


class Kernel:
    """Notes what it is asked; can refuse any of it.

    Args:
        refuses: names of functions that answer 0.
    """

    def __init__(self, *refuses: str) -> None:
        self._refuses = refuses
        self.asked: list[tuple[object, ...]] = []
        self.limits = ExtendedLimits()

    def _answer(self, name: str, *words: object) -> bool:
        self.asked.append((name, *words))
        return name not in self._refuses

    def CreateJobObjectW(self, security: object, name: object) -> int | None:
        return JOB if self._answer("CreateJobObjectW", security, name) else None

    def SetInformationJobObject(self, job: int, kind: int, limits: Any, size: int) -> int:
        copy = ctypes.string_at(ctypes.cast(limits, ctypes.c_void_p), size)
        self.limits = ExtendedLimits.from_buffer_copy(copy)
        return int(self._answer("SetInformationJobObject", job, kind, size))

    def AssignProcessToJobObject(self, job: int, process: int) -> int:
        return int(self._answer("AssignProcessToJobObject", job, process))

    def CloseHandle(self, job: int) -> int:
        return int(self._answer("CloseHandle", job))


def test_the_structures_have_the_sizes_of_windows() -> None:
    if ctypes.sizeof(ctypes.c_void_p) != 8:
        pytest.skip("sizes of a system of 64 bits")
    assert ctypes.sizeof(windows_job.BasicLimits) == 64
    assert ctypes.sizeof(windows_job.IoCounters) == 48
    assert ctypes.sizeof(ExtendedLimits) == 144
    assert ExtendedLimits.ProcessMemoryLimit.offset == 112
    assert windows_job.BasicLimits.LimitFlags.offset == 16


def test_a_child_is_bound_in_memory_and_time_and_ends_with_its_job() -> None:
    kernel = Kernel()
    with bound(77, 300 * 1024**2, 10, kernel) as is_bound:
        assert is_bound
        assert [asked[0] for asked in kernel.asked] == [
            "CreateJobObjectW",
            "SetInformationJobObject",
            "AssignProcessToJobObject",
        ]
    assert kernel.asked == [
        ("CreateJobObjectW", None, None),
        ("SetInformationJobObject", JOB, 9, ctypes.sizeof(ExtendedLimits)),
        ("AssignProcessToJobObject", JOB, 77),
        ("CloseHandle", JOB),
    ]
    basic = kernel.limits.BasicLimitInformation
    assert basic.LimitFlags == 0x2000 | 0x400 | 0x100 | 0x2
    assert basic.PerProcessUserTimeLimit == 10 * 10_000_000
    assert kernel.limits.ProcessMemoryLimit == 300 * 1024**2
    assert kernel.limits.JobMemoryLimit == 0


@pytest.mark.parametrize(
    "refuses", ["CreateJobObjectW", "SetInformationJobObject", "AssignProcessToJobObject"]
)
def test_a_system_that_refuses_is_noticed_and_nothing_stays_open(refuses: str) -> None:
    kernel = Kernel(refuses)
    with bound(77, 1, 1, kernel) as is_bound:
        assert not is_bound
    names = [asked[0] for asked in kernel.asked]
    assert names.count("CloseHandle") == (refuses != "CreateJobObjectW")


def test_whatever_happens_meanwhile_the_job_is_closed() -> None:
    kernel = Kernel()
    with pytest.raises(KeyboardInterrupt), bound(77, 1, 1, kernel):
        raise KeyboardInterrupt
    assert kernel.asked[-1] == ("CloseHandle", JOB)


def test_the_functions_of_windows_are_told_what_a_handle_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Function:
        restype: object = None
        argtypes: object = None

    class Library:
        def __init__(self, name: str, *, use_last_error: bool) -> None:
            assert (name, use_last_error) == ("kernel32", True)
            self.CreateJobObjectW = Function()
            self.SetInformationJobObject = Function()
            self.AssignProcessToJobObject = Function()
            self.CloseHandle = Function()

    monkeypatch.setattr(ctypes, "WinDLL", Library, raising=False)
    library = windows_job.kernel32()
    assert library.CreateJobObjectW.restype is ctypes.c_void_p
    for name in ("SetInformationJobObject", "AssignProcessToJobObject", "CloseHandle"):
        assert getattr(library, name).argtypes[0] is ctypes.c_void_p


def test_the_worker_binds_its_child_before_it_is_given_anything(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kernel = Kernel()
    given: list[list[str]] = []
    real = subprocess.Popen.communicate

    def communicate(self: Any, *words: Any, **more: Any) -> Any:
        given.append([str(asked[0]) for asked in kernel.asked])
        return real(self, *words, **more)

    def as_windows(child: Any, job: str) -> Any:
        return bound(child.pid, *worker._limits(job), kernel)

    monkeypatch.setattr(worker, "_bound", as_windows)
    monkeypatch.setattr(subprocess.Popen, "communicate", communicate)
    target = io.BytesIO()
    Image.new("RGB", (30, 10)).save(target, "PNG")
    assert worker.checked_logo(target.getvalue(), "a.png").width == 30
    assert given[0][-1] == "AssignProcessToJobObject"
    assert kernel.asked[-1] == ("CloseHandle", JOB)
    assert kernel.limits.ProcessMemoryLimit == 1024**3
    assert worker._limits("workbook") == (300 * 1024**2, 10)
    assert worker._limits("cards") == (300 * 1024**2, 120)


def test_on_windows_the_real_kernel_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    kernel = Kernel()

    class Child:
        def __init__(self) -> None:
            self._handle = 91

    monkeypatch.setattr(worker.os, "name", "nt")
    monkeypatch.setattr(windows_job, "kernel32", lambda: kernel)
    with worker._bound(Child(), "workbook"):  # type: ignore[arg-type]
        monkeypatch.undo()
    assert ("AssignProcessToJobObject", JOB, 91) in kernel.asked
    assert kernel.limits.ProcessMemoryLimit == 300 * 1024**2
