# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Reads what strangers made in a process of its own, with little memory and little time.

``servicedesk --worker JOB`` gets bytes on stdin and answers on stdout: one line of JSON, then
bytes. A picture that is a trap takes the child with it, never the program.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from typing import BinaryIO

from servicedesk.domain.blocks import Logo
from servicedesk.domain.errors import Param, Refusal

LOGO_MOST_BYTES = 10 * 1024 * 1024
"""A logo file may be this long: 10 MiB."""

_MEMORY = 1024 * 1024 * 1024
"""Bytes of address space for the child: a picture of 40 megapixels needs half of it."""

_CPU_SECONDS = 10
_WALL_SECONDS = 20.0

Answer = tuple[dict[str, object], bytes]
Job = Callable[[bytes], Answer]


def checked_logo(data: bytes, *, seconds: float = _WALL_SECONDS) -> Logo:
    """Have a logo read by a child process.

    Args:
        data: of a PNG, JPEG or SVG file.
        seconds: after which the child is ended.

    Raises:
        Refusal: what the job says of the picture; ``logo_too_heavy`` when the child came to no
            end in time or within its memory.
    """
    header, payload = _ask("logo", data, seconds)
    width, height = header.get("width"), header.get("height")
    if not isinstance(width, int) or not isinstance(height, int):
        raise Refusal("logo_too_heavy", "logo")
    return Logo(png=payload, width=width, height=height)


def _ask(job: str, data: bytes, seconds: float) -> Answer:
    try:
        ended = subprocess.run(
            _command(job), input=data, capture_output=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise Refusal("logo_too_heavy", "logo") from error
    first, _, payload = ended.stdout.partition(b"\n")
    try:
        header = json.loads(first)
    except ValueError as error:
        raise Refusal("logo_too_heavy", "logo") from error
    if "refusal" in header:
        raise Refusal(header["refusal"], header["field"], **header["params"])
    return header, payload


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
        header, payload = found(source.read())
    except Refusal as refusal:
        params: dict[str, Param] = dict(refusal.params)
        header, payload = (
            {"refusal": refusal.code, "field": refusal.field, "params": params},
            b"",
        )
    answer = BytesIO()
    answer.write(json.dumps(header).encode())
    answer.write(b"\n")
    answer.write(payload)
    target.write(answer.getvalue())
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


def _logo(data: bytes) -> Answer:
    from servicedesk.documents.images import checked_logo as checked

    logo = checked(data)
    return {"width": logo.width, "height": logo.height}, logo.png


_JOBS: dict[str, Job] = {"logo": _logo}
