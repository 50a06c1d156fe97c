# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Who of us has had nothing to do with a complaint: a letter says so only of them.

Whoever took it, handles it, answered it, wrote in its history or its log, or was involved in what
went wrong has dealt with it, and cannot be named as fresh eyes.
"""

import re
from collections.abc import Iterator
from datetime import datetime

from servicedesk.domain.complaints_guards import Case, fresh_eyes
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.names import fold
from servicedesk.domain.promises_rules import named

_WORD = re.compile(r"\w+")


def fresh_names(case: Case) -> tuple[str, ...]:
    """Those of us who could look at a complaint again and never dealt with it.

    Args:
        case: the complaint; ``who`` writes the letter, and is none of them.
    """
    others = (one for one in fresh_eyes(case) if fold(one) != fold(case.who))
    return tuple(one for one in others if not _is_involved(case, one))


def is_fresh(case: Case, name: str) -> bool:
    """Whether whoever looked again had not dealt with a complaint before the second look.

    Args:
        case: the complaint after the second look.
        name: of whoever took it.
    """
    steps = case.file.steps
    looks = [one.written_at for one in steps if one.action == Action.SECOND_LOOK]
    return not _is_involved(case, name, max(looks, default=None))


def _is_involved(case: Case, name: str, before: datetime | None = None) -> bool:
    """Whether somebody dealt with a complaint, or did before a moment."""
    if fold(name) in {fold(one) for one in _acted(case, before)}:
        return True
    words = set(_WORD.findall(fold(name)))
    return any(words & set(_WORD.findall(fold(text))) for text in _told_of(case, before))


def _acted(case: Case, before: datetime | None) -> Iterator[str]:
    """Names of those who took it, or wrote of it."""
    yield named(case.card.draft.taken_by, case.owner)
    written = [(one.written_at, one.who) for one in case.file.steps]
    written += [(one.written_at, one.who) for one in case.file.entries]
    for at, who in written:
        if before is None or at < before:
            yield named(who, case.owner)


def _told_of(case: Case, before: datetime | None) -> Iterator[str]:
    """Where it stands in free words who was involved, or who said something."""
    yield case.card.draft.staff
    for one in case.file.entries:
        if before is None or one.written_at < before:
            yield one.draft.source
