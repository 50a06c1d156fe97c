# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Rewrites in the owner's own words where that can be, and from the facts where it cannot."""

import pytest

from servicedesk.domain.calendars import DayKind
from servicedesk.domain.wording import Context, check_wording, rewritten

PROMISES = [
    ("We try our best to be with you by 9am", "We will be with you by 9am."),
    ("We’ll try to ring you by 5pm", "We'll ring you by 5pm."),
    ("Our aim is to ring you by 5pm.", "We will ring you by 5pm."),
    ("We never charge for a quote.", "We do not charge for a quote."),
    ("You will never be charged for a quote.", "We will not charge you for a quote."),
    ("MOTs will be started by 9am by our team.", "We will start MOTs by 9am."),
    ("Tyres will be checked by our team by 9am.", "We will check tyres by 9am."),
    (
        "Deliveries will be made by Evri within 2 hours.",
        "We will make deliveries within 2 hours of getting your order.",
    ),
    ("We will reply in under 2 hours.", "We will reply within 2 hours of getting your message."),
    ("We will reply within 1.", "We will reply within 1 working day of getting your message."),
    ("You'll get a reply the next day.", "You'll get a reply the next working day."),
    ("We will give you a 100% refund at the till.", "We will give you a full refund at the till."),
    ("We will be an excellent help by 9am.", "We will be a good help by 9am."),
    ("; we will ring by 9am; we will call by 5pm", "We will ring by 9am. We will call by 5pm."),
    (
        "If we are late, we will ring you, and we will wait",
        "If we are late, we will ring you. We will wait.",
    ),
    ("I will ring by 9am and call you by 5pm.", "I will ring by 9am. I will call you by 5pm."),
    ("We will pay £10 (terms apply).", "We will pay £10."),
    ("We will clean to the highest standards.", "We will clean with care."),
    ("We will mend it, reasonably priced.", "We will mend it, fairly priced."),
    (
        "We make every endeavour. We will ring by 9am.",
        "We will make every effort. We will ring by 9am.",
    ),
    ("We promise to ring you before 6 rings, always.", "We promise to ring you before 6 rings."),
]
REBUILT = [
    (
        "Quotes are free and valid for 30 days.",
        "Quotes will be free and valid for 30 calendar days.",
    ),
    (
        "Emergency call out within 1 hour, 24/7",
        "We will return your call within 1 hour of getting it."
        " We are here 24 hours a day, 7 days a week.",
    ),
    (
        "Quotes: £30, 12,000 miles, every week",
        "We will send your quote every week. The sum is £30. The limit is 12,000 miles.",
    ),
    ("Quotes in 2 hours of a visit", "We will send your quote within 2 hours of a visit."),
    (
        "Quotes in 2 hours of a prompt visit",
        "We will send your quote within 2 hours of your request.",
    ),
    ("Quotes same day", "We will send your quote on the same day."),
    ("Quotes while you wait", "We will send your quote while you wait."),
    ("Quotes 9am-5pm", "We will send your quote from 9am-5pm."),
    ("Quotes between 9am and 5pm", "We will send your quote between 9am and 5pm."),
    ("Quotes by 2 p.m.", "We will send your quote by 2 p.m."),
    ("95% of quotes by Friday", "We will send your quote by Friday. We will do this in 95% of"),
    ("My quotes in 2 hours", "I will send your quote within 2 hours of your request."),
    (
        "ISO 9001, ISO 10002 and BS 8477 certified quotes by 5pm",
        "We will send your quote by 5pm. We will use the themes of ISO 9001, ISO 10002 and BS 8477",
    ),
]
AIMS = [
    ("We'll reply within 2 hours of your text.", "We aim to reply within 2 hours of your text in"),
    ("We will aim to ring by 5pm in 9 of 10 cases.", "We aim to ring by 5pm in 9 of 10 cases."),
    ("We ring back by 5pm.", "We aim to ring back by 5pm in 9 of 10 cases."),
    ("We strive to ring by 5pm.", "We aim to ring by 5pm in 9 of 10 cases."),
    ("Calls will be returned by 5pm.", "We aim to return calls by 5pm in 9 of 10 cases."),
    ("Quotes by 5pm on average", "We aim to send your quote by 5pm on average."),
    (
        "Quotes cost £30",
        "We aim to send your quote within 3 working days of your request in 9 of 10 cases."
        " The sum is £30.",
    ),
    ("Quotes by 5pm, 90%", "We aim to send your quote by 5pm in 90% of cases."),
]
OTHERS = [
    ("The supplier will replace it.", "We will pass it on to the supplier within 1 working day of"),
    ("Couriers will bring it by 5pm.", "We will"),
    ("DPD will bring it within 2 hours.", "We will hand your parcel to DPD within 2 hours of your"),
    ("My bank will pay within 2 hours.", "I will send your refund to my bank within 2 hours of"),
]


def check(text, said, context, **options):
    found = rewritten(text, context=context, **options)
    assert found.startswith(said)
    assert check_wording(found, context=context, **options) == ()


@pytest.mark.parametrize(("text", "said"), PROMISES)
def test_a_promise_is_mended_in_its_own_words(text, said):
    check(text, said, Context.PROMISE)


@pytest.mark.parametrize(("text", "said"), REBUILT)
def test_a_promise_is_said_anew_from_its_facts(text, said):
    check(text, said, Context.PROMISE)


@pytest.mark.parametrize(("text", "said"), AIMS)
def test_an_aim_says_how_often(text, said):
    check(text, said, Context.AIM)


@pytest.mark.parametrize(("text", "said"), OTHERS)
def test_a_promise_for_somebody_else_becomes_our_own(text, said):
    check(text, said, Context.PROMISE)


@pytest.mark.parametrize("kind", DayKind)
def test_a_rewrite_counts_in_the_days_of_the_charter(kind):
    said = rewritten("We will reply within 3 days.", context=Context.PROMISE, day_kind=kind)
    assert said == f"We will reply within 3 {kind.value} days of getting your message."


def test_days_explained_elsewhere_stay_bare():
    said = rewritten("Quotes in 3 days", context=Context.PROMISE, bare_days_explained=True)
    assert said == "We will send your quote within 3 days of your request."
    said = rewritten("We always reply.", context=Context.DETAIL, bare_days_explained=True)
    assert said == "We reply."


def test_free_text_of_nothing_but_loose_words_gets_a_sentence():
    said = rewritten("Always the best!", context=Context.FREE_TEXT)
    assert said == "We are here to help you."


def test_free_text_at_the_head_of_a_sentence_loses_its_never():
    assert rewritten("Never a queue.", context=Context.FREE_TEXT) == "No queue."


def test_free_text_says_not_for_never():
    said = rewritten("The shop is never shut at noon.", context=Context.FREE_TEXT)
    assert said == "The shop is not shut at noon."


def test_empty_text_has_no_finding():
    assert check_wording("", context=Context.PROMISE) == ()
    assert rewritten(" \n ", context=Context.PROMISE) == " \n "
