# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the pretend shop counted by hand: a sample week, ten jobs, customers served, a walk."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from itertools import cycle

from servicedesk.content.guides_tables import Table
from servicedesk.domain.samples import Verdict
from servicedesk.domain.walks import WalkDraft, WalkStep
from servicedesk.services.demo_scene import Deed, Scene


def sample_weeks(scene: Scene) -> Iterator[Deed]:
    """Weeks that were counted on a sheet, and keyed in afterwards."""
    for table in scene.story.tables("sample_week"):
        first, on = scene.day_in(table, "first"), scene.day_in(table, "on")
        lines = {
            line.take("standard", str): (line.take("met", int), line.take("seen", int))
            for line in table.tables("line")
        }
        weeks: list[int] = []
        note = table.take("note", str, "")
        yield Deed(on=on, act=partial(_plan, scene, first, tuple(lines), weeks))
        keyed_on = scene.day_in(table, "keyed_on")
        yield Deed(on=keyed_on, act=partial(_key_in, scene, weeks, lines, note))
        table.done()


def _plan(scene: Scene, first: date, keys: tuple[str, ...], weeks: list[int]) -> None:
    weeks.append(scene.shop.samples.plan(first, keys, scene.who).card.id)


def _key_in(
    scene: Scene, weeks: list[int], lines: Mapping[str, tuple[int, int]], note: str
) -> None:
    scene.shop.samples.key_in(weeks[0], lines, note, scene.who)


def checks(scene: Scene) -> Iterator[Deed]:
    """Checks of ten jobs, each job looked at on the day they were drawn."""
    for table in scene.story.tables("job_check"):
        verdicts = tuple(map(Verdict, table.texts("verdicts")))
        act = partial(_check, scene, verdicts)
        yield Deed(on=scene.day_in(table, "on"), act=act)
        table.done()


def _check(scene: Scene, verdicts: tuple[Verdict, ...]) -> None:
    """Whatever jobs are drawn, they are found as told, one after the other."""
    samples = scene.shop.samples
    found = cycle(verdicts)
    for job in samples.draw(scene.who).card.jobs:
        for key, _ in job.verdicts:
            samples.answer(job.id, key, next(found), scene.who)


def served(scene: Scene) -> Iterator[Deed]:
    """How many customers were served, month by month, as the till tells it."""
    table = scene.story.table("served")
    if table is None:
        return
    for month in table.tables("month"):
        day, customers = scene.day_in(month, "month"), month.take("customers", int)
        act = partial(scene.shop.samples.set_served, day, customers, scene.who)
        yield Deed(on=scene.day_in(month, "on"), act=act)
        month.done()
    table.done()


def walks(scene: Scene) -> Iterator[Deed]:
    """Walks along the customer's way."""
    for table in scene.story.tables("walk"):
        on = scene.day_in(table, "on")
        draft = WalkDraft(
            name=table.take("name", str),
            walked_on=on,
            who=table.take("by", str),
            steps=tuple(map(_step, table.tables("step"))),
        )
        yield Deed(on=on, act=partial(scene.shop.walks.add, draft, scene.who))
        table.done()


def _step(table: Table) -> WalkStep:
    step = WalkStep(
        what=table.take("what", str),
        snag=table.take("snag", str, ""),
        promise=table.take("promise", str, ""),
        action=table.take("action", str, ""),
    )
    table.done()
    return step
