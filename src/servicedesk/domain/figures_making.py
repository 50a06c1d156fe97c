# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Figures of each sort, made one way: a share with Wilson's interval, a mean, a sum, a count."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate
from typing import NamedTuple

from servicedesk.domain.figures import Figure, FigureUnit, RecordsAt, Which
from servicedesk.domain.intervals import wilson
from servicedesk.domain.kinds import Kind
from servicedesk.domain.periods import Period

_HUNDRED = Decimal(100)


class From(NamedTuple):
    """Where the cases of a figure stand.

    Args:
        kind: of the records.
        which: those it was counted from.
        part: those that have the property, or None where there is no such choice.
        value: what both choices need.
    """

    kind: Kind
    which: Which
    part: Which | None = None
    value: str = ""

    def base_in(self, period: Period) -> RecordsAt:
        """What it was counted from."""
        return RecordsAt(kind=self.kind, which=self.which, period=period, value=self.value)

    def part_in(self, period: Period) -> RecordsAt | None:
        """Those that have the property, or None."""
        if self.part is None:
            return None
        return RecordsAt(kind=self.kind, which=self.part, period=period, value=self.value)


def share_figure(
    code: str,
    part: int,
    base: int,
    period: Period,
    origin: From | None = None,
    *,
    label: str = "",
    asides: tuple[tuple[str, int], ...] = (),
) -> Figure:
    """So many of so many, in percent.

    Args:
        code: of its words.
        part: how many have the property, 0 to ``base``.
        base: of how many.
        period: that it is about.
        origin: where the cases stand, or None where there are no records.
        label: what tells it from others of its code.
        asides: counts that are said beside it; those of 0 are left out.
    """
    ends = wilson(part, base)
    return Figure(
        code=code,
        unit=FigureUnit.PERCENT,
        period=period,
        base=base,
        part=part,
        value=_HUNDRED * part / base if base else None,
        low=None if ends is None else ends[0] * _HUNDRED,
        high=None if ends is None else ends[1] * _HUNDRED,
        records=None if origin is None else origin.base_in(period),
        part_records=None if origin is None else origin.part_in(period),
        label=label,
        asides=tuple(aside for aside in asides if aside[1]),
    )


def mean_figure(
    code: str,
    unit: FigureUnit,
    total: Decimal | int,
    base: int,
    period: Period,
    origin: From | None = None,
) -> Figure:
    """A plain mean.

    Args:
        code: of its words.
        unit: of the value.
        total: all together.
        base: of how many cases.
        period: that it is about.
        origin: where the cases stand, or None where there are no records.
    """
    return Figure(
        code=code,
        unit=unit,
        period=period,
        base=base,
        value=Decimal(total) / base if base else None,
        records=None if origin is None else origin.base_in(period),
    )


def count_figure(
    code: str,
    count: int,
    period: Period,
    origin: From | None = None,
    *,
    asides: tuple[tuple[str, int], ...] = (),
) -> Figure:
    """How many; shown from the first one on, for it claims nothing beyond itself.

    Args:
        code: of its words.
        count: how many.
        period: that it is about.
        origin: where they stand, or None where there are no records.
        asides: counts that are said beside it; those of 0 are left out.
    """
    return Figure(
        code=code,
        unit=FigureUnit.COUNT,
        period=period,
        base=count,
        value=Decimal(count),
        needs_base=False,
        records=None if origin is None else origin.base_in(period),
        asides=tuple(aside for aside in asides if aside[1]),
    )


def unrecorded(code: str, unit: FigureUnit, period: Period, label: str = "") -> Figure:
    """A figure that nobody writes down what it would be counted from."""
    return Figure(code=code, unit=unit, period=period, base=0, is_recorded=False, label=label)


def with_before(figures: Iterable[Figure], earlier: Iterable[Figure]) -> tuple[Figure, ...]:
    """Figures beside the same ones of the period before, where there are such."""
    known = {(one.code, one.label): one for one in earlier}
    return tuple(replace(one, before=known.get((one.code, one.label))) for one in figures)


def median(counted: Mapping[int, int]) -> Decimal | None:
    """The middle of counted values; of an even number the mean of the two; None of nothing.

    Args:
        counted: value and how often it was.
    """
    cases = sum(counted.values())
    if not cases:
        return None
    low, high = _ranked(counted, (cases + 1) // 2), _ranked(counted, cases // 2 + 1)
    return (Decimal(low) + high) / 2


def nine_in_ten(counted: Mapping[int, int]) -> int | None:
    """The lowest value that nine in ten cases do not exceed (nearest rank); None of nothing."""
    cases = sum(counted.values())
    return _ranked(counted, -(-cases * 9 // 10)) if cases else None


def _ranked(counted: Mapping[int, int], rank: int) -> int:
    """The value of the case in that place, the lowest first, counted from 1."""
    values = sorted(value for value, count in counted.items() if count)
    passed = list(accumulate(counted[value] for value in values))
    return values[bisect_left(passed, rank)]
