# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The page of our people at any size: nothing clipped, unnamed, or named twice."""

import pytest
from PySide6.QtWidgets import QApplication

from servicedesk.domain.between_us import BetweenDraft
from servicedesk.domain.staff import NoteDraft, SkillDraft
from tests.helpers.audits import findings
from tests.services.samples_made import RUTH, TODAY
from tests.ui.staff.made import NASTY, fill


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_clipped_unnamed_or_named_twice(opened, bench, team, percent):
    fill(bench, team)
    bench.theme.set_percent(percent)
    bench.theme.apply(QApplication.instance())
    page = opened(wide=1100, high=650)
    QApplication.processEvents()
    assert findings(page) == []


@pytest.mark.parametrize(("word", "is_audited"), [(f"{NASTY} ", True), ("w" * 60, False)])
def test_long_and_hostile_words_are_shown_whole(opened, bench, team, word, is_audited):
    """The audit measures a word without its breaks, so that one without blanks is measured here."""
    staff = bench.services.staff
    for _ in range(2):
        skill = SkillDraft(person_id=team[1], what=(word * 9)[:120], note=(word * 9)[:500])
        staff.add_skill(skill, RUTH)
        long = NoteDraft(text=(word * 40)[:2000], said_on=TODAY, said_by=word[:80], answer=word)
        staff.add_note(long, RUTH)
    staff.add_between(BetweenDraft(asks=word[:40], what=(word * 9)[:120]), RUTH)
    bench.theme.set_percent(200)
    bench.theme.apply(QApplication.instance())
    page = opened(wide=1100, high=650)
    QApplication.processEvents()
    assert page.page.widget().width() <= page.page.viewport().width()
    for box in page.boxes:
        assert box.minimumSizeHint().width() <= page.page.viewport().width()
    if is_audited:
        assert findings(page) == []


@pytest.mark.parametrize(
    ("deed", "place"),
    [("add_skill", 1), ("brief", 1), ("add_note", None), ("plan", 0), ("add_between", None)],
)
def test_the_dialogs_are_whole_at_twice_the_size(opened, bench, team, deed, place):
    fill(bench, team)
    bench.services.staff.unbrief(team[1], RUTH)
    bench.theme.set_percent(200)
    bench.theme.apply(QApplication.instance())
    page = opened()
    number = {None: 0, 0: 1}.get(place, team[1])
    page.open_form(deed, number)
    QApplication.processEvents()
    assert findings(page.form) == []
    page.form.reject()
