# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Any list of the screen on its way to paper.

Each says whose it is, what is on it and how many, and on which day it was printed, for a list lies
about longer than it is true.
"""

from collections.abc import Sequence
from decimal import Decimal

from servicedesk.domain.blocks import (
    Block,
    Bullets,
    Paper,
    PaperSize,
    Paragraph,
    Printed,
    Table,
    Tone,
)
from servicedesk.domain.blocks import Heading as HeadingBlock
from servicedesk.domain.hours import WeeklyHours, hours_lines
from servicedesk.domain.letters_filling import day_words
from servicedesk.domain.printing import PaperChoice, PaperOffer, PrintJob
from servicedesk.domain.rounds import long_day
from servicedesk.domain.spreadsheets import sheets_of
from servicedesk.services.facts import read_facts
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Units

_SIZES = (PaperSize.A4, PaperSize.LETTER)


class Lists:
    """The use cases of lists as such: what is in them comes in as words.

    Args:
        units: opens reads.
        around: words and fonts of papers, and the clock.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    def table(
        self,
        title: str,
        head: Sequence[str],
        rows: Sequence[Sequence[str]],
        said: Sequence[str] = (),
    ) -> PrintJob:
        """A list with columns.

        Args:
            title: over it, and the name of its file.
            head: over the columns.
            rows: the cells of each line, as many as ``head``.
            said: what is on it and how many; its lines are counted where nothing is said.
        """
        cells = tuple(tuple(row) for row in rows)
        counted = self._around.phrases.count("printed_list.lines", Decimal(len(cells)))
        made = [Table(caption=title, head=tuple(head), rows=cells)]
        return self._job("list", title, made, said or (counted,))

    def groups(
        self,
        title: str,
        groups: Sequence[tuple[str, Sequence[str]]],
        paper_id: str = "today_list",
        said: Sequence[str] = (),
    ) -> PrintJob:
        """Lines under headings, as Today has them.

        Args:
            title: over it, and the name of its file.
            groups: heading and lines.
            paper_id: names what it is, under ``[paper]``.
            said: what is on it.
        """
        made: list[Block] = []
        for heading, lines in groups:
            made += [HeadingBlock(text=heading), Bullets(items=tuple(lines))]
        return self._job(paper_id, title, made, said)

    def hours(self, title: str, week: WeeklyHours) -> PrintJob:
        """Opening hours, the days that are alike together.

        Args:
            title: over them, and the name of their file.
            week: all seven days.
        """
        lines = hours_lines(week, self._around.phrases)
        return self._job("hours", title, [Bullets(items=lines)])

    def _job(
        self, paper_id: str, title: str, made: Sequence[Block], said: Sequence[str] = ()
    ) -> PrintJob:
        phrases, fonts = self._around.phrases, self._around.resources / "fonts"
        today = self._around.clock.today()
        long, short = long_day(today, phrases), day_words(today, phrases)
        stem, foot = title, title
        if short not in title:  # a title that has the day needs it nowhere else
            said = (*said, phrases.say("printed_list.day", day=long))
            stem = phrases.say("printed_list.named", title=title, day=short)
            foot = phrases.say("printed_list.foot", title=title, day=short)
        lead = [Paragraph(text=" · ".join(said), tone=Tone.LEAD)] if said else []
        whole = (HeadingBlock(text=title, level=1), *lead, *made)
        language = self._around.guide("settings").language

        def make(choice: PaperChoice) -> Printed:
            from servicedesk.documents.fonts import load_faces  # printing: at the first paper
            from servicedesk.documents.pdf import text_pdf

            with self._units.read() as reading:
                name = str(read_facts(reading).get("trading_name", ""))
            paper = Paper(title=title, language=language, author=name, blocks=whole, footer=foot)
            return text_pdf(paper, choice.size, load_faces(fonts), phrases, large=choice.large)

        offer = PaperOffer(id=paper_id, sizes=_SIZES, can_be_large=True)
        sheets = sheets_of(title, made)
        return PrintJob(title=title, stem=stem, offers=(offer,), make=make, sheets=sheets)
