# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Sheets to count on by hand: a stroke a case in a sample week, a mark a job in a check of jobs."""

from collections.abc import Sequence
from io import BytesIO
from string import ascii_uppercase
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from servicedesk.documents import palette
from servicedesk.documents.asking_rows import TitleRow, WordsRow
from servicedesk.documents.complaint_form_rows import FormLook, Row
from servicedesk.documents.fonts import BOLD, CAP_HEIGHT, SANS, Faces
from servicedesk.documents.form_pages import Placed, draw_pages, form_look, paged
from servicedesk.documents.rounds import box, line
from servicedesk.documents.sheets import MM, SHEETS, Credits, colour, new_canvas
from servicedesk.documents.stacks import Look, Piece, Stack
from servicedesk.documents.text import Ink, Words
from servicedesk.domain.blocks import PaperSize, Printed
from servicedesk.domain.papers_feedback import CheckSheet, Imprint, TallySheet
from servicedesk.domain.phrases import Phrases

_LOWEST: Final = 9.5 * MM
"""Height of a row of strokes at least."""

_BLOCKS_LEAST: Final = 3
"""As many standards would fill a page: the rows of fewer grow no further."""

_SUM: Final = 8.5
"""Width of the two sums, as a part of the body's size."""

_HEAD_LINES: Final = 2
_NAME_LINES: Final = 3
_LABEL_LINES: Final = 3
_MARK: Final = 16 * MM
_MARKS_SHARE: Final = 0.66
"""The columns of marks take at most this part of the width."""

_JOB_TALLEST: Final = 15 * MM


def tally_sheet_pdf(
    sheet: TallySheet, size: PaperSize, faces: Faces, phrases: Phrases, *, large: bool = False
) -> Printed:
    """Print the sheet of a sample week.

    Args:
        sheet: what is counted on it.
        size: A4 or Letter, upright.
        faces: the registered fonts.
        phrases: ``paper.page_of``.
        large: 16 points and up.

    Returns:
        ``cut`` may name "heading" and "standards" where words end with three dots.
    """
    ink = Ink(faces)
    look, room = form_look(ink, size, large=large)
    title = TitleRow(sheet.imprint.business, sheet.heading, look, _NAME_LINES)

    def rows(tall: float) -> list[Row]:
        blocks = (_TallyBlock(sheet, text, look, tall) for text in sheet.lines)
        intro = WordsRow(sheet.intro, look, after=1.4)
        return [title, intro, *blocks, _Foot(sheet.foot, look)]

    pages = paged(rows(_LOWEST), room)
    tall = room / (2 * _BLOCKS_LEAST)
    while tall > _LOWEST:
        taller = paged(rows(tall), room)
        if len(taller) == len(pages):
            pages = taller
            break
        tall -= MM
    cut = {"heading": title.stack.cut, "standards": any(
        isinstance(one.row, _TallyBlock) and one.row.title.cut for page in pages for one in page
    )}  # fmt: skip
    return _printed(pages, look, size, sheet.imprint, ink, phrases, cut)


def check_sheet_pdf(
    sheet: CheckSheet, size: PaperSize, faces: Faces, phrases: Phrases, *, large: bool = False
) -> Printed:
    """Print the sheet of a check of jobs.

    Args:
        sheet: the jobs, and what they are held against.
        size: A4 or Letter, upright.
        faces: the registered fonts.
        phrases: ``paper.page_of``.
        large: 16 points and up.

    Returns:
        ``cut`` may name "heading", "standards" and "jobs" where words end with three dots.
    """
    ink = Ink(faces)
    look, room = form_look(ink, size, large=large)
    title = TitleRow(sheet.imprint.business, sheet.heading, look, _NAME_LINES)
    letters = [_letter(place) for place in range(len(sheet.standards))]
    legend = [
        _Legend(letter, text, look) for letter, text in zip(letters, sheet.standards, strict=True)
    ]
    job_head = _JobHead(sheet.jobs_head, letters, look)
    head: list[Row] = [title, WordsRow(sheet.intro, look, after=1.2), *legend, job_head]
    foot = _Foot(sheet.foot, look)
    jobs = [_JobRow(number, text, len(letters), look) for number, text in enumerate(sheet.jobs, 1)]
    spare = room - sum(row.tall for row in (*head, *jobs, foot))
    for job in jobs:
        job.stretch(max(0.0, spare) / len(jobs))
    pages = _headed([*head, *jobs, foot], job_head, room)
    cut = {
        "heading": title.stack.cut,
        "standards": any(one.words.cut for one in legend),
        "jobs": any(one.words.cut for one in jobs),
    }
    return _printed(pages, look, size, sheet.imprint, ink, phrases, cut)


def _printed(
    pages: list[list[Placed]],
    look: FormLook,
    size: PaperSize,
    imprint: Imprint,
    ink: Ink,
    phrases: Phrases,
    cut: dict[str, bool],
) -> Printed:
    target = BytesIO()
    credits = Credits(title=imprint.title, author=imprint.business, language=imprint.language)
    canvas = new_canvas(target, SHEETS[size], credits)
    draw_pages(canvas, pages, look, SHEETS[size][1], (imprint.business, phrases))
    canvas.save()
    return Printed(
        data=target.getvalue(),
        pages=len(pages),
        missing=ink.missing,
        cut=tuple(name for name, is_so in cut.items() if is_so),
    )


def _headed(rows: list[Row], head: Row, room: float) -> list[list[Placed]]:
    """The rows on their pages, with the head of the table over the jobs of each."""
    pages = paged(rows, room)
    while headless := [one[0].row for one in pages[1:] if isinstance(one[0].row, _JobRow)]:
        rows.insert(rows.index(headless[0]), head)
        pages = paged(rows, room)
    return pages


def _letter(place: int) -> str:
    """A letter for each standard, and beyond the last one two of them."""
    more, one = divmod(place, len(ascii_uppercase))
    return ascii_uppercase[more - 1] * bool(more) + ascii_uppercase[one]


class _TallyBlock:
    """One standard: its words, then a row of days for what was kept and one for what was not."""

    keeps = False

    def __init__(self, sheet: TallySheet, text: str, look: FormLook, tall: float) -> None:
        self._sheet, self._look, self._row = sheet, look, tall
        bold = Look(look.body * 1.1, 1.25, palette.INK)
        words = Words(look.ink.plain(text), BOLD)
        self.title = Stack((Piece(words, bold, look.column, _LABEL_LINES),))
        natural = max(look.natural(one) for one in (sheet.kept, sheet.missed))
        self._label = min(natural * 1.1 + look.body * 0.8, look.column * 0.2)
        self._sum = look.body * _SUM
        self._day = (look.column - self._label - self._sum) / max(1, len(sheet.days))
        self._days = _day_heads(sheet.days, look, self._day - 3)
        self._head = max((one.height for one in self._days), default=0.0) + look.small * 1.1
        self.tall = self.title.height + self._head + 2 * tall + look.body * 1.7

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw it by its upper left corner, in points."""
        look, sheet = self._look, self._sheet
        self.title.draw(canvas, left, top)
        upper = top - self.title.height - self._head - look.body * 0.3
        start = left + self._label
        end = start + self._day * len(sheet.days)
        canvas.setFillColor(colour(palette.BRAND_SOFT))
        canvas.rect(start, upper, end - start, self._head, stroke=0, fill=1)
        for place, day in enumerate(self._days):
            wide = max((one.words.natural_width(one.look.size) for one in day.pieces), default=0)
            at = start + place * self._day + max(1.5, (self._day - wide) / 2)
            day.draw(canvas, at, upper + (self._head + day.height) / 2)
        for row, label in enumerate((sheet.kept, sheet.missed)):
            floor = upper - (row + 1) * self._row
            self._say(canvas, label, (left, floor + self._row / 2))
            line(canvas, (left, floor), end - left, palette.FIELD_BORDER)
        canvas.setStrokeColor(colour(palette.FIELD_BORDER))
        canvas.setLineWidth(0.6)
        floor = upper - 2 * self._row
        for place in range(len(sheet.days) + 1):
            at = start + place * self._day
            canvas.line(at, upper + self._head, at, floor)
        self._sums(canvas, end, upper)

    def _say(self, canvas: Canvas, text: str, at: tuple[float, float]) -> None:
        look = self._look
        size, said = _fitted(text, look, look.body, self._label - 2)
        canvas.setFillColor(colour(palette.INK))
        canvas.setFont(BOLD, size)
        canvas.drawString(at[0], at[1] - size * CAP_HEIGHT / 2, said)

    def _sums(self, canvas: Canvas, end: float, upper: float) -> None:
        """The two numbers that are keyed in, each with a box to write it in, on a ground apart."""
        look, sheet = self._look, self._sheet
        left, wide = end + look.body * 0.7, self._sum - look.body * 0.7
        canvas.setFillColor(colour(palette.BRAND_SOFT))
        canvas.roundRect(left, upper - 2 * self._row, wide, 2 * self._row, 3, stroke=0, fill=1)
        tall = min(self._row * 0.72, 11 * MM)
        inside, split = left + look.body * 0.5, left + wide * 0.52
        for row, label in enumerate((sheet.sum_kept, sheet.sum_of)):
            middle = upper - (row + 0.5) * self._row
            size, text = _fitted(label, look, look.body, split - inside - 2)
            canvas.setFillColor(colour(palette.BRAND))
            canvas.setFont(BOLD, size)
            canvas.drawString(inside, middle - size * CAP_HEIGHT / 2, text)
            canvas.setFillColor(colour(palette.CARD))
            canvas.setStrokeColor(colour(palette.BRAND))
            canvas.setLineWidth(1.1)
            box_wide = left + wide - look.body * 0.5 - split
            canvas.roundRect(split, middle - tall / 2, box_wide, tall, 2, stroke=1, fill=1)


def _day_heads(days: Sequence[str], look: FormLook, width: float) -> list[Stack]:
    """The heads of the days' columns, all on two lines where one of them needs them."""
    words = [Words(look.ink.plain(day), BOLD) for day in days]
    if any(one.natural_width(look.small) > width for one in words):
        words = [Words(one.text.replace(" ", "\n", 1), BOLD) for one in words]
    set_in = Look(look.small, 1.15, palette.INK)
    return [Stack((Piece(one, set_in, width, _HEAD_LINES),)) for one in words]


def _fitted(text: str, look: FormLook, size: float, width: float) -> tuple[float, str]:
    """Type size and words of a short label that has one line of so many points."""
    words = Words(" ".join(look.ink.plain(text).split()), BOLD)
    least = size * 0.6
    size = words.largest(size, least, width, 1)
    is_whole = words.natural_width(size) <= width
    return size, words.text if is_whole else words.shortened(1, size, width)[0]


class _Foot(WordsRow):
    """What comes after, a little below the rest."""

    def __init__(self, text: str, look: FormLook) -> None:
        super().__init__(text, look, after=0.0, code=palette.SOFT_INK)
        self._before = look.body * 0.8
        self.tall += self._before

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw it by its upper left corner, in points."""
        super().draw(canvas, left, top - self._before)


class _Legend:
    """A letter and the standard that it stands for."""

    keeps = True

    def __init__(self, letter: str, text: str, look: FormLook) -> None:
        self._letter, self._look = letter, look
        words = Words(look.ink.plain(text), SANS)
        room = look.column - look.body * 2.4
        self.words = Stack((Piece(words, Look(look.body, 1.3, palette.INK), room, _LABEL_LINES),))
        self.tall = self.words.height + look.body * 0.6

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw it by its upper left corner, in points."""
        look = self._look
        canvas.setFont(BOLD, look.body)
        canvas.setFillColor(colour(palette.BRAND))
        canvas.drawString(left, top - look.body * CAP_HEIGHT, self._letter)
        self.words.draw(canvas, left + look.body * 2.4, top)


def _mark_width(count: int, look: FormLook) -> float:
    return min(_MARK, look.column * _MARKS_SHARE / max(1, count))


class _JobHead:
    """The head of the table of jobs: a letter over each column."""

    keeps = True

    def __init__(self, text: str, letters: Sequence[str], look: FormLook) -> None:
        self._text, self._letters, self._look = text, letters, look
        self._bar = look.body * 2.0
        self.tall = self._bar + look.body * 1.1

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw it by its upper left corner, in points."""
        look, wide = self._look, _mark_width(len(self._letters), self._look)
        top -= look.body * 0.6
        canvas.setFillColor(colour(palette.BRAND_SOFT))
        canvas.roundRect(left, top - self._bar, look.column, self._bar, 3, stroke=0, fill=1)
        base = top - self._bar / 2 - look.body * CAP_HEIGHT / 2
        canvas.setFillColor(colour(palette.BRAND))
        canvas.setFont(BOLD, look.body)
        canvas.drawString(left + look.body * 0.6, base, look.ink.plain(self._text))
        start = left + look.column - wide * len(self._letters)
        for place, letter in enumerate(self._letters):
            canvas.drawCentredString(start + (place + 0.5) * wide, base, letter)


class _JobRow:
    """One job with a box for each standard."""

    keeps = False

    def __init__(self, number: int, text: str, count: int, look: FormLook) -> None:
        self._look, self._count = look, count
        self._wide = _mark_width(count, look)
        self._number = str(number)
        room = look.column - self._wide * count - look.body * 3.2
        words = Words(look.ink.plain(text), SANS)
        self.words = Stack((Piece(words, Look(look.body, 1.3, palette.INK), room, _LABEL_LINES),))
        self._side = min(7 * MM, self._wide * 0.7)
        self.tall = max(self.words.height, self._side) + look.body * 0.9

    def stretch(self, more: float) -> None:
        """Take more height where there is some to give away, in points."""
        self.tall = max(self.tall, min(self.tall + more, _JOB_TALLEST))

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw it by its upper left corner, in points."""
        look, middle = self._look, top - self.tall / 2
        canvas.setFont(BOLD, look.body)
        canvas.setFillColor(colour(palette.SOFT_INK))
        base = middle + self.words.height / 2
        at = left + look.body * 1.9
        canvas.drawRightString(at, base - look.body * CAP_HEIGHT, self._number)
        self.words.draw(canvas, left + look.body * 2.5, base)
        start = left + look.column - self._wide * self._count
        for place in range(self._count):
            centre = start + (place + 0.5) * self._wide
            box(canvas, (centre - self._side / 2, middle - self._side / 2), self._side)
        line(canvas, (left, top - self.tall), look.column, palette.LINE, 0.7)
