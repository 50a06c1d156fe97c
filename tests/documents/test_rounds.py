# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The papers of a day: complete, within the margins, nothing over anything else."""

import pytest

from servicedesk.documents.page_images import page_texts
from servicedesk.documents.rounds import job_sheet_pdf, round_pdf
from servicedesk.documents.sheets import Credits
from servicedesk.documents.slips import slips_pdf
from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.calendars import LONDON
from servicedesk.domain.rounds import Slip, job_sheet, round_paper
from tests.documents.reading import MM, pages_of
from tests.papers.charters import real_words
from tests.papers.letters import TODAY, TOMORROW, every_paper_of_a_day, job

CREDITS = Credits(title="Slips", author="Hollins", language="en-GB")


def test_every_paper_of_a_day_keeps_its_margins_and_nothing_lies_over_anything(faces):
    for name, printed in every_paper_of_a_day(faces):
        for page in pages_of(printed.data):
            for number, line in enumerate(page.lines):
                assert line.left >= 12 * MM - 0.5, name
                assert line.right <= page.width - 12 * MM + 0.5, name
                assert line.bottom >= 12 * MM - 2, name
                assert line.top <= page.height - 12 * MM + 1.5, name
                assert line.size >= 7, name
                over = [other for other in page.lines[number + 1 :] if line.overlaps(other)]
                assert not over, name


def test_a_round_breaks_between_stops_and_repeats_its_head(faces):
    jobs = [job(number, f"Job {number}") for number in range(1, 9)]
    paper = round_paper(jobs, TOMORROW, "Hollins", real_words(), TODAY, LONDON)
    printed = round_pdf(paper, PaperSize.A4, faces, real_words())
    texts = page_texts(printed.data)
    assert len(texts) == printed.pages > 1
    for number, text in enumerate(texts, 1):
        assert "Thursday 1 October 2026" in text
        assert f"Page {number}" in text
        assert text.count("Mrs Asha Patel") == text.count("P-2026-")


@pytest.mark.parametrize("size", [PaperSize.A4, PaperSize.LETTER])
def test_a_usual_job_has_one_page(faces, size):
    paper = job_sheet(job(), "Hollins", real_words(), TODAY, LONDON)
    assert job_sheet_pdf(paper, size, faces, real_words()).pages == 1


def test_a_job_with_far_too_much_goes_on_to_the_next_page(faces):
    paper = job_sheet(job(1, "Fit it. " * 400), "Hollins", real_words(), TODAY, LONDON)
    printed = job_sheet_pdf(paper, PaperSize.A4, faces, real_words())
    assert printed.pages > 1
    assert "Customer" in page_texts(printed.data)[-1]


def test_slips_stand_in_the_quarters_of_the_page(faces):
    pairs = (("For", "Ben"),)
    slips = [
        Slip(business="", heading=f"Slip {number}", pairs=pairs, foot="") for number in range(4)
    ]
    (page,) = pages_of(slips_pdf(slips, PaperSize.A4, faces, CREDITS).data)
    at = {line.text: (line.left, line.top) for line in page.lines if line.text.startswith("Slip")}
    half = (page.width / 2, page.height / 2)
    assert [at[f"Slip {n}"][0] > half[0] for n in range(4)] == [False, True, False, True]
    assert [at[f"Slip {n}"][1] > half[1] for n in range(4)] == [True, True, False, False]


def test_a_slip_that_is_too_full_ends_with_dots_and_says_so(faces):
    slip = Slip(business="B", heading="H", pairs=(("What", "word " * 900),), foot="F")
    printed = slips_pdf([slip], PaperSize.A4, faces, CREDITS)
    assert printed.cut == ("slip",)
    assert "…" in page_texts(printed.data)[0]
