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
from contextlib import suppress
from typing import Any, BinaryIO

from servicedesk.domain.blocks import Logo
from servicedesk.domain.errors import Refusal

_MEMORY = 1024 * 1024 * 1024
"""Bytes of address space for the child: a picture of 40 megapixels needs half of it."""

_CPU_SECONDS = 10
_WALL_SECONDS = 20.0

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


def _ask(job: str, message: Message, seconds: float) -> tuple[dict[str, Any], bytes] | None:
    """The answer of a child, or None when it died, was ended or said nothing that makes sense."""
    try:
        ended = subprocess.run(
            _command(job), input=_packed(message), capture_output=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        return None
    return _unpacked(ended.stdout) if ended.returncode == 0 else None


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
    _limit()
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


def _limit() -> None:
    """Bind this process, where the system can, before it looks at the first byte."""
    if os.name != "posix":
        return
    import resource

    for kind, most in ((resource.RLIMIT_AS, _MEMORY), (resource.RLIMIT_CPU, _CPU_SECONDS)):
        with suppress(ValueError, OSError):  # some systems refuse a limit they cannot keep
            resource.setrlimit(kind, (most, most))


def _logo(message: Message) -> Message:
    from servicedesk.documents.images import checked_logo as checked

    header, data = message
    logo = checked(data, str(header["name"]))
    return {"width": logo.width, "height": logo.height}, logo.png


_JOBS: dict[str, Job] = {"logo": _logo}
