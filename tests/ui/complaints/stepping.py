# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Takes the steps of a complaint through their dialogs, for tests of screens."""

from servicedesk.ui.people.step_dialog import TICKED

YES = (TICKED,)
"""What a box that is ticked says."""


def begun(page, ids, name, deed, **said):
    """The dialog of a step, with that typed into it."""
    dialog = page.detail.steps.begin(deed, ids[name])
    for field in dialog.fields():
        if field.question_id in said:
            field.show_typed(said[field.question_id])
    return dialog


def taken(page, ids, name, deed, **said):
    """Take a step through its dialog."""
    dialog = begun(page, ids, name, deed, **said)
    dialog.save_button.click()
    assert {field.question_id: field.error() for field in dialog.fields() if field.error()} == {}
    assert not dialog.isVisible()


def wrong_in(dialog):
    """What the dialog refuses, by field."""
    dialog.save_button.click()
    return {field.question_id: field.error() for field in dialog.fields() if field.error()}


def asked_by(dialog):
    return [field.question_id for field in dialog.fields()]
