# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What keeps a charter's poster and papers back, and what is only worth a thought."""

import tomllib
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from servicedesk.domain.charters_papers import full_text, leaflet, poster
from servicedesk.domain.charters_rules import PaperNeed, can_publish, judged, obstacles
from servicedesk.domain.guides import all_questions
from servicedesk.domain.standards import Amount, Audience, Measure, Remedy, StandardKind, Unit
from tests.helpers.builders import (
    READ,
    RESOURCES,
    amount,
    charter_draft,
    charter_guide,
    charter_source,
    complaint_promises,
    obstacle_sentence,
    promise,
    promises,
)

SCHEME = {
    "outside_help_status": "trade_body",
    "outside_help_body": "The Panel",
    "outside_help_website": "panel.example",
    "outside_help_cost": "nothing",
    "outside_help_deadline": "within 12 months",
    "outside_help_binding": "yes",
    "outside_help_accredited": "yes",
    "outside_help_checked_on": date(2026, 11, 1),
}
SHORT_WAY = ("reach_us", "how_fast", "late", "not_right", "complaints")


def lines_for(standards=None, **said):
    return obstacles(charter_source(charter_draft(standards, **said)))


def told(lines):
    return [(line.code, line.page, line.need.value, line.blocks) for line in lines]


def codes(lines):
    return [line.code for line in lines]


def test_a_finished_charter_has_no_line_against_it():
    assert lines_for() == ()


@pytest.mark.parametrize(
    ("question", "page", "need"),
    [
        ("trading_name", "who_we_are", "poster"),
        ("owner_name", "who_we_are", "poster"),
        ("address", "who_we_are", "poster"),
        ("nation", "who_we_are", "poster"),
        ("customer_groups", "who_for", "text"),
        ("aim", "count_on", "text"),
        ("values", "count_on", "text"),
        ("opening_hours", "reach_us", "poster"),
        ("count_days", "how_fast", "text"),
        ("price_rule", "prices", "text"),
        ("safety_checks", "safe", "text"),
        ("late_text", "late", "poster"),
        ("late_choices", "late", "poster"),
        ("not_right_text", "not_right", "poster"),
        ("complaint_ways", "complaints", "poster"),
        ("complaint_person", "complaints", "poster"),
        ("information_kept", "your_information", "text"),
        ("marketing", "your_information", "text"),
        ("measures_published", "we_check", "text"),
    ],
)
def test_each_needed_answer_keeps_back_the_papers_that_its_page_is_needed_for(question, page, need):
    lines = [line for line in lines_for(**{question: None}) if line.code == "answer_missing"]
    assert told(lines) == [("answer_missing", page, need, True)]
    assert lines[0].params["question"] == question


@pytest.mark.parametrize("blank", ["   ", "", ()])
def test_an_answer_of_nothing_is_none(blank):
    assert "answer_missing" in codes(lines_for(late_text=blank))


def test_the_sections_that_the_poster_needs_are_1_4_9_10_and_11():
    bare = [line for line in lines_for(read_pages=(), out_of_hours="Ring.") if line.blocks]
    poster_pages = {line.page for line in bare if line.need is PaperNeed.POSTER}
    assert poster_pages == {"reach_us", "late", "not_right", "complaints"}
    assert {line.page for line in bare if line.need is PaperNeed.TEXT} == {
        "who_for", "count_on", "prices", "safe", "your_information", "we_check",
    }  # fmt: skip
    assert set(codes(bare)) == {"page_not_read"}


def test_pages_that_nothing_needs_only_say_that_they_are_left_out():
    unread = tuple(page for page in READ if page not in ("easier", "we_ask"))
    assert told(lines_for(read_pages=unread)) == [
        ("page_left_out", "easier", "poster", False),
        ("page_left_out", "we_ask", "poster", False),
    ]


def test_the_short_way_is_enough_for_a_poster_and_not_for_the_rest():
    call, email, _, _ = promises()
    standards = (call, email, promise("text"))
    lines = lines_for(
        standards,
        read_pages=SHORT_WAY,
        review_by=None,
        phone=None,
        aim=None,
        asked_customers=None,
    )
    assert can_publish(lines, PaperNeed.POSTER)
    assert not can_publish(lines, PaperNeed.TEXT)
    source, _ = judged(charter_source(charter_draft(standards, read_pages=SHORT_WAY)))
    assert (source.poster_is_draft, source.text_is_draft) == (False, True)
    assert (poster(source).mark, leaflet(source).mark) == ("", "DRAFT")
    assert full_text(source).mark == "DRAFT"


def test_three_complete_promises_are_needed_and_no_fewer():
    two = complaint_promises()
    (line,) = [line for line in lines_for(two) if line.code == "too_few_promises"]
    assert (line.need, line.blocks) == (PaperNeed.POSTER, True)
    assert dict(line.params) == {"ticked": 2, "needed": 3}
    assert "too_few_promises" not in codes(lines_for((*two, promise())))


@pytest.mark.parametrize(
    "said",
    [
        {"is_ticked": False},
        {"is_public": False},
        {"audience": Audience.INTERNAL},
        {"page": "no_such_page"},
        {"remedy": Remedy()},
        {"kind": StandardKind.AIM, "target_pct": Decimal(90)},
        {"limit": None},
    ],
)
def test_what_does_not_count_towards_the_three(said):
    two = complaint_promises()
    assert "too_few_promises" in codes(lines_for((*two, promise(**said))))


@pytest.mark.parametrize(
    "said", [{"limit": None}, {"action": " {limit} "}, {"title": ""}, {"action": ""}]
)
def test_a_ticked_promise_with_a_blank_in_it_is_not_printed_for_good(said):
    lines = lines_for((*promises(), promise("blank", **said)))
    blank = [line for line in lines if line.code == "promise_has_blank"]
    assert told(blank) == [("promise_has_blank", "how_fast", "poster", True)]
    assert "promise_has_blank" not in codes(
        lines_for((*promises(), promise("blank", **said, is_ticked=False)))
    )


def test_a_promise_without_remedy_and_an_aim_without_share_only_warn():
    bare = promise("bare", remedy=Remedy())
    aim = promise("aim", kind=StandardKind.AIM)
    lines = lines_for((*promises(), bare, aim))
    assert [line for line in told(lines) if line[0].startswith("promise_")] == [
        ("promise_without_remedy", "how_fast", "poster", False)
    ]
    assert "finding.no_share" in codes(lines)
    assert all(not line.blocks for line in lines)


def test_a_yes_or_no_counts_as_having_a_number():
    tested = promise(
        "test",
        action="test every tool before it leaves",
        measure=Measure.YES_NO,
        limit=None,
        page="safe",
    )
    assert lines_for((*complaint_promises(), promise(), tested)) == ()


def test_a_ticked_promise_that_prints_nowhere_is_named():
    secret = promise("secret", is_public=False)
    assert told(lines_for((*promises(), secret))) == [
        ("promise_left_out", "how_fast", "poster", False)
    ]


def test_a_charter_that_does_not_say_how_fast_is_not_whole():
    told_only = (*complaint_promises(), promise("test", page="safe"))
    assert told(lines_for(told_only)) == [("page_empty", "how_fast", "text", True)]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"phone": None}, ["phone_missing"]),
        ({"phone": None, "is_service": False}, []),
        ({"email": None}, []),
        ({"email": None, "address": None}, ["written_contact_missing"]),
        ({"email": None, "address": None, "post_address": "PO Box 7"}, []),
        ({"phone": None, "is_service": None}, ["phone_missing"]),
    ],
)
def test_a_service_business_gives_a_phone_and_a_written_way(said, found):
    lines = [line for line in lines_for(**said) if "missing" in line.code]
    lines = [line for line in lines if line.code != "answer_missing"]
    assert codes(lines) == found
    assert all(line.need is PaperNeed.TEXT and line.blocks for line in lines)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({}, []),
        ({"outside_help_status": "none"}, []),
        ({"outside_help_status": None}, ["answer_missing"]),
        ({"outside_help_body": None}, ["outside_help_body_missing"]),
        ({"outside_help_accredited": "unknown"}, ["outside_help_not_looked_up"]),
        ({"outside_help_accredited": None}, ["outside_help_not_looked_up"]),
        ({"outside_help_accredited": "no"}, ["outside_help_not_accredited"]),
        ({"outside_help_cost": None}, ["outside_help_not_whole"]),
        ({"outside_help_checked_on": None}, ["outside_help_look_again"]),
        ({"outside_help_checked_on": date(2026, 5, 23)}, []),
        ({"outside_help_checked_on": date(2026, 5, 22)}, ["outside_help_look_again"]),
        ({"outside_help_accredited": "unknown", "nation": "elsewhere"}, []),
    ],
)
def test_scenario_50_a_body_is_named_only_when_it_may_be(said, found):
    lines = lines_for(**{**SCHEME, **said})
    assert codes(lines) == found
    gentle = ("outside_help_not_whole", "outside_help_look_again")
    assert all(line.blocks is (line.code not in gentle) for line in lines)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Gas Safe | 12 | 2026-11-02 | 2026-11-22", "registration_ended"),
        ("Gas Safe | 12 | 2026-11-02 | 2026-11-23", "registration_ends_soon"),
        ("Gas Safe | 12 | 2026-11-02 | 2026-12-23", "registration_ends_soon"),
        ("Gas Safe | 12 | 2026-11-02 | 2026-12-24", "registration_ends_before_review"),
        ("Gas Safe | 12 | 2026-11-02 | 2027-11-30", "registration_ends_before_review"),
        ("Gas Safe | 12 | 2026-11-02 | 2027-12-01", None),
        ("Gas Safe | | 2026-11-02 | 2026-12-24", "registration_not_whole"),
        ("Gas Safe | 12 | 2026-11-02 | 31 March 2027", "registration_not_whole"),
        ("Gas Safe", "registration_not_whole"),
        (" | 12", None),
    ],
)
def test_registrations_are_minded_until_they_end(line, code):
    lines = lines_for(registrations=line)
    expected = [] if code is None else [(code, "safe", "poster", False)]
    assert told(lines) == expected


def test_a_registration_that_ends_before_the_review_is_named_with_its_day():
    (line,) = lines_for(registrations="Gas Safe Register | 123456 | 2026-11-02 | 2027-03-31")
    assert obstacle_sentence(line) == (
        "The registration with Gas Safe Register ends on 31 March 2027, before you look at the "
        "charter again. Renew the line then and print anew."
    )


def test_a_registration_outlives_no_review_that_has_no_day():
    line = "Gas Safe | 12 | 2026-11-02 | 2027-03-31"
    assert codes(lines_for(registrations=line, review_by=None)) == ["review_missing"]


def test_a_registration_that_is_not_whole_is_shown_what_a_whole_one_looks_like():
    (line,) = lines_for(registrations="Gas Safe")
    example = "Gas Safe Register | 123456 | 2026-11-02 | 2027-03-31"
    assert example in obstacle_sentence(line)
    (asked,) = (one for one in all_questions(charter_guide()) if one.id == "registrations")
    assert "the day you checked it" in asked.help
    assert "|" not in asked.help  # on the screen it is a list with a form


@pytest.mark.parametrize(
    ("said", "code", "question"),
    [
        ({"phone": None}, "phone_missing", "phone"),
        ({"email": None, "address": None}, "written_contact_missing", "email"),
        ({**SCHEME, "outside_help_body": None}, "outside_help_body_missing", "outside_help_body"),
        ({**SCHEME, "outside_help_cost": None}, "outside_help_not_whole", "outside_help_cost"),
        (
            {**SCHEME, "outside_help_accredited": "no"},
            "outside_help_not_accredited",
            "outside_help_accredited",
        ),
        (
            {**SCHEME, "outside_help_checked_on": None},
            "outside_help_look_again",
            "outside_help_checked_on",
        ),
        ({"registrations": "Gas Safe"}, "registration_not_whole", "registrations"),
        ({"review_by": None}, "review_missing", "review_by"),
        ({"review_by": date(2020, 1, 1)}, "review_too_early", "review_by"),
        ({"review_by": date(2031, 1, 1)}, "review_too_late", "review_by"),
        ({"asked_customers": None}, "not_asked_yet", "asked_customers"),
        ({"price_rule": "Held for 30 days."}, "bare_days", "price_rule"),
        ({"complaint_ways": "See ec.europa.eu/odr"}, "closed_platform", "complaint_ways"),
        ({"late_text": "We are certified to BS 8477."}, "finding.", "late_text"),
    ],
)
def test_a_line_about_one_question_names_it(said, code, question):
    lines = [line for line in lines_for(**said) if line.code.startswith(code)]
    assert lines
    assert all(line.params["question"] == question for line in lines)


def test_a_line_about_a_page_or_a_promise_names_no_question():
    lines = lines_for((*promises(), promise("bare", remedy=Remedy())), read_pages=())
    assert {"page_not_read", "page_left_out", "promise_without_remedy"} <= set(codes(lines))
    assert not any("question" in line.params for line in lines)


def test_asking_nobody_first_is_only_worth_a_thought():
    assert told(lines_for(asked_customers=None)) == [
        ("not_asked_yet", "ask_first", "poster", False)
    ]


def test_thirteen_promises_are_too_many_for_a_wall():
    many = (*promises(), *(promise(f"p{number}") for number in range(9)))
    (line,) = lines_for(many)
    assert (line.code, dict(line.params)) == ("too_many_for_poster", {"ticked": 13, "most": 12})


@pytest.mark.parametrize(("ticked", "found"), [(6, 0), (7, 1), (12, 1)])
def test_from_seven_promises_on_the_owner_hears_once_that_the_poster_shows_short_lines(
    ticked, found
):
    many = (*promises(), *(promise(f"p{number}") for number in range(ticked - 4)))
    unticked = promise("unticked", is_ticked=False)
    lines = lines_for((*many, unticked))
    assert told(lines) == [("short_lines_on_poster", "how_fast", "poster", False)] * found
    assert all(
        obstacle_sentence(line).startswith(f"With {ticked} promises ticked") for line in lines
    )


def test_what_blocks_comes_first_then_the_order_of_the_pages():
    lines = lines_for(
        (promise(),), asked_customers=None, late_text=None, trading_name=None, price_rule=None
    )
    order = [page.id for page in charter_guide().pages]
    places = [(not line.blocks, order.index(line.page)) for line in lines]
    assert places == sorted(places)
    assert lines[0].params["label"] == "Name over the door"


def test_every_line_has_its_words_and_no_words_lack_a_line():
    told, answered = complaint_promises()

    def slow(standard):
        return replace(standard, limit=amount(1, Unit.YEAR), remedy=Remedy(pence=1))

    everything = [
        *lines_for((), read_pages=(), asked_customers=None, phone=None, address=None, email=None),
        *lines_for((*complaint_promises(), promise("x", page="safe", remedy=Remedy()))),
        *lines_for((promise(limit=None), promise("aim", kind=StandardKind.AIM))),
        *lines_for((*promises(), promise("secret", is_public=False))),
        *lines_for(tuple(promise(f"p{number}") for number in range(13))),
        *lines_for(tuple(promise(f"p{number}") for number in range(7))),
        *lines_for((promise(limit=Amount(value=Decimal(3), unit=Unit.DAY)),)),
        *lines_for(registrations="Gas Safe", late_text="In 3 days. See ec.europa.eu/odr"),
        *lines_for(
            registrations="A | 1 | | 2026-11-30\nB | 1 | | 2026-01-31\nC | 1 | | 2027-03-31"
        ),
        *lines_for(**{**SCHEME, "outside_help_accredited": "no"}),
        *lines_for(**{**SCHEME, "outside_help_accredited": "unknown"}),
        *lines_for(**{**SCHEME, "outside_help_cost": None, "outside_help_checked_on": None}),
        *lines_for(**{**SCHEME, "outside_help_body": None}),
        *lines_for((slow(told), slow(answered)), review_by=date(2031, 1, 1)),
        *lines_for(review_by=date(2020, 1, 1)),
        *lines_for(review_by=None),
    ]
    said = {
        line.code: obstacle_sentence(line)
        for line in everything
        if not line.code.startswith("finding.")
    }
    assert all(words_said[-1] in ".?" for words_said in said.values())
    table = tomllib.loads((RESOURCES / "words/en-GB/charters.toml").read_text(encoding="utf-8"))
    assert set(said) == set(table["obstacle"])


def test_an_obstacle_is_the_same_whenever_it_is_looked_for():
    source = charter_source(charter_draft((promise(),)))
    assert obstacles(source) == obstacles(replace(source, poster_is_draft=False))
