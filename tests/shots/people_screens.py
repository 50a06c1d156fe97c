# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Pictures of what opens over any page: the contact note, what helps somebody, its forms."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QDialog

from tests.shots.screens import Screen, Take
from tests.shots.stand import Stand


def people_screens() -> Iterator[Screen]:
    """All of them, in the order in which a person meets them."""
    yield Screen("dialog-contact", _dialog(_contact), frozenset({"ContactForm"}))
    yield Screen("dialog-support", _dialog(_sheet), frozenset({"SupportSheetDialog"}))
    for part in ("support_needs", "safety_notes", "consents"):
        name = f"dialog-support-{part}"
        yield Screen(name, _dialog(_form(part)), frozenset({"SupportForm"}))


def _dialog(make: Callable[[Stand], QDialog]) -> Callable[[Stand, Take], None]:
    def show(stand: Stand, take: Take) -> None:
        dialog = make(stand)
        dialog.show()
        stand.settle()
        take(dialog)
        dialog.close()
        dialog.deleteLater()

    return show


def _first_customer(stand: Stand) -> int:
    """Somebody of the pretend shop, with whom something helps where there is such a one."""
    from servicedesk.domain.customers_lists import CustomerFilter

    services = stand.bench.services
    ids = services.customer_lists.ids(CustomerFilter())
    helped = (each for each in ids if services.support.of(each).needs)
    return next(helped, ids[0])


def _contact(stand: Stand) -> QDialog:
    from servicedesk.ui.people.contact_form import ContactForm

    return ContactForm(stand.bench, stand.window, _first_customer(stand))


def _sheet(stand: Stand) -> QDialog:
    from servicedesk.ui.people.support_sheet import SupportSheetDialog

    return SupportSheetDialog(stand.bench, _first_customer(stand), stand.window)


def _form(part: str) -> Callable[[Stand], QDialog]:
    def make(stand: Stand) -> QDialog:
        from servicedesk.ui.people.support_form import SupportForm
        from servicedesk.ui.people.support_presenter import SupportPresenter

        presenter = SupportPresenter(stand.bench, _first_customer(stand))
        form = SupportForm(stand.bench, presenter, part, None, stand.window)
        presenter.setParent(form)
        return form

    return make
