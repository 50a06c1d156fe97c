# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Dialogs of a complaint's file: what we learn, actions, costs, keeping."""

from PySide6.QtCore import QCoreApplication

from servicedesk.domain.actions import CHECK_AFTER, ActionCard, ActionDraft, ActionKind
from servicedesk.domain.complaints_causes import Cause, Learning
from servicedesk.domain.complaints_checking import NOTES_MOST, tidy_text
from servicedesk.domain.complaints_learning import WHYS_MOST
from servicedesk.domain.elements import Element
from servicedesk.domain.entries_bounds import WORDS_MOST
from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import AnswerValue, Choice
from servicedesk.ui.complaints import file_questions as ask
from servicedesk.ui.complaints.file_asks import child_kept_as, kept_as
from servicedesk.ui.complaints.file_state import Asked, Questions, Read, Take
from servicedesk.ui.complaints.file_typed import Typed
from servicedesk.ui.core.labels import Labels
from servicedesk.ui.core.workbench import Workbench

_CAUSES = ("cause_1", "cause_2", "cause_3")
_WHYS = tuple(f"why_{at}" for at in range(1, WHYS_MOST + 1))
_SCORES = ("1", "2", "3", "4", "5")


def learn(bench: Workbench, read: Read, _item: int | None) -> Asked:
    """Why it went wrong, and what is learnt from it."""
    say, learning = QCoreApplication.translate, read.card.learning

    def step(typed: Typed) -> Take:
        causes = (typed.code(key, Cause) for key in _CAUSES)
        whys = (tidy_text(typed.text(key), key, WORDS_MOST) for key in _WHYS)
        made = Learning(
            causes=tuple(cause for cause in causes if cause is not None),
            no_cause_because=typed.text("no_cause_because"),
            whys=tuple(why for why in whys if why),
            lessons=typed.text("lessons"),
            no_action_because=typed.text("no_action_because"),
            element=typed.code("element", Element),
            may_publish=bool(typed.ticks("may_publish")),
        )
        return lambda: bench.services.complaints.parts.learn(read.card.id, made, bench.who)

    begin: dict[str, AnswerValue | None] = {
        "no_cause_because": learning.no_cause_because,
        "lessons": learning.lessons,
        "no_action_because": learning.no_action_because,
        "element": "" if learning.element is None else learning.element.value,
        "may_publish": ("may_publish",) if learning.may_publish else (),
    }
    begin.update({key: cause.value for key, cause in zip(_CAUSES, learning.causes, strict=False)})
    begin.update(dict(zip(_WHYS, learning.whys, strict=False)))
    return Asked(
        title=say("ComplaintFile", "Why it went wrong"),
        questions=_learn_questions(bench.labels),
        begin=begin,
        step=step,
        said=say("ComplaintFile", "What you learn is written down."),
        kept_as=kept_as(read.card.id, "learnt"),
    )


def _learn_questions(labels: Labels) -> Questions:
    say = QCoreApplication.translate
    causes = (
        say("ComplaintFile", "Mainly"),
        say("ComplaintFile", "And also"),
        say("ComplaintFile", "And perhaps"),
    )
    nothing = say("ComplaintFile", "Nothing chosen")
    chosen = ask.choices_or_none(Cause, nothing, labels)
    again = say("ComplaintFile", "Why was that? ({n} of {all})")
    whys = (
        ask.line(
            key,
            say("ComplaintFile", "Why did it happen?")
            if at == 1
            else again.format(n=at, all=WHYS_MOST),
        )
        for at, key in enumerate(_WHYS, 1)
    )
    shared = Choice(id="may_publish", label=say("ComplaintFile", "The customer agreed"))
    publish = say("ComplaintFile", "May others learn from it?")
    return (
        ask.one_of(_CAUSES[0], causes[0], chosen),
        (ask.one_of(_CAUSES[1], causes[1], chosen), ask.one_of(_CAUSES[2], causes[2], chosen)),
        ask.line("no_cause_because", say("ComplaintFile", "Or there is no cause, because")),
        *whys,
        ask.words("lessons", say("ComplaintFile", "What we learn from it"), "", NOTES_MOST),
        ask.one_of(
            "element",
            say("ComplaintFile", "Which part of your service it touches"),
            ask.choices_or_none(Element, nothing, labels),
        ),
        ask.line("no_action_because", say("ComplaintFile", "Nothing needs doing, because")),
        ask.some_of("may_publish", publish, (shared,)),
    )


def action(bench: Workbench, read: Read, item: int | None) -> Asked:
    """Something done so that it does not happen again."""
    say, parts = QCoreApplication.translate, bench.services.complaints.parts
    found = _action(read, item)
    draft = ActionDraft() if found is None else found.draft

    def step(typed: Typed) -> Take:
        made = ActionDraft(
            kind=typed.code("kind", ActionKind) or ActionKind.CORRECTIVE,
            text=typed.text("text"),
            owner=typed.text("owner"),
            due=typed.day("due"),
            done_on=typed.past("done_on"),
            cause=typed.code("cause", Cause),
            cost_pence=typed.pence("cost_pence"),
        )
        if found is None:
            return lambda: parts.add_action(read.card.id, made, bench.who)
        return lambda: parts.change_action(found.id, made, bench.who)

    return Asked(
        title=say("ComplaintFile", "So that it does not happen again"),
        questions=_action_questions(bench.labels),
        begin={
            "text": draft.text,
            "kind": draft.kind.value,
            "cause": _against(read, draft) or "",
            "owner": draft.owner,
            "due": draft.due,
            "done_on": draft.done_on,
            "cost_pence": draft.cost_pence,
        },
        step=step,
        said=say("ComplaintFile", "Written down."),
        kept_as=child_kept_as(read, "actions", item),
        is_new=found is None,
    )


def _action_questions(labels: Labels) -> Questions:
    say = QCoreApplication.translate
    nothing = say("ComplaintFile", "Nothing chosen")
    done_help = say("ComplaintFile", "After 90 days you are asked whether it worked.")
    return (
        ask.line("text", say("ComplaintFile", "What is done")),
        ask.one_of(
            "kind",
            say("ComplaintFile", "What it is for"),
            ask.choices_of(ActionKind, labels),
            is_sure=True,
        ),
        ask.one_of(
            "cause",
            say("ComplaintFile", "What it is against"),
            ask.choices_or_none(Cause, nothing, labels),
        ),
        ask.line("owner", say("ComplaintFile", "Who does it")),
        (
            ask.day("due", say("ComplaintFile", "By when")),
            ask.past("done_on", say("ComplaintFile", "Done on"), done_help),
        ),
        ask.money("cost_pence", say("ComplaintFile", "What it costs")),
    )


def _against(read: Read, draft: ActionDraft) -> Cause | None:
    """What an action is against: by itself the main cause, named after a letter promised it."""
    return draft.cause or next(iter(read.card.learning.causes), None)


def _action(read: Read, item: int | None) -> ActionCard | None:
    return next((one for one in read.file.actions if one.id == item), None)


def _done_and_since(bench: Workbench, read: Read, draft: ActionDraft) -> str:
    """What was done, and how often its cause came up before and after."""
    cause = _against(read, draft)
    if cause is None or draft.done_on is None:
        return draft.text
    seen = bench.services.complaints.lists.effect(cause, draft.done_on)
    counted = QCoreApplication.translate(
        "ComplaintFile",
        "“{cause}” was the cause of {before} in the {span} days before it was done, and of {after} "
        "in the {days} since.",
    ).format(
        cause=bench.labels.enum(cause),
        before=seen.before,
        span=CHECK_AFTER.days,
        after=seen.after,
        days=seen.days,
    )
    return f"{draft.text}\n{counted}"


def check_action(bench: Workbench, read: Read, item: int | None) -> Asked:
    """Did it work?"""
    say, parts = QCoreApplication.translate, bench.services.complaints.parts
    found = _action(read, item)

    def step(typed: Typed) -> Take:
        works = typed.yes("works")
        if works is None:
            raise Refusal("complaint_worked_or_not", "works")
        on, note = typed.past_or_today("on"), typed.text("note")
        return lambda: parts.action_checked(item or 0, on, works, note, bench.who)

    return Asked(
        title=say("ComplaintFile", "Did it work?"),
        note="" if found is None else _done_and_since(bench, read, found.draft),
        questions=(
            ask.yes_no("works", say("ComplaintFile", "It worked")),
            ask.past("on", say("ComplaintFile", "Looked at on")),
            ask.line("note", say("ComplaintFile", "What you saw")),
        ),
        begin={
            "works": None if found is None else found.works,
            "on": bench.today,
            "note": "" if found is None else found.check_note,
        },
        step=step,
        said=say("ComplaintFile", "Noted whether it worked."),
        kept_as=kept_as(read.card.id, f"check-{item}"),
    )


def costs(bench: Workbench, read: Read, _item: int | None) -> Asked:
    """What it cost us, beside what puts it right."""
    say, card = QCoreApplication.translate, read.card

    def step(typed: Typed) -> Take:
        pence, minutes = typed.pence("cost_pence"), typed.number("minutes_spent")
        return lambda: bench.services.complaints.parts.note_costs(
            card.id, pence, minutes, bench.who
        )

    return Asked(
        title=say("ComplaintFile", "Costs and time"),
        note=say("ComplaintFile", "Beside what puts it right, which is counted by itself."),
        questions=(
            ask.money("cost_pence", say("ComplaintFile", "It cost us")),
            ask.number("minutes_spent", say("ComplaintFile", "Minutes we spent on it")),
        ),
        begin={"cost_pence": card.cost_pence, "minutes_spent": card.minutes_spent},
        step=step,
        said=say("ComplaintFile", "Noted what it cost."),
        kept_as=kept_as(read.card.id, "costs"),
    )


def follow_up(bench: Workbench, read: Read, _item: int | None) -> Asked:
    """How it went for the customer."""
    say, card, labels = QCoreApplication.translate, read.card, bench.labels

    def step(typed: Typed) -> Take:
        on, score = typed.past_or_today("on"), typed.number("satisfaction")
        return lambda: bench.services.complaints.parts.followed_up(card.id, on, score, bench.who)

    scores = (Choice(id=one, label=labels.say(f"complaint_score.s{one}")) for one in _SCORES)
    asked = say("ComplaintFile", "How content are they with how you dealt with it?")
    return Asked(
        title=say("ComplaintFile", "How it went"),
        questions=(
            ask.past("on", say("ComplaintFile", "Asked on")),
            ask.one_of("satisfaction", asked, scores),
        ),
        begin={
            "on": card.dates.follow_up_on or bench.today,
            "satisfaction": "" if card.satisfaction is None else str(card.satisfaction),
        },
        step=step,
        said=say("ComplaintFile", "Noted how it went."),
        kept_as=kept_as(read.card.id, "follow-up"),
    )


def stand_in(bench: Workbench, read: Read, _item: int | None) -> Asked:
    """Who answers when the handler is away."""
    say = QCoreApplication.translate

    def step(typed: Typed) -> Take:
        name = typed.text("stand_in")
        return lambda: bench.services.complaints.parts.stand_in(read.card.id, name, bench.who)

    return Asked(
        title=say("ComplaintFile", "Who answers while you are away"),
        questions=(ask.line("stand_in", say("ComplaintFile", "Name")),),
        begin={"stand_in": read.card.stand_in},
        step=step,
        said=say("ComplaintFile", "Noted who answers while you are away."),
        kept_as=kept_as(read.card.id, "stand-in"),
    )


def hold(bench: Workbench, read: Read, _item: int | None) -> Asked:
    """Why it is kept beyond its time."""
    say = QCoreApplication.translate

    def step(typed: Typed) -> Take:
        because = typed.text("legal_hold")
        return lambda: bench.services.complaints.parts.hold(read.card.id, because, bench.who)

    because_help = say("ComplaintFile", "Such as a claim that runs. Empty: it goes in its time.")
    return Asked(
        title=say("ComplaintFile", "Keep it longer"),
        questions=(ask.line("legal_hold", say("ComplaintFile", "Because"), because_help),),
        begin={"legal_hold": read.card.legal_hold},
        step=step,
        said=say("ComplaintFile", "Noted how long it is kept."),
        kept_as=kept_as(read.card.id, "hold"),
    )
