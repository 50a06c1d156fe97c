# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The people here on the screen: skills, briefings, words from helpers, what was agreed."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from servicedesk.domain.actions import ActionDraft, ActionSource
from servicedesk.domain.actions_rules import origin_of
from servicedesk.domain.between_us import BetweenDraft, Within
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.people import PersonDraft, Role
from servicedesk.domain.staff import NoteDraft, SkillDraft, SkillKind
from servicedesk.store.actions import action
from servicedesk.ui.widgets.card import Notice
from tests.helpers.audits import findings
from tests.services.samples_made import RUTH, TODAY, publish
from tests.ui.staff.made import NASTY, fill, praise, press_button, said, show, skills, texts
from tests.ui.widgets.made import press


def test_a_business_of_one_sees_a_single_line(opened, bench, heard):
    page = opened()
    assert page.boxes == []
    assert "You work alone, so there is nobody to brief" in said(page)
    assert not page.print_button.isVisibleTo(page)
    assert page.first_focus() is page.people_button
    assert page.print_job() is None
    assert heard.said == [bench.labels.refusal(Refusal("staff_alone"))]
    assert findings(page) == []


def test_words_of_helpers_who_left_do_not_disappear(opened, bench):
    bench.services.staff.add_note(NoteDraft(text="Bye", said_on=TODAY), RUTH)
    page = opened()
    assert "Bye" in texts(page)
    assert "You work alone" in said(page)


def test_an_action_leads_back_to_what_a_helper_said(opened, bench, team):
    note = bench.services.staff.add_note(NoteDraft(text="The phone", said_on=TODAY), RUTH).card
    bench.services.staff.plan(note.id, ActionDraft(text="A second phone"), RUTH)
    (action_card,) = bench.services.actions.open_ones()
    place = origin_of(action_card)
    assert place is not None
    page = opened(place.item)
    assert page.first_focus() is page.button("change_note", note.id)
    assert opened("note/77").first_focus() is not None


def test_skills_of_an_owner_alone_do_not_disappear(opened, bench):
    owner = PersonDraft(name="Ruth", role=Role.OWNER)
    number = bench.services.people.add(owner, RUTH).card.id
    assert opened().boxes == []
    bench.services.staff.add_skill(SkillDraft(person_id=number, what="First aid"), RUTH)
    assert "First aid" in texts(opened())


def test_a_training_is_written_down_changed_and_removed(opened, bench, team, heard):
    page = opened()
    form = press_button(page, "add_skill", team[1])
    show(form, what=" First  aid ", kind="training", learned_on="2/11/2025", renew_by="1/11/2028")
    form.save_button.click()
    (card,) = skills(bench, team[1])
    assert card.draft == SkillDraft(
        person_id=team[1],
        what="First aid",
        kind=SkillKind.TRAINING,
        learned_on=date(2025, 11, 2),
        renew_by=date(2028, 11, 1),
    )
    assert heard.said == ["Written down."]
    assert "Renew by Wed 1 November 2028" in texts(page)
    assert page.window().focusWidget() is page.button("add_skill", team[1])
    assert bench.services.drafts.kept("skills", f"person-{team[1]}") is None
    form = press_button(page, "change_skill", card.id)
    show(form, what="First aid at work", renew_by="")
    form.save_button.click()
    (card,) = skills(bench, team[1])
    assert (card.draft.what, card.draft.renew_by) == ("First aid at work", None)
    QApplication.processEvents()
    assert page.window().focusWidget() is page.button("change_skill", card.id)
    press_button(page, "remove_skill", card.id)
    QApplication.processEvents()
    assert skills(bench, team[1]) == ()
    assert page.window().focusWidget() is page.button("add_skill", team[1])
    bench.services.undo.undo(RUTH)
    assert skills(bench, team[1]) == (card,)


def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_lost(opened, bench, team):
    page = opened()
    form = press_button(page, "add_skill", team[1])
    what, _, learned, renew, _ = form.fields()
    show(form, learned_on="2/11/2025", renew_by="1/11/2024")
    form.save_button.click()
    assert "what was learned" in what.error()
    show(form, what=NASTY)
    form.save_button.click()
    assert "before it was learned" in renew.error()
    show(form, learned_on="the other day")
    form.save_button.click()
    assert "Please give the day" in learned.error()
    show(form, learned_on="30/2/2025")
    form.save_button.click()
    assert learned.error()
    assert skills(bench, team[1]) == ()
    form.reject()
    again = press_button(page, "add_skill", team[1])
    assert again.values()["what"] == NASTY
    assert again.findChild(Notice) is not None
    show(again, learned_on="", renew_by="")
    again.save_button.click()
    assert skills(bench, team[1])[0].draft.what == NASTY
    assert NASTY in texts(page)


def test_what_is_half_typed_about_one_is_not_shown_for_another(opened, team):
    page = opened()
    form = press_button(page, "add_skill", team[1])
    show(form, what="First aid")
    form.reject()
    other = press_button(page, "add_skill", team[2])
    assert other.values()["what"] == ""
    other.reject()


def test_what_ran_out_and_what_runs_out_soon_is_marked(opened, bench, team):
    staff = bench.services.staff
    for days in (-1, 30, 31):
        renew = TODAY + timedelta(days=days)
        staff.add_skill(SkillDraft(person_id=team[1], what=f"{days}", renew_by=renew), RUTH)
    page = opened()
    words = texts(page)
    assert "Ran out on Sun 22 November 2026" in words
    assert "Renew by Wed 23 December 2026" in words
    first, second, third = skills(bench, team[1])
    judge = page.presenter
    assert [judge.is_due(one) for one in (first, second, third)] == [True, True, False]
    assert [judge.is_overdue(one) for one in (first, second, third)] == [True, False, False]


def test_one_key_says_that_everybody_was_briefed(opened, bench, team, heard):
    publish(bench.services)
    page = opened()
    assert "Still to be briefed on version 1 of the charter: Tom, Aisha." in texts(page)
    button = page.button("brief_all")
    button.setFocus()
    press(page, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert "Everybody was briefed on version 1 of the charter." in texts(page)
    assert heard.said == ["Everybody was briefed today."]
    assert page.button("brief_all") is None
    assert page.window().focusWidget() is page.print_button
    bench.services.undo.undo(RUTH)
    page.presenter.open()
    assert "Tom, Aisha" in said(page)


def test_one_of_us_is_briefed_on_a_day_and_taken_off_again(opened, bench, team):
    page = opened()
    form = press_button(page, "brief", team[1])
    assert form.values()["briefed_on"] == TODAY
    show(form, briefed_on="")
    form.save_button.click()
    assert form.fields()[0].error()
    show(form, briefed_on="24/11/2026")
    form.save_button.click()
    assert form.fields()[0].error()
    show(form, briefed_on="20/11/2026")
    form.save_button.click()
    assert "Briefed on Fri 20 November 2026." in texts(page)
    assert "Still to be briefed: Aisha." in texts(page)
    assert page.window().focusWidget() is page.button("unbrief", team[1])
    publish(bench.services)
    page.presenter.open()
    assert "Last briefed on Fri 20 November 2026: the charter is another one now." in texts(page)
    bench.services.staff.brief_all(TODAY, RUTH)
    page.presenter.open()
    press_button(page, "unbrief", team[1])
    assert "Still to be briefed on version 1 of the charter: Tom." in texts(page)


def test_the_owner_is_not_briefed(opened, team):
    page = opened()
    assert page.button("brief", team[0]) is None
    assert page.button("add_skill", team[0]) is not None


def test_a_word_is_written_down_answered_and_planned(opened, bench, team, heard):
    page = opened("add_note")
    QApplication.processEvents()
    form = page.form
    form.save_button.click()
    assert "in a few words" in form.fields()[0].error()
    show(form, text="The till is slow")
    form.save_button.click()
    (card,) = bench.services.staff.view().notes
    assert (card.draft.text, card.draft.said_by) == ("The till is slow", "")
    assert {"Not named, Mon 23 November 2026", "Not answered yet."} <= set(texts(page))
    form = press_button(page, "change_note", card.id)
    show(form, answer="A new one in May", said_by="Tom")
    form.save_button.click()
    assert {"Decided: A new one in May", "Tom, Mon 23 November 2026"} <= set(texts(page))
    form = press_button(page, "plan", card.id)
    form.save_button.click()
    assert form.fields()[0].error()
    show(form, text="Buy a till", owner="Ruth", due="1/5/2027")
    form.save_button.click()
    assert "On the list of things to do." in texts(page)
    assert page.window().focusWidget() is page.button("show_actions", card.id)
    with bench.services.units.read() as reading:
        kept = action(reading, 1).draft
    assert (kept.text, kept.source) == ("Buy a till", ActionSource.STAFF)
    assert (kept.source_id, kept.due) == (card.id, date(2027, 5, 1))
    press_button(page, "remove_note", card.id)
    QApplication.processEvents()
    assert bench.services.staff.view().notes == ()
    assert page.window().focusWidget() is page.button("add_note")


def test_a_word_has_a_day(opened, bench, team):
    page = opened()
    form = press_button(page, "add_note")
    show(form, text="x", said_on="")
    form.save_button.click()
    assert "Please give the day" in form.fields()[2].error()
    form.reject()


def test_five_are_agreed_and_no_sixth(opened, bench, team):
    page = opened()
    form = press_button(page, "add_between")
    show(form, asks="The workshop", what="", number="2", counted="opening_hours")
    form.save_button.click()
    assert [one.question_id for one in form.fields()][:2] == ["what", "asks"]
    assert "what you do for one another" in form.fields()[0].error()
    show(form, asks="x" * 45)
    show(form, what="We will say whether a part is in stock.")
    form.save_button.click()
    assert "too long by 5" in form.fields()[1].error()
    show(form, asks="The workshop", number="soon")
    form.save_button.click()
    assert "whole number" in form.fields()[2].error()
    show(form, number="2000")
    form.save_button.click()
    assert "from 1 to 999" in form.fields()[2].error()
    show(form, number="2")
    form.save_button.click()
    (card,) = bench.services.staff.view().between
    assert card.draft.counted is Within.OPENING_HOURS
    words = page.presenter.sentence(card)
    assert words in texts(page)
    assert words.startswith("We will say whether a part is in stock when asked by the workshop")
    form = press_button(page, "change_between", card.id)
    assert form.values()["what"] == "say whether a part is in stock"
    show(form, number="")
    form.save_button.click()
    assert bench.services.staff.view().between[0].draft.number is None
    for place in range(4):
        bench.services.staff.add_between(BetweenDraft(what=f"do {place}"), RUTH)
    page.presenter.open()
    assert page.button("add_between") is None
    assert "You have 5, as many as anybody knows by heart." in texts(page)
    page.open_form("add_between")
    show(page.form, what="one more")
    page.form.save_button.click()
    assert "Change one, or remove one first" in page.form.fields()[0].error()
    page.form.reject()
    press_button(page, "remove_between", card.id)
    QApplication.processEvents()
    assert page.window().focusWidget() is page.button("add_between")


def test_what_is_counted_is_asked_once_a_time_is_given(opened, bench, team):
    form = press_button(opened(), "add_between")
    counted = form.fields()[3]
    assert counted.isHidden()
    show(form, number="2")
    assert not counted.isHidden()
    show(form, number="")
    assert counted.isHidden()
    form.reject()


def test_compliments_are_read_and_opened(opened, bench, team, heard):
    praise(bench, "Tom", 5)
    page = opened()
    words = said(page)
    assert "number 2" in words
    assert "number 3" not in words
    press_button(page, "more_praise", team[1])
    assert "number 4" in said(page)
    assert page.button("more_praise", team[1]) is None
    press_button(page, "show_praise", 1)
    assert [(place.room, place.item) for place in heard.places] == [("feedback", "1")]


def test_what_changes_elsewhere_is_shown_and_not_while_nobody_looks(opened, bench, team):
    page = opened()
    bench.do(lambda: bench.services.staff.add_note(NoteDraft(text="Hello", said_on=TODAY), RUTH))
    assert "Hello" in texts(page)
    page.leave()
    bench.do(lambda: bench.services.staff.add_note(NoteDraft(text="Again", said_on=TODAY), RUTH))
    assert "Again" not in texts(page)


def test_a_file_that_cannot_be_read_or_written_is_told(opened, bench, team, heard, monkeypatch):
    page = opened()

    def fail(*_args):
        raise Trouble("sqlite_unfit", name="synchronous")

    for name in ("view", "brief_all", "add_note"):
        monkeypatch.setattr(bench.services.staff, name, fail)
    monkeypatch.setattr(bench.services.staff_papers, "briefing", fail)
    page.presenter.open()
    press_button(page, "brief_all")
    assert page.presenter.keep_note(None, {"text": "x", "said_on": TODAY}) == {
        "text": "It could not be kept."
    }
    assert page.print_job() is None
    assert len(heard.troubles) == 4


def test_it_prints_the_sheet(opened, bench, team):
    page = opened()
    assert page.print_job().offers[0].id == "staff_briefing"


def test_a_person_is_brought_into_sight(opened, bench, team):
    fill(bench, team)
    page = opened(str(team[2]), high=400)
    QApplication.processEvents()
    assert page.page.verticalScrollBar().value() > 0
    assert page.button("add_skill", team[2]).hasFocus()
