# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the briefing sheet says, how much of it, and what it never tells."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from servicedesk.domain.between_us import BetweenCard, BetweenDraft, between_standard
from servicedesk.domain.blocks import Bullets, Heading, Paragraph, Table
from servicedesk.domain.people import PersonCard, Role
from servicedesk.domain.staff import NoteCard, NoteDraft, Praise, staff_view
from servicedesk.domain.staff_papers import (
    PRAISE_FOR,
    ROOMS,
    SAID_MOST,
    Briefing,
    BriefingSheet,
    Room,
    briefing_sheet,
    flowing,
    left_out,
)
from tests.helpers.builders import words

TODAY = date(2026, 11, 23)
RUTH = PersonCard(id=1, name="Ruth", role=Role.OWNER)
TOM = PersonCard(id=2, name="Tom", role=Role.STAFF, limit_pence=5000)
SAM = PersonCard(id=3, name="Sam", role=Role.STAFF, limit_pence=0)
AGREED = BetweenDraft(what="sweep the van")


def praise(row: int, text: str = "Kind", staff: str = "Tom", days: int = 0) -> Praise:
    day = TODAY - timedelta(days=days)
    return Praise(feedback_id=row, ref=f"F-{row}", given_on=day, text=text, staff=staff)


def briefing(
    *people: PersonCard,
    said: tuple[Praise, ...] = (),
    promises: tuple[str, ...] = (),
    number: int | None = None,
    between: bool = False,
) -> Briefing:
    standard = between_standard(AGREED, "between_us_1", words())
    cards = (BetweenCard(id=1, draft=AGREED, standard=standard),) if between else ()
    note = NoteCard(id=1, draft=NoteDraft(text="Stairs", said_on=TODAY, said_by="Sam"))
    view = staff_view(
        {one.id: one for one in people or (RUTH, TOM, SAM)},
        (),
        number,
        praise=said,
        notes=(note,),
        between=cards,
    )
    return Briefing(business="Hollins", today=TODAY, view=view, promises=promises)


def told(sheet: BriefingSheet) -> dict[str, tuple[str, ...]]:
    """What stands under each heading."""
    found: dict[str, list[str]] = {}
    for head, *rest in sheet.sections:
        assert isinstance(head, Heading)
        lines = found.setdefault(head.text, [])
        for block in rest:
            lines += block.items if isinstance(block, Bullets) else [block.text]
    return {head: tuple(lines) for head, lines in found.items()}


def test_it_names_limits_and_who_signs() -> None:
    sheet = briefing_sheet(briefing(), words())
    assert told(sheet)["Who may put right how much"] == (
        "Tom: up to £50 without asking.",
        "Sam: asks Ruth before any money is given back.",
    )
    _, table = sheet.foot
    assert isinstance(table, Table)
    assert [row[0] for row in table.rows] == ["Tom", "Sam"]
    assert sheet.footer == "23 November 2026"


def test_whoever_has_no_limit_asks_first() -> None:
    mia = PersonCard(id=4, name="Mia", role=Role.STAFF)
    lead = PersonCard(id=5, name="Aisha", role=Role.SERVICE_LEAD)
    asks = "{}: asks {} before any money is given back."

    def limits(*people: PersonCard) -> tuple[str, ...] | None:
        return told(briefing_sheet(briefing(*people), words())).get("Who may put right how much")

    assert limits(RUTH, mia) == (asks.format("Mia", "Ruth"),)
    assert limits(mia, TOM) == (
        asks.format("Mia", "the owner"),
        "Tom: up to £50 without asking.",
    )
    assert limits(RUTH, lead, mia) == (asks.format("Aisha", "Ruth"), asks.format("Mia", "Aisha"))
    assert limits(lead) == (asks.format("Aisha", "the owner"),)
    assert limits(RUTH, replace(RUTH, id=9, name="Rob")) is None


def test_who_is_told_of_what_went_wrong() -> None:
    def lead(*people: PersonCard) -> str:
        lines = told(briefing_sheet(briefing(*people), words()))["If somebody is not happy"]
        return lines[2]

    assert "tell Ruth." in lead(RUTH, TOM)
    assert "tell Aisha." in lead(RUTH, replace(TOM, name="Aisha", role=Role.SERVICE_LEAD))
    assert "tell the owner." in lead(TOM)


def test_it_tells_as_many_promises_as_there_is_room_for() -> None:
    made = briefing(promises=tuple(f"We will {n}." for n in range(5)), number=3)
    tight = Room(promises=4, praise=0)
    assert told(briefing_sheet(made, words(), tight))["What customers can count on"] == (
        *(f"We will {n}." for n in range(4)),
        "One more stands in our charter.",
    )
    assert left_out(made, words(), tight) == (
        "One promise of the charter is left out, so that all stands on one page.",
    )
    whole = briefing_sheet(made, words())
    assert len(told(whole)["What customers can count on"]) == 5
    assert whole.footer == "23 November 2026 · Version 3 of our charter"
    assert left_out(made, words(), ROOMS[0]) == ()


def test_compliments_of_the_last_month_are_told_each_once_and_not_at_length() -> None:
    long = "very " * 60
    said = (
        praise(1, long),
        praise(2, "", days=PRAISE_FOR.days),
        praise(3, "Old", days=PRAISE_FOR.days + 1),
        praise(4, "<b>Quick</b> & {0}", staff="Ruth"),
    )
    made = briefing(said=said)
    lines = told(briefing_sheet(made, words()))["What customers said in the last month"]
    first, second, third = lines
    assert first == "“<b>Quick</b> & {0}” (Ruth)"
    assert len(second) <= SAID_MOST + len("“…” (Tom)")
    assert second.endswith("…” (Tom)")
    assert third == "A compliment for Tom"
    tight = Room(promises=1, praise=1)
    assert left_out(made, words(), tight) == (
        "2 compliments are left out, so that all stands on one page.",
    )
    assert "What customers said in the last month" not in told(
        briefing_sheet(made, words(), Room(promises=1, praise=0))
    )


@pytest.mark.parametrize("between", [True, False])
def test_what_is_between_ourselves_is_told_and_what_helpers_said_never(between: bool) -> None:
    sheet = briefing_sheet(briefing(between=between), words())
    assert ("Between ourselves" in told(sheet)) is between
    assert ("We will sweep the van." in str(sheet)) is between
    assert "Stairs" not in str(sheet)


def test_the_same_stands_in_large_print() -> None:
    sheet = briefing_sheet(briefing(between=True), words())
    paper = flowing(sheet)
    assert paper.blocks[0] == Heading(text=sheet.heading, level=1)
    assert isinstance(paper.blocks[1], Paragraph)
    assert [one for part in sheet.sections for one in part] == list(paper.blocks[2:-2])
    assert paper.blocks[-2:] == sheet.foot


def test_rooms_get_tighter() -> None:
    for wide, tight in pairwise(ROOMS):
        assert tight.promises <= wide.promises
        assert tight.praise <= wide.praise
        assert tight != wide
