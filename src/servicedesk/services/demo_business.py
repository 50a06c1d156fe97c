# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The business of the pretend shop: its facts, people, registrations, closures and holidays."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial

from servicedesk.domain.calendars import BankHoliday
from servicedesk.domain.calendars_kept import ClosureDraft, OpenDayDraft
from servicedesk.domain.hours import parse_interval
from servicedesk.domain.people import PersonDraft, Role
from servicedesk.domain.registrations import RegistrationDraft, RegistrationKind
from servicedesk.services.demo_scene import Deed, Scene
from servicedesk.services.people import People


def facts(scene: Scene) -> Iterator[Deed]:
    """What the owner said about the business on the first day."""
    on = scene.day_in(scene.business, "on")
    said = {**scene.business.rest(), "opening_hours": scene.hours}
    yield Deed(on=on, act=lambda: scene.shop.business.save(said, scene.who))


def people(scene: Scene) -> Iterator[Deed]:
    """Who works there. Whoever stands in is named, and may come later."""
    awaited: dict[int, str] = {}
    for table in scene.story.tables("person"):
        limit = table.any("limit_pence")
        draft = PersonDraft(
            name=table.take("name", str),
            role=Role(table.take("role", str)),
            limit_pence=limit if isinstance(limit, int) else None,
        )
        stand_in = table.take("stand_in", str, "")
        act = partial(_add_person, scene.shop.people, draft, stand_in, awaited, scene.who)
        yield Deed(on=scene.day_in(table, "on"), act=act)
        table.done()


def _add_person(
    everybody: People, draft: PersonDraft, stand_in: str, awaited: dict[int, str], who: str
) -> None:
    """Add a person, and give those their stand-in who waited for this one.

    Args:
        everybody: the service.
        draft: the person.
        stand_in: name of who stands in for them; "" for nobody.
        awaited: id of a person -> name of the stand-in who is not there yet.
        who: adds them.
    """
    added = everybody.add(draft, who).card
    if stand_in:
        awaited[added.id] = stand_in
    known = {person.name: person.id for person in everybody.all()}
    for person in everybody.all():
        name = awaited.get(person.id)
        if name in known:
            everybody.change(person.id, replace(person.draft, stand_in_id=known[name]), who)
            del awaited[person.id]


def registrations(scene: Scene) -> Iterator[Deed]:
    """Registrations and insurance."""
    for table in scene.story.tables("registration"):
        draft = RegistrationDraft(
            kind=RegistrationKind(table.take("kind", str)),
            body=table.take("body", str),
            number=table.take("number", str),
            checked_on=scene.day_in(table, "checked_on"),
            ends_on=scene.day_in(table, "ends_on"),
        )
        add = partial(scene.shop.registrations.add, draft, scene.who)
        yield Deed(on=scene.day_in(table, "on"), act=add)
        table.done()


def closures(scene: Scene) -> Iterator[Deed]:
    """Days on which the shop was, or will be, shut."""
    for table in scene.story.tables("closure"):
        first = scene.day_in(table, "first")
        last = first + timedelta(table.take("days", int) - 1)
        draft = ClosureDraft(first=first, last=last, reason=table.take("reason", str))
        add = partial(scene.shop.calendars.add_closure, draft, scene.who)
        yield Deed(on=scene.day_in(table, "on"), act=add)
        table.done()


def open_days(scene: Scene) -> Iterator[Deed]:
    """Days on which the shop opens although its week says shut."""
    for table in scene.story.tables("open_day"):
        hours = tuple(parse_interval(text) for text in table.texts("hours"))
        draft = OpenDayDraft(
            day=scene.day_in(table, "day"), hours=hours, reason=table.take("reason", str)
        )
        add = partial(scene.shop.calendars.add_open_day, draft, scene.who)
        yield Deed(on=scene.day_in(table, "on"), act=add)
        table.done()


def holidays(scene: Scene) -> Iterator[Deed]:
    """Holidays of the town's own."""
    for table in scene.story.tables("holiday"):
        holiday = BankHoliday(day=scene.day_in(table, "day"), name=table.take("name", str))
        add = partial(scene.shop.calendars.add_holiday, holiday, scene.who)
        yield Deed(on=scene.day_in(table, "on"), act=add)
        table.done()
