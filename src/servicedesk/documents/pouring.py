# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Pours flowables into boxes of a page that is laid out by hand, such as a leaflet's panels."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Spacer

from servicedesk.documents.text import Whole


@dataclass(frozen=True, slots=True)
class Box:
    """Room for flowables.

    Args:
        width, height: in points.
        turns: whether the next box is on the other side of the sheet; no paragraph goes on there.
    """

    width: float
    height: float
    turns: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A flowable in its box: how far its lower edge lies below the box's upper edge."""

    flowable: Flowable
    below: float


_Group = tuple[Flowable, ...]
"""A heading and what follows it, or one flowable: they stay together."""


def pour(flowables: Iterable[Flowable], boxes: Sequence[Box]) -> tuple[list[list[Placed]], bool]:
    """Fill the boxes one after the other; a heading stays with what follows it.

    Args:
        flowables: from the first to the last.
        boxes: in reading order.

    Returns:
        What stands in each box, and whether everything found room.
    """
    rest = deque(_grouped(flowables))
    filled = [_fill(rest, box) for box in boxes]
    return filled, not rest


def draw(placed: Iterable[Placed], canvas: Canvas, left: float, top: float) -> None:
    """Draw what stands in a box whose upper left corner is given, in points."""
    for one in placed:
        one.flowable.drawOn(canvas, left, top - one.below)


def _grouped(flowables: Iterable[Flowable]) -> Iterator[_Group]:
    waiting: list[Flowable] = []
    for flowable in flowables:
        waiting.append(flowable)
        if not flowable.getKeepWithNext():
            yield tuple(waiting)
            waiting = []
    if waiting:
        yield tuple(waiting)


def _fill(rest: deque[_Group], box: Box) -> list[Placed]:
    """Move as much as fits from the rest into one box."""
    held: list[Placed] = []
    used = 0.0
    while rest:
        group = rest[0]
        if (end := _placed(group, box, held, used)) is not None:
            used = end
            rest.popleft()
            continue
        if last := _parted(group, box, held, used):
            rest[0] = last
        elif not held and len(group) > 1:
            rest.popleft()
            rest.extendleft((one,) for one in reversed(group))
            continue
        break
    return held


def _placed(
    flowables: Sequence[Flowable], box: Box, held: list[Placed], used: float
) -> float | None:
    """Put flowables below those held if all fit, and say how far the box is then filled."""
    added: list[Placed] = []
    after = 0.0 if not held else held[-1].flowable.getSpaceAfter()
    for flowable in flowables:
        is_first = not (held or added)
        if is_first and isinstance(flowable, Spacer):
            continue
        between = 0.0 if is_first else max(after, flowable.getSpaceBefore())
        used += between + flowable.wrap(box.width, box.height)[1]
        after = flowable.getSpaceAfter()
        if used > box.height:
            return None
        added.append(Placed(flowable, used))
    held.extend(added)
    return used


def _parted(group: _Group, box: Box, held: list[Placed], used: float) -> tuple[Flowable, ...]:
    """Put all of a group but a part of its last flowable; give back what is left over."""
    *before, last = group
    if box.turns and isinstance(last, Whole) and (held or before):
        return ()
    trial = list(held)
    end = _placed(before, box, trial, used)
    if end is None:
        return ()
    between = max(trial[-1].flowable.getSpaceAfter(), last.getSpaceBefore()) if trial else 0.0
    room = box.height - end - between
    pieces = last.split(box.width, room) if room > 0 else []
    if len(pieces) < 2 or _placed((*before, pieces[0]), box, held, used) is None:
        return ()
    return tuple(pieces[1:])
