# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Forgetting: what is said of backups, and what keeps somebody from being forgotten."""

from datetime import UTC, date, datetime

import pytest

from servicedesk.domain.backups import BackupCard, BackupReason
from servicedesk.domain.errors import Refusal
from servicedesk.domain.forgetting import (
    Foreseen,
    Keeping,
    KeptBecause,
    StillHeld,
    check_free,
    held_until,
)


def backup(day: int, *, is_pinned: bool = False) -> BackupCard:
    return BackupCard(
        name=f"{day}",
        path=f"{day}",
        at=datetime(2026, 9, day, 12, tzinfo=UTC),
        reason=BackupReason.BUTTON,
        size=1,
        is_pinned=is_pinned,
    )


def test_no_backup_holds_nobody() -> None:
    assert held_until([]) == StillHeld()


def test_the_last_backup_makes_room_within_a_year() -> None:
    held = held_until([backup(3), backup(14)])
    assert held == StillHeld(count=2, until=date(2027, 9, 15))


def test_a_pinned_backup_has_no_end() -> None:
    assert held_until([backup(3, is_pinned=True), backup(14)]) == StillHeld(count=2, pinned=1)


def test_copies_that_cannot_be_reached_or_changed_make_no_room() -> None:
    assert held_until([backup(3), backup(14)], away=1) == StillHeld(count=2, away=1)
    assert held_until([backup(14)], damaged=1) == StillHeld(count=1, damaged=1)


@pytest.mark.parametrize(
    ("because", "code"),
    [
        (KeptBecause.LEGAL_HOLD, "forget_on_hold"),
        (KeptBecause.OPEN_COMPLAINT, "forget_open_complaint"),
        (KeptBecause.OPEN_PROMISE, "forget_open_promise"),
        (KeptBecause.OPEN_REQUEST, "forget_open_request"),
    ],
)
def test_each_thing_that_keeps_somebody_refuses_by_its_name(
    because: KeptBecause, code: str
) -> None:
    keeps = Keeping(why=because, what="C-1")
    seen = Foreseen(customer_id=1, ref="K-0001", shown_name="Ann", because=(keeps,))
    with pytest.raises(Refusal, match=code) as refused:
        check_free(seen.because)
    assert refused.value.params == {"what": "C-1"}


def test_nothing_keeps_whoever_is_free() -> None:
    check_free(Foreseen(customer_id=1, ref="K-0001", shown_name="Ann").because)
