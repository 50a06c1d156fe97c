# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the file of a complaint must hold before a step: each need names the one thing missing.

A need looks at the file alone, so a button can say beforehand what is missing. What is typed with
the step is looked at in ``complaints_asks``; which step has which is in ``complaints_stages``.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from servicedesk.domain.calendars import DayKind, WorkingCalendar
from servicedesk.domain.calendars_moments import local_date
from servicedesk.domain.complaints import ComplaintCard, Content, Finding, Priority, Stage
from servicedesk.domain.complaints_assessing import priority_of
from servicedesk.domain.complaints_file import (
    ComplaintFile,
    PauseCard,
    RemedyCard,
    StepCard,
)
from servicedesk.domain.complaints_timing import (
    CLOSE_AFTER,
    WAIT_MOST,
    asked_since,
    standing_pauses,
    standing_steps,
)
from servicedesk.domain.errors import Refusal
from servicedesk.domain.legal_figures import LegalFigures
from servicedesk.domain.names import fold
from servicedesk.domain.promises_rules import named

SECOND_LOOKS_MOST = 2
"""Second looks at one complaint; after that it is a matter for somebody outside."""

ANSWERS = frozenset({"decide", "decide_on_what_we_have"})
"""Steps that give the answer."""

AGREED = frozenset({Finding.UPHELD, Finding.PARTLY})
"""Findings after which there is something to put right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A complaint about to take a step, and what is around it.

    Args:
        file: the complaint with all that hangs on it.
        today: the day of writing.
        calendar: of the business.
        law: what the law says in figures.
        people: names of those who work here.
        owner: the name of the owner, as far as it is known.
        who: writes now, by name; "" where that makes no difference.
        master: the complaint that this one is said to be the same as, or None.
    """

    file: ComplaintFile
    today: date
    calendar: WorkingCalendar
    law: LegalFigures
    people: tuple[str, ...] = ()
    owner: str = ""
    who: str = ""
    master: ComplaintCard | None = None

    @property
    def card(self) -> ComplaintCard:
        """The complaint alone."""
        return self.file.card

    @property
    def received_on(self) -> date:
        """The day in the shop on which it came."""
        return local_date(self.calendar, self.card.draft.received_at)


Need = Callable[[Case], None]
"""Looks at the file; raises the Refusal that names what is missing."""


def finding_of(file: ComplaintFile) -> Finding | None:
    """What was found about the whole: of its issues where there are any, else what was said.

    Issues that agree give their own finding; where we agree with some and not with others it is
    partly. None while an issue is open or nothing was said.
    """
    if not file.issues:
        return file.card.finding
    found = {issue.draft.finding for issue in file.issues}
    if None in found:
        return None
    if len(found) == 1:
        return found.pop()
    return Finding.PARTLY if found & AGREED else Finding.NOT_UPHELD


def open_remedies(remedies: Iterable[RemedyCard]) -> tuple[RemedyCard, ...]:
    """Remedies that have a day and are not done."""
    return tuple(
        each for each in remedies if each.draft.due is not None and each.draft.done_on is None
    )


def running_pause(file: ComplaintFile) -> PauseCard | None:
    """The pause in which we wait for the customer now, or None.

    One that was written as running counts too, while its end is being written beside the step.
    """
    pauses = (*file.pauses, *standing_pauses(file))
    return next((pause for pause in reversed(pauses) if pause.until is None), None)


def answered_by(case: Case) -> tuple[str, ...]:
    """Names of those whose answers stand; the owner answers while nobody is said to serve."""
    steps = standing_steps(case.file.steps)
    return tuple(named(step.who, case.owner) for step in steps if step.action in ANSWERS)


def fresh_eyes(case: Case) -> tuple[str, ...]:
    """Those of us who neither handle the complaint nor answered it."""
    involved = {fold(name) for name in (case.card.draft.handler, *answered_by(case))}
    return tuple(name for name in case.people if fold(name) not in involved)


def undoable(steps: Iterable[StepCard]) -> StepCard | None:
    """The last step that stands, which "undo" takes back; None where only the first is left."""
    standing = standing_steps(steps)
    last = standing[-1] if standing else None
    return None if last is None or last.action == "log" else last


def waited_for_other(case: Case) -> bool:
    """Somebody else has had ten working days, so that going on without them is suggested."""
    steps = reversed(standing_steps(case.file.steps))
    since = next((step.happened_on for step in steps if step.after is Stage.WAITING_OTHER), None)
    if since is None:
        return False
    return case.today >= case.calendar.add_days(since, WAIT_MOST, DayKind.WORKING)


def before_findings(card: ComplaintCard) -> tuple[Refusal, ...]:
    """What must be known before it is written what was found, after harm or damage.

    The insurer is told first, or need not be for a reason, whatever was found; goods from stock
    are looked for, their sale stopped, the supplier told.
    """
    if not (card.assessment.is_safety or card.draft.is_safety):
        return ()
    found = []
    if card.dates.insurer_told_on is None and not card.insurer_not_needed:
        found.append(Refusal("complaint_needs_insurer", "insurer_told_on"))
    if card.draft.from_stock and card.dates.stock_checked_on is None:
        found.append(Refusal("complaint_needs_stock", "stock_checked_on"))
    return tuple(found)


def raise_first(found: tuple[Refusal, ...]) -> None:
    """Raise the first of what is missing, if anything is."""
    for refusal in found:
        raise refusal


def not_most_urgent(case: Case) -> None:
    """It's sorted is not for what goes first."""
    if priority_of(case.card.assessment) is Priority.P1:
        raise Refusal("complaint_p1_full_steps", ref=case.card.ref)


def not_acknowledged(case: Case) -> None:
    """Nobody has told them yet."""
    if case.card.dates.acknowledged_at is not None:
        raise Refusal("complaint_acknowledged_already")


def issues_answered(case: Case) -> None:
    """Every issue has its outcome and the reasons for it."""
    for issue in case.file.issues:
        if issue.draft.finding is None:
            raise Refusal("complaint_issue_needs_finding", "issues", place=issue.place)
        if not issue.draft.reasons.strip():
            raise Refusal("complaint_issue_needs_reasons", "issues", place=issue.place)


def harm_cleared(case: Case) -> None:
    """After harm, insurer and stock are seen to before we agree."""
    if finding_of(case.file) in AGREED:
        raise_first(before_findings(case.card))


def reminded_and_waited(case: Case) -> None:
    """A reminder went out ten working days ago."""
    pause = running_pause(case.file)
    if pause is None or pause.reminded_on is None:
        raise Refusal("complaint_needs_reminder")
    until = case.calendar.add_days(pause.reminded_on, WAIT_MOST, DayKind.WORKING)
    if case.today < until:
        raise Refusal("complaint_reminder_wait", days=WAIT_MOST)


def something_agreed(case: Case) -> None:
    """Only what we agree with is put right."""
    if finding_of(case.file) not in AGREED:
        raise Refusal("complaint_remedy_needs_agreement", "finding")


def remedy_planned(case: Case) -> None:
    """There is a remedy with a day."""
    if not open_remedies(case.file.remedies):
        raise Refusal("complaint_needs_remedy_due", "remedies")


def remedies_done(case: Case) -> None:
    """Every remedy with a day is done."""
    if waiting := open_remedies(case.file.remedies):
        raise Refusal("complaint_remedies_open", "remedies", count=len(waiting))


def cause_named(case: Case) -> None:
    """What went wrong underneath is said, or why nothing did."""
    learning = case.card.learning
    if not learning.causes and not learning.no_cause_because.strip():
        raise Refusal("complaint_needs_cause", "causes")


def action_named(case: Case) -> None:
    """Something is done about it, or there is a reason for nothing."""
    if not case.file.actions and not case.card.learning.no_action_because.strip():
        raise Refusal("complaint_needs_action", "no_action_because")


def followed_up(case: Case) -> None:
    """Somebody asked how it went, or ten working days have passed.

    That they seemed content when it was put right counts as having asked, as with It's sorted:
    not for what goes first, and not for what was looked into again.
    """
    card, dates = case.card, case.card.dates
    if dates.resolved_on is None or asked_since(dates) is not None:
        return
    is_first = priority_of(card.assessment) is Priority.P1
    if card.content is Content.YES and not (is_first or card.level or card.reopened):
        return
    until = case.calendar.add_days(dates.resolved_on, CLOSE_AFTER, DayKind.WORKING)
    if case.today < until:
        raise Refusal("complaint_needs_follow_up", days=CLOSE_AFTER)


def second_look_left(case: Case) -> None:
    """There are second looks left."""
    if case.card.level >= SECOND_LOOKS_MOST:
        raise Refusal("complaint_second_looks_used", most=SECOND_LOOKS_MOST)


def something_to_undo(case: Case) -> None:
    """There is a step that can be taken back."""
    if undoable(case.file.steps) is None:
        raise Refusal("complaint_nothing_to_undo")
