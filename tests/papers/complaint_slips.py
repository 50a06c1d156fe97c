# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Slips of complaints: a usual one, one of few words, a hostile one, and one to write on."""

from datetime import UTC, date, datetime

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
from servicedesk.domain.complaints_slip import House, complaint_slip
from servicedesk.domain.rounds import Slip
from tests.papers.charters import real_words
from tests.papers.shops import HOSTILE, LONG_NAME

CAME = datetime(2026, 9, 28, 9, 30, tzinfo=UTC)
DUE = date(2026, 10, 12)


def complaint_slips() -> list[Slip]:
    """All of them, in the order of a page."""
    words = real_words()
    foot = words.say("round.slip_foot", reach="ring 01632 960123")
    house = House(business="Hollins Hardware", owner="Ruth Hollins", foot=foot)
    usual = ComplaintDraft(
        text="The hired tile saw stopped on the first morning. She sent the tiler home.",
        wishes=(Wish.REFUND, Wish.APOLOGY),
        handler="Tom Reed",
        received_at=CAME,
    )
    few = ComplaintDraft(about=About.PRICE, called="the man with the van", received_at=CAME)
    hostile = ComplaintDraft(text=f"{HOSTILE} " * 90, handler=LONG_NAME, received_at=CAME)
    cards = (card(usual, "Mrs Asha Patel"), card(few), card(hostile, LONG_NAME), None)
    return [complaint_slip(one, house, words, LONDON) for one in cards]


def card(draft: ComplaintDraft, name: str = "") -> ComplaintCard:
    """A complaint as it is on the day it came."""
    return ComplaintCard(
        id=14,
        ref="C-2026-0014",
        draft=draft,
        customer_name=name,
        stage=Stage.RECEIVED,
        assessment=quick_assessment(draft),
        dues=Dues(acknowledge_on=date(2026, 9, 30), decide_on=DUE, ceiling_on=date(2026, 11, 23)),
    )
