# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Finding: every word, any order, parts of words in titles, without accents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesk.domain.search import Entry, Hit, HitKind, find, words_of


def entry(title, text="", kind=HitKind.SETTING, detail=""):
    return Entry(kind=kind, hit=Hit(title=title, detail=detail, room="settings"), text=text)


ENTRIES = (
    entry("Opening hours", "When customers can reach you, day by day"),
    entry("Bank holidays", "Days on which you are closed"),
    entry("Zoë Łąchowski", detail="Owner"),
    entry("E-mail"),
    entry("Who can help from outside?", "An ombudsman", HitKind.CHARTER_PAGE),
    entry("We ring you back", "within 4 hours of a missed call", HitKind.STANDARD),
)


def titles(text, limit=50):
    return [hit.title for group in find(ENTRIES, text, limit) for hit in group.hits]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("hours", ["Opening hours", "We ring you back"]),
        ("HOURS open", ["Opening hours"]),
        ("enin", ["Opening hours"]),
        ("customers hours", ["Opening hours"]),
        ("stomers", []),
        ("cust", ["Opening hours"]),
        ("zoe", ["Zoë Łąchowski"]),
        ("lachow zo", ["Zoë Łąchowski"]),
        ("owner", ["Zoë Łąchowski"]),
        ("“ring”, you!", ["We ring you back"]),
        ("hours nothing", []),
        ("email", ["E-mail"]),
        ("e-mail", ["E-mail"]),
        ("mail", ["E-mail"]),
        ("", []),
        ("  … ", []),
    ],
)
def test_what_is_found(text, found):
    assert titles(text) == found


def test_groups_come_in_their_order_with_totals():
    many = [entry(f"Hours {number}") for number in range(7)]
    some = [entry("Hours of the charter", kind=HitKind.HELP)]
    groups = find([*some, *many], "hours", 4)
    assert [(group.kind, len(group.hits), group.total) for group in groups] == [
        (HitKind.SETTING, 3, 7),
        (HitKind.HELP, 1, 1),
    ]


def test_what_stands_in_a_title_comes_before_what_stands_in_a_text():
    found = find(
        [entry("Late fees", "our hours"), entry("Afterhours"), entry("Hours")], "hours", 50
    )
    assert [hit.title for hit in found[0].hits] == ["Hours", "Afterhours", "Late fees"]


def test_whole_words_come_first_and_words_that_people_say_count_like_a_title():
    shut = Entry(
        kind=HitKind.SETTING, hit=Hit(title="Closures", room="settings"), also="shut closed"
    )
    texts = entry("Complaints", "once they are closed")
    (group,) = find([texts, shut, entry("Closed days")], "closed", 9)
    assert [hit.title for hit in group.hits] == ["Closed days", "Closures", "Complaints"]
    (group,) = find([entry("The same"), entry("Sam Ogden")], "sam", 9)
    assert [hit.title for hit in group.hits] == ["Sam Ogden", "The same"]


def test_a_group_with_a_title_comes_before_one_with_texts_alone():
    found = find(
        [entry("Town", "for the printer"), entry("Printing", kind=HitKind.HELP)], "print", 9
    )
    assert [group.kind for group in found] == [HitKind.HELP, HitKind.SETTING]


def test_the_same_words_for_the_same_part_stand_once():
    (group,) = find([entry("Hours"), entry("Hours"), entry("Hours", detail="Other")], "hours", 9)
    assert (len(group.hits), group.total) == (2, 2)


def test_a_group_for_which_there_is_no_room_is_left_out():
    found = find([entry("Hours"), entry("Hours", kind=HitKind.HELP)], "hours", 1)
    assert [group.kind for group in found] == [HitKind.SETTING]


def test_words_are_folded_and_stand_once():
    assert words_of("Café  café, O’Neill") == ("cafe", "o", "neill")


@given(st.text(max_size=40), st.integers(0, 12))
def test_any_text_finds_something_or_nothing(text, limit):
    groups = find(ENTRIES, text, limit)
    assert sum(len(group.hits) for group in groups) <= limit
    assert all(len(group.hits) <= group.total for group in groups)


@given(st.sampled_from(ENTRIES), st.data())
def test_any_part_of_a_word_of_a_title_finds_it(wanted, data):
    word = data.draw(st.sampled_from(words_of(wanted.hit.title)))
    start = data.draw(st.integers(0, len(word) - 1))
    assert wanted.hit.title in titles(word[start:])
