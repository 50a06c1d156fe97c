# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Flowables that hold others: a pledge beside its upright line, and what no page break parts."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from servicedesk.documents import palette
from servicedesk.documents.sheets import colour

_TALLEST = 400.0
"""What is taller than so many points may be parted after all: no panel may be lower."""


class Together(Flowable):
    """A column of flowables that stay on one page or in one panel.

    Args:
        parts: from top to bottom.
        inset: from the left edge to the parts, in points.
        gap: between one part and the next, in points.
        after: space below, in points.
    """

    def __init__(
        self,
        parts: list[Flowable],
        *,
        inset: float = 0.0,
        gap: float = 0.0,
        after: float = 0.0,
    ) -> None:
        super().__init__()
        self._parts = parts
        self._gap = gap
        self._inset = inset
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
        self._heights = [part.wrap(aW - self._inset, aH)[1] for part in self._parts]
        self.height = sum(self._heights) + self._gap * max(0, len(self._parts) - 1)
        return self.width, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:
        """Nothing, which moves it on whole; two columns when no page would hold it."""
        if self.wrap(aW, aH)[1] <= _TALLEST:
            return []
        first, rest = self.parted(aW, aH)
        if not first or not rest:
            return []
        inset, gap, after = self._inset, self._gap, self._after
        return [
            Together(first, inset=inset, gap=gap, after=gap),
            Together(rest, inset=inset, gap=gap, after=after),
        ]

    def parted(self, aW: float, aH: float) -> tuple[list[Flowable], list[Flowable]]:
        """The parts that fit into a height, the last of them split if it can be, and the rest."""
        self.wrap(aW, aH)
        first: list[Flowable] = []
        rest = list(self._parts)
        heights = list(self._heights)
        while rest and heights[0] <= aH:
            aH -= heights.pop(0) + self._gap
            first.append(rest.pop(0))
        if rest and (pieces := rest[0].split(aW - self._inset, aH)):
            first.append(pieces[0])
            rest[:1] = pieces[1:]
        return first, rest

    def draw(self) -> None:
        """Draw the parts, one below the other."""
        top = self.height
        for part, height in zip(self._parts, self._heights, strict=True):
            top -= height
            part.drawOn(self.canv, self._inset, top)
            top -= self._gap


def in_company(
    parts: list[Flowable], *, whole: int, gap: float, after: float
) -> Iterator[Flowable]:
    """A list whose items never stand alone where a page or panel ends.

    Args:
        parts: its items from top to bottom.
        whole: a list of at most so many items stays together.
        gap: between the items, in points.
        after: space below the list, in points.
    """
    if len(parts) <= whole:
        if parts:
            yield Together(parts, gap=gap, after=after)
        return
    yield Together(parts[:2], gap=gap, after=gap)
    for part in parts[2:-2]:
        yield Together([part], after=gap)
    yield Together(parts[-2:], gap=gap, after=after)


class Barred(Together):
    """A column of flowables beside a line of brand colour; only a very tall one is parted.

    Args:
        parts: from top to bottom.
        bar: thickness of the line in points; the parts stand five times as far in.
        after: space below, in points.
    """

    def __init__(self, parts: list[Flowable], *, bar: float, after: float) -> None:
        super().__init__(parts, inset=bar * 5, after=after)
        self._bar = bar

    def split(self, aW: float, aH: float) -> list[Flowable]:
        """What fits into a height and the rest; nothing when it had better move on whole."""
        first, rest = self.parted(aW, aH)
        if not first or not rest or self.height <= _TALLEST:
            return []
        bar = self._bar
        return [Barred(first, bar=bar, after=0.0), Barred(rest, bar=bar, after=self._after)]

    def draw(self) -> None:
        """Draw the line, then the parts beside it."""
        self.canv.setStrokeColor(colour(palette.BRAND))
        self.canv.setLineWidth(self._bar)
        self.canv.line(self._bar / 2, 0, self._bar / 2, self.height)
        super().draw()
