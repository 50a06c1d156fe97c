# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The check of ten jobs on the screen: drawn, answered, stopped, and honest about what came."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.samples import Verdict
from servicedesk.ui.widgets.card import Notice
from tests.helpers.audits import findings
from tests.helpers.qt import seen_texts
from tests.services.complaints_made import DAY_1, answered, logged
from tests.services.samples_made import RUTH, TODAY, jobs, publish
from tests.ui.widgets.made import press


@pytest.fixture
def published(bench):
    """A shop with a charter that two standards of a check belong to."""
    publish(bench.services)
    return bench.services


@pytest.fixture
def drawn(published, opened):
    """The page with a check of the three jobs there are, and the first of them."""
    jobs(published, 3)
    page = opened("checks").by_hand("checks")
    page.draw_button.click()
    QApplication.processEvents()
    return page, page.presenter.state.checks[0]


def texts(page):
    QApplication.processEvents()
    return seen_texts(page)


def click(page, job, key, verdict):
    page.boxes[page.presenter.state.checks[0].id].lines[job.id, key].row.chips[
        list(Verdict).index(verdict)
    ].click()


def test_why_nothing_is_drawn_is_said(published, opened):
    page = opened("checks").by_hand("checks")
    assert page.first_focus() is page.draw_button
    page.draw_button.click()
    QApplication.processEvents()
    (notice,) = page.findChildren(Notice)
    assert notice.text().startswith("No promise was done, in time or late, and no complaint")
    assert findings(page) == []
    jobs(published, 1)
    page.draw_button.click()
    QApplication.processEvents()
    assert [one for one in page.findChildren(Notice) if one.isVisibleTo(page)] == []


def test_without_a_charter_it_says_so_and_leads_there(opened, heard):
    page = opened("checks").by_hand("checks")
    page.draw_button.click()
    QApplication.processEvents()
    assert page.presenter.state.error.startswith("There is no published charter yet")
    (notice,) = page.findChildren(Notice)
    notice.acted.emit()
    assert [place.room for place in heard.places] == ["charter"]
    assert findings(page) == []
    assert page.print_job() is None


def test_fewer_than_ten_are_said_honestly(drawn, heard):
    page, check = drawn
    assert len(check.jobs) == 3
    assert "Only 3 jobs were done in these 12 months, so all of them are here." in texts(page)
    assert not page.draw_button.isVisibleTo(page)
    assert findings(page) == []


def test_one_job_is_the_whole_check(published, opened, heard):
    jobs(published, 1)
    page = opened("checks").by_hand("checks")
    page.draw_button.click()
    words = "Only one job was done in these 12 months: it is the whole check."
    assert words in texts(page)
    assert heard.said == ["One job drawn."]


def test_ten_jobs_say_nothing_of_fewer(published, opened, heard):
    jobs(published, 12)
    page = opened("checks").by_hand("checks")
    page.draw_button.click()
    assert heard.said == ["10 jobs drawn."]
    assert not any(words.startswith("Only") for words in texts(page))


def test_answers_are_kept_one_by_one_by_keys(drawn, published):
    page, check = drawn
    row = page.first_focus()
    row.setFocus()
    assert row.accessibleName().startswith("Met, Left as clean as we found it")
    press(row, Qt.Key.Key_2)
    kept = published.samples.check(check.id)
    assert dict(kept.jobs[0].verdicts) == {"tidy": Verdict.NOT_MET, "price": None}
    assert "1 of 6 answered" in texts(page)
    page.leave()
    assert page.first_focus().accessibleName().startswith("Met, Price said beforehand")
    click(page, check.jobs[0], "tidy", Verdict.NOT_MET)  # let go of
    assert published.samples.check(check.id) == check


def test_what_came_is_said_once_every_job_is_answered(drawn):
    page, check = drawn
    for job, verdict in zip(check.jobs, Verdict, strict=True):
        click(page, job, "tidy", verdict)
    said = texts(page)
    assert "Left as clean as we found it: met in 1 of 2" in said
    assert not any("Price said beforehand: " in words for words in said)
    for job in check.jobs:
        click(page, job, "price", Verdict.DOES_NOT_APPLY)
    outcome = "Price said beforehand: applied to none of these jobs, so there is no figure"
    assert any(outcome in words for words in texts(page))
    assert "Finished" in texts(page)
    assert page.draw_button.isVisibleTo(page)
    assert findings(page) == []


def test_the_last_answer_is_said_to_be_the_last_and_keeps_the_keyboard(drawn, heard):
    page, check = drawn
    box = page.boxes[check.id]
    words = "Every question is answered: the check is finished and kept."
    for row in (line.row for line in box.lines.values()):
        assert words not in texts(page)
        row.resting().setFocus()
        press(row, Qt.Key.Key_1)
    assert row.chips[0].hasFocus()
    assert words in texts(page)
    assert heard.said[-1] == "Every question is answered: the check is finished."
    assert findings(page) == []
    row.chips[0].click()  # let go of
    assert words not in texts(page)


def test_a_finished_check_is_folded_when_one_comes_back(drawn, published, opened):
    _, check = drawn
    for job in check.jobs:
        for key in ("tidy", "price"):
            published.samples.answer(job.id, key, Verdict.MET, RUTH)
    again = opened("checks").by_hand("checks")
    box = again.boxes[check.id]
    assert "1. " not in " ".join(texts(again))
    box.fold_button.click()
    assert box.fold_button.text() == "Hide the jobs"
    assert any(words.startswith("1. P-2026") for words in texts(again))


def test_the_very_record_is_opened(drawn, heard, published, bench):
    page, check = drawn
    job = check.jobs[0]
    page.boxes[check.id].links[job.id].click()
    (place,) = heard.places
    assert (place.room, place.item) == ("promises", str(job.record_id))


def test_a_complaint_that_was_put_right_is_opened_as_one(published, opened, heard, bench):
    case = answered(published, bench.clock, logged(published).id)
    published.complaints.take(case.id, Action.RESOLVE, Given(on=DAY_1), RUTH)
    bench.clock.set(TODAY)
    page = opened("checks").by_hand("checks")
    page.draw_button.click()
    (check,) = page.presenter.state.checks
    page.presenter.open_record(check.jobs[0])
    assert (heard.places[0].room, heard.places[0].item) == ("complaints", str(case.id))


def test_a_check_is_printed_removed_and_brought_back(drawn, bench, heard):
    page, check = drawn
    assert page.print_job().title == "Check of jobs, 23 November 2026"
    page.boxes[check.id].remove_button.click()
    assert page.boxes == {}
    assert heard.said[-1] == "Check removed."
    bench.changes.announce(bench.services.undo.undo(RUTH).changes)
    assert list(page.boxes) == [check.id]
    assert page.presenter.print_job(77) is None
    page.presenter.answer(77, "tidy", Verdict.MET)
    assert page.presenter.state.error


@pytest.mark.parametrize(("scheme", "percent"), [("light", 100), ("dark", 200)])
def test_the_page_passes_the_audits(drawn, bench, scheme, percent):
    page, _ = drawn
    bench.theme.set_scheme(scheme)
    bench.theme.set_percent(percent)
    bench.theme.apply(QApplication.instance())
    QApplication.processEvents()
    assert findings(page) == []
