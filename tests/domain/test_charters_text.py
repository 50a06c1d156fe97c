# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The pieces that a charter's papers are laid out of."""

from dataclasses import replace
from datetime import date

import pytest

from servicedesk.domain.calendars import DayKind
from servicedesk.domain.charters_text import (
    answer_words,
    asked_before,
    business_name,
    contact_lines,
    day_kind,
    day_words,
    edition_line,
    is_left_out,
    is_page_unread,
    is_unread,
    months_later,
    outside_help,
    printed_pages,
    results_lines,
    signed,
    who_to_ask,
)
from servicedesk.domain.guides import Choice, Question, QuestionKind, page_by_id
from tests.helpers.builders import READ, charter_guide, charter_source

SCHEME = {
    "outside_help_status": "trade_body",
    "outside_help_body": "The Traders' Panel",
    "outside_help_website": "panel.example",
    "outside_help_cost": "nothing",
    "outside_help_deadline": "within 12 months of our last answer.",
    "outside_help_binding": "yes, if you accept what it decides",
    "outside_help_accredited": "yes",
    "outside_help_checked_on": date(2026, 11, 1),
}


def page(page_id):
    return page_by_id(charter_guide(), page_id)


@pytest.mark.parametrize(
    ("answer", "kind", "foot"),
    [
        ("opening", DayKind.OPENING, "“days” are days we are open"),
        ("working", DayKind.WORKING, "“days” are Monday to Friday, leaving out bank holidays"),
        (None, DayKind.OPENING, "“days” are days we are open"),
    ],
)
def test_the_day_word_is_explained_in_the_owners_way_of_counting(answer, kind, foot):
    source = charter_source(count_days=answer)
    assert (day_kind(source), day_words(source)) == (kind, foot)


def test_elsewhere_a_working_day_knows_no_bank_holidays_of_ours():
    source = charter_source(count_days="working", nation="elsewhere")
    assert day_words(source) == "“days” are Monday to Friday, leaving out public holidays"


def test_a_name_that_is_missing_stands_as_words_to_fill_in():
    assert business_name(charter_source()) == "Hollins Hardware"
    assert business_name(charter_source(trading_name=None)) == "Your business name"


@pytest.mark.parametrize(
    ("kind", "value", "printed"),
    [
        (QuestionKind.TEXT, "  As is. ", "As is."),
        (QuestionKind.TEXT, "", ""),
        (QuestionKind.YES_NO, True, "Yes"),
        (QuestionKind.YES_NO, False, "No"),
        (QuestionKind.WHOLE_NUMBER, 12, "12"),
        (QuestionKind.MONEY, 4250, "£42.50"),
        (QuestionKind.MONEY, 4200, "£42"),
        (QuestionKind.DAY, date(2027, 3, 2), "2 March 2027"),
        (QuestionKind.CHOICE, "wait", "You can wait."),
        (QuestionKind.CHOICE, "swap", "Swap it"),
        (QuestionKind.CHOICES, ("swap", "gone"), "Swap it\ngone"),
        (QuestionKind.CHOICES, (), ""),
    ],
)
def test_an_answer_prints_as_people_write_it(kind, value, printed):
    choices = (
        Choice(id="wait", label="Wait", prints="You can wait."),
        Choice(id="swap", label="Swap it"),
    )
    question = Question(id="own", kind=kind, label="Own?", choices=choices)
    assert answer_words(charter_source(own=value), question) == printed


def test_hours_print_in_lines_and_silence_as_nothing():
    question = Question(id="opening_hours", kind=QuestionKind.HOURS, label="Open?")
    said = answer_words(charter_source(), question)
    assert said == "Monday to Saturday, 8.00 to 17.30\nSunday closed"
    assert answer_words(charter_source(opening_hours=None), question) == ""


def test_ready_made_words_stay_unread_until_their_page_is_marked():
    none_read = charter_source(read_pages=())
    unread = [one.id for one in printed_pages(none_read) if is_unread(none_read, one)]
    assert unread == [
        "who_for", "count_on", "prices", "safe", "late", "not_right", "complaints", "easier",
        "your_information", "we_ask", "we_check",
    ]  # fmt: skip
    all_read = charter_source()
    assert not any(is_unread(all_read, one) for one in printed_pages(all_read))


def test_a_way_to_reach_us_is_no_ready_made_word_but_what_to_do_when_closed_is():
    bare = charter_source(read_pages=None)
    assert not is_page_unread(bare, "reach_us")
    assert is_page_unread(charter_source(read_pages=None, out_of_hours="Ring."), "reach_us")


def test_a_page_that_is_not_shown_has_nothing_to_read():
    assert not is_page_unread(charter_source(read_pages=None, job_text="Words."), "no_page")
    assert is_page_unread(charter_source(read_pages=None, job_text="Words."), "the_job")


def test_only_unread_pages_that_are_not_needed_are_left_out():
    source = charter_source(read_pages=())
    assert is_left_out(source, page("easier"))
    assert not is_left_out(source, page("safe"))
    assert not is_left_out(charter_source(read_pages=READ), page("easier"))


def test_scenario_50_no_scheme_prints_no_word_of_one():
    source = charter_source(**{**SCHEME, "outside_help_status": "none"})
    assert outside_help(source) == ""
    assert outside_help(charter_source(**{**SCHEME, "outside_help_body": None})) == ""


def test_scenario_50_an_accredited_body_is_named_with_all_that_people_need():
    assert outside_help(charter_source(**SCHEME)) == (
        "If we cannot settle it between us, you can take it to The Traders' Panel. "
        "Their website is panel.example. What it costs you: nothing. "
        "When to go to them: within 12 months of our last answer. "
        "Whether we must do as they say: yes, if you accept what it decides."
    )


@pytest.mark.parametrize("known", ["unknown", "no", None])
def test_scenario_50_a_body_nobody_has_looked_up_is_not_named(known):
    assert outside_help(charter_source(**{**SCHEME, "outside_help_accredited": known})) == ""


def test_elsewhere_accreditation_is_not_asked_for():
    said = {**SCHEME, "outside_help_accredited": "unknown", "outside_help_cost": None}
    words = outside_help(charter_source(**said, nation="elsewhere"))
    assert words.startswith("If we cannot settle it between us, you can take it to")
    assert "costs" not in words


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ({}, ("We start counting on 1 December 2026.", "First results: March 2027.")),
        (
            {"counting_from": date(2027, 1, 31)},
            ("We start counting on 31 January 2027.", "First results: April 2027."),
        ),
        (
            {"in_force_from": None, "first_results": "June 2027."},
            ("We start counting on 23 November 2026.", "First results: June 2027."),
        ),
        (
            {"counting_from": date(2026, 11, 22)},
            ("We have been counting since 22 November 2026.", "First results: February 2027."),
        ),
    ],
)
def test_the_results_box_says_when_counting_starts_and_when_results_come(said, lines):
    assert results_lines(charter_source(**said)) == lines


def test_a_calendar_that_ends_does_not_bring_a_charter_down():
    assert months_later(date(9999, 12, 1), 3) == date.max
    assert months_later(date(2027, 11, 30), 3) == date(2028, 2, 29)


def test_the_edition_names_version_beginning_and_review():
    source = replace(charter_source(), number=3)
    assert edition_line(source) == (
        "Version 3 · in force from 1 December 2026 · review by 1 December 2027"
    )
    bare = charter_source(in_force_from=None, review_by=None)
    assert edition_line(bare) == "In force from 23 November 2026"


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ({}, ("Ruth Hollins", "owner")),
        ({"signed_role": "partner"}, ("Ruth Hollins", "partner")),
        ({"signed_name": "Tom Bell"}, ("Tom Bell", "")),
        ({"signed_name": "Tom Bell", "signed_role": "manager"}, ("Tom Bell", "manager")),
        ({"owner_name": None, "signed_role": "owner"}, ("", "")),
    ],
)
def test_the_owner_signs_unless_somebody_else_is_named(said, who):
    assert signed(charter_source(**said)) == who


@pytest.mark.parametrize(
    ("person", "stand_in", "words"),
    [
        ("Ruth", "Tom", "Ask for Ruth, or else for Tom."),
        ("Ruth", None, "Ask for Ruth."),
        (None, "Tom", ""),
    ],
)
def test_a_person_is_named_for_complaints(person, stand_in, words):
    source = charter_source(complaint_person=person, complaint_stand_in=stand_in)
    assert who_to_ask(source) == words


def test_whether_customers_were_asked_is_said_either_way():
    assert "We asked customers" in asked_before(charter_source())
    assert "not asked customers about this charter yet" in asked_before(
        charter_source(asked_customers=None)
    )


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ({}, "01632 960 123 · counter@hollins.example"),
        ({"phone": None}, "counter@hollins.example"),
        ({"phone": None, "email": None}, "your phone number"),
    ],
)
def test_the_short_ways_to_reach_us_come_first(said, first):
    lines = contact_lines(charter_source(**said))
    assert lines == (
        first,
        "18 Bridge Street, Todmorden, OL14 5AX",
        "Monday to Saturday, 8.00 to 17.30",
        "Sunday closed",
    )


def test_a_finished_poster_has_no_blank_for_a_phone():
    source = replace(charter_source(phone=None, email=None), poster_is_draft=False)
    assert contact_lines(source)[0] == "18 Bridge Street, Todmorden, OL14 5AX"


def test_people_are_sent_to_the_door_and_missing_hours_are_a_blank():
    source = charter_source(post_address="PO Box 7\nTodmorden", opening_hours=None)
    assert contact_lines(source)[1:] == (
        "18 Bridge Street, Todmorden, OL14 5AX",
        "your opening hours",
    )
