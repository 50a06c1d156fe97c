# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The charter of the pretend shop: versions written page by page, and most of them published."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from servicedesk.content.guides_tables import Table
from servicedesk.domain.charters_typing import Typing
from servicedesk.domain.charters_writing import READ_PAGES, with_answer
from servicedesk.domain.guides import question_by_id
from servicedesk.domain.standards import ServiceStandard
from servicedesk.domain.standards_data import standard_from_data, standard_to_data
from servicedesk.services.demo_scene import Deed, Scene

_EVERY = "all"
"""In place of the ids of pages: every page there is was read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Version:
    """What the owner said on the way to a version.

    Args:
        answers: by question id.
        ticked: keys of the standards that are promised.
        changed: key of a standard -> what differs from the preset, as answers files say it.
        reads: ids of the pages that were read.
        open_at: id of the page at which the owner stopped; "" for the first.
    """

    answers: Mapping[str, object]
    ticked: tuple[str, ...]
    changed: Mapping[str, Mapping[str, Any]]
    reads: tuple[str, ...]
    open_at: str


def charters(scene: Scene) -> Iterator[Deed]:
    """Each version as it was written, and as it was published where it was."""
    for table in scene.story.tables("charter"):
        write = partial(_write, scene, _read(table, scene))
        yield Deed(on=scene.day_in(table, "on"), act=write)
        if table.has("publishes_on"):
            on = scene.day_in(table, "publishes_on")
            yield Deed(on=on, act=partial(_publish, scene))
        table.done()


def _read(table: Table, scene: Scene) -> _Version:
    days, answers, changed = (table.table(key) for key in ("days", "answers", "standards"))
    every = [
        choice.id for choice in question_by_id(scene.shop.charter_writing.guide, READ_PAGES).choices
    ]
    return _Version(
        answers={
            **({} if answers is None else answers.rest()),
            **({} if days is None else scene.days_in(days)),
        },
        ticked=table.texts("ticked"),
        changed={} if changed is None else changed.rest(),
        reads=tuple(every) if table.take("reads", str, "") == _EVERY else table.texts("pages"),
        open_at=table.take("open_at", str, ""),
    )


def _write(scene: Scene, version: _Version) -> None:
    """Begin from the version before, or from the preset, say what changed, and stop."""
    writing, guide = scene.shop.charter_writing, scene.shop.charter_writing.guide
    before = writing.current()
    trade = str(scene.shop.business.answers()["trade"])
    draft = (before or writing.begin(trade, scene.who).card).draft
    registered = scene.shop.registrations.charter_answer()
    answers = {**version.answers, "registrations": registered, READ_PAGES: version.reads}
    for question, answer in answers.items():
        draft = with_answer(guide, draft, question, answer)
    standards = tuple(_said(version, standard) for standard in draft.standards)
    typing = Typing(page=version.open_at)
    writing.keep(replace(draft, standards=standards), typing, scene.who)


def _said(version: _Version, standard: ServiceStandard) -> ServiceStandard:
    """A standard as this version promises it, or does not."""
    changed = version.changed.get(standard.key)
    said = standard_from_data({**standard_to_data(standard), **changed}) if changed else standard
    return replace(said, is_ticked=standard.key in version.ticked)


def _publish(scene: Scene) -> None:
    """Publish what was written last."""
    writing = scene.shop.charter_writing
    written = writing.current()
    if written is not None:
        writing.publish(written.draft, scene.who)
