# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The overview of Improve and the list of things to do, with something of every sort on it."""

from collections.abc import Callable, Iterator
from datetime import timedelta

from PySide6.QtWidgets import QScrollArea, QWidget

from servicedesk.domain.actions import CHECK_AFTER, ActionCard, ActionDraft, ActionSource
from servicedesk.domain.actions_rules import ActionChip
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.people.action_deeds import ActionDeeds
from servicedesk.ui.people.action_form import ActionForm, done_form, works_form
from servicedesk.ui.widgets.form_dialog import FormDialog
from tests.shots.stand import Stand

Take = Callable[[QWidget], None]
Show = Callable[[Stand, Take], None]
Make = Callable[[Stand, ActionDeeds, ActionCard], FormDialog]

WHO = "Ruth"
_DAY = timedelta(days=1)
_FAILED = "Ask for the postcode on the phone"


def improve_screens() -> Iterator[tuple[str, Show, frozenset[str]]]:
    """Name, how it is shown, and the dialogs in it, of each."""
    yield "improve-overview", _at(""), frozenset()
    yield "improve-overview-part-2", _below, frozenset()
    yield "improve-actions", _at("actions"), frozenset()
    yield "improve-actions-check", _at("actions", ActionChip.TO_CHECK), frozenset()
    yield "improve-actions-failed", _failed, frozenset()
    yield "dialog-action", _form(_writing), frozenset({"ActionForm"})
    yield "dialog-action-done", _form(_doing), frozenset({"StepDialog"})
    yield "dialog-action-works", _form(_looking), frozenset({"StepDialog"})


def fill(stand: Stand) -> None:
    """Things to do of every sort, once."""
    actions, today = stand.bench.services.actions, stand.bench.today
    known = {one.draft.text for one in actions.list(ActionChip.ALL)}
    if _FAILED in known:
        return
    drafts = (
        ActionDraft(text="Charge every saw overnight", owner="Tom", due=today - 3 * _DAY),
        ActionDraft(
            text="Write our hours on the answering machine",
            owner=WHO,
            due=today + 4 * _DAY,
            source=ActionSource.SELF_CHECK,
            source_key="6.2a",
            source_id=1,
        ),
        ActionDraft(text="Say who stands in while we are away", source=ActionSource.REVIEW),
        ActionDraft(text="Order blades a week earlier", done_on=today - CHECK_AFTER - _DAY),
    )
    for draft in drafts:
        actions.add(draft, WHO)
    made = actions.add(ActionDraft(text=_FAILED, done_on=today - CHECK_AFTER), WHO).card
    actions.checked(made.id, today, False, "Two more parcels went to the wrong door", WHO)


def _at(part: str, item: str = "") -> Show:
    def show(stand: Stand, take: Take) -> None:
        fill(stand)
        stand.window.go(Place(room="improve", part=part, item=item))
        stand.settle()
        take(stand.window)

    return show


def _below(stand: Stand, take: Take) -> None:
    """What stands further down on the overview."""
    stand.window.go(Place(room="improve"))
    stand.settle()
    for area in stand.window.page.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    take(stand.window)


def _card(stand: Stand, text: str) -> ActionCard:
    found = stand.bench.services.actions.list(ActionChip.ALL)
    return next(one for one in found if one.draft.text == text)


def _failed(stand: Stand, take: Take) -> None:
    fill(stand)
    _at("actions", str(_card(stand, _FAILED).id))(stand, take)


def _form(make: Make) -> Show:
    def show(stand: Stand, take: Take) -> None:
        fill(stand)
        form = make(stand, ActionDeeds(stand.bench), _card(stand, "Charge every saw overnight"))
        form.show()
        stand.settle()
        take(form)
        form.reject()
        form.deleteLater()

    return show


def _writing(stand: Stand, deeds: ActionDeeds, _card: ActionCard) -> FormDialog:
    """A new one, refused: nothing was typed yet."""
    form = ActionForm(stand.bench, deeds, parent=stand.window)
    form.save_button.click()
    return form


def _doing(stand: Stand, deeds: ActionDeeds, card: ActionCard) -> FormDialog:
    return done_form(stand.bench, deeds, card, stand.window)


def _looking(stand: Stand, deeds: ActionDeeds, card: ActionCard) -> FormDialog:
    return works_form(stand.bench, deeds, card, stand.window)
