# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The promise that stands behind a letter which gives one, when there is none on record yet."""

from datetime import date

from servicedesk.domain.letters import VALUES, LetterStage
from servicedesk.domain.promises import Due, PromiseDraft, PromiseKind


def promise_behind(
    stage: LetterStage, values: VALUES, customer_id: int | None, today: date, visit: str
) -> PromiseDraft | None:
    """The promise that a letter gives; None for one that speaks of what there is already.

    Args:
        stage: of the letter.
        values: of its fields.
        customer_id: to whom, or None.
        today: the day of writing, on which it was made unless the letter says otherwise.
        visit: what an appointment promises, in words.
    """
    if stage is LetterStage.PROMISE:
        return PromiseDraft(
            customer_id=customer_id,
            text=values.get("promise.text", ""),
            due=_due(values, "promise.due"),
            promiser=values.get("promise.promiser", ""),
            made_on=_day(values, "promise.made_on") or today,
            job_ref=values.get("promise.job", ""),
            condition=values.get("promise.condition", ""),
            remedy=values.get("promise.remedy", ""),
        )
    if stage is LetterStage.VISIT:
        return PromiseDraft(
            customer_id=customer_id,
            text=visit,
            due=_due(values, "slot.day"),
            promiser=values.get("who_comes", ""),
            made_on=today,
            kind=PromiseKind.VISIT,
        )
    return None


def _due(values: VALUES, name: str) -> Due | None:
    day = _day(values, name)
    return None if day is None else Due(day=day)


def _day(values: VALUES, name: str) -> date | None:
    """A day that ``printed_values`` has read already."""
    written = values.get(name, "").strip()
    return date.fromisoformat(written) if written else None
