# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What tests of the form of a complaint share: forms that are open, and what was kept by them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from servicedesk.domain.complaints import ComplaintCard
from servicedesk.domain.complaints_listed import ComplaintChip, ComplaintFilter
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.complaint_form import ComplaintForm
from servicedesk.ui.people.complaint_form_presenter import Aim
from servicedesk.ui.widgets.field import Field
from servicedesk.ui.widgets.form_dialog import FormDialog
from tests.ui.widgets.made import press


def opener(bench: Workbench, qtbot: QtBot) -> Callable[..., ComplaintForm]:
    """Opens forms that have the keyboard, by what they are opened for."""

    def open_form(**aim: object) -> ComplaintForm:
        form = ComplaintForm(bench, Aim(**aim))
        qtbot.addWidget(form)
        with qtbot.waitActive(form):
            form.show()
        return form

    return open_form


def kept(bench: Workbench) -> list[ComplaintCard]:
    """Every complaint there is."""
    complaints = bench.services.complaints
    ids = complaints.lists.ids(ComplaintFilter(chip=ComplaintChip.ALL))
    return [complaints.get(one) for one in ids]


def field(form: FormDialog, name: str) -> Field:
    """The field of a form that answers a question."""
    return next(one for one in form.fields() if one.question_id == name)


def save(form: FormDialog) -> None:
    """Press Ctrl+Enter."""
    press(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def button(form: FormDialog, words: str) -> QPushButton:
    """The button under a form whose words begin so."""
    found = (form._buttons.itemAt(at).widget() for at in range(form._buttons.count()))
    return next(one for one in found if one.text().startswith(words))
