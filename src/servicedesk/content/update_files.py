# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Reads a file of updates: one text file with legal facts and bank holidays inside.

It is read as strictly as what comes with the program, because papers rest on it.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from servicedesk.content.brought import NAMES
from servicedesk.domain.errors import Refusal

BYTES_MOST = 2_000_000
"""A whole one takes a twentieth of it."""

FORMAT = 1
_SAYS_MOST = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateFile:
    """A file of updates, taken apart.

    Args:
        made_on: the day it was made.
        says: a sentence of whoever made it; "" for none.
        files: data files by their names inside the resources, as text.
    """

    made_on: date
    says: str
    files: Mapping[str, str]


def read_update(data: bytes, name: str) -> UpdateFile:
    """Take a file of updates apart; what is inside is not looked at yet.

    Args:
        data: all of it.
        name: what it is called, for the sentence in case of a refusal.

    Raises:
        Refusal: ``update_not_ours``, ``update_newer`` or ``update_damaged`` for "file".
    """
    try:
        raw: dict[str, Any] = tomllib.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise Refusal("update_not_ours", "file", name=name) from error
    head, files = raw.get("servicedesk_update"), raw.get("files")
    if not isinstance(head, dict) or not isinstance(files, dict):
        raise Refusal("update_not_ours", "file", name=name)
    if isinstance(head.get("format"), int) and head["format"] > FORMAT:
        raise Refusal("update_newer", "file", name=name)
    made_on, says = head.get("made_on"), head.get("says", "")
    is_right = (
        head.get("format") == FORMAT
        and type(made_on) is date
        and isinstance(says, str)
        and len(says) <= _SAYS_MOST
        and bool(files)
        and all(part in NAMES and isinstance(text, str) for part, text in files.items())
    )
    if not is_right or not isinstance(made_on, date):
        raise Refusal("update_damaged", "file", name=name)
    return UpdateFile(made_on=made_on, says=" ".join(says.split()), files=files)
