# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What may be the password of a file: long enough, and something that can be seen."""

import unicodedata
from typing import Final

from servicedesk.domain.errors import Refusal

LEAST: Final = 8
"""Letters, figures and signs of the shortest password."""

MOST: Final = 200
"""Of the longest; nobody types more by hand."""


def composed(typed: str) -> str:
    """A password in the one form it is used in: a keyboard may compose its letters otherwise."""
    return unicodedata.normalize("NFC", typed)


def checked_password(typed: str, again: str) -> str:
    """A new password, once it may be one.

    Args:
        typed: as it was typed; spaces at its ends count.
        again: the same, typed once more.

    Raises:
        Refusal: ``password_blank``, ``password_short`` with ``least``, or ``password_long`` with
            ``most`` for the field "password"; ``password_differs`` for the field "again".
    """
    password = composed(typed)
    if password and not password.strip():
        raise Refusal("password_blank", "password")
    if len(password) < LEAST:
        raise Refusal("password_short", "password", least=LEAST)
    if len(password) > MOST:
        raise Refusal("password_long", "password", most=MOST)
    if composed(again) != password:
        raise Refusal("password_differs", "again")
    return password
