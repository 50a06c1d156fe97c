# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Many letters in one PDF, against bare Platypus of the same pages; then those kept, joined."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from servicedesk.documents.fonts import load_faces
from servicedesk.documents.letters import letter_pdf
from servicedesk.documents.letters_many import letters_pdf
from servicedesk.documents.page_images import joined, page_texts
from servicedesk.documents.sheets import SHEETS
from servicedesk.domain.blocks import Block, Bullets, Heading, PaperSize, Paragraph, Signature
from servicedesk.domain.letters_paper import LetterPaper
from tests.benchmarks.bare_letters import bare_letters
from tests.benchmarks.desk import Extent
from tests.benchmarks.measure import Row, Spent, Timed, compare_timed, timed
from tests.papers.letters import letter
from tests.papers.words import RESOURCES, paper_words

TARGET = 1.3
TEMPLATE = "L11"
_READ = 20
"""Pages of each that are read back and compared: to read all takes longer than to make them."""

Words = list[tuple[str, str]]


def rows(extent: Extent) -> Iterator[Row]:
    """Two rows for each number of letters."""
    faces = load_faces(RESOURCES / "fonts")
    words = paper_words()
    for number in (250,) if extent.is_quick else (250, 1_000, 4_000):
        papers = _papers(number)
        runs = 2 if number > 1_000 else 3
        bare = [(paper, _words(paper.blocks)) for paper in papers]
        ours = [(paper, False) for paper in papers]
        their = _made(lambda bare=bare: bare_letters(bare, SHEETS[PaperSize.A4]))
        made = partial(letters_pdf, ours, PaperSize.A4, faces, words)
        yield compare_timed(
            f"letters in one PDF; {number:,} letters",
            _made(lambda made=made: made().data),
            their,
            target=TARGET,
            runs=runs,
            basis="speed.md",
        )
        kept = [letter_pdf(paper, PaperSize.A4, faces, words).data for paper in papers[:_READ]]
        kept = (kept * (number // _READ + 1))[:number]
        yield compare_timed(
            f"issued letters put into one PDF; {number:,} letters",
            _made(partial(joined, kept)),
            their,
            target=TARGET,
            runs=runs,
            basis="speed.md",
        )


def _papers(number: int) -> list[LetterPaper]:
    """So many letters, each to somebody else."""
    paper = letter(TEMPLATE)
    return [
        replace(paper, address=(f"Customer {each % _READ:04d}", *paper.address[1:]))
        for each in range(number)
    ]


def _words(blocks: Sequence[Block]) -> Words:
    found: Words = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(("plain", block.text))
        elif isinstance(block, Heading):
            found.append(("title", block.text))
        elif isinstance(block, Bullets):
            found += [("item", item) for item in block.items]
        elif isinstance(block, Signature):
            found += [("name", block.name), ("role", block.role)]
        else:
            raise TypeError(f"the bare letter has no {type(block).__name__}")
    return found


def _made(job) -> Timed[list[list[str]]]:
    """A job that is timed; what stands on its first pages is read back afterwards."""

    def work() -> tuple[Spent, list[list[str]]]:
        spent, pdf = timed(job)
        return spent, [sorted(text.split()) for text in page_texts(pdf)[:_READ]]

    return work
