# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Steps of a complaint that are written down later than they were taken."""

from datetime import date

from servicedesk.domain.complaints import Stage
from servicedesk.domain.complaints_stages import Action
from servicedesk.ui.complaints.deeds import Deed
from servicedesk.ui.people.step_dialog import StepDialog
from tests.ui.complaints.made import TODAY, file_of, shown_in
from tests.ui.complaints.stepping import begun, taken, wrong_in

EARLIER = date(2026, 11, 24)


def menu(page):
    return [entry.text() for entry in page.detail.steps_menu().actions()]


def open_dialog(page):
    return next(one for one in page.window().findChildren(StepDialog) if one.isVisible())


def test_looking_into_it_can_have_begun_yesterday(page, bench, ids):
    assert shown_in(page, ids, "new").more
    words = "Look into it, on another day…"
    assert words in menu(page)
    next(one for one in page.detail.steps_menu().actions() if one.text() == words).trigger()
    dialog = open_dialog(page)
    (day,) = dialog.fields()
    assert day.value() == TODAY
    day.show_typed(date(2026, 11, 20))
    assert "before" in wrong_in(dialog)["on"]
    day.show_typed(EARLIER)
    dialog.save_button.click()
    file = file_of(bench, ids, "new")
    assert (file.card.stage, file.steps[-1].happened_on) == (Stage.INVESTIGATING, EARLIER)


def test_putting_right_and_finishing_can_have_been_earlier(page, bench, ids):
    taken(page, ids, "answered", Deed.REMEDY, kind="repair", words="hinges", due=TODAY)
    shown_in(page, ids, "answered")
    assert "Start putting it right, on another day…" in menu(page)
    dialog = page.detail.steps.begin(Action.PLAN_REMEDY, ids["answered"], is_dated=True)
    dialog.fields()[0].show_typed(EARLIER)
    dialog.save_button.click()
    assert file_of(bench, ids, "answered").steps[-1].happened_on == EARLIER
    remedy = file_of(bench, ids, "answered").remedies[0].id
    page.detail.steps.begin(Deed.REMEDY_DONE, ids["answered"], remedy).save_button.click()
    taken(page, ids, "answered", Action.RESOLVE, how="phone", on=EARLIER)
    taken(page, ids, "answered", Deed.CAUSE, causes="slip")
    taken(page, ids, "answered", Deed.CHANGE, text="count the hinges", due=date(2026, 12, 1))
    taken(page, ids, "answered", Deed.FOLLOW_UP, satisfaction=4)
    shown_in(page, ids, "answered")
    assert "Finish it, on another day…" in menu(page)
    dialog = page.detail.steps.begin(Action.CLOSE, ids["answered"], is_dated=True)
    dialog.fields()[0].show_typed(EARLIER)
    dialog.save_button.click()
    file = file_of(bench, ids, "answered")
    assert (file.card.stage, file.card.dates.closed_on) == (Stage.CLOSED, EARLIER)


def test_the_same_as_another_can_have_been_seen_earlier(page, bench, ids):
    dialog = begun(page, ids, "new", Action.SAME_AS)
    day = next(one for one in dialog.fields() if one.question_id == "on")
    assert day.value() == TODAY
    day.show_typed(EARLIER)
    dialog.save_button.click()
    assert file_of(bench, ids, "new").steps[-1].happened_on == EARLIER


def test_taking_a_step_back_asks_for_no_day(page, ids):
    page.detail.steps.begin(Action.INVESTIGATE, ids["new"])
    shown_in(page, ids, "new")
    assert not [words for words in menu(page) if "step back" in words and "another" in words]
