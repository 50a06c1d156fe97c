# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the page of a result shows, in words."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from servicedesk.domain.checks import CheckCard
from servicedesk.domain.checks_charts import answers_chart, clauses_chart
from servicedesk.domain.checks_comparing import Change, Comparison
from servicedesk.domain.checks_report import day_of, gone_words, points_words, what_it_is
from servicedesk.domain.checks_scores import CheckResult, Departure, Gap, strength_of
from servicedesk.ui.selfcheck.said import day_words, title_of
from servicedesk.ui.widgets.shown_chart import ShownBar, ShownChart

if TYPE_CHECKING:
    from servicedesk.ui.core.labels import Labels
    from servicedesk.ui.core.workbench import Workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultState:
    """All that the page of a result shows.

    Args:
        card: of the check; None while there is none.
        title: what was checked.
        when: the day, who answered, and how much of it, in a sentence.
        number: "72 of 100"; "" where there is none.
        strength: the word for it; "" where there is none.
        reason: why there is no number, or why the word is held back; "" for neither.
        gone: that some of it is no longer asked, in a sentence; "" where all of it is.
        evidence: how many yes answers say what shows it; "" where there is no yes.
        since: the difference to the check before, in a sentence; "" where there is none.
        what_not: what the result is not.
        gaps: what to do, in order.
        planned: ids of questions whose action is on the list.
        departures: what is done differently on purpose.
        chart: part by part, or how often each answer was given; None for none.
        comparison: beside the check before; None for a first.
        before: the day of that check; "" for none.
        is_empty: no answer counts.
    """

    card: CheckCard | None = None
    title: str = ""
    when: str = ""
    number: str = ""
    strength: str = ""
    reason: str = ""
    gone: str = ""
    evidence: str = ""
    since: str = ""
    what_not: str = ""
    gaps: tuple[Gap, ...] = ()
    planned: frozenset[str] = frozenset()
    departures: tuple[Departure, ...] = ()
    chart: ShownChart | None = None
    comparison: Comparison | None = None
    before: str = ""
    is_empty: bool = False

    @property
    def open_gaps(self) -> tuple[Gap, ...]:
        """What is to do and not on the list yet."""
        return tuple(gap for gap in self.gaps if gap.question.id not in self.planned)


def state_of(
    bench: "Workbench",
    card: CheckCard,
    result: CheckResult,
    planned: frozenset[str],
    before: tuple[CheckCard, Comparison] | None,
) -> ResultState:
    """What the page shows of a check.

    Args:
        bench: words.
        card: the check.
        result: what it came to.
        planned: ids of questions whose action is on the list.
        before: the check before it and how the two compare, or None.
    """
    comparison = before[1] if before is not None else None
    earlier = day_words(before[0].finished_on) if before is not None else ""
    points = QCoreApplication.translate("CheckResult", "{points} of 100")
    return ResultState(
        card=card,
        title=title_of(card, bench),
        when=_when(card, result),
        number="" if result.shown is None else points.format(points=result.shown),
        strength="" if result.strength is None else bench.labels.enum(result.strength),
        reason=_reason(result, bench.labels),
        gone=gone_words(result, bench.labels),
        evidence=_evidence(result),
        since=_since(result, before, bench.labels),
        what_not=what_it_is(card, bench.labels),
        gaps=result.gaps,
        planned=planned,
        departures=result.departures,
        chart=_chart(card, result, bench.labels),
        comparison=comparison,
        before=earlier,
        is_empty=result.score is None,
    )


def _when(card: CheckCard, result: CheckResult) -> str:
    words = QCoreApplication.translate(
        "CheckResult", "Finished on {day}: {done} of {all} answered."
    )
    if card.finished_on is None:
        words = QCoreApplication.translate(
            "CheckResult", "Not finished yet: {done} of {all} answered."
        )
    return words.format(day=day_words(card.finished_on), done=result.answered, all=result.asked)


def _reason(result: CheckResult, labels: "Labels") -> str:
    """Why there is no number, or why the word is not a higher one."""
    if result.is_capped and result.shown is not None and result.strength is not None:
        words = QCoreApplication.translate(
            "CheckResult",
            "By the number alone it would be “{bare}”. It stays at “{held}” while a key question "
            "is answered no.",
        )
        bare = labels.enum(strength_of(result.shown))
        return words.format(bare=bare, held=labels.enum(result.strength))
    if result.shown is not None:
        return ""
    if result.score is None:
        return QCoreApplication.translate(
            "CheckResult",
            "There is no number: no answer counts, because every one of them is “does not apply”.",
        )
    words = QCoreApplication.translate(
        "CheckResult",
        "There is no number for the whole check: {percent} % of the questions are answered, "
        "and it takes 80 %. What to do first stands below all the same.",
    )
    return words.format(percent=result.progress)


def _evidence(result: CheckResult) -> str:
    if not result.yes:
        return ""
    if not result.yes_with_note:
        if result.yes == 1:
            return QCoreApplication.translate(
                "CheckResult",
                "Nothing is noted yet of what shows your yes answer. It helps next year.",
            )
        words = QCoreApplication.translate(
            "CheckResult",
            "Nothing is noted yet of what shows your {yes} yes answers. It helps next year.",
        )
        return words.format(yes=result.yes)
    words = QCoreApplication.translate(
        "CheckResult", "{noted} of {yes} yes answers say what shows it."
    )
    return words.format(noted=result.yes_with_note, yes=result.yes)


def _since(
    result: CheckResult, before: tuple[CheckCard, Comparison] | None, labels: "Labels"
) -> str:
    """The difference to the check before, where there is a number."""
    if before is None or result.shown is None:
        return ""
    return points_words(before[1], day_of(before[0]), labels)


def change_words(change: Change, labels: "Labels") -> str:
    """One question then and now, such as "No, now yes"."""
    words = QCoreApplication.translate("CheckResult", "then {before}, now {now}")
    return words.format(
        before=labels.enum(change.before).lower(), now=labels.enum(change.now).lower()
    )


def _chart(card: CheckCard, result: CheckResult, labels: "Labels") -> ShownChart | None:
    """Part by part, or how often each answer was given where there are no parts."""
    given = (card.answers[one].answer for one in card.asked if one in card.answers)
    data = (
        clauses_chart(result.clauses, labels)
        if result.clauses
        else answers_chart((answer for answer in given if answer is not None), labels)
    )
    if data is None:
        return None
    bars = tuple(ShownBar(label=bar.label, shown=bar.shown) for bar in data.bars)
    return ShownChart(
        data=data, title=data.title, sentence=data.sentence, head=data.head, bars=bars
    )
