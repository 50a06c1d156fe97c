# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The wall page keeps the sizes and bands of the poster, and each figure has its base by it."""

from dataclasses import fields
from itertools import combinations

import pytest

from servicedesk.documents.page_images import page_image, page_texts
from servicedesk.documents.wall import wall_pdf
from servicedesk.domain.blocks import Panel, PaperSize
from servicedesk.domain.papers_wall import WallPage, WallResult
from tests.documents.reading import MM, fonts_of, pages_of, tallest_empty_band
from tests.papers.feedback import (
    RESULTS,
    built_wall_page,
    hostile_wall_page,
    new_wall_page,
    wall_page,
)
from tests.papers.shops import LONG_NAME, logo

WALLS = (PaperSize.A3, PaperSize.A4, PaperSize.LETTER)
SCALES = {PaperSize.A3: 1.41, PaperSize.A4: 1.0, PaperSize.LETTER: 1.0}
LOGOS = {"none": None, "wide": (900, 180), "tall": (200, 700)}


def check(printed, shown, scale, *, cut=()):
    assert printed.cut == cut
    assert printed.pages == 1
    [page] = pages_of(printed.data)
    boxes = [(one.left, one.bottom, one.right, one.top) for one in page.lines] + list(page.pictures)
    for left, bottom, right, top in boxes:
        assert min(left, bottom, page.width - right, page.height - top) >= 12 * MM - 0.05
    for one, other in combinations(page.lines, 2):
        assert not one.overlaps(other), (one.text, other.text)
    assert tallest_empty_band(page_image(printed.data, 0, 24)) <= 0.08
    single = len(shown.results) <= 6
    for result in shown.results:
        number = result.figure.split(" ")[0] or "–"
        assert max(page.sizes_of(number)) >= (40 if single else 28) * scale - 0.1
        assert min(page.sizes_of(result.line)) >= (18 if single else 14) * scale - 0.1
        assert min(page.sizes_of(result.base)) >= (12 if single else 10.5) * scale - 0.1
        assert not result.note or page.sizes_of(result.note)
    for panel in shown.panels:
        assert min(page.sizes_of(panel.title + "".join(panel.lines))) >= 9 * scale - 0.1
    return page


@pytest.mark.parametrize("size", WALLS)
@pytest.mark.parametrize("count", [3, 4, 6, 7, 9, 12])
def test_sizes_and_bands_for_every_name_and_logo(count, size, faces):
    for name in ("Jo", LONG_NAME):
        for shape in LOGOS.values():
            shown = wall_page(count, name, logo=logo(*shape) if shape else None)
            check(wall_pdf(shown, size, faces), shown, SCALES[size])


@pytest.mark.parametrize("count", [5, 8, 10, 11])
def test_every_other_number_of_standards_fits_too(count, faces):
    shown = wall_page(count)
    check(wall_pdf(shown, PaperSize.LETTER, faces, bleed=False), shown, 1.0)


@pytest.mark.parametrize("count", [1, 2])
def test_one_or_two_standards_are_printed_too(count, faces):
    printed = wall_pdf(wall_page(count), PaperSize.A4, faces)
    assert tallest_empty_band(page_image(printed.data, 0, 24)) <= 0.2


def test_a_page_with_only_ten_records_says_what_it_knows(faces):
    shown = new_wall_page()
    check(wall_pdf(shown, PaperSize.A4, faces), shown, 1.0)
    [text] = page_texts(wall_pdf(shown, PaperSize.A4, faces).data)
    text = " ".join(text.split())
    for said in ("3 of 3", "too few to say", "answered in time, early sign", "none yet"):
        assert said in text


def test_a_page_as_the_program_makes_it_fits_with_everything_on_it(faces):
    shown = built_wall_page()
    printed = wall_pdf(shown, PaperSize.A4, faces)
    check(printed, shown, 1.0)
    assert "41 of 46" in " ".join(page_texts(printed.data)[0].split())


@pytest.mark.parametrize("count", [4, 6, 9, 12])
def test_the_heading_stands_off_the_line_above_it(count, faces):
    [page] = pages_of(wall_pdf(wall_page(count), PaperSize.A4, faces).data)
    place, heading = page.lines[1:3]
    assert place.text.startswith("Todmorden")
    tall = heading.top - heading.bottom
    is_alone = heading.text == wall_page(count).heading
    assert not is_alone or place.bottom - heading.top >= 0.4 * tall


@pytest.mark.parametrize("count", [6, 12])
def test_everything_is_said_in_reading_order(count, faces):
    shown = wall_page(count)
    [text] = page_texts(wall_pdf(shown, PaperSize.A4, faces).data)
    text = " ".join(text.split())
    wanted = ["Hollins Hardware", "Todmorden", shown.heading, shown.period]
    for one in shown.results:
        wanted += [one.figure or "–", one.unit, one.line, one.base, one.note]
    for panel in shown.panels:
        wanted += [panel.title, *panel.lines]
    wanted += [shown.footer, shown.next_results]
    at = 0
    for part in wanted:
        at = text.index(part, at) + len(part)


def test_there_is_no_place_for_a_name_or_an_interval():
    names = {field.name for kind in (WallPage, WallResult) for field in fields(kind)}
    assert not names & {"signed", "name", "who", "staff", "customer", "low", "high", "interval"}


def test_a_missed_standard_has_another_colour_and_says_its_figure_all_the_same(faces):
    image = page_image(wall_pdf(wall_page(4), PaperSize.A4, faces).data, 0, 60).bgra
    amber = bytes([0x00, 0x5A, 0x8A, 0xFF])
    assert amber in image
    three = wall_page(3)
    assert amber not in page_image(wall_pdf(three, PaperSize.A4, faces).data, 0, 60).bgra
    assert RESULTS[3].unit.startswith(RESULTS[0].unit)


@pytest.mark.parametrize("size", WALLS)
@pytest.mark.parametrize("count", [3, 6, 9, 12])
def test_a_hostile_page_keeps_every_base_without_overlap(count, size, faces):
    printed = wall_pdf(hostile_wall_page(count, logo(60, 900)), size, faces)
    assert {"wall_lines", "wall_bases"} <= set(printed.cut)
    [page] = pages_of(printed.data)
    for one, other in combinations(page.lines, 2):
        assert not one.overlaps(other), (one.text, other.text)
    for line in page.lines:
        reach = min(line.left, line.bottom, page.width - line.right, page.height - line.top)
        assert reach >= 12 * MM - 0.05, line.text
    assert any("<b>Bob</b> & “Söns” <img" in line.text for line in page.lines)
    starts = [one.base.split()[1] for one in RESULTS[: count - 1]]
    text = " ".join(page_texts(printed.data)[0].split())
    assert all(word in text for word in starts)


def test_too_long_panels_are_cut_and_named(faces):
    long = tuple(Panel(title=one.title, lines=one.lines * 40) for one in wall_page(6).panels)
    printed = wall_pdf(wall_page(6, panels=long), PaperSize.LETTER, faces)
    assert printed.cut == ("panels",)


def test_title_language_fonts_and_equal_bytes(faces):
    shown = wall_page(6, logo=logo(900, 180), mark="DRAFT – not published")
    one, other = (wall_pdf(shown, PaperSize.A4, faces) for _ in range(2))
    assert one == other
    names, carried = fonts_of(one.data)
    assert names
    assert all("+Noto" in name for name in names)
    assert carried >= len(names)
    assert b"/Lang (en-GB)" in one.data
    assert b"How we are doing, Hollins Hardware" in one.data
    [page] = pages_of(one.data)
    assert page.sizes_of("DRAFT")[0] > 100
