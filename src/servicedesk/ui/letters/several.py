# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What becomes of what is typed: it stands in all of several letters, and stays in any voice."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from servicedesk.domain.letters import LetterDraft

if TYPE_CHECKING:
    from servicedesk.domain.letters_fields import LetterField

_EACH = ("customer.", "complaint.", "effect")
"""Beginnings of the fields that differ from letter to letter."""


def fields_alike(fields: "Iterable[LetterField]") -> "tuple[LetterField, ...]":
    """The fields that say the same in all letters."""
    return tuple(one for one in fields if not one.name.startswith(_EACH))


def all_alike(draft: LetterDraft, others: tuple[LetterDraft, ...]) -> tuple[LetterDraft, ...]:
    """The letters as they stand.

    Args:
        draft: the first, as it was typed.
        others: as they began.
    """
    common = {name: text for name, text in draft.values.items() if not name.startswith(_EACH)}
    return (draft, *(replace(one, values={**one.values, **common}) for one in others))


def spoken_anew(draft: LetterDraft, begun: LetterDraft, fresh: LetterDraft) -> LetterDraft:
    """A letter in another voice: what was filled in for us is said anew, what was typed stays.

    Args:
        draft: as it stands.
        begun: as it began.
        fresh: as it would begin now.
    """
    said = {
        name: fresh.values.get(name, text) if text == begun.values.get(name) else text
        for name, text in draft.values.items()
    }
    return replace(draft, values=said)
