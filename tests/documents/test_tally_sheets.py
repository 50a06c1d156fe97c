# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Sheets to count on: every standard and job is there, with room, inside the margins."""

from dataclasses import replace

import pytest

from servicedesk.documents.page_images import page_texts
from servicedesk.documents.tally_sheets import check_sheet_pdf, tally_sheet_pdf
from servicedesk.domain.blocks import PaperSize
from tests.documents.reading import MM, pages_of
from tests.papers.charters import real_words
from tests.papers.counting import DAYS, HARD, JOBS, check, tally
from tests.papers.shops import LONG_NAME, PROMISES

SIZES = (PaperSize.A4, PaperSize.LETTER)


def inside(printed):
    pages = pages_of(printed.data)
    for page in pages:
        for line in page.lines:
            reach = min(line.left, line.bottom, page.width - line.right, page.height - line.top)
            assert reach >= 12 * MM - 0.05, line.text
        pairs = [(one, two) for one in page.lines for two in page.lines if one is not two]
        assert not [(one.text, two.text) for one, two in pairs if one.overlaps(two)]
    return pages


def words_of(printed):
    return " ".join(" ".join(page_texts(printed.data)).split())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", [1, 3, 5, 9, 12])
def test_each_standard_has_its_days_and_two_sums(count, size, faces):
    sheet = tally(count, LONG_NAME)
    printed = tally_sheet_pdf(sheet, size, faces, real_words())
    assert printed.cut == ()
    inside(printed)
    text = words_of(printed)
    for one in PROMISES[:count]:
        assert one.short in text
    for word in (*DAYS, "of all"):
        assert text.count(word) == count
    assert sheet.foot in text


def test_four_standards_stand_on_one_page_and_more_go_on(faces):
    made = [tally_sheet_pdf(tally(n), PaperSize.A4, faces, real_words()).pages for n in (4, 12)]
    assert made[0] == 1
    assert made[1] in (2, 3)


def test_the_boxes_of_few_standards_take_up_to_a_third_of_the_page(faces):
    rows = []
    for count in (1, 2, 3, 5):
        printed = tally_sheet_pdf(tally(count), PaperSize.A4, faces, real_words())
        [page] = inside(printed)
        names = {line.text.strip(): line.bottom for line in page.lines}
        rows.append(abs(names["Kept"] - names["Missed"]))
    one, two, three, five = rows
    assert one == pytest.approx(two, abs=0.1)
    assert two > 35 * MM  # ten bundles of five strokes, two beside one another
    assert two > three > five


def test_large_print_of_a_tally_sheet_is_large(faces):
    printed = tally_sheet_pdf(tally(4), PaperSize.A4, faces, real_words(), large=True)
    pages = inside(printed)
    assert min(line.size for page in pages for line in page.lines) >= 15.9


def test_hostile_standards_and_days_are_cut_and_named(faces):
    sheet = tally(3, LONG_NAME, lines=(HARD,) * 3, days=(HARD,) * 7, heading=HARD)
    printed = tally_sheet_pdf(sheet, PaperSize.A4, faces, real_words())
    inside(printed)
    assert printed.cut == ("heading", "standards")
    assert "<b>Bob</b>" in words_of(printed)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("standards", "jobs"), [(1, 1), (3, 10), (5, 10), (12, 10)])
def test_a_check_names_every_job_and_a_letter_for_each_standard(standards, jobs, size, faces):
    printed = check_sheet_pdf(check(standards, jobs), size, faces, real_words())
    assert printed.cut == ()
    assert printed.pages == 1
    [page] = inside(printed)
    text = words_of(printed)
    for one in (*JOBS[:jobs], *(promise.short for promise in PROMISES[:standards])):
        assert one in text
    letters = [line.text for line in page.lines if line.text.strip() in "ABCDEFGHIJKL"]
    assert len(letters) == 2 * standards


def test_jobs_that_go_over_to_a_second_page_have_their_letters_there_again(faces):
    printed = check_sheet_pdf(check(3, 10), PaperSize.A4, faces, real_words(), large=True)
    pages = inside(printed)
    assert len(pages) == 2
    assert [line.text.strip() for line in pages[1].lines][:4] == ["Job", "A", "B", "C"]
    assert min(line.size for page in pages for line in page.lines) >= 15.9


def test_hostile_jobs_are_cut_and_named(faces):
    sheet = replace(check(12, 10, HARD), jobs=(HARD,) * 10, standards=(HARD,) * 12)
    printed = check_sheet_pdf(sheet, PaperSize.LETTER, faces, real_words())
    inside(printed)
    assert printed.cut == ("heading", "standards", "jobs")


def test_more_standards_than_letters_get_two(faces):
    sheet = replace(check(1, 1), standards=tuple(f"Standard {n}" for n in range(28)))
    text = words_of(check_sheet_pdf(sheet, PaperSize.A4, faces, real_words()))
    assert "AB Standard 27" in text
