# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What must be kept, and why it need not be any longer."""

from datetime import date

import pytest

from servicedesk.domain.errors import Refusal
from servicedesk.domain.holds import HoldCard, HoldDraft, checked_hold, checked_lifting

TODAY = date(2026, 9, 14)


def test_a_hold_is_tidied() -> None:
    draft = HoldDraft(customer_id=1, reason=" court  case ", since=TODAY)
    assert checked_hold(draft, TODAY).reason == "court case"
    later = HoldDraft(promise_id=1, reason="court", since=TODAY, look_again_on=date(2026, 9, 15))
    assert checked_hold(later, TODAY) == later


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"customer_id": None}, "hold_needs_subject"),
        ({"promise_id": 2}, "hold_needs_subject"),
        ({"reason": " "}, "hold_needs_reason"),
        ({"since": date(2026, 9, 15)}, "hold_ahead"),
        ({"look_again_on": TODAY}, "hold_look_again_past"),
    ],
)
def test_a_hold_that_cannot_be_is_refused(values: dict[str, object], code: str) -> None:
    known: dict[str, object] = {"customer_id": 1, "reason": "court", "since": TODAY}
    with pytest.raises(Refusal, match=code):
        checked_hold(HoldDraft(**{**known, **values}), TODAY)


def test_a_hold_ends_once_and_for_a_reason() -> None:
    draft = HoldDraft(customer_id=1, reason="court", since=TODAY)
    card = HoldCard(id=1, draft=draft, about="Ann")
    assert checked_lifting(card, " settled ") == "settled"
    with pytest.raises(Refusal, match="hold_needs_because"):
        checked_lifting(card, " ")
    with pytest.raises(Refusal, match="hold_lifted_already"):
        checked_lifting(HoldCard(id=1, draft=draft, about="Ann", lifted_on=TODAY), "x")
