# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The screens of ideas, the service plan, busy days and extra help, with something on them.

What is kept for a picture is removed after it, so that the other pictures stay.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from servicedesk.domain.ideas import IdeaDraft, IdeaVerdict
from servicedesk.domain.periods import PeriodName
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.improve.busy_page import BusyPage
from servicedesk.ui.improve.ideas_page import IdeasPage
from servicedesk.ui.improve.plan_page import PlanPage
from tests.shots.stand import Stand

Take = Callable[[QWidget], None]
Show = Callable[[Stand, Take], None]

WHO = "Ruth"
_DAY = timedelta(days=1)


def improve_ideas_screens() -> Iterator[tuple[str, Show, frozenset[str]]]:
    """Name, how it is shown, and the dialogs in it, of each."""
    yield "improve-ideas-none", _no_ideas, frozenset()
    yield "improve-ideas", _ideas, frozenset()
    yield "dialog-idea", _idea_form(judges=False), frozenset({"IdeaForm"})
    yield "dialog-idea-judged", _idea_form(judges=True), frozenset({"IdeaForm"})
    yield "improve-plan-none", _no_plan, frozenset()
    yield "improve-plan", _page("plan"), frozenset()
    yield "dialog-service-plan", _plan_form, frozenset({"PlanForm"})
    yield "improve-busy", _busy, frozenset()
    yield "improve-extra-help", _page("extra_help"), frozenset()


def _page(part: str) -> Show:
    def show(stand: Stand, take: Take) -> None:
        stand.window.go(Place(room="improve", part=part))
        stand.settle()
        take(stand.window)

    return show


@contextmanager
def _some_ideas(stand: Stand) -> Iterator[None]:
    ideas, today = stand.bench.services.ideas, stand.bench.today
    made = [
        ideas.add(draft, WHO).card.id
        for draft in (
            IdeaDraft(
                what="A sign at the till that says how long the wait is",
                seen_at="the post office",
                seen_on=today - 9 * _DAY,
                try_by=today + 5 * _DAY,
            ),
            IdeaDraft(
                what="A bench outside for whoever waits",
                seen_at="the garage on Station Road",
                seen_on=today - 40 * _DAY,
                try_by=today - 3 * _DAY,
            ),
            IdeaDraft(what="Coffee on Saturdays", tried_on=today - 2 * _DAY),
            IdeaDraft(
                what="Keys cut while you wait, before nine",
                seen_at="a shop in Leeds",
                tried_on=today - 20 * _DAY,
                verdict=IdeaVerdict.KEEP,
                note="Six builders came in the first week.",
            ),
            IdeaDraft(
                what="Radio at the counter",
                tried_on=today - 30 * _DAY,
                verdict=IdeaVerdict.DROP,
                note="Too loud for the telephone.",
            ),
        )
    ]
    try:
        yield
    finally:
        for number in made:
            ideas.remove(number, WHO)


def _ideas(stand: Stand, take: Take) -> None:
    with _some_ideas(stand):
        _page("ideas")(stand, take)


def _idea_form(*, judges: bool) -> Show:
    def show(stand: Stand, take: Take) -> None:
        with _some_ideas(stand):
            stand.window.go(Place(room="improve", part="ideas"))
            stand.settle()
            (page,) = stand.window.findChildren(IdeasPage)
            page.open_form(page.presenter.state[0] if judges else None, judges=judges)
            stand.settle()
            take(page.form)
            page.form.reject()

    return show


def _no_ideas(stand: Stand, take: Take) -> None:
    """The ideas of the pretend shop come back after the picture."""
    services = stand.bench.services
    known = services.ideas.all()
    for idea in known:
        services.ideas.remove(idea.id, WHO)
    _page("ideas")(stand, take)
    for _ in known:
        services.undo.undo(WHO)


def _no_plan(stand: Stand, take: Take) -> None:
    """The plan of the pretend shop comes back after the picture."""
    services = stand.bench.services
    services.service_plan.remove(WHO)
    _page("plan")(stand, take)
    services.undo.undo(WHO)


def _plan_form(stand: Stand, take: Take) -> None:
    stand.window.go(Place(room="improve", part="plan"))
    stand.settle()
    (page,) = stand.window.findChildren(PlanPage)
    page.open_form()
    stand.settle()
    take(page.form)
    page.form.reject()


def _busy(stand: Stand, take: Take) -> None:
    stand.window.go(Place(room="improve", part="busy"))
    stand.settle()
    (page,) = stand.window.findChildren(BusyPage)
    page.presenter.choose(PeriodName.LAST_12_MONTHS)
    stand.settle()
    take(stand.window)
