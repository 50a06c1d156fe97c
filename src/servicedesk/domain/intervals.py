# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How far a figure can be trusted: 95 % intervals, and from how many cases there is a figure.

A share has Wilson's interval (E. B. Wilson, Journal of the American Statistical Association 22,
1927); the difference of two shares of the same answers has the adjusted Wald interval, which adds
three answers that nobody gave, so that few answers do not look surer than they are.
"""

from decimal import ROUND_HALF_UP, Decimal

FEWEST_FOR_A_FIGURE = 5
"""With fewer cases the counts alone are shown."""

FEWEST_FOR_SURE = 30
"""With fewer a figure is an early sign."""

Z = Decimal("1.959964")
"""Of the normal distribution, for 95 %."""

Ends = tuple[Decimal, Decimal]
"""The low and the high end of an interval."""

_SQUARE = Z * Z
_ADDED = 3
_ADDED_EACH = Decimal("0.75")
_HUNDRED = Decimal(100)


def wilson(part: int, whole: int) -> Ends | None:
    """Wilson's 95 % interval of a share, exact to far more than six places; None of nothing.

    Args:
        part: how many have the property, 0 to ``whole``.
        whole: of how many.

    Returns:
        The ends as shares, from 0 to 1.
    """
    if not whole:
        return None
    found = Decimal(part) / whole
    size = 1 + _SQUARE / whole
    centre = (found + _SQUARE / (2 * whole)) / size
    spread = found * (1 - found) / whole + _SQUARE / (4 * whole * whole)
    half = Z * spread.sqrt() / size
    return max(centre - half, Decimal(0)), min(centre + half, Decimal(1))


def percent_interval(part: int, whole: int) -> Ends | None:
    """As ``wilson``, in percent to one place, halves rounded up."""
    ends = wilson(part, whole)
    return None if ends is None else (tenths(ends[0] * _HUNDRED), tenths(ends[1] * _HUNDRED))


def nps_interval(promoters: int, passives: int, detractors: int) -> Ends | None:
    """The adjusted Wald interval of promoters less detractors; None without an answer.

    Three answers are added, three quarters of one to either end; the interval is therefore not
    centred on the plain difference, which stays the figure that is shown.

    Args:
        promoters: how many answers of 9 or 10.
        passives: of 7 or 8.
        detractors: of 6 or less.

    Returns:
        The ends in points, within -100 and +100.
    """
    answers = promoters + passives + detractors
    if not answers:
        return None
    size = Decimal(answers + _ADDED)
    high, low = (promoters + _ADDED_EACH) / size, (detractors + _ADDED_EACH) / size
    centre = high - low
    half = Z * ((high + low - centre * centre) / size).sqrt()
    return (
        max((centre - half) * _HUNDRED, -_HUNDRED),
        min((centre + half) * _HUNDRED, _HUNDRED),
    )


def tenths(number: Decimal) -> Decimal:
    """A number to one place, halves rounded away from zero."""
    return number.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
