# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The poster keeps the sizes and bands of experience.md 4, read back from PDF and raster."""

from dataclasses import replace
from itertools import combinations

import pytest

from servicedesk.documents.page_images import page_image, page_texts
from servicedesk.documents.poster import poster_pdf
from servicedesk.domain.blocks import Panel, PaperSize
from tests.documents.reading import MM, fonts_of, pages_of, tallest_empty_band
from tests.papers.shops import (
    DRAFT,
    LONG_NAME,
    PROMISES,
    hostile_shop,
    logo,
    poster,
)

NAMES = ("Jo", LONG_NAME)
LOGOS = {"none": None, "wide": (900, 180), "tall": (200, 700)}
WALLS = (PaperSize.A3, PaperSize.A4, PaperSize.LETTER)
SCALES = {PaperSize.A3: 1.41, PaperSize.A4: 1.0, PaperSize.LETTER: 1.0}


def made(count, name="Jo", shape="none", **changes):
    size = LOGOS[shape]
    return poster(count, name, logo=logo(*size) if size else None, **changes)


def check_page(printed, shown, scale, *, cut=()):
    """Everything that holds for any poster; gives back the page."""
    assert printed.cut == cut
    [page] = pages_of(printed.data)
    boxes = [(one.left, one.bottom, one.right, one.top) for one in page.lines] + list(page.pictures)
    assert len(page.pictures) == (0 if shown.logo is None else 1)
    for left, bottom, right, top in boxes:
        assert min(left, bottom, page.width - right, page.height - top) >= 12 * MM - 0.05
    for one, other in combinations(page.lines, 2):
        assert not one.overlaps(other), (one.text, other.text)
    assert tallest_empty_band(page_image(printed.data, 0, 24)) <= 0.08
    single = len(shown.promises) <= 6
    for promise in shown.promises:
        if promise.figure:
            assert min(page.sizes_of(promise.figure)) >= (40 if single else 28) * scale - 0.1
        said = page.sizes_of(promise.sentence if single else promise.short)
        assert min(said) >= (18 if single else 14) * scale - 0.1
        if single:
            assert min(page.sizes_of(promise.remedy)) >= 12 * scale - 0.1
        assert page.sizes_of(promise.unit)
    for panel in shown.panels:
        assert min(page.sizes_of(panel.title + "".join(panel.lines))) >= 9 * scale - 0.1
    return page


@pytest.mark.parametrize("size", WALLS)
@pytest.mark.parametrize("count", [3, 4, 6, 7, 9, 12])
def test_sizes_and_bands_for_every_name_and_logo(count, size, faces):
    for name in NAMES:
        for shape in LOGOS:
            shown = made(count, name, shape)
            printed = poster_pdf(shown, size, faces)
            check_page(printed, shown, SCALES[size])
            assert printed.pages == 1
            assert printed.missing == ()


@pytest.mark.parametrize("count", [5, 8, 10, 11])
def test_every_other_number_of_promises_fits_too(count, faces):
    shown = made(count, LONG_NAME, "wide")
    check_page(poster_pdf(shown, PaperSize.A4, faces), shown, 1.0)


@pytest.mark.parametrize("size", WALLS)
def test_without_bleed_the_band_is_inset(size, faces):
    shown = made(6, LONG_NAME, "tall")
    printed = poster_pdf(shown, size, faces, bleed=False)
    check_page(printed, shown, SCALES[size])
    image = page_image(printed.data, 0, 25.4)
    white = b"\xff\xff\xff\xff"
    assert image.bgra[: 6 * 4 * image.width] == white * 6 * image.width
    assert image.bgra[100 * 4 * image.width :][:4] == white


@pytest.mark.parametrize("size", WALLS)
@pytest.mark.parametrize("count", [3, 6, 12])
def test_the_name_stands_large_on_its_own_line_and_the_heading_is_larger(count, size, faces):
    for name, least in (("Hollins Hardware", 20), (LONG_NAME, 12)):
        shown = made(count, name, "wide")
        [page] = pages_of(poster_pdf(shown, size, faces).data)
        names, [beside] = page.sizes_of(name), page.sizes_of("Todmorden · since 1987")
        assert len(names) == (1 if least == 20 else 2)
        assert min(names) >= least * SCALES[size] - 0.1
        assert beside * 1.3 < max(names) < min(page.sizes_of(shown.heading))


def test_a_masthead_without_the_name_is_printed_below_it(faces):
    shown = made(4, masthead="Near the bridge")
    [page] = pages_of(poster_pdf(shown, PaperSize.A4, faces).data)
    assert [line.text for line in page.lines[:2]] == ["Jo", "Near the bridge"]


def test_with_bleed_the_colour_reaches_the_corner(faces):
    image = page_image(poster_pdf(made(4), PaperSize.A4, faces).data, 0, 24)
    assert image.bgra[:3] == bytes([0x5E, 0x5D, 0x0B])


def test_few_promises_are_set_larger(faces):
    three, six = (pages_of(poster_pdf(made(n), PaperSize.A4, faces).data)[0] for n in (3, 6))
    first = PROMISES[0]
    assert max(three.sizes_of(first.sentence)) > max(six.sizes_of(first.sentence)) * 1.15
    assert max(three.sizes_of("4")) > max(six.sizes_of("4")) * 1.15


@pytest.mark.parametrize("count", [3, 6, 7, 12])
def test_a_long_figure_stands_well_clear_of_the_words_beside_it(count, faces):
    figures = ("9,999", "£10,000", "99,999")
    long = [replace(one, figure=says) for one, says in zip(PROMISES, figures, strict=False)]
    shown = made(count, promises=(*long, *PROMISES[3:count]))
    page = check_page(poster_pdf(shown, PaperSize.A4, faces), shown, 1.0)
    for figure in [line for line in page.lines if line.text in figures]:
        beside = [
            line.left - figure.right
            for line in page.lines
            if line.left > figure.right and line.bottom < figure.top and line.top > figure.bottom
        ]
        assert min(beside) >= figure.size * 0.3


def test_one_and_two_promises_are_printed_too(faces):
    for count in (1, 2):
        printed = poster_pdf(made(count), PaperSize.A4, faces)
        [page] = pages_of(printed.data)
        assert page.sizes_of(PROMISES[0].sentence)
        assert tallest_empty_band(page_image(printed.data, 0, 24)) <= 0.2


def test_everything_is_said_in_reading_order(faces):
    shown = made(4, "Jo", registrations="Company 01234567")
    [text] = page_texts(poster_pdf(shown, PaperSize.A4, faces).data)
    text = " ".join(text.split())
    wanted = ["Jo", "Todmorden · since 1987", shown.heading, shown.aim, shown.registrations]
    for one in shown.promises:
        wanted += [one.figure, one.unit, one.sentence, one.remedy]
    for panel in shown.panels:
        wanted += [panel.title, *panel.lines]
    wanted += [shown.footer, shown.signed]
    at = 0
    for part in wanted:
        at = text.index(part, at) + len(part)


def test_title_language_and_fonts(faces):
    data = poster_pdf(made(12, LONG_NAME, "wide", mark=DRAFT), PaperSize.A4, faces).data
    names, carried = fonts_of(data)
    assert names
    assert all("+Noto" in name for name in names)
    assert carried >= len(names)
    assert b"/Lang (en-GB)" in data
    assert b"/DisplayDocTitle true" in data
    assert b"Our promise to you, The Old Bakehouses" in data


def test_equal_posters_have_equal_bytes(faces):
    one, other = (poster_pdf(made(7, "Jo", "wide"), PaperSize.A4, faces) for _ in range(2))
    assert one == other


def test_a_draft_says_so_and_stays_readable(faces):
    shown = made(6, LONG_NAME, "wide", mark=DRAFT)
    printed = poster_pdf(shown, PaperSize.A4, faces)
    [page] = pages_of(printed.data)
    assert page.sizes_of(DRAFT)
    assert page.sizes_of("DRAFT")[0] > 100
    for promise in shown.promises:
        assert page.sizes_of(promise.sentence)


def test_too_long_panels_are_cut_and_named_and_no_promise_is_dropped(faces):
    long = tuple(Panel(title=one.title, lines=one.lines * 9) for one in made(6).panels)
    shown = made(6, panels=long)
    printed = poster_pdf(shown, PaperSize.LETTER, faces)
    assert "panels" in printed.cut
    assert "sentences" not in printed.cut
    [page] = pages_of(printed.data)
    assert any(line.text.endswith("\u2026") for line in page.lines)
    for promise in shown.promises:
        assert min(page.sizes_of(promise.sentence)) >= 17.9
    for one, other in combinations(page.lines, 2):
        assert not one.overlaps(other), (one.text, other.text)


def test_too_long_sentences_give_way_to_the_short_lines(faces):
    long = tuple(replace(one, sentence=one.sentence * 4) for one in PROMISES[:6])
    printed = poster_pdf(made(6, promises=long), PaperSize.LETTER, faces)
    assert "sentences" in printed.cut
    [page] = pages_of(printed.data)
    for promise in long:
        assert min(page.sizes_of(promise.short)) >= 17.9


@pytest.mark.parametrize("size", WALLS)
def test_a_hostile_shop_is_printed_without_markup_overlap_or_silent_boxes(size, faces):
    printed = poster_pdf(hostile_shop().poster, size, faces)
    assert printed.missing == ("\U0001f600", "ש", "ל", "ו", "ם")
    [page] = pages_of(printed.data)
    assert any("<b>Bob</b> & “Söns” <img" in line.text for line in page.lines)
    assert any("[U+1F600]" in line.text for line in page.lines)
    assert len(page.pictures) == 1
    for one, other in combinations(page.lines, 2):
        assert not one.overlaps(other), (one.text, other.text)
    for line in page.lines:
        reach = min(line.left, line.bottom, page.width - line.right, page.height - line.top)
        assert reach >= 12 * MM - 0.05, line.text
