# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The last cards of a complaint's file: what we learn, behaviour, costs, information."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from servicedesk.domain.actions import ActionCard
from servicedesk.domain.complaints import Track
from servicedesk.domain.complaints_file import BehaviourCard
from servicedesk.domain.complaints_learning import Alike
from servicedesk.domain.own_fields import YES, OwnFieldCard, OwnFieldKind
from servicedesk.ui.complaints.file_state import CardState, Deed, Line, Read, Way
from servicedesk.ui.complaints.file_told import day_or_none, named, sum_or_none
from servicedesk.ui.core.labels import Labels
from servicedesk.ui.people.due_words import full_day


def learnt_card(read: Read, labels: Labels, today: date) -> CardState:
    """Why it went wrong, and what is done so that it does not happen again."""
    say = QCoreApplication.translate
    learning = read.card.learning
    causes = [labels.enum(cause) for cause in learning.causes]
    element = "" if learning.element is None else labels.enum(learning.element)
    facts = [
        (say("ComplaintFile", "Why it went wrong"), causes[0] if causes else ""),
        (say("ComplaintFile", "Also"), ", ".join(causes[1:])),
        (say("ComplaintFile", "No cause because"), learning.no_cause_because),
        (say("ComplaintFile", "Why?"), "\n".join(f"→ {why}" for why in learning.whys if why)),
        (say("ComplaintFile", "What we learn"), learning.lessons),
        (say("ComplaintFile", "Part of service"), element),
        (say("ComplaintFile", "Nothing is done because"), learning.no_action_because),
    ]
    if learning.may_publish:
        agreed = say("ComplaintFile", "Others may learn from it: the customer agreed.")
        facts.append((say("ComplaintFile", "Told to others"), agreed))
    none = say("ComplaintFile", "Before you finish it, say what went wrong, or that nothing did.")
    is_empty = not (named(facts) or read.file.actions)
    return CardState(
        id="learnt",
        title=say("ComplaintFile", "What we learn"),
        note=none if is_empty else "",
        notices=tuple(("quiet", _alike(one, labels)) for one in _touching(read)),
        facts=named(facts),
        lines=tuple(_action(action, labels, today) for action in read.file.actions),
        ways=(
            Way(deed=Deed.LEARN, words=say("ComplaintFile", "Why it went wrong…")),
            Way(deed=Deed.ADD_ACTION, words=say("ComplaintFile", "Do something about it…")),
        ),
    )


def _touching(read: Read) -> tuple[Alike, ...]:
    """What this complaint shares with others."""
    causes, about = read.card.learning.causes, read.card.draft.about
    return tuple(
        one
        for one in read.alike
        if (one.about is not None and one.about is about)
        or (one.cause is not None and one.cause in causes)
    )


def _alike(one: Alike, labels: Labels) -> str:
    say = QCoreApplication.translate
    if one.about is not None:
        words = say("ComplaintFile", "{count} complaints in 90 days were about this: {about}.")
        return words.format(count=one.count, about=labels.enum(one.about))
    words = say("ComplaintFile", "{count} complaints in 90 days had this cause: {cause}.")
    return words.format(count=one.count, cause="" if one.cause is None else labels.enum(one.cause))


def _action(action: ActionCard, labels: Labels, today: date) -> Line:
    say = QCoreApplication.translate
    draft = action.draft
    is_due = draft.done_on is None and action.works is None
    told = (
        (say("ComplaintFile", "by {words}"), draft.owner),
        (say("ComplaintFile", "until {words}"), day_or_none(draft.due, today) if is_due else ""),
        (say("ComplaintFile", "done on {words}"), day_or_none(draft.done_on, today)),
        (say("ComplaintFile", "against: {words}"), labels.enum(draft.cause) if draft.cause else ""),
        (say("ComplaintFile", "it cost {words}"), sum_or_none(draft.cost_pence)),
        (
            say("ComplaintFile", "look on {words} whether it worked"),
            "" if action.checked_on else day_or_none(action.check_on, today),
        ),
        (say("ComplaintFile", "looked at on {words}"), day_or_none(action.checked_on, today)),
    )
    parts = [labels.enum(draft.kind), *(shape.format(words=said) for shape, said in told if said)]
    chip, tone = _action_chip(action, today)
    ways = [
        Way(
            deed=Deed.CHANGE_ACTION,
            words=say("ComplaintFile", "Done or change…"),
            about=draft.text,
            item=action.id,
        )
    ]
    if draft.done_on is not None:
        asked = say("ComplaintFile", "Did it work?")
        ways.append(Way(deed=Deed.CHECK_ACTION, words=asked, about=draft.text, item=action.id))
    out = say("ComplaintFile", "Take out")
    ways.append(Way(deed=Deed.REMOVE_ACTION, words=out, about=draft.text, item=action.id))
    return Line(
        title=draft.text,
        detail=" · ".join(parts),
        words=action.check_note,
        chip=chip,
        tone=tone,
        ways=tuple(ways),
    )


def _action_chip(action: ActionCard, today: date) -> tuple[str, str]:
    say = QCoreApplication.translate
    if action.works is not None:
        worked = say("ComplaintFile", "It worked"), "ok"
        return worked if action.works else (say("ComplaintFile", "It did not work"), "late")
    if action.draft.done_on is not None:
        return say("ComplaintFile", "Done"), "ok"
    due = action.draft.due
    return say("ComplaintFile", "To do"), "late" if due is not None and due < today else "due"


def behaviour_card(read: Read, _labels: Labels, today: date) -> CardState:
    """Behaviour that goes too far, noted as what was done and not as what somebody is."""
    say = QCoreApplication.translate
    note = say(
        "ComplaintFile",
        "Only what was done or said, never what somebody is. The complaint is answered all the"
        " same.",
    )
    return CardState(
        id="behaviour",
        title=say("ComplaintFile", "Behaviour that goes too far"),
        note=note,
        lines=tuple(_behaviour(one, today) for one in read.file.behaviours),
        ways=(Way(deed=Deed.ADD_BEHAVIOUR, words=say("ComplaintFile", "Note what was done…")),),
    )


def _behaviour(behaviour: BehaviourCard, today: date) -> Line:
    say = QCoreApplication.translate
    draft = behaviour.draft
    told = (
        (say("ComplaintFile", "warned on {words}"), day_or_none(draft.warned_on, today)),
        (say("ComplaintFile", "limits: {words}"), draft.limits),
        (say("ComplaintFile", "looked at again on {words}"), day_or_none(draft.review_on, today)),
        (say("ComplaintFile", "ended on {words}"), day_or_none(draft.ended_on, today)),
    )
    when = full_day(draft.on, today)
    is_due = draft.ended_on is None and draft.review_on is not None and draft.review_on <= today
    change = say("ComplaintFile", "Change…")
    about = say("ComplaintFile", "behaviour of {day}").format(day=when)
    return Line(
        title=when,
        detail=" · ".join(shape.format(words=said) for shape, said in told if said),
        words=draft.text,
        chip=say("ComplaintFile", "Look at it again") if is_due else "",
        tone="due",
        ways=(Way(deed=Deed.CHANGE_BEHAVIOUR, words=change, about=about, item=behaviour.id),),
    )


def ends_card(read: Read, labels: Labels, today: date) -> CardState:
    """What it cost, how content they were, who answers for whom, and how long it is kept."""
    say = QCoreApplication.translate
    card = read.card
    minutes = "" if card.minutes_spent is None else minutes_words(card.minutes_spent)
    score = "" if card.satisfaction is None else labels.say(f"complaint_score.s{card.satisfaction}")
    facts = [
        (_taken_label(read), days_words(read.days_taken)),
        (say("ComplaintFile", "It cost us"), sum_or_none(card.cost_pence)),
        (say("ComplaintFile", "Our time"), minutes),
        (say("ComplaintFile", "Asked how it went"), day_or_none(card.dates.follow_up_on, today)),
        (say("ComplaintFile", "How content"), score),
        (say("ComplaintFile", "Handled by"), card.draft.handler),
        (say("ComplaintFile", "When they are away"), card.stand_in),
        (say("ComplaintFile", "Kept longer because"), card.legal_hold),
    ]
    return CardState(
        id="ends",
        title=say("ComplaintFile", "Costs, time and keeping"),
        facts=named(facts),
        ways=(
            Way(deed=Deed.COSTS, words=say("ComplaintFile", "Costs and time…")),
            Way(deed=Deed.FOLLOW_UP, words=say("ComplaintFile", "How it went…")),
            Way(deed=Deed.STAND_IN, words=say("ComplaintFile", "Who answers while you are away…")),
            Way(deed=Deed.HOLD, words=say("ComplaintFile", "Keep it longer…")),
        ),
    )


def _taken_label(read: Read) -> str:
    say = QCoreApplication.translate
    if read.card.dates.decided_on is None:
        return say("ComplaintFile", "Time so far")
    return say("ComplaintFile", "Time to the answer")


def days_words(days: int) -> str:
    """Working days in words."""
    say = QCoreApplication.translate
    if days == 0:
        return say("ComplaintFile", "the same day")
    if days == 1:
        return say("ComplaintFile", "1 working day")
    return say("ComplaintFile", "{days} working days").format(days=days)


def minutes_words(minutes: int) -> str:
    """A stretch of work in words."""
    say = QCoreApplication.translate
    hours, rest = divmod(minutes, 60)
    if not hours:
        return say("ComplaintFile", "{minutes} min").format(minutes=rest)
    return say("ComplaintFile", "{hours} h {minutes} min").format(hours=hours, minutes=rest)


def information_card(read: Read, labels: Labels, _today: date) -> CardState | None:
    """The complaint about their information beside this one; None where there are no such rules."""
    say = QCoreApplication.translate
    title = say("ComplaintFile", "Their information")
    if read.linked is not None:
        is_other = read.linked.draft.track is Track.DATA_PROTECTION
        words = say("ComplaintFile", "{ref} is about how we used their information: {stage}.")
        if not is_other:
            words = say("ComplaintFile", "{ref} is about the rest of it: {stage}.")
        see = say("ComplaintFile", "Open {ref}").format(ref=read.linked.ref)
        return CardState(
            id="information",
            title=title,
            note=words.format(ref=read.linked.ref, stage=labels.enum(read.linked.stage)),
            ways=(Way(deed=Deed.SEE_LINKED, words=see),),
        )
    if not read.has_data_track or read.card.draft.track is Track.DATA_PROTECTION:
        return None
    note = say(
        "ComplaintFile",
        "Then it becomes a complaint of its own, with times of its own. Neither waits for the"
        " other.",
    )
    also = say("ComplaintFile", "This is also about how we used their information")
    return CardState(
        id="information", title=title, note=note, ways=(Way(deed=Deed.LINK, words=also),)
    )


def own_card(read: Read, _labels: Labels, _today: date) -> CardState | None:
    """What stands in the business's own fields; None where it has none."""
    say = QCoreApplication.translate
    if not read.own:
        return None
    kept = read.card.draft.own
    facts = [(card.draft.name, own_words(card, kept.get(str(card.id), ""))) for card in read.own]
    return CardState(
        id="own",
        title=say("ComplaintFile", "Your own fields"),
        facts=named(facts),
        ways=(Way(deed=Deed.CHANGE_FORM, words=say("ComplaintFile", "Fill them in…")),),
    )


def own_words(card: OwnFieldCard, kept: str) -> str:
    """The value of an own field as people read it."""
    say = QCoreApplication.translate
    if kept and card.draft.kind is OwnFieldKind.YES_NO:
        return say("ComplaintFile", "yes") if kept == YES else say("ComplaintFile", "no")
    if kept and card.draft.kind is OwnFieldKind.DAY:
        day = date.fromisoformat(kept)
        return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")
    return kept
