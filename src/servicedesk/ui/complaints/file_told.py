# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The first cards of a complaint's file: what it is about, how serious, its points, the log."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from servicedesk.domain.complaints import Assessment, ComplaintDraft, Finding
from servicedesk.domain.complaints_assessing import priority_of, weighed_priority
from servicedesk.domain.complaints_file import EntryCard, IssueCard
from servicedesk.domain.standards_amounts import money_text
from servicedesk.ui.complaints.file_state import CardState, Deed, Line, Read, Way
from servicedesk.ui.core.labels import Labels
from servicedesk.ui.people.due_words import full_day

Facts = list[tuple[str, str]]

SCALES = ("severity", "impact", "urgency")

TONES = {
    Finding.UPHELD: "ok",
    Finding.PARTLY: "ok",
    Finding.NOT_UPHELD: "quiet",
    Finding.NO_FINDING: "quiet",
}
"""No finding is bad news: the colours only tell agreeing from not."""


def named(facts: Facts) -> tuple[tuple[str, str], ...]:
    """The facts that say something."""
    return tuple((name, words) for name, words in facts if words)


def day_or_none(day: date | None, today: date) -> str:
    """A day in short; "" for none."""
    return "" if day is None else full_day(day, today)


def sum_or_none(pence: int | None) -> str:
    """A sum; "" for none."""
    return "" if pence is None else money_text(pence)


def about_card(read: Read, labels: Labels, today: date) -> CardState:
    """What the complaint form asks beyond the short view."""
    say = QCoreApplication.translate
    draft = read.card.draft
    wishes = [labels.enum(wish) for wish in draft.wishes]
    if draft.wish_words:
        wishes.append(draft.wish_words)
    seen = day_or_none(draft.authority_seen_on, today)
    facts: Facts = [
        (say("ComplaintFile", "Who"), read.card.customer_name or draft.called),
        (say("ComplaintFile", "They speak for"), draft.acting_for),
        (say("ComplaintFile", "Their yes seen on"), seen),
        (say("ComplaintFile", "Goods or service"), draft.product),
        (say("ComplaintFile", "Job, order or bill"), draft.job_ref),
        (say("ComplaintFile", "Happened on"), day_or_none(draft.happened_on, today)),
        (say("ComplaintFile", "Where"), draft.place),
        (say("ComplaintFile", "Who of us"), draft.staff),
        (say("ComplaintFile", "Worth"), sum_or_none(draft.amount_pence)),
        (say("ComplaintFile", "They want"), "; ".join(wishes)),
        (say("ComplaintFile", "Also"), _also(draft)),
        (say("ComplaintFile", "For us alone"), draft.notes),
    ]
    unseen = say(
        "ComplaintFile",
        "They speak for somebody else. See that person’s yes before you tell them anything"
        " about them.",
    )
    is_unseen = bool(draft.acting_for) and draft.authority_seen_on is None
    return CardState(
        id="about",
        title=say("ComplaintFile", "What it is about"),
        notices=(("due", unseen),) if is_unseen else (),
        facts=named(facts),
        ways=(Way(deed=Deed.CHANGE_FORM, words=say("ComplaintFile", "Change…")),),
    )


def _also(draft: ComplaintDraft) -> str:
    say = QCoreApplication.translate
    told = []
    if draft.is_ongoing:
        told.append(say("ComplaintFile", "it goes on"))
    if draft.from_stock:
        told.append(say("ComplaintFile", "the goods came from stock"))
    return ", ".join(told)


def weighing_card(read: Read, labels: Labels, today: date) -> CardState:
    """How serious it is, and how soon its turn comes."""
    say = QCoreApplication.translate
    weighed = read.card.assessment
    names = {
        "severity": say("ComplaintFile", "How bad for them"),
        "impact": say("ComplaintFile", "How many it touches"),
        "urgency": say("ComplaintFile", "How soon it matters"),
    }
    facts = [
        (names[scale], scale_words(scale, getattr(weighed, scale), labels)) for scale in SCALES
    ]
    facts += [
        (say("ComplaintFile", "Also"), _ticked(weighed)),
        (say("ComplaintFile", "Its turn"), turn_words(weighed, labels)),
        (say("ComplaintFile", "Because"), weighed.raise_note),
        (say("ComplaintFile", "Said on"), day_or_none(weighed.on, today)),
    ]
    not_yet = say("ComplaintFile", "This comes from what was chosen when it was written down.")
    return CardState(
        id="weighing",
        title=say("ComplaintFile", "How serious it is"),
        note="" if weighed.on is not None else not_yet,
        facts=named(facts),
        ways=(Way(deed=Deed.WEIGH, words=say("ComplaintFile", "Say how serious it is…")),),
    )


def scale_words(scale: str, step: int, labels: Labels) -> str:
    """One step of a scale in words."""
    return labels.say(f"complaint_scale.{scale}_{step}")


def turn_words(weighed: Assessment, labels: Labels) -> str:
    """How soon its turn comes, and whether somebody chose that."""
    say = QCoreApplication.translate
    words = labels.say(f"complaint_turn.{priority_of(weighed).value}")
    if weighed.raised is None:
        return words
    plain = labels.say(f"complaint_turn.{weighed_priority(weighed).value}")
    return say("ComplaintFile", "{turn}, as you chose. By its weight: {plain}").format(
        turn=words, plain=plain.lower()
    )


def _ticked(weighed: Assessment) -> str:
    say = QCoreApplication.translate
    told = []
    if weighed.is_safety:
        told.append(say("ComplaintFile", "somebody was or could be hurt, or something damaged"))
    if weighed.is_legal:
        told.append(say("ComplaintFile", "the law is touched"))
    if weighed.support_need:
        told.append(say("ComplaintFile", "what helps the customer matters here"))
    if weighed.is_complex:
        told.append(say("ComplaintFile", "it takes longer, which they were told"))
    return ", ".join(told)


def points_card(read: Read, labels: Labels, _today: date) -> CardState:
    """The separate points, each with what we think of it."""
    say = QCoreApplication.translate
    none = say("ComplaintFile", "It is one matter. Part it when they complain of several things.")
    return CardState(
        id="points",
        title=say("ComplaintFile", "Separate points"),
        note="" if read.file.issues else none,
        lines=tuple(_point(issue, labels) for issue in read.file.issues),
        ways=(Way(deed=Deed.ADD_POINT, words=say("ComplaintFile", "Add a point…")),),
    )


def _point(issue: IssueCard, labels: Labels) -> Line:
    say = QCoreApplication.translate
    finding = issue.draft.finding
    about = say("ComplaintFile", "point {place}").format(place=issue.place)
    ways = (
        Way(
            deed=Deed.CHANGE_POINT,
            words=say("ComplaintFile", "Answer or change…"),
            about=about,
            item=issue.id,
        ),
        Way(
            deed=Deed.REMOVE_POINT,
            words=say("ComplaintFile", "Remove"),
            about=about,
            item=issue.id,
        ),
    )
    return Line(
        title=say("ComplaintFile", "{place}. {text}").format(
            place=issue.place, text=issue.draft.text
        ),
        words=issue.draft.reasons,
        chip=say("ComplaintFile", "Open") if finding is None else labels.enum(finding),
        tone="due" if finding is None else TONES[finding],
        ways=ways,
    )


def log_card(read: Read, labels: Labels, today: date) -> CardState:
    """What was asked, seen and said, the newest first."""
    say = QCoreApplication.translate
    none = say("ComplaintFile", "Nothing noted yet: what you ask, see and hear belongs here.")
    entries = sorted(read.file.entries, key=lambda one: (one.draft.on, one.id), reverse=True)
    return CardState(
        id="log",
        title=say("ComplaintFile", "Looking into it"),
        note="" if entries else none,
        lines=tuple(
            _entry(entry, len(entries) - at, labels, today) for at, entry in enumerate(entries)
        ),
        ways=(Way(deed=Deed.ADD_ENTRY, words=say("ComplaintFile", "Note something…")),),
    )


_HEARD = 60
"""Letters of a note that its buttons are told apart by."""


def _entry(entry: EntryCard, place: int, labels: Labels, today: date) -> Line:
    say = QCoreApplication.translate
    draft = entry.draft
    parts = [labels.enum(draft.kind), draft.source]
    by = say("ComplaintFile", "noted by {who}").format(who=entry.who) if entry.who else ""
    about = say("ComplaintFile", "note {place}: {text}").format(
        place=place, text=draft.text[:_HEARD]
    )
    return Line(
        title=full_day(draft.on, today),
        detail=" · ".join(part for part in (*parts, by) if part),
        words=draft.text,
        chip=say("ComplaintFile", "For us alone") if draft.is_private else "",
        ways=(
            Way(
                deed=Deed.CHANGE_ENTRY,
                words=say("ComplaintFile", "Change…"),
                about=about,
                item=entry.id,
            ),
            Way(
                deed=Deed.REMOVE_ENTRY,
                words=say("ComplaintFile", "Take out"),
                about=about,
                item=entry.id,
            ),
        ),
    )
