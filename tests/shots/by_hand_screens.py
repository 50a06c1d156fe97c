# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The screens of things counted by hand: sample weeks, a check of jobs, customers served, walks."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from servicedesk.domain.errors import Refusal
from servicedesk.domain.samples import Verdict
from servicedesk.domain.walks import WalkDraft, WalkStep
from servicedesk.ui.core.rooms import Place
from tests.shots.stand import Stand

Take = Callable[[QWidget], None]
Show = Callable[[Stand, Take], None]

WHO = "Ruth"
_DAYS_AGO = 14


def by_hand_screens() -> Iterator[tuple[str, Show, frozenset[str]]]:
    """Name, how it is shown, and the dialogs in it, of each."""
    yield "measures-samples", _at("samples", _weeks), frozenset()
    yield "measures-checks", _at("checks", _check), frozenset()
    yield "measures-served", _at("served", _served), frozenset()
    yield "measures-walks", _at("walks", _walk), frozenset()
    yield "dialog-sample-week", _planning, frozenset({"SampleForm"})
    yield "dialog-walk", _walking, frozenset({"WalkForm"})


def _at(part: str, fill: Callable[[Stand], None]) -> Show:
    """A page of what is counted by hand, with something on it."""

    def show(stand: Stand, take: Take) -> None:
        fill(stand)
        stand.window.go(Place(room="measures", part=part))
        stand.settle()
        take(stand.window)

    return show


def _weeks(stand: Stand) -> None:
    samples, today = stand.bench.services.samples, stand.bench.today
    offer = samples.offer()
    if samples.weeks() or offer is None:
        return
    keys = offer.usual or tuple(one.key for one in offer.standards[:2])
    past = today - timedelta(days=today.weekday() + _DAYS_AGO)
    samples.plan(past, keys, WHO)
    samples.plan(offer.first, keys, WHO, offer.last)


def _check(stand: Stand) -> None:
    samples = stand.bench.services.samples
    if samples.checks():
        return
    with suppress(Refusal):  # a charter that no check measures is a picture too
        check = samples.draw(WHO).card
        key = check.standards[0][0]
        for job, verdict in zip(check.jobs, Verdict, strict=False):
            samples.answer(job.id, key, verdict, WHO)


def _served(stand: Stand) -> None:
    today = stand.bench.today
    stand.bench.services.samples.set_served(today.replace(day=1), 320, WHO)


def _walk(stand: Stand) -> None:
    walks = stand.bench.services.walks
    if walks.all():
        return
    steps = (
        WalkStep(
            what="Rings at ten past five",
            snag="It rings out: nothing tells them when we open",
            promise="Missed calls returned",
            action="Record our hours as a greeting",
        ),
        WalkStep(what="Waits for us to ring back", snag="Nobody says when"),
    )
    draft = WalkDraft(name="A missed call", walked_on=stand.bench.today, who=WHO, steps=steps)
    walks.add(draft, WHO)


def _planning(stand: Stand, take: Take) -> None:
    from servicedesk.ui.measures.samples_form import SampleForm
    from servicedesk.ui.measures.samples_presenter import SamplesPresenter

    presenter = SamplesPresenter(stand.bench)
    presenter.open()
    offer = presenter.state.offer
    if offer is None:
        raise LookupError("the pretend shop has no charter to count by")
    form = SampleForm(stand.bench, presenter, offer, stand.window)
    form.show()
    stand.settle()
    take(form)
    form.reject()
    form.deleteLater()


def _walking(stand: Stand, take: Take) -> None:
    from servicedesk.ui.measures.walks_form import WalkForm
    from servicedesk.ui.measures.walks_presenter import WalksPresenter

    _walk(stand)
    presenter = WalksPresenter(stand.bench)
    presenter.open()
    form = WalkForm(stand.bench, presenter, presenter.state[0], stand.window)
    form.show()
    stand.settle()
    take(form)
    form.reject()
    form.deleteLater()
