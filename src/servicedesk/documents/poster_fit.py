# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Fits the poster to its sheet: few promises grow until they fill it, many shrink until they fit.

First the ladder: the fewest cuts with which everything fits at its smallest size. Then growth:
the largest common size that fits, and after it each part by itself. What is left becomes space.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from servicedesk.documents.poster_parts import (
    Band,
    Boxes,
    PosterWords,
    Rows,
    set_band,
    set_boxes,
)
from servicedesk.documents.poster_sizes import (
    LADDER,
    Frame,
    Limits,
    band_sizes,
    panel_sizes,
)
from servicedesk.domain.blocks import Logo

_STEPS = 4

RowSetter = Callable[[float, Limits], Rows]
"""Growth from 0 to 1 and the most lines -> the rows of the middle, set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The poster as it will stand: every part set, its pads wide enough to fill the sheet."""

    frame: Frame
    band: Band
    rows: Rows
    boxes: Boxes

    @property
    def height(self) -> float:
        """Height in points from the upper edge to the last line, without what is left."""
        return self.frame.inset + self.band.height + self.rows.height + self.boxes.height

    @property
    def left(self) -> float:
        """Room in points that is not yet used; negative when the parts do not fit."""
        return self.frame.height - self.frame.foot - self.height

    @property
    def cut(self) -> tuple[str, ...]:
        """What was left out: names of parts, in the order in which they stand."""
        cells = [cell for row in self.rows.rows for cell in row]
        found = {
            "heading": self.band.stack.cut,
            "sentences": self.rows.is_short
            or any(cell.text.pieces[0].cut or cell.label.cut for cell in cells),
            "remedies": any(piece.cut for cell in cells for piece in cell.text.pieces[1:]),
            "panels": any(stack.cut for row in self.boxes.rows for stack in row),
            "footer": self.boxes.footer.cut or self.boxes.signed.cut,
        }
        return tuple(name for name, is_cut in found.items() if is_cut)


def fit(words: PosterWords, frame: Frame, logo: Logo | None, rows: RowSetter) -> Plan:
    """The best plan for a sheet; the last rung of the ladder is taken even if it is too tall.

    Args:
        words: of the band and the boxes, measured.
        frame: the sheet.
        logo: or None.
        rows: sets what stands between the band and the boxes.
    """
    plan, limits = _first_that_fits(words, frame, logo, rows)
    setters: dict[str, Callable[[float], Plan]] = {
        "all": lambda grow: _whole(words, frame, logo, rows(grow, limits), (limits, grow)),
        "rows": lambda grow: replace(plan, rows=rows(grow, limits)),
        "boxes": lambda grow: replace(
            plan, boxes=set_boxes(words, panel_sizes(grow, frame.scale), limits, frame)
        ),
    }
    plan, reached = _largest(setters["all"], plan, 0.0)
    plan, _ = _largest(setters["rows"], plan, reached)
    plan, _ = _largest(setters["boxes"], plan, reached)
    return _spread(plan)


def _first_that_fits(
    words: PosterWords, frame: Frame, logo: Logo | None, rows: RowSetter
) -> tuple[Plan, Limits]:
    for limits in LADDER:
        plan = _whole(words, frame, logo, rows(0.0, limits), (limits, 0.0))
        if plan.left >= 0:
            break
    return plan, limits


def _whole(
    words: PosterWords, frame: Frame, logo: Logo | None, rows: Rows, at: tuple[Limits, float]
) -> Plan:
    """Everything at the limits and the growth given."""
    limits, grow = at
    return Plan(
        frame=frame,
        band=set_band(words, band_sizes(grow, frame.scale), limits, frame, logo),
        rows=rows,
        boxes=set_boxes(words, panel_sizes(grow, frame.scale), limits, frame),
    )


def _largest(at: Callable[[float], Plan], plan: Plan, low: float) -> tuple[Plan, float]:
    """The plan of the largest growth above low that still fits, and that growth."""
    if (largest := at(1.0)).left >= 0:
        return largest, 1.0
    reached, high = low, 1.0
    for _ in range(_STEPS):
        middle = (reached + high) / 2
        tried = at(middle)
        if tried.left >= 0:
            plan, reached = tried, middle
        else:
            high = middle
    return plan, reached


def _spread(plan: Plan) -> Plan:
    """Turn the room that is left into space: most around the promises, then panels, then band."""
    left = max(0.0, plan.left)
    rows, boxes, band = plan.rows, plan.boxes, plan.band
    around = len(rows.rows) * 2 + 0.5
    more = min(left * 0.7 / around, max(0.0, plan.frame.height * 0.032 - rows.pad))
    left -= more * around
    slots = len(boxes.rows) * 1.25 + 2
    wider = min(left * 0.6 / slots, max(0.0, plan.frame.height * 0.03 - boxes.gap))
    left -= wider * slots
    return replace(
        plan,
        rows=replace(rows, pad=rows.pad + more),
        boxes=replace(boxes, gap=boxes.gap + wider),
        band=replace(band, above=band.above + left / 2, pad=band.pad + left / 2),
    )
