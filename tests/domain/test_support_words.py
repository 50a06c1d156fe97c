# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What helps, never why: a gentle word about the one, a plain line of the other."""

from datetime import date

import pytest

from servicedesk.domain.errors import Refusal
from servicedesk.domain.support import SupportCard, SupportDraft, SupportNeed
from servicedesk.domain.support_words import (
    GUARD_HEALTH,
    GUARD_PRIVATE,
    guard,
    guarded,
    help_line,
    help_words,
)
from tests.helpers.builders import words

TODAY = date(2026, 9, 14)


def need(which: SupportNeed, detail: str = "", **said: object) -> SupportCard:
    draft = SupportDraft(need=which, detail=detail, yes_words="yes", **said)
    return SupportCard(id=1, customer_id=1, draft=draft)


def test_scenario_53_why_is_warned_about_and_what_helps_is_fine() -> None:
    assert guard("has dementia") == GUARD_HEALTH
    assert guard("written summary after talks") is None


@pytest.mark.parametrize(
    "text",
    [
        "Has DEMENTIA",
        "she is deaf",
        "he's blind",
        "registered blind",
        "had a stroke last year",
        "because of her MS",
        "suffers from severe anxiety",
        "type 2 diabetic",
        "wheelchair-bound",
        "mental health problems",
        "is depressed",
        "alzheimers",
        "Alzheimer’s",
        "learning difficulties",
        "is pregnant",
        "is disabled",
        "diagnosed with something",
        "has MND",
    ],
)
def test_names_of_illnesses_are_warned_about(text: str) -> None:
    assert guard(text) == GUARD_HEALTH


@pytest.mark.parametrize(
    "text", ["she is Muslim", "lesbian couple", "on benefits", "was in prison"]
)
def test_what_is_nobodys_business_is_warned_about(text: str) -> None:
    assert guard(text) == GUARD_PRIVATE


@pytest.mark.parametrize(
    "text",
    [
        "",
        "roller blind in the kitchen",
        "wants new blinds with a chain",
        "two strokes of the brush, two-stroke mower",
        "Ms Carter, ring after six",
        "cancel if it rains",
        "speak slowly, face her",
        "a quiet time, no radio",
        "the boiler has a fault",
        "sick of waiting for the part",
        "add a hook",
        "Jewson’s delivers",
        "gate code 4711",
        "large print, 18 point",
        "dog barks but is friendly",
        "Mr Slow",
        "with Ms Carter on Friday",
        "the drain is slow",
        "fit a disabled toilet and a ramp",
        "has add-on shelves",
        "diagnosed the fault, diagnostic check done",
        "had a breakdown on the A58",
        "long strokes with the brush",
        "in good condition",
        "Mrs Gay, the prison shop, no alcoholic drinks",
    ],
)
def test_words_of_the_trade_are_not(text: str) -> None:
    assert guard(text) is None


def test_the_word_is_named_and_its_sentence_is_there() -> None:
    found = guarded("Mother has  Parkinson's,")
    assert found is not None
    assert found.word == "parkinson's"
    sentence = words().refusal(Refusal(found.code, word=found.word))
    assert "parkinson's" in sentence
    assert "what helps" in sentence


@pytest.mark.parametrize("which", list(SupportNeed))
def test_every_need_can_be_said(which: SupportNeed) -> None:
    (said,) = help_words([need(which, "a stool at the counter")], words(), TODAY)
    assert said
    assert "a stool at the counter" in said
    assert guard(said) is None


def test_the_strip_is_one_line() -> None:
    needs = [
        need(SupportNeed.TEXT_NOT_CALLS),
        need(SupportNeed.OTHER, "a stool"),
        need(SupportNeed.INTERPRETER, "Polish"),
    ]
    assert help_line(needs, words(), TODAY) == (
        "How to help: texts, not calls · a stool · an interpreter or another language (Polish)"
    )


def test_there_is_no_strip_where_nothing_helps_any_more() -> None:
    over = SupportCard(
        id=1,
        customer_id=1,
        draft=SupportDraft(need=SupportNeed.MORE_TIME, review_on=TODAY),
    )
    assert help_line([over], words(), TODAY) == ""
