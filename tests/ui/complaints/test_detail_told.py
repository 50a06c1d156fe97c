# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the page of a complaint tells of what happened: each thing once, and what was taken back."""

from dataclasses import replace

from servicedesk.domain.complaints_stages import Action
from tests.ui.complaints.made import at, shown_in, took

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
    took(bench, ids["answered"], Action.DECIDE, at(26), words="It stays", channel="email")
    assert shown_in(page, ids, "answered").due == "Answered Thu 12 November"
