# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""All that a charter says, and so all that can have changed between two versions."""

from dataclasses import replace
from datetime import date

import pytest

from servicedesk.domain.charters import changed_sentences
from servicedesk.domain.charters_said import all_said, split_sentences
from tests.helpers.builders import charter_draft, charter_source, opening_days, promises

REGISTERED = "Gas Safe Register | 123456 | 2026-11-02 | 2027-03-31"


def said_of(**said):
    return {one.place: one.sentences for one in all_said(charter_source(**said))}


@pytest.mark.parametrize(
    ("words", "sentences"),
    [
        ("We ring. We come! Do we? Yes", ("We ring.", "We come!", "Do we?", "Yes")),
        ("Open 8.00 to 17.30 daily.", ("Open 8.00 to 17.30 daily.",)),
        ("One line\n\n another line. ", ("One line", "another line.")),
        (" \n ", ()),
        ("Wait...", ("Wait...",)),
    ],
)
def test_text_is_parted_at_the_ends_of_sentences_and_lines(words, sentences):
    assert split_sentences(words) == sentences


def test_places_come_in_the_order_of_the_pages():
    places = [one.place for one in all_said(charter_source())]
    assert places[:4] == ["trading_name", "town", "since_year", "aim"]
    expected = [
        "customer_groups",
        "phone",
        "standard:call",
        "standard:complaint_ack",
        "in_force_from",
    ]
    assert [place for place in places if place in expected] == expected
    assert len(places) == len(set(places))


def test_a_standard_is_said_with_all_its_details():
    assert said_of()["standard:email"] == (
        "We will answer your email within 2 days of getting it.",
        "If we do not, we will ring you to say sorry.",
    )


def test_what_nobody_has_read_is_not_said_yet_but_needed_words_are():
    said = said_of(read_pages=())
    assert "adjustments" not in said
    assert "late_text" in said


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("trading_name", {"trading_name": "Hollins & Daughter"}),
        ("town", {"town": "Hebden Bridge"}),
        ("since_year", {"since_year": 1990}),
        ("since_year", {"since_year": None}),
        ("aim", {"aim": "Straight answers."}),
        ("registrations", {"registrations": REGISTERED}),
        ("count_days", {"count_days": "working"}),
        ("owner_name", {"owner_name": "Ruth Bell", "signed_name": "Ruth Hollins",
                        "signed_role": "owner"}),
        ("opening_hours", {"opening_hours": None}),
        ("complaint_person", {"complaint_stand_in": None}),
        ("counting_from", {"first_results": "June 2027"}),
        ("asked_customers", {"asked_customers": None}),
        ("in_force_from", {"review_by": date(2027, 11, 1)}),
        ("signed_name", {"signed_role": "manager"}),
        ("outside_help_status", {
            "outside_help_status": "voluntary", "outside_help_body": "The Panel",
            "outside_help_accredited": "yes",
        }),
    ],
)  # fmt: skip
def test_whatever_a_customer_could_tell_apart_counts_as_a_change(place, said):
    before = all_said(charter_source())
    after = all_said(charter_source(**said))
    assert {change.place for change in changed_sentences(before, after) if change.place == place}


def test_a_new_figure_is_one_reworded_sentence_and_nothing_else():
    call, email, told, answered = promises()
    slower = replace(email, limit=opening_days(3))
    before = all_said(charter_source())
    after = all_said(charter_source(charter_draft((call, slower, told, answered))))
    (change,) = changed_sentences(before, after)
    assert (change.place, change.kind.value) == ("standard:email", "reworded")
    assert change.after == "We will answer your email within 3 days of getting it."
