# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Any list of the screen on its way to paper."""

from collections.abc import Sequence

from servicedesk.domain.blocks import Block, Bullets, Paper, PaperSize, Printed, Table
from servicedesk.domain.blocks import Heading as HeadingBlock
from servicedesk.domain.hours import WeeklyHours, hours_lines
from servicedesk.domain.printing import PaperChoice, PaperOffer, PrintJob
from servicedesk.services.surroundings import Surroundings

_SIZES = (PaperSize.A4, PaperSize.LETTER)


class Lists:
    """The use cases of lists as such: what is in them comes in as words.

    Args:
        around: words and fonts of papers.
    """

    def __init__(self, around: Surroundings) -> None:
        self._around = around

    def table(self, title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> PrintJob:
        """A list with columns.

        Args:
            title: over it, and the name of its file.
            head: over the columns.
            rows: the cells of each line, as many as ``head``.
        """
        cells = tuple(tuple(row) for row in rows)
        return self._job("list", title, [Table(caption=title, head=tuple(head), rows=cells)])

    def groups(
        self,
        title: str,
        groups: Sequence[tuple[str, Sequence[str]]],
        paper_id: str = "today_list",
    ) -> PrintJob:
        """Lines under headings, as Today has them.

        Args:
            title: over it, and the name of its file.
            groups: heading and lines.
            paper_id: names what it is, under ``[paper]``.
        """
        made: list[Block] = []
        for heading, lines in groups:
            made += [HeadingBlock(text=heading), Bullets(items=tuple(lines))]
        return self._job(paper_id, title, made)

    def hours(self, title: str, week: WeeklyHours) -> PrintJob:
        """Opening hours, the days that are alike together.

        Args:
            title: over them, and the name of their file.
            week: all seven days.
        """
        lines = hours_lines(week, self._around.phrases)
        return self._job("hours", title, [Bullets(items=lines)])

    def _job(self, paper_id: str, title: str, made: Sequence[Block]) -> PrintJob:
        offer = PaperOffer(id=paper_id, sizes=_SIZES, can_be_large=True)
        phrases, fonts = self._around.phrases, self._around.resources / "fonts"
        language = self._around.guide("settings").language
        whole = (HeadingBlock(text=title, level=1), *made)
        paper = Paper(title=title, language=language, author="", blocks=whole)

        def make(choice: PaperChoice) -> Printed:
            from servicedesk.documents.fonts import load_faces  # printing: at the first paper
            from servicedesk.documents.pdf import text_pdf

            return text_pdf(paper, choice.size, load_faces(fonts), phrases, large=choice.large)

        return PrintJob(title=title, stem=title, offers=(offer,), make=make)
