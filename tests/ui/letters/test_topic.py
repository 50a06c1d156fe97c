# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The settings of letters: whose words each has, where they differ from ours, the signature."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication

from servicedesk.ui.letters import topic as letters_topic
from servicedesk.ui.letters.topic import LettersTopic
from servicedesk.ui.letters.wording import WordingDialog
from tests.helpers.audits import findings
from tests.helpers.qt import seen_texts
from tests.services.letters_made import png_of


def arrive(topic, item=""):
    topic.arrive(item)
    for _ in range(3):
        QCoreApplication.processEvents()


@pytest.fixture
def topic(room, qtbot):
    topic = LettersTopic(room.bench)
    qtbot.addWidget(topic)
    topic.resize(1000, 690)
    topic.show()
    arrive(topic, "L15")
    return topic


def test_every_letter_is_there_with_whose_words_it_has(room, topic, monkeypatch):
    assert findings(topic) == []
    wordings = room.bench.services.letters_writing.wordings
    assert set(topic.buttons) == {one.template.id for one in wordings.all()}
    ours = next(one.ours for one in wordings.all() if one.ours.id == "L15")
    room.bench.do(lambda: wordings.save("L15", f"{ours.body}\n\nTea is on us.", "Ruth"))
    arrive(topic)
    assert "your own words" in seen_texts(topic)
    opened = []
    monkeypatch.setattr(letters_topic.WordingDialog, "exec", lambda self: opened.append(self) or 1)
    topic.buttons["L15"].click()
    assert len(opened) == 1


def test_what_differs_from_our_words_is_shown(room, topic, qtbot, monkeypatch):
    wordings = room.bench.services.letters_writing.wordings
    ours = next(one.ours for one in wordings.all() if one.ours.id == "L15")
    wordings.save("L15", f"{ours.body}\n\nTea is on us.", "Ruth")
    dialog = WordingDialog(room.bench, "L15", topic)
    qtbot.addWidget(dialog)
    dialog.show()
    texts = seen_texts(dialog)
    assert "Yours: Tea is on us." in texts
    assert not any(text.startswith("Ours:") for text in texts)
    assert findings(dialog) == []
    wordings.save("L15", ours.body, "Ruth")
    same = WordingDialog(room.bench, "L15", topic)
    qtbot.addWidget(same)
    assert "Nowhere: they say the same." in seen_texts(same)


def test_our_words_that_have_changed_since_are_told_of(room, topic, qtbot):
    writing = room.bench.services.letters_writing
    ours = writing._papers.ours
    writing.wordings.save("L15", f"{ours['L15'].body}\n\nTea is on us.", "Ruth")
    newer = replace(ours["L15"], version=9, body=f"{ours['L15'].body}\n\nThank you.")
    writing._papers.ours = {**ours, "L15": newer}
    arrive(topic)
    assert "ours has changed since" in seen_texts(topic)
    dialog = WordingDialog(room.bench, "L15", topic)
    qtbot.addWidget(dialog)
    texts = seen_texts(dialog)
    assert "Our words of this letter have changed since you wrote your own." in texts
    assert "Ours: Thank you." in texts


def test_a_signature_is_chosen_printed_and_taken_away(room, topic, tmp_path, monkeypatch):
    picture = tmp_path / "signed.png"
    picture.write_bytes(png_of(300, 80))
    monkeypatch.setattr(letters_topic, "open_file", lambda *_: picture)
    assert not topic.remove_button.isVisible()
    topic.choose_button.click()
    assert topic.remove_button.isVisible()
    assert room.heard.said[-1] == "Signature added."
    arrive(topic)
    assert findings(topic) == []
    topic.remove_button.click()
    assert not topic.remove_button.isVisible()
    bad = tmp_path / "words.png"
    bad.write_text("no picture")
    monkeypatch.setattr(letters_topic, "open_file", lambda *_: bad)
    topic.choose_button.click()
    assert topic.presenter.state.fault
    assert topic.presenter.state.signature is None
    monkeypatch.setattr(letters_topic, "open_file", lambda *_: None)
    topic.choose_button.click()
    assert topic.first_focus() is topic.choose_button
