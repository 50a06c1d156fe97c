# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The page of a folder: escaped, with links that lead to files whatever they are called."""

from servicedesk.documents.export_index import index_page
from servicedesk.domain.exporting import IndexLine, IndexPage, IndexPart
from tests.papers.shops import HOSTILE

PAGE = IndexPage(
    title="All of it",
    business=HOSTILE,
    language="en-GB",
    lead=("First.", "Second."),
    head=("File", "What", "How much"),
    parts=(
        IndexPart(
            heading="Lists",
            words="Some.",
            lines=(IndexLine(path="a b/50% #1.csv", what="<img>", count="1 line"),),
        ),
        IndexPart(heading="Nothing", words="None."),
    ),
)


def test_nothing_that_was_typed_becomes_a_tag() -> None:
    text = index_page(PAGE).decode("utf-8")
    assert "<img" not in text
    assert "&lt;b&gt;Bob&lt;/b&gt;" in text
    assert '<html lang="en-GB">' in text


def test_a_link_leads_to_a_file_with_strange_signs_in_its_name() -> None:
    text = index_page(PAGE).decode("utf-8")
    assert '<a href="a%20b/50%25%20%231.csv">a b/50% #1.csv</a>' in text


def test_a_part_without_lines_has_no_table_and_no_business_no_line() -> None:
    text = index_page(PAGE).decode("utf-8")
    assert text.count("<table>") == 1
    bare = IndexPage(title="T", business="", language="en", lead=(), head=PAGE.head, parts=())
    assert "<header>\n<h1>" in index_page(bare).decode("utf-8")
