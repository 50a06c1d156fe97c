# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Blocks on their way to paper: what every plain paper of one heading and some parts needs."""

from collections.abc import Mapping

from servicedesk.domain.blocks import Block, Paper, PaperSize, Printed
from servicedesk.domain.printing import PaperChoice, PaperOffer, PrintJob
from servicedesk.domain.spreadsheets import tables_of
from servicedesk.services.surroundings import Surroundings


def plain_job(
    paper_id: str,
    title: str,
    blocks: tuple[Block, ...],
    facts: Mapping[str, object],
    around: Surroundings,
) -> PrintJob:
    """A paper of flowing text, on A4 or Letter, also in large print.

    Args:
        paper_id: names what it is, under ``[paper]``.
        title: of the document, and of its file.
        blocks: in reading order.
        facts: of the business: its name, and which sheet is usual there.
        around: words and fonts.
    """
    phrases, fonts = around.phrases, around.resources / "fonts"
    paper = Paper(
        title=title,
        language=phrases.say("letter.language"),
        author=str(facts.get("trading_name", "")),
        blocks=blocks,
        footer=title,
    )

    def make(choice: PaperChoice) -> Printed:
        from servicedesk.documents.fonts import load_faces  # printing: at the first paper
        from servicedesk.documents.pdf import text_pdf

        return text_pdf(paper, choice.size, load_faces(fonts), phrases, large=choice.large)

    sizes = (PaperSize.A4, PaperSize.LETTER)
    usual = sizes[::-1] if facts.get("page_size") == "letter" else sizes
    offer = PaperOffer(id=paper_id, sizes=usual, can_be_large=True)
    sheets = tables_of(title, blocks)
    return PrintJob(title=title, stem=title, offers=(offer,), make=make, sheets=sheets)
