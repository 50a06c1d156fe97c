# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Reads electronic visiting cards (vCard 2.1, 3.0, 4.0); only ever called in the child process.

Each card is read by itself, in its own letters: one bad card, or one bad line of a good one, never
loses the rest. Pictures, sounds and keys are left out before anything is read.
"""

import codecs
import quopri
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from servicedesk.domain.errors import Refusal

CARDS_MOST = 20_000
"""Cards of one file."""

Value = tuple[str, tuple[str, ...], tuple[str, ...]]
"""A property, its kinds such as "home", and the parts of its value."""

_CHARSET = re.compile(rb"CHARSET=\"?([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_CHARSET_PARAM = re.compile(rb";CHARSET=[^;:]*", re.IGNORECASE)
_PROPERTY = re.compile(rb"[ \t]*(?:[A-Za-z0-9_-]+\.)?([A-Za-z][A-Za-z0-9-]*)(?=[;:])")
_HEAD = re.compile(rb"((?:[^:\"]|\"[^\"]*\")*):(.*)", re.DOTALL)
_QUOTED = re.compile(rb"[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE[;:]", re.IGNORECASE)
_QUOTING = re.compile(rb";(?:ENCODING=)?QUOTED-PRINTABLE", re.IGNORECASE)
_HEAVY = frozenset({b"PHOTO", b"LOGO", b"SOUND", b"KEY"})
_READ = frozenset({"FN", "N", "ORG", "TEL", "EMAIL", "ADR", "NOTE", "CATEGORIES", "KIND"}) | {
    "X-ABSHOWAS"
}
"""Properties for which a customer has a place; the others are not read."""

_WHOLE = re.compile(rb"^[ \t]*(?:[A-Za-z0-9_-]+\.)?(?:FN|NOTE|TEL|EMAIL)(?=;|$)", re.IGNORECASE)
_BARE_COMMA = re.compile(r"(?<!\\),")
_TEXT_CODECS = frozenset({"utf-8", "ascii", "mac-roman", "gb2312", "gbk", "gb18030", "big5"})
_FAMILIES = ("iso8859", "cp125", "shift_jis", "euc_", "koi8")
_SHOWN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRead:
    """One card.

    Args:
        line: of its beginning in the file, from 1.
        values: in the order of the card.
        lines_lost: (line in the file, its beginning) that could not be read.
        is_closed: it has an end; one without may have lost some of its lines.
    """

    line: int
    values: tuple[Value, ...]
    lines_lost: tuple[tuple[int, str], ...]
    is_closed: bool


@dataclass(slots=True, kw_only=True)
class _Open:
    """A card while its lines are gathered.

    Args:
        line: of its beginning.
        lines: (line in the file, whole line) with what was folded put together again.
        lost: (line in the file, its beginning).
        is_heavy: the line before was of a picture, whose further lines mean nothing here.
    """

    line: int
    lines: list[tuple[int, bytes]] = field(default_factory=list)
    lost: list[tuple[int, bytes]] = field(default_factory=list)
    is_heavy: bool = False


def read_cards(data: bytes, name: str) -> tuple[CardRead, ...]:
    """Read all cards of a file.

    Args:
        data: of the file, in any letters.
        name: for the sentence in case of a refusal.

    Raises:
        Refusal: ``import_too_many_rows``.
    """
    found: list[CardRead] = []
    for card, is_closed in _cards(_narrow(data)):
        if len(found) == CARDS_MOST:
            raise Refusal("import_too_many_rows", "file", name=name, most=f"{CARDS_MOST:,}")
        found.append(_read(card, is_closed=is_closed))
    return tuple(found)


def _narrow(data: bytes) -> bytes:
    """The bytes of a file without its mark; two bytes to a letter become UTF-8."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace").encode("utf-8")
    if data[1:2] == b"\0":
        return data.decode("utf-16-le", "replace").encode("utf-8", "replace")
    if data[:1] == b"\0":
        return data.decode("utf-16-be", "replace").encode("utf-8", "replace")
    return data.removeprefix(codecs.BOM_UTF8)


def _cards(data: bytes) -> Iterator[tuple[_Open, bool]]:
    card: _Open | None = None
    for number, line in enumerate(re.split(rb"\r\n|\r|\n", data), start=1):
        bare = line.strip().upper()
        if bare == b"BEGIN:VCARD":
            if card is not None:
                yield card, False
            card = _Open(line=number)
        elif card is not None and bare == b"END:VCARD":
            yield card, True
            card = None
        elif card is not None:
            _take(card, number, line)
    if card is not None:
        yield card, False


def _take(card: _Open, number: int, line: bytes) -> None:
    """Put a line of a file to its card: a new property, or more of the one before."""
    last = card.lines[-1] if card.lines else (0, b"")
    if _is_soft_broken(last[1]) and not card.is_heavy:
        card.lines[-1] = (last[0], last[1][:-1] + line)
    elif not line.strip():
        return
    elif line[:1] in (b" ", b"\t"):
        if card.lines and not card.is_heavy:
            card.lines[-1] = (last[0], last[1] + line[1:])
    elif found := _PROPERTY.match(line):
        card.is_heavy = found[1].upper() in _HEAVY
        if not card.is_heavy:
            card.lines.append((number, line))
    elif not card.is_heavy:
        card.lost.append((number, line))


def _is_soft_broken(line: bytes) -> bool:
    return line.endswith(b"=") and _QUOTED.match(line) is not None


def _read(card: _Open, *, is_closed: bool) -> CardRead:
    letters = _letters(b"\n".join(line for _, line in card.lines))
    values: list[Value] = []
    lost = [(number, line.decode(letters, "replace")[:_SHOWN]) for number, line in card.lost]
    for number, line in card.lines:
        found = _PROPERTY.match(line)
        if found is None or found[1].decode().upper() not in _READ:
            continue
        text = _plain(line, letters)
        value = _value(text)
        if value is None:
            lost.append((number, text[:_SHOWN]))
        elif any(part.strip() for part in value[2]):
            values.append(value)
    return CardRead(
        line=card.line,
        values=tuple(values),
        lines_lost=tuple(sorted(lost)),
        is_closed=is_closed,
    )


def _letters(card: bytes) -> str:
    """The letters of one card: UTF-8, else those it names, else those of old Windows programs."""
    try:
        card.decode("utf-8")
    except UnicodeDecodeError:
        named = _CHARSET.search(card)
        return _known(named[1]) if named else "cp1252"
    return "utf-8"


def _known(charset: bytes) -> str:
    try:
        info = codecs.lookup(charset.decode("ascii"))
    except LookupError:
        return "cp1252"
    return info.name if info.name in _TEXT_CODECS or info.name.startswith(_FAMILIES) else "cp1252"


def _plain(line: bytes, letters: str) -> str:
    """A line in plain text: what was written as figures for the post is letters again."""
    head, value = _parted(line)
    if _QUOTED.match(line):
        named = _CHARSET.search(head)
        raw = quopri.decodestring(value)
        text = raw.decode(_known(named[1]) if named else _letters(raw), "replace")
        value_text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
        head = _QUOTING.sub(b"", head)
    else:
        value_text = value.decode(letters, "replace")
    if _WHOLE.search(head):  # a comma parts nothing in these, though many leave it unescaped
        value_text = _BARE_COMMA.sub(r"\\,", value_text)
    head_text = _CHARSET_PARAM.sub(b"", head).decode(letters, "replace")
    return f"{head_text}:{value_text}"


def _parted(line: bytes) -> tuple[bytes, bytes]:
    """What stands before the first colon that is not between quotation marks, and after it."""
    found = _HEAD.match(line)
    return (found[1], found[2]) if found else (line, b"")


def _value(line: str) -> Value | None:
    """A property with its kinds and the parts of its value; None when it cannot be read."""
    vobject = import_module("vobject")  # it says nothing of its types
    card = f"BEGIN:VCARD\r\nVERSION:3.0\r\n{line}\r\nEND:VCARD\r\n"
    try:
        read = vobject.readOne(card, ignoreUnreadable=True)
        found = [one for one in read.getChildren() if one.name.upper() != "VERSION"]
    except (vobject.base.VObjectError, ValueError, AttributeError, LookupError, TypeError):
        return None
    return _told(found) if found else None


def _told(lines: Sequence[Any]) -> Value:
    """The first of the lines that vobject read."""
    line = lines[0]
    name = str(line.name).upper()
    kinds = [str(kind) for values in line.params.values() for kind in values]
    kinds += line.singletonparams
    value = line.value
    if name == "N":
        parts = [value.family, value.given, value.additional, value.prefix, value.suffix]
    elif name == "ADR":
        parts = [value.box, value.extended, value.street, value.city]
        parts += [value.region, value.code, value.country]
    else:
        parts = value if isinstance(value, list) else [value]
    told = tuple(_joined(part) for part in parts)
    return name, tuple(kind.lower() for kind in kinds), told


def _joined(part: object) -> str:
    return ", ".join(str(one) for one in part) if isinstance(part, list) else str(part)
