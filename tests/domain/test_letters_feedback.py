# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What letters about feedback begin with, and what they do to it: each rule by itself."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from servicedesk.domain.customers import Channel
from servicedesk.domain.errors import Refusal
from servicedesk.domain.feedback import (
    Decision,
    FeedbackCard,
    FeedbackDraft,
    FeedbackKind,
    MayQuote,
    Quoting,
)
from servicedesk.domain.letters import LetterDraft, LetterStage
from servicedesk.domain.letters_feedback import (
    NO_EFFECT,
    FeedbackEffect,
    asked_for_feedback,
    check_letter_about,
    chosen_decision,
    feedback_begun,
    feedback_behind,
    feedback_effect,
    feedback_ours,
    field_behind_feedback,
)
from tests.domain.letters_made import ONE, WE
from tests.helpers.builders import words

PRAISE, IDEA = LetterStage.COMPLIMENT, LetterStage.SUGGESTION
TODAY = date(2026, 9, 30)
MONDAY = date(2026, 9, 14)


def card(**said: object) -> FeedbackCard:
    """Feedback of somebody known by name; what is of the card itself is told apart."""
    known = FeedbackDraft.__dataclass_fields__
    draft = {name: value for name, value in said.items() if name in known}
    rest = {name: value for name, value in said.items() if name not in known}
    typed = FeedbackDraft(**{"text": "Good", "given_on": MONDAY, "called": "Jo", **draft})
    written_at = datetime(2026, 9, 14, 12, tzinfo=UTC)
    return FeedbackCard(id=1, ref="F-2026-0001", draft=typed, written_at=written_at, **rest)


def begun(stage: LetterStage, of: FeedbackCard | None, signatory: str = "") -> dict[str, str]:
    return feedback_begun(stage, of, WE, signatory, TODAY)


def test_without_a_record_a_letter_begins_with_today_alone() -> None:
    assert begun(PRAISE, None) == {"feedback.given_on": "2026-09-30"}


def test_praise_stands_there_in_its_own_words() -> None:
    found = begun(PRAISE, card(text="So\nkind", staff="Tom Reed", channel=Channel.VISIT))
    assert found == {
        "feedback.given_on": "2026-09-14",
        "feedback.channel": "when we came to you",
        "compliment": "“So kind”",
        "staff": "Tom Reed",
    }


def test_a_long_text_is_cut_at_a_word_and_none_has_no_quotation_marks() -> None:
    long = begun(PRAISE, card(text="so kind " * 100))["compliment"]
    assert long.endswith("so …”")
    assert len(long) < 310
    assert begun(PRAISE, card(text=""))["compliment"] == ""


def test_a_review_was_not_said_to_us() -> None:
    found = begun(PRAISE, card(kind=FeedbackKind.REVIEW, source="a site"))
    assert found["feedback.channel"] == "in your review"


def test_an_answer_begins_with_what_could_be_better_and_what_was_decided() -> None:
    found = begun(IDEA, card(better="A ramp", decision=Decision.DONE, answer="Built."))
    assert (found["suggestion"], found["decision"], found["answer"]) == (
        "“A ramp”",
        "done",
        "Built.",
    )
    found = begun(IDEA, card())
    assert (found["suggestion"], found["decision"], found["answer"]) == ("“Good”", "", "")


@pytest.mark.parametrize(
    ("may", "said"),
    [
        (MayQuote.NOT_ASKED, None),
        (MayQuote.YES, "You said that I may print your words."),
        (MayQuote.NO, "You said that I may not print your words."),
    ],
)
def test_what_they_said_of_printing_comes_into_a_thank_you_alone(
    may: MayQuote, said: str | None
) -> None:
    of = card(quoting=Quoting(may=may))
    assert feedback_ours(PRAISE, of, "F-1", ONE).get("feedback.may_quote") == said
    assert feedback_ours(IDEA, of, "F-1", ONE) == {"feedback.ref": "F-1"}
    assert feedback_ours(PRAISE, None, "", ONE) == {}


def test_what_a_letter_writes_down_is_what_it_says() -> None:
    values = {
        "customer.name": " Jo ",
        "compliment": "“So kind”",
        "staff": "Tom ",
        "feedback.channel": "By phone",
        "feedback.given_on": "2026-09-14",
    }
    made = feedback_behind(PRAISE, LetterDraft(template="L17", values=values), TODAY, words())
    assert (made.kind, made.text, made.staff) == (FeedbackKind.COMPLIMENT, "So kind", "Tom")
    assert (made.called, made.channel, made.given_on) == ("Jo", Channel.PHONE, MONDAY)
    known = LetterDraft(template="L18", customer_id=5, values={"suggestion": "A ramp"})
    made = feedback_behind(IDEA, known, TODAY, words())
    assert (made.kind, made.text, made.given_on) == (FeedbackKind.SUGGESTION, "A ramp", TODAY)
    assert (made.customer_id, made.called, made.channel) == (5, "", Channel.COUNTER)


def test_what_was_noted_before_is_not_noted_again() -> None:
    of = card(thanked_on=MONDAY, passed_on=MONDAY, staff="Tom")
    assert feedback_effect(PRAISE, of, {"staff": "Tom"}) == NO_EFFECT
    said = {"decision": "done", "answer": "Built."}
    of = card(decision=Decision.DONE, answer="Built.", answered_on=MONDAY)
    assert feedback_effect(IDEA, of, said) == NO_EFFECT


def test_an_answer_notes_the_decision_the_words_the_day_and_a_low_mark_followed_up() -> None:
    of = card(follow_up_due=TODAY)
    assert feedback_effect(IDEA, of, {"decision": "planned", "answer": "Soon."}) == FeedbackEffect(
        decision=Decision.PLANNED, answer="Soon.", answers=True, follows_up=True
    )


def test_the_wall_keeps_its_words_while_the_decision_is_the_same() -> None:
    of = card(decision=Decision.DONE, answer="Built.", is_on_wall=True)
    assert feedback_effect(IDEA, of, {"decision": "done", "answer": "Other"}).answer == ""
    assert feedback_effect(IDEA, of, {"decision": "not_now", "answer": "Other"}).answer == "Other"
    off = replace(of, is_on_wall=False)
    assert feedback_effect(IDEA, off, {"decision": "done", "answer": "Other"}).answer == "Other"


def test_only_a_decision_that_there_is_can_be_chosen() -> None:
    assert chosen_decision({"decision": " done "}) is Decision.DONE
    assert chosen_decision({"decision": "never"}) is None
    assert chosen_decision({}) is None


def test_praise_that_became_a_complaint_can_be_thanked_for_and_not_answered() -> None:
    of = card(complaint_id=4)
    check_letter_about(of, PRAISE)
    check_letter_about(card(), IDEA)
    with pytest.raises(Refusal, match="letter_feedback_complaint"):
        check_letter_about(of, IDEA)


def test_what_is_wrong_stands_beside_the_field_that_says_it() -> None:
    assert field_behind_feedback(PRAISE, "text") == "compliment"
    assert field_behind_feedback(IDEA, "text") == "suggestion"
    assert field_behind_feedback(IDEA, "given_on") == "feedback.given_on"
    assert field_behind_feedback(IDEA, "called") == "customer.name"
    assert field_behind_feedback(IDEA, "staff") == "staff"
    assert field_behind_feedback(IDEA, None) is None


def test_day_and_way_are_asked_for_by_letters_about_feedback_alone() -> None:
    assert asked_for_feedback(PRAISE) == ("feedback.given_on", "feedback.channel")
    assert asked_for_feedback(LetterStage.DELAY) == ()
