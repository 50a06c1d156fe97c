# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The papers of a charter as files: made, read back, and held against what was promised."""

import re
from dataclasses import replace
from datetime import date

import pytest

from servicedesk.content.sectors import draft_from, load_sector
from servicedesk.documents.fonts import load_faces
from servicedesk.documents.page_images import page_count, page_texts
from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.charters_rules import PaperNeed, can_publish
from servicedesk.services.charters_papers import CharterPapers
from tests.helpers.builders import (
    RESOURCES,
    TODAY,
    charter_draft,
    charter_guide,
    law_of,
    opening_days,
    promise,
    promises,
    words,
)

SENTENCES = (
    "We will ring you back after a missed call within 4 hours while we are open.",
    "We will answer your email within 2 days of getting it.",
    "We will tell you that we have your complaint within 2 days of getting it.",
    "We will answer your complaint, with reasons, within 10 days of getting it.",
)
OWNERS = (
    "trading_name", "owner_name", "address", "town", "nation", "phone", "email", "opening_hours",
    "complaint_person", "in_force_from", "review_by", "read_pages",
)  # fmt: skip
"""What no preset can know."""

POSTERS = ("poster-a4.pdf", "poster-a3.pdf", "poster-letter.pdf")
TEXTS = ("leaflet-a4.pdf", "full-text.pdf", "large-print.pdf")


@pytest.fixture(scope="module")
def papers():
    return CharterPapers(
        guide=charter_guide(),
        phrases=words(),
        law=law_of,
        faces=load_faces(RESOURCES / "fonts"),
    )


@pytest.fixture(scope="module")
def finished(papers):
    return papers.make(charter_draft(), TODAY, number=3)


@pytest.fixture(scope="module")
def unfinished(papers):
    return papers.make(charter_draft(promises()[:2]), TODAY)


def read(data: bytes) -> str:
    """All words of a paper on one line, line breaks and hyphens at them mended."""
    if data.startswith(b"%PDF"):
        text = " ".join(page_texts(data))
    else:
        text = re.sub(r"<style>.*?</style>|<[^>]+>", " ", data.decode(), flags=re.DOTALL)
    return " ".join(text.replace("\ufffe", "-").split())


def test_every_paper_of_the_charter_is_made(finished):
    assert list(finished.files) == [*POSTERS, *TEXTS, "charter.html"]
    pages = {name: page_count(data) for name, data in finished.files.items() if name[-1] == "f"}
    assert {name: pages[name] for name in (*POSTERS, "leaflet-a4.pdf")} == {
        "poster-a4.pdf": 1, "poster-a3.pdf": 1, "poster-letter.pdf": 1, "leaflet-a4.pdf": 2,
    }  # fmt: skip
    assert finished.missing == ()
    assert dict(finished.cut) == {}


@pytest.mark.parametrize("name", [*POSTERS, *TEXTS, "charter.html"])
def test_every_promise_can_be_read_back_out_of_every_paper(finished, name):
    text = read(finished.files[name])
    assert [sentence for sentence in SENTENCES if sentence not in text] == []
    assert "Version 3" in text
    assert "DRAFT" not in text


def test_what_may_be_published_says_so(finished):
    assert finished.is_publishable
    assert finished.obstacles == ()


@pytest.mark.parametrize("name", [*POSTERS, *TEXTS, "charter.html"])
def test_a_draft_says_so_on_every_paper_and_names_why(unfinished, name):
    assert "DRAFT" in read(unfinished.files[name])
    assert not unfinished.is_publishable
    assert "too_few_promises" in [line.code for line in unfinished.obstacles]


def test_a_poster_may_be_ready_before_the_rest_is(papers):
    made = papers.make(charter_draft(measures_published=None), TODAY)
    assert can_publish(made.obstacles, PaperNeed.POSTER)
    assert "DRAFT" not in read(made.files["poster-a4.pdf"])
    assert "DRAFT" in read(made.files["leaflet-a4.pdf"])
    assert not made.is_publishable


def test_characters_that_no_font_has_are_named_once(papers):
    made = papers.make(charter_draft(trading_name="Hollins 🔨 店 Hardware 🔨"), TODAY)
    assert made.missing == ("🔨", "店")


def test_hostile_text_is_printed_as_text(papers):
    made = papers.make(charter_draft(trading_name="<b>Bold</b> & <script>x()</script>"), TODAY)
    assert "<b>Bold</b> & <script>x()</script>" in read(made.files["poster-a4.pdf"])
    assert b"<script>" not in made.files["charter.html"]


def test_what_does_not_fit_is_named_by_paper(papers):
    long_way = " ".join(["Tell anyone here, ring or write, or come to the counter."] * 40)
    made = papers.make(charter_draft(complaint_steps=long_way, complaint_ways=long_way), TODAY)
    assert made.cut["poster-a4.pdf"]
    assert set(made.cut) <= set(made.files)


def test_outside_the_four_nations_no_paper_names_rights(papers):
    made = papers.make(charter_draft(nation="elsewhere"), TODAY)
    assert made.is_publishable
    for name, data in made.files.items():
        assert "legal rights" not in read(data), name
    no_nation = papers.make(charter_draft(nation=None), TODAY)
    assert "legal rights" not in read(no_nation.files["full-text.pdf"])


def test_the_poster_alone_is_the_poster_of_the_set(papers, finished):
    alone = papers.poster(charter_draft(), TODAY, number=3)
    assert read(alone.data) == read(finished.files["poster-a4.pdf"])
    large = papers.poster(charter_draft(), TODAY, PaperSize.A3)
    assert "Version" not in read(large.data)


def test_a_poster_without_bleed_says_the_same(papers, finished):
    inset = papers.make(charter_draft(), TODAY, number=3, bleed=False)
    assert inset.files["poster-a4.pdf"] != finished.files["poster-a4.pdf"]
    assert read(inset.files["poster-a4.pdf"]) == read(finished.files["poster-a4.pdf"])


def test_the_lines_against_a_draft_can_be_asked_for_without_printing(papers):
    assert papers.obstacles(charter_draft(), TODAY) == ()
    late = papers.obstacles(charter_draft(), date(2028, 1, 1))
    assert [line.code for line in late] == ["review_too_early"]


def test_what_changed_is_told_sentence_by_sentence(papers):
    call, email, *rest = promises()
    slower = charter_draft((call, replace(email, limit=opening_days(3)), *rest))
    (change,) = papers.changes(charter_draft(), slower, TODAY)
    assert (change.before, change.after) == (
        "We will answer your email within 2 days of getting it.",
        "We will answer your email within 3 days of getting it.",
    )


def test_the_papers_of_one_draft_are_the_same_bytes_each_time(papers, finished):
    again = papers.make(charter_draft(), TODAY, number=3)
    assert again.files == finished.files


def test_twelve_promises_are_all_on_the_wall_and_a_thirteenth_in_the_leaflet(papers):
    more = tuple(promise(f"letter {number}") for number in range(10, 19))
    made = papers.make(charter_draft((*promises(), *more)), TODAY)
    wall, text = read(made.files["poster-a4.pdf"]), read(made.files["full-text.pdf"])
    assert all(one.title in wall for one in more[:8])
    assert more[8].title not in wall
    assert f"We will answer your {more[8].key} within 2 days of getting it." in text
    assert [line.code for line in made.obstacles] == ["too_many_for_poster"]


@pytest.mark.parametrize("trade", ["plumber_trades", "bnb"])
def test_a_leaflet_with_six_promises_of_a_trade_holds_the_whole_charter(papers, trade):
    guide = charter_guide()
    draft = draft_from(guide, load_sector(RESOURCES, guide, trade))
    said = {key: value for key, value in charter_draft().answers.items() if key in OWNERS}
    ticked = tuple(
        replace(one, is_ticked=one.key in draft.suggested or number < 6)
        for number, one in enumerate(draft.standards)
    )
    made = papers.make(replace(draft, answers={**draft.answers, **said}, standards=ticked), TODAY)
    assert made.is_publishable
    assert dict(made.cut) == {}
