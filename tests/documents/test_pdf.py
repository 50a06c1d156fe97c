# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Full text and large print: complete, in order, in our fonts, with an outline."""

from dataclasses import replace
from itertools import combinations

import pypdfium2 as pdfium
import pytest

from servicedesk.documents.page_images import page_texts
from servicedesk.documents.pdf import text_pdf
from servicedesk.domain.blocks import (
    Address,
    Bullets,
    Heading,
    Paper,
    PaperSize,
    Paragraph,
    Picture,
    Pledge,
    Signature,
    Table,
)
from tests.documents.reading import MM, fonts_of, pages_of
from tests.papers.shops import DRAFT, LONG_NAME, PROMISES, hostile_shop, logo, paper
from tests.papers.words import paper_words


@pytest.fixture(name="printed")
def _printed(faces):
    def print_it(made, size=PaperSize.A4, **settings):
        return text_pdf(made, size, faces, paper_words(), **settings)

    return print_it


def flat(pdf):
    return " ".join(" ".join(page_texts(pdf)).split())


def one(*blocks, **changes):
    made = Paper(title="A title", language="en-GB", author="Hollins", blocks=blocks)
    return replace(made, **changes)


def outline(pdf):
    with pdfium.PdfDocument(pdf) as document:
        return [(mark.level, mark.get_title()) for mark in document.get_toc()]


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("size", [PaperSize.A4, PaperSize.LETTER])
def test_everything_is_printed_in_order_within_the_margins(size, large, printed):
    made = paper(12, LONG_NAME)
    result = printed(made, size, large=large)
    text = flat(result.data)
    at = 0
    for promise in PROMISES:
        for part in (promise.sentence, promise.remedy):
            at = text.index(part, at) + len(part)
    assert text.index("Ruth Hollins", at) > at
    pages = pages_of(result.data)
    assert len(pages) == result.pages > 1
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {result.pages}" in page_texts(result.data)[number - 1]
        for line in page.lines:
            reach = min(line.left, line.bottom, page.width - line.right, page.height - line.top)
            assert reach >= 12 * MM - 0.05, line.text
        for first, other in combinations(page.lines, 2):
            assert not first.overlaps(other), (first.text, other.text)


def test_large_print_is_sixteen_points_and_up_everywhere(printed):
    result = printed(paper(12, LONG_NAME, mark=DRAFT), large=True)
    for page in pages_of(result.data):
        for line in page.lines:
            assert line.size >= 16, line.text


def test_large_print_turns_a_wide_table_into_labels_and_values(printed):
    table = Table(
        caption="Times",
        head=("What", "How fast", "If we miss it"),
        rows=tuple((each.sentence, "2 days", each.remedy) for each in PROMISES[:3]),
    )
    assert f"How fast: 2 days If we miss it: {PROMISES[0].remedy}" in flat(
        printed(one(table), large=True).data
    )
    assert "How fast:" not in flat(printed(one(table)).data)


def test_a_narrow_table_stays_a_table_in_large_print(printed):
    table = Table(caption="Hours", rows=(("Monday", "8 to 5"), ("Sunday", "closed")))
    [page] = pages_of(printed(one(table), large=True).data)
    lines = {line.text.strip(): line for line in page.lines}
    assert lines["Monday"].bottom == pytest.approx(lines["8 to 5"].bottom, abs=6)


def test_a_long_table_repeats_its_head_on_every_page(printed):
    rows = tuple((f"row {number}", "x") for number in range(450))
    result = printed(one(Table(caption="Long", head=("Name", "Value"), rows=rows)))
    assert result.pages > 8
    assert all("Name Value" in " ".join(text.split()) for text in page_texts(result.data))
    assert "row 449" in page_texts(result.data)[-1]


def test_rows_of_unequal_length_and_empty_tables_do_no_harm(printed):
    blocks = (
        Table(caption="none"),
        Table(caption="head alone", head=("a", "b")),
        Table(caption="ragged", head=("a", "b"), rows=(("1",), ("1", "2", "3"), (), ("", ""))),
        Address(lines=()),
        Bullets(items=()),
        Pledge(sentence="We will."),
        Signature(name="Ruth"),
        Paragraph(text=""),
    )
    for large in (False, True):
        assert "We will. Ruth" in flat(printed(one(*blocks), large=large).data)


def test_an_empty_paper_has_one_page(printed):
    result = printed(one())
    assert result.pages == 1
    assert "Page 1 of 1" in page_texts(result.data)[0]


def test_a_heading_is_never_the_last_thing_on_a_page(printed):
    for count in range(30, 44):
        blocks = [Paragraph(text="A line of text.")] * count
        tail = [Heading(text="Where we are"), Address(lines=("a", "b", "c", "d"))]
        pages = page_texts(printed(one(*blocks, *tail)).data)
        for text in pages:
            assert ("Where we are" in text) == ("a\nb\nc\nd" in text)


@pytest.mark.parametrize("before", range(30, 42))
def test_no_heading_stays_behind_when_the_one_under_it_goes_on_with_a_long_table(before, printed):
    rows = tuple((f"Row {n}", "x") for n in range(40))
    blocks = (
        *(Paragraph(text="One line.") for _ in range(before)),
        Heading(text="Complaints"),
        Heading(text="The first of them", level=3),
        Table(caption="long", rows=rows),
    )
    pages = [" ".join(text.split()) for text in page_texts(printed(one(*blocks)).data)]
    assert all(("Complaints" in page) == ("Row 0 " in page) for page in pages)


def pages_with(pages, text):
    return [number for number, page in enumerate(pages) if text in " ".join(page.split())]


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("before", range(8, 40, 3))
def test_what_belongs_together_stands_on_one_page(before, large, printed):
    filling = [Paragraph(text="A line of text.")] * before
    many = tuple(f"Point {number} of nine" for number in range(9))
    rows = tuple((f"Label {number}", "said") for number in range(3))
    blocks = (
        Heading(text="Short list"),
        Bullets(items=("Item one", "Item two", "Item three", "Item four", "Item five", "Six")),
        *filling,
        Heading(text="Pairs"),
        Table(caption="pairs", rows=rows),
        *filling,
        Bullets(items=many),
        *filling,
        Paragraph(text="Just before it."),
        Signature(name="Ruth Hollins"),
    )
    pages = page_texts(printed(one(*filling, *blocks), large=large).data)
    for first, last in (
        ("Short list", "Item one"), ("Item one", "Six"), ("Pairs", "Label 0"),
        ("Label 0", "Label 2"), ("Point 0", "Point 1"), ("Point 7", "Point 8"),
        ("Just before it.", "Ruth Hollins"),
    ):  # fmt: skip
        assert pages_with(pages, first) == pages_with(pages, last), (first, last)


@pytest.mark.parametrize("large", [False, True])
def test_a_table_is_parted_with_two_rows_or_more_on_either_side(large, printed):
    rows = tuple((f"Row {number} of it", "said") for number in range(5))
    table = Table(caption="five", head=("What", "How"), rows=rows)
    parted = 0
    for before in range(8, 40):
        filling = [Paragraph(text="A line of text.")] * before
        pages = page_texts(printed(one(*filling, table, *filling), large=large).data)
        counts = [page.count(" of it") for page in pages if " of it" in page]
        assert min(counts) >= 2
        parted += len(counts) > 1
    assert parted


def test_rows_too_tall_for_company_are_parted_all_the_same(printed):
    tall = "\n".join(["a line"] * 26)
    rows = tuple((f"Row {number}", tall) for number in range(5))
    result = printed(one(Table(caption="tall", head=("What", "How"), rows=rows)))
    assert flat(result.data).count("a line") == 130


def test_no_last_page_holds_one_or_two_lines_only(printed):
    for before in range(24, 60):
        blocks = [Paragraph(text="A line of text.")] * before
        last = page_texts(printed(one(*blocks)).data)[-1]
        assert last.count("A line of text.") > 2


def test_a_last_page_that_cannot_be_saved_is_printed(printed):
    picture = Picture(png=logo(400, 612).png, alt="A tall mark", width_mm=200)
    result = printed(one(picture, Paragraph(text="Words below it.")))
    assert result.pages == 2
    assert "Words below it." in page_texts(result.data)[1]


def test_in_large_print_all_pairs_stand_alike(printed):
    long = "many words that go on and on until no line of large print could hold them all"
    tables = (
        Table(caption="a", rows=(("Insurance", "yes"),)),
        Table(caption="b", rows=(("Deposits", long),)),
    )
    [page] = pages_of(printed(one(*tables), large=True).data)
    lines = {line.text.strip(): line for line in page.lines}
    assert lines["Insurance"].bottom > lines["yes"].top


@pytest.mark.parametrize("large", [False, True])
def test_a_long_address_in_a_cell_breaks_after_its_signs(large, printed):
    name = "tables.and.catering.and.everything.else.that.we.do.for.you.every.day"
    table = Table(caption="a", rows=(("Label", f"To {name}@oldbakehouses.example, please"),))
    [page] = pages_of(printed(one(table), large=large).data)
    lines = [line.text.strip() for line in page.lines]
    first = next(line for line in lines if line.startswith("To tables."))
    assert first.endswith((".", "@"))
    assert f"{name}@oldbakehouses.example," in "".join("".join(lines).split())


def test_a_word_in_a_cell_that_is_no_address_is_broken_where_it_must_be(printed):
    word = "Donaudampfschifffahrt" * 6
    table = Table(caption="a", rows=(("Label", f"{word} and a.b"),))
    assert f"{word}anda.b" in "".join(flat(printed(one(table)).data).split())


def test_headings_make_an_outline_that_skips_no_level(printed):
    made = one(
        Heading(text="The whole", level=1),
        Heading(text="First", level=2),
        Heading(text="Detail", level=3),
        Heading(text="Second", level=2),
        *[Paragraph(text="Words. " * 300)] * 3,
        Heading(text="Third & last", level=2),
    )
    result = printed(made)
    assert outline(result.data) == [
        (0, "The whole"), (1, "First"), (2, "Detail"), (1, "Second"), (1, "Third & last"),
    ]  # fmt: skip
    with pdfium.PdfDocument(result.data) as document:
        last = list(document.get_toc())[-1]
        assert last.get_dest().get_index() == result.pages - 1
    assert outline(printed(one(Heading(text="Deep", level=3))).data) == [(0, "Deep")]


def test_title_language_and_fonts(printed):
    for large in (False, True):
        data = printed(paper(6, title="Tëst <b>"), large=large).data
        names, carried = fonts_of(data)
        assert all("+Noto" in name for name in names), names
        assert carried >= len(names)
        assert b"/Lang (en-GB)" in data
        assert b"/DisplayDocTitle true" in data
        with pdfium.PdfDocument(data) as document:
            about = document.get_metadata_dict()
        assert about["Title"] == "Tëst <b>"
        assert about["Author"] == "Hollins Hardware"
        assert about["Creator"] == "servicedesk"


def test_equal_papers_have_equal_bytes(printed):
    assert printed(paper(6, mark=DRAFT)) == printed(paper(6, mark=DRAFT))


def test_a_draft_is_marked_on_every_page(printed):
    result = printed(paper(12, mark=DRAFT))
    for page in pages_of(result.data):
        assert page.sizes_of(DRAFT)
        assert max(page.sizes_of("DRAFT")) > 80
    assert DRAFT not in flat(printed(paper(12)).data)


@pytest.mark.parametrize("large", [False, True])
def test_a_hostile_shop_is_printed_as_it_is_written(large, printed):
    shop = hostile_shop().paper
    short = replace(shop, blocks=shop.blocks[:2] + shop.blocks[5:])
    result = printed(short, large=large)
    assert result.missing == ("\U0001f600", "ש", "ל", "ו", "ם")
    text = flat(result.data)
    assert "<b>Bob</b> & “Söns” <img src=x> [U+1F600]" in text
    assert "{name} Łąchowski Đặng Ζωή" in text


def test_a_pledge_or_signature_longer_than_a_page_is_printed_whole(printed):
    long = "word " * 3000
    made = one(
        Pledge(sentence=long, details=(long,)),
        Address(lines=(long, "end of address")),
        Signature(name=long, role="end of role"),
    )
    for large in (False, True):
        text = flat(printed(made, large=large).data)
        assert text.count("word") == 12_000
        assert "end of role" in text


def test_a_picture_is_never_wider_than_the_column(printed):
    wide = paper(1)
    [picture] = [each for each in wide.blocks if type(each).__name__ == "Picture"]
    [page] = pages_of(printed(one(replace(picture, width_mm=900))).data)
    [(left, _, right, _)] = page.pictures
    assert right - left == pytest.approx(page.width - 48 * MM, abs=1)


@pytest.mark.parametrize(
    "title", ["Are we fair to those who stay, on", "How we did in the year to"]
)
def test_no_day_is_parted_in_a_heading(title, printed):
    said = page_texts(printed(one(Heading(text=f"{title} 23 November 2026", level=1))).data)[0]
    assert any("23 November 2026" in line.replace("\u00a0", " ") for line in said.splitlines())


def test_a_column_that_asks_is_not_followed_by_a_colon_in_large_print(printed):
    table = Table(
        caption="x", head=("What", "Done on", "Does it work?"), rows=(("a" * 60, "1", "No"),)
    )
    said = flat(printed(one(table, table), large=True).data)
    assert "Does it work? No" in said
    assert "Done on: 1" in said
