# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The accessible copy: well formed, complete in itself, nothing unescaped."""

import re
from html.parser import HTMLParser

import pytest

from servicedesk.documents.html import html_page
from servicedesk.domain.blocks import Blank, Cut, Heading, Paper, Paragraph, Steps, Tick
from tests.papers.shops import DRAFT, PROMISES, hostile_shop, paper

VOID = {"meta", "br", "img", "hr"}


class Reader(HTMLParser):
    """Notes every element and checks that each is closed."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.open, self.tags, self.text = [], [], []
        self.feed(page.decode("utf-8"))
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.text.append(data)

    def all(self, tag):
        return [attributes for name, attributes in self.tags if name == tag]

    def said(self):
        return " ".join("".join(self.text).split())


def test_language_title_and_one_main_heading():
    page = Reader(html_page(paper(6)))
    assert page.all("html") == [{"lang": "en-GB"}]
    assert len(page.all("title")) == len(page.all("h1")) == len(page.all("main")) == 1
    assert "Our promise to you, full text, Hollins Hardware" in page.said()
    assert len(page.all("footer")) == len(page.all("header")) == 1


def test_everything_is_said():
    said = Reader(html_page(paper(12))).said()
    for promise in PROMISES:
        assert promise.sentence in said
        assert promise.remedy in said


def test_tables_have_captions_and_scopes_and_pictures_have_words():
    page = Reader(html_page(paper(6)))
    assert len(page.all("caption")) == len(page.all("table")) == 1
    assert {one["scope"] for one in page.all("th")} == {"col", "row"}
    [picture] = page.all("img")
    assert picture["alt"] == "Our mark: a white ring on red"
    assert picture["src"].startswith("data:image/png;base64,")


@pytest.mark.parametrize("made", [paper(6), hostile_shop().paper])
def test_no_script_and_nothing_from_outside(made):
    page = html_page(made)
    reader = Reader(page)
    assert not reader.all("script")
    assert not reader.all("link")
    for _, attributes in reader.tags:
        assert not any(name.startswith("on") or name == "href" for name in attributes)
        assert attributes.get("src", "data:").startswith("data:")
    style = re.search(r"<style>(.*?)</style>", page.decode(), re.DOTALL)[1]
    assert "url(" not in style
    assert "@import" not in style


def test_a_hostile_shop_is_shown_as_it_is_written():
    page = Reader(html_page(hostile_shop().paper))
    assert "<b>Bob</b> & “Söns” <img src=x> \U0001f600 שלום {name} Łąchowski" in page.said()
    assert not page.all("b")
    assert not page.all("img")


def test_headings_start_below_the_main_one_and_skip_no_level():
    made = Paper(
        title="T & t",
        language='en"><script>',
        author="A",
        blocks=(Heading(text="a", level=3), Heading(text="b", level=5), Heading(text="c", level=2)),
    )
    page = Reader(html_page(made))
    assert [tag for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)] == ["h1", "h2", "h3", "h2"]
    assert page.said().startswith("T & t")
    assert page.all("html") == [{"lang": 'en"><script>'}]


def test_a_second_main_heading_is_lowered_and_lines_are_broken():
    made = Paper(
        title="T",
        language="cy",
        author="A",
        blocks=(
            Heading(text="one", level=1),
            Heading(text="two", level=1),
            Paragraph(text="x\ny\r\nz"),
        ),
        mark=DRAFT,
    )
    page = Reader(html_page(made))
    assert len(page.all("h1")) == len(page.all("h2")) == 1
    assert len(page.all("br")) == 2
    assert DRAFT in page.said()


def test_things_to_write_on_are_there_too():
    blocks = (
        *(Cut(text="Cut here"), Steps(question="Was it fair?")),
        *(Tick(label="Yes & no"), Blank(label="Your name")),
    )
    page = Reader(html_page(Paper(title="T", language="en", author="A", blocks=blocks)))
    assert len(page.all("hr")) == 1
    for said in ("Cut here", "Was it fair? 1 2 3 4 5", "[ ] Yes & no", "Your name ____"):
        assert said in page.said()


def test_half_a_letter_does_no_harm():
    made = Paper(title="T", language="en", author="A", blocks=(Paragraph(text="x\ud800y"),))
    assert b"x?y" in html_page(made)
