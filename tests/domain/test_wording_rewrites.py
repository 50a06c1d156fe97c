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
    (
        "We will promptly answer your e-mail if you write.",
        "We will answer your e-mail within 1 working day of getting it if you write.",
    ),
    (
        "We shall file your accounts, provided that we hear in good time.",
        "We shall file your accounts, provided that we hear.",
    ),
    ("If it goes missing, we'll refund you fast.", "If it goes missing, we'll refund you within 5"),
    ("Our staff should never be rude.", "Our staff will not be rude."),
    ("Cars are washed and checked by 5pm.", "We will wash and check cars by 5pm."),
    ("You will be told and helped by 5pm.", "We will tell and help you by 5pm."),
    ("Your post is delivered by hand.", "We will deliver your post by hand within 3"),
    ("All MOTs are guaranteed.", "If something is wrong with our MOTs, we will put it right free."),
    (
        "Help is at hand on our 24/7 line.",
        "Help will be at hand on our line, 24 hours a day, 7 days",
    ),
    (
        "We will reply to every card and letter and text and call that reaches us and that asks"
        " for a price and for a date within 2 working days of getting it.",
        "We will reply to every card and letter and text and call that reaches us"
        " within 2 working days of getting it.",
    ),
    (
        "We will ring you by 5pm about every part and every price and every person and every plan"
        " and every place and every pipe and every pump that we found.",
        "We will ring you by 5pm about every part and every price and every person and every plan"
        " and every place and every pipe.",
    ),
    (
        "Your call is returned by Tom.",
        "We will return your call within 1 working day of getting it.",
    ),
    ("We would like to ring you by 5pm.", "We will ring you by 5pm."),
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
        "Messages: 24 hours' notice please",
        "We will answer your message within 1 working day of getting it. The notice is 24 hours.",
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
    ("Quotes by 5pm every week", "We will send your quote by 5pm. We will do this every week."),
    ("Quotes 9am-5pm", "We will send your quote from 9am-5pm."),
    ("Quotes between 9am and 5pm", "We will send your quote between 9am and 5pm."),
    ("Quotes by 2 p.m.", "We will send your quote by 2 p.m."),
    ("95% of quotes by Friday", "We will send your quote by Friday. We will do this in 95% of"),
    (
        "Quotes in 3 days, parts in 5 days",
        "We will send your quote within 3 working days of your request."
        " Another limit is 5 working days.",
    ),
    ("Quotes 5 days before the visit", "We will send your quote 5 working days before the visit."),
    ("Quotes by 5pm, calls in 5 rings", "We will send your quote by 5pm. The limit is 5 rings."),
    (
        "Quotes, valid for 30 days.",
        "We will send your quote within 3 working days of your request."
        " This lasts 30 calendar days.",
    ),
    ("Phone: 5 rings", "We will answer the phone within 5 rings."),
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
    ("We like to ring by 5pm.", "We aim to ring by 5pm in 9 of 10 cases."),
    ("Ring you by 5pm.", "We aim to ring you by 5pm in 9 of 10 cases."),
    (
        "Calls will be answered by our team leader within 5 rings.",
        "We aim to answer calls within 5 rings in 9 of 10 cases.",
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


YOURS = [
    ("Complaints must be made in writing.", "You must make complaints in writing."),
    ("Complaints can be made by email.", "You can make complaints by email."),
    ("Bookings are made by phone.", "You can make bookings by phone."),
    (
        "Unopened goods must be returned within 28 calendar days of you buying them.",
        "You can return unopened goods within 28 calendar days of you buying them.",
    ),
    (
        "Hired tools must be returned within 3 days.",
        "You must return hired tools within 3 working days of the day you get them.",
    ),
    (
        "Please tell us within 7 days so that we can help quickly.",
        "Please tell us within 7 calendar days of noticing it so that we can help.",
    ),
    ("Refunds can be paid by card.", "We will pay refunds by card."),
    ("Your report will be sent by 5pm.", "We will send your report by 5pm."),
    ("Reports are sent by 5pm.", "We will send reports by 5pm."),
    ("Orders must be made by 5pm.", "You must make orders by 5pm."),
    ("Claims will be answered by 5pm.", "We will answer claims by 5pm."),
    ("We give quotes ASAP.", "We will give quotes within 3 working days of your request."),
    ("Free written quotes, ASAP!", "We will send your quote within 3 working days of your"),
]


@pytest.mark.parametrize(("text", "said"), YOURS)
def test_what_the_customer_does_stays_with_the_customer_and_a_quote_stays_a_quote(text, said):
    check(text, said, Context.PROMISE)


def test_an_aim_is_never_made_of_what_the_customer_does():
    said = rewritten("Complaints must be made in writing.", context=Context.AIM)
    assert said == (
        "We aim to answer your complaint within 10 working days of getting it in 9 of 10 cases."
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Smith & Sons BS 8477 certified", "Smith & Sons"),
        ("Bright Taps (BS 8477 approved)", "Bright Taps"),
        ("BS 8477 Certified Plumbers", "Plumbers"),
    ],
)
def test_a_name_that_holds_a_standard_is_offered_without_it(text, said):
    assert rewritten(text, context=Context.FREE_TEXT) == said


UNSAID = [
    ("There is held by 5pm a sale.", Context.PROMISE),
    ("We opened in 1987.", Context.PROMISE),
    ("Cancellations: 24 hours' notice please", Context.PROMISE),
    ("The hedge will be cut and the roof thatched by 5pm.", Context.PROMISE),
    ("Goods remain subject to our terms.", Context.PROMISE),
    ("Goods remain subject to our terms.", Context.AIM),
    ("Goods remain subject to our terms.", Context.DETAIL),
    ("We always do our best.", Context.DETAIL),
    ("Money back never\u2026", Context.DETAIL),
    ("Money back never refused.", Context.FREE_TEXT),
    ("We come ASAP. We aim to come promptly.", Context.FREE_TEXT),
    ("Quotes ASAP", Context.DETAIL),
    ("Fully certified and open at 5pm on Sundays in the square.", Context.AIM),
    ("Always the best!", Context.FREE_TEXT),
]


@pytest.mark.parametrize(("text", "context"), UNSAID)
def test_where_no_whole_sentence_about_the_same_thing_can_be_made_none_is_offered(text, context):
    findings = check_wording(text, context=context)
    assert findings
    assert {finding.rewrite for finding in findings} == {""}
    assert rewritten(text, context=context) == ""


def test_free_text_at_the_head_of_a_sentence_loses_its_never():
    assert rewritten("Never a queue.", context=Context.FREE_TEXT) == "No queue."


def test_free_text_keeps_its_grammar_where_praise_goes():
    said = rewritten("An outstanding team.", context=Context.FREE_TEXT)
    assert said == "A good team."
    said = rewritten(
        "We have the finest quality meat and the highest standards of service.",
        context=Context.FREE_TEXT,
    )
    assert said == "We have good quality meat and good standards of service."


def test_free_text_says_not_for_never():
    said = rewritten("The shop is never shut at noon.", context=Context.FREE_TEXT)
    assert said == "The shop is not shut at noon."


def test_empty_text_has_no_finding():
    assert check_wording("", context=Context.PROMISE) == ()
    assert rewritten(" \n ", context=Context.PROMISE) == " \n "
