# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The poster of what was said and done: large pairs, inside the margins, without an empty band."""

from itertools import combinations

import pytest

from servicedesk.documents.page_images import page_image, page_texts
from servicedesk.documents.said_done import said_done_pdf
from servicedesk.domain.blocks import PaperSize
from tests.documents.reading import MM, pages_of, tallest_empty_band
from tests.papers.feedback import hostile_said_done, said_done
from tests.papers.shops import LONG_NAME, logo

WALLS = (PaperSize.A3, PaperSize.A4, PaperSize.LETTER)
SCALES = {PaperSize.A3: 1.41, PaperSize.A4: 1.0, PaperSize.LETTER: 1.0}


def check_room(printed):
    assert printed.pages == 1
    [page] = pages_of(printed.data)
    for line in page.lines:
        reach = min(line.left, line.bottom, page.width - line.right, page.height - line.top)
        assert reach >= 12 * MM - 0.05, line.text
    for one, other in combinations(page.lines, 2):
        assert not one.overlaps(other), (one.text, other.text)
    return page


@pytest.mark.parametrize("size", WALLS)
@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6])
@pytest.mark.parametrize("name", ["Jo", LONG_NAME])
def test_pairs_stand_large_and_fill_the_sheet(name, count, size, faces):
    shown = said_done(count, name, logo=logo(900, 300) if count % 2 else None)
    printed = said_done_pdf(shown, size, faces)
    assert printed.cut == ()
    page = check_room(printed)
    assert tallest_empty_band(page_image(printed.data, 0, 24)) <= (0.08 if count > 2 else 0.12)
    for pair in shown.pairs:
        assert min(page.sizes_of(pair.said)) >= 14 * SCALES[size] - 0.1
        assert min(page.sizes_of(pair.done)) >= 16 * SCALES[size] - 0.1


def test_both_halves_of_a_pair_begin_on_one_line(faces):
    [page] = pages_of(said_done_pdf(said_done(4), PaperSize.A4, faces).data)
    asked = [line.bottom for line in page.lines if line.text == "You said"]
    did = [line.bottom for line in page.lines if line.text == "We did"]
    assert len(asked) == 4
    assert asked == pytest.approx(did, abs=0.5)


def test_each_pair_is_read_as_one(faces):
    shown = said_done(6)
    [text] = page_texts(said_done_pdf(shown, PaperSize.A4, faces).data)
    text, at = " ".join(text.split()), 0
    for pair in shown.pairs:
        at = text.index(f"You said {pair.said} We did {pair.done}", at)


@pytest.mark.parametrize("size", WALLS)
@pytest.mark.parametrize("count", [1, 6])
def test_hostile_words_are_cut_and_named_and_stay_inside(count, size, faces):
    printed = said_done_pdf(hostile_said_done(count), size, faces)
    check_room(printed)
    assert count == 1 or "pairs" in printed.cut


def test_without_boxes_there_is_no_rule_for_them(faces):
    printed = said_done_pdf(said_done(3, panels=()), PaperSize.A4, faces, bleed=False)
    page = check_room(printed)
    assert page.sizes_of("Thank you")
