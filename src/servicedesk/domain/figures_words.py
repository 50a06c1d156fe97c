# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A figure in words: never without what it rests on, from when, and how it is counted.

Which form it has depends on how many cases there are: none, counts alone, an early sign, a
figure. How sure it is stands apart, for it goes on no paper that customers see.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType

from servicedesk.domain.contacts_waits import wait_words
from servicedesk.domain.figures import Figure, FigureUnit, Sureness, Trend
from servicedesk.domain.intervals import tenths
from servicedesk.domain.periods import Period
from servicedesk.domain.periods_words import period_words
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.standards_amounts import grouped_number

_LABELS: Mapping[str, str] = MappingProxyType(
    {
        "reply_within": "enum.Channel",
        "reply_median": "enum.Channel",
        "element": "figure_element",
        "handled": "enum.Handled",
    }
)
"""Code of a figure -> where the words of its labels stand."""

_ASIDES: Mapping[str, str] = MappingProxyType(
    {"revised": "kept_rate.revised", "undecided": "kept_rate.undecided"}
)
"""Asides whose words stand with the share of promises kept, which is said in other places too."""

_KINDLY = frozenset({"kept"})
"""Shares of which nothing at all is said as "none yet"."""

_LATE = frozenset({"lateness"})
"""Days past a day: what is late by no working day was done on a day off, not on the same day."""

_SCALED = frozenset({FigureUnit.MEAN, FigureUnit.POINTS})
_PENCE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureWords:
    """A figure in words; what is not needed is empty.

    Args:
        title: what it is.
        figure: such as "74 %", "3 of 4", "+50", "No answers yet" or "not recorded".
        base: what it is a share of or was counted from.
        period: the days it is about.
        formula: how it is counted.
        scale: of the points, where it was answered in points.
        asides: what is said beside it, such as how many had their date moved.
        caution: "early sign", or what to write down so that there is a figure.
        trend: against the period before.
        sure: between which figures it lies; never on a paper that customers see.
        joined: figure and base as one phrase: "74 % of the 52 promises", "3.8, from 10 answers".
    """

    title: str
    figure: str
    base: str = ""
    period: str
    formula: str
    scale: str = ""
    asides: tuple[str, ...] = ()
    caution: str = ""
    trend: str = ""
    sure: str = ""
    joined: str = ""

    def line(self) -> str:
        """The figure with its base and what is said beside it, in one line, as on the wall."""
        return ", ".join((self.joined or self.figure, *self.asides))


def figure_words(figure: Figure, phrases: Phrases) -> FigureWords:
    """A figure in words.

    Args:
        figure: counted.
        phrases: ``[figure.<code>]``, ``[figure_words]`` and ``[figure_aside]``.
    """
    key, label = f"figure.{figure.code}", label_words(figure, phrases)
    shown, base = shown_figure(figure, phrases), _base(figure, phrases)
    return FigureWords(
        title=_begun(phrases.say(f"{key}.title", label=label)),
        figure=shown,
        base=base,
        period=period_words(figure.period, phrases),
        formula=phrases.say(f"{key}.formula", label=label),
        scale=phrases.say(f"{key}.scale") if figure.unit in _SCALED else "",
        asides=tuple(_aside(code, count, phrases) for code, count in figure.asides),
        caution=_caution(figure, phrases),
        trend=_trend(figure, phrases),
        sure=_sure(figure, phrases),
        joined=_joined(figure, shown, base, phrases),
    )


def own_period_words(figure: Figure, period: Period, phrases: Phrases) -> str:
    """Of which days a figure is where they are not those of its report; "" where they are.

    Args:
        figure: such as one that is counted over whole months alone.
        period: of the report.
        phrases: ``figure_words.own_period``.
    """
    if (figure.period.first, figure.period.last) == (period.first, period.last):
        return ""
    return phrases.say("figure_words.own_period", period=period_words(figure.period, phrases))


def shown_figure(figure: Figure, phrases: Phrases) -> str:
    """The figure alone, in the form that its number of cases allows."""
    if not figure.is_recorded:
        return phrases.say("figure_words.not_recorded")
    if figure.sureness is Sureness.NONE or figure.value is None:
        return phrases.say(f"figure.{figure.code}.none")
    if figure.part == 0 and figure.code in _KINDLY:
        return phrases.say("kept_rate.none_yet")
    if figure.sureness is Sureness.FEW:
        if figure.part is None:
            return phrases.say("figure_words.too_few")
        return phrases.say("figure_words.few", part=str(figure.part), base=str(figure.base))
    if figure.value == 0 and figure.unit is FigureUnit.DAYS and figure.code not in _LATE:
        return phrases.say("figure_words.same_day")
    return value_words(figure.value, figure.unit, phrases)


def value_words(value: Decimal, unit: FigureUnit, phrases: Phrases) -> str:
    """A value in its unit, rounded as it is shown: halves up, away from zero."""
    if unit is FigureUnit.PERCENT:
        return phrases.say("figure_words.percent", percent=str(_whole(value)))
    if unit is FigureUnit.POINTS:
        return signed(value)
    if unit is FigureUnit.DAYS:
        return phrases.count("figure_words.days", tenths(value))
    if unit is FigureUnit.MINUTES:
        return wait_words(_whole(value), phrases)
    if unit is FigureUnit.PENCE:
        return money_words(_whole(value))
    if unit is FigureUnit.PER_HUNDRED:
        return phrases.say("figure_words.per_hundred", number=f"{tenths(value):f}")
    return grouped_number(value) if unit is FigureUnit.COUNT else f"{tenths(value):f}"


def signed(points: Decimal) -> str:
    """Points to whole ones with their sign: "+50", "-9", and "0" for what rounds to it."""
    whole = _whole(points)
    return f"{whole:+d}" if whole else "0"


def money_words(pence: int) -> str:
    """Money as figures say it, such as "£1,250" or "£30.50"."""
    pounds, rest = divmod(pence, _PENCE)
    return f"£{pounds:,}.{rest:02}" if rest else f"£{pounds:,}"


def interval_words(figure: Figure, phrases: Phrases) -> tuple[str, str] | None:
    """Both ends of its 95 % interval as they are shown; None with too few cases, or without one."""
    if figure.low is None or figure.high is None:
        return None
    if figure.sureness in {Sureness.NONE, Sureness.FEW}:
        return None
    low, high = (_end(end, figure.unit, phrases) for end in (figure.low, figure.high))
    return low, high


def label_words(figure: Figure, phrases: Phrases) -> str:
    """What tells it from others of its code, in words; "" where it needs nothing."""
    place = _LABELS.get(figure.code)
    return figure.label if place is None else phrases.say(f"{place}.{figure.label}")


def _end(value: Decimal, unit: FigureUnit, phrases: Phrases) -> str:
    if unit is FigureUnit.POINTS:
        return signed(value)
    return phrases.say("figure_words.percent", percent=f"{tenths(value):f}".removesuffix(".0"))


def _base(figure: Figure, phrases: Phrases) -> str:
    """What it was counted from."""
    if not figure.is_recorded or figure.value is None:
        return ""
    few = figure.sureness is Sureness.FEW and figure.part is not None
    is_none_yet = figure.part == 0 and figure.code in _KINDLY
    form = "few" if few and not is_none_yet else "base"
    return phrases.count(f"figure.{figure.code}.{form}", Decimal(figure.base))


def _joined(figure: Figure, shown: str, base: str, phrases: Phrases) -> str:
    """Figure and base as one phrase."""
    if not base:
        return shown
    is_few = figure.sureness is Sureness.FEW
    if figure.unit is FigureUnit.COUNT or (
        figure.part is not None and (is_few or figure.unit is FigureUnit.PERCENT)
    ):
        return f"{shown} {base}"
    return phrases.say(f"figure_words.{'so_far' if is_few else 'from'}", figure=shown, base=base)


def _aside(code: str, count: int, phrases: Phrases) -> str:
    return phrases.count(_ASIDES.get(code, f"figure_aside.{code}"), Decimal(count))


def _caution(figure: Figure, phrases: Phrases) -> str:
    if not figure.is_recorded:
        return phrases.say(f"figure.{figure.code}.missing")
    return phrases.say("kept_rate.early") if figure.sureness is Sureness.EARLY else ""


def _trend(figure: Figure, phrases: Phrases) -> str:
    if figure.trend is None or figure.before is None:
        return ""
    if figure.trend is Trend.UNCLEAR:
        return phrases.say("figure_words.trend.unclear")
    before = shown_figure(figure.before, phrases)
    return phrases.say(f"figure_words.trend.{figure.trend.value}", before=before)


def _sure(figure: Figure, phrases: Phrases) -> str:
    ends = interval_words(figure, phrases)
    if ends is None:
        return ""
    return phrases.count("figure_words.sure", Decimal(figure.base), low=ends[0], high=ends[1])


def _whole(value: Decimal) -> int:
    return int(value.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def _begun(text: str) -> str:
    """A title that begins with its label, with a capital."""
    return text[:1].upper() + text[1:]
