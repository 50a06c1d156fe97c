# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Dialogs of a complaint's file: its weight, its points, the log, behaviour."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from servicedesk.domain.complaints import Assessment, Finding, Priority
from servicedesk.domain.complaints_checking import NOTES_MOST
from servicedesk.domain.complaints_file import (
    BehaviourCard,
    BehaviourDraft,
    ComplaintFile,
    EntryDraft,
    EntryKind,
    IssueCard,
    IssueDraft,
)
from servicedesk.domain.guides import Choice, Question
from servicedesk.ui.complaints import file_questions as ask
from servicedesk.ui.complaints.file_state import Asked, Read, Take
from servicedesk.ui.complaints.file_told import SCALES, scale_words
from servicedesk.ui.complaints.file_typed import Typed
from servicedesk.ui.core.labels import Labels
from servicedesk.ui.core.workbench import Workbench

_FORM = "complaints"
"""Under which name half-typed dialogs about the complaint itself are kept."""

_ALL = tuple(str(step) for step in range(4))
"""The steps of a scale."""


def kept_as(complaint_id: int, part: str) -> tuple[str, str]:
    """Where the half-typed dialog about a part of a complaint is kept."""
    return _FORM, f"{complaint_id}-{part}"


def child_kept_as(read: Read, table: str, item: int | None) -> tuple[str, str]:
    """Where the half-typed dialog about what hangs on a complaint is kept."""
    return table, f"new-{read.card.id}" if item is None else str(item)


def weigh(bench: Workbench, read: Read, _item: int | None) -> Asked:
    """How serious it is, and how soon its turn comes."""
    say, weighed, labels = QCoreApplication.translate, read.card.assessment, bench.labels
    ticks = {
        "is_safety": say("ComplaintFile", "Somebody was or could be hurt, or something damaged"),
        "is_legal": say("ComplaintFile", "The law, or a leak of information, is touched"),
        "support_need": say("ComplaintFile", "What helps the customer matters here"),
    }

    def step(typed: Typed) -> Take:
        ticked = typed.ticks("ticks")
        made = Assessment(
            severity=int(typed.text("severity")),
            impact=int(typed.text("impact")),
            urgency=int(typed.text("urgency")),
            is_safety="is_safety" in ticked,
            is_legal="is_legal" in ticked,
            support_need="support_need" in ticked,
            raised=typed.code("raised", Priority),
            raise_note=typed.text("raise_note"),
        )
        return lambda: bench.services.complaints.parts.assess(read.card.id, made, bench.who)

    return Asked(
        title=say("ComplaintFile", "How serious it is"),
        questions=_weigh_questions(ticks, labels),
        begin={
            **{scale: str(getattr(weighed, scale)) for scale in SCALES},
            "ticks": tuple(key for key in ticks if getattr(weighed, key)),
            "raised": "" if weighed.raised is None else weighed.raised.value,
            "raise_note": weighed.raise_note,
        },
        step=step,
        said=say("ComplaintFile", "Weighed. Its days follow, counted from the day it came."),
        kept_as=kept_as(read.card.id, "weight"),
    )


def _weigh_questions(ticks: Mapping[str, str], labels: Labels) -> tuple[Question, ...]:
    say = QCoreApplication.translate
    return (
        *_scales(labels),
        ask.some_of(
            "ticks",
            say("ComplaintFile", "Also"),
            (Choice(id=key, label=words) for key, words in ticks.items()),
        ),
        ask.one_of(
            "raised",
            say("ComplaintFile", "Its turn, if you choose another"),
            (
                Choice(id=one.value, label=labels.say(f"complaint_turn.{one.value}"))
                for one in Priority
            ),
            say("ComplaintFile", "Without a choice the weight above decides."),
        ),
        ask.line(
            "raise_note",
            say("ComplaintFile", "Why another turn"),
            say("ComplaintFile", "Needed where it is to wait longer."),
        ),
    )


def _scales(labels: Labels) -> tuple[Question, ...]:
    say = QCoreApplication.translate
    named = (
        ("severity", say("ComplaintFile", "How bad is it for them?")),
        ("impact", say("ComplaintFile", "How many does it touch?")),
        ("urgency", say("ComplaintFile", "How soon does it matter?")),
    )
    return tuple(
        ask.one_of(
            scale,
            words,
            (Choice(id=step, label=scale_words(scale, int(step), labels)) for step in _ALL),
            is_sure=True,
        )
        for scale, words in named
    )


def point(bench: Workbench, read: Read, item: int | None) -> Asked:
    """A separate point, and what we think of it."""
    say, parts = QCoreApplication.translate, bench.services.complaints.parts
    found = _issue(read.file, item)
    draft = IssueDraft(text="") if found is None else found.draft

    def step(typed: Typed) -> Take:
        made = IssueDraft(
            text=typed.text("text"),
            finding=typed.code("finding", Finding),
            reasons=typed.text("reasons"),
        )
        if found is None:
            return lambda: parts.add_issue(read.card.id, made, bench.who)
        return lambda: parts.change_issue(read.card.id, found.id, made, bench.who)

    title = say("ComplaintFile", "A separate point")
    if found is not None:
        title = say("ComplaintFile", "Point {place}").format(place=found.place)
    reasons_help = say("ComplaintFile", "With what shows it. They stand in the answer.")
    return Asked(
        title=title,
        questions=(
            ask.words("text", say("ComplaintFile", "The point"), "", NOTES_MOST),
            ask.one_of(
                "finding",
                say("ComplaintFile", "What do you think of it?"),
                ask.choices_of(Finding, bench.labels),
                say("ComplaintFile", "Leave it open while you look into it."),
            ),
            ask.words("reasons", say("ComplaintFile", "The reasons"), reasons_help, NOTES_MOST),
        ),
        begin={
            "text": draft.text,
            "finding": "" if draft.finding is None else draft.finding.value,
            "reasons": draft.reasons,
        },
        step=step,
        said=say("ComplaintFile", "The point is written down."),
        kept_as=child_kept_as(read, "complaint_issues", item),
        is_new=found is None,
    )


def _issue(file: ComplaintFile, item: int | None) -> IssueCard | None:
    return next((one for one in file.issues if one.id == item), None)


def entry(bench: Workbench, read: Read, item: int | None) -> Asked:
    """A line of the log of looking into it, new or put right."""
    say, parts = QCoreApplication.translate, bench.services.complaints.parts
    found = next((one for one in read.file.entries if one.id == item), None)
    draft = EntryDraft(kind=EntryKind.FACT, text="", on=bench.today)
    if found is not None:
        draft = found.draft

    def step(typed: Typed) -> Take:
        made = EntryDraft(
            kind=typed.code("kind", EntryKind) or EntryKind.NOTE,
            text=typed.text("text"),
            source=typed.text("source"),
            on=typed.past_or_today("on"),
            is_private=bool(typed.ticks("is_private")),
        )
        if found is None:
            return lambda: parts.add_entry(read.card.id, made, bench.who)
        return lambda: parts.change_entry(read.card.id, found.id, made, bench.who)

    return Asked(
        title=say("ComplaintFile", "Note something")
        if found is None
        else say("ComplaintFile", "Put a note right"),
        questions=_entry_questions(bench.labels),
        begin={
            "kind": draft.kind.value,
            "text": draft.text,
            "source": draft.source,
            "on": draft.on,
            "is_private": ("is_private",) if draft.is_private else (),
        },
        step=step,
        said=say("ComplaintFile", "Noted."),
        kept_as=child_kept_as(read, "complaint_entries", item),
        is_new=found is None,
    )


def _entry_questions(labels: Labels) -> tuple[Question, ...]:
    say = QCoreApplication.translate
    alone = Choice(id="is_private", label=say("ComplaintFile", "For us alone"))
    return (
        ask.one_of(
            "kind",
            say("ComplaintFile", "What it is"),
            ask.choices_of(EntryKind, labels),
            is_sure=True,
        ),
        ask.words("text", say("ComplaintFile", "What was asked, seen or said"), "", NOTES_MOST),
        ask.line("source", say("ComplaintFile", "Who said so, or where it stands")),
        ask.past("on", say("ComplaintFile", "Which day"), say("ComplaintFile", "Empty: today")),
        ask.some_of(
            "is_private",
            say("ComplaintFile", "Who may read it"),
            (alone,),
            say("ComplaintFile", "Then it is left out of a copy for the customer."),
        ),
    )


def behaviour(bench: Workbench, read: Read, item: int | None) -> Asked:
    """Behaviour that goes too far: what was done, the warning, the limits."""
    say, parts = QCoreApplication.translate, bench.services.complaints.parts
    found = _behaviour(read.file, item)
    draft = BehaviourDraft(on=bench.today, text="") if found is None else found.draft

    def step(typed: Typed) -> Take:
        made = BehaviourDraft(
            on=typed.past_or_today("on"),
            text=typed.text("text"),
            limits=typed.text("limits"),
            warned_on=typed.past("warned_on"),
            review_on=typed.day("review_on"),
            ended_on=typed.past("ended_on"),
        )
        if found is None:
            return lambda: parts.add_behaviour(read.card.id, made, bench.who)
        return lambda: parts.change_behaviour(read.card.id, found.id, made, bench.who)

    limits_help = say("ComplaintFile", "Such as “by letter only”. They never end the complaint.")
    review_help = say("ComplaintFile", "Empty: three months after the warning")
    return Asked(
        title=say("ComplaintFile", "Behaviour that goes too far"),
        note=say("ComplaintFile", "Write what was done or said, as you would in front of them."),
        questions=(
            ask.words("text", say("ComplaintFile", "What was done or said"), "", NOTES_MOST),
            (
                ask.past("on", say("ComplaintFile", "Which day")),
                ask.past("warned_on", say("ComplaintFile", "Warned in writing on")),
            ),
            ask.line("limits", say("ComplaintFile", "What is limited"), limits_help),
            (
                ask.day("review_on", say("ComplaintFile", "Look at it again on"), review_help),
                ask.past("ended_on", say("ComplaintFile", "The limits ended on")),
            ),
        ),
        begin={
            "text": draft.text,
            "on": draft.on,
            "warned_on": draft.warned_on,
            "limits": draft.limits,
            "review_on": draft.review_on,
            "ended_on": draft.ended_on,
        },
        step=step,
        said=say("ComplaintFile", "Noted."),
        kept_as=child_kept_as(read, "complaint_behaviours", item),
        is_new=found is None,
    )


def _behaviour(file: ComplaintFile, item: int | None) -> BehaviourCard | None:
    return next((one for one in file.behaviours if one.id == item), None)
