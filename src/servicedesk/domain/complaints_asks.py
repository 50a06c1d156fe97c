# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What must be typed with a step of a complaint: each ask names the one thing missing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from servicedesk.domain.calendars import DayKind, add_months
from servicedesk.domain.complaints import ComplaintCard, Content, Finding, Priority, Stage
from servicedesk.domain.complaints_assessing import priority_of
from servicedesk.domain.complaints_guards import (
    AGREED,
    ANSWERS,
    Case,
    answered_by,
    before_findings,
    finding_of,
    fresh_eyes,
    raise_first,
    remedies_done,
    running_pause,
)
from servicedesk.domain.complaints_timing import (
    DISAGREE_WITHIN,
    PAST_CEILING_FROM,
    restarted_on,
    standing_steps,
)
from servicedesk.domain.customers import Channel
from servicedesk.domain.errors import Refusal
from servicedesk.domain.names import fold

REOPEN_WITHIN = 12
"""Months after it was finished in which a complaint is opened again without the owner's word."""

IN_WRITING = frozenset({Channel.EMAIL, Channel.POST, Channel.WEB})
"""Channels on which a complaint or an answer is in writing."""

_MINUTE = timedelta(minutes=1)
_NO_MASTER = {
    Stage.WITHDRAWN: "complaint_master_withdrawn",
    Stage.DUPLICATE: "complaint_master_duplicate",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What is typed with a step.

    Args:
        on: the day it happened.
        at: the minute, in UTC, where it is known.
        words: the question, whom we wait for, what we answered, why it takes longer, how they
            withdrew it or what came out outside.
        channel: on which channel the customer was told, or told us.
        letter: a letter of ours says it.
        suited_them: they were content to hear it on another channel than the one they prefer.
        finding: about the whole, where there are no separate issues; None keeps the file's.
        content: whether the customer seemed content.
        accepted: the customer accepts it as it is.
        owner_wishes: the owner wants it although the usual time is over.
        customer_went: the customer went outside without waiting for us.
        by_whom: who takes the second look.
        master_id: of the complaint that this one is the same as.
        due: the day for the answer that a letter promises; None for the usual longer time.
    """

    on: date
    at: datetime | None = None
    words: str = ""
    channel: Channel | None = None
    letter: bool = False
    suited_them: bool = False
    finding: Finding | None = None
    content: Content = Content.NOT_SAID
    accepted: bool = False
    owner_wishes: bool = False
    customer_went: bool = False
    by_whom: str = ""
    master_id: int | None = None
    due: date | None = None


Ask = Callable[[Case, Given], None]
"""Looks at what was typed with the step; raises the Refusal that names what is missing."""


def given_finding(case: Case, given: Given) -> Finding | None:
    """What was found about the whole, with what is typed now."""
    if case.file.issues:
        return finding_of(case.file)
    return given.finding or case.card.finding


def happened(case: Case, given: Given) -> None:
    """The day lies between the receipt and today."""
    if given.on > case.today:
        raise Refusal("complaint_step_ahead", "on")
    if given.on < case.received_on:
        raise Refusal("complaint_step_before_receipt", "on")


def in_order(case: Case, given: Given) -> None:
    """As ``happened``, and not before the answer and what came after it."""
    happened(case, given)
    dates = case.card.dates
    known = (dates.decided_on, dates.resolved_on, dates.external_on, dates.closed_on)
    if any(day is not None and given.on < day for day in known):
        raise Refusal("complaint_step_before_last", "on")


def told_after_receipt(case: Case, given: Given) -> None:
    """They were told after it came, and it is known how."""
    too_early = given.at is not None and given.at < case.card.draft.received_at - _MINUTE
    if too_early or given.on < case.received_on:
        raise Refusal("complaint_ack_before_receipt", "on")
    told(case, given)


def told(_case: Case, given: Given) -> None:
    """It is known on which channel."""
    if given.channel is None and not given.letter:
        raise Refusal("complaint_needs_channel", "channel")


def words_said(code: str) -> Ask:
    """Words that must stand there: a question, whom we wait for, what came out.

    Args:
        code: of the sentence that asks for them.
    """

    def ask(_case: Case, given: Given) -> None:
        if not given.words.strip():
            raise Refusal(code, "words")

    return ask


def reply_after_question(case: Case, given: Given) -> None:
    """The reply came after the question."""
    pause = running_pause(case.file)
    if pause is not None and given.on < pause.from_on:
        raise Refusal("complaint_reply_before_question", "on")


def answer_reasoned(case: Case, given: Given) -> None:
    """Without separate issues, the whole has its outcome and reasons."""
    if case.file.issues:
        return
    if given_finding(case, given) is None:
        raise Refusal("complaint_needs_finding", "finding")
    if not (given.words.strip() or case.card.outcome_words.strip()):
        raise Refusal("complaint_needs_reasons", "words")


def answer_cleared(case: Case, given: Given) -> None:
    """As ``harm_cleared``, with the outcome that is typed now."""
    if given_finding(case, given) in AGREED:
        raise_first(before_findings(case.card))


def sorted_cleared(case: Case, given: Given) -> None:
    """As ``harm_cleared``, with what is found by saying that it is sorted."""
    if given.finding in AGREED:
        raise_first(before_findings(case.card))


def writing_because(card: ComplaintCard, finding: Finding | None) -> str | None:
    """Why an answer goes in writing, as the code of the sentence that asks for it; None if not.

    Args:
        card: of the complaint.
        finding: about the whole, or None while nobody has said.
    """
    if priority_of(card.assessment) is Priority.P1:
        return "complaint_writing_first"
    if card.draft.channel in IN_WRITING:
        return "complaint_writing_asked"
    if finding is Finding.NOT_UPHELD:
        return "complaint_writing_disagreed"
    return None


def answer_in_writing(case: Case, given: Given) -> None:
    """A letter where they wrote, where it goes first, or where we do not agree."""
    because = writing_because(case.card, given_finding(case, given))
    if because is not None and not (given.letter or given.channel in IN_WRITING):
        raise Refusal(because, "channel")


def answer_as_preferred(case: Case, given: Given) -> None:
    """On the channel they prefer, unless it suited them otherwise or a letter says it.

    Where an answer has to go in writing and they prefer to be rung, writing is right.
    """
    prefers = case.card.prefers
    if prefers in (None, given.channel) or given.letter or given.suited_them:
        return
    must_write = writing_because(case.card, given_finding(case, given)) is not None
    if not must_write or prefers in IN_WRITING:
        raise Refusal("complaint_answer_preferred", "channel", how=prefers)


def nothing_left_or_accepted(case: Case, given: Given) -> None:
    """Nothing is left to put right, or the customer accepts it as it is."""
    if not given.accepted:
        remedies_done(case)


def disagreed_in_time(case: Case, given: Given) -> None:
    """They said within twenty working days of the last answer that they disagree."""
    dates = case.card.dates
    days = [day for day in (dates.decided_on, dates.resolved_on) if day is not None]
    days += [step.happened_on for step in standing_steps(case.file.steps) if step.action in ANSWERS]
    if days:
        last = case.calendar.add_days(max(days), DISAGREE_WITHIN, DayKind.WORKING)
        if given.on > last:
            raise Refusal("complaint_second_look_late", "on", days=DISAGREE_WITHIN)


def looked_at_afresh(case: Case, given: Given) -> None:
    """Another person takes the second look where there is one."""
    if not given.by_whom.strip():
        raise Refusal("complaint_second_look_by", "by_whom")
    fresh = fresh_eyes(case)
    taker = fold(given.by_whom.strip())
    if fresh and taker in {fold(case.card.draft.handler), *map(fold, answered_by(case))}:
        raise Refusal("complaint_second_look_same", "by_whom", name=fresh[0])


def still_reopened(case: Case, given: Given) -> None:
    """Within a year, or because the owner wants it."""
    closed_on = case.card.dates.closed_on
    if closed_on is None or given.owner_wishes:
        return
    if given.on > add_months(closed_on, REOPEN_WITHIN):
        raise Refusal("complaint_reopen_late", "owner_wishes", months=REOPEN_WITHIN)


def time_for_outside(case: Case, given: Given) -> None:
    """We have looked twice or eight weeks are over, and said our last word; or they just went."""
    if given.customer_went:
        return
    if case.card.level < 1 and case.today < case.card.dues.ceiling_on:
        raise Refusal("complaint_outside_early", "customer_went")
    if not given.letter:
        raise Refusal("complaint_outside_needs_letter", "customer_went")


def longer_explained(_case: Case, given: Given) -> None:
    """A letter tells them why it takes longer."""
    if not given.letter:
        raise Refusal("complaint_extend_needs_letter")
    if not given.words.strip():
        raise Refusal("complaint_extend_needs_reason", "words")


def day_promised(case: Case, given: Given) -> None:
    """The new day can be kept to: later than the one that stands, within the eight weeks.

    When the eight weeks are nearly over, a letter that says why can promise a day past them. The
    usual longer time is given once, and neither past a day in writing nor for a second look.
    """
    card, due = case.card, given.due
    again = restarted_on(case.file.steps)
    if due is None:
        was_promised = card.dates.promised_for is not None
        if card.assessment.is_complex or was_promised or again is not None:
            raise Refusal("complaint_extend_needs_day", "due")
        return
    if due <= given.on:
        raise Refusal("complaint_extend_day_past", "due")
    if due <= card.dues.decide_on:
        raise Refusal("complaint_extend_not_later", "due")
    ceiling = card.dues.ceiling_on
    if due > ceiling and (again is None or again <= ceiling):
        may_pass = case.calendar.add_days(case.today, PAST_CEILING_FROM, DayKind.WORKING)
        if may_pass < ceiling:
            raise Refusal("complaint_extend_past_ceiling", "due")


def withdrawn_how(_case: Case, given: Given) -> None:
    """It is known how they took it back."""
    if given.channel is None and not given.letter and not given.words.strip():
        raise Refusal("complaint_needs_withdrawn_how", "channel")


def master_named(case: Case, given: Given) -> None:
    """The other complaint is named, is another one, and is not out of the way itself."""
    if given.master_id is None:
        raise Refusal("complaint_needs_master", "master_id")
    if given.master_id == case.card.id:
        raise Refusal("complaint_master_itself", "master_id")
    stage = None if case.master is None else case.master.stage
    if case.master is not None and stage in _NO_MASTER:
        raise Refusal(_NO_MASTER[stage], "master_id", ref=case.master.ref)
