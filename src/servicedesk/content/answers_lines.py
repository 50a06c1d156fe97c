# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""On which line of a TOML text each key stands, because the parser does not tell.

The text has been parsed already, so that here it is only walked, never judged.
"""

import re
import tomllib
from collections.abc import Mapping

Path = tuple[str | int, ...]
"""Where a value is: keys, and for entries of a list their number, counted from 0."""

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_BASIC = re.compile(r'"(?:[^"\\]|\\.)*"')
_LITERAL = re.compile(r"'[^']*'")
_LONG_BASIC = re.compile(r'"""(?:[^"\\]|\\.|"(?!""))*"{3,5}', re.DOTALL)
_LONG_LITERAL = re.compile(r"'''(?:[^']|'(?!''))*'{3,5}")
_PLAIN = re.compile(r"[^,\]\}\s#]+(?: [0-9][^,\]\}\s#]*)?")
_BLANK = re.compile(r"[ \t\r\n]*(?:#[^\n]*[ \t\r\n]*)*")


def lines_of(source: str) -> Mapping[Path, int]:
    """The line of every key, table and list entry, counted from 1.

    Args:
        source: a TOML text that can be parsed.
    """
    walk = _Walk(source)
    walk.document()
    return walk.lines


def line_of(lines: Mapping[Path, int], path: Path) -> int:
    """The line of a value, or of the nearest thing around it; 0 when there is none."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 0)


class _Walk:
    """Goes through a text once, from the front."""

    def __init__(self, source: str) -> None:
        self.lines: dict[Path, int] = {}
        self._source = source
        self._at = 0
        self._counted_to = 0
        self._line = 1
        self._lists: dict[Path, int] = {}

    def document(self) -> None:
        table: Path = ()
        self._skip()
        while self._at < len(self._source):
            if self._sees("[["):
                table = self._list_header()
            elif self._sees("["):
                table = self._header()
            else:
                self._pair(table)
            self._skip()

    def _header(self) -> Path:
        line = self._now()
        self._at += 1
        path = self._note((), self._key(), line)
        self._at += 1
        return path

    def _list_header(self) -> Path:
        line = self._now()
        self._at += 2
        *parents, last = self._key()
        self._at += 2
        path = (*self._note((), parents, line), last)
        self.lines.setdefault(path, line)
        number = self._lists.get(path, 0)
        self._lists[path] = number + 1
        self.lines[*path, number] = line
        return (*path, number)

    def _note(self, path: Path, keys: list[str], line: int) -> Path:
        """Go down by keys, into the latest entry of lists, noting what was not known yet."""
        for key in keys:
            path = (*path, key)
            self.lines.setdefault(path, line)
            if path in self._lists:
                path = (*path, self._lists[path] - 1)
        return path

    def _pair(self, table: Path) -> None:
        line = self._now()
        path = self._note(table, self._key(), line)
        self._at += 1
        self._skip()
        self._value(path)

    def _key(self) -> list[str]:
        """Read a dotted key and stop at what follows it."""
        parts = []
        while True:
            self._skip()
            parts.append(self._key_part())
            self._skip()
            if not self._sees("."):
                return parts
            self._at += 1

    def _key_part(self) -> str:
        if self._sees('"'):
            raw = self._take(_BASIC)
        elif self._sees("'"):
            raw = self._take(_LITERAL)
        else:
            return self._take(_BARE)
        return str(tomllib.loads(f"key = {raw}")["key"])

    def _value(self, path: Path) -> None:
        if self._sees("["):
            self._list(path)
        elif self._sees("{"):
            self._inline(path)
        elif self._sees('"""'):
            self._take(_LONG_BASIC)
        elif self._sees("'''"):
            self._take(_LONG_LITERAL)
        elif self._sees('"'):
            self._take(_BASIC)
        elif self._sees("'"):
            self._take(_LITERAL)
        else:
            self._take(_PLAIN)

    def _list(self, path: Path) -> None:
        self._at += 1
        number = 0
        self._skip()
        while not self._sees("]"):
            self.lines[*path, number] = self._now()
            self._value((*path, number))
            number += 1
            self._comma()
        self._at += 1

    def _inline(self, path: Path) -> None:
        self._at += 1
        self._skip()
        while not self._sees("}"):
            self._pair(path)
            self._comma()
        self._at += 1

    def _comma(self) -> None:
        self._skip()
        if self._sees(","):
            self._at += 1
            self._skip()

    def _sees(self, sign: str) -> bool:
        return self._source.startswith(sign, self._at)

    def _skip(self) -> None:
        self._take(_BLANK)

    def _take(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self._source, self._at)
        if found is None:
            raise ValueError(f"no TOML at character {self._at}")
        self._at = found.end()
        return found.group()

    def _now(self) -> int:
        self._line += self._source.count("\n", self._counted_to, self._at)
        self._counted_to = self._at
        return self._line
