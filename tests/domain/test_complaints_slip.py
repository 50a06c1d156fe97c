# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The slip of a complaint: what its owner may read, and nothing that is ours alone."""

from datetime import UTC, date, datetime

import pytest

from servicedesk.domain.calendars import LONDON
from servicedesk.domain.complaints import (
    About,
    ComplaintCard,
    ComplaintDraft,
    Dues,
    Stage,
    Wish,
)
from servicedesk.domain.complaints_assessing import quick_assessment
from servicedesk.domain.complaints_slip import TEXT_SHOWN, House, complaint_slip
from tests.helpers.builders import words

HOUSE = House(business="Hollins Hardware", owner="Ruth Hollins", foot="Ring 01632 960123.")
CAME = datetime(2026, 9, 13, 23, 30, tzinfo=UTC)
"""Half past midnight on Monday in the shop."""


def card(stage: Stage = Stage.RECEIVED, name: str = "", **more: object) -> ComplaintCard:
    draft = ComplaintDraft(received_at=CAME, **more)
    dues = Dues(
        acknowledge_on=date(2026, 9, 16),
        decide_on=date(2026, 9, 28),
        ceiling_on=date(2026, 11, 9),
    )
    return ComplaintCard(
        id=1,
        ref="C-2026-0014",
        draft=draft,
        customer_name=name,
        stage=stage,
        assessment=quick_assessment(draft),
        dues=dues,
    )


def pairs(one: ComplaintCard | None) -> dict[str, str]:
    return dict(complaint_slip(one, HOUSE, words(), LONDON).pairs)


def test_it_says_what_we_have_who_has_it_and_by_when():
    slip = pairs(
        card(
            name="Mrs Asha Patel",
            text="The saw\nstopped",
            wishes=(Wish.REFUND, Wish.APOLOGY),
            handler="Tom",
        )
    )
    assert slip == {
        "Its number": "C-2026-0014",
        "For": "Mrs Asha Patel",
        "It came in on": "Monday 14 September 2026",
        "What happened": "The saw stopped",
        "What would put it right": "Money back, Apology",
        "Who looks after it": "Tom",
        "You will have an answer by": "Monday 28 September 2026",
    }


def test_what_is_ours_alone_stands_on_none():
    slip = complaint_slip(
        card(text="The saw stopped", notes="shouted", staff="Ole", place="till", handler="owner"),
        HOUSE,
        words(),
        LONDON,
    )
    said = " ".join(part for pair in slip.pairs for part in pair)
    assert not [word for word in ("shouted", "Ole", "till", "owner") if word in said]
    assert ("Who looks after it", "Ruth Hollins") in slip.pairs
    assert (slip.business, slip.foot) == (HOUSE.business, HOUSE.foot)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", "Faulty goods"),
        ("word " * 99, ("word " * 99)[: TEXT_SHOWN - 1].rpartition(" ")[0] + "…"),
        ("x" * 999, "x" * (TEXT_SHOWN - 1) + "…"),
    ],
)
def test_what_happened_is_short(text, shown):
    assert pairs(card(text=text, about=About.FAULTY_GOODS))["What happened"] == shown


def test_one_that_has_its_answer_promises_none():
    slip = pairs(card(Stage.DECIDED, text="x", called="the man with the van"))
    assert "You will have an answer by" not in slip
    assert slip["For"] == "the man with the van"


def test_an_empty_one_is_to_be_written_on():
    slip = pairs(None)
    assert set(slip.values()) == {""}
    assert "What happened" in slip
    assert "For" not in slip
