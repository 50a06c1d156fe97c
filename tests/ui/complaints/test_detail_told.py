# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the page of a complaint tells of what happened: each thing once, and what was taken back."""

from dataclasses import replace

from PySide6.QtWidgets import QPushButton

from servicedesk.domain.complaints_causes import Cause, Learning
from servicedesk.domain.complaints_stages import Action
from tests.ui.complaints.made import at, settled, shown_in, took

RUTH = "Ruth"


def titles(page) -> list[str]:
    """What happened, the newest first."""
    return [entry.title for entry in page.detail_presenter.state.entries]


def test_a_step_that_was_taken_back_is_not_told_as_if_it_had_happened_twice(page, bench, ids):
    shown_in(page, ids, "new")
    took(bench, ids["new"], Action.INVESTIGATE, at(25))
    bench.services.undo.undo(RUTH)
    page.detail_presenter.arrive()
    back, looked = "The last step was taken back", "Looked into (taken back)"
    assert titles(page) == [back, looked, "Came in"]
    bench.services.undo.redo(RUTH)
    page.detail_presenter.arrive()
    assert titles(page) == ["Done again after all", back, "Looked into", "Came in"]


def test_a_letter_is_told_once(page, bench, ids):
    writing = bench.services.letters_writing
    draft = writing.draft("L01", who=RUTH, complaint_id=ids["new"])
    writing.issue(replace(draft, values={**draft.values, "signatory": RUTH}), RUTH)
    shown_in(page, ids, "new")
    assert titles(page) == ["Letter: Complaint received", "They know we have it", "Came in"]


def test_while_somebody_looks_again_the_new_day_stands_there(page, bench, ids):
    took(bench, ids["answered"], Action.SECOND_LOOK, at(25), words="No", by_whom="Sam")
    state = shown_in(page, ids, "answered")
    assert (state.due, state.stand) == ("Answer due Wed 9 December", "10 working days left")
    look = "This is a second look."
    assert look in [one.words for one in state.minded]
    took(bench, ids["answered"], Action.DECIDE, at(26), words="It stays", channel="email")
    state = shown_in(page, ids, "answered")
    assert state.due == "Answered today"  # the first day stands in its line
    assert look not in [one.words for one in state.minded]


def test_the_keyboard_goes_to_the_next_step_when_the_button_of_a_line_is_gone(page, bench, ids):
    shown_in(page, ids, "answered")
    cause = next(one for one in page.detail.lines.findChildren(QPushButton) if "went" in one.text())
    cause.setFocus()
    learning = Learning(causes=(Cause.SLIP,))
    bench.services.complaints.parts.learn(ids["answered"], learning, RUTH)
    page.detail_presenter.arrive()
    settled()
    assert page.window().focusWidget() is page.detail.main_button


def test_the_keyboard_stays_with_a_line_that_others_change_beside(page, bench, ids):
    shown_in(page, ids, "answered")
    cause = next(one for one in page.detail.lines.findChildren(QPushButton) if "went" in one.text())
    cause.setFocus()
    learning = Learning(no_action_because="It was the snow")
    bench.services.complaints.parts.learn(ids["answered"], learning, RUTH)
    page.detail_presenter.arrive()
    settled()
    focused = page.window().focusWidget()
    assert focused is not cause
    assert focused.text() == "Say why it went wrong…"
