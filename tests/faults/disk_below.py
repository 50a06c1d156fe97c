# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The disk under the real driver: every write, sync, truncation and deletion that it asks for.

The driver is the one that the program uses, with its cipher. Its library lets a file system be
registered (``sqlite3_vfs_register``), so a copy of its own is registered by ctypes in which four
methods of a file and the deletion are ours: each asks the fault that is planted whether it fails,
then does what it always did, and is written down. That takes neither a compiler nor any right.
"""

import ctypes
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from ctypes import POINTER, Structure, byref, c_char_p, c_int, c_int64, c_void_p
from dataclasses import dataclass
from enum import StrEnum

from sqlcipher3 import _sqlite3

OK = 0
IOERR_WRITE, IOERR_FSYNC, IOERR_TRUNCATE, IOERR_DELETE = 778, 1034, 1546, 2570
FULL = 13
_DELETE_NOENT = 5898

_Write = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
_Truncate = ctypes.CFUNCTYPE(c_int, c_void_p, c_int64)
_Sync = ctypes.CFUNCTYPE(c_int, c_void_p, c_int)
_Close = ctypes.CFUNCTYPE(c_int, c_void_p)
_Open = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, POINTER(c_int))
_Delete = ctypes.CFUNCTYPE(c_int, c_void_p, c_char_p, c_int)
_Folder = ctypes.CFUNCTYPE(c_int, c_char_p, POINTER(c_int))
_SetCall = ctypes.CFUNCTYPE(c_int, c_void_p, c_char_p, c_void_p)
_GetCall = ctypes.CFUNCTYPE(c_void_p, c_void_p, c_char_p)


class _Methods(Structure):
    """``sqlite3_io_methods``: what can be done with an open file."""

    _fields_ = [
        ("version", c_int),
        *((name, c_void_p) for name in ("close", "read", "write", "truncate", "sync")),
        *((f"rest{number}", c_void_p) for number in range(13)),
    ]


class _File(Structure):
    """``sqlite3_file``, as far as all of them are alike."""

    _fields_ = [("methods", POINTER(_Methods))]


class _System(Structure):
    """``sqlite3_vfs``: a file system."""

    _fields_ = [
        *((name, c_int) for name in ("version", "size_of_file", "longest_name")),
        *(("next", c_void_p), ("name", c_char_p), ("data", c_void_p)),
        *((name, c_void_p) for name in ("open", "delete")),
        *((f"rest{number}", c_void_p) for number in range(11)),
        *((name, c_void_p) for name in ("set_call", "get_call", "next_call")),
    ]


class What(StrEnum):
    """What was asked of the disk."""

    CREATE = "create"
    WRITE = "write"
    TRUNCATE = "truncate"
    SYNC = "sync"
    SYNC_FOLDER = "sync the folder"
    DELETE = "delete"
    TOLD = "told"
    """Nothing of the disk: somebody was told that a change is in the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One thing that was asked of the disk.

    Args:
        what: was asked.
        file: number of the file; a new one of an old name has another number.
        name: of the file; "" where it does not matter.
        at: first byte written, length after a truncation, or number of the change told.
        data: what was written.
    """

    what: What
    file: int = 0
    name: str = ""
    at: int = 0
    data: bytes = b""


Fault = Callable[[What, str], int]
"""Says with which code of SQLite's a deed on a name fails; ``OK`` lets it be done."""


def no_fault(_what: What, _name: str) -> int:
    """Everything is done."""
    return OK


_FAILS_WITH = {
    What.WRITE: IOERR_WRITE,
    What.SYNC: IOERR_FSYNC,
    What.TRUNCATE: IOERR_TRUNCATE,
    What.DELETE: IOERR_DELETE,
}


class FailingInSteps:
    """The disk fails at one deed of some of the steps of a day, and at no other.

    Args:
        deed: which one of a step, counted from 1; 0 for none, to count them.
        steps: numbers of those that it fails in, counted from 0.
        is_full: a write fails because the disk is full, not because it is broken.
    """

    def __init__(self, deed: int, steps: Collection[int], *, is_full: bool = False) -> None:
        self._deed = deed
        self._steps = frozenset(steps)
        self._is_full = is_full
        self.asked = [0]
        self.failed: dict[int, tuple[What, str]] = {}

    @property
    def step(self) -> int:
        """Number of the step that is on."""
        return len(self.asked) - 1

    def next_step(self) -> None:
        """Another step begins."""
        self.asked.append(0)

    def __call__(self, what: What, name: str) -> int:
        """Count a deed and say whether it fails."""
        self.asked[-1] += 1
        if self.asked[-1] != self._deed or self.step not in self._steps:
            return OK
        self.failed[self.step] = (what, name)
        return FULL if self._is_full and what is What.WRITE else _FAILS_WITH[what]


class Disk:
    """What the driver asks of the disk while it is watched.

    Args:
        fault: says which deeds fail.
        keeps: whether the deeds are written down.
    """

    def __init__(self, fault: Fault = no_fault, *, keeps: bool = True) -> None:
        self._fault = fault
        self._keeps = keeps
        self.deeds: list[Deed] = []
        self._names: dict[str, int] = {}
        self._open: dict[int, tuple[str, int, _Methods]] = {}
        self._copies: dict[int, _Methods] = {}
        self._next = 1
        self._folder_synced = False
        self._of_file = (
            ("write", _Write(self._write)),
            ("truncate", _Truncate(self._truncate)),
            ("sync", _Sync(self._sync)),
            ("close", _Close(self._close)),
        )
        self._library = ctypes.CDLL(_sqlite3.__file__)
        find = self._library.sqlite3_vfs_find
        find.restype, find.argtypes = POINTER(_System), [c_char_p]
        self._real: _System = find(None).contents
        self._ours = _System.from_buffer_copy(self._real)
        self._open_real = _Open(self._real.open)
        self._delete_real = _Delete(self._real.delete)
        self._of_system = (("open", _Open(self._opened)), ("delete", _Delete(self._delete)))
        self._ours.name = b"disk below"
        for name, method in self._of_system:
            setattr(self._ours, name, ctypes.cast(method, c_void_p).value)
        self._folder_real = _Folder(
            _GetCall(self._real.get_call)(byref(self._real), b"openDirectory")
        )
        self._folder_ours = _Folder(self._folder_opened)

    def told(self, number: int) -> None:
        """Somebody was told that a change is in the file."""
        self._keep(Deed(what=What.TOLD, at=number))

    @contextmanager
    def watched(self) -> Iterator["Disk"]:
        """Every file that the driver opens in the block is watched, for as long as it is open.

        What goes wrong in the watching itself ctypes can only tell of as unraisable, which fails
        the test that is running.
        """
        register = self._library.sqlite3_vfs_register
        register.argtypes = [c_void_p, c_int]
        unregister = self._library.sqlite3_vfs_unregister
        unregister.argtypes = [c_void_p]
        self._set_folder_call(self._folder_ours)
        register(byref(self._ours), 1)
        try:
            yield self
        finally:
            unregister(byref(self._ours))
            register(byref(self._real), 1)
            self._set_folder_call(None)

    def _set_folder_call(self, call: object) -> None:
        value = None if call is None else ctypes.cast(call, c_void_p)
        _SetCall(self._real.set_call)(byref(self._real), b"openDirectory", value)

    def _keep(self, deed: Deed) -> None:
        if self._keeps:
            self.deeds.append(deed)

    def _opened(
        self, system: int, name: int | None, file: int, flags: int, told: "ctypes._Pointer[c_int]"
    ) -> int:
        result = self._open_real(system, name, file, flags, told)
        if result == OK and name is not None:
            self._watch(ctypes.string_at(name).decode(), file)
        return int(result)

    def _watch(self, name: str, file: int) -> None:
        """Put our methods in the place of a file's own."""
        if name not in self._names:
            self._names[name] = self._next
            self._next += 1
            self._keep(Deed(what=What.CREATE, file=self._names[name], name=name))
        opened = _File.from_address(file)
        address = ctypes.addressof(opened.methods.contents)
        if address not in self._copies:
            copy = _Methods.from_buffer_copy(opened.methods.contents)
            for method, ours in self._of_file:
                setattr(copy, method, ctypes.cast(ours, c_void_p).value)
            self._copies[address] = copy
        real = _Methods.from_address(address)
        self._open[file] = (name, self._names[name], real)
        opened.methods = ctypes.pointer(self._copies[address])

    def _write(self, file: int, data: int, length: int, at: int) -> int:
        name, number, real = self._open[file]
        if failed := self._fault(What.WRITE, name):
            return failed
        result = _Write(real.write)(file, data, length, at)
        if result == OK:
            written = ctypes.string_at(data, length) if self._keeps else b""
            self._keep(Deed(what=What.WRITE, file=number, name=name, at=at, data=written))
        return int(result)

    def _truncate(self, file: int, length: int) -> int:
        name, number, real = self._open[file]
        if failed := self._fault(What.TRUNCATE, name):
            return failed
        result = _Truncate(real.truncate)(file, length)
        if result == OK:
            self._keep(Deed(what=What.TRUNCATE, file=number, name=name, at=length))
        return int(result)

    def _sync(self, file: int, flags: int) -> int:
        name, number, real = self._open[file]
        if failed := self._fault(What.SYNC, name):
            return failed
        self._folder_synced = False
        result = _Sync(real.sync)(file, flags)
        if result == OK:
            self._keep(Deed(what=What.SYNC, file=number, name=name))
            self._keep_folder_synced()
        return int(result)

    def _close(self, file: int) -> int:
        _, _, real = self._open.pop(file)
        return int(_Close(real.close)(file))

    def _delete(self, system: int, name: bytes, syncs_folder: int) -> int:
        if failed := self._fault(What.DELETE, name.decode()):
            return failed
        self._folder_synced = False
        result = self._delete_real(system, name, syncs_folder)
        if result == OK:
            number = self._names.pop(name.decode(), 0)
            self._keep(Deed(what=What.DELETE, file=number, name=name.decode()))
            self._keep_folder_synced()
        return int(result)

    def _folder_opened(self, name: bytes, handle: "ctypes._Pointer[c_int]") -> int:
        """SQLite opens a folder only to sync it."""
        self._folder_synced = True
        return int(self._folder_real(name, handle))

    def _keep_folder_synced(self) -> None:
        if self._folder_synced:
            self._keep(Deed(what=What.SYNC_FOLDER))
