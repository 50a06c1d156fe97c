# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Words of a letter changed for good."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from servicedesk.ui.letters import page as letters_page
from servicedesk.ui.letters.wording import WordingDialog
from tests.helpers.audits import findings
from tests.ui.letters.hands import button


def test_words_are_changed_for_good_with_fields_to_choose_from(room, qtbot):
    dialog = WordingDialog(room.bench, "L15", room.page)
    qtbot.addWidget(dialog)
    dialog.show()
    assert findings(dialog) == []
    edit = dialog.fields()[0].focus_target()
    edit.setPlainText("Done on {done_on}: {promise.text}. ")
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    chip = next(
        one for one in dialog.findChildren(type(dialog.save_button)) if one.text() == "Signed by"
    )
    chip.click()
    assert edit.toPlainText().endswith("{signatory}")
    dialog.save_button.click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    again = WordingDialog(room.bench, "L15", room.page)
    qtbot.addWidget(again)
    again.fields()[0].set_value("No refunds. {done_on} {promise.text}")
    again.save_button.click()
    assert "cannot be sent" in again.fields()[0].error()
    again.findChild(QDialog)
    (back,) = [
        one
        for one in again.findChildren(type(again.save_button))
        if one.text() == "Put our words back"
    ]
    back.click()
    assert again.result() == QDialog.DialogCode.Accepted
    assert not any(one.is_own for one in room.bench.services.letters_writing.templates())


def test_words_that_were_left_by_esc_are_there_again(room, qtbot):
    dialog = WordingDialog(room.bench, "L15", room.page)
    qtbot.addWidget(dialog)
    dialog.show()
    edit = dialog.fields()[0].focus_target()
    edit.setFocus()
    QTest.keyClicks(edit, "Half a sentence. ")
    typed = edit.toPlainText()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    again = WordingDialog(room.bench, "L15", room.page)
    qtbot.addWidget(again)
    assert "Half a sentence." in typed
    assert again.fields()[0].focus_target().toPlainText() == typed


def test_own_words_are_opened_from_the_letter(room, monkeypatch):
    opened = []

    class Asked:
        def __init__(self, _bench, template_id, _parent):
            opened.append(template_id)

        def exec(self):
            return 1

        def deleteLater(self):
            opened.append("gone")

    monkeypatch.setattr(letters_page, "WordingDialog", Asked)
    room.go("L15", f"promise:{room.shop.promise(room.shop.customer())}")
    button(room, "Change its words for good").click()
    assert opened == ["L15", "gone"]
    button(room, "Another letter").click()
    assert room.heard.places[-1].part == ""
