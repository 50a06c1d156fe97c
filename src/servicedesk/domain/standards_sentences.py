# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A service standard in sentences: what we will do, then each detail as a sentence of its own.

One promise, one measure, one sentence (domain: promise wording rules); what limits it, what
happens when it is missed and how we will know stand beside it, not in a footnote. Words come
from ``[standard]`` of the words file and from the owner.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from servicedesk.domain.calendars import DayKind
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.standards import (
    Measure,
    MeasuredBy,
    Remedy,
    SecondLimit,
    ServiceStandard,
    StandardKind,
)
from servicedesk.domain.standards_amounts import grouped_number
from servicedesk.domain.standards_figures import level_figure
from servicedesk.domain.standards_levels import has_level, level
from servicedesk.domain.standards_wording import Wording
from servicedesk.domain.wording_faults import MOST_WORDS

MOST_WORDS_IN_TITLE = 8
"""What fits under a poster's number when there are seven promises or more."""

LIMIT = "{limit}"
"""Marks in an action where the level is read."""

_LIMIT_AND_SPACE = re.compile(r"\s*\{limit\}")
_WHOLE = Decimal(100)


class Gap(StrEnum):
    """What a standard still lacks before it counts as a complete promise."""

    ACTION = "action"
    TITLE = "title"
    LEVEL = "level"
    REMEDY = "remedy"
    TARGET = "target"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A standard as it is printed.

    Args:
        main: the one sentence that says what we will do.
        details: sentences of their own, in print order; may be none.
    """

    main: str
    details: tuple[str, ...] = ()


def sentences(
    standard: ServiceStandard,
    phrases: Phrases,
    bare_days: DayKind | None = None,
    *,
    basis: str = "",
    say_measure: bool = True,
) -> Statement:
    """Put a standard into sentences.

    Args:
        standard: complete or not; what its level lacks prints as a gap to fill in.
        phrases: the words of the language it is printed in.
        bare_days: the charter's one day-word: days of this kind print as bare "days", which
            the paper explains once at its foot; None: always say which days.
        basis: the sentence that says whether it is a legal right or our own promise, from the
            law of the place where it holds; empty where nothing is said.
        say_measure: also say how we will know whether it is met.
    """
    wording = Wording(phrases, bare_days)
    main = _main(standard, wording)
    details = [*_limits(standard, wording), *_remedy(standard, wording)]
    if len(main.split()) > MOST_WORDS and (shorter := _with_cost_apart(standard)) is not None:
        main = _main(shorter, wording)
        details.insert(0, wording.say("free_apart"))
    if basis:
        details.append(basis)
    if say_measure and standard.measured_by is not MeasuredBy.NONE:
        details.append(wording.say(f"measured.{standard.measured_by.value}"))
    return Statement(main=main, details=tuple(details))


def figure(
    standard: ServiceStandard, phrases: Phrases, bare_days: DayKind | None = None
) -> tuple[str, str]:
    """The poster's big figure and the small words under it; two empty texts mean a tick.

    Args:
        standard: complete or not.
        phrases: the words of the language it is printed in.
        bare_days: the charter's one day-word, as in ``sentences``.

    Returns:
        Such as ("4", "hours while we are open") or ("3 pm", "the same day").
    """
    return level_figure(standard, Wording(phrases, bare_days))


def short_line(standard: ServiceStandard) -> str:
    """The line for a poster of many promises: the title, cut to eight words if it is longer."""
    words = standard.title.split()
    if len(words) <= MOST_WORDS_IN_TITLE:
        return " ".join(words)
    return " ".join(words[:MOST_WORDS_IN_TITLE]) + "…"


def remedy_line(
    standard: ServiceStandard, phrases: Phrases, bare_days: DayKind | None = None
) -> str:
    """What the poster says below a promise: the remedy, or else what we do if we need longer.

    Args:
        standard: complete or not.
        phrases: the words of the language it is printed in.
        bare_days: the charter's one day-word, as in ``sentences``.

    Returns:
        At most two sentences; empty when there is neither.
    """
    wording = Wording(phrases, bare_days)
    said = list(_remedy(standard, wording))[:2]
    return " ".join(said or _fallback(standard, wording))


def gaps_in(standard: ServiceStandard) -> tuple[Gap, ...]:
    """What is still missing: words, a level with its unit, a remedy, the share of an aim."""
    is_aim = standard.kind is StandardKind.AIM
    missing = {
        Gap.ACTION: not standard.action.replace(LIMIT, "").strip(),
        Gap.TITLE: not standard.title.strip(),
        Gap.LEVEL: not has_level(standard),
        Gap.REMEDY: not is_aim and standard.remedy.is_empty,
        Gap.TARGET: is_aim and standard.target_pct is None and not standard.average,
    }
    return tuple(gap for gap, is_missing in missing.items() if is_missing)


def is_complete(standard: ServiceStandard) -> bool:
    """True for a promise with number, unit and remedy; yes-or-no counts as having a number."""
    return standard.kind is StandardKind.PROMISE and not gaps_in(standard)


def _main(standard: ServiceStandard, wording: Wording) -> str:
    action = _tidy(standard.action).rstrip(".!")
    words = level(standard, wording)
    if not words:
        action = _LIMIT_AND_SPACE.sub("", action)
    elif LIMIT in action:
        action = action.replace(LIMIT, words)
    else:
        action = f"{action} {words}"
    if standard.who == "you":
        return wording.say("main.you", action=action)
    if standard.kind is StandardKind.AIM and standard.target_pct is not None:
        share = _share(standard.target_pct, wording)
        return wording.say("main.aim_share", action=action, share=share)
    return wording.say(f"main.{standard.kind.value}", action=action)


def _with_cost_apart(standard: ServiceStandard) -> ServiceStandard | None:
    """The standard without "free of charge" in its level; None where it says no such thing."""
    available = standard.availability
    if standard.measure is not Measure.AVAILABILITY or available is None or not available.free:
        return None
    return replace(standard, availability=replace(available, free=False))


def _share(percent: Decimal, wording: Wording) -> str:
    if percent == _WHOLE:
        return wording.say("every_case")
    cases, of = percent / _WHOLE, Decimal(1)
    while cases != cases.to_integral_value() or of == 1:
        cases, of = cases * 10, of * 10
    return wording.say("cases", cases=grouped_number(cases), of=grouped_number(of))


def _limits(standard: ServiceStandard, wording: Wording) -> Iterator[str]:
    if standard.second is not None:
        yield _second(standard.second, wording)
    if standard.cut_off is not None:
        day = wording.next_day(_days_of(standard))
        yield wording.say("cut_off", time=wording.clock(standard.cut_off), day=day)
    if standard.updates is not None:
        yield wording.say("updates", every=wording.every(standard.updates))
    condition = _tidy(standard.condition)
    if condition:
        is_clause = _first_word(condition) in wording.say("condition_words").split()
        if is_clause and not _is_ended(condition):
            yield wording.say("condition", clause=_lowered(condition))
        else:
            yield _ended(condition)
    yield from _fallback(standard, wording)


def _days_of(standard: ServiceStandard) -> DayKind | None:
    amount = standard.clock.after if standard.clock is not None else standard.limit
    return None if amount is None else amount.days


def _second(second: SecondLimit, wording: Wording) -> str:
    condition = _tidy(second.condition).rstrip(".!")
    opening = wording.say("if_word")
    if _first_word(condition) == opening:
        condition = condition[len(opening) :].strip()
    if second.limit.value == 0:
        return wording.say("second_at_once", condition=condition)
    return wording.say("second", condition=condition, amount=wording.amount(second.limit))


def _fallback(standard: ServiceStandard, wording: Wording) -> Iterator[str]:
    fallback = _tidy(standard.fallback)
    if fallback and fallback[0].islower():
        yield wording.say("fallback", clause=fallback.rstrip(".!"))
    elif fallback:
        yield _ended(fallback)


def _remedy(standard: ServiceStandard, wording: Wording) -> Iterator[str]:
    remedy = standard.remedy
    missed = wording.say(f"missed.{_missed(standard)}")
    text = _tidy(remedy.text).rstrip(".!")
    if text:
        if _first_word(text) in wording.say("clause_words").split():
            text = _lowered(text)
        yield wording.say("remedy.text", missed=missed, text=text)
    if remedy.pence is None:
        return
    yield wording.say(
        f"remedy.{'also' if text else 'money'}_{remedy.claim or 'plain'}",
        missed=missed,
        sum=_sum(remedy, remedy.pence, wording),
    )
    if remedy.claim_within is not None:
        yield wording.say("remedy.claim_within", amount=wording.amount(remedy.claim_within))
    if remedy.late_pence is not None:
        yield wording.say("remedy.late", sum=wording.money(remedy.late_pence))


def _missed(standard: ServiceStandard) -> str:
    if standard.measure in (Measure.PATTERN, Measure.SHARE):
        return "other"
    return "you" if standard.who == "you" else "we"


def _sum(remedy: Remedy, pence: int, wording: Wording) -> str:
    words = wording.money(pence)
    if remedy.pence_most is not None:
        words = wording.say("range", low=words, high=wording.money(remedy.pence_most))
    depends = _tidy(remedy.depends_on).rstrip(".!")
    return wording.say("remedy.depends", sum=words, depends=depends) if depends else words


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _first_word(text: str) -> str:
    return text.split(" ", 1)[0].casefold().rstrip(",")


def _lowered(text: str) -> str:
    return text[0].lower() + text[1:]


def _is_ended(text: str) -> bool:
    return text[-1] in ".!?"


def _ended(text: str) -> str:
    text = text[0].upper() + text[1:]
    return text if _is_ended(text) else f"{text}."
