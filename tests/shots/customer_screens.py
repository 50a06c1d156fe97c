# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The screens of customers that no list of the program names: their form and what it tells."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QDialog, QWidget

from servicedesk.ui.core.rooms import Place
from tests.shots.stand import Stand

Take = Callable[[QWidget], None]
Show = Callable[[Stand, Take], None]


def customer_screens() -> Iterator[tuple[str, Show, frozenset[str]]]:
    """Name, how it is shown, and the dialogs in it, of each."""
    form = frozenset({"CustomerForm"})
    yield "dialog-customer-new", _form(name=""), form
    yield "dialog-customer-alike", _form(name="Meena Pat"), form
    yield "dialog-customer-change", _form(customer=1), form
    yield "dialog-customer-end", _form(customer=2, is_end=True), form
    yield "dialog-merge", _merge, frozenset({"MergeDialog"})
    yield "dialog-labels", _labels, frozenset({"LabelsDialog"})
    yield "search-hits-records", _found("pat"), frozenset()
    yield "dialog-who-found", _who, frozenset()
    yield "settings-bin-full", _bin, frozenset()
    for topic in ("own_fields",):
        yield f"dialog-{topic}", _adding(topic), frozenset({"FormDialog"})


def _form(*, name: str = "", customer: int | None = None, is_end: bool = False) -> Show:
    def show(stand: Stand, take: Take) -> None:
        from servicedesk.ui.customers.form import CustomerForm

        form = CustomerForm(stand.bench, customer, name, stand.window)
        form.show()
        stand.settle()
        if is_end:
            bar = form._page.verticalScrollBar()
            bar.setValue(bar.maximum())
        _taken(stand, take, form)

    return show


def _merge(stand: Stand, take: Take) -> None:
    from servicedesk.ui.customers.merge import MergeDialog

    pairs = stand.bench.services.customers_alike.possible_duplicates()
    one, other, _why = pairs[0]
    dialog = MergeDialog(stand.bench, (one.id, other.id), stand.window)
    dialog.show()
    _taken(stand, take, dialog)


def _labels(stand: Stand, take: Take) -> None:
    from servicedesk.ui.printing.posting import LabelsDialog, print_labels

    print_labels(stand.bench, stand.window, (1, 2))
    # one that another dress has closed may still wait to be taken apart
    (dialog,) = (one for one in stand.window.findChildren(LabelsDialog) if one.isVisible())
    _taken(stand, take, dialog)


def _found(typed: str) -> Show:
    def show(stand: Stand, take: Take) -> None:
        stand.window.go(Place(room="today"))
        box = stand.window.search
        box.entered.emit()
        box.setText(typed)
        box.textEdited.emit(typed)
        stand.settle()
        take(stand.window)
        stand.window.go(Place(room="today"))

    return show


def _who(stand: Stand, take: Take) -> None:
    from servicedesk.ui.people.promise_form import show_promise_form

    form = show_promise_form(stand.bench, stand.window)
    if form is None:
        raise LookupError("dialog-who-found: no form of a promise")
    stand.settle()
    line = form.who.focus_target()
    line.setFocus()
    line.insert("pat")
    line.textEdited.emit("pat")
    stand.settle()
    take(form)
    line.clear()
    line.textEdited.emit("")  # nothing is kept of it for the next picture
    form.close()
    stand.settle()


def _bin(stand: Stand, take: Take) -> None:
    customers = stand.bench.services.customers
    last = max(stand.bench.services.customer_lists.ids(_everybody()))
    customers.bin([last], "Ruth")
    stand.window.go(Place(room="settings", part="bin"))
    stand.settle()
    take(stand.window)
    customers.bring_back([last], "Ruth")


def _everybody():
    from servicedesk.domain.customers_lists import CustomerFilter

    return CustomerFilter()


def _adding(topic: str) -> Show:
    def show(stand: Stand, take: Take) -> None:
        stand.window.go(Place(room="settings", part=topic))
        stand.settle()
        if not stand.pressed("Add", take):
            raise LookupError(f"dialog-{topic}: no dialog behind a button “Add…”")

    return show


def _taken(stand: Stand, take: Take, dialog: QDialog) -> None:
    stand.settle()
    take(dialog)
    dialog.reject()
    dialog.deleteLater()
