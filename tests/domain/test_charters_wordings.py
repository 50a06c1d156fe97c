# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The wording check over a whole charter: which text keeps which paper back."""

from dataclasses import replace
from decimal import Decimal

import pytest

from servicedesk.domain.calendars import DayKind
from servicedesk.domain.charters_wordings import wordings
from servicedesk.domain.standards import (
    ClockLimit,
    Measure,
    Pattern,
    Remedy,
    SecondLimit,
    StandardKind,
    TimeBand,
    Unit,
)
from tests.helpers.builders import READ, amount, charter_draft, charter_source, promise

REGISTERED = "Gas Safe Register | 123456 | 2026-11-02 | 2027-03-31"
DAYS = amount(3, Unit.DAY)


def found(**said):
    return list(wordings(charter_source(**said)))


def about(*standards, **said):
    return list(wordings(charter_source(charter_draft(standards, **said))))


def codes(lines):
    return [line.code for line in lines]


def test_a_finished_charter_has_nothing_to_look_at():
    assert found() == []


@pytest.mark.parametrize(
    ("question", "need"),
    [("late_text", "poster"), ("price_rule", "text"), ("adjustments", "text")],
)
@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("We are certified to BS 8477.", "finding.standard_claim"),
        ("No refunds.", "finding.legal_rights"),
    ],
)
def test_scenario_51_blocked_words_keep_back_the_papers_they_print_on(question, need, words, code):
    (line,) = found(**{question: words})
    assert (line.code, line.need.value, line.blocks) == (code, need, True)
    assert line.params["rewrite"] not in ("", words)


def test_the_aim_keeps_the_poster_back_only_once_it_stands_there():
    aim = "We are certified to BS 8477."
    unread = tuple(page for page in READ if page != "count_on")
    assert [line.need.value for line in found(aim=aim)] == ["poster"]
    assert [line.need.value for line in found(aim=aim, read_pages=unread)] == ["text"]


def test_the_one_line_about_the_standard_that_may_be_printed_passes():
    line = "We use the themes of BS 8477 to review our service each year. We review ourselves."
    assert found(measures_published=line) == []


def test_a_registered_body_asks_until_it_is_on_record():
    assert codes(found(insurance="We are Gas Safe registered.")) == [
        "finding.registration_question"
    ]
    assert found(insurance="We are Gas Safe registered.", registrations=REGISTERED) == []
    ended = REGISTERED.replace("2027", "2026")
    (line,) = found(insurance="We are Gas Safe registered.", registrations=ended)
    assert not line.blocks


def test_a_name_is_not_weighed_like_a_sentence_but_may_not_claim_a_standard():
    assert found(trading_name="The Best Chip Shop", town="30 Days") == []
    assert codes(found(trading_name="BS 8477 certified plumbing")) == ["finding.standard_claim"]


def test_a_vague_word_warns_with_a_better_wording():
    (line,) = found(late_text="We ring you as soon as possible.")
    assert (line.code, line.page, line.blocks) == ("finding.vague_word", "late", False)
    assert line.params["where"] == "What do you do when you are running late?"
    assert line.params["found"] == "as soon as possible"


def test_scenario_54_as_soon_as_possible_is_no_promise():
    vague = promise(action="respond as soon as possible", measure=Measure.YES_NO, limit=None)
    lines = [line for line in about(vague, count_days="working") if "rewrite" in line.params]
    assert {"finding.no_number", "finding.no_unit", "finding.vague_word"} <= set(codes(lines))
    assert {line.params["rewrite"] for line in lines} == {
        "We will reply within 1 working day of getting your message."
    }


def test_elsewhere_nothing_is_checked_that_rests_on_our_law():
    assert found(not_right_text="No refunds.", nation="elsewhere") == []
    assert codes(found(late_text="We are certified to BS 8477.", nation="elsewhere")) == [
        "finding.standard_claim"
    ]


def test_the_sentence_about_rights_is_asked_for_only_where_the_program_does_not_add_it():
    no_change = "We do not refund earrings if you change your mind."
    assert found(returns_text=no_change) == []
    (line,) = found(price_rule=no_change)
    assert (line.code, line.page, line.blocks) == ("finding.rights_sentence", "prices", False)
    assert found(price_rule=no_change, nation="elsewhere") == []


@pytest.mark.parametrize(
    "link", ["https://ec.europa.eu/consumers/odr/main", "ec.europa.eu/odr", "EC.EUROPA.EU/ODR"]
)
def test_a_link_to_the_closed_platform_keeps_the_charter_back(link):
    for lines in (
        found(complaint_steps=f"You can go to {link}"),
        found(outside_help_status="contract", outside_help_website=link),
        about(promise(page="complaints", remedy=Remedy(text=f"we will tell you about {link}"))),
    ):
        (line,) = [line for line in lines if line.blocks]
        assert (line.code, line.page) == ("closed_platform", "complaints")


def test_answers_that_a_layout_prints_are_checked_too_and_notes_to_oneself_are_not():
    assert codes(found(outside_help_status="contract", outside_help_cost="No refunds.")) == [
        "finding.legal_rights"
    ]
    assert found(asked_customers="They want no refunds refused, as soon as possible.") == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Quotes hold for 30 days.", "30 days"),
        ("Tell us within three days.", "3 days"),
        ("We ring within 2 to 3 days.", "2 to 3 days"),
    ],
)
def test_days_in_somebodys_own_words_are_asked_about(words, said):
    (line,) = found(quote_validity=words)
    assert (line.code, line.page, line.blocks) == ("bare_days", "prices", False)
    assert line.params["found"] == said


@pytest.mark.parametrize(
    "words",
    ["A day's notice.", "30 calendar days", "2 working days", "4 hours", "The next day.", "Daily."],
)
def test_what_has_one_meaning_is_not_asked_about(words):
    assert found(quote_validity=words) == []


@pytest.mark.parametrize(
    "said",
    [
        {"action": "ring you {limit} of a visit, for 30 days"},
        {"title": "30 days to say no"},
        {"condition": "if you ask within 30 days"},
        {"fallback": "we will tell you within 30 days"},
        {"remedy": Remedy(text="we will pay within 30 days")},
        {"remedy": Remedy(pence=500, depends_on="the 30 days before")},
        {"second": SecondLimit(limit=amount(9, Unit.HOUR), condition="you wait 30 days")},
    ],
)
def test_days_in_the_words_of_a_standard_are_asked_about_too(said):
    assert "bare_days" in codes(about(promise(**said)))


@pytest.mark.parametrize(
    "said",
    [
        {"limit": DAYS},
        {"up_to": DAYS, "limit": amount(1, Unit.HOUR)},
        {"updates": DAYS},
        {"remedy": Remedy(pence=500, claim_within=DAYS)},
        {"second": SecondLimit(limit=DAYS, condition="it is far")},
        {"measure": Measure.CLOCK_TIME, "clock": ClockLimit(after=DAYS)},
        {"measure": Measure.BAND, "bands": (TimeBand(width=DAYS),)},
        {"measure": Measure.PATTERN, "pattern": Pattern(occasions=2, window=DAYS)},
        {
            "measure": Measure.PATTERN,
            "pattern": Pattern(occasions=2, window=amount(1, Unit.YEAR), lasting=DAYS),
        },
    ],
)
def test_days_that_do_not_say_which_are_asked_about_once(said):
    assert codes(about(promise(**said))).count("days_unclear") == 1


def test_every_day_is_every_day():
    daily = promise(
        action="send you news {limit} while we have your dog",
        limit=amount(1, Unit.DAY),
        repeats=True,
        updates=amount(1, Unit.DAY),
    )
    assert about(daily) == []
    assert codes(about(replace(daily, limit=DAYS))) == ["days_unclear"]


def test_the_charters_own_days_are_explained_at_its_foot_and_need_no_kind():
    paid = promise(remedy=Remedy(pence=500, claim_within=amount(9, Unit.DAY, DayKind.OPENING)))
    assert about(paid) == []


def test_an_unticked_standard_keeps_only_the_longer_papers_back():
    claim = promise(remedy=Remedy(text="there are no refunds"))
    (ticked,) = [line for line in about(claim) if line.blocks]
    (unticked,) = [line for line in about(replace(claim, is_ticked=False)) if line.blocks]
    assert (ticked.need.value, unticked.need.value) == ("poster", "text")


def test_an_aim_is_checked_as_an_aim():
    aim = promise(kind=StandardKind.AIM, target_pct=Decimal(90))
    assert about(aim) == []
    assert codes(about(replace(aim, target_pct=None))) == ["finding.no_share"]


def test_the_title_may_not_claim_what_the_sentence_does_not():
    assert codes(about(promise(title="Certified to BS 8477"))) == ["finding.standard_claim"]
