# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Charts of "How we do": bars with their numbers, and a sentence that is true without the picture.

Every bar begins at 0 and says its number; what is drawn, said and tabled comes from the same rows.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from servicedesk.domain.complaints import About
from servicedesk.domain.complaints_causes import Cause
from servicedesk.domain.feedback import BOUNDS, Scale
from servicedesk.domain.figures import (
    Bar,
    ChartData,
    ChartKind,
    Figure,
    RecordsAt,
    Sureness,
    Which,
)
from servicedesk.domain.figures_counted import ContactsCounted, Points
from servicedesk.domain.figures_words import label_words, shown_figure
from servicedesk.domain.hours import Weekday
from servicedesk.domain.kinds import Kind
from servicedesk.domain.periods import Period
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.promises_rates import KeptRate

FEWEST_CONTACTS = 50
"""With fewer contacts nothing can be said of weekdays and hours."""

_HUNDRED = Decimal(100)


def outcomes_chart(rate: KeptRate, period: Period, phrases: Phrases) -> ChartData | None:
    """What became of the promises of a period; None while none is decided.

    Args:
        rate: counted.
        period: that they were due in.
        phrases: ``[chart.outcomes]`` and the words of outcomes.
    """
    counted = (("kept", rate.kept), ("late", rate.late), ("broken", rate.broken))
    rows = ((code, phrases.say(f"enum.Outcome.{code}"), count) for code, count in counted)
    bars = tuple(
        _bar(label, count, RecordsAt(kind=Kind.PROMISE, which=Which(code), period=period))
        for code, label, count in rows
    )
    return _chart("outcomes", ChartKind.BARS, bars, phrases) if rate.base else None


def causes_chart(causes: Mapping[Cause, int], period: Period, phrases: Phrases) -> ChartData | None:
    """What went wrong underneath, the most frequent first, with the share of all so far."""
    return _pareto("causes", causes, Which.CAUSE, period, phrases)


def abouts_chart(abouts: Mapping[About, int], period: Period, phrases: Phrases) -> ChartData | None:
    """What complaints are about, the most frequent first, with the share of all so far."""
    return _pareto("abouts", abouts, Which.ABOUT, period, phrases)


def satisfaction_chart(points: Points, period: Period, phrases: Phrases) -> ChartData | None:
    """How many answered with each point from 1 to 5; None without an answer."""
    lowest, highest = BOUNDS[Scale.SATISFACTION]
    column = Scale.SATISFACTION.value
    bars = tuple(
        _bar(
            str(point),
            points.get(point, 0),
            RecordsAt(
                kind=Kind.FEEDBACK, which=Which.POINT, period=period, value=f"{column}:{point}"
            ),
        )
        for point in range(lowest, highest + 1)
    )
    found = _chart("satisfaction", ChartKind.COLUMNS, bars, phrases)
    return found if any(bar.value for bar in bars) else None


def elements_chart(elements: Iterable[Figure], phrases: Phrases) -> ChartData | None:
    """The six elements, the weakest first; those with too few answers for a figure are left out.

    Args:
        elements: as ``scores.element_figures`` orders them, their mean may be among them.
        phrases: ``[chart.elements]`` and the words of elements.
    """
    bars = tuple(
        Bar(
            label=_begun(label_words(one, phrases)),
            value=one.value,
            shown=shown_figure(one, phrases),
            records=one.part_records if one.part else None,
        )
        for one in elements
        if one.code == "element" and one.value is not None and one.sureness is not Sureness.FEW
    )
    return _chart("elements", ChartKind.BARS, bars, phrases, most=_HUNDRED) if bars else None


def times_charts(
    contacts: ContactsCounted, period: Period, phrases: Phrases
) -> tuple[ChartData, ...]:
    """On which weekdays and in which hours people get in touch; none with fewer than 50.

    Args:
        contacts: counted by the clock of the shop.
        period: that they came in.
        phrases: ``[chart.weekdays]``, ``[chart.hours]`` and the names of weekdays.
    """
    names = [phrases.say(f"enum.Weekday.{day.value}") for day in Weekday]
    days = tuple(
        _bar(name, contacts.weekdays.get(day, 0), _contacts(Which.WEEKDAY, day, period))
        for day, name in enumerate(names)
    )
    used = [hour for hour, count in contacts.hours.items() if count]
    hours = tuple(
        _bar(_hour(hour, phrases), contacts.hours.get(hour, 0), _contacts(Which.HOUR, hour, period))
        for hour in (range(min(used), max(used) + 1) if used else ())
    )
    return tuple(
        _chart(code, ChartKind.COLUMNS, bars, phrases, _most_words(code, bars, phrases))
        for code, bars in (("weekdays", days), ("hours", hours))
        if sum(bar.value for bar in bars) >= FEWEST_CONTACTS
    )


def _pareto(
    code: str,
    counted: Mapping[Cause, int] | Mapping[About, int],
    which: Which,
    period: Period,
    phrases: Phrases,
) -> ChartData | None:
    rows = [(one, count) for one, count in counted.items() if count]
    total, so_far = sum(count for _, count in rows), 0
    if not total:
        return None
    order = list(type(rows[0][0]))
    rows.sort(key=lambda row: (-row[1], order.index(row[0])))
    bars = []
    for one, count in rows:
        so_far += count
        records = RecordsAt(kind=Kind.COMPLAINT, which=which, period=period, value=one.value)
        label = phrases.say(f"enum.{type(one).__name__}.{one.value}")
        bars.append(_bar(label, count, records, share=_HUNDRED * so_far / total))
    return _chart(code, ChartKind.PARETO, tuple(bars), phrases)


def _chart(
    code: str,
    kind: ChartKind,
    bars: tuple[Bar, ...],
    phrases: Phrases,
    begin: str = "",
    most: Decimal | None = None,
) -> ChartData:
    """A chart with its sentence: what stands out, then every number in print order.

    Args:
        code: of its words.
        kind: how it is drawn.
        bars: in print order.
        phrases: ``[chart.<code>]``.
        begin: what stands out; "" for nothing.
        most: upper end of the axis, or None.
    """
    title = phrases.say(f"chart.{code}.title")
    each = "; ".join(phrases.say("chart.bar", label=bar.label, shown=bar.shown) for bar in bars)
    said = phrases.say("chart.sentence", title=title, each=each)
    return ChartData(
        code=code,
        kind=kind,
        title=title,
        sentence=f"{begin} {said}".strip(),
        head=(phrases.say(f"chart.{code}.what"), phrases.say(f"chart.{code}.many")),
        bars=bars,
        most=most,
    )


def _most_words(code: str, bars: tuple[Bar, ...], phrases: Phrases) -> str:
    """Which of them are the highest, and how high out of how many."""
    most, total = max((bar.value for bar in bars), default=Decimal(0)), sum(b.value for b in bars)
    highest = [bar.label for bar in bars if bar.value == most]
    return phrases.say(
        f"chart.{code}.most_each" if len(highest) > 1 else f"chart.{code}.most",
        names=phrases.say("chart.and").join(highest),
        most=f"{most:f}",
        total=f"{total:f}",
    )


def _bar(label: str, count: int, records: RecordsAt, share: Decimal | None = None) -> Bar:
    return Bar(
        label=label,
        value=Decimal(count),
        shown=f"{count:,}",
        share=share,
        records=records if count else None,
    )


def _contacts(which: Which, value: int, period: Period) -> RecordsAt:
    return RecordsAt(kind=Kind.CONTACT, which=which, period=period, value=str(value))


def _hour(hour: int, phrases: Phrases) -> str:
    return phrases.say("chart.hour", first=f"{hour:02}", last=f"{hour + 1:02}")


def _begun(text: str) -> str:
    return text[:1].upper() + text[1:]
