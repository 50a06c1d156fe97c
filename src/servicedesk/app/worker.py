# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Reads what strangers made in a process of its own, with little memory and little time.

``servicedesk --worker JOB`` is told on stdin and answers on stdout, each time one line of JSON,
then bytes. A picture that is a trap takes the child with it, never the program.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, suppress
from typing import TYPE_CHECKING, Any, BinaryIO

from servicedesk.domain.blocks import Logo
from servicedesk.domain.errors import Refusal

if TYPE_CHECKING:
    from servicedesk.content.cards_in import CardRead
    from servicedesk.content.workbooks_in import Workbook

_MEMORY = 1024 * 1024 * 1024
"""Bytes of address space for the child: a picture of 40 megapixels needs half of it."""

_CPU_SECONDS = 10
_WALL_SECONDS = 20.0

_LIST_MEMORY = 300 * 1024 * 1024
"""Bytes of address space for a list: a hundred thousand rows need a third of it."""

_LISTS = frozenset({"workbook", "cards"})
_CARDS_SECONDS = 120.0
"""Twenty thousand cards are read one by one."""

Message = tuple[dict[str, object], bytes]
"""What goes in and what comes out: names and values, then bytes."""

Job = Callable[[Message], Message]


def checked_logo(data: bytes, name: str, *, seconds: float = _WALL_SECONDS) -> Logo:
    """Have a logo read by a child process.

    Args:
        data: of a PNG, JPEG or SVG file.
        name: what the file is called, for the sentence in case of a refusal.
        seconds: after which the child is ended.

    Raises:
        Refusal: what the job says of the picture; ``logo_too_heavy`` when the child came to no
            end in time or within its memory.
    """
    answer = _ask("logo", ({"name": name}, data), seconds)
    if answer is None:
        raise Refusal("logo_too_heavy", "logo", name=name)
    header, png = answer
    if "refusal" in header:
        raise Refusal(header["refusal"], header["field"], **header["params"])
    return Logo(png=png, width=header["width"], height=header["height"])


def thumbnail(data: bytes, *, seconds: float = _WALL_SECONDS) -> bytes | None:
    """Have a child process make a small picture of a file.

    Args:
        data: the whole file.
        seconds: after which the child is ended.

    Returns:
        A PNG, or None when it is no picture, or the child came to no end in time or within its
        memory: a file without a small picture is kept all the same.
    """
    answer = _ask("thumbnail", ({}, data), seconds)
    return None if answer is None else answer[1] or None


def workbook(
    data: bytes, name: str, sheet: str | None = None, *, seconds: float = _WALL_SECONDS
) -> "Workbook":
    """Have a child process read a sheet of a workbook.

    Args:
        data: of the file.
        name: what it is called, for the sentence in case of a refusal.
        sheet: which; None for the first that holds anything.
        seconds: after which the child is ended.

    Raises:
        Refusal: what the job says of it; ``import_too_heavy`` when the child came to no end in
            time or within its memory.
    """
    from servicedesk.content.workbooks_in import Workbook

    header, payload = _asked("workbook", ({"name": name, "sheet": sheet}, data), seconds)
    rows = tuple((number, tuple(cells)) for number, cells in json.loads(payload))
    return Workbook(sheets=tuple(header["sheets"]), sheet=header["sheet"], rows=rows)


def cards(data: bytes, name: str, *, seconds: float = _CARDS_SECONDS) -> "tuple[CardRead, ...]":
    """Have a child process read visiting cards; as ``workbook``."""
    from servicedesk.content.cards_in import CardRead

    _, payload = _asked("cards", ({"name": name}, data), seconds)
    return tuple(
        CardRead(
            line=line,
            values=tuple((kind, tuple(kinds), tuple(parts)) for kind, kinds, parts in values),
            lines_lost=tuple((number, begun) for number, begun in lost),
            is_closed=is_closed,
        )
        for line, values, lost, is_closed in json.loads(payload)
    )


def _asked(job: str, message: Message, seconds: float) -> tuple[dict[str, Any], bytes]:
    """The answer of a child that reads a list."""
    answer = _ask(job, message, seconds)
    if answer is None:
        raise Refusal("import_too_heavy", "file", name=str(message[0]["name"]))
    header, payload = answer
    if "refusal" in header:
        raise Refusal(header["refusal"], header["field"], **header["params"])
    return header, payload


def _ask(job: str, message: Message, seconds: float) -> tuple[dict[str, Any], bytes] | None:
    """The answer of a child, or None when it died, was ended or said nothing that makes sense."""
    pipe = subprocess.PIPE
    child = subprocess.Popen(_command(job), stdin=pipe, stdout=pipe, stderr=pipe)
    with child, _bound(child, job):  # it is bound before it is given the first byte
        try:
            said, _ = child.communicate(_packed(message), timeout=seconds)
        except subprocess.TimeoutExpired:
            child.kill()
            return None
        except BaseException:
            child.kill()
            raise
    return _unpacked(said) if child.returncode == 0 else None


def _bound(child: "subprocess.Popen[bytes]", job: str) -> AbstractContextManager[object]:
    """On Windows the parent binds its child; elsewhere the child binds itself by ``_limit``."""
    if os.name != "nt":
        return nullcontext()
    from servicedesk.app.windows_job import bound

    return bound(vars(child)["_handle"], *_limits(job))


def _packed(message: Message) -> bytes:
    header, payload = message
    return json.dumps(header).encode() + b"\n" + payload


def _unpacked(data: bytes) -> tuple[dict[str, Any], bytes]:
    header, _, payload = data.partition(b"\n")
    return json.loads(header), payload


def _command(job: str) -> list[str]:
    """How to start this very program once more, from source or from a frozen bundle."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--worker", job]
    return [sys.executable, "-P", "-m", "servicedesk", "--worker", job]


def work(job: str, source: BinaryIO, target: BinaryIO) -> int:
    """Be the child: do one job and end.

    Args:
        job: its name.
        source: all of it is read.
        target: gets the answer.

    Returns:
        The exit status: 0 answered, 2 no such job.
    """
    found = _JOBS.get(job)
    if found is None:
        return 2
    _limit(job)
    try:
        answer = found(_unpacked(source.read()))
    except Refusal as refusal:
        told: dict[str, object] = {
            "refusal": refusal.code,
            "field": refusal.field,
            "params": dict(refusal.params),
        }
        answer = (told, b"")
    target.write(_packed(answer))
    target.flush()
    return 0


def _limits(job: str) -> tuple[int, int]:
    """Bytes of memory and seconds of the processor that a child may have for a job."""
    memory = _LIST_MEMORY if job in _LISTS else _MEMORY
    return memory, int(_CARDS_SECONDS) if job == "cards" else _CPU_SECONDS


def _limit(job: str) -> None:
    """Bind this process, where it can do so itself, before it looks at the first byte."""
    if os.name != "posix":
        return
    import resource

    memory, seconds = _limits(job)
    for kind, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds)):
        with suppress(ValueError, OSError):  # some systems refuse a limit they cannot keep
            resource.setrlimit(kind, (most, most))


def _logo(message: Message) -> Message:
    from servicedesk.documents.images import checked_logo as checked

    header, data = message
    logo = checked(data, str(header["name"]))
    return {"width": logo.width, "height": logo.height}, logo.png


def _thumbnail(message: Message) -> Message:
    from servicedesk.documents.images import thumbnail as small

    return {}, small(message[1]) or b""


def _workbook(message: Message) -> Message:
    from servicedesk.content.workbooks_in import read_workbook

    header, data = message
    wanted = header["sheet"]
    book = read_workbook(data, str(header["name"]), None if wanted is None else str(wanted))
    return {"sheets": book.sheets, "sheet": book.sheet}, json.dumps(book.rows).encode()


def _cards(message: Message) -> Message:
    from servicedesk.content.cards_in import read_cards

    header, data = message
    told = [
        (card.line, card.values, card.lines_lost, card.is_closed)
        for card in read_cards(data, str(header["name"]))
    ]
    return {}, json.dumps(told).encode()


_JOBS: dict[str, Job] = {
    "logo": _logo,
    "thumbnail": _thumbnail,
    "workbook": _workbook,
    "cards": _cards,
}
