# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Pages read back as pictures and as text."""

from io import BytesIO

import pytest
from PIL import Image

from servicedesk.documents.page_images import page_count, page_image, page_png, page_texts
from servicedesk.documents.pdf import text_pdf
from servicedesk.documents.poster import poster_pdf
from servicedesk.domain.blocks import PaperSize
from tests.papers.shops import paper, poster
from tests.papers.words import paper_words


@pytest.fixture(scope="module")
def sheet(faces):
    return poster_pdf(poster(3), PaperSize.A4, faces).data


@pytest.mark.parametrize("dpi", [30, 72, 97.3])
def test_a_page_has_the_pixels_that_its_size_asks_for(sheet, dpi):
    image = page_image(sheet, 0, dpi)
    assert image.width == pytest.approx(210 / 25.4 * dpi, abs=1)
    assert image.height == pytest.approx(297 / 25.4 * dpi, abs=1)
    assert len(image.bgra) == image.width * image.height * 4


def test_colours_stand_in_the_order_that_a_screen_reads(sheet):
    image = page_image(sheet, 0, 30)
    assert image.bgra[:4] == bytes([0x5E, 0x5D, 0x0B, 0xFF])
    assert image.bgra[-4:] == b"\xff\xff\xff\xff"


def test_a_png_shows_the_same(sheet):
    picture = Image.open(BytesIO(page_png(sheet, 0, 30)))
    assert picture.mode == "RGB"
    assert picture.getpixel((0, 0)) == (0x0B, 0x5D, 0x5E)


def test_there_is_no_page_after_the_last(sheet):
    assert page_count(sheet) == 1
    for index in (-1, 1):
        with pytest.raises(IndexError):
            page_image(sheet, index, 30)


def test_text_of_every_page(faces):
    made = text_pdf(paper(12), PaperSize.A4, faces, paper_words())
    texts = page_texts(made.data)
    assert len(texts) == made.pages == page_count(made.data)
    assert "\r" not in "".join(texts)
    assert "Our promise to you" in texts[0]
