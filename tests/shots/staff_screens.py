# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The screens of the people here: a card for each, alone, and every dialog of the page."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from servicedesk.domain.people import PersonCard, team_of
from servicedesk.ui.core.rooms import Place
from tests.shots.stand import Stand

Take = Callable[[QWidget], None]
Show = Callable[[Stand, Take], None]

WHO = "Ruth"
_PLACE = Place(room="improve", part="staff")
_DIALOGS = {
    "add_skill": "SkillForm",
    "brief": "BriefForm",
    "add_note": "NoteForm",
    "plan": "PlanForm",
    "add_between": "BetweenForm",
}


def staff_screens() -> Iterator[tuple[str, Show, frozenset[str]]]:
    """Name, how it is shown, and the dialogs in it, of each."""
    yield "staff-alone", _alone, frozenset()
    yield "staff", _page, frozenset()
    for part in (2, 3):
        yield f"staff-part-{part}", _down(part), frozenset()
    yield "staff-briefed", _briefed, frozenset()
    for deed, name in _DIALOGS.items():
        classes = frozenset({name, "StaffForm"})
        yield f"dialog-staff-{deed}", _dialog(deed), classes
    yield "dialog-staff-refused", _refused, frozenset({"SkillForm", "StaffForm"})


def _go(stand: Stand) -> None:
    stand.window.go(Place(room="improve"))
    stand.window.go(_PLACE)
    stand.settle()


def _page_of(stand: Stand) -> QWidget:
    return stand.window.page.shown.page


def _helpers(stand: Stand) -> tuple[PersonCard, ...]:
    """Those who help in the pretend shop."""
    return team_of(stand.bench.services.people.all())


def _alone(stand: Stand, take: Take) -> None:
    """A business of one: the helpers of the pretend shop are away for this picture."""
    services = stand.bench.services
    view = services.staff.view()
    away = [
        *(partial(services.staff.remove_note, one.id, WHO) for one in view.notes),
        *(partial(services.staff.remove_between, one.id, WHO) for one in view.between),
        *(partial(services.people.remove, one.id, WHO) for one in team_of(services.people.all())),
    ]
    for remove in away:
        remove()
    _go(stand)
    take(stand.window)
    for _ in away:
        services.undo.undo(WHO)


def _page(stand: Stand, take: Take) -> None:
    _go(stand)
    take(stand.window)


def _down(part: int) -> Show:
    """Further down the page."""

    def show(stand: Stand, take: Take) -> None:
        _go(stand)
        bar = _page_of(stand).page.verticalScrollBar()
        bar.setValue(round((part - 1) * 0.85 * bar.pageStep()))
        stand.settle()
        take(stand.window)
        bar.setValue(0)

    return show


def _briefed(stand: Stand, take: Take) -> None:
    """Everybody was; taken back after the picture."""
    services = stand.bench.services
    done = services.staff.brief_all(stand.bench.today, WHO)
    _go(stand)
    take(stand.window)
    if done.changes:
        services.undo.undo(WHO)


def _open(stand: Stand, deed: str) -> QWidget:
    _go(stand)
    page, view = _page_of(stand), stand.bench.services.staff.view()
    number = {
        "add_skill": _helpers(stand)[0].id,
        "brief": _helpers(stand)[1].id,
        "plan": view.notes[0].id,
    }.get(deed, 0)
    page.open_form(deed, number)
    stand.settle()
    return page.form


def _dialog(deed: str) -> Show:
    def show(stand: Stand, take: Take) -> None:
        form = _open(stand, deed)
        take(form)
        form.reject()
        form.deleteLater()
        stand.settle()

    return show


def _refused(stand: Stand, take: Take) -> None:
    """It would have to be renewed before it was learned."""
    form = _open(stand, "add_skill")
    what, _, learned, renew, _ = form.fields()
    what.show_typed("Gas safety")
    learned.show_typed("2/11/2025")
    renew.show_typed("1/11/2025")
    form.save_button.click()
    stand.settle()
    take(form)
    for field in (what, learned, renew):  # or it would come up in the next picture
        field.show_typed("")
    form.reject()
    form.deleteLater()
    stand.settle()
