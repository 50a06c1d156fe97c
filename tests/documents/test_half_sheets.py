# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Two question sheets on a page: alike, inside their margins, with room to write."""

from dataclasses import replace

import pytest

from servicedesk.documents.half_sheets import half_sheets_pdf
from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.charters_asking import question_sheet
from tests.documents.reading import MM, pages_of
from tests.helpers.builders import charter_source
from tests.papers.shops import HOSTILE, LONG_NAME

WAYS = (("they_come",), ("they_leave",), ("you_go",), ("you_send",))


@pytest.mark.parametrize("size", [PaperSize.A4, PaperSize.LETTER])
@pytest.mark.parametrize("name", ["Hollins Hardware", LONG_NAME, HOSTILE * 3])
@pytest.mark.parametrize("ways", WAYS)
def test_both_halves_say_the_same_and_nothing_is_near_an_edge_or_the_cut(faces, size, name, ways):
    sheet = question_sheet(charter_source(trading_name=name, how_you_work=ways))
    made = half_sheets_pdf(sheet, size, faces)
    (page,) = pages_of(made.data)
    middle = page.height / 2
    above = [line.text for line in page.lines if line.bottom > middle]
    below = [line.text for line in page.lines if line.bottom < middle]
    assert above == below
    assert sheet.questions[0].text in above
    edge = 11.5 * MM
    for line in page.lines:
        assert line.left >= edge
        assert line.right <= page.width - edge
        assert line.bottom >= edge
        assert line.top <= page.height - edge
        assert abs((line.top + line.bottom) / 2 - middle) >= edge
    pairs = [(one, two) for one in page.lines for two in page.lines if one is not two]
    assert not [pair for pair in pairs if pair[0].overlaps(pair[1])]
    assert made.cut == (("heading",) if name == HOSTILE * 3 else ())


def test_letters_that_no_font_has_are_named(faces):
    made = half_sheets_pdf(question_sheet(charter_source(trading_name="店")), PaperSize.A4, faces)
    assert made.missing == ("店",)


def test_words_that_are_too_many_take_the_smallest_type(faces):
    sheet = question_sheet(charter_source())
    asked = replace(sheet.questions[3], text=sheet.questions[3].text * 2)
    wordy = replace(sheet, questions=(*sheet.questions[:3], asked, *sheet.questions[4:]))
    (plain,), (small,) = (
        pages_of(half_sheets_pdf(one, PaperSize.LETTER, faces).data) for one in (sheet, wordy)
    )
    assert min(line.size for line in small.lines) < min(line.size for line in plain.lines)
    assert min(line.size for line in small.lines) >= 8.5
