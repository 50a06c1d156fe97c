# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How large everything on the poster may be, and what gives way first when it is too much.

All figures are points on A4 and Letter; A3 multiplies them. The smallest ones are the promises of
experience.md 4: sentence 18, number 40 and remedy 12 up to six promises; number 28 and short
line 14 from seven on.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

from servicedesk.documents.sheets import MM, SAFE, SHEETS
from servicedesk.domain.blocks import PaperSize

SINGLE_MOST: Final = 6
"""So many promises stand one below the other; more stand in two columns."""


class BandSizes(NamedTuple):
    """Type sizes and pads of the band, in points."""

    name: float
    masthead: float
    heading: float
    aim: float
    small: float
    pad: float


class PromiseSizes(NamedTuple):
    """Type sizes and pads of the promises, in points; ``hero`` is an odd first one."""

    number: float
    unit: float
    sentence: float
    remedy: float
    pad: float
    hero_number: float
    hero: float


class PanelSizes(NamedTuple):
    """Type sizes and pads of the panels and the foot, in points."""

    title: float
    text: float
    foot: float
    gap: float


_BAND: Final = (
    BandSizes(name=20, masthead=10.5, heading=30, aim=12, small=8.5, pad=12),
    BandSizes(name=23, masthead=12, heading=44, aim=16, small=9.5, pad=24),
    BandSizes(name=32, masthead=16, heading=66, aim=22, small=11, pad=36),
)
_SINGLE: Final = (
    PromiseSizes(number=40, unit=9.5, sentence=18, remedy=12, pad=5, hero_number=40, hero=18),
    PromiseSizes(number=46, unit=11, sentence=19, remedy=13, pad=14, hero_number=46, hero=19),
    PromiseSizes(number=100, unit=17, sentence=34, remedy=20, pad=27, hero_number=100, hero=34),
)
_DOUBLE: Final = (
    PromiseSizes(number=28, unit=9, sentence=14, remedy=12, pad=5, hero_number=34, hero=18),
    PromiseSizes(number=40, unit=10.5, sentence=16, remedy=12.5, pad=14, hero_number=50, hero=21),
    PromiseSizes(number=62, unit=14, sentence=23, remedy=16, pad=26, hero_number=84, hero=31),
)
_PANEL: Final = (
    PanelSizes(title=10.5, text=9, foot=8, gap=5),
    PanelSizes(title=13.5, text=11, foot=8.5, gap=14),
    PanelSizes(title=18, text=14.5, foot=10, gap=24),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The most lines that each text may take; a rung of the ladder down which a full poster goes.

    None is no limit. ``short`` prints the short line in place of the sentence.
    """

    panel: int | None = None
    title: int | None = None
    aim: int | None = None
    masthead: int | None = None
    small: int | None = None
    heading: int | None = None
    foot: int | None = None
    remedy: int | None = None
    unit: int | None = None
    sentence: int | None = None
    short: bool = False


LADDER: Final = (
    Limits(),
    Limits(panel=8),
    Limits(panel=6, aim=4, masthead=3, small=3, foot=4),
    Limits(panel=4, aim=3, masthead=2, small=2, foot=3),
    Limits(panel=4, aim=3, masthead=2, small=2, foot=3, heading=2, remedy=2, unit=3, title=2),
    Limits(panel=3, aim=2, masthead=2, small=1, foot=2, heading=2, remedy=1, unit=2, title=1),
    Limits(panel=3, aim=2, masthead=2, small=1, foot=2, heading=1, remedy=2, unit=2, title=1,
           short=True),
    Limits(panel=2, aim=2, masthead=1, small=1, foot=2, heading=1, remedy=1, unit=2, title=1,
           short=True),
    Limits(panel=2, aim=2, masthead=1, small=1, foot=2, heading=1, remedy=1, unit=2, title=1,
           sentence=3, short=True),
    Limits(panel=1, aim=1, masthead=1, small=1, foot=1, heading=1, remedy=0, unit=1, title=1,
           sentence=2, short=True),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The sheet as the poster uses it, in points.

    Args:
        width, height: of the sheet.
        scale: how much larger than A4.
        margin: from the edges to the text, left and right.
        inset: from the edges to the band; nought when its colour bleeds.
        foot: from the lower edge to the last line.
    """

    width: float
    height: float
    scale: float
    margin: float
    inset: float
    foot: float

    @property
    def inner(self) -> float:
        """Width of the text area."""
        return self.width - 2 * self.margin


def frame(size: PaperSize, *, bleed: bool) -> Frame:
    """The sheet of a size, with its colour to the edge or inset for printers that cannot."""
    width, height = SHEETS[size]
    normal = SHEETS[PaperSize.A4]
    scale = max(1.0, min(width / normal[0], height / normal[1]))
    return Frame(
        width=width,
        height=height,
        scale=scale,
        margin=15 * MM * scale,
        inset=0.0 if bleed else 7 * MM,
        foot=max(SAFE, 13 * MM * scale),
    )


def band_sizes(grow: float, scale: float) -> BandSizes:
    """Sizes of the band at a growth from 0 (smallest) over 0.5 (comfortable) to 1."""
    return BandSizes(*between(_BAND, grow, scale))


def promise_sizes(grow: float, scale: float, *, double: bool) -> PromiseSizes:
    """Sizes of the promises at a growth from 0 to 1, for one column or two."""
    return PromiseSizes(*between(_DOUBLE if double else _SINGLE, grow, scale))


def panel_sizes(grow: float, scale: float) -> PanelSizes:
    """Sizes of the panels and the foot at a growth from 0 to 1."""
    return PanelSizes(*between(_PANEL, grow, scale))


def between(
    knots: tuple[Iterable[float], Iterable[float], Iterable[float]], grow: float, scale: float
) -> list[float]:
    """Sizes at a growth from 0 over 0.5 to 1, larger by a scale.

    Args:
        knots: the smallest sizes, the comfortable ones, the largest.
        grow: from 0 to 1.
        scale: how much larger than A4 the sheet is.
    """
    low, middle, high = knots
    first, second, part = (low, middle, grow * 2) if grow < 0.5 else (middle, high, grow * 2 - 1)
    return [(a + (b - a) * part) * scale for a, b in zip(first, second, strict=True)]
