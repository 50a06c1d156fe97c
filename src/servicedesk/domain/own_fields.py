# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The business's own fields on customers and promises: what it wants to note that we did not."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

MOST = 10
"""Own fields on one sort of record."""


class OwnFieldOn(StrEnum):
    """On which sort of record a field is."""

    CUSTOMER = "customer"
    PROMISE = "promise"


class OwnFieldKind(StrEnum):
    """What goes into a field."""

    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    YES_NO = "yes_no"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFieldDraft:
    """An own field as typed.

    Args:
        on: which sort of record it is for.
        name: its label.
        kind: what goes into it.
        choices: for CHOICE.
    """

    on: OwnFieldOn
    name: str
    kind: OwnFieldKind = OwnFieldKind.TEXT
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFieldCard:
    """An own field as kept.

    Args:
        id: of the row; the key of its values in every record.
        draft: what was typed.
        retired_on: not asked any more since that day; its values stay. None while in use.
    """

    id: int
    draft: OwnFieldDraft
    retired_on: date | None = None
