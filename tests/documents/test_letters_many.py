# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Many letters in one document: each page as it is when its letter is printed alone."""

from dataclasses import replace

import pytest

from servicedesk.documents.letters import letter_pdf
from servicedesk.documents.letters_many import letters_pdf
from servicedesk.documents.page_images import joined, page_size, page_texts
from servicedesk.domain.blocks import PaperSize
from tests.papers.charters import real_words
from tests.papers.letters import empty_letter, hostile_letter, letter
from tests.papers.shops import logo

MIXED = [
    (letter("L11"), False),
    (letter("L08"), False),
    (letter("L05"), True),
    (letter("L29"), False),
    (replace(letter("L01"), logo=logo(900, 300), mark="DRAFT"), False),
    (hostile_letter("L02"), False),
    (hostile_letter("L08"), True),
    (empty_letter("L04"), False),
]


@pytest.mark.parametrize("size", [PaperSize.A4, PaperSize.LETTER])
def test_each_is_as_it_is_alone(faces, size):
    made = letters_pdf(MIXED, size, faces, real_words())
    alone = [
        letter_pdf(paper, size, faces, real_words(), large=is_large) for paper, is_large in MIXED
    ]
    assert made.pages == sum(one.pages for one in alone)
    assert page_texts(made.data) == page_texts(joined([one.data for one in alone]))
    assert page_size(made.data, made.pages - 1) == page_size(alone[-1].data, 0)
    assert made.cut == tuple(dict.fromkeys(part for one in alone for part in one.cut))
    assert set(made.missing) == {sign for one in alone for sign in one.missing}


def test_one_is_the_letter_itself(faces):
    made = letters_pdf([(letter("L11"), True)], PaperSize.A4, faces, real_words())
    assert made == letter_pdf(letter("L11"), PaperSize.A4, faces, real_words(), large=True)


def test_typefaces_are_there_once(faces):
    one = letters_pdf([(letter("L11"), False)], PaperSize.A4, faces, real_words())
    many = letters_pdf([(letter("L11"), False)] * 20, PaperSize.A4, faces, real_words())
    assert many.pages == 20
    assert len(many.data) < 4 * len(one.data)
