# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The complaints of the pretend shop, each with the steps that were taken since."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, time
from functools import partial

from servicedesk.content.guides_tables import Table
from servicedesk.domain.actions import ActionDraft
from servicedesk.domain.calendars import LONDON
from servicedesk.domain.complaints import (
    About,
    ComplaintDraft,
    Content,
    Finding,
    Serious,
    Track,
    Wish,
)
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_causes import Cause, Learning
from servicedesk.domain.complaints_file import (
    EntryDraft,
    EntryKind,
    Ground,
    IssueDraft,
    OutsideKind,
    ReferralDraft,
    RemedyDraft,
    RemedyKind,
)
from servicedesk.domain.complaints_sorting import SortedDraft
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.customers import Channel
from servicedesk.services.demo_scene import Deed, Scene

_CAME_AT = time(9, 15)

Known = dict[str, int]
"""Number of a complaint by its name in the story, once it is there."""

Doing = Callable[[Known], object]
"""Does something to complaints whose numbers are known by then."""

Read = Callable[[Scene, Table, date, str], Doing]
"""Reads what is done, on which day, to the complaint of a name."""


def complaints(scene: Scene) -> Iterator[Deed]:
    """What customers were not content with, and what became of it."""
    known: Known = {}
    for number, table in enumerate(scene.story.tables("complaint"), 1):
        name = table.take("name", str, f"complaint {number}")
        on = scene.day_in(table, "on")
        steps = table.tables("step")
        customer = table.take("customer", str, "")
        yield Deed(on=on, act=partial(_log, scene, customer, _draft(table, on), name, known))
        table.done()
        for step in steps:
            day = scene.day_in(step, "on")
            done = _STEPS.get(step.take("do", str))
            if done is None:
                raise step.fault("nobody knows how to do this")
            yield Deed(on=day, act=partial(done(scene, step, day, name), known))
            step.done()


def _draft(table: Table, on: date) -> ComplaintDraft:
    about, serious = table.take("about", str, ""), table.take("serious", str, "")
    amount = table.take("pence", int, 0)
    return ComplaintDraft(
        called=table.take("called", str, ""),
        text=table.take("text", str),
        about=About(about) if about else None,
        wishes=tuple(map(Wish, table.texts("wishes"))),
        wish_words=table.take("wish_words", str, ""),
        serious=Serious(serious) if serious else None,
        is_safety=table.take("is_safety", bool, False),
        received_at=datetime.combine(on, _CAME_AT, LONDON),
        channel=Channel(table.take("channel", str, Channel.COUNTER.value)),
        taken_by=table.take("by", str),
        handler=table.take("handler", str, ""),
        job_ref=table.take("job", str, ""),
        product=table.take("product", str, ""),
        amount_pence=amount or None,
        from_stock=table.take("from_stock", bool, False),
        track=Track(table.take("track", str, Track.ORDINARY.value)),
        notes=table.take("notes", str, ""),
    )


def _log(scene: Scene, customer: str, draft: ComplaintDraft, name: str, known: Known) -> None:
    if customer:
        draft = replace(draft, customer_id=scene.customer(customer))
    known[name] = scene.shop.complaints.log(draft, scene.who).card.id


def _given(table: Table, on: date) -> Given:
    channel, finding = table.take("channel", str, ""), table.take("finding", str, "")
    return Given(
        on=on,
        words=table.take("words", str, ""),
        channel=Channel(channel) if channel else None,
        letter=table.take("letter", bool, False),
        finding=Finding(finding) if finding else None,
        content=Content(table.take("content", str, Content.NOT_SAID.value)),
        accepted=table.take("accepted", bool, False),
        customer_went=table.take("customer_went", bool, False),
        by_whom=table.take("by_whom", str, ""),
    )


def _step(action: Action) -> Read:
    """A step that asks for nothing but what is typed with it."""

    def read(scene: Scene, table: Table, on: date, name: str) -> Doing:
        given, same_as = _given(table, on), table.take("same_as", str, "")

        def do(known: Known) -> None:
            whole = replace(given, master_id=known[same_as]) if same_as else given
            scene.shop.complaints.take(known[name], action, whole, scene.who)

        return do

    return read


def _sorted(scene: Scene, table: Table, on: date, name: str) -> Doing:
    draft = SortedDraft(
        did=table.take("words", str),
        kind=RemedyKind(table.take("kind", str)),
        told_by=Channel(table.take("channel", str)),
        on=on,
        content=Content(table.take("content", str, Content.YES.value)),
    )
    return lambda known: scene.shop.complaints.sort_out(known[name], draft, scene.who)


def _outside(scene: Scene, table: Table, on: date, name: str) -> Doing:
    draft = ReferralDraft(
        kind=OutsideKind(table.take("kind", str)), body=table.take("body", str), referred_on=on
    )
    given = _given(table, on)
    return lambda known: scene.shop.complaints.go_outside(known[name], given, draft, scene.who)


def _issue(scene: Scene, table: Table, _on: date, name: str) -> Doing:
    finding = table.take("finding", str, "")
    draft = IssueDraft(
        text=table.take("text", str),
        finding=Finding(finding) if finding else None,
        reasons=table.take("reasons", str, ""),
    )
    return lambda known: scene.shop.complaints.parts.add_issue(known[name], draft, scene.who)


def _entry(scene: Scene, table: Table, on: date, name: str) -> Doing:
    draft = EntryDraft(
        kind=EntryKind(table.take("kind", str)),
        text=table.take("text", str),
        source=table.take("source", str, ""),
        on=on,
    )
    return lambda known: scene.shop.complaints.parts.add_entry(known[name], draft, scene.who)


def _remedy(scene: Scene, table: Table, on: date, name: str) -> Doing:
    draft = RemedyDraft(
        kind=RemedyKind(table.take("kind", str)),
        ground=Ground(table.take("ground", str, Ground.LEGAL_DUTY.value)),
        words=table.take("text", str),
        amount_pence=table.take("pence", int, 0) or None,
        by_whom=table.take("by", str, ""),
        due=scene.day_in(table, "due") if table.has("due") else None,
        done_on=None if table.take("is_planned", bool, False) else on,
    )
    return lambda known: scene.shop.complaints.parts.add_remedy(known[name], draft, scene.who)


def _remedy_done(scene: Scene, _table: Table, on: date, name: str) -> Doing:
    """The last one that was planned."""
    shop = scene.shop.complaints

    def do(known: Known) -> None:
        last = shop.file(known[name]).remedies[-1]
        shop.parts.remedy_done(known[name], last.id, on, scene.who)

    return do


def _learn(scene: Scene, table: Table, _on: date, name: str) -> Doing:
    learning = Learning(
        causes=tuple(map(Cause, table.texts("causes"))),
        whys=table.texts("whys"),
        lessons=table.take("lessons", str, ""),
        no_action_because=table.take("no_action_because", str, ""),
    )
    return lambda known: scene.shop.complaints.parts.learn(known[name], learning, scene.who)


def _action(scene: Scene, table: Table, on: date, name: str) -> Doing:
    draft = ActionDraft(
        text=table.take("text", str),
        owner=table.take("by", str),
        due=scene.day_in(table, "due") if table.has("due") else None,
        done_on=on if table.take("is_done", bool, False) else None,
        cause=Cause(table.take("cause", str)),
    )
    return lambda known: scene.shop.complaints.parts.add_action(known[name], draft, scene.who)


def _insurer(scene: Scene, _table: Table, on: date, name: str) -> Doing:
    return lambda known: scene.shop.complaints.parts.told_insurer(known[name], on, "", scene.who)


def _stock(scene: Scene, _table: Table, on: date, name: str) -> Doing:
    return lambda known: scene.shop.complaints.parts.checked_stock(known[name], on, scene.who)


def _updated(scene: Scene, _table: Table, on: date, name: str) -> Doing:
    return lambda known: scene.shop.complaints.parts.updated(known[name], on, scene.who)


def _followed_up(scene: Scene, table: Table, on: date, name: str) -> Doing:
    score = table.take("score", int)
    parts = scene.shop.complaints.parts
    return lambda known: parts.followed_up(known[name], on, score, scene.who)


_OWN = frozenset(
    {
        Action.LOG,
        Action.LOG_SORTED,
        Action.SORT_OUT,
        Action.GO_OUTSIDE,
        Action.OUTSIDE_RESULT,
        Action.UNDO,
    }
)
"""Steps that ask for more than what every step asks for."""

_STEPS: dict[str, Read] = {
    **{action.value: _step(action) for action in Action if action not in _OWN},
    "sort_out": _sorted,
    "go_outside": _outside,
    "point": _issue,
    "note": _entry,
    "remedy": _remedy,
    "remedy_done": _remedy_done,
    "learn": _learn,
    "action": _action,
    "tell_insurer": _insurer,
    "check_stock": _stock,
    "tell_how_it_goes": _updated,
    "follow_up": _followed_up,
}
"""What can be done, by its name in the story."""
