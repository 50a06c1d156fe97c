# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Flowables to write on: a line after its label, numbers to ring, a box to tick, a line to cut."""

from typing import Final

from reportlab.platypus import Flowable

from servicedesk.documents import palette
from servicedesk.documents.fonts import SANS
from servicedesk.documents.rounds import box
from servicedesk.documents.sheets import colour
from servicedesk.documents.text import Ink, Words
from servicedesk.documents.type_scale import TypeScale

_STEPS: Final = 5
_BESIDE: Final = 0.55
"""A label that takes a larger part of the width stands above its line."""

_ROOM: Final = 0.75
"""Empty height above a line to write on, as a part of the body's size."""


class _Labelled(Flowable):
    """Something with words on its left.

    Args:
        text: the words.
        ink, scale: what they are written with.
    """

    def __init__(self, text: str, ink: Ink, scale: TypeScale) -> None:
        super().__init__()
        self._size = max(scale.least, scale.body)
        self._label = ink.paragraph(text, scale.plain)
        self._natural = Words(ink.plain(text), SANS).natural_width(self._size) + 1
        self._after = scale.space(0.35)
        self._tall = 0.0
        self._is_beside = True
        self.width = 0.0
        self.height = 0.0

    def getSpaceAfter(self) -> float:
        """Space below, in points."""
        return self._after


class BlankLine(_Labelled):
    """A label and a line to write on."""

    def wrap(self, aW: float, _aH: float) -> tuple[float, float]:
        """Width and height that are taken of those on offer, in points."""
        self.width = aW
        self._is_beside = self._natural <= aW * _BESIDE
        room = self._natural if self._is_beside else aW
        self._tall = self._label.wrap(room, _aH)[1]
        line = self._size * (_ROOM if self._is_beside else 1.0 + _ROOM)
        self.height = self._tall + line
        return self.width, self.height

    def draw(self) -> None:
        """Draw the label and its line."""
        is_beside = self._is_beside
        self._label.drawOn(self.canv, 0, 0 if is_beside else self.height - self._tall)
        self.canv.setStrokeColor(colour(palette.FIELD_BORDER))
        self.canv.setLineWidth(0.8)
        left = self._natural + self._size * 0.4 if is_beside else 0
        rule = self._size * 0.2
        self.canv.line(left, rule, self.width, rule)


class StepsLine(_Labelled):
    """A question with the numbers from 1 to 5 in rings to its right."""

    def wrap(self, aW: float, _aH: float) -> tuple[float, float]:
        """Width and height that are taken of those on offer, in points."""
        self.width = aW
        self._tall = self._label.wrap(aW - self._wide, _aH)[1]
        self.height = max(self._tall, 2 * self._radius) + self._size * 0.35
        return self.width, self.height

    @property
    def _radius(self) -> float:
        return self._size * 0.85

    @property
    def _wide(self) -> float:
        return _STEPS * self._radius * 2.5 + self._size

    def draw(self) -> None:
        """Draw the question and its numbers."""
        middle = self.height / 2
        self._label.drawOn(self.canv, 0, middle - self._tall / 2)
        canvas = self.canv
        canvas.setStrokeColor(colour(palette.FIELD_BORDER))
        canvas.setFillColor(colour(palette.INK))
        canvas.setLineWidth(0.8)
        canvas.setFont(SANS, self._size)
        step = self._radius * 2.5
        first = self.width - _STEPS * step + step - self._radius
        for number in range(_STEPS):
            centre = first + number * step
            canvas.circle(centre, middle, self._radius, stroke=1, fill=0)
            canvas.drawCentredString(centre, middle - self._size * 0.35, str(number + 1))


class TickLine(_Labelled):
    """A box to tick with its words to its right."""

    @property
    def _side(self) -> float:
        return self._size * 1.05

    def wrap(self, aW: float, _aH: float) -> tuple[float, float]:
        """Width and height that are taken of those on offer, in points."""
        self.width = aW
        self._tall = self._label.wrap(aW - self._side * 1.6, _aH)[1]
        self.height = max(self._tall, self._side) + self._size * 0.25
        return self.width, self.height

    def draw(self) -> None:
        """Draw the box level with the first line of its words."""
        self._label.drawOn(self.canv, self._side * 1.6, self.height - self._tall)
        box(self.canv, (0, self.height - self._side - self._size * 0.12), self._side)


class CutLine(Flowable):
    """A dashed line, and below it what it is for.

    Args:
        text: what is said below the line.
        ink, scale: what it is written with.
    """

    def __init__(self, text: str, ink: Ink, scale: TypeScale) -> None:
        super().__init__()
        self._label = ink.paragraph(text, scale.part)
        self._before = scale.body * 2
        self._between = scale.body * 0.7
        self._after = scale.space(0.4)
        self.keepWithNext = 1
        self.width = 0.0
        self.height = 0.0

    def getSpaceBefore(self) -> float:
        """Space above, in points."""
        return self._before

    def getSpaceAfter(self) -> float:
        """Space below, in points."""
        return self._after

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Width and height that are taken of those on offer, in points."""
        self.width = aW
        self.height = self._label.wrap(aW, aH)[1] + self._between
        return self.width, self.height

    def draw(self) -> None:
        """Draw the line and the words."""
        self.canv.setStrokeColor(colour(palette.SOFT_INK))
        self.canv.setLineWidth(0.8)
        self.canv.setDash(4, 3)
        self.canv.line(0, self.height, self.width, self.height)
        self.canv.setDash()
        self._label.drawOn(self.canv, 0, 0)
