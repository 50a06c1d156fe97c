# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Charts: bars from nought, every value in words, nothing over the edge, the numbers as a table."""

from io import BytesIO

import pytest
from PIL import Image
from reportlab.graphics.shapes import Circle, PolyLine, Rect, String

from servicedesk.documents.charts import BLUE, VERMILLION, ChartLook, chart_drawing
from servicedesk.documents.charts_images import chart_png
from servicedesk.documents.fonts import SANS
from servicedesk.documents.html import html_page
from servicedesk.documents.page_images import page_texts
from servicedesk.documents.pdf import text_pdf
from servicedesk.documents.text import Ink, Words
from servicedesk.domain.blocks import Heading, Paper, PaperSize
from servicedesk.domain.charts import chart_table
from servicedesk.domain.figures import ChartKind
from tests.documents.reading import pages_of
from tests.papers.charters import real_words
from tests.papers.figures import CHARTS, LONG_LABEL, SENTENCE, chart, figures_paper

WIDTH = 450.0


def drawn(block, faces, **look):
    return chart_drawing(block, Ink(faces), ChartLook(width=WIDTH, **look))


def of(drawing, kind):
    return [shape for shape in drawing.contents if isinstance(shape, kind)]


@pytest.mark.parametrize("name", CHARTS)
def test_nothing_stands_outside_the_drawing(name, faces):
    drawing = drawn(CHARTS[name], faces)
    for said in of(drawing, String):
        wide = Words(said.text, said.fontName).natural_width(said.fontSize)
        back = {"start": 0.0, "middle": wide / 2, "end": wide}[said.textAnchor]
        assert said.x - back >= -0.5, said.text
        assert said.x - back + wide <= WIDTH + 0.5, said.text
        assert 0 <= said.y <= drawing.height - said.fontSize * 0.5
    for bar in of(drawing, Rect):
        assert bar.x >= 0
        assert bar.x + bar.width <= WIDTH + 0.01
        assert bar.y + bar.height <= drawing.height


@pytest.mark.parametrize("name", [name for name, one in CHARTS.items() if one.values])
def test_every_value_stands_in_words(name, faces):
    said = [shape.text for shape in of(drawn(CHARTS[name], faces), String)]
    for value in CHARTS[name].shown:
        assert value in said


def test_bars_begin_at_nought_and_are_as_long_as_their_values(faces):
    block = chart({"a": 10, "b": 5, "c": 0})
    first, second = of(drawn(block, faces), Rect)
    assert first.x == second.x
    assert second.width == pytest.approx(first.width / 2)


def test_an_axis_to_a_hundred_leaves_room_for_what_is_missing(faces):
    [half] = of(drawn(chart({"a": 50}, most=100), faces), Rect)
    [whole] = of(drawn(chart({"a": 50}), faces), Rect)
    assert half.width == pytest.approx(whole.width / 2)


def test_columns_stand_on_one_line_and_a_long_label_turns_them_into_bars(faces):
    columns = of(drawn(CHARTS["columns"], faces), Rect)
    assert len({bar.y for bar in columns}) == 1
    tallest = max(columns, key=lambda bar: bar.height)
    assert min(bar.height for bar in columns) == pytest.approx(tallest.height * 4 / 22)
    bars = of(drawn(CHARTS["wide"], faces), Rect)
    assert len({round(bar.x, 3) for bar in bars}) == 1


def test_a_long_row_of_columns_has_every_second_label_and_every_value(faces):
    drawing = drawn(CHARTS["hours"], faces)
    said = [shape.text for shape in of(drawing, String)]
    assert "0:00" in said
    assert "1:00" not in said
    assert len(said) == 24 + 12
    assert len({bar.y for bar in of(drawing, Rect)}) == 1


def test_a_long_narrow_table_stands_in_columns_read_downwards(faces):
    block = CHARTS["hours"]
    paper = Paper(title="x", language="en-GB", author="x", blocks=(block,))
    [text] = page_texts(text_pdf(paper, PaperSize.A4, faces, real_words()).data)
    assert "0:00 0 8:00 1 16:00 2" in " ".join(text.split())
    odd = chart({f"{n}:00": n for n in range(13)}, ChartKind.COLUMNS)
    paper = Paper(title="x", language="en-GB", author="x", blocks=(odd,))
    [text] = page_texts(text_pdf(paper, PaperSize.A4, faces, real_words()).data)
    assert "3:00 3 8:00 8" in " ".join(text.split())


def test_a_pareto_chart_has_the_line_of_the_share_so_far(faces):
    drawing = drawn(CHARTS["pareto"], faces)
    [line] = of(drawing, PolyLine)
    first, *_ = of(drawing, Rect)
    points = of(drawing, Circle)
    assert len(points) == 5
    assert points[0].cx == pytest.approx(first.x + first.width)
    assert [point.cx for point in points] == sorted(point.cx for point in points)
    assert line.strokeColor.hexval() == VERMILLION.replace("#", "0x").lower()
    assert first.fillColor.hexval() == BLUE.replace("#", "0x").lower()
    assert not of(drawn(CHARTS["one"], faces), PolyLine)


def test_labels_too_long_end_with_dots_and_the_table_has_them_in_full(faces):
    said = [shape.text for shape in of(drawn(CHARTS["forty"], faces), String)]
    assert any(text.endswith("\u2026") for text in said)
    assert chart_table(CHARTS["forty"]).rows[0][0] == f"40. {LONG_LABEL}"


def test_the_picture_for_the_screen_is_as_wide_as_asked_in_the_colours_given(faces):
    look = ChartLook(width=640, text=15, ground="#102030", ink="#FFFFFF", bar="#56B4E9")
    picture = Image.open(BytesIO(chart_png(CHARTS["bars"], look, faces)))
    assert picture.width == 640
    assert picture.getpixel((0, 0)) == (0x10, 0x20, 0x30)
    colours = {colour for _, colour in picture.getcolors(100_000)}
    assert (0x56, 0xB4, 0xE9) in colours
    larger = ChartLook(width=640, text=30, ground="#102030")
    assert Image.open(BytesIO(chart_png(CHARTS["bars"], larger, faces))).height > picture.height


def test_a_paper_with_charts_says_the_sentence_and_every_number(faces):
    printed = text_pdf(figures_paper(), PaperSize.LETTER, faces, real_words())
    text = " ".join(" ".join(page_texts(printed.data)).split())
    assert SENTENCE in text
    assert "Nobody rang back 5 83 %" in text
    assert printed.missing == ("\U0001f600", "ש", "ל", "ו", "ם")


def test_the_table_stands_beside_a_small_chart_and_below_a_wide_one(faces):
    def first_and_last(block):
        paper = Paper(
            title="x", language="en-GB", author="x", blocks=(Heading(text="x", level=1), block)
        )
        [page] = pages_of(text_pdf(paper, PaperSize.A4, faces, real_words()).data)
        last = [line for line in page.lines if line.text.strip() == block.labels[-1]]
        _, first = [line for line in page.lines if line.text.strip() == block.labels[0]]
        return first, last[0]

    first, last = first_and_last(CHARTS["bars"])
    assert first.bottom > last.top
    assert first.left > last.right
    first, last = first_and_last(CHARTS["pareto"])
    assert first.top < last.bottom


def test_large_print_has_the_numbers_and_no_drawing(faces):
    printed = text_pdf(figures_paper(), PaperSize.A4, faces, real_words(), large=True)
    for page in pages_of(printed.data):
        assert min(line.size for line in page.lines) >= 15.9


def test_the_web_page_has_the_sentence_and_the_table(faces):
    page = html_page(figures_paper()).decode()
    assert f"<p>{SENTENCE}</p>" in page
    assert '<th scope="row">Nobody rang back</th><td>5</td><td>83 %</td>' in page
    assert "<b>Bob" not in page


def test_no_letter_is_smaller_than_asked(faces):
    for said in of(drawn(CHARTS["bars"], faces, text=14), String):
        assert said.fontSize == 14
        assert said.fontName in (SANS, "NotoSans-Bold")
    assert CHARTS["bars"].kind is ChartKind.BARS
