# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the answers of a check come to: a number, a word, what to do first, what is done otherwise.

The rule is ours: it is the owner's own view of the business, never an audit. Numbers stay exact
fractions until they are shown.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import floor
from types import MappingProxyType

from servicedesk.domain.checks import Answer, CheckBank, CheckCard, CheckQuestion, GivenAnswer
from servicedesk.domain.checks_clauses import SCORED_CLAUSES, clause_order, is_within

POINTS: Mapping[Answer, int] = MappingProxyType({Answer.YES: 2, Answer.PARTLY: 1, Answer.NO: 0})
"""Points of an answer before its weight; one that does not apply counts nowhere."""

MOST_POINTS = max(POINTS.values())
KEY_WEIGHT = 2
"""A key question counts so many times."""

LEAST_PROGRESS = Fraction(4, 5)
"""With fewer questions answered there is no number for the whole check."""

LEAST_COUNTED = 2
"""With fewer answers that count a clause has no score of its own."""

_SHORT_OF = (Answer.NO, Answer.PARTLY)


class Strength(StrEnum):
    """A word for the number of a check."""

    STARTING_OUT = "starting_out"
    BUILDING = "building"
    ESTABLISHED = "established"
    STRONG = "strong"


_FROM = ((85, Strength.STRONG), (65, Strength.ESTABLISHED), (40, Strength.BUILDING))
"""From so many points, as shown, on: the word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseScore:
    """The score of one clause.

    Args:
        clause: such as "6.3.2".
        score: 0 to 100, exact; None with fewer than two answers that count.
        counted: answers that count.
    """

    clause: str
    score: Fraction | None
    counted: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A question answered with no or partly, for which no other way was given.

    Args:
        question: that was asked.
        answer: no or partly.
        note: what was noted; may be empty.
    """

    question: CheckQuestion
    answer: Answer
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """A question answered with no or partly because it is done differently on purpose.

    Args:
        question: that was asked.
        answer: no or partly.
        because: why.
    """

    question: CheckQuestion
    answer: Answer
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """What a check comes to.

    Args:
        score: 0 to 100, exact; None when nothing counts.
        shown: the score rounded half up; None when nothing counts, or while too little is answered.
        strength: the word for what is shown, or None.
        is_capped: the word would be a higher one if no key question had been answered with no.
        answered: questions answered, "does not apply" among them.
        asked: questions asked, without those that the bank has no more.
        gone: questions asked that the bank has no more; they count nowhere.
        progress: percent answered, rounded half up.
        clauses: those with a score of their own, in order; none where the bank has no clauses.
        yes: questions answered with yes.
        yes_with_note: those of them that say what shows it.
        gaps: in the order to do something about them.
        departures: in the order asked.
    """

    score: Fraction | None
    shown: int | None
    strength: Strength | None
    is_capped: bool
    answered: int
    asked: int
    gone: int
    progress: int
    clauses: tuple[ClauseScore, ...]
    yes: int
    yes_with_note: int
    gaps: tuple[Gap, ...]
    departures: tuple[Departure, ...]


def half_up(number: Fraction) -> int:
    """A number of 0 or more rounded half up: 62.5 is 63."""
    return floor(number + Fraction(1, 2))


def weight_of(question: CheckQuestion) -> int:
    """How many times a question counts."""
    return KEY_WEIGHT if question.is_key else 1


def score_of(
    questions: Iterable[CheckQuestion], answers: Mapping[str, GivenAnswer]
) -> Fraction | None:
    """The score of some questions: 0 to 100, exact; None when nothing counts.

    Args:
        questions: those looked at, each once.
        answers: by question id; others than to these questions do not matter.
    """
    got = most = 0
    for question in questions:
        points = POINTS.get(_answer(question, answers) or Answer.NOT_APPLICABLE)
        if points is not None:
            got += weight_of(question) * points
            most += weight_of(question) * MOST_POINTS
    return Fraction(100 * got, most) if most else None


def strength_of(shown: int) -> Strength:
    """The word for a number of 0 to 100, as shown."""
    return next((word for least, word in _FROM if shown >= least), Strength.STARTING_OUT)


def result_of(bank: CheckBank, card: CheckCard) -> CheckResult:
    """What a check comes to.

    Args:
        bank: its questions; those that it no longer has do not count.
        card: the check.
    """
    questions, answers = questions_of(bank, card), card.answers
    score = score_of(questions, answers)
    answered = sum(1 for one in questions if _answer(one, answers))
    done = Fraction(answered, len(questions)) if questions else Fraction(0)
    shown = None if score is None or done < LEAST_PROGRESS else half_up(score)
    bare = None if shown is None else strength_of(shown)
    is_held = any(one.is_key and _answer(one, answers) is Answer.NO for one in questions)
    is_capped = is_held and bare in (Strength.ESTABLISHED, Strength.STRONG)
    yes = [answers[one.id] for one in questions if _answer(one, answers) is Answer.YES]
    return CheckResult(
        score=score,
        shown=shown,
        strength=Strength.BUILDING if is_capped else bare,
        is_capped=is_capped,
        answered=answered,
        asked=len(questions),
        gone=len(set(card.asked)) - len(questions),
        progress=half_up(100 * done),
        clauses=clause_scores(questions, answers),
        yes=len(yes),
        yes_with_note=sum(1 for given in yes if given.note.strip()),
        gaps=_gaps(questions, answers),
        departures=_departures(questions, answers),
    )


def questions_of(bank: CheckBank, card: CheckCard) -> tuple[CheckQuestion, ...]:
    """The questions that a check asked, in its order, without those that the bank has no more."""
    known = {question.id: question for question in bank.questions}
    return tuple(known[one] for one in dict.fromkeys(card.asked) if one in known)


def clause_scores(
    questions: Iterable[CheckQuestion], answers: Mapping[str, GivenAnswer]
) -> tuple[ClauseScore, ...]:
    """The scores of clauses, 6.3.2 beside the 6 that it is part of; none without clauses."""
    found = []
    all_of_them = tuple(question for question in questions if question.clause)
    for clause in SCORED_CLAUSES if all_of_them else ():
        within = [question for question in all_of_them if is_within(question.clause, clause)]
        counted = sum(1 for one in within if _answer(one, answers) in POINTS)
        score = score_of(within, answers) if counted >= LEAST_COUNTED else None
        found.append(ClauseScore(clause=clause, score=score, counted=counted))
    return tuple(found)


def _answer(question: CheckQuestion, answers: Mapping[str, GivenAnswer]) -> Answer | None:
    given = answers.get(question.id)
    return None if given is None else given.answer


def _gaps(
    questions: tuple[CheckQuestion, ...], answers: Mapping[str, GivenAnswer]
) -> tuple[Gap, ...]:
    """Key no, key partly, other no, other partly; within each by clause, then as asked."""
    found = [
        Gap(question=one, answer=answer, note=answers[one.id].note)
        for one in questions
        if (answer := _answer(one, answers)) in _SHORT_OF and not answers[one.id].departure.strip()
    ]
    found.sort(
        key=lambda gap: (
            not gap.question.is_key,
            _SHORT_OF.index(gap.answer),
            clause_order(gap.question.clause),
        )
    )
    return tuple(found)


def _departures(
    questions: tuple[CheckQuestion, ...], answers: Mapping[str, GivenAnswer]
) -> tuple[Departure, ...]:
    return tuple(
        Departure(question=one, answer=answer, because=because)
        for one in questions
        if (answer := _answer(one, answers)) in _SHORT_OF
        and (because := answers[one.id].departure.strip())
    )
