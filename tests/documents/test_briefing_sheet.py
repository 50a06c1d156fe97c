# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The briefing sheet on paper: one page, nothing lost, and none where a page cannot hold it."""

import pytest

from servicedesk.documents.briefing_sheet import briefing_sheet_pdf
from servicedesk.documents.fonts import load_faces
from servicedesk.documents.page_images import page_texts
from servicedesk.domain.blocks import Bullets, PaperSize
from servicedesk.domain.people import PersonCard, Role
from servicedesk.domain.staff_papers import briefing_sheet
from tests.papers.charters import real_words
from tests.papers.staff import AGREED, CROWD, RUTH, SAM, TOM, briefing
from tests.papers.words import RESOURCES


@pytest.fixture(scope="module")
def faces():
    return load_faces(RESOURCES / "fonts")


@pytest.mark.parametrize("size", [PaperSize.A4, PaperSize.LETTER])
def test_everything_stands_on_one_page(faces, size):
    sheet = briefing_sheet(briefing((RUTH, TOM, SAM, *CROWD), 12, AGREED), real_words())
    printed = briefing_sheet_pdf(sheet, size, faces)
    assert printed is not None
    (text,) = page_texts(printed.data)
    said = " ".join(text.split())
    for section in sheet.sections:
        for block in section:
            for line in block.items if isinstance(block, Bullets) else (block.text,):
                assert line in said
    for person in (TOM, SAM, *CROWD):
        assert said.count(person.name) >= 2
    assert "23 November 2026 · Version 3 of our charter" in said


def test_a_page_that_cannot_hold_it_is_not_made(faces):
    many = tuple(
        PersonCard(id=place, name=f"Helper {place}", role=Role.STAFF) for place in range(2, 50)
    )
    sheet = briefing_sheet(briefing((RUTH, *many), 12, AGREED), real_words())
    assert briefing_sheet_pdf(sheet, PaperSize.A4, faces) is None


def test_equal_sheets_give_equal_bytes(faces):
    made = [
        briefing_sheet_pdf(briefing_sheet(briefing(), real_words()), PaperSize.A4, faces)
        for _ in range(2)
    ]
    assert made[0] == made[1]
