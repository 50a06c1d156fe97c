# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The form to complain on paper (L26): complete, on two sides, large for those who need it."""

from pathlib import Path

import pytest

from servicedesk.documents.complaint_form import complaint_form_pdf
from servicedesk.documents.page_images import page_texts
from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.complaints import Wish
from servicedesk.domain.letters import Voice
from tests.documents.reading import pages_of
from tests.papers.charters import real_words
from tests.papers.complaints import form, hostile_form

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "complaints" / "form.txt"
SIZES = (PaperSize.A4, PaperSize.LETTER)


@pytest.fixture(name="printed")
def _printed(faces):
    def print_it(made, size=PaperSize.A4, *, large=False):
        return complaint_form_pdf(made, size, faces, real_words(), large=large)

    return print_it


def words_of(printed):
    return "\f".join(" ".join(text.split()) for text in page_texts(printed.data))


def test_the_form_reads_as_it_did(printed):
    assert words_of(printed(form())) == GOLDEN.read_text("utf-8").strip()


@pytest.mark.parametrize("size", SIZES)
def test_the_form_has_two_pages_and_asks_all_parts(printed, size):
    made = printed(form(), size)
    assert (made.pages, made.missing, made.cut) == (2, (), ())
    text = words_of(made)
    for part in (
        *("Your name", "Phone", "somebody else", "Do they know", "What helps you"),
        *("What you bought", "Job, order or invoice", "Whom you dealt with", "What it cost"),
        *("In your own words", "The day it happened", "still going on", "hurt"),
        *("how you used my information", "We use what you write here", "Signed", "copies"),
        *("We fill this in", "Number", "Received on", "How it came", "Taken by"),
    ):
        assert part in text
    for wish in Wish:
        assert real_words().say(f"enum.Wish.{wish.value}") in text


@pytest.mark.parametrize("size", SIZES)
def test_large_print_is_sixteen_points_and_up(printed, size):
    made = printed(form(), size, large=True)
    assert made.pages <= 4
    for page in pages_of(made.data):
        assert min(line.size for line in page.lines) >= 16 - 0.01


def test_a_form_speaks_with_the_voice_of_the_business(printed):
    text = words_of(printed(form(Voice.ONE)))
    assert "Tell me what went wrong" in text
    assert "I use what you write here" in text
    assert "I fill this in" in text
    assert "{" not in words_of(printed(form()))


def test_the_form_says_where_to_hand_it_in_as_far_as_that_is_known(printed):
    name = "Hollins Hardware, 14 Market Street, Ashby-de-la-Zouch, LE65 1AG"
    for known, said in (
        ({}, f"hand this in, or send it, to {name}. Or e-mail a photo of it to ruth@hollins."),
        ({"business__email": ""}, f"Please hand this in, or send it, to {name}. "),
        ({"business__address": ""}, "give this to us, or e-mail a photo of it to ruth@hollins."),
        ({"business__address": "", "business__email": ""}, "Please give this to us. "),
    ):
        assert said in words_of(printed(form(**known)))


def test_hostile_facts_of_a_business_still_leave_two_pages(printed):
    made = printed(hostile_form())
    assert made.pages == 2
    assert "ש" in made.missing
    assert "<b>Bob</b>" in words_of(made)


def test_a_business_of_which_nothing_is_known_has_a_form(printed):
    bare = form(
        business__name="",
        business__address="",
        business__phone="",
        business__email="",
        reach_us="come and see us",
    )
    made = printed(bare)
    assert made.pages == 2
    assert "If it is easier for you, come and see us." in words_of(made)


@pytest.mark.parametrize("is_large", [False, True])
@pytest.mark.parametrize("size", SIZES)
def test_no_line_of_the_form_touches_the_one_above_it(printed, size, is_large):
    for page in pages_of(printed(form(), size, large=is_large).data):
        for one in page.lines:
            above = [other for other in page.lines if other.bottom > one.bottom + 1]
            close = (other for other in above if other.left < one.right and one.left < other.right)
            for other in close:
                assert other.bottom - one.bottom > one.size, (one.text, other.text)
