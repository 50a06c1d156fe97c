# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Written papers on their sheets: one page, two halves, a sign, and never anything cut."""

from dataclasses import replace
from itertools import combinations

import pytest

from servicedesk.documents.page_images import page_texts
from servicedesk.documents.written_sheets import written_pdf
from servicedesk.domain.blocks import Bullets, Heading, PaperSize, Paragraph, Tick
from servicedesk.domain.written import WrittenShape
from servicedesk.domain.written_papers import WrittenSheet
from tests.documents.reading import MM, pages_of
from tests.helpers.builders import words
from tests.papers.shops import LONG_NAME

SIZES = (PaperSize.A4, PaperSize.LETTER)
LINE = "We listen, write it down in your own words and answer with reasons, whatever it was about."


def sheet(shape, items=4, **other):
    values = {
        "shape": shape,
        "title": "If something is not right",
        "language": "en-GB",
        "business": "The Corner Café",
        "blocks": (
            Paragraph(text=LINE),
            Heading(text="How to tell us"),
            Tick(label="Tick"),
            Bullets(items=tuple(f"{LINE} {place}" for place in range(items))),
        ),
        "footer": "The Corner Café, 23 November 2026",
    }
    return WrittenSheet(**{**values, **other})


def made(*sheets, size=PaperSize.A4, faces, **other):
    return written_pdf(sheets, size, faces, words(), **other)


def in_order(printed):
    """Every page keeps its margins and has no words over words."""
    pages = pages_of(printed.data)
    assert printed.pages == len(pages)
    for page in pages:
        for line in page.lines:
            reach = min(line.left, line.bottom, page.width - line.right, page.height - line.top)
            assert reach >= 12 * MM - 0.05, line.text
        for one, other in combinations(page.lines, 2):
            assert not one.overlaps(other), (one.text, other.text)
    return pages


def texts(printed):
    return [" ".join(page.split()) for page in page_texts(printed.data)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("shape", list(WrittenShape))
@pytest.mark.parametrize("name", ["The Corner Café", LONG_NAME, ""])
def test_every_shape_is_one_page_while_it_is_short(shape, size, name, faces):
    footer = f"{name}, 23 November 2026" if name else ""
    shown = sheet(shape, business=name, footer=footer)
    printed = made(shown, size=size, faces=faces)
    [page] = in_order(printed)
    assert min(line.size for line in page.lines) >= 8.5
    [text] = texts(printed)
    assert f"{LINE} 3" in text
    assert "If something is not right" in text


def test_a_sign_can_be_read_from_across_the_room(faces):
    brief = sheet(WrittenShape.SIGN, blocks=(Paragraph(text="Ring 0161 496 0123."),))
    [page] = in_order(made(brief, faces=faces))
    sizes = {line.text: line.size for line in page.lines}
    assert sizes["Ring 0161 496 0123."] >= 30
    assert max(sizes.values()) >= 50


@pytest.mark.parametrize(
    ("shape", "items", "pages"),
    [
        (WrittenShape.HALF, 16, 1),
        (WrittenShape.HALF, 60, 3),
        (WrittenShape.PAGE, 60, 3),
        (WrittenShape.SIGN, 16, 1),
        (WrittenShape.SIGN, 60, 3),
    ],
)
def test_a_text_too_long_for_its_shape_takes_more_room_and_loses_nothing(
    shape, items, pages, faces
):
    printed = made(sheet(shape, items), faces=faces)
    in_order(printed)
    assert printed.pages <= pages
    whole = " ".join(texts(printed))
    assert all(f"{LINE} {place}" in whole for place in range(items))


def test_one_half_stands_on_its_page_twice_and_an_odd_one_by_itself(faces):
    half = sheet(WrittenShape.HALF)
    [twice] = texts(made(half, faces=faces))
    assert twice.count("Tick") == 2
    three = [replace(half, title=f"Sheet {place}") for place in range(3)]
    first, last = texts(made(*three, faces=faces))
    assert "Sheet 0" in first
    assert "Sheet 1" in first
    assert last.count("Sheet 2") == 1


def test_a_half_that_became_a_page_stands_among_the_others(faces):
    long = sheet(WrittenShape.HALF, 16, title="Long")
    pages = texts(made(sheet(WrittenShape.HALF), long, faces=faces))
    assert len(pages) == 2
    assert sum("Long" in page for page in pages) == 1


@pytest.mark.parametrize("shape", list(WrittenShape))
def test_large_print_is_large_everywhere(shape, faces):
    printed = made(sheet(shape), sheet(shape, title="Second"), faces=faces, large=True)
    lines = [line for page in in_order(printed) for line in page.lines]
    assert min(line.size for line in lines) >= 16
    assert "Second" in " ".join(texts(printed))


def test_a_sign_whose_title_takes_the_page_becomes_a_page(faces):
    title = " ".join(["Tell us if something is not right"] * 40)
    printed = made(sheet(WrittenShape.SIGN, title=title), faces=faces)
    assert printed.pages >= 1
    assert f"{LINE} 3" in " ".join(texts(printed))


def test_signs_that_no_font_has_are_told(faces):
    assert made(sheet(WrittenShape.PAGE, title="A \U0001f600"), faces=faces).missing
