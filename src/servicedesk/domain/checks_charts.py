# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Charts of a check: the parts of the self-check, or how often each answer was given."""

from collections.abc import Iterable
from decimal import Decimal

from servicedesk.domain.checks import Answer
from servicedesk.domain.checks_scores import ClauseScore, half_up
from servicedesk.domain.figures import Bar, ChartData, ChartKind
from servicedesk.domain.phrases import Phrases

_MOST = Decimal(100)


def clause_words(clause: str, phrases: Phrases) -> str:
    """What a part of the self-check is called: "6.3.2" is the words of ``check_clause.6_3_2``."""
    return phrases.say(f"check_clause.{clause.replace('.', '_')}")


def clauses_chart(clauses: Iterable[ClauseScore], phrases: Phrases) -> ChartData | None:
    """The parts that have a score, in order; None where none has.

    Args:
        clauses: of a result.
        phrases: ``[chart.check_clauses]`` and ``[check_clause]``.
    """
    bars = tuple(
        Bar(
            label=clause_words(one.clause, phrases),
            value=Decimal(half_up(one.score)),
            shown=str(half_up(one.score)),
        )
        for one in clauses
        if one.score is not None
    )
    return _chart("check_clauses", bars, phrases, most=_MOST) if bars else None


def answers_chart(answers: Iterable[Answer], phrases: Phrases) -> ChartData | None:
    """How often each answer was given, for a check without parts; None without an answer.

    Args:
        answers: one for each question answered.
        phrases: ``[chart.check_answers]`` and the words of answers.
    """
    given = tuple(answers)
    bars = tuple(
        Bar(
            label=phrases.say(f"enum.Answer.{one.value}"),
            value=Decimal(given.count(one)),
            shown=str(given.count(one)),
        )
        for one in Answer
    )
    return _chart("check_answers", bars, phrases) if given else None


def _chart(
    code: str, bars: tuple[Bar, ...], phrases: Phrases, most: Decimal | None = None
) -> ChartData:
    title = phrases.say(f"chart.{code}.title")
    each = "; ".join(phrases.say("chart.bar", label=bar.label, shown=bar.shown) for bar in bars)
    return ChartData(
        code=code,
        kind=ChartKind.BARS,
        title=title,
        sentence=phrases.say("chart.sentence", title=title, each=each),
        head=(phrases.say(f"chart.{code}.what"), phrases.say(f"chart.{code}.many")),
        bars=bars,
        most=most,
    )
