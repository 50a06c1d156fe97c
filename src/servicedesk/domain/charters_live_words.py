# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How a standard is kept, in words: the figure, what it is a share of, how sure it is.

One wording for the live page, the wizard and the papers. What customers read (``figure``,
``base``, ``note``) never holds an interval.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from servicedesk.domain.charters_live import Count, Source, StandardResult, Standing
from servicedesk.domain.figures import Sureness
from servicedesk.domain.intervals import percent_interval
from servicedesk.domain.letters_filling import day_words
from servicedesk.domain.periods import Period
from servicedesk.domain.periods_words import period_words
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.standards import MeasuredBy, StandardKind
from servicedesk.domain.standards_sentences import remedy_line

_WHOLE = Decimal(1)
_AIMED = (Standing.KEPT, Standing.MISSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultWords:
    """A result in words; a part that is not needed is empty.

    Args:
        standing: in a few words, such as "kept" or "too few to say".
        figure: such as "92 %" or "3 of 4".
        base: what it is a share of.
        few: the same as it is said straight after counts: while there are too few for a share,
            and for a sample week.
        note: how many had their day moved by agreement.
        missed: how many were late or broken.
        undecided: how many are overdue and not decided.
        caution: that it is an early sign.
        hint: what to do where nothing is counted, or too much is undecided.
        held_back: why it does not go on the wall.
        versions: which versions of the charter it is about.
        how: how it is measured.
        formula: what is divided by what.
        sure: between which figures the true share lies; never for customers.
        remedy: what the charter says happens to those that were missed.
    """

    standing: str
    figure: str = ""
    base: str = ""
    few: str = ""
    note: str = ""
    missed: str = ""
    undecided: str = ""
    caution: str = ""
    hint: str = ""
    held_back: str = ""
    versions: str = ""
    how: str = ""
    formula: str = ""
    sure: str = ""
    remedy: str = ""

    def line(self) -> str:
        """The figure with its base and what else customers are told, in one line."""
        parts = (f"{self.figure} {self.few or self.base}".strip(), self.note, self.undecided)
        return ", ".join(part for part in parts if part)

    def whole(self, phrases: Phrases) -> str:
        """The line, and that it is an early sign where it stands without another word of that."""
        if not self.caution:
            return self.line()
        return phrases.say("charter_live.with_caution", unit=self.line(), caution=self.caution)


def result_words(result: StandardResult, phrases: Phrases) -> ResultWords:
    """A result in words, as it is said wherever it is shown.

    Args:
        result: counted.
        phrases: the words of the language.
    """
    count, standing = result.count, result.standing
    undecided = _count("undecided", count.undecided, phrases)
    words = ResultWords(
        standing=_standing(result, phrases),
        undecided=undecided,
        hint=hint_of(result, phrases),
        held_back=_held_back(result, phrases),
        versions=_versions(result, phrases),
        how=phrases.say(f"charter_live.how.{result.source.value}"),
        formula=phrases.say(f"charter_live.formula.{result.source.value}"),
    )
    if standing in (Standing.NOT_MEASURED, Standing.NONE_YET):
        return words
    interval = percent_interval(count.kept, count.base)
    low, high = interval or (Decimal(0), Decimal(0))
    is_few = result.sureness is Sureness.FEW
    # A week at the counter is two numbers, and is told as them.
    as_counts = is_few or result.source is Source.SAMPLE_WEEK
    return ResultWords(
        standing=words.standing,
        figure=figure_of(count, phrases, is_few=as_counts),
        base=_base(result, phrases),
        few=_base(result, phrases, "few") if as_counts else "",
        note=_count("revised", count.revised, phrases),
        missed=_missed(result, phrases),
        undecided=undecided,
        caution=phrases.say("charter_live.early") if result.sureness is Sureness.EARLY else "",
        hint=words.hint,
        held_back=words.held_back,
        versions=words.versions,
        how=words.how,
        formula=words.formula,
        sure="" if is_few else phrases.say("charter_live.sure", low=_shown(low), high=_shown(high)),
        remedy=remedy_line(result.standard, phrases) if count.missed else "",
    )


def percent_of(count: Count) -> int:
    """The share kept in whole percent, halves rounded up; the base is not 0."""
    share = Decimal(count.kept) * 100 / count.base
    return int(share.quantize(_WHOLE, rounding=ROUND_HALF_UP))


def figure_of(count: Count, phrases: Phrases, *, is_few: bool) -> str:
    """The share, or the counts alone while there are too few for one."""
    if is_few:
        return phrases.say("charter_live.counts", kept=str(count.kept), base=str(count.base))
    return phrases.say("charter_live.percent", percent=str(percent_of(count)))


def hint_of(result: StandardResult, phrases: Phrases) -> str:
    """What to do where there is nothing to show yet; "" where there is."""
    if result.standing is Standing.NOT_MEASURED:
        if result.standard.measured_by is MeasuredBy.NONE:
            return phrases.say("charter_live.hint.nobody")
        key = "follow" if result.can_follow else "unseen"
        return phrases.say(f"charter_live.hint.{key}")
    if result.count.base:
        return ""
    if result.count.left_out:
        return phrases.count("charter_live.hint.does_not_apply", Decimal(result.count.left_out))
    key = "element" if result.asked is not None else result.source.value
    return phrases.say(f"charter_live.hint.{key}")


def _standing(result: StandardResult, phrases: Phrases) -> str:
    standing = result.standing
    if standing in _AIMED and result.standard.kind is StandardKind.AIM:
        return phrases.say(f"charter_live.standing.aim_{standing.value}")
    return phrases.say(f"enum.Standing.{standing.value}")


def _base(result: StandardResult, phrases: Phrases, key: str = "base") -> str:
    count = result.count
    number = Decimal(count.base)
    if result.source is Source.CUSTOMERS:
        asked = "satisfied" if result.asked is None else result.asked.value
        about = phrases.say(f"charter_live.asked.{asked}")
        return phrases.count(f"charter_live.{key}.customers", number, about=about)
    period = result.period
    if count.taken_on is not None:
        period = Period(first=count.taken_from or count.taken_on, last=count.taken_on)
    days = period_words(period, phrases)
    return phrases.count(f"charter_live.{key}.{result.source.value}", number, days=days)


def _missed(result: StandardResult, phrases: Phrases) -> str:
    count = result.count
    late = _count("late", count.late, phrases)
    is_met_or_not = result.source in (Source.SAMPLE_WEEK, Source.JOB_CHECK, Source.CUSTOMERS)
    if result.source is Source.CUSTOMERS:
        return ""  # an answer below 4 is nobody's broken promise
    broken = _count("not_met" if is_met_or_not else "broken", count.broken, phrases)
    return ", ".join(part for part in (late, broken) if part)


def _held_back(result: StandardResult, phrases: Phrases) -> str:
    """Why it does not go on the wall: too many are overdue and nobody has said how they ended."""
    if not result.is_held_back:
        return ""
    undecided, base = result.count.undecided, Decimal(result.count.base)
    overdue = phrases.count("charter_live.overdue", Decimal(undecided))
    return phrases.count("charter_live.held_back", base, overdue=overdue)


def _versions(result: StandardResult, phrases: Phrases) -> str:
    numbers = sorted((result.number, *result.also))
    first = day_words(result.count.taken_from or result.period.first, phrases)
    if len(numbers) == 1:
        return phrases.say("charter_live.version", number=str(numbers[0]), day=first)
    said = phrases.say(
        "charter_live.numbers",
        first=", ".join(str(number) for number in numbers[:-1]),
        last=str(numbers[-1]),
    )
    return phrases.say("charter_live.versions", numbers=said, day=first)


def _count(key: str, number: int, phrases: Phrases) -> str:
    return phrases.count(f"charter_live.{key}", Decimal(number)) if number else ""


def _shown(percent: Decimal) -> str:
    return f"{percent:f}".removesuffix(".0")
