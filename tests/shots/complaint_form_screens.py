# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Pictures of writing a complaint down, of why its days are these, and of saying it is sorted."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QApplication, QWidget

from tests.shots.stand import Stand

Take = Callable[[QWidget], None]
Show = Callable[[Stand, Take], None]


def complaint_form_screens() -> Iterator[tuple[str, Show, frozenset[str]]]:
    """Name, how it is shown, and the dialogs in it, of each."""
    form = frozenset({"ComplaintForm", "FoldedForm"})
    yield "dialog-complaint_form", _form(is_hurt=False), form
    yield "dialog-complaint_form-hurt", _form(is_hurt=True), form
    yield "dialog-complaint_form-why", _why, form
    yield "dialog-complaint_form-sorted", _sorted, form | {"SortedForm"}


def _made(stand: Stand, text: str):
    from servicedesk.domain.customers_lists import CustomerFilter
    from servicedesk.ui.people.complaint_form import ComplaintForm
    from servicedesk.ui.people.complaint_form_presenter import Aim

    first = stand.bench.services.customer_lists.ids(CustomerFilter())[0]
    form = ComplaintForm(stand.bench, Aim(customer_id=first, text=text), stand.window)
    form.about.press(2)
    form.wishes.press(1)
    form.show()
    stand.settle()
    return form


def _closed(stand: Stand, form) -> None:
    form.close()
    form.deleteLater()
    stand.bench.services.drafts.drop("complaints")


def _form(*, is_hurt: bool) -> Show:
    """The form as it opens, or with everything unfolded about somebody who was hurt."""

    def show(stand: Stand, take: Take) -> None:
        hurt = "The hired saw stopped, and its guard cut my hand."
        form = _made(stand, hurt if is_hurt else "Hired saw stopped on the first morning")
        if is_hurt:
            form.about.press(7)
            form._open_more(is_open=True)
            stand.settle()
        take(form)
        _closed(stand, form)

    return show


def _why(stand: Stand, take: Take) -> None:
    form = _made(stand, "Hired saw stopped on the first morning")
    dialog = form.show_why()
    stand.settle()
    take(dialog)
    dialog.close()
    _closed(stand, form)


def _sorted(stand: Stand, take: Take) -> None:
    form = _made(stand, "The soup was cold")
    dialog = form.sort_out()
    stand.settle()
    take(dialog)
    dialog.reject()
    QApplication.processEvents()
    stand.bench.services.drafts.drop("complaint_sorted")
    _closed(stand, form)
