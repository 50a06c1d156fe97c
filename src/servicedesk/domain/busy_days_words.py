# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Busy days in words: plain sentences of counts, a chart by weekday, and the page on paper."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from servicedesk.domain.blocks import Block, Bullets, Heading, Paragraph, Table, Tone
from servicedesk.domain.busy_days import BusyReport, DueCount
from servicedesk.domain.charts import chart_block
from servicedesk.domain.figures import Bar, ChartData, ChartKind, RecordsAt, Which
from servicedesk.domain.kinds import Kind
from servicedesk.domain.letters_filling import day_words
from servicedesk.domain.periods import Period
from servicedesk.domain.periods_words import period_words
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.rounds import long_day
from servicedesk.domain.standards_amounts import grouped_number


@dataclass(frozen=True, slots=True, kw_only=True)
class FullDay:
    """One of the fullest dates, in words.

    Args:
        day: such as "Saturday 5 December 2026".
        due, missed: how many promises came due then, and were late or broken.
        records: of those that were due.
    """

    day: str
    due: str
    missed: str
    records: RecordsAt


def busy_lines(report: BusyReport, phrases: Phrases) -> tuple[str, ...]:
    """What the counts say, a sentence each, the chief one first."""
    lines = [_chief(report, phrases)]
    full = len(report.busiest)
    if full and report.total.missed and not report.has_few:
        lines.append(
            phrases.count(
                "busy_days.busiest",
                Decimal(full),
                **_against(report.on_busiest, report.off_busiest),
            )
        )
    if report.undecided:
        lines.append(phrases.count("busy_days.undecided", Decimal(report.undecided)))
    return tuple(lines)


def advice(report: BusyReport, phrases: Phrases) -> str:
    """What to do about it; "" while there is too little to say."""
    say = phrases.say
    if report.has_few:
        return ""
    if report.standout is not None:
        return say("busy_days.advice_weekday", days=_days(report, phrases))
    return say("busy_days.advice_full" if slips_when_full(report) else "busy_days.advice_none")


def action_text(report: BusyReport, phrases: Phrases) -> str:
    """What an action against it says; "" where there is none to take."""
    if report.has_few:
        return ""
    if report.standout is not None:
        return phrases.say("busy_days.action", days=_days(report, phrases))
    return phrases.say("busy_days.action_full") if slips_when_full(report) else ""


def slips_when_full(report: BusyReport) -> bool:
    """Whether a larger part slips on the fullest dates than on the others."""
    full, rest = report.on_busiest, report.off_busiest
    return full.missed > 1 and rest.due > 0 and full.share > rest.share


def busy_chart(report: BusyReport, phrases: Phrases) -> ChartData | None:
    """Late or broken promises by weekday, days without any promise left out; None for no promise.

    Args:
        report: counted.
        phrases: ``[chart.busy_days]``, ``[busy_days]`` and the names of weekdays.
    """
    if not report.total.due:
        return None
    bars = tuple(
        Bar(
            label=phrases.say(f"enum.Weekday.{weekday.value}"),
            value=Decimal(count.missed),
            shown=phrases.say("busy_days.of", **_counts(count)),
            records=_missed_on(at, report.period) if count.missed else None,
        )
        for at, (weekday, count) in enumerate(report.weekdays)
        if count.due
    )
    title = phrases.say("chart.busy_days.title")
    each = "; ".join(phrases.say("chart.bar", label=bar.label, shown=bar.shown) for bar in bars)
    return ChartData(
        code="busy_days",
        kind=ChartKind.BARS,
        title=title,
        sentence=phrases.say("chart.sentence", title=title, each=each),
        head=(phrases.say("chart.busy_days.what"), phrases.say("chart.busy_days.many")),
        bars=bars,
    )


def full_days(report: BusyReport, phrases: Phrases) -> tuple[FullDay, ...]:
    """The fullest dates in words, each with its records."""
    return tuple(
        FullDay(
            day=long_day(one.day, phrases),
            due=grouped_number(Decimal(one.count.due)),
            missed=grouped_number(Decimal(one.count.missed)),
            records=RecordsAt(
                kind=Kind.PROMISE,
                which=Which.DUE,
                period=Period(first=one.day, last=one.day),
            ),
        )
        for one in report.busiest
    )


def busy_blocks(report: BusyReport, today: date, phrases: Phrases) -> tuple[Block, ...]:
    """The page on paper, in reading order.

    Args:
        report: counted.
        today: when it is printed.
        phrases: ``[busy_days]``.
    """
    say = phrases.say
    period, day = period_words(report.period, phrases), day_words(today, phrases)
    blocks: list[Block] = [Heading(text=say("busy_days.title"), level=1)]
    blocks.append(Paragraph(text=say("busy_days.lead", period=period, day=day), tone=Tone.LEAD))
    blocks.append(Bullets(items=busy_lines(report, phrases)))
    chart = busy_chart(report, phrases)
    if chart is not None:
        blocks.append(chart_block(chart, phrases))
    if report.busiest:
        heading = say("busy_days.full_heading")
        head = (say("busy_days.full_day"), say("busy_days.full_due"), say("busy_days.full_missed"))
        rows = tuple((one.day, one.due, one.missed) for one in full_days(report, phrases))
        blocks += [Heading(text=heading), Table(caption=heading, head=head, rows=rows)]
    said = advice(report, phrases)
    if said:
        blocks += [Heading(text=say("busy_days.advice_heading")), Paragraph(text=said)]
    return tuple(blocks)


def _chief(report: BusyReport, phrases: Phrases) -> str:
    total, say = report.total, phrases.say
    if not total.due:
        return say("busy_days.none")
    if report.has_few:
        return phrases.count("busy_days.few", Decimal(total.due), **_counts(total))
    if not total.missed:
        return say("busy_days.all_kept", **_counts(total))
    if report.standout is None:
        return say("busy_days.no_weekday", **_counts(total))
    on, off = report.on(report.standout), report.off(report.standout)
    return say("busy_days.weekday", days=_days(report, phrases), **_against(on, off))


def _days(report: BusyReport, phrases: Phrases) -> str:
    standout = report.standout
    return "" if standout is None else phrases.say(f"busy_days.weekdays.{standout.value}")


def _counts(count: DueCount) -> dict[str, str]:
    return {
        "missed": grouped_number(Decimal(count.missed)),
        "due": grouped_number(Decimal(count.due)),
    }


def _against(on: DueCount, off: DueCount) -> dict[str, str]:
    others = {f"other_{name}": said for name, said in _counts(off).items()}
    return {**_counts(on), **others}


def _missed_on(weekday: int, period: Period) -> RecordsAt:
    return RecordsAt(kind=Kind.PROMISE, which=Which.MISSED_ON, period=period, value=str(weekday))
