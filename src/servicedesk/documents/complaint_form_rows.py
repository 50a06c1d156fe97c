# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The rows of a form: a heading, lines to write on beside or below their label, boxes to tick."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from reportlab.pdfgen.canvas import Canvas

from servicedesk.documents import palette
from servicedesk.documents.fonts import BOLD, CAP_HEIGHT, SANS, SERIF
from servicedesk.documents.marks import draw_logo
from servicedesk.documents.rounds import box, line
from servicedesk.documents.sheets import MM, colour
from servicedesk.documents.stacks import Look, Piece, Stack
from servicedesk.documents.text import Ink, Words
from servicedesk.domain.blocks import Logo
from servicedesk.domain.complaints_form import (
    Beside,
    ComplaintForm,
    FormItem,
    FormSection,
    Gap,
    Said,
    Ticks,
)

_LOGO: Final = (34 * MM, 16 * MM)
_BESIDE: Final = 0.62
"""A label that takes a larger part of its width stands above its line."""

_GUTTER: Final = 6 * MM


@dataclass(frozen=True, slots=True, kw_only=True)
class FormLook:
    """How a form is set; lengths in points.

    Args:
        ink: what it is written with.
        body, small: type sizes.
        writing: from one line to write on to the next.
        column: width between the margins.
    """

    ink: Ink
    body: float
    small: float
    writing: float
    column: float

    def stack(
        self, text: str, width: float, font: str = SANS, size: float = 0.0, code: str = palette.INK
    ) -> Stack:
        """Words of one look, broken to a width in points."""
        words = Words(self.ink.plain(text), font)
        return Stack((Piece(words, Look(size or self.body, 1.35, code), width),))

    def natural(self, text: str) -> float:
        """Width of a label on one line, in points."""
        return Words(self.ink.plain(text), SANS).natural_width(self.body)


class Row(Protocol):
    """A strip of the form as wide as the column."""

    @property
    def tall(self) -> float:
        """Height in points, with the space below."""
        ...

    @property
    def keeps(self) -> bool:
        """The next row stands on the same page."""
        ...

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw it by its upper left corner, in points."""
        ...


def head_rows(form: ComplaintForm, look: FormLook) -> Iterator[Row]:
    """The head of the business, what the form is for, how to fill it in."""
    yield _Head(form, look)
    title = look.stack(form.heading, look.column, SERIF, look.body * 1.9, palette.BRAND)
    yield _Text(title, look.body * 0.9)
    yield _Text(look.stack(form.intro, look.column), look.body * 1.1)


def section_rows(section: FormSection, look: FormLook, number: int, more: int) -> Iterator[Row]:
    """A section with its heading.

    Args:
        section: what it asks.
        look: how it is set.
        number: before its heading; 0 for the part of the business, which stays together.
        more: lines beyond its own for what grows.
    """
    title = f"{number}  {section.title}" if number else section.title
    yield _Heading(title, look, is_quiet=not number)
    for place, item in enumerate(section.items, 1):
        keeps = not number and place < len(section.items)
        yield from _item_rows(item, look, more, keeps=keeps)
    yield _Text(Stack(()), look.body * 1.1)


def _item_rows(item: FormItem, look: FormLook, more: int, *, keeps: bool) -> Iterator[Row]:
    match item:
        case Gap():
            yield from _gap_rows(item, look, more)
        case Beside():
            half = (look.column - _GUTTER) / 2
            if max(look.natural(one.label) for one in (item.left, item.right)) > half * _BESIDE:
                yield _Fields((item.left,), look, keeps=keeps)
                yield _Fields((item.right,), look, keeps=keeps)
            else:
                yield _Fields((item.left, item.right), look, keeps=keeps)
        case Ticks():
            yield _Boxes(item, look)
        case Said():
            words = look.stack(item.text, look.column, size=look.small)
            yield _Text(words, look.body * 0.5, before=look.body * 0.7)


def _gap_rows(item: Gap, look: FormLook, more: int) -> Iterator[Row]:
    if item.lines == 1:
        yield _Fields((item,), look, keeps=False)
        return
    count = item.lines + (more if item.grows else 0)
    yield _Text(look.stack(item.label, look.column), 0.0, before=look.body * 0.8, keeps=True)
    for place in range(count):
        yield _Line(look, keeps=place < 1)


class _Head:
    """Logo and name of the business on the left, how to reach it on the right, a rule below."""

    keeps = True

    def __init__(self, form: ComplaintForm, look: FormLook) -> None:
        self._look = look
        self._logo: Logo | None = form.logo
        self._indent = 0.0 if form.logo is None else _LOGO[0] + 5 * MM
        wide = look.column * 0.56 - self._indent
        words = Words(look.ink.plain(form.business), SERIF)
        size = words.largest(look.body * 1.6, look.body, wide, 3)
        self._name = Stack((Piece(words, Look(size, 1.15, palette.BRAND), wide),))
        lines = (Words(look.ink.plain(one), SANS) for one in form.contact)
        soft = Look(look.small, 1.3, palette.SOFT_INK, before=look.small * 0.4)
        self._contact = Stack(tuple(Piece(one, soft, look.column * 0.42) for one in lines))

    @property
    def _words_tall(self) -> float:
        logo = 0.0 if self._logo is None else _LOGO[1]
        return max(self._name.height, self._contact.height, logo)

    @property
    def tall(self) -> float:
        """Height in points, with the space below."""
        return self._words_tall + self._look.body * 2.6

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw it by its upper left corner, in points."""
        if self._logo is not None:
            wide = min(_LOGO[0], _LOGO[1] * self._logo.width / self._logo.height)
            draw_logo(canvas, self._logo, (left, top - _LOGO[1]), (wide, _LOGO[1]), 0)
        self._name.draw(canvas, left + self._indent, top)
        self._contact.draw(canvas, 0, top, right=left + self._look.column)
        rule = top - self._words_tall - self._look.body
        line(canvas, (left, rule), self._look.column, palette.BRAND, 1.6)


class _Heading:
    """The heading of a section on a soft ground."""

    keeps = True

    def __init__(self, title: str, look: FormLook, *, is_quiet: bool) -> None:
        self._look = look
        self._ground = palette.LINE if is_quiet else palette.BRAND_SOFT
        wide = look.column - look.body * 1.2
        self._words = look.stack(title, wide, BOLD, look.body * 1.08, palette.BRAND)

    @property
    def _bar(self) -> float:
        return self._words.height + self._look.body * 0.8

    @property
    def tall(self) -> float:
        """Height in points, with the space below."""
        return self._bar + self._look.body * 0.2

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw it by its upper left corner, in points."""
        look = self._look
        canvas.setFillColor(colour(self._ground))
        canvas.roundRect(left, top - self._bar, look.column, self._bar, 3, stroke=0, fill=1)
        self._words.draw(canvas, left + look.body * 0.6, top - look.body * 0.45)


class _Text:
    """Words, or nothing but space."""

    def __init__(
        self, words: Stack, after: float, *, before: float = 0.0, keeps: bool = False
    ) -> None:
        self._words = words
        self._before = before
        self.tall = before + words.height + after
        self.keeps = keeps

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw it by its upper left corner, in points."""
        self._words.draw(canvas, left, top - self._before)


class _Line:
    """One more line to write on."""

    def __init__(self, look: FormLook, *, keeps: bool) -> None:
        self.tall = look.writing
        self.keeps = keeps
        self._look = look

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw it by its upper left corner, in points."""
        look = self._look
        level = top - look.writing + look.body * 0.25
        line(canvas, (left, level), look.column, palette.FIELD_BORDER)


class _Fields:
    """One thing to write, or two side by side, each with its label before its line."""

    def __init__(self, gaps: Sequence[Gap], look: FormLook, *, keeps: bool) -> None:
        self._look = look
        self.keeps = keeps
        self._wide = (look.column - _GUTTER * (len(gaps) - 1)) / len(gaps)
        self._labels = [look.stack(one.label, self._wide) for one in gaps]
        widths = [look.natural(one.label) for one in gaps]
        is_above = max(widths) > self._wide * _BESIDE
        self._starts = [0.0 if is_above else wide + look.body * 0.5 for wide in widths]
        highest = max(one.height for one in self._labels)
        self._before = look.body * 0.8 if is_above else 0.0
        self._above = highest + self._before if is_above else 0.0

    @property
    def tall(self) -> float:
        """Height in points, with the space below."""
        return self._above + self._look.writing

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw it by its upper left corner, in points."""
        look = self._look
        level = top - self.tall + look.body * 0.25
        for place, (label, start) in enumerate(zip(self._labels, self._starts, strict=True)):
            at = left + place * (self._wide + _GUTTER)
            base = (
                top - self._before
                if self._above
                else level + CAP_HEIGHT * look.body + look.body * 0.08
            )
            label.draw(canvas, at, base)
            line(canvas, (at + start, level), self._wide - start, palette.FIELD_BORDER)


class _Boxes:
    """Boxes to tick, beside their label when all of them fit there, else in columns below it."""

    keeps = False

    def __init__(self, item: Ticks, look: FormLook) -> None:
        self._look = look
        self._side = look.body * 0.95
        self._label = look.stack(item.label, look.column)
        each = [look.natural(one) + self._side * 1.6 for one in item.options]
        gap = look.body * 1.6
        beside = look.natural(item.label) + gap if item.label else 0.0
        is_beside = bool(item.label) and beside + sum(each) + gap * len(each) <= look.column
        self._above = 0.0 if is_beside or not item.label else self._label.height + look.body * 0.5
        count = len(each) if is_beside else max(1, int(look.column // (max(each) + gap)))
        step = look.column / count
        inside = look.column / count - self._side * 1.6
        self._options = [look.stack(one, inside) for one in item.options]
        self._row = max(max(one.height for one in self._options), self._side) + look.body * 0.6
        self._places: list[tuple[float, int]] = []
        at = beside
        for place, wide in enumerate(each):
            row, column = divmod(place, count)
            self._places.append((at, 0) if is_beside else (column * step, row))
            at += wide + gap

    @property
    def tall(self) -> float:
        """Height in points, with the space below."""
        rows = 1 + max(row for _, row in self._places)
        return self._above + rows * self._row + self._look.body * 0.6

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw it by its upper left corner, in points."""
        down = top - self._look.body * 0.8
        self._label.draw(canvas, left, down)
        for words, (across, row) in zip(self._options, self._places, strict=True):
            head = down - self._above - row * self._row
            middle = head - CAP_HEIGHT * self._look.body / 2
            box(canvas, (left + across, middle - self._side / 2), self._side)
            words.draw(canvas, left + across + self._side * 1.6, head)
