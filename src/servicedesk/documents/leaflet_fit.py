# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Fits the leaflet's words to its panels: as large as they may be, as small as they must be.

The sections flow through the three inner panels and the flap. When even the smallest type is too
large for four panels, they end on the back, below what stands there.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from servicedesk.documents.flow import Flow
from servicedesk.documents.leaflet_sheet import LeafletSheet
from servicedesk.documents.pouring import Box, Placed, pour
from servicedesk.documents.text import Ink
from servicedesk.documents.type_scale import TypeScale
from servicedesk.domain.blocks import Block, Leaflet

REST: Final = 30.0
"""Room for the line that names the full text, in points."""

GAP: Final = 24.0
"""Between the back's own words and the end of the sections below them, in points."""

_SCALES: Final = (
    *(TypeScale(body=13.5 - step / 2, least=8, airy=1.36) for step in range(9)),
    TypeScale(body=9.5, least=8, airy=1.32, spread=0.75),
    TypeScale(body=9, least=8, airy=1.32, spread=0.75),
    TypeScale(body=9, least=8, airy=1.3, spread=0.55),
    TypeScale(body=8.5, least=8, airy=1.28, spread=0.55),
)
"""Sizes of running text that are tried, from the largest to the smallest."""

_NEAR: Final = 3
"""The back's type is at most so many steps larger than that of the sections."""

_WORTHWHILE: Final = 90.0
"""Less room than this on the back is not used for the sections, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeafletPlan:
    """What stands in each panel.

    Args:
        panels: the three inner panels and the flap.
        back: the back's own words.
        tail: the end of the sections on the back; empty when the panels hold them.
        tail_below: how far the tail begins below the top of the back, in points.
        is_whole: whether nothing was left out.
    """

    panels: list[list[Placed]]
    back: list[Placed]
    tail: list[Placed]
    tail_below: float
    is_whole: bool


def fit_leaflet(leaflet: Leaflet, ink: Ink, sheet: LeafletSheet, room: float) -> LeafletPlan:
    """The plan of a leaflet.

    Args:
        leaflet: what it says.
        ink: what it is written with.
        sheet: its panels.
        room: height of the back above its foot, in points.
    """
    blocks = [block for section in leaflet.sections for block in section]
    width = min(panel.width for panel in (*sheet.inside, sheet.flap))
    tall = sheet.top - sheet.floor

    def tried(scale: TypeScale, height: float) -> tuple[list[list[Placed]], bool]:
        return _poured(blocks, ink, scale, _panels(width, height))

    found = bisect_left(_SCALES, True, key=lambda scale: tried(scale, tall)[1])
    back_box = Box(sheet.back.width, room)
    if found == len(_SCALES):
        return _overfull(leaflet, ink, _panels(width, tall), back_box)
    panels = _spread(lambda height: tried(_SCALES[found], height), tall)
    back, is_whole = _back(leaflet, ink, back_box, max(0, found - _NEAR))
    return LeafletPlan(panels=panels, back=back, tail=[], tail_below=0, is_whole=is_whole)


def _panels(width: float, height: float) -> list[Box]:
    """The three inner panels, and the flap on the other side of the sheet."""
    return [Box(width, height, turns=number == 2) for number in range(4)]


def _overfull(leaflet: Leaflet, ink: Ink, panels: list[Box], back_box: Box) -> LeafletPlan:
    """Small type; the sections end on the back, and there before their end if need be."""
    back, back_is_whole = _back(leaflet, ink, back_box, len(_SCALES) - _NEAR)
    begin = back[-1].below + GAP if back else 0.0
    left = back_box.height - begin
    boxes = [*panels, Box(panels[0].width, left)] if left >= _WORTHWHILE else panels
    blocks = [block for section in leaflet.sections for block in section]
    for scale in _SCALES[-_NEAR - 1 :]:
        filled, is_whole = _poured(blocks, ink, scale, boxes)
        if is_whole:
            break
    if not is_whole:
        boxes[-1] = Box(boxes[-1].width, boxes[-1].height - REST)
        filled, _ = _poured(blocks, ink, _SCALES[-1], boxes)
    return LeafletPlan(
        panels=filled[:4],
        back=back,
        tail=filled[4] if len(filled) > 4 else [],
        tail_below=begin,
        is_whole=is_whole and back_is_whole,
    )


def _poured(
    blocks: Sequence[Block], ink: Ink, scale: TypeScale, boxes: Sequence[Box]
) -> tuple[list[list[Placed]], bool]:
    flow = Flow(ink=ink, scale=scale, width=boxes[0].width)
    return pour(flow.flowables(blocks), boxes)


def _back(leaflet: Leaflet, ink: Ink, box: Box, largest: int) -> tuple[list[Placed], bool]:
    """The back's own words in the largest type that fits, and whether all of them fit."""
    for scale in _SCALES[largest:]:
        [placed], is_whole = _poured(leaflet.back, ink, scale, [box])
        if is_whole:
            break
    return placed, is_whole


def _spread(
    tried: Callable[[float], tuple[list[list[Placed]], bool]], tall: float
) -> list[list[Placed]]:
    """The panels filled to the lowest common height at which everything fits."""
    filled, _ = tried(tall)
    low, high = tall * 0.4, tall
    for _ in range(5):
        middle = (low + high) / 2
        trial, fits = tried(middle)
        if fits:
            filled, high = trial, middle
        else:
            low = middle
    return filled
