# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Rules on registrations: days that make sense, and the same lines as in the charter."""

from dataclasses import replace
from datetime import date

import pytest

from servicedesk.domain.charters_registrations import registrations_in
from servicedesk.domain.errors import Refusal
from servicedesk.domain.registrations import (
    RegistrationCard,
    RegistrationDraft,
    RegistrationKind,
    charter_lines,
    checked_registration,
    ending_within,
)

TODAY = date(2026, 11, 23)
GAS = RegistrationCard(
    id=1,
    kind=RegistrationKind.REGISTRATION,
    body="Gas Safe Register",
    number="123456",
    checked_on=date(2026, 11, 2),
    ends_on=date(2027, 3, 31),
)
COVER = RegistrationCard(id=2, kind=RegistrationKind.INSURANCE, body="Harbour Mutual")
ENDED = replace(GAS, id=3, body="A | B", number="", checked_on=None, ends_on=date(2026, 11, 22))


def test_a_card_can_be_typed_again() -> None:
    assert checked_registration(GAS.draft, TODAY) == GAS.draft
    assert checked_registration(ENDED.draft, TODAY) == ENDED.draft


@pytest.mark.parametrize(
    ("said", "code", "field"),
    [
        ({"body": " "}, "registration_needs_body", "body"),
        ({"body": "x" * 121}, "entry_too_long", "body"),
        ({"number": "1\x7f"}, "entry_odd_character", "number"),
        ({"checked_on": date(2026, 11, 24)}, "registration_checked_ahead", "checked_on"),
        ({"checked_on": date(1926, 1, 1)}, "registration_day_far", "checked_on"),
        ({"ends_on": date(2126, 1, 1)}, "registration_day_far", "ends_on"),
        ({"ends_on": date(2026, 11, 1)}, "registration_ends_before_checked", "ends_on"),
    ],
)
def test_what_makes_no_sense_is_refused(said: dict[str, object], code: str, field: str) -> None:
    draft: RegistrationDraft = replace(GAS.draft, **said)
    with pytest.raises(Refusal) as refused:
        checked_registration(draft, TODAY)
    assert (refused.value.code, refused.value.field) == (code, field)


def test_the_last_day_still_counts() -> None:
    assert not replace(GAS, ends_on=TODAY).has_ended(TODAY)
    assert ENDED.has_ended(TODAY)
    assert not COVER.has_ended(TODAY)
    assert ENDED.days_left(TODAY) == -1
    assert COVER.days_left(TODAY) is None


def test_those_that_end_first_come_first() -> None:
    assert ending_within((COVER, GAS, ENDED), TODAY, 10) == (ENDED,)
    assert ending_within((COVER, GAS, ENDED), TODAY, 128) == (ENDED, GAS)


def test_the_charter_reads_what_is_kept() -> None:
    lines = charter_lines((GAS, COVER, ENDED))
    assert lines.splitlines()[0] == "Gas Safe Register | 123456 | 2026-11-02 | 2027-03-31"
    first, second = registrations_in(lines)
    assert (first.number, first.checked_on, first.ends_on) == (
        GAS.number,
        GAS.checked_on,
        GAS.ends_on,
    )
    assert (second.body, second.number, second.ends_on) == ("A / B", "", ENDED.ends_on)
    assert charter_lines((replace(GAS, number="", checked_on=None, ends_on=None),)) == GAS.body
