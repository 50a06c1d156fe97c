# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Whether one answer fits its question, kind by kind."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import Choice, ContactShape, Question, QuestionKind
from servicedesk.domain.guides_answers import checked, nearest
from servicedesk.domain.hours import MONDAY_TO_FRIDAY, parse_week

CHOICES = tuple(Choice(id=word, label=word) for word in ("wait", "swap", "refund"))


def ask(kind, **more):
    return Question(id="it", kind=kind, label="It", **more)


TEXT = ask(QuestionKind.TEXT)
LONG = ask(QuestionKind.LONG_TEXT)
NUMBER = ask(QuestionKind.WHOLE_NUMBER, minimum=1500, maximum=2100)
SCALE = ask(QuestionKind.SCALE, minimum=1, maximum=5)
CHOICE = ask(QuestionKind.CHOICE, choices=CHOICES)
SOME = ask(QuestionKind.CHOICES, choices=CHOICES, minimum=2, maximum=2)
ANY = ask(QuestionKind.CHOICES, choices=CHOICES)
YES_NO = ask(QuestionKind.YES_NO)
HOURS = ask(QuestionKind.HOURS)
MONEY = ask(QuestionKind.MONEY, minimum=100)
DAY = ask(QuestionKind.DAY)
PHONE = ask(QuestionKind.CONTACT, shape=ContactShape.PHONE)
EMAIL = ask(QuestionKind.CONTACT, shape=ContactShape.EMAIL)
WEBSITE = ask(QuestionKind.CONTACT, shape=ContactShape.WEBSITE)
CONTACT = ask(QuestionKind.CONTACT)


@pytest.mark.parametrize(
    ("question", "value", "kept"),
    [
        (TEXT, "  Bright Taps\t& Sons ", "Bright Taps & Sons"),
        (TEXT, "", ""),
        (LONG, " one \r\n two\rthree\n\n", "one\ntwo\nthree"),
        (ask(QuestionKind.LONG_TEXT, most_lines=2), "1\n\n2", "1\n\n2"),
        (NUMBER, 1987, 1987),
        (NUMBER, " 1987 ", 1987),
        (NUMBER, "", ""),
        (SCALE, 5, 5),
        (CHOICE, " swap ", "swap"),
        (CHOICE, "", ""),
        (SOME, ["refund", "wait", "refund"], ("wait", "refund")),
        (SOME, (), ()),
        (ANY, ("swap",), ("swap",)),
        (YES_NO, True, True),
        (YES_NO, False, False),
        (YES_NO, "", ""),
        (HOURS, MONDAY_TO_FRIDAY, MONDAY_TO_FRIDAY),
        (HOURS, {"monday": ["08:00-12:00"]}, parse_week({"monday": ["08:00-12:00"]})),
        (HOURS, "", ""),
        (MONEY, "£12.50", 1250),
        (MONEY, "12", 1200),
        (MONEY, 1250, 1250),
        (MONEY, "", ""),
        (DAY, date(2026, 12, 1), date(2026, 12, 1)),
        (DAY, " 2026-12-01 ", date(2026, 12, 1)),
        (DAY, "", ""),
        (PHONE, "01632 960 123, ask for Tom", "01632 960 123, ask for Tom"),
        (TEXT, "nul\0\x1b", "nul"),
        (TEXT, "\u202eannA\u202c \u2067שלום\u2069 Ltd\u200f", "annA שלום Ltd"),
        (TEXT, "Zoe\u0308 & Söns \u200d", "Zoë & Söns \u200d"),
        (LONG, "one\x0btwo\x07 \u2067שלום\u2069", "one\ntwo \u2067שלום\u2069"),
        (PHONE, "", ""),
        (EMAIL, "counter@hollins.example", "counter@hollins.example"),
        (WEBSITE, "www.hollins.example/tools?a=1", "www.hollins.example/tools?a=1"),
        (WEBSITE, "https://hollins.example", "https://hollins.example"),
        (CONTACT, "wave from the road", "wave from the road"),
    ],
)
def test_an_answer_that_fits_is_tidied_and_kept(question, value, kept):
    assert checked(question, value) == kept
    assert checked(question, kept) == kept


@pytest.mark.parametrize(
    ("question", "value", "code"),
    [
        (TEXT, 3, "answer_needs_text"),
        (TEXT, "two\nlines", "answer_odd_character"),
        (TEXT, "two\fpages", "answer_odd_character"),
        (TEXT, "del\x7f", "answer_odd_character"),
        (TEXT, "a\u2028b", "answer_odd_character"),
        (TEXT, "lone \ud800 half", "answer_odd_character"),
        (TEXT, "x" * 201, "answer_too_long"),
        (ask(QuestionKind.TEXT, maximum=3), "four", "answer_too_long"),
        (LONG, "x" * 2001, "answer_too_long"),
        (LONG, ["x"], "answer_needs_text"),
        (ask(QuestionKind.LONG_TEXT, most_lines=2), "1\n\n2\n3", "answer_too_many_lines"),
        (NUMBER, "many", "answer_needs_number"),
        (NUMBER, True, "answer_needs_number"),
        (NUMBER, 3.5, "answer_needs_number"),
        (NUMBER, 1499, "answer_too_small"),
        (NUMBER, 2101, "answer_too_big"),
        (SCALE, 0, "answer_too_small"),
        (CHOICE, "wiat", "answer_choice_near"),
        (CHOICE, "zzz", "answer_choice_unknown"),
        (CHOICE, ["wait"], "answer_needs_choice"),
        (SOME, "wait", "answer_needs_choices"),
        (SOME, ["wait", 2], "answer_needs_choices"),
        (SOME, ["wait"], "answer_too_few"),
        (SOME, ["wait", "swap", "refund"], "answer_too_many"),
        (YES_NO, "yes", "answer_needs_yes_no"),
        (YES_NO, 1, "answer_needs_yes_no"),
        (HOURS, "always", "answer_needs_hours"),
        (HOURS, {"monday": "08:00-12:00"}, "answer_needs_hours"),
        (HOURS, {"monday": [8]}, "answer_needs_hours"),
        (HOURS, {"monday": ["8 to 12"]}, "hours_format"),
        (HOURS, {1: ["08:00-12:00"]}, "hours_weekday"),
        (MONEY, "a lot", "answer_needs_money"),
        (MONEY, True, "answer_needs_money"),
        (MONEY, 99, "answer_too_small"),
        (DAY, "1 December", "answer_needs_day"),
        (DAY, "2026-02-30", "answer_needs_day"),
        (DAY, datetime(2026, 12, 1, 9, tzinfo=UTC), "answer_needs_day"),
        (PHONE, "ring me", "answer_phone"),
        (EMAIL, "counter at hollins", "answer_email"),
        (EMAIL, "a@b", "answer_email"),
        (WEBSITE, "hollins", "answer_website"),
        (ask(QuestionKind.STANDARD), "x", "answer_is_standard"),
    ],
)
def test_an_answer_that_does_not_fit_is_refused_by_name(question, value, code):
    with pytest.raises(Refusal) as refused:
        checked(question, value)
    assert refused.value.code == code
    assert refused.value.field is not None
    assert refused.value.field.startswith("it")


def test_the_nearest_choice_is_named():
    with pytest.raises(Refusal) as refused:
        checked(CHOICE, "refnd")
    assert refused.value.params["nearest"] == "refund"
    assert nearest("REFUNDS", ["refund"]) == "refund"
    assert nearest("qqq", ["refund"]) == ""
    assert nearest("x", []) == ""
    assert nearest("licences", ["price_notice", "phone"]) == ""


@given(st.text(max_size=300))
def test_any_text_is_refused_or_kept_the_same_when_read_again(typed):
    for question in (TEXT, LONG, CONTACT, PHONE, EMAIL, WEBSITE):
        try:
            kept = checked(question, typed)
        except Refusal:
            continue
        assert checked(question, kept) == kept


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=5,
)


@given(st.sampled_from(list(QuestionKind)), ANYTHING)
def test_nothing_else_than_a_refusal_is_raised(kind, value):
    question = ask(kind, choices=CHOICES)
    try:
        kept = checked(question, value)
    except Refusal:
        return
    assert checked(question, kept) == kept
