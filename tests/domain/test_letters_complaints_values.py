# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What letters about a complaint say, worked out from its file."""

from dataclasses import replace
from datetime import date

import pytest

from servicedesk.domain.actions import ActionCard, ActionDraft
from servicedesk.domain.complaints import About, Dates, Finding, Stage
from servicedesk.domain.complaints_file import (
    BehaviourCard,
    BehaviourDraft,
    EntryCard,
    EntryDraft,
    EntryKind,
    Ground,
    IssueCard,
    IssueDraft,
    PauseCard,
    RemedyKind,
)
from servicedesk.domain.customers import Channel
from servicedesk.domain.letters import LetterStage
from servicedesk.domain.letters_complaints_values import (
    begun_of,
    finding_lines,
    ours_of,
    summary_of,
)
from servicedesk.domain.letters_fields import may_name
from servicedesk.domain.letters_speech import SUMMARY_MOST
from tests.domain.complaints_made import TODAY, at, card, case, draft, step
from tests.domain.letters_made import ONE, WE, begun, remedy
from tests.helpers.builders import words

LAW = {"law.court": "Court.", "law.free_advice": "Advice.", "law.data_regulator": "Regulator."}


def issue(text: str, finding: Finding | None, reasons: str = "", place: int = 1) -> IssueCard:
    said = IssueDraft(text=text, finding=finding, reasons=reasons)
    return IssueCard(id=place, complaint_id=1, place=place, draft=said)


def test_what_is_ours_is_there_only_where_it_may_stand():
    found = ours_of(
        LetterStage.ANSWER, ref="C-2026-0001", other_ref="C-2026-0002", outside="Go.", law=LAW
    )
    assert found == {
        "complaint.ref": "C-2026-0001",
        "complaint.other_ref": "C-2026-0002",
        "adr.paragraph": "Go.",
        **LAW,
    }
    assert "adr.paragraph" not in ours_of(LetterStage.RECEIVED, outside="Go.", law=LAW)
    assert "complaint.ref" not in ours_of(LetterStage.CLAIM, ref="C-2026-0001", law=LAW)
    assert ours_of(LetterStage.ANSWER, law={}) == {}


def test_a_business_is_shown_no_way_that_is_open_to_consumers_alone():
    found = ours_of(LetterStage.ANSWER, outside="Go.", law=LAW, is_consumer=False)
    assert set(found) == {"law.court", "law.data_regulator"}


def test_an_acknowledgement_begins_with_what_was_written_down():
    of = card(Stage.RECEIVED, draft=draft(channel=Channel.PHONE))
    assert begun(LetterStage.RECEIVED, of) == {
        "complaint.received_on": "2026-09-14",
        "complaint.channel": "by phone",
        "complaint.summary": "“The plumber came two hours late”",
        "complaint.handler": "Ann",
        "decide_by": "2026-09-28",
    }


@pytest.mark.parametrize("channel", list(Channel))
def test_every_way_of_telling_us_has_its_words(channel):
    of = card(draft=draft(channel=channel))
    made = case(of, TODAY)
    assert begun_of(LetterStage.RECEIVED, made, WE)["complaint.channel"]
    assert "{" not in begun_of(LetterStage.RECEIVED, made, ONE)["complaint.channel"]


def test_nothing_that_is_for_ourselves_comes_into_a_letter():
    secret = "SECRET"
    of = card(
        draft=draft(notes=secret, staff=secret, own={"1": secret}),
        remember=secret,
        insurer_not_needed=secret,
        legal_hold=secret,
    )
    private = EntryDraft(kind=EntryKind.DOCUMENT, text=secret, on=TODAY, is_private=True)
    account = EntryDraft(kind=EntryKind.ACCOUNT, text=secret, on=TODAY)
    entries = tuple(
        EntryCard(id=1, complaint_id=1, draft=one, who="Ann", written_at=at(TODAY))
        for one in (private, account)
    )
    training = remedy(RemedyKind.TRAINING, words=secret, due=TODAY)
    for stage in LetterStage:
        found = begun(stage, of, entries=entries, remedies=(training,))
        assert secret not in "".join(found.values())
        assert set(found) <= may_name(stage)


def test_long_words_of_the_customer_are_cut_at_a_word():
    of = card(draft=draft(text="word, " * 200))
    text = summary_of(case(of), WE)
    assert text.endswith("word …")
    assert len(text) <= SUMMARY_MOST + 2
    only = card(draft=draft(text=" ", about=About.PRICE))
    assert summary_of(case(only), WE) == words().say("enum.About.price")
    assert summary_of(case(card(draft=draft(text=""))), WE) == ""


def test_findings_are_lines_with_reasons_and_what_we_agree_with_first():
    points = (
        issue("It was dear", Finding.NOT_UPHELD, "The price was on the shelf."),
        issue("It was late!", Finding.UPHELD, "The log\nsays so", 2),
        issue("It was dirty", Finding.PARTLY, "", 3),
        issue("It was loud", Finding.NO_FINDING, "Nobody measured it", 4),
        issue("It was blue", None, "", 5),
    )
    made = case(card(), issues=points)
    assert finding_lines(made, WE).splitlines() == [
        "“It was late!” We agree. The log says so.",
        "“It was dirty.” We agree in part.",
        "“It was loud.” We could not find out for certain. Nobody measured it.",
        "“It was dear.” We do not agree. The price was on the shelf.",
    ]
    assert finding_lines(made, ONE).splitlines()[0] == "“It was late!” I agree. The log says so."


def test_a_complaint_without_points_is_its_own_point():
    of = card(finding=Finding.UPHELD, outcome_words="The van broke down")
    assert finding_lines(case(of), WE) == (
        "“The plumber came two hours late.” We agree. The van broke down."
    )
    assert finding_lines(case(card()), WE) == ""


def test_only_their_own_words_are_quoted_and_never_a_topic_that_was_ticked():
    ticked = card(
        finding=Finding.PARTLY,
        outcome_words="The van broke down",
        draft=draft(text=" ", about=About.QUALITY_OF_WORK),
    )
    assert begun(LetterStage.RECEIVED, ticked)["complaint.summary"] == "Quality of work"
    assert finding_lines(case(ticked), WE) == (
        "Quality of work: we agree in part. The van broke down."
    )
    assert finding_lines(case(ticked), ONE).startswith("Quality of work: I agree in part.")


def test_words_that_were_typed_with_quotation_marks_get_no_second_pair():
    said = card(draft=draft(text="“Nobody rang me back!”"))
    assert begun(LetterStage.RECEIVED, said)["complaint.summary"] == "“Nobody rang me back!”"
    points = (issue("“Nobody rang.”", Finding.UPHELD),)
    assert finding_lines(case(card(), issues=points), WE) == "“Nobody rang.” We agree."
    two = card(draft=draft(text="“Later” and again “later”"))
    assert begun(LetterStage.RECEIVED, two)["complaint.summary"] == "““Later” and again “later””"


def test_an_answer_begins_with_everything_that_is_known():
    document = EntryDraft(kind=EntryKind.DOCUMENT, text="your photos", on=TODAY)
    found = begun(
        LetterStage.ANSWER,
        issues=(issue("It was late", Finding.NOT_UPHELD, "The log says ten"),),
        remedies=(remedy(RemedyKind.GOODWILL, ground=Ground.GOODWILL, words="A free visit."),),
        entries=(EntryCard(id=1, complaint_id=1, draft=document, who="A", written_at=at(TODAY)),),
        actions=(ActionCard(id=1, complaint_id=1, draft=ActionDraft(text="We ring ahead.")),),
        people=("Ann", "Ben"),
    )
    assert found["findings"] == "“It was late.” We do not agree. The log says ten."
    assert found["looked_at"] == "your photos"
    assert found["change"] == "We ring ahead"
    assert found["goodwill"] == "A free visit"
    assert found["review_by"] == "2026-10-16"
    assert found["review_how"].startswith("Ben, who has not dealt with it before")


def test_what_changes_reads_as_one_sentence():
    said = ("We check every washer.", "We ring back the same day", "Never again!", "We look twice")
    actions = tuple(
        ActionCard(id=place, complaint_id=1, draft=ActionDraft(text=one))
        for place, one in enumerate(("", *said))
    )
    assert begun(LetterStage.ANSWER, actions=actions)["change"] == (
        "We check every washer; we ring back the same day; Never again! We look twice"
    )


def test_a_gesture_of_goodwill_is_one_whatever_the_reason_that_was_ticked():
    given = remedy(RemedyKind.GOODWILL, ground=Ground.LEGAL_DUTY, amount_pence=500)
    assert begun(LetterStage.ANSWER, remedies=(given,))["goodwill"] == "£5.00"
    owed = remedy(RemedyKind.CREDIT_NOTE, ground=Ground.LEGAL_DUTY, amount_pence=500)
    assert "goodwill" not in begun(LetterStage.ANSWER, remedies=(owed,))


def test_one_person_alone_looks_again_and_twice_at_most():
    alone = begun(LetterStage.ANSWER, people=("Ann",))
    assert alone["review_how"].startswith("We will then look")
    last = begun(LetterStage.SECOND_LOOK, card(level=2), people=("Ann", "Ben"))
    assert "review_by" not in last


def test_a_second_look_names_whoever_looked():
    first = step(2, "decide", Stage.INVESTIGATING, Stage.DECIDED)
    other = card(level=1, draft=draft(handler="Ben"))
    assert begun(LetterStage.SECOND_LOOK, other, steps=(first,))["reviewed_by"].startswith("Ben, ")
    same = begun(LetterStage.SECOND_LOOK, card(level=1), steps=(first,))
    assert same["reviewed_by"].startswith("We have looked")


def test_the_owner_who_answered_while_nobody_served_had_dealt_with_it():
    first = step(2, "decide", Stage.INVESTIGATING, Stage.DECIDED, who="owner")
    own = card(level=1, draft=draft(handler="Ruth"))
    looked = replace(case(own, TODAY, people=("Ruth", "Ben"), steps=(first,)), owner="Ruth")
    again = begun_of(LetterStage.SECOND_LOOK, looked, WE)
    assert again["reviewed_by"].startswith("We have looked")


def test_whoever_signs_the_answer_does_not_look_again():
    unnamed = case(card(draft=draft(handler="")), TODAY, people=("Ruth", "Ben"))
    found = begun_of(LetterStage.ANSWER, replace(unnamed, who="Ruth"), WE)
    assert found["review_how"].startswith("Ben, who has not dealt with it before")


def test_a_question_can_be_sent_again_as_a_reminder():
    pause = PauseCard(id=1, complaint_id=1, from_on=TODAY, question="The receipt\nA photo")
    found = begun(LetterStage.QUESTION, card(Stage.WAITING_CUSTOMER), pauses=(pause,))
    assert found["items"] == "The receipt\nA photo"
    assert found["reply_by"] == "2026-10-02"
    assert "items" not in begun(LetterStage.QUESTION)


def test_a_claim_says_since_when_somebody_waits_and_never_who():
    of = card(draft=draft(product="Mixer tap", called="Asha Patel"), customer_name="Asha Patel")
    found = begun(LetterStage.CLAIM, of)
    assert found["claim.waiting"] == "A customer, since 14 September 2026"
    assert found["claim.bought"] == "Mixer tap"
    assert "Asha" not in "".join(found.values())


def test_a_letter_about_behaviour_speaks_of_the_last_that_was_noted():
    noted = tuple(
        BehaviourCard(
            id=day,
            complaint_id=1,
            draft=BehaviourDraft(on=date(2026, 9, day), text=f"Shouted {day}", limits="Letters"),
        )
        for day in (15, 17, 16)
    )
    found = begun(LetterStage.BEHAVIOUR, behaviours=noted)
    assert (found["behaviour.on"], found["behaviour.what"]) == ("2026-09-17", "Shouted 17")
    assert found["behaviour.review_on"] == "2026-12-18"
    assert found["behaviour.limits"] == "Letters"
    assert "behaviour.on" not in begun(LetterStage.BEHAVIOUR)


def test_a_follow_up_says_when_it_was_put_right():
    dates = Dates(resolved_on=date(2026, 9, 22), decided_on=date(2026, 9, 21))
    of = card(Stage.RESOLVED, dates=dates, finding=Finding.PARTLY)
    found = begun(LetterStage.FOLLOW_UP, of)
    assert found["complaint.resolved_on"] == "2026-09-22"
    assert found["complaint.answered_on"] == "2026-09-21"


def test_nobody_who_was_told_otherwise_hears_that_it_was_put_right():
    dates = Dates(resolved_on=date(2026, 9, 22), answered_on=date(2026, 9, 21))
    of = card(Stage.RESOLVED, dates=dates, finding=Finding.NOT_UPHELD)
    found = begun(LetterStage.FOLLOW_UP, of)
    assert "complaint.resolved_on" not in found
    assert found["complaint.answered_on"] == "2026-09-21"
    given = (remedy(RemedyKind.GOODWILL, done_on=date(2026, 9, 22)),)
    assert "complaint.resolved_on" in begun(LetterStage.FOLLOW_UP, of, remedies=given)
    trained = (remedy(RemedyKind.TRAINING, done_on=date(2026, 9, 22)),)
    assert "complaint.resolved_on" not in begun(LetterStage.FOLLOW_UP, of, remedies=trained)


def entry(who: str, source: str = "", day: int = 16) -> EntryCard:
    said = EntryDraft(kind=EntryKind.ACCOUNT, text="He was late", source=source, on=TODAY)
    return EntryCard(id=1, complaint_id=1, draft=said, who=who, written_at=at(date(2026, 9, day)))


@pytest.mark.parametrize(
    ("of", "parts"),
    [
        ({"staff": "Ben was driving"}, {}),
        ({"taken_by": "Ben Ode"}, {}),
        ({"handler": "Ben Ode"}, {}),
        ({}, {"entries": (entry("Ben Ode"),)}),
        ({}, {"entries": (entry("Ann", source="Ben"),)}),
        (
            {},
            {
                "steps": (
                    step(2, "investigate", Stage.RECEIVED, Stage.INVESTIGATING, who="Ben Ode"),
                )
            },
        ),
    ],
)
def test_nobody_is_named_as_fresh_who_has_dealt_with_it(of, parts):
    people = ("Ann", "Ben Ode")
    about = card(draft=draft(**of))
    assert begun(LetterStage.ANSWER, about, people=people, **parts)["review_how"].startswith("We ")
    others = begun(LetterStage.ANSWER, about, people=(*people, "Cy Young"), **parts)
    assert others["review_how"].startswith("Cy Young, who has not dealt with it before")


@pytest.mark.parametrize(("day", "is_fresh"), [(15, False), (17, True)])
def test_whoever_looked_again_had_dealt_with_it_only_before_the_second_look(day, is_fresh):
    look = step(
        3, "second_look", Stage.DECIDED, Stage.INVESTIGATING, written_at=at(date(2026, 9, 16))
    )
    of = card(level=1, draft=draft(handler="Ben"))
    found = begun(LetterStage.SECOND_LOOK, of, steps=(look,), entries=(entry("Ben", day=day),))
    assert found["reviewed_by"].startswith("Ben, who had not" if is_fresh else "We have looked")


def test_the_stand_in_of_the_complaint_stands_in():
    assert begun(LetterStage.RECEIVED, card(stand_in="Cy Young"))["stand_in"] == "Cy Young"
    assert "stand_in" not in begun(LetterStage.RECEIVED)


def test_a_business_hears_that_its_legal_rights_stay_too():
    law = {"law.legal_rights": "Rights.", "law.free_advice": "Advice."}
    found = ours_of(LetterStage.GOODWILL, law=law, is_consumer=False)
    assert found == {"law.legal_rights": "Rights."}


def test_a_reminder_says_since_when_we_wait():
    pause = PauseCard(id=1, complaint_id=1, from_on=TODAY, question="The receipt")
    of = card(Stage.WAITING_CUSTOMER)
    assert begun(LetterStage.QUESTION, of, pauses=(pause,))["complaint.asked_on"] == "2026-09-18"
    assert "complaint.asked_on" not in begun(LetterStage.QUESTION)
