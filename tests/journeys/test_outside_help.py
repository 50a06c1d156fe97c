# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A complaint that ends at an outside body, by keyboard, in the real program.

Two people work here: one answers, the other takes the second look. The eight weeks end on the way,
whatever stops the clock of the answer. Each scene is a process of its own on the same file.
"""

import sys
from datetime import date
from pathlib import Path

import pytest

from servicedesk.documents.page_images import page_texts
from servicedesk.domain.complaints import Finding, Stage
from servicedesk.domain.complaints_causes import Cause
from servicedesk.domain.complaints_file import OutsideKind, ReferralDraft
from servicedesk.domain.people import PersonDraft
from tests.journeys import outside_help
from tests.journeys.living import OWNER, keys_of, live_all, looked_into, set_up
from tests.journeys.outside_help import (
    DISAGREES,
    HALF_TYPED,
    QUESTION,
    REF,
    REPLY,
    RESULT,
    SAYS,
    STAFF_NOTE,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a kill there is another thing")

CAME, TOLD, ANSWERED = (date(2026, 9, day) for day in (14, 15, 21))
DISAGREED, ASKED = date(2026, 10, 19), date(2026, 10, 21)
REPLIED, EIGHT_WEEKS, OUTSIDE = (date(2026, 11, day) for day in (4, 9, 12))
CAME_OUT = date(2027, 1, 15)

BODY = "Worktop Disputes Service"
HELP = {
    "outside_help_status": "trade_body",
    "outside_help_body": BODY,
    "outside_help_website": "worktopdisputes.example",
    "outside_help_method": "decision",
    "outside_help_binding": "yes, if you accept what it decides",
    "outside_help_cost": "nothing",
    "outside_help_deadline": "within 12 months of our last answer",
    "outside_help_accredited": "yes",
    "outside_help_checked_on": date(2026, 9, 1),
}
"""What the business has said of the scheme that it belongs to."""


def begin(folder: Path) -> None:
    """Make the file of a business of two with a scheme."""
    where = {"address": "18 Bridge Street\nTodmorden OL14 5AX", "phone": "01632 960123"}
    set_up(folder, owner_name="Ruth Day", **where, **HELP)
    with looked_into(folder) as desk:
        for name in ("Ruth Day", "Sam Reed"):
            desk.services.people.add(PersonDraft(name=name), OWNER)


@pytest.fixture(scope="module")
def lived(tmp_path_factory) -> Path:
    """The folder of the journey once all of it is lived."""
    folder = tmp_path_factory.mktemp("outside")
    begin(folder)
    live_all(folder, outside_help)
    return folder


def test_it_ends_finished_with_every_day_where_it_belongs(lived, file, record_property):
    record_property("keys", f"A complaint to an outside body: {keys_of(lived, outside_help)}")
    card, dates = file.card, file.card.dates
    assert (card.ref, card.stage, card.level) == (REF, Stage.CLOSED, 1)
    assert (card.draft.text, card.customer_name) == (SAYS, "Mrs Meena Patel")
    assert (card.finding, card.draft.handler) == (Finding.NOT_UPHELD, "Sam Reed")
    assert dates.acknowledged_at is not None
    assert dates.acknowledged_at.date() == TOLD
    assert (dates.decided_on, dates.external_on, dates.closed_on) == (ANSWERED, OUTSIDE, CAME_OUT)
    assert card.learning.causes == (Cause.MISUNDERSTANDING,)


def test_waiting_moved_the_answer_and_never_the_eight_weeks(file):
    (pause,) = file.pauses
    assert (pause.question, pause.from_on, pause.until) == (QUESTION, ASKED, REPLIED)
    assert file.card.dues.decide_on == date(2026, 11, 16)  # ten working days and ten of waiting
    assert file.card.dues.ceiling_on == EIGHT_WEEKS
    assert file.card.dues.next_on is None


def test_its_history_stands_in_order_with_what_was_taken_back(file):
    told = [(step.action, step.happened_on, step.who) for step in file.steps]
    nobody, sam = "owner", "Sam Reed"  # while nobody is said to serve, the owner does it
    assert told == [
        ("log", CAME, nobody),
        ("acknowledge", TOLD, nobody),
        ("investigate", TOLD, nobody),
        ("undo", TOLD, nobody),
        ("investigate", TOLD, nobody),
        ("decide", ANSWERED, nobody),
        ("second_look", DISAGREED, nobody),
        ("undo", DISAGREED, nobody),
        ("second_look", DISAGREED, nobody),
        ("ask_customer", ASKED, sam),
        ("customer_replied", REPLIED, sam),
        ("decide", EIGHT_WEEKS, sam),
        ("go_outside", OUTSIDE, sam),
        ("outside_result", CAME_OUT, sam),
        ("undo", CAME_OUT, sam),
        ("outside_result", CAME_OUT, sam),
    ]
    taken_back = {step.reverses: step for step in file.steps if step.reverses is not None}
    for step in file.steps:
        if step.id in taken_back:
            back = taken_back[step.id]
            assert (back.before, back.after) == (step.after, step.before)
    assert [step.note for step in file.steps if step.note][-5:] == [
        *(REPLY, "The plan gives the length that was cut.", BODY, RESULT, RESULT),
    ]
    assert DISAGREES in {step.note for step in file.steps}


def test_where_it_went_is_on_record(file):
    (referral,) = file.referrals
    assert referral.draft == ReferralDraft(
        kind=OutsideKind.ADR,
        body=BODY,
        their_ref="WDS-77/26",
        referred_on=OUTSIDE,
        result=RESULT,
        result_on=CAME_OUT,
        cost_pence=120_00,
        is_binding=True,
    )


def test_four_letters_went_out_as_they_were_written(lived, desk):
    letters = desk.services.letters_writing.of(complaint_id=1)[::-1]
    assert [(one.template, one.issued_on, one.signatory) for one in letters] == [
        ("L01", TOLD, "Ruth Day"),
        ("L06", ANSWERED, "Ruth Day"),
        ("L09", EIGHT_WEEKS, "Sam Reed"),
        ("L08", OUTSIDE, "Sam Reed"),
    ]
    answer, second, final = (
        words((lived / f"{name}.pdf").read_bytes()) for name in ("answer", "second look", "final")
    )
    assert "Sam Reed, who has not dealt with it before, will then look at it afresh" in answer
    assert "Sam Reed, who had not dealt with it before, has looked at all of it again" in second
    for paper in (answer, second, final):
        for said in (BODY, "worktopdisputes.example", "nothing", "within 12 months", "Citizens"):
            assert said in paper
        for never in (STAFF_NOTE, "ec.europa.eu", "owner"):
            assert never not in paper
    for said in (REF, SAYS, HALF_TYPED, "We do not agree", "final response", "eight weeks"):
        assert said in final
    assert "You may also be able to go to court" in final
    looked_up = "On 1 September 2026 we looked up"
    assert [looked_up in paper for paper in (answer, second, final)] == [False, False, True]


def test_the_whole_file_has_all_of_it_and_the_copy_nothing_of_ours(lived):
    whole, copy = (words((lived / f"{name}.pdf").read_bytes()) for name in ("whole", "copy"))
    for said in (REF, SAYS, BODY, "WDS-77/26", RESULT, QUESTION, HALF_TYPED):
        assert said in whole
        assert said in copy
    for ours in (STAFF_NOTE, "£120.00", "We misunderstood what was needed", DISAGREES, REPLY):
        assert ours in whole
        assert ours not in copy
    assert "A step was taken back (Ruth Day)" in whole
    assert "(owner)" not in whole
    assert "A step was taken back" not in copy


def test_nothing_half_typed_is_left_over(desk):
    assert desk.services.drafts.kept("letter", "L08 complaint:1") is None


def words(paper: bytes) -> str:
    """What stands on a paper, in one line."""
    return " ".join(" ".join(page_texts(paper)).split())
