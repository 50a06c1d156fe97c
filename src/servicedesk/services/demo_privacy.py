# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The privacy desk of the pretend shop: who said yes and no to offers, a request, a breach, a hold.

Customers are named as they stand in the story, and are there before anything here happens.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time
from functools import partial

from servicedesk.content.guides_tables import Table
from servicedesk.domain.breaches import BreachDraft, BreachRisk
from servicedesk.domain.calendars import LONDON
from servicedesk.domain.customers import Channel
from servicedesk.domain.data_requests import PauseWhy, RequestDraft, RequestKind
from servicedesk.domain.holds import HoldDraft
from servicedesk.domain.marketing import StopSource
from servicedesk.domain.support import ConsentBasis, ConsentChannel, ConsentDraft
from servicedesk.services.demo_scene import Deed, Scene

Ids = list[int]
"""Number of a record, once it is kept."""

_MORNING = time(9)
"""Before the deeds of a day, so that nothing was known or told ahead of its time."""


def consents(scene: Scene) -> Iterator[Deed]:
    """What customers said to offers, and who took a yes back."""
    for table in scene.story.tables("consent"):
        name, given_on = table.take("customer", str), scene.day_in(table, "on")
        draft = ConsentDraft(
            channel=ConsentChannel(table.take("channel", str)),
            wording=table.take("wording", str),
            given_on=given_on,
            how=table.take("how", str, ""),
            basis=ConsentBasis(table.take("basis", str, ConsentBasis.YES.value)),
        )
        yield Deed(on=given_on, act=partial(_agree, scene, name, draft))
        if table.has("back_on"):
            act = partial(_take_back, scene, name, draft.channel)
            yield Deed(on=scene.day_in(table, "back_on"), act=act)
        table.done()


def _agree(scene: Scene, name: str, draft: ConsentDraft) -> None:
    scene.shop.support.give_consent(scene.customer(name), draft, scene.who)


def _take_back(scene: Scene, name: str, channel: ConsentChannel) -> None:
    customer = scene.customer(name)
    scene.shop.marketing.stop_customer(customer, channel, StopSource.WITHDREW, scene.who)


def stops(scene: Scene) -> Iterator[Deed]:
    """Who wants no offers and is no customer."""
    for table in scene.story.tables("stop"):
        act = partial(
            scene.shop.marketing.stop_address,
            table.take("address", str),
            tuple(ConsentChannel(one) for one in table.texts("channels")),
            StopSource.ASKED,
            scene.who,
        )
        yield Deed(on=scene.day_in(table, "on"), act=act)
        table.done()


def requests(scene: Scene) -> Iterator[Deed]:
    """Who asked about their information, and when the clock stood still."""
    for table in scene.story.tables("request"):
        name, made = table.take("customer", str), Ids()
        draft = RequestDraft(
            kind=RequestKind(table.take("kind", str)),
            received_on=scene.day_in(table, "on"),
            channel=Channel(table.take("channel", str)),
            text=table.take("text", str),
        )
        yield Deed(on=draft.received_on, act=partial(_note, scene, name, draft, made))
        for pause in table.tables("pause"):
            yield from _pause(scene, pause, made)
        table.done()


def _note(scene: Scene, name: str, draft: RequestDraft, made: Ids) -> None:
    asked = replace(draft, customer_id=scene.customer(name))
    made.append(scene.shop.data_requests.note(asked, scene.who).card.id)


def _pause(scene: Scene, table: Table, made: Ids) -> Iterator[Deed]:
    """A time in which the shop waited to hear what they mean."""
    on, until = scene.day_in(table, "on"), scene.day_in(table, "until")
    asked, said = table.take("asked", str), table.take("said", str)
    book = scene.shop.data_requests
    yield Deed(on=on, act=lambda: book.ask(made[0], PauseWhy.CLARITY, asked, on, scene.who))
    yield Deed(on=until, act=lambda: book.clarified(made[0], said, until, scene.who))
    table.done()


def breaches(scene: Scene) -> Iterator[Deed]:
    """What went wrong with information: written down at once, reported, and closed."""
    for table in scene.story.tables("breach"):
        on, reported_on = scene.day_in(table, "on"), scene.day_in(table, "reported_on")
        first, made = _first_words(table, datetime.combine(on, _MORNING, LONDON)), Ids()
        then = replace(
            first,
            risk=BreachRisk(table.take("risk", str)),
            risk_why=table.take("risk_why", str),
            reported_at=datetime.combine(reported_on, _MORNING, LONDON),
            report_ref=table.take("report_ref", str),
            told_on=reported_on,
            told_how=table.take("told_how", str),
            did=table.take("did", str),
        )
        yield Deed(on=on, act=partial(_write_down, scene, first, made))
        yield Deed(on=reported_on, act=partial(_report, scene, then, made))
        table.done()


def _first_words(table: Table, known_at: datetime) -> BreachDraft:
    return BreachDraft(
        what=table.take("what", str),
        known_at=known_at,
        whose=table.take("whose", str),
        data=table.take("data", str),
        people=table.take("people", int),
        effects=table.take("effects", str),
    )


def _write_down(scene: Scene, draft: BreachDraft, made: Ids) -> None:
    made.append(scene.shop.breaches.add(draft, scene.who).card.id)


def _report(scene: Scene, draft: BreachDraft, made: Ids) -> None:
    scene.shop.breaches.change(made[0], draft, scene.who)
    scene.shop.breaches.close(made[0], scene.who)


def holds(scene: Scene) -> Iterator[Deed]:
    """What must be kept, whatever its time says."""
    for table in scene.story.tables("hold"):
        draft = HoldDraft(
            reason=table.take("reason", str),
            since=scene.day_in(table, "on"),
            look_again_on=scene.day_in(table, "look_again_on"),
        )
        act = partial(_hold, scene, table.take("customer", str), draft)
        yield Deed(on=draft.since, act=act)
        table.done()


def _hold(scene: Scene, name: str, draft: HoldDraft) -> None:
    scene.shop.holds.add(replace(draft, customer_id=scene.customer(name)), scene.who)
