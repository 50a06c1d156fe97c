# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Files that lie with a record: how large they may be, and under which names copies go out."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import Kind
from servicedesk.domain.names import clean_name
from servicedesk.domain.phrases import Phrases

WARN_BYTES = 25 * 1024 * 1024
"""A larger file is kept only when somebody says so: it is in every backup from then on."""

MOST_BYTES = 500 * 1024 * 1024
"""A larger file is not taken in at all."""

NAME_MOST = 200
"""Bytes of the name of a copy in UTF-8, its ending among them: most disks take 255."""

_MEBIBYTE = 1024 * 1024
_KILO = 1000
_ENDING_MOST = 12
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_DEVICES = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?")
_PROGRAM = re.compile(
    r"(?i)exe|msi|bat|cmd|com|scr|pif|ps1|vb[se]|jse?|ws[fh]|hta|cpl|jar|lnk|reg|desktop|sh|app"
    r"|command|appimage|apk|pyw?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileCard:
    """A file that lies with a record.

    Args:
        id: of its place with the record.
        kind, record_id: the record.
        name: as it was called; shown, and cleaned before a copy takes it.
        size: in bytes.
        media_type: such as ``image/png``.
        added_on: the day.
        has_thumbnail: there is a small picture of it.
    """

    id: int
    kind: Kind
    record_id: int
    name: str
    size: int
    media_type: str
    added_on: date
    has_thumbnail: bool = False


def checked_size(size: int, name: str, *, is_confirmed: bool) -> int:
    """The size of a file that may be taken in, in bytes.

    Args:
        size: of the file, in bytes.
        name: what it is called, for the sentence.
        is_confirmed: somebody has said that a large one is to be kept.

    Raises:
        Refusal: field "file"; ``file_nothing_in_it``, ``file_big``, which can be confirmed, or
            ``file_too_big``.
    """
    megabytes = -(-size // _MEBIBYTE)
    if size == 0:
        raise Refusal("file_nothing_in_it", "file", name=name)
    if size > MOST_BYTES:
        most = MOST_BYTES // _MEBIBYTE
        raise Refusal("file_too_big", "file", name=name, megabytes=megabytes, most=most)
    if size > WARN_BYTES and not is_confirmed:
        raise Refusal("file_big", "file", name=name, megabytes=megabytes)
    return size


def shown_file_name(name: str) -> str:
    """The name of a file as it is kept and shown, on one line.

    Raises:
        Refusal: ``file_name_empty`` for "file".
    """
    shown = clean_name(name)
    if not shown:
        raise Refusal("file_name_empty", "file")
    return shown


def file_name_for_copy(name: str) -> str:
    """A name that a copy can have on any system, close to the one that was given.

    It leads into no folder, is no device, hides nothing and keeps its ending.

    Args:
        name: as it was called.
    """
    seen = (sign for sign in clean_name(name) if unicodedata.category(sign) != "Cf")
    plain = _NOT_IN_NAMES.sub("_", "".join(seen)).strip(". ")
    if not plain or _DEVICES.fullmatch(plain):
        plain = f"_{plain}"
    stem, dot, ending = plain.rpartition(".")
    if not dot or len(ending.encode()) > _ENDING_MOST:
        return _cut(plain, NAME_MOST)
    return f"{_cut(stem, NAME_MOST - len(ending.encode()) - 1)}.{ending}"


def _cut(text: str, most: int) -> str:
    """The beginning of a text that takes no more than so many bytes, without half a letter."""
    return text.encode()[:most].decode(errors="ignore")


def refuse_program(name: str) -> None:
    """Refuse to open what would run as a program; a copy of it can be saved all the same.

    Raises:
        Refusal: ``file_is_program`` for "file".
    """
    ending = name.rpartition(".")[2].strip()
    if _PROGRAM.fullmatch(ending):
        raise Refusal("file_is_program", "file", name=name)


def size_words(size: int, phrases: Phrases) -> str:
    """The size of a file in words: "3.4 MB", "120 kB", at least "1 kB".

    Args:
        size: in bytes.
        phrases: words of the language.
    """
    kilos = max(1, round(size / _KILO))
    if kilos < _KILO:
        return phrases.say("files.size_kb", n=str(kilos))
    return phrases.say("files.size_mb", n=f"{kilos / _KILO:.1f}")
