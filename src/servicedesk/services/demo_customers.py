# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The customers of the pretend shop, what helps them, what they were promised, who rang and why."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from functools import partial

from servicedesk.content.guides_tables import Table
from servicedesk.domain.calendars import LONDON
from servicedesk.domain.contacts import ContactDraft
from servicedesk.domain.customers import (
    Channel,
    CustomerDraft,
    CustomerStatus,
    Reach,
    ReachKind,
)
from servicedesk.domain.customers_addresses import address_from
from servicedesk.domain.own_fields import OwnFieldDraft, OwnFieldKind, OwnFieldOn
from servicedesk.domain.promises import Due, PromiseDraft, PromiseKind
from servicedesk.domain.support import SupportDraft, SupportNeed
from servicedesk.services.demo_scene import Deed, Scene

Known = dict[str, int]
"""Number of a record by its name in the story, once it is there."""

_RANG_AT = time(9, 20)


def own_fields(scene: Scene) -> Iterator[Deed]:
    """Fields of the shop's own."""
    for table in scene.story.tables("own_field"):
        draft = OwnFieldDraft(
            on=OwnFieldOn.CUSTOMER,
            name=table.take("name", str),
            kind=OwnFieldKind(table.take("kind", str)),
            choices=table.texts("choices"),
        )
        act = partial(scene.shop.own_fields.add, draft, scene.who)
        yield Deed(on=scene.day_in(table, "on"), act=act)
        table.done()


def customers(scene: Scene) -> Iterator[Deed]:
    """Who buys there, each with what was written down about them since."""
    known: Known = {}
    for table in scene.story.tables("customer"):
        on = scene.day_in(table, "on")
        since = scene.day_in(table, "since") if table.has("since") else None
        draft = replace(_customer(table), first_visit_on=since)
        yield Deed(on=on, act=partial(_add, scene, draft, known))
        for need in table.texts("needs"):
            yield Deed(on=on, act=partial(_help, scene, SupportNeed(need), draft.name, known, on))
        for day in table.texts("was_in"):
            visit = scene.day(day)
            yield Deed(on=visit, act=partial(_visit, scene, draft.name, known, visit))
        for promise in table.tables("promise"):
            yield from _promise(scene, promise, draft.name, known)
        for contact in table.tables("contact"):
            yield from _contact(scene, contact, draft.name, known)
        table.done()


def promises(scene: Scene) -> Iterator[Deed]:
    """Promises told by themselves: each as the charter makes it, to a customer who is there."""
    for table in scene.story.tables("promise"):
        name = table.take("customer", str)
        yield from _promise(scene, table, name, None)


def contacts(scene: Scene) -> Iterator[Deed]:
    """Messages and calls of people of whom nothing else is known."""
    for table in scene.story.tables("contact"):
        yield from _contact(scene, table, "", None)


def _customer(table: Table) -> CustomerDraft:
    phones = (Reach(kind=ReachKind.PHONE, shown=shown) for shown in table.texts("phones"))
    emails = (Reach(kind=ReachKind.EMAIL, shown=shown) for shown in table.texts("emails"))
    prefers = table.take("prefers", str, "")
    own = table.table("own")
    return CustomerDraft(
        name=table.take("name", str),
        is_organisation=table.take("is_organisation", bool, False),
        ask_for=table.take("ask_for", str, ""),
        status=CustomerStatus(table.take("status", str, CustomerStatus.CUSTOMER.value)),
        is_consumer=table.take("is_consumer", bool, True),
        reaches=(*phones, *emails),
        addresses=tuple(address_from(text) for text in table.texts("addresses")),
        prefers=Channel(prefers) if prefers else None,
        best_time=table.take("best_time", str, ""),
        tags=table.texts("tags"),
        heard_from=table.take("heard_from", str, ""),
        remember=table.take("remember", str, ""),
        notes=table.take("notes", str, ""),
        own={} if own is None else {key: str(value) for key, value in own.rest().items()},
    )


def _add(scene: Scene, draft: CustomerDraft, known: Known) -> None:
    known[draft.name] = scene.shop.customers.add(draft, scene.who).card.id


def _help(scene: Scene, need: SupportNeed, name: str, known: Known, on: date) -> None:
    draft = SupportDraft(need=need, yes_words="Yes, please note that.", agreed_on=on)
    scene.shop.support.add_need(known[name], draft, scene.who)


def _visit(scene: Scene, name: str, known: Known, day: date) -> None:
    scene.shop.customers.was_in(known[name], day, False, scene.who)


def _promise(scene: Scene, table: Table, name: str, known: Known | None) -> Iterator[Deed]:
    """A promise made to a customer, and how it went on."""
    made_on = scene.day_in(table, "on")
    draft = PromiseDraft(
        text=table.take("text", str),
        due=Due(day=scene.day_in(table, "due")) if table.has("due") else None,
        promiser=table.take("by", str),
        made_on=made_on,
        kind=PromiseKind(table.take("kind", str)),
        job_ref=table.take("job", str, ""),
        waiting_for=table.take("waiting_for", str, ""),
        standard_key=table.take("standard", str, ""),
    )
    made: list[int] = []
    yield Deed(on=made_on, act=partial(_make, scene, draft, name, known, made))
    if table.has("done_on"):
        done_on = scene.day_in(table, "done_on")
        yield Deed(on=done_on, act=partial(_done, scene, made, done_on))
    table.done()


def _make(
    scene: Scene, draft: PromiseDraft, name: str, known: Known | None, made: list[int]
) -> None:
    promise = replace(draft, customer_id=_number(scene, name, known))
    made.append(scene.shop.promises.make(promise, scene.who).card.id)


def _done(scene: Scene, made: list[int], on: date) -> None:
    scene.shop.promises.done(made[0], on, None, scene.who)


def _contact(scene: Scene, table: Table, name: str, known: Known | None) -> Iterator[Deed]:
    """Somebody who rang, wrote or came by."""
    on = scene.day_in(table, "on")
    draft = ContactDraft(
        text=table.take("text", str),
        channel=Channel(table.take("channel", str)),
        is_incoming=table.take("is_incoming", bool, True),
        at=datetime.combine(on, table.take("at", time, _RANG_AT), LONDON),
        answered_minutes=table.take("minutes", int) if table.has("minutes") else None,
        is_sorted=table.take("is_sorted", bool, False),
        next_on=scene.day_in(table, "next_on") if table.has("next_on") else None,
        by_whom=table.take("by", str),
    )
    yield Deed(on=on, act=partial(_log, scene, draft, name, known))
    table.done()


def _log(scene: Scene, draft: ContactDraft, name: str, known: Known | None) -> None:
    whom = _number(scene, name, known)
    scene.shop.contacts.log(replace(draft, customer_id=whom), scene.who)


def _number(scene: Scene, name: str, known: Known | None) -> int | None:
    """The number of a customer of the story, or of one who is found; None for nobody named."""
    if known is not None:
        return known[name]
    return scene.customer(name) if name else None
