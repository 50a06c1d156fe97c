# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a letter hands to the steps of its complaint, and the complaint behind one without a record.

A letter can come before the record: what it speaks of is then written down when it goes out.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.complaints import (
    ComplaintCard,
    ComplaintDraft,
    Finding,
    Promised,
    Stage,
    Track,
)
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_assessing import quick_assessment
from servicedesk.domain.complaints_clocks import dues
from servicedesk.domain.complaints_file import ComplaintFile
from servicedesk.domain.complaints_guards import Case, before_findings
from servicedesk.domain.complaints_rights import cancel_by
from servicedesk.domain.complaints_safety import safety_words
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.complaints_timing import first_timing, moment_of
from servicedesk.domain.customers import Channel
from servicedesk.domain.errors import Refusal
from servicedesk.domain.legal_figures import LegalFigures
from servicedesk.domain.letters import VALUES, LetterDraft, LetterStage, LetterTemplate
from servicedesk.domain.letters_complaints import AFTER_INSURER, ANSWERING, SECOND_LOOK
from servicedesk.domain.letters_days import CANCEL_FROM
from servicedesk.domain.letters_fields import VOICES
from servicedesk.domain.letters_fields_complaints import FINDING
from servicedesk.domain.letters_speech import unquoted
from servicedesk.domain.phrases import Phrases

RECEIVED_ON = "complaint.received_on"
"""The field with the day on which a complaint came."""

SUMMARY = "complaint.summary"
"""The field with the words of whoever complained."""

CONTRACT_DATE = "contract.date"
CANCEL_BY = "contract.cancel_by"

FINDINGS: Mapping[str, Finding] = {
    "L04": Finding.UPHELD,
    "L05": Finding.PARTLY,
    "L06": Finding.NOT_UPHELD,
}
"""What the answers find about the whole."""

_MAKING = frozenset(
    {
        LetterStage.RECEIVED,
        LetterStage.PROGRESS,
        LetterStage.QUESTION,
        LetterStage.ANSWER,
        LetterStage.APOLOGY,
        LetterStage.FINAL,
        LetterStage.SECOND_LOOK,
        LetterStage.DATA_RECEIVED,
        LetterStage.DATA_ANSWER,
        LetterStage.REFUND,
        LetterStage.REMEDY,
        LetterStage.BEHAVIOUR,
    }
)
"""Letters that come of a complaint, so that one is written down where there is none."""

_NEVER_ALONE = frozenset(
    {
        LetterStage.RECEIVED,
        LetterStage.DATA_RECEIVED,
        LetterStage.FOLLOW_UP,
        LetterStage.BEHAVIOUR,
    }
)
"""Letters that speak of a complaint on record: of its reference, its day, or that it goes on."""

_DATA = frozenset({LetterStage.DATA_RECEIVED, LetterStage.DATA_ANSWER})
_WORDS: Mapping[Action, tuple[str, ...]] = {
    Action.ASK_CUSTOMER: ("items",),
    Action.WAIT_OTHER: ("customer.name",),
    Action.DECIDE: ("findings", "review_result", "what_happened"),
    Action.DECIDE_ON_WHAT_WE_HAVE: ("findings", "review_result", "what_happened"),
    Action.EXTEND: ("reason", "still_to_do", "progress"),
}
"""Fields that say what a step asks for, the best first."""

_BEHIND = {
    "text": SUMMARY,
    "received_at": RECEIVED_ON,
    "handler": "complaint.handler",
    "called": "customer.name",
    "words": "findings",
    "due": "new_date",
    "over_because": "remedies",
    "amount_pence": "remedies",
}
_OF_TEXT = (SUMMARY, "what_happened")
_OF_HARM = (*_OF_TEXT, "effect_on_you")
_EVER = datetime(1900, 1, 1, tzinfo=UTC)


def makes_complaint(stage: LetterStage) -> bool:
    """Whether a letter of a stage writes down a complaint where there is none on record."""
    return stage in _MAKING


def check_without_record(template: LetterTemplate, *, is_consumer: bool) -> None:
    """See that a letter may go out that is about no complaint on record, and makes none.

    Args:
        template: of the letter.
        is_consumer: False for a business, to which what the law gives people does not apply.

    Raises:
        Refusal: ``letter_needs_complaint`` where it speaks of one, ``letter_consumers_only``.
    """
    if template.stage in _NEVER_ALONE:
        raise Refusal("letter_needs_complaint", title=template.title)
    if template.stage is LetterStage.CANCELLATION and not is_consumer:
        raise Refusal("letter_consumers_only", title=template.title)


def check_harm(case: Case, draft: LetterDraft) -> None:
    """See that no letter before the record says what was found while somebody was hurt.

    The day on which the insurer was told is kept with the complaint, so that comes first.

    Raises:
        Refusal: ``letter_harm_first``.
    """
    if draft.template in AFTER_INSURER and before_findings(case.card):
        raise Refusal("letter_harm_first", SUMMARY)


def asked_for_complaint(stage: LetterStage) -> tuple[str, ...]:
    """Fields that the complaint behind a letter needs, whether the letter prints them or not."""
    return (RECEIVED_ON, SUMMARY) if stage in _MAKING else ()


def complaint_behind(
    stage: LetterStage,
    draft: LetterDraft,
    now: datetime,
    today: date,
    calendar: WorkingCalendar,
    phrases: Phrases,
) -> ComplaintDraft:
    """The complaint that a letter speaks of and that is not on record.

    Args:
        stage: of the letter.
        draft: as it was written, its days readable.
        now: the moment of writing, in UTC.
        today: the day of writing, on which it came unless the letter says otherwise.
        calendar: of the business.
        phrases: ``letter.channel.*``.
    """
    values = draft.values
    came_on = day_of(values, RECEIVED_ON) or today
    name = values.get("customer.name", "").strip()
    return ComplaintDraft(
        customer_id=draft.customer_id,
        called="" if draft.customer_id is not None else name,
        text=unquoted(
            next((said for key in _OF_TEXT if (said := values.get(key, "").strip())), "")
        ),
        is_safety=any(safety_words(values.get(key, "")) for key in _OF_HARM),
        received_at=moment_of(came_on, None, _EVER, now, calendar),
        channel=channel_meant(values.get("complaint.channel", ""), phrases),
        handler=values.get("complaint.handler", ""),
        track=Track.DATA_PROTECTION if stage in _DATA else Track.ORDINARY,
    )


def case_behind(
    made: ComplaintDraft,
    ref: str,
    today: date,
    calendar: WorkingCalendar,
    law: LegalFigures,
    template_id: str,
) -> Case:
    """A complaint that is not on record yet, for letters about it.

    Args:
        made: as it would be written down.
        ref: that it would have.
        today: the day of writing.
        calendar: of the business.
        law: what the law says in figures.
        template_id: of the letter; one that gives the answer comes after looking into it.
    """
    assessment = quick_assessment(made)
    card = ComplaintCard(
        id=0,
        ref=ref,
        draft=made,
        stage=Stage.INVESTIGATING if template_id in ANSWERING else Stage.RECEIVED,
        level=level_behind(template_id),
        assessment=assessment,
        dues=dues(first_timing(made, assessment, Promised()), calendar, law),
    )
    return Case(file=ComplaintFile(card=card), today=today, calendar=calendar, law=law)


def level_behind(template_id: str) -> int:
    """How often a complaint was looked at again that a letter writes down."""
    return 1 if template_id == SECOND_LOOK else 0


def given_for(
    action: Action,
    draft: LetterDraft,
    on: date,
    at: datetime,
    outside_body: str,
    known: Finding | None = None,
) -> Given:
    """What is typed with a step that a letter takes.

    Args:
        action: the step.
        draft: of the letter.
        on: the day it goes out.
        at: the minute, in UTC.
        outside_body: whom they can turn to, or what is written down where there is nobody.
        known: what was found about the whole already, or None.
    """
    given = Given(on=on, letter=True, channel=draft.channel)
    if action is Action.ACKNOWLEDGE:
        return replace(given, at=at)
    if action is Action.GO_OUTSIDE:
        return replace(given, words=outside_body)
    said = (draft.values.get(name, "").strip() for name in _WORDS.get(action, ()))
    words = next((one for one in said if one), "")
    if action in (Action.DECIDE, Action.DECIDE_ON_WHAT_WE_HAVE):
        return replace(given, words=words, finding=_found(draft, known))
    return replace(given, words=words, due=_new_day(action, draft.values))


def _new_day(action: Action, values: VALUES) -> date | None:
    return day_of(values, "new_date") if action is Action.EXTEND else None


def chosen_finding(values: VALUES) -> Finding | None:
    """What was chosen of whether we agree, or None."""
    chosen = values.get(FINDING, "").strip()
    return Finding(chosen) if chosen in set(Finding) else None


def _found(draft: LetterDraft, known: Finding | None) -> Finding | None:
    """What a letter finds about the whole: "we cannot tell" goes out with L06 too."""
    usual = FINDINGS.get(draft.template)
    if usual is Finding.NOT_UPHELD and known is Finding.NO_FINDING:
        return known
    return usual or chosen_finding(draft.values)


def field_behind_complaint(field: str | None) -> str | None:
    """The field of a letter that stands for one of its complaint; else the same."""
    return None if field is None else _BEHIND.get(field, field)


def begun_beside(stage: LetterStage, case: Case) -> dict[str, str]:
    """What the fields begin with of two letters that may come of a complaint.

    Args:
        stage: of the letter.
        case: the complaint and what is around it.
    """
    draft = case.card.draft
    if stage is LetterStage.CLAIM:
        return {"claim.order": draft.job_ref}
    if stage is LetterStage.CANCELLATION:
        agreed = (draft.happened_on or case.received_on).isoformat()
        return {
            "contract.what": draft.product,
            CONTRACT_DATE: agreed,
            **following(CONTRACT_DATE, agreed, case.law),
        }
    return {}


def following(name: str, text: str, law: LegalFigures) -> dict[str, str]:
    """Fields that follow from another one: the last day to cancel from agreement or delivery.

    Args:
        name: of the field that was typed.
        text: what stands in it, a day as ISO text.
        law: what the law says in figures.
    """
    if name not in CANCEL_FROM or not text:
        return {}
    return {CANCEL_BY: cancel_by(date.fromisoformat(text), law).isoformat()}


def channel_meant(words: str, phrases: Phrases) -> Channel:
    """The channel that is meant by words such as "by phone"; at the counter for any others."""
    said = words.strip().casefold()
    for one in Channel:
        for voice in VOICES.values():
            if phrases.say(f"letter.channel.{one}", **voice).casefold() == said:
                return one
    return Channel.COUNTER


def day_of(values: VALUES, name: str) -> date | None:
    """A day that ``printed_values`` has read already."""
    written = values.get(name, "").strip()
    return date.fromisoformat(written) if written else None
