# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How many are satisfied so far, counted from a pile that may hold anything."""

from datetime import date

from servicedesk.ui.feedback.tally_rows import TallyRow, satisfied_words

TODAY = date(2026, 11, 20)


def said(labels, *marks):
    return satisfied_words([TallyRow(cells={"satisfaction": one}) for one in marks], TODAY, labels)


def test_marks_off_the_scale_of_a_kept_draft_are_left_out(bench):
    labels = bench.labels
    assert said(labels, "4", "2", "9", "0", "x", "-1", "") == said(labels, "4", "2") != ""
    assert said(labels, "9", "six") == ""
