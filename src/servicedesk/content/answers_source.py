# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""An answers file as bytes become data: bounded, decoded, parsed, with lines for its faults."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from servicedesk.content.answers_faults import fault_of
from servicedesk.content.answers_lines import line_of, lines_of
from servicedesk.domain.errors import Param, Refusal
from servicedesk.domain.guides_answers import shown

MOST_BYTES = 256 * 1024
"""An answers file of one charter has some ten thousand."""

MOST_IN_LINE = 10_000
"""Characters; keeps the parser from walking keys of many thousand parts."""

_LINE = re.compile(r"\(at line ([0-9]+), column [0-9]+\)")


class Source:
    """A parsed answers file.

    Args:
        name: of the file, without its folder.
        data: as parsed.
        lines: where each part of it stands.
    """

    def __init__(
        self, name: str, data: Mapping[str, Any], lines: Mapping[tuple[str | int, ...], int]
    ) -> None:
        self.name = name
        self.data = data
        self._lines = lines

    def refusal(self, path: tuple[str | int, ...], code: str, **params: Param) -> Refusal:
        """A refusal about one place, with the file and line of it."""
        field = ".".join(str(part) for part in path)
        line = line_of(self._lines, path)
        return Refusal(code, field, **params, file=self.name, line=line)

    @contextmanager
    def at(self, *path: str | int, strip: str | None = None) -> Iterator[None]:
        """Add file and line to a refusal that is raised inside.

        Args:
            path: the place that is being read.
            strip: what the refusal's field begins with; the rest of it leads on from the path.
                None: the field's own first part is the end of the path.
        """
        try:
            yield
        except Refusal as refusal:
            rest = self._rest(refusal.field or "", strip)
            place = line_of(self._lines, (*path, *rest))
            params = {name: _printable(value) for name, value in refusal.params.items()}
            if "where" in params:  # said in words, because the file has no dotted names
                where = str(params["where"]).removeprefix("standards.")
                params["where"] = where.replace(".", ", ")
            params |= {"file": self.name, "line": place}
            raise Refusal(refusal.code, refusal.field, **params) from refusal

    def text(self, key: str) -> str:
        """The text of a top-level key, trimmed; empty where it is not there.

        Raises:
            Refusal: ``answers_not_text``.
        """
        value = self.data.get(key, "")
        if not isinstance(value, str):
            raise self.refusal((key,), "answers_not_text", found=key)
        return value.strip()

    def words(self, key: str) -> tuple[str, ...]:
        """The list of words of a top-level key; () where it is not there.

        Raises:
            Refusal: ``answers_not_words``.
        """
        values = self.data.get(key, [])
        if not isinstance(values, list) or not all(isinstance(word, str) for word in values):
            raise self.refusal((key,), "answers_not_words", found=key)
        return tuple(values)

    def _rest(self, field: str, strip: str | None) -> tuple[str | int, ...]:
        if strip is not None:
            field = field.removeprefix(strip)
        parts = field.split(".")[1:]
        return tuple(int(part) - 1 if part.isdigit() else part for part in parts)


def open_source(path: Path) -> Source:
    """Read and parse an answers file.

    Raises:
        Refusal: ``answers_not_found``, ``answers_not_readable``, ``answers_too_big``,
            ``answers_not_utf8``, ``answers_long_line``, ``answers_too_deep``,
            ``answers_not_toml`` or a code of ``answers_faults``, with the parameters ``file``
            and ``line``.
    """
    raw = _bytes(path)
    text = _decoded(raw, path.name)
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > MOST_IN_LINE:
            raise _refusal(path.name, number, "answers_long_line", most=MOST_IN_LINE)
    try:
        data = tomllib.loads(text)
        lines = lines_of(text)
    except RecursionError as error:
        raise _refusal(path.name, 0, "answers_too_deep") from error
    except ValueError as error:
        found = _LINE.search(str(error))
        last = text.rstrip().count("\n") + 1
        number = int(found[1]) if found else last
        fault = fault_of(text, number, str(error))
        raise _refusal(path.name, number, fault.code, **fault.params) from error
    return Source(path.name, data, lines)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise _refusal(path.name, 0, "answers_not_found") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name itself
        raise _refusal(path.name, 0, "answers_not_readable") from error
    if len(raw) > MOST_BYTES:
        raise _refusal(path.name, 0, "answers_too_big", most=MOST_BYTES // 1024)
    return raw


def _decoded(raw: bytes, name: str) -> str:
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise _refusal(name, line, "answers_not_utf8") from error


def _printable(value: Param) -> Param:
    """Sentences repeat what the file holds; none of it may steer a terminal."""
    if isinstance(value, int) or value.isprintable():
        return value
    return shown(value)


def _refusal(file: str, line: int, code: str, **params: Param) -> Refusal:
    return Refusal(code, None, **params, file=file, line=line)
