# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The letters that the pretend shop has sent."""

from collections.abc import Iterator
from functools import partial

from servicedesk.domain.promises import PromiseChip, PromiseFilter
from servicedesk.services.demo_scene import Deed, Scene


def letters(scene: Scene) -> Iterator[Deed]:
    """Letters about promises that are on record by then."""
    for table in scene.story.tables("letter"):
        template, job = table.take("template", str), table.take("job", str)
        act = partial(_send, scene, template, job)
        yield Deed(on=scene.day_in(table, "on"), act=act)
        table.done()


def _send(scene: Scene, template: str, job: str) -> None:
    """Write about the promise of a job, and send it out."""
    lists, writing = scene.shop.promises.lists, scene.shop.letters_writing
    (promise_id,) = lists.ids(PromiseFilter(chip=PromiseChip.ALL, text=job))
    draft = writing.draft(template, promise_id=promise_id, who=scene.who)
    writing.issue(draft, scene.who)
