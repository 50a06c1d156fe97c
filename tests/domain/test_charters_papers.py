# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Poster, leaflet and full text as one charter lays them out."""

from dataclasses import replace
from datetime import date

import pytest

from servicedesk.domain.blocks import Bullets, Heading, Logo, Paragraph, Pledge, Signature, Table
from servicedesk.domain.charters_papers import full_text, leaflet, poster
from servicedesk.domain.charters_rules import judged
from servicedesk.domain.standards import MeasuredBy
from tests.helpers.builders import (
    READ,
    charter_draft,
    charter_source,
    complaint_promises,
    promise,
)

REGISTERED = "Gas Safe Register | 123456 | 2026-11-02 | 2027-03-31\nOld body | 9 | | 2026-01-31"


def final(**said):
    made = replace(charter_source(**said), number=3)
    return replace(made, poster_is_draft=False, text_is_draft=False)


def without(*pages):
    return tuple(page for page in READ if page not in pages)


def lines(panel):
    return "\n".join(panel.lines)


def test_the_poster_of_a_finished_charter():
    made = poster(final(registrations=REGISTERED, legal_line="Hollins Ltd, number 1234567"))
    assert made.title == "Hollins Hardware: our promise to you"
    assert made.masthead == "Hollins Hardware · Todmorden · since 1987"
    assert made.heading == "Our promise to you"
    assert made.aim == "Straight answers, fair prices. If we get it wrong we put it right."
    assert [one.figure for one in made.promises] == ["4", "2", "2", "10"]
    assert [panel.title for panel in made.panels] == [
        "How to reach us",
        "Making it easier for you",
        "How we are doing",
        "If something is wrong",
    ]
    assert made.panels[1].lines == ("Large print · A chair at the counter",)
    assert made.panels[3].lines == (
        "Tell anyone here, ring or write.",
        "Ask for Ruth Hollins, or else for Tom.",
        "This does not affect your legal rights.",
    )
    assert made.footer == (
        "Version 3 · in force from 1 December 2026 · review by 1 December 2027"
        " · “days” are days we are open"
    )
    assert made.signed == "Ruth Hollins, owner"
    assert made.registrations == "Hollins Ltd, number 1234567 · Gas Safe Register 123456"
    assert made.mark == ""


def test_the_day_word_is_explained_once_on_a_poster_and_every_other_day_says_which():
    source = final(count_days="working")
    made = poster(source)
    said = [one.sentence for one in made.promises] + [one.remedy for one in made.promises]
    assert made.footer.count("“days” are") == 1
    assert not any("“days”" in words for words in said)
    assert made.promises[1].sentence == (
        "We will answer your email within 2 opening days of getting it."
    )


def test_the_short_way_leaves_off_the_wall_what_nobody_has_read():
    made = poster(final(read_pages=without("count_on", "easier")))
    assert made.aim == ""
    assert made.panels[1].title == "If we are running late"
    assert lines(made.panels[1]) == "We ring you, say why, and give you a new day."


@pytest.mark.parametrize(
    ("ways", "title"),
    [
        (("they_come",), "Making it easier for you"),
        (("they_come", "they_leave"), "Making it easier for you"),
        (None, "Making it easier for you"),
        (("you_go",), "If we are running late"),
        (("you_send",), "If we are running late"),
        (("they_come", "they_leave", "you_go"), "If we are running late"),
    ],
)
def test_a_business_that_people_wait_for_says_first_what_it_does_when_late(ways, title):
    assert poster(final(how_you_work=ways)).panels[1].title == title


def test_a_draft_shows_what_the_wall_will_look_like():
    source = charter_source(aim=None, adjustments=None, late_text=None, complaint_ways=None)
    made = poster(source)
    assert made.mark == "DRAFT"
    assert made.aim.startswith("What customers can always count on")
    assert lines(made.panels[1]).startswith("What you do when you are running late")
    assert lines(made.panels[3]).startswith("How customers tell you")
    unread = poster(charter_source(read_pages=()))
    assert unread.aim.startswith("Straight answers")


def test_elsewhere_the_poster_names_no_rights():
    assert poster(final(nation="elsewhere")).panels[3].lines == (
        "Tell anyone here, ring or write.",
        "Ask for Ruth Hollins, or else for Tom.",
    )


def test_a_bare_draft_has_a_masthead_of_what_there_is():
    made = poster(charter_source(town=None, since_year=None, owner_name=None))
    assert made.masthead == "Hollins Hardware"
    assert made.signed == ""


def test_the_logo_stands_on_poster_and_leaflet():
    logo = Logo(png=b"PNG", width=4, height=3)
    source = charter_source(replace(charter_draft(), logo=logo))
    assert poster(source).logo is leaflet(source).logo is logo


def test_the_leaflet_holds_the_whole_charter_with_the_ways_to_us_on_its_back():
    made = leaflet(final(registrations=REGISTERED))
    headings = [section[0].text for section in made.sections]
    assert headings == [
        "Who this is for",
        "What you can count on",
        "How fast we answer",
        "Prices, quotes and payment",
        "Safe and as described",
        "If we are running late",
        "If something is not right",
        "Telling us what you think",
        "Making it easier for you",
        "Your information",
        "What we ask of you",
        "How we check ourselves",
    ]
    assert made.back[0] == Heading(text="How to reach us")
    (table,) = (block for block in made.back if isinstance(block, Table))
    assert table.caption == "How to reach us"
    assert table.rows[:3] == (
        ("Run by", "Ruth Hollins"),
        ("Address", "18 Bridge Street\nTodmorden\nOL14 5AX"),
        ("Phone", "01632 960 123"),
    )
    assert Signature(name="Ruth Hollins", role="owner") in made.back
    assert made.back[-1].text == "Gas Safe Register 123456"
    assert made.mark == ""


def test_a_leaflet_nobody_signs_yet_has_no_line_for_it():
    made = leaflet(charter_source(owner_name=None, aim=None))
    assert not any(isinstance(block, Signature) for block in made.back)
    assert made.back[-1] == Paragraph(text="First results: March 2027.")
    assert made.aim.startswith("What customers can always count on")
    assert made.mark == "DRAFT"


def test_the_full_text_says_what_days_are_and_how_each_promise_is_measured():
    told, answered = complaint_promises()
    unmeasured = promise("quiet", title="A quiet hour", measured_by=MeasuredBy.NONE)
    source = replace(charter_source(charter_draft((told, answered, unmeasured))), number=2)
    made = full_text(source)
    days, meaning, heading, table = made.blocks[-4:]
    assert days == Heading(text="What we mean by “days”")
    assert meaning == Paragraph(text="When we say “days”, we mean days we are open.")
    assert heading == Heading(text="How we will know")
    assert isinstance(table, Table)
    assert table.caption == "How we will know"
    assert table.rows == (
        (
            "From what we write down about each case",
            "Told we have your complaint\nComplaints answered with reasons",
        ),
        ("Not measured", "A quiet hour"),
    )
    assert Signature(name="Ruth Hollins", role="owner") in made.blocks
    assert made.footer.startswith("Hollins Hardware · Version 2 · in force from")
    assert made.mark == "DRAFT"


def test_the_full_text_opens_with_who_it_is_and_the_aim():
    made = full_text(final(registrations=REGISTERED))
    words = [block.text for block in made.blocks if isinstance(block, Heading | Paragraph)]
    assert words[:5] == [
        "Our promise to you",
        "Hollins Hardware · Todmorden · since 1987",
        "Straight answers, fair prices. If we get it wrong we put it right.",
        "Gas Safe Register 123456",
        "Who we are and how to reach us",
    ]
    assert (made.author, made.language, made.mark) == ("Hollins Hardware", "en-GB", "")


def test_a_full_text_without_a_promise_says_nothing_of_measuring():
    made = full_text(charter_source(charter_draft(())))
    assert made.blocks[-2] == Heading(text="What we mean by “days”")


def test_the_full_text_says_who_and_how_to_reach_us_once_in_one_table():
    made = full_text(final())
    headings = [block.text for block in made.blocks if isinstance(block, Heading)]
    assert headings.count("Who we are and how to reach us") == 1
    assert not {"Who we are", "How to reach us"} & set(headings)
    (table,) = (
        block for block in made.blocks if isinstance(block, Table) and block.rows[0][0] == "Run by"
    )
    assert [row[0] for row in table.rows] == ["Run by", "Address", "Phone", "E-mail", "Open"]


def test_a_full_text_of_nobody_begins_with_the_first_thing_it_says():
    bare = charter_source(replace(charter_draft(()), answers={"aim": "Fair prices."}))
    headings = [block.text for block in full_text(bare).blocks if isinstance(block, Heading)]
    assert headings[:2] == ["Our promise to you", "What you can count on"]


def test_a_full_text_nobody_signs_yet_ends_with_its_meanings():
    made = full_text(charter_source(owner_name=None))
    assert isinstance(made.blocks[-1], Table)


def test_every_ticked_promise_is_in_leaflet_and_full_text_with_all_its_details():
    source, lines_found = judged(replace(charter_source(), number=1, today=date(2026, 11, 23)))
    assert lines_found == ()
    in_text = [block for block in full_text(source).blocks if isinstance(block, Pledge)]
    in_leaflet = [
        block
        for section in leaflet(source).sections
        for block in section
        if isinstance(block, Pledge)
    ]
    assert len(in_text) == 4
    assert in_text == in_leaflet
    assert all(block.details for block in in_text)


def test_lists_stay_lists():
    made = full_text(final())
    bullets = [block.items for block in made.blocks if isinstance(block, Bullets)]
    assert ("Large print", "A chair at the counter") in bullets
    assert ("Keep your receipt",) in bullets
