# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What holds for a breach: what it needs, what comes next, and when nothing is left to do."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime

from servicedesk.domain.breaches import BreachCard, BreachDraft, BreachLaw, BreachRisk, BreachStep
from servicedesk.domain.breaches_clock import report_by
from servicedesk.domain.entries import tidy_line
from servicedesk.domain.errors import Refusal
from servicedesk.domain.names import check_length, clean_text

WHAT_MOST = 500
"""Characters of what happened: a few sentences."""

LINE_MOST = 300
"""Characters of whose information it is, and of what."""

TEXT_MOST = 2_000
"""Characters of every longer text."""

REF_MOST = 60
PEOPLE_MOST = 10_000_000
YEARS_BACK = 20
"""A breach longer ago than this is a slip of the year."""

_REPORTED = frozenset({BreachRisk.LIKELY, BreachRisk.HIGH})


def checked_breach(draft: BreachDraft, now: datetime, today: date) -> BreachDraft:
    """A breach as it is kept. Only what happened and when we knew are needed to begin.

    Args:
        draft: as typed.
        now: the moment, aware.
        today: its day in the shop.

    Raises:
        Refusal: ``breach_needs_what`` for "what"; ``breach_ahead`` for "known_at", "reported_at",
            "happened_on" or "told_on"; ``breach_long_ago`` for "known_at" or "happened_on";
            ``breach_reported_before`` for "reported_at"; ``breach_people_off`` for "people"; what
            ``tidy_line`` and ``check_length`` raise.
    """
    what = check_length(clean_text(draft.what).strip(), WHAT_MOST, "what")
    if not what:
        raise Refusal("breach_needs_what", "what")
    _check_moments(draft, now, today)
    if draft.people is not None and not 0 <= draft.people <= PEOPLE_MOST:
        raise Refusal("breach_people_off", "people", most=PEOPLE_MOST)
    reported = draft.reported_at
    return replace(
        draft,
        what=what,
        known_at=draft.known_at.astimezone(UTC),
        reported_at=None if reported is None else reported.astimezone(UTC),
        whose=tidy_line(draft.whose, "whose", LINE_MOST),
        data=tidy_line(draft.data, "data", LINE_MOST),
        report_ref=tidy_line(draft.report_ref, "report_ref", REF_MOST),
        effects=_text(draft.effects, "effects"),
        risk_why=_text(draft.risk_why, "risk_why"),
        late_why=_text(draft.late_why, "late_why"),
        no_report_why=_text(draft.no_report_why, "no_report_why"),
        told_how=_text(draft.told_how, "told_how"),
        no_tell_why=_text(draft.no_tell_why, "no_tell_why"),
        did=_text(draft.did, "did"),
    )


def next_step(draft: BreachDraft, law: BreachLaw) -> BreachStep:
    """What is to be done next, while it is open.

    Where no law of ours holds there is nobody to report to, and whom to tell is for the owner.

    Args:
        draft: of the breach.
        law: of the place.
    """
    if draft.risk is None:
        return BreachStep.JUDGE
    if needs_report(draft, law) and draft.reported_at is None and not draft.no_report_why:
        return BreachStep.REPORT
    if needs_telling(draft, law) and draft.told_on is None and not draft.no_tell_why:
        return BreachStep.TELL
    return BreachStep.CLOSE if draft.did else BreachStep.ACT


def needs_report(draft: BreachDraft, law: BreachLaw) -> bool:
    """Whether the regulator is to hear of it: unless harm to people is unlikely."""
    return law.has_report and draft.risk in _REPORTED


def needs_telling(draft: BreachDraft, law: BreachLaw) -> bool:
    """Whether the people are to hear of it: when the risk to them is high."""
    return law.has_report and draft.risk is BreachRisk.HIGH


def is_clock_running(card: BreachCard, law: BreachLaw) -> bool:
    """Whether the hours for a report still matter: nothing has settled that none is needed."""
    draft = card.draft
    is_settled = draft.reported_at is not None or bool(draft.no_report_why)
    return (
        law.has_report and card.is_open and not is_settled and draft.risk is not BreachRisk.UNLIKELY
    )


def was_late(draft: BreachDraft, law: BreachLaw) -> bool:
    """Whether the report came after its hours."""
    reported = draft.reported_at
    return (
        law.has_report and reported is not None and reported > report_by(draft.known_at, law.hours)
    )


def check_closing(draft: BreachDraft, law: BreachLaw) -> None:
    """Whether nothing is left to do.

    Args:
        draft: of the breach.
        law: of the place.

    Raises:
        Refusal: ``breach_not_judged``, ``breach_no_reason``, ``breach_not_reported``,
            ``breach_late_unsaid``, ``breach_not_told`` or ``breach_nothing_done``, each for its
            field.
    """
    step = next_step(draft, law)
    if step is BreachStep.JUDGE:
        raise Refusal("breach_not_judged", "risk")
    if not draft.risk_why:
        raise Refusal("breach_no_reason", "risk_why")
    if step is BreachStep.REPORT:
        raise Refusal("breach_not_reported", "reported_at")
    if was_late(draft, law) and not draft.late_why:
        raise Refusal("breach_late_unsaid", "late_why")
    if step is BreachStep.TELL:
        raise Refusal("breach_not_told", "told_on")
    if step is BreachStep.ACT:
        raise Refusal("breach_nothing_done", "did")


def in_order(cards: Iterable[BreachCard], law: BreachLaw) -> tuple[BreachCard, ...]:
    """Breaches as they are shown: hours running first, then open, then closed, the newest first."""
    return tuple(sorted(cards, key=lambda card: _place(card, law)))


def _place(card: BreachCard, law: BreachLaw) -> tuple[int, float, int]:
    known = card.draft.known_at.timestamp()
    if is_clock_running(card, law):
        return 0, known, card.id
    return (1 if card.is_open else 2), -known, -card.id


def _text(typed: str, field: str) -> str:
    return check_length(clean_text(typed).strip(), TEXT_MOST, field)


def _check_moments(draft: BreachDraft, now: datetime, today: date) -> None:
    for name, moment in (("known_at", draft.known_at), ("reported_at", draft.reported_at)):
        if moment is not None and moment > now:
            raise Refusal("breach_ahead", name)
    for name, day in (("happened_on", draft.happened_on), ("told_on", draft.told_on)):
        if day is not None and day > today:
            raise Refusal("breach_ahead", name)
    oldest = today.year - YEARS_BACK
    if draft.known_at.year < oldest:
        raise Refusal("breach_long_ago", "known_at", years=YEARS_BACK)
    if draft.happened_on is not None and draft.happened_on.year < oldest:
        raise Refusal("breach_long_ago", "happened_on", years=YEARS_BACK)
    if draft.reported_at is not None and draft.reported_at < draft.known_at:
        raise Refusal("breach_reported_before", "reported_at")
