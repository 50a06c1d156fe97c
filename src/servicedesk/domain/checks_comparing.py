# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A check beside an earlier one: only questions that were answered both times are compared."""

from dataclasses import dataclass

from servicedesk.domain.checks import Answer, CheckBank, CheckCard, CheckQuestion
from servicedesk.domain.checks_scores import POINTS, half_up, score_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One question then and now.

    Args:
        question: as the bank has it now.
        before: the answer then.
        now: the answer now.
    """

    question: CheckQuestion
    before: Answer
    now: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A check beside an earlier one; every list in the order asked now.

    Args:
        points: by how many points of 100 it is better, on the same questions, each score rounded
            half up first; None where one of them has none.
        better: from no to partly or yes, from partly to yes.
        worse: the other way round.
        same: answered alike.
        other: where it did not apply the one time and did the other.
        only_now: ids of questions answered now that were not then.
        only_before: ids of questions answered then that were not now, gone ones among them.
        is_other_bank: the questions were other ones then.
    """

    points: int | None
    better: tuple[Change, ...]
    worse: tuple[Change, ...]
    same: tuple[Change, ...]
    other: tuple[Change, ...]
    only_now: tuple[str, ...]
    only_before: tuple[str, ...]
    is_other_bank: bool


def compared(bank: CheckBank, before: CheckCard, now: CheckCard) -> Comparison:
    """Set a check beside an earlier one.

    Args:
        bank: the questions as they are now; whatever they were called then, an id is for life.
        before: the earlier check, perhaps of an older or shorter bank.
        now: the later one.
    """
    known = {question.id: question for question in bank.questions}
    then, today = _answered(before), _answered(now)
    shared = [one for one in today if one in then and one in known]
    changes = [Change(question=known[one], before=then[one], now=today[one]) for one in shared]
    questions = [change.question for change in changes]
    scores = [score_of(questions, card.answers) for card in (before, now)]
    rounded = [half_up(score) for score in scores if score is not None]
    steps = [(_step(change), change) for change in changes]
    return Comparison(
        points=rounded[1] - rounded[0] if len(rounded) == len(scores) else None,
        better=tuple(change for step, change in steps if step is not None and step > 0),
        worse=tuple(change for step, change in steps if step is not None and step < 0),
        same=tuple(change for step, change in steps if step == 0),
        other=tuple(change for step, change in steps if step is None),
        only_now=tuple(one for one in today if one not in then),
        only_before=tuple(one for one in then if one not in today),
        is_other_bank=before.bank_version != now.bank_version,
    )


def _answered(card: CheckCard) -> dict[str, Answer]:
    """What was answered to each question asked, in order."""
    given = ((one, card.answers.get(one)) for one in dict.fromkeys(card.asked))
    return {
        one: answer.answer
        for one, answer in given
        if answer is not None and answer.answer is not None
    }


def _step(change: Change) -> int | None:
    """How many points up; None where it did not apply one of the times only."""
    if change.before is change.now:
        return 0
    before, now = POINTS.get(change.before), POINTS.get(change.now)
    return None if before is None or now is None else now - before
