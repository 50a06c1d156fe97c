# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The leaflet folds: six panels on two sides, nothing across a fold, nothing lost in silence."""

from itertools import combinations

import pytest

from servicedesk.documents.leaflet import leaflet_pdf
from servicedesk.documents.leaflet_sheet import leaflet_sheet
from servicedesk.documents.page_images import page_texts
from servicedesk.domain.blocks import Bullets, Heading, PaperSize, Paragraph, Pledge, Table
from tests.documents.reading import MM, fonts_of, pages_of
from tests.papers.shops import DRAFT, LONG_NAME, PROMISES, hostile_shop, leaflet, logo
from tests.papers.words import paper_words

SIZES = (PaperSize.A4, PaperSize.LETTER)


@pytest.fixture(name="printed")
def _printed(faces):
    return lambda made, size=PaperSize.A4: leaflet_pdf(made, size, faces, paper_words())


def check_panels(data, size):
    """No line within 12 mm of an edge, within 4 mm of a fold, across a fold or over another."""
    sheet = leaflet_sheet(size)
    folds = ((sheet.flap.right, sheet.back.right), tuple(one.right for one in sheet.inside[:2]))
    pages = pages_of(data)
    for page, edges in zip(pages, folds, strict=True):
        lines = [line for line in page.lines if line.size < 60]
        for line in lines:
            reach = min(line.left, line.bottom, page.width - line.right, page.height - line.top)
            assert reach >= 12 * MM - 0.05, line.text
            for fold in edges:
                assert line.right < fold - 4 * MM or line.left > fold + 4 * MM, line.text
        for one, other in combinations(lines, 2):
            assert not one.overlaps(other), (one.text, other.text)
    return pages


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("promises", [3, 6, 12])
def test_everything_stands_in_its_panel(promises, size, printed):
    made = leaflet(promises, LONG_NAME, logo=logo(900, 200))
    result = printed(made, size)
    assert (result.pages, result.cut, result.missing) == (2, (), ())
    outside, inside = check_panels(result.data, size)
    assert outside.width > outside.height
    assert len(outside.pictures) == 1
    text = " ".join(" ".join(page_texts(result.data)).split())
    for promise in PROMISES[:promises]:
        assert promise.sentence in text
        assert promise.remedy in text
    assert min(line.size for page in (outside, inside) for line in page.lines) >= 8


def test_the_panel_that_folds_in_is_narrower():
    for size in SIZES:
        sheet = leaflet_sheet(size)
        flap = sheet.flap.right - sheet.flap.left
        for panel in (sheet.back, sheet.cover, sheet.inside[0], sheet.inside[1]):
            assert 1 * MM <= panel.right - panel.left - flap <= 2.01 * MM
        inner = sheet.inside[2].right - sheet.inside[2].left
        assert inner == pytest.approx(flap)
        assert sheet.cover.right == pytest.approx(sheet.width)
        assert sheet.inside[2].right == pytest.approx(sheet.width)


def test_the_cover_is_at_the_right_of_the_first_page_and_the_text_starts_inside(printed):
    sheet = leaflet_sheet(PaperSize.A4)
    outside, inside = pages_of(printed(leaflet(6)).data)
    [aim] = [line for line in outside.lines if line.text.startswith("Straight answers")]
    assert aim.left > sheet.cover.left
    assert inside.lines[0].text == "What you can count on"
    assert inside.lines[0].left < sheet.inside[0].right


@pytest.mark.parametrize("size", SIZES)
def test_the_cover_says_the_name_large_and_the_place_below_it(size, printed):
    edge = leaflet_sheet(size).cover.left
    for name in ("Hollins Hardware", LONG_NAME):
        outside, _ = pages_of(printed(leaflet(6, name), size).data)
        [beside] = outside.sizes_of("Todmorden · since 1987")
        said = [line for line in outside.lines if 15 <= line.size <= 24 and line.left > edge]
        assert " ".join(line.text for line in said) == name
        assert beside * 1.3 < min(line.size for line in said)
        assert len(said) == (1 if name == "Hollins Hardware" else 3)


def test_the_text_is_spread_evenly_over_the_panels(printed):
    sheet = leaflet_sheet(PaperSize.A4)
    _, inside = pages_of(printed(leaflet(6)).data)
    floors = [
        min(line.bottom for line in inside.lines if panel.left < line.left < panel.right)
        for panel in sheet.inside
    ]
    assert max(floors) - min(floors) < sheet.height * 0.35


def columns(data, size):
    """The words of the four panels that the sections flow through, in reading order."""
    sheet = leaflet_sheet(size)
    outside, inside = pages_of(data)
    places = [(inside, panel) for panel in sheet.inside] + [(outside, sheet.flap)]
    return [
        " ".join(line.text for line in page.lines if panel.left < line.left < panel.right)
        for page, panel in places
    ]


def stands_in_one(panels, text):
    return any(" ".join(text.split()) in " ".join(panel.split()) for panel in panels)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("before", range(0, 40, 4))
def test_what_belongs_together_stands_in_one_panel(before, size, printed):
    fill = Paragraph(text="\n".join(["Filling."] * before + ["."]))
    items = tuple(f"Item {number} of the list is here." for number in range(6))
    short = "Short words that go on a little while. " * 5
    pledge = Pledge(sentence="We pledge this.", details=("One detail.", "Another detail."))
    rows = tuple((f"Label {number}", "said") for number in range(3))
    part = (Heading(text="The heading"), fill, Paragraph(text=short), Bullets(items=items))
    made = leaflet(
        sections=(*((*part, pledge, Heading(text="Table"), Table(caption="t", rows=rows)),) * 3,)
    )
    result = printed(made, size)
    assert result.cut == ()
    panels = columns(result.data, size)
    assert sum(panel.count("Short words") for panel in panels) == 15
    for panel in panels:
        assert panel.count("Short words") % 5 == 0
        assert panel.count("Item 0 of") == panel.count("Item 5 of")
        assert panel.count("We pledge this.") == panel.count("Another detail.")
        assert panel.count("Label 0") == panel.count("Label 2") == panel.count("Table")


def test_no_sentence_goes_on_at_the_other_side_of_the_sheet(printed):
    sheet = leaflet_sheet(PaperSize.A4)
    long = Paragraph(text="All of these words stay on one side of it. " * 20)
    for count in range(8, 16):
        made = leaflet(sections=((Heading(text="Long"), *[long] * count),))
        _, _, last, flap = columns(printed(made).data, PaperSize.A4)
        assert last.endswith("side of it.")
        assert not flap or flap.startswith(("All of these", "Long"))
    assert sheet.flap.width > 0


def test_pairs_share_their_column_edge(printed):
    tables = (
        Table(caption="a", rows=(("Run by", "Ruth Hollins"),)),
        Table(caption="b", rows=(("Texts and social media", "To 07700 900 417"),)),
    )
    outside, _ = pages_of(printed(leaflet(back=tables)).data)
    [one, other] = [
        line.left for line in outside.lines if line.text.startswith(("Ruth H", "To 07700"))
    ]
    assert one == pytest.approx(other, abs=2)


def test_what_the_panels_cannot_hold_ends_on_the_back(printed):
    sheet = leaflet_sheet(PaperSize.A4)
    section = (Heading(text="More"), Paragraph(text="Many words for you. " * 60))
    last = (Heading(text="The very last"), Paragraph(text="And that is all."))
    for count in range(4, 14):
        result = printed(leaflet(12, sections=((section,) * count) + (last,)))
        outside, _ = check_panels(result.data, PaperSize.A4)
        [line] = [one for one in outside.lines if one.text.strip() == "The very last"] or [None]
        if line and line.left > sheet.back.left:
            break
    assert result.cut == ()
    assert outside.sizes_of("And that is all.")
    assert outside.sizes_of("The rest is in the full text: please ask us for it.") is None


def test_too_much_text_ends_with_the_line_that_names_the_full_text(printed):
    section = (Heading(text="More"), Paragraph(text="Many words for you. " * 120))
    made = leaflet(12, sections=(section,) * 12)
    result = printed(made)
    assert result.cut == ("sections",)
    outside, inside = check_panels(result.data, PaperSize.A4)
    assert outside.sizes_of("The rest is in the full text: please ask us for it.")
    assert min(line.size for line in inside.lines) >= 8


def test_a_draft_is_marked_on_cover_and_inside(printed):
    outside, inside = pages_of(printed(leaflet(6, mark=DRAFT)).data)
    assert outside.sizes_of(DRAFT)
    assert inside.sizes_of("DRAFT")


def test_title_language_and_fonts(printed):
    data = printed(leaflet(6, mark=DRAFT)).data
    names, carried = fonts_of(data)
    assert all("+Noto" in name for name in names)
    assert carried >= len(names)
    assert b"/Lang (en-GB)" in data
    assert b"/DisplayDocTitle true" in data
    assert printed(leaflet(6)) == printed(leaflet(6))


@pytest.mark.parametrize("size", SIZES)
def test_a_hostile_shop_stays_in_its_panels(size, printed):
    result = printed(hostile_shop().leaflet, size)
    assert result.missing == ("\U0001f600", "ש", "ל", "ו", "ם")
    assert result.cut == ("sections",)
    check_panels(result.data, size)
