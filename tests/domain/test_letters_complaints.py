# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Which letter fits a complaint at which stage, what must be known first, and what it does."""

from dataclasses import replace
from datetime import date

import pytest

from servicedesk.content.letters import load_letters
from servicedesk.domain.complaints import About, Dates, Finding, Stage, Track
from servicedesk.domain.complaints_file import (
    BehaviourCard,
    BehaviourDraft,
    Ground,
    IssueCard,
    IssueDraft,
    RemedyCard,
    RemedyDraft,
    RemedyKind,
)
from servicedesk.domain.complaints_guards import Case
from servicedesk.domain.complaints_stages import TABLE, Action
from servicedesk.domain.errors import Refusal
from servicedesk.domain.letters_complaints import (
    TO_OTHERS,
    ComplaintNote,
    check_letter,
    check_outside_help,
    complaint_effect,
    letters_for,
)
from servicedesk.domain.letters_fields_complaints import OF_LAW
from tests.domain.complaints_made import FIRST, at, card, case, draft
from tests.helpers.builders import RESOURCES, words

LETTERS = {one.id: one for one in load_letters(RESOURCES)}
TODAY = date(2026, 9, 18)
TOLD = Dates(acknowledged_at=at(date(2026, 9, 15)))


def issue(finding: Finding | None, place: int = 1) -> IssueCard:
    said = IssueDraft(text="It was late", finding=finding, reasons="The log says so")
    return IssueCard(id=place, complaint_id=1, place=place, draft=said)


def remedy(kind: RemedyKind, **said: object) -> RemedyCard:
    return RemedyCard(id=1, complaint_id=1, draft=RemedyDraft(kind=kind, **said))


def fitting(made: Case, **around: object) -> set[str]:
    return {one for one, _ in letters_for(made, **around)}


def suggested(made: Case, **around: object) -> set[str]:
    return {one for one, is_suggested in letters_for(made, **around) if is_suggested}


def at_stage(stage: Stage, today: date = TODAY, **said: object) -> Case:
    parts = {name: said.pop(name) for name in ("issues", "remedies", "behaviours") if name in said}
    return case(card(stage, **{"dates": TOLD, **said}), today, **parts)


@pytest.mark.parametrize(
    ("stage", "fits"),
    [
        (Stage.RECEIVED, {"L01", "L02", "L03", "L07", "L12", "L28", "L30"}),
        (Stage.ACKNOWLEDGED, {"L01", "L02", "L03", "L07", "L12", "L28", "L30"}),
        (
            Stage.INVESTIGATING,
            {"L01", "L02", "L03", "L04", "L05", "L06", "L07", "L12", "L28", "L30"},
        ),
        (
            Stage.WAITING_CUSTOMER,
            {"L01", "L02", "L03", "L04", "L05", "L06", "L07", "L12", "L28", "L30"},
        ),
        (Stage.WAITING_OTHER, {"L01", "L02", "L03", "L07", "L12", "L28", "L30"}),
        (Stage.DECIDED, {"L04", "L05", "L06", "L07", "L10", "L11", "L12", "L30"}),
        (
            Stage.REMEDY_PENDING,
            {"L04", "L05", "L06", "L07", "L10", "L11", "L12", "L28", "L30"},
        ),
        (Stage.RESOLVED, {"L04", "L05", "L06", "L07", "L10", "L11", "L12", "L16", "L30"}),
        (Stage.EXTERNAL, {"L08", "L30"}),
        (Stage.CLOSED, set()),
        (Stage.WITHDRAWN, set()),
        (Stage.DUPLICATE, set()),
    ],
)
def test_each_stage_has_its_letters(stage, fits):
    assert fitting(at_stage(stage)) == fits
    assert fits <= set(LETTERS)


def test_every_stage_is_walked_with_every_letter_and_takes_only_steps_of_the_table():
    for stage in Stage:
        made = at_stage(stage)
        for number in fitting(made):
            where = stage
            for action in complaint_effect(made, number, {"new_date": "2026-10-06"}).actions:
                rule = TABLE[where, action]
                where = rule.after or where


@pytest.mark.parametrize(
    ("finding", "number"),
    [
        (Finding.UPHELD, "L04"),
        (Finding.PARTLY, "L05"),
        (Finding.NOT_UPHELD, "L06"),
        (Finding.NO_FINDING, "L06"),
    ],
)
def test_the_answer_follows_what_was_found(finding, number):
    made = at_stage(Stage.INVESTIGATING, issues=(issue(finding),))
    assert suggested(made) & {"L04", "L05", "L06"} == {number}
    assert fitting(made) & {"L04", "L05", "L06"} == {number}
    assert letters_for(made)[0] == (number, True)


def test_while_a_point_is_open_every_answer_fits_and_none_is_suggested():
    made = at_stage(Stage.INVESTIGATING, issues=(issue(Finding.UPHELD), issue(None, 2)))
    assert {"L04", "L05", "L06"} <= fitting(made)
    assert suggested(made) == set()


def test_the_first_letter_says_that_we_have_it():
    assert suggested(at_stage(Stage.RECEIVED, dates=Dates())) == {"L01"}
    assert suggested(at_stage(Stage.RECEIVED)) == set()


def test_news_is_suggested_when_it_is_due_or_the_answer_will_be_late():
    dues = replace(card().dues, update_on=TODAY)
    assert suggested(at_stage(Stage.INVESTIGATING, dues=dues)) == {"L02"}
    assert suggested(at_stage(Stage.WAITING_OTHER, date(2026, 9, 25))) == {"L02"}
    later = replace(card().dues, update_on=date(2026, 9, 21))
    assert suggested(at_stage(Stage.INVESTIGATING, dues=later)) == set()


def test_after_a_second_look_its_own_answer_fits_and_then_the_last_word():
    made = at_stage(Stage.INVESTIGATING, level=1, issues=(issue(Finding.UPHELD),))
    assert suggested(made) == {"L09"}
    assert {"L08", "L09"} <= fitting(made)
    assert not {"L04", "L05", "L06"} & fitting(made)
    assert "L08" in fitting(at_stage(Stage.DECIDED, level=2))
    assert "L08" in fitting(at_stage(Stage.EXTERNAL, level=1))


def test_after_eight_weeks_the_last_word_is_suggested():
    made = at_stage(Stage.INVESTIGATING, date(2026, 11, 9))
    assert {"L02", "L08"} == suggested(made)
    assert "L08" not in fitting(at_stage(Stage.INVESTIGATING, date(2026, 11, 8)))


def test_remedies_suggest_their_letters_until_those_went_out():
    right = (
        remedy(RemedyKind.REFUND_PART, amount_pence=4500, done_on=TODAY),
        remedy(RemedyKind.REPAIR, due=date(2026, 10, 2)),
        remedy(RemedyKind.GOODWILL, ground=Ground.GOODWILL, amount_pence=1000),
    )
    made = at_stage(Stage.REMEDY_PENDING, remedies=right)
    assert suggested(made) == {"L10", "L11", "L12"}
    assert suggested(made, sent=("L10", "L11", "L12")) == set()
    owed = remedy(RemedyKind.CREDIT_NOTE, ground=Ground.LEGAL_DUTY)
    training = remedy(RemedyKind.TRAINING, due=date(2026, 10, 2))
    assert suggested(at_stage(Stage.REMEDY_PENDING, remedies=(owed, training))) == set()


def test_the_follow_up_is_suggested_on_its_day_and_once():
    due = replace(card().dues, follow_up_on=TODAY)
    assert suggested(at_stage(Stage.RESOLVED, dues=due)) == {"L16"}
    done = replace(TOLD, follow_up_on=TODAY)
    assert suggested(at_stage(Stage.RESOLVED, dues=due, dates=done)) == set()
    later = replace(card().dues, follow_up_on=date(2026, 10, 6))
    assert suggested(at_stage(Stage.RESOLVED, dues=later)) == set()


def test_behaviour_that_was_noted_suggests_its_letter():
    said = BehaviourDraft(on=TODAY, text="Shouted")
    noted = BehaviourCard(id=1, complaint_id=1, draft=said)
    assert suggested(at_stage(Stage.INVESTIGATING, behaviours=(noted,))) == {"L30"}
    warned = replace(noted, draft=replace(said, warned_on=TODAY))
    assert suggested(at_stage(Stage.INVESTIGATING, behaviours=(warned,))) == set()


def test_a_complaint_about_information_has_letters_of_its_own():
    of_data = draft(track=Track.DATA_PROTECTION)
    fresh = at_stage(Stage.RECEIVED, draft=of_data, dates=Dates())
    assert suggested(fresh) == {"L23A"}
    assert "L01" not in fitting(fresh)
    looking = at_stage(Stage.INVESTIGATING, draft=of_data, issues=(issue(Finding.UPHELD),))
    assert suggested(looking) == {"L23B"}
    late = at_stage(Stage.INVESTIGATING, date(2026, 12, 1), draft=of_data, level=1)
    assert "L08" not in fitting(late)
    assert not OF_LAW & fitting(fresh, has_law=False)


def test_the_right_to_cancel_goes_to_consumers_who_complain_of_cancelling():
    about = draft(about=About.CANCELLATION)
    assert "L29" in fitting(at_stage(Stage.RECEIVED, draft=about))
    assert "L29" not in fitting(at_stage(Stage.RECEIVED, draft=about), has_law=False)
    assert "L29" not in fitting(at_stage(Stage.RECEIVED, draft=about, is_consumer=False))


@pytest.mark.parametrize(
    ("stage", "number", "actions", "note"),
    [
        (Stage.RECEIVED, "L01", (Action.ACKNOWLEDGE,), None),
        (Stage.INVESTIGATING, "L01", (Action.ACKNOWLEDGE,), None),
        (Stage.RECEIVED, "L02", (Action.ACKNOWLEDGE,), ComplaintNote.UPDATED),
        (
            Stage.RECEIVED,
            "L03",
            (Action.ACKNOWLEDGE, Action.INVESTIGATE, Action.ASK_CUSTOMER),
            None,
        ),
        (Stage.INVESTIGATING, "L03", (Action.ACKNOWLEDGE, Action.ASK_CUSTOMER), None),
        (Stage.RECEIVED, "L28", (Action.INVESTIGATE, Action.WAIT_OTHER), None),
        (Stage.INVESTIGATING, "L28", (Action.WAIT_OTHER,), None),
        (Stage.WAITING_OTHER, "L28", (), None),
        (Stage.INVESTIGATING, "L04", (Action.ACKNOWLEDGE, Action.DECIDE), None),
        (
            Stage.WAITING_CUSTOMER,
            "L06",
            (Action.ACKNOWLEDGE, Action.DECIDE_ON_WHAT_WE_HAVE),
            None,
        ),
        (Stage.INVESTIGATING, "L23B", (Action.ACKNOWLEDGE, Action.DECIDE), None),
        (Stage.DECIDED, "L04", (), None),
        (Stage.DECIDED, "L08", (Action.GO_OUTSIDE,), None),
        (Stage.EXTERNAL, "L08", (), None),
        (Stage.REMEDY_PENDING, "L10", (), None),
        (Stage.DECIDED, "L11", (), None),
        (Stage.RESOLVED, "L16", (), ComplaintNote.FOLLOWED_UP),
        (Stage.RECEIVED, "L30", (Action.ACKNOWLEDGE,), ComplaintNote.WARNED),
        (Stage.DECIDED, "L02", (), None),
    ],
)
def test_what_a_letter_does(stage, number, actions, note):
    found = complaint_effect(at_stage(stage, dates=Dates()), number, {})
    assert (found.actions, found.note) == (actions, note)


def test_whoever_was_told_already_is_not_told_again():
    assert complaint_effect(at_stage(Stage.INVESTIGATING), "L01", {}).actions == ()
    assert complaint_effect(at_stage(Stage.INVESTIGATING), "L09", {}).actions == (Action.DECIDE,)
    last = complaint_effect(at_stage(Stage.INVESTIGATING, level=1), "L08", {})
    assert last.actions == (Action.DECIDE, Action.GO_OUTSIDE)


@pytest.mark.parametrize(
    ("stage", "actions"),
    [
        (Stage.RECEIVED, (Action.INVESTIGATE, Action.DECIDE, Action.GO_OUTSIDE)),
        (Stage.ACKNOWLEDGED, (Action.INVESTIGATE, Action.DECIDE, Action.GO_OUTSIDE)),
        (Stage.INVESTIGATING, (Action.DECIDE, Action.GO_OUTSIDE)),
        (Stage.WAITING_CUSTOMER, (Action.DECIDE_ON_WHAT_WE_HAVE, Action.GO_OUTSIDE)),
        (Stage.WAITING_OTHER, (Action.OTHER_REPLIED, Action.DECIDE, Action.GO_OUTSIDE)),
    ],
)
def test_after_eight_weeks_the_last_word_leads_on_from_wherever_the_complaint_was(stage, actions):
    found = complaint_effect(at_stage(stage, date(2026, 11, 9)), "L08", {})
    assert found.actions == actions
    for action in found.actions:
        stage = TABLE[stage, action].after
    assert stage is Stage.EXTERNAL


def test_a_refund_is_noted_where_one_was_open():
    due = (remedy(RemedyKind.REFUND_PART, amount_pence=100),)
    note = complaint_effect(at_stage(Stage.REMEDY_PENDING, remedies=due), "L10", {}).note
    assert note is ComplaintNote.REFUNDED
    sent = (remedy(RemedyKind.REFUND_PART, amount_pence=100, done_on=TODAY),)
    assert complaint_effect(at_stage(Stage.DECIDED, remedies=sent), "L10", {}).note is None


@pytest.mark.parametrize(
    "kind",
    [RemedyKind.CONTRACT_ENDED, RemedyKind.RECORD_CORRECTED, RemedyKind.PROCESS_CHANGED],
)
def test_what_needs_no_visit_has_no_letter_about_one(kind):
    planned = (remedy(kind, due=date(2026, 10, 2)),)
    assert "L11" not in suggested(at_stage(Stage.DECIDED, remedies=planned))


def test_asking_again_is_a_reminder():
    found = complaint_effect(at_stage(Stage.WAITING_CUSTOMER), "L03", {})
    assert (found.actions, found.note) == ((), ComplaintNote.REMINDED)


def test_a_later_day_extends_and_any_other_day_is_kept():
    later = {"new_date": "2026-10-06"}
    made = at_stage(Stage.INVESTIGATING)
    assert complaint_effect(made, "L02", later).actions == (Action.EXTEND,)
    same = complaint_effect(made, "L02", {"new_date": "2026-09-28"})
    assert (same.actions, same.answer_by) == ((), None)
    sooner = complaint_effect(made, "L02", {"new_date": "2026-09-24"})
    assert (sooner.actions, sooner.answer_by) == ((), date(2026, 9, 24))
    assert complaint_effect(made, "L02", later).answer_by is None
    assert complaint_effect(at_stage(Stage.DECIDED), "L01", {"decide_by": "x"}).answer_by is None
    again = replace(card().assessment, is_complex=True)
    assert complaint_effect(
        at_stage(Stage.INVESTIGATING, assessment=again), "L02", later
    ).actions == (Action.EXTEND,)


def test_a_planned_remedy_is_put_on_its_way():
    planned = (remedy(RemedyKind.REPAIR, due=date(2026, 10, 2)),)
    found = (issue(Finding.UPHELD),)
    made = at_stage(Stage.DECIDED, issues=found, remedies=planned)
    assert complaint_effect(made, "L11", {}).actions == (Action.PLAN_REMEDY,)


def refusal_of(made: Case, number: str, body: str = "") -> Refusal:
    with pytest.raises(Refusal) as caught:
        check_letter(made, LETTERS[number], body)
    assert words().refusal(caught.value)
    return caught.value


def test_a_letter_that_does_not_fit_is_refused_with_its_title():
    caught = refusal_of(at_stage(Stage.CLOSED), "L04")
    assert (caught.code, caught.params["title"]) == ("letter_not_now", LETTERS["L04"].title)
    check_letter(at_stage(Stage.INVESTIGATING), LETTERS["L04"])


def test_scenario_50_a_body_that_nobody_has_looked_up_holds_the_letter():
    for number in ("L06", "L08"):
        made = at_stage(Stage.INVESTIGATING, level=1 if number == "L08" else 0)
        caught = refusal_of(made, number, "Home Trades Dispute Scheme")
        assert caught.code == "letter_outside_help_unchecked"
        check_letter(made, LETTERS[number])
    check_outside_help(LETTERS["L01"], "Home Trades Dispute Scheme")


def test_where_somebody_was_hurt_the_insurer_knows_before_we_write_what_we_found():
    hurt = at_stage(Stage.INVESTIGATING, assessment=FIRST)
    for number in ("L04", "L05", "L06", "L07"):
        assert refusal_of(hurt, number).code == "complaint_needs_insurer"
    again = at_stage(Stage.INVESTIGATING, assessment=FIRST, level=1)
    for number in ("L08", "L09"):
        assert refusal_of(again, number).code == "complaint_needs_insurer"
    for number in ("L01", "L02", "L03", "L12"):
        check_letter(hurt, LETTERS[number])
    told = at_stage(
        Stage.INVESTIGATING, assessment=FIRST, dates=replace(TOLD, insurer_told_on=TODAY)
    )
    check_letter(told, LETTERS["L04"])


def test_only_a_claim_goes_to_somebody_else():
    assert {number for number in LETTERS if number in TO_OTHERS} == {"L28"}
