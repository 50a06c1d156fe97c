# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The poster and the first letter-sized text, against bare ReportLab of the same pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from servicedesk.documents.fonts import load_faces
from servicedesk.documents.page_images import page_texts
from servicedesk.documents.pdf import text_pdf
from servicedesk.documents.poster import poster_pdf
from servicedesk.documents.sheets import SHEETS
from servicedesk.domain.blocks import (
    Address,
    Heading,
    Paper,
    PaperSize,
    Paragraph,
    Signature,
    Table,
)
from tests.benchmarks.bare_papers import Run, bare_letter, bare_poster, recorded
from tests.benchmarks.desk import Extent
from tests.benchmarks.measure import Row, compare_timed, timed
from tests.papers.shops import poster
from tests.papers.words import RESOURCES, paper_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What the measured letter says."""

    name: str = "Hollins Hardware"
    title: str = "Your complaint of 4 December"
    footer: str = "Hollins Hardware, 18 Bridge Street, Todmorden OL14 5AX"
    address: tuple[str, ...] = ("Mrs A. Patel", "4 Mill Lane", "Todmorden OL14 7QX")
    heading: str = "The gate latch that would not close"
    texts: tuple[str, ...] = (
        "Thank you for telling us about the latch that we sold you in November. We have looked "
        "at it on the bench and you are right: the spring is too weak for a gate of that weight.",
        "We are sorry for the two journeys this cost you. A stronger latch is on the counter in "
        "your name; there is nothing to pay, and Tom will fit it for you if you like.",
        "So that it does not happen again, we no longer sell the light latch for gates, and the "
        "shelf now says what weight each of them will hold.",
    )
    head: tuple[str, ...] = ("What", "When")
    rows: tuple[tuple[str, str], ...] = (
        ("You told us", "4 December 2026"),
        ("We looked at the latch", "7 December 2026"),
        ("The stronger latch came in", "9 December 2026"),
    )
    signed: str = "Ruth Hollins"
    role: str = "Owner"


def _paper(letter: Letter) -> Paper:
    return Paper(
        title=letter.title,
        language="en-GB",
        author=letter.name,
        blocks=(
            Address(lines=letter.address),
            Heading(text=letter.heading),
            *(Paragraph(text=text) for text in letter.texts),
            Table(caption="What happened", head=letter.head, rows=letter.rows),
            Signature(name=letter.signed, role=letter.role),
        ),
        footer=letter.footer,
    )


def _type(pdf: bytes) -> list[tuple[str, float, str]]:
    """Words, sizes and fonts of the first page, in drawing order."""
    return [(one.text, one.size, one.font) for one in recorded(pdf)[0] if isinstance(one, Run)]


def _words(pdf: bytes) -> list[str]:
    """Every word of every page, in no order: a table may be drawn before or after its rows."""
    return sorted(" ".join(page_texts(pdf)).split())


def rows(extent: Extent) -> Iterator[Row]:
    """Measure; the pages are read back outside the measured time and must be equal."""
    faces = load_faces(RESOURCES / "fonts")
    runs = 20 if extent.is_quick else 100
    shown = poster()
    found, size = recorded(poster_pdf(shown, PaperSize.A4, faces).data)

    def our_poster():
        spent, printed = timed(partial(poster_pdf, shown, PaperSize.A4, faces))
        return spent, _type(printed.data)

    def their_poster():
        spent, data = timed(partial(bare_poster, found, size))
        return spent, _type(data)

    yield compare_timed(
        "poster, A4, four promises", our_poster, their_poster, target=1.5, runs=runs,
        basis="speed.md",
    )  # fmt: skip
    letter = Letter()
    paper = _paper(letter)

    def our_letter():
        job = partial(text_pdf, paper, PaperSize.LETTER, faces, paper_words())
        spent, printed = timed(job)
        return spent, _words(printed.data)

    def their_letter():
        spent, data = timed(partial(bare_letter, letter, SHEETS[PaperSize.LETTER]))
        return spent, _words(data)

    yield compare_timed("letter, Letter, one page", our_letter, their_letter, target=1.5, runs=runs)
