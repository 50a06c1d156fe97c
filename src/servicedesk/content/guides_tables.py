# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Strict reading of the program's own data files: guides, trades and legal facts.

These files come with the program, so a fault in one means a damaged or mistaken installation:
it is told as ``Trouble`` with the file and the place, and nothing of the file is used.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, time
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from servicedesk.domain.errors import Trouble

Kind = TypeVar("Kind", str, int, bool, date, time)

Raw = Mapping[str, Any]
"""A table as the TOML parser hands it over."""

_HEAD = re.compile(r"\[\[([a-z_]+)\]\](?:\s*#.*)?")
_NO_HEADS: Mapping[str, Sequence[int]] = MappingProxyType({})


def read_tables(path: Path) -> "Table":
    """Read a whole data file.

    Args:
        path: of a TOML file that comes with the program.

    Raises:
        Trouble: ``program_file_missing`` or ``program_file_damaged``.
    """
    try:
        text = path.read_text(encoding="utf-8")
        raw = tomllib.loads(text)
    except OSError as error:
        raise Trouble("program_file_missing", file=path.name) from error
    except ValueError as error:
        raise Trouble("program_file_damaged", file=path.name, place="", fault=str(error)) from error
    return Table(raw, path.name, "", _heads(text))


def _heads(text: str) -> Mapping[str, Sequence[int]]:
    """Lines at which the tables of each list of a file begin, by the name of the list."""
    found: dict[str, list[int]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        head = _HEAD.fullmatch(line.strip())
        if head is not None:
            found.setdefault(head[1], []).append(number)
    return found


class Table:
    """One table of a data file, read key by key; a key that nobody asked for is a fault.

    Args:
        raw: the table.
        file: name of the file, for messages.
        place: where the table is in the file, for messages.
        heads: of the whole file, the lines at which the tables of its lists begin.
    """

    def __init__(
        self, raw: Raw, file: str, place: str, heads: Mapping[str, Sequence[int]] = _NO_HEADS
    ) -> None:
        self._raw = dict(raw)
        self._file = file
        self._place = place
        self._heads = heads

    def fault(self, fault: str) -> Trouble:
        """Make the trouble that names this place."""
        return Trouble("program_file_damaged", file=self._file, place=self._place, fault=fault)

    def has(self, key: str) -> bool:
        """Whether the key is there and has not been taken yet."""
        return key in self._raw

    def any(self, key: str) -> object:
        """Take a value of any type; None where the key is not there."""
        return self._raw.pop(key, None)

    def take(self, key: str, kind: type[Kind], default: Kind | None = None) -> Kind:
        """Take one value.

        Args:
            key: its name.
            kind: its type; True is not taken for a number.
            default: value where the key is not there; None when it has to be.
        """
        value = self._raw.pop(key, default)
        if value is None:
            raise self.fault(f"{key} is missing")
        if type(value) is not kind:
            raise self.fault(f"{key} is of another type than {kind.__name__}")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Take a list of texts; () where the key is not there."""
        values = self._raw.pop(key, [])
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            raise self.fault(f"{key} is not a list of texts")
        return tuple(values)

    def table(self, key: str) -> "Table | None":
        """Take a table; None where the key is not there."""
        value = self._raw.pop(key, None)
        if value is None:
            return None
        return self._opened(value, key)

    def tables(self, key: str) -> tuple["Table", ...]:
        """Take a list of tables; () where the key is not there."""
        values = self._raw.pop(key, [])
        if not isinstance(values, list):
            raise self.fault(f"{key} is not a list of tables")
        lines = self._heads.get(key, ())
        if len(lines) == len(values):
            names = [f"{key} {n} (line {line})" for n, line in enumerate(lines, 1)]
        else:
            names = [f"{key} {n}" for n, _ in enumerate(values, 1)]
        return tuple(self._opened(value, name) for value, name in zip(values, names, strict=True))

    def rest(self) -> dict[str, Any]:
        """Take all that is left, by key."""
        left, self._raw = self._raw, {}
        return left

    def done(self) -> None:
        """See that every key has been taken.

        Raises:
            Trouble: ``program_file_damaged`` naming the keys that are left.
        """
        if self._raw:
            raise self.fault(f"unknown: {', '.join(sorted(self._raw))}")

    def _opened(self, value: object, key: str) -> "Table":
        if not isinstance(value, dict):
            raise self.fault(f"{key} is not a table")
        return Table(value, self._file, f"{self._place} {key}".strip())
