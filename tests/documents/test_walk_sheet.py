# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The customer's way stands on one page, whatever is said in it."""

from itertools import combinations

import pytest

from servicedesk.documents.page_images import page_texts
from servicedesk.documents.walk_sheet import walk_sheet_pdf
from servicedesk.domain.blocks import PaperSize
from tests.documents.reading import MM, pages_of
from tests.papers.counting import HARD, HARD_STEP, STEPS, walk
from tests.papers.shops import LONG_NAME

SIZES = (PaperSize.A4, PaperSize.LETTER)


def one_page(printed):
    [page] = pages_of(printed.data)
    for line in page.lines:
        reach = min(line.left, line.bottom, page.width - line.right, page.height - line.top)
        assert reach >= 12 * MM - 0.05, line.text
    for one, other in combinations(page.lines, 2):
        assert not one.overlaps(other), (one.text, other.text)
    return page


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", range(1, 9))
def test_every_step_is_there_in_full(count, size, faces):
    printed = walk_sheet_pdf(walk(count, LONG_NAME), size, faces)
    assert printed.cut == ()
    page = one_page(printed)
    assert min(line.size for line in page.lines) >= 9
    text = " ".join(page_texts(printed.data)[0].split())
    for number, step in enumerate(STEPS[:count], 1):
        assert str(number) in text
        for part in (step.what, step.snag, step.promise, step.action):
            assert part in text


def test_a_wordy_walk_is_set_smaller_before_anything_is_cut(faces):
    wordy = tuple(
        type(step)(what=step.what * 2, snag=step.snag * 3, promise=step.promise * 3)
        for step in STEPS
    )
    printed = walk_sheet_pdf(walk(8, steps=wordy), PaperSize.LETTER, faces)
    assert printed.cut == ()
    said = one_page(printed).lines
    assert min(line.size for line in said) < 10


@pytest.mark.parametrize("size", SIZES)
def test_a_hostile_walk_stays_on_its_page_and_says_that_it_was_cut(size, faces):
    shown = walk(8, HARD, steps=(HARD_STEP,) * 8, heading=HARD)
    printed = walk_sheet_pdf(shown, size, faces)
    assert printed.pages == 1
    assert printed.cut == ("heading", "walk")
    one_page(printed)
