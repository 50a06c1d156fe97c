# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The screens of complaints: form, short view, full file, each short dialog, each kind of page."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QDialog, QWidget

from servicedesk.domain.complaints import Stage
from servicedesk.domain.complaints_listed import ComplaintChip, ComplaintFilter
from servicedesk.domain.complaints_stages import Action
from servicedesk.ui.complaints.deeds import Deed
from servicedesk.ui.core.rooms import Place
from tests.shots.stand import Stand

Take = Callable[[QWidget], None]
Show = Callable[[Stand, Take], None]

_STEPS = (
    *(Action.ACKNOWLEDGE, Action.ASK_CUSTOMER, Action.CUSTOMER_REPLIED, Action.WAIT_OTHER),
    *(Action.OTHER_REPLIED, Action.DECIDE, Action.EXTEND, Action.RESOLVE, Action.SECOND_LOOK),
    *(Action.REOPEN, Action.GO_OUTSIDE, Action.OUTSIDE_RESULT, Action.WITHDRAW, Action.SAME_AS),
    *(Deed.REMIND, Deed.UPDATE, Deed.REMEDY, Deed.CAUSE, Deed.CHANGE, Deed.FOLLOW_UP),
    *(Deed.INSURER, Deed.STOCK),
)


def complaint_screens() -> Iterator[tuple[str, Show, frozenset[str]]]:
    """Name, how it is shown, and the dialogs in it, of each."""
    form = frozenset({"ComplaintForm"})
    yield "dialog-complaint-form-new", _form(is_new=True), form
    yield "dialog-complaint-form-change", _form(is_new=False), form
    yield "dialog-complaint-sorted", _sorted, frozenset({"SortedForm"})
    for deed in _STEPS:
        yield f"dialog-complaint-{deed.value}", _step(deed), frozenset({"StepDialog"})
    yield "dialog-complaint-file", _file_dialog, frozenset({"FileDialog"})
    for chip in ComplaintChip:
        yield f"complaints-{chip.value}", _page(chip), frozenset()
    yield "complaints-file", _file, frozenset()
    yield "complaints-steps", _menu, frozenset()


def _first(stand: Stand, chip: ComplaintChip = ComplaintChip.OPEN) -> int:
    lists = stand.bench.services.complaints.lists
    wanted = lists.ids(ComplaintFilter(chip=chip))
    return (wanted or lists.ids(ComplaintFilter(chip=ComplaintChip.ALL)))[0]


def _at_stage(stand: Stand, stage: Stage) -> int:
    """A complaint at a stage, or any."""
    lists = stand.bench.services.complaints.lists
    ids = lists.ids(ComplaintFilter(chip=ComplaintChip.ALL))
    return next((row.id for row in lists.rows(ids) if row.stage is stage), ids[0])


def _taken(stand: Stand, take: Take, dialog: QDialog) -> None:
    dialog.show()
    stand.settle()
    take(dialog)
    dialog.close()
    dialog.deleteLater()


def _form(*, is_new: bool) -> Show:
    def show(stand: Stand, take: Take) -> None:
        from servicedesk.ui.people.complaint_form import show_complaint_form

        complaint_id = _first(stand)
        card = stand.bench.services.complaints.get(complaint_id)
        known = {"customer_id": card.draft.customer_id, "text": card.draft.text}
        about = known if is_new else {"complaint_id": complaint_id}
        form = show_complaint_form(stand.bench, stand.window, **about)
        stand.settle()
        take(form)
        form.close()
        stand.bench.services.drafts.drop("complaints")

    return show


def _sorted(stand: Stand, take: Take) -> None:
    from servicedesk.ui.people.sorted_form import sort_out

    form = sort_out(stand.bench, _first(stand), stand.window)
    stand.settle()
    take(form)
    form.close()


def _step(deed: Action | Deed) -> Show:
    def show(stand: Stand, take: Take) -> None:
        from servicedesk.ui.complaints.deeds import ComplaintDeeds
        from servicedesk.ui.complaints.steps import Steps

        deeds = ComplaintDeeds(stand.bench, stand.window)
        steps = Steps(stand.bench, stand.window, deeds)
        dialog = steps.begin(deed, _first(stand))
        stand.settle()
        take(dialog)
        dialog.reject()
        steps.deleteLater()
        deeds.deleteLater()

    return show


def _file_dialog(stand: Stand, take: Take) -> None:
    _open(stand, _at_stage(stand, Stage.INVESTIGATING))
    stand.window.page.detail.show_file(is_shown=True)
    stand.settle()
    if not stand.pressed("Say how serious", take):
        raise LookupError("dialog-complaint-file: no dialog behind “Say how serious…”")
    stand.window.page.detail.show_file(is_shown=False)


def _open(stand: Stand, complaint_id: int) -> None:
    stand.window.go(Place(room="complaints", item=str(complaint_id)))
    stand.settle()


def _page(chip: ComplaintChip) -> Show:
    """A complaint of some sort, opened from its part of the list."""

    def show(stand: Stand, take: Take) -> None:
        stand.window.go(Place(room="complaints", part=chip.value))
        _open(stand, _first(stand, chip))
        take(stand.window)

    return show


def _file(stand: Stand, take: Take) -> None:
    """The full file, as far as it is seen at once."""
    _open(stand, _at_stage(stand, Stage.REMEDY_PENDING))
    detail = stand.window.page.detail
    detail.show_file(is_shown=True)
    stand.settle()
    detail.verticalScrollBar().setValue(detail.file.y())
    stand.settle()
    take(stand.window)
    detail.show_file(is_shown=False)


def _menu(stand: Stand, take: Take) -> None:
    """The other steps of one that is looked into."""
    _open(stand, _at_stage(stand, Stage.INVESTIGATING))
    menu = stand.window.page.detail.steps_menu()
    menu.popup(stand.window.rect().center())
    stand.settle()
    take(menu)
    menu.close()
    menu.deleteLater()
