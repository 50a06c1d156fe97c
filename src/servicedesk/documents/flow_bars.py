# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Flowables that hold others: a pledge beside its upright line, and what no page break parts."""

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, KeepTogether

from servicedesk.documents import palette

_SHORT = 160.0
"""A rest of at most so many points is not worth parting from its first sentence."""


class Together(KeepTogether):  # type: ignore[misc]
    """Flowables that stay on one page or in one panel if that can be.

    Args:
        parts: from top to bottom.
    """

    def __init__(self, parts: list[Flowable]) -> None:
        super().__init__(parts)
        self.parts = tuple(parts)


class Barred(Flowable):  # type: ignore[misc]
    """A column of flowables with a line at its left.

    Args:
        parts: from top to bottom.
        bar: thickness of the line in points; the text stands five times as far in.
        after: space below, in points.
    """

    def __init__(self, parts: list[Flowable], bar: float, after: float) -> None:
        super().__init__()
        self._parts = parts
        self._bar = bar
        self._after = after
        self._heights: list[float] = []
        self.width = 0.0
        self.height = 0.0

    def getSpaceAfter(self) -> float:
        """Space below, in points."""
        return self._after

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Width and height that are taken of those on offer, in points."""
        self.width = aW
        self._heights = [part.wrap(aW - self._bar * 5, aH)[1] for part in self._parts]
        self.height = sum(self._heights) + self._bar
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:
        """What fits into a height and the rest; nothing when it had better move on whole."""
        self.wrap(aW, aH)
        room = aH - self._bar
        first: list[Flowable] = []
        rest = list(self._parts)
        heights = list(self._heights)
        while rest and heights[0] <= room:
            room -= heights.pop(0)
            first.append(rest.pop(0))
        if rest and (pieces := rest[0].split(aW - self._bar * 5, room)):
            first.append(pieces[0])
            rest[:1] = pieces[1:]
        alone = len(first) == 1 and first[0] is self._parts[0]
        if not first or not rest or (alone and sum(heights) < _SHORT):
            return []
        return [Barred(first, self._bar, 0.0), Barred(rest, self._bar, self._after)]

    def draw(self) -> None:
        """Draw the line, then the parts beside it."""
        canvas = self.canv
        canvas.setStrokeColor(HexColor(palette.BRAND))
        canvas.setLineWidth(self._bar)
        canvas.line(self._bar / 2, 0, self._bar / 2, self.height)
        top = self.height - self._bar / 2
        for part, height in zip(self._parts, self._heights, strict=True):
            top -= height
            part.drawOn(canvas, self._bar * 5, top)
