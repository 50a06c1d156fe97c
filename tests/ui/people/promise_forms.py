# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What tests of the form of a promise do with it."""

from datetime import date

from PySide6.QtCore import Qt

from servicedesk.domain.promises import PromiseChip, PromiseFilter
from tests.helpers.qt import seen_texts
from tests.ui.widgets.made import press

CTRL = Qt.KeyboardModifier.ControlModifier
FRIDAY = date(2026, 11, 27)


def kept(bench, chip=PromiseChip.OPEN):
    lists = bench.services.promises.lists
    return [bench.services.promises.get(one) for one in lists.ids(PromiseFilter(chip=chip))]


def field(form, name):
    return next(one for one in form.fields() if one.question_id == name)


def warnings(form):
    return [said[: len("“dialysis” says why")] for said in seen_texts(form) if "says why" in said]


def save(form):
    press(form, Qt.Key.Key_Return, CTRL)
