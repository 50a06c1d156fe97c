# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The steps of a complaint from its page: each short dialog, what it keeps, what it refuses."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QPushButton

from servicedesk.domain.complaints import Finding, Stage
from servicedesk.domain.complaints_file import RemedyKind
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.customers import Channel
from servicedesk.domain.people import PersonDraft
from servicedesk.domain.promises import PromiseChip, PromiseFilter, PromiseKind
from servicedesk.ui.complaints.deeds import Deed
from servicedesk.ui.core.places import Place
from tests.helpers.audits import findings
from tests.ui.complaints.made import (
    RUTH,
    TODAY,
    at,
    file_of,
    settled,
    shown,
    shown_in,
    texts_on,
    took,
)
from tests.ui.complaints.stepping import YES, asked_by, begun, taken, wrong_in


def test_telling_them_asks_how_and_when(page, bench, ids, heard):
    dialog = begun(page, ids, "new", Action.ACKNOWLEDGE)
    assert "how you told them" in wrong_in(dialog)["channel"]
    dialog.fields()[0].show_typed("phone")
    dialog.fields()[1].show_typed(date(2026, 11, 20))
    assert "before" in wrong_in(dialog)["on"]
    dialog.fields()[1].show_typed(TODAY)
    dialog.fields()[2].show_typed("she sends a photo")
    dialog.save_button.click()
    file = file_of(bench, ids, "new")
    assert file.card.stage is Stage.ACKNOWLEDGED
    assert file.steps[-1].note == "by phone: she sends a photo"
    assert heard.said[-1] == "C-2026-0006: They know we have it"
    bench.services.undo.undo(RUTH)
    assert file_of(bench, ids, "new").card.stage is Stage.RECEIVED


def test_looking_into_it_asks_nothing(page, bench, ids):
    assert page.detail.steps.begin(Action.INVESTIGATE, ids["new"]) is None
    assert file_of(bench, ids, "new").card.stage is Stage.INVESTIGATING
    assert page.detail.steps.begin(Action.UNDO, ids["new"]) is None
    assert file_of(bench, ids, "new").card.stage is Stage.RECEIVED


def test_a_step_at_the_wrong_time_is_said(page, bench, ids, heard):
    page.detail.steps.begin(Action.CLOSE, ids["new"])
    assert "has no answer yet" in heard.said[-1]
    assert page.detail.steps.begin(Action.ACKNOWLEDGE, 99) is None
    assert file_of(bench, ids, "new").card.stage is Stage.RECEIVED


def test_asking_the_customer_and_their_reply(page, bench, ids):
    page.detail.steps.begin(Action.INVESTIGATE, ids["new"])
    assert "what you asked" in wrong_in(begun(page, ids, "new", Action.ASK_CUSTOMER))["words"]
    taken(page, ids, "new", Action.ASK_CUSTOMER, words="Which saw was it?")
    assert file_of(bench, ids, "new").pauses[-1].question == "Which saw was it?"
    taken(page, ids, "new", Deed.REMIND)
    assert file_of(bench, ids, "new").pauses[-1].reminded_on == TODAY
    taken(page, ids, "new", Action.CUSTOMER_REPLIED, words="The blue one")
    assert file_of(bench, ids, "new").card.stage is Stage.INVESTIGATING


def test_waiting_for_somebody_else(page, bench, ids):
    taken(page, ids, "late", Action.WAIT_OTHER, words="the maker")
    assert file_of(bench, ids, "late").card.waiting_for == "the maker"
    dialog = begun(page, ids, "late", Action.OTHER_REPLIED, words="new hinges come")
    assert dialog.windowTitle() == "They replied: the maker"
    dialog.save_button.click()
    assert file_of(bench, ids, "late").steps[-1].note == "new hinges come"
    taken(page, ids, "late", Deed.UPDATE)
    assert file_of(bench, ids, "late").card.dates.update_sent_on == TODAY


def test_an_answer_needs_a_finding_reasons_and_a_way(page, bench, ids):
    dialog = begun(page, ids, "late", Action.DECIDE)
    assert set(wrong_in(dialog)) == {"channel"}
    dialog.fields()[2].show_typed("phone")
    assert "whether you agree" in wrong_in(dialog)["finding"]
    dialog.fields()[0].show_typed("not_upheld")
    assert "reasons" in wrong_in(dialog)["words"]
    dialog.fields()[1].show_typed("It was oiled on Monday and does not squeak.")
    assert "in writing" in wrong_in(dialog)["channel"]
    dialog.fields()[2].show_typed("email")
    dialog.save_button.click()
    card = file_of(bench, ids, "late").card
    assert (card.stage, card.finding) == (Stage.DECIDED, Finding.NOT_UPHELD)
    assert (card.told_by, card.dates.decided_on) == (Channel.EMAIL, TODAY)


def test_an_answer_goes_as_they_like_it_or_says_that_it_suited_them(page, bench, ids):
    services = bench.services
    draft = services.customers.get(ids["cafe"]).draft
    services.customers.change(ids["cafe"], replace(draft, prefers=Channel.PHONE), RUTH)
    assert "suited_them" not in asked_by(begun(page, ids, "putting", Action.DECIDE))
    said = {"finding": "upheld", "words": "It was never oiled.", "channel": "sms"}
    dialog = begun(page, ids, "late", Action.DECIDE, **said)
    assert "They like to hear from you by phone" in texts_on(dialog)
    assert "like to hear from you by phone. Tell them" in wrong_in(dialog)["channel"]
    next(one for one in dialog.fields() if one.question_id == "suited_them").show_typed(YES)
    dialog.save_button.click()
    assert file_of(bench, ids, "late").card.told_by is Channel.SMS


def test_the_letter_is_a_way_on_and_what_was_typed_is_kept(page, bench, ids, heard):
    said = {"finding": "not_upheld", "words": "It does not squeak.", "channel": "phone"}
    dialog = begun(page, ids, "late", Action.DECIDE, **said)
    assert "Write the letter now" in wrong_in(dialog)["channel"]
    button = next(b for b in dialog.findChildren(QPushButton) if "letter now" in b.text())
    button.click()
    assert not dialog.isVisible()
    assert heard.places[-1] == Place(room="letters", item=f"complaint:{ids['late']}:answer")
    again = begun(page, ids, "late", Action.DECIDE)
    assert {key: again.values()[key] for key in said} == said
    assert file_of(bench, ids, "late").card.stage is Stage.INVESTIGATING


def test_answering_on_what_we_have_says_what_comes_first(page, bench, ids):
    dialog = begun(
        page, ids, "waiting", Action.DECIDE_ON_WHAT_WE_HAVE, finding="no_finding", words="x"
    )
    dialog.fields()[2].show_typed("email")
    assert "Remind them first" in wrong_in(dialog)["finding"]


def test_it_takes_longer_once_they_know(page, bench, ids):
    dialog = begun(page, ids, "late", Action.EXTEND, words="The maker tests it.")
    assert "Write to them first" in wrong_in(dialog)["words"]
    by_name = {field.question_id: field for field in dialog.fields()}
    by_name["letter"].show_typed(YES)
    by_name["due"].show_typed(bench.today)
    assert "after the day on which you told them" in wrong_in(dialog)["due"]
    promised = bench.today + timedelta(days=30)
    by_name["due"].show_typed(promised)
    dialog.save_button.click()
    card = file_of(bench, ids, "late").card
    assert card.assessment.is_complex
    assert card.dues.decide_on == promised


def test_what_puts_it_right_becomes_a_promise(page, bench, ids):
    dialog = begun(page, ids, "answered", Deed.REMEDY, kind="refund_part", words="hinges")
    assert "by when" in wrong_in(dialog)["due"]
    by_name = {field.question_id: field for field in dialog.fields()}
    by_name["amount_pence"].show_typed("-5")
    by_name["due"].show_typed(date(2026, 11, 27))
    assert "amount_pence" in wrong_in(dialog)
    by_name["amount_pence"].show_typed(1250)
    by_name["ground"].show_typed("goodwill")
    dialog.save_button.click()
    (remedy,) = file_of(bench, ids, "answered").remedies
    assert (remedy.draft.kind, remedy.draft.amount_pence) == (RemedyKind.REFUND_PART, 1250)
    assert bench.services.promises.get(remedy.promise_id).draft.kind is PromiseKind.REMEDY
    page.arrive(Place(room="complaints", item=str(ids["answered"])))
    dialog = page.detail.steps.begin(Deed.REMEDY_DONE, ids["answered"], remedy.id)
    dialog.save_button.click()
    (remedy,) = file_of(bench, ids, "answered").remedies
    assert remedy.draft.done_on == TODAY
    assert not bench.services.promises.get(remedy.promise_id).is_open
    assert remedy.promise_id not in bench.services.promises.lists.ids(
        PromiseFilter(chip=PromiseChip.OPEN)
    )


def test_what_puts_it_right_is_written_down_as_it_was_chosen(page, bench, ids):
    dialog = begun(page, ids, "answered", Deed.REMEDY, words="hinges", due=TODAY)
    assert dialog.values()["ground"] == "legal_duty"  # shown, and not only written down
    assert "choose what you do" in wrong_in(dialog)["kind"]
    assert not file_of(bench, ids, "answered").remedies


def test_one_done_already_is_no_promise(page, bench, ids):
    taken(page, ids, "answered", Deed.REMEDY, kind="apology", done_on=TODAY, due=TODAY)
    (remedy,) = file_of(bench, ids, "answered").remedies
    assert (remedy.promise_id, remedy.draft.done_on) == (None, TODAY)


def test_a_limit_asks_for_the_reason(page, bench, ids):
    bench.services.people.add(PersonDraft(name="Tom", limit_pence=1000), RUTH)
    bench.services.people.add(PersonDraft(name="Ann"), RUTH)
    dialog = begun(page, ids, "answered", Deed.REMEDY, kind="refund_part", due=TODAY, by_whom="Tom")
    by_name = {field.question_id: field for field in dialog.fields()}
    by_name["amount_pence"].show_typed(5000)
    assert "limit of £10.00" in wrong_in(dialog)["over_because"]
    by_name["over_because"].show_typed("a customer of thirty years")
    dialog.save_button.click()
    assert file_of(bench, ids, "answered").remedies[0].draft.by_whom == "Tom"


def test_insurer_and_stock_come_before_agreeing(page, bench, ids):
    took(bench, ids["serious"], Action.INVESTIGATE, at(25))
    said = {"finding": "upheld", "words": "a loose rung", "channel": "post"}
    dialog = begun(page, ids, "serious", Action.DECIDE, **said)
    assert "tell your insurer" in next(iter(wrong_in(dialog).values()))
    taken(page, ids, "serious", Deed.INSURER, which="told")
    assert "came from stock" in next(iter(wrong_in(dialog).values()))
    taken(page, ids, "serious", Deed.STOCK)
    dialog.save_button.click()
    assert file_of(bench, ids, "serious").card.stage is Stage.DECIDED


def test_the_insurer_need_not_know_for_a_reason(page, bench, ids):
    dialog = begun(page, ids, "serious", Deed.INSURER)
    seen = [one.question_id for one in dialog.fields() if one.isVisible()]
    assert seen == ["which"]
    assert "you told them" in wrong_in(dialog)["which"]
    which, on, because = dialog.fields()
    which.findChildren(QPushButton)[1].click()
    assert (on.isVisible(), because.isVisible()) == (False, True)
    assert "why they need not know" in wrong_in(dialog)["insurer_not_needed"]
    because.show_typed("a scratch, no doctor")
    dialog.save_button.click()
    card = file_of(bench, ids, "serious").card
    assert card.insurer_not_needed == "a scratch, no doctor"
    assert card.dates.insurer_told_on is None


def test_points_of_the_file_take_the_place_of_the_finding(page, bench, ids):
    from servicedesk.domain.complaints_file import IssueDraft

    point = IssueDraft(text="it squeaks", finding=Finding.PARTLY, reasons="in the rain only")
    bench.services.complaints.parts.add_issue(ids["late"], point, RUTH)
    dialog = begun(page, ids, "late", Action.DECIDE, channel="email", words="In the rain.")
    assert "finding" not in asked_by(dialog)
    dialog.save_button.click()
    assert file_of(bench, ids, "late").card.finding is Finding.PARTLY


DIALOGS = [
    *(("new", one) for one in (Action.ACKNOWLEDGE, Action.WITHDRAW, Action.SAME_AS)),
    *(("late", one) for one in (Action.ASK_CUSTOMER, Action.WAIT_OTHER, Action.DECIDE)),
    *(("late", one) for one in (Action.EXTEND, Deed.UPDATE)),
    *(("waiting", one) for one in (Action.CUSTOMER_REPLIED, Deed.REMIND)),
    *(("answered", one) for one in (Action.RESOLVE, Action.SECOND_LOOK, Action.GO_OUTSIDE)),
    *(("answered", one) for one in (Deed.REMEDY, Deed.CAUSE, Deed.CHANGE, Deed.FOLLOW_UP)),
    *(("serious", one) for one in (Deed.INSURER, Deed.STOCK)),
    ("sorted", Action.REOPEN),
]


@pytest.mark.parametrize(("name", "deed"), DIALOGS, ids=lambda one: str(one))
def test_the_dialogs_are_fit_to_be_used(bench, qtbot, ids, name, deed):
    page = shown(bench, qtbot)
    for scheme, percent in (("light", 100), ("dark", 200)):
        bench.theme.set_scheme(scheme)
        bench.theme.set_percent(percent)
        bench.theme.apply(QApplication.instance())
        dialog = page.detail.steps.begin(deed, ids[name])
        settled()
        assert findings(dialog) == []
        dialog.reject()


def test_the_dialogs_of_outside_help_are_fit_to_be_used(page, bench, ids):
    taken(page, ids, "answered", Action.GO_OUTSIDE, words="the court", customer_went=YES)
    dialog = page.detail.steps.begin(Action.OUTSIDE_RESULT, ids["answered"])
    settled()
    assert findings(dialog) == []


def test_looking_into_it_leads_to_where_what_is_found_gets_written(page, bench, ids, heard):
    took(bench, ids["new"], Action.ACKNOWLEDGE, at(25), channel=Channel.PHONE)
    shown_in(page, ids, "new")
    page.detail.main_button.click()
    settled()
    link = page.window().focusWidget()
    assert link.text() == "Write what you find…"
    link.click()
    dialog = QApplication.activeModalWidget()
    assert dialog.windowTitle() == "What you find"
    dialog.fields()[0].show_typed("the brushes are worn")
    dialog.save_button.click()
    (entry,) = file_of(bench, ids, "new").entries
    assert (entry.draft.text, entry.draft.on) == ("the brushes are worn", TODAY)
    assert heard.said[-1] == "Written down what you found."


def test_after_we_do_not_agree_the_button_says_how_it_ends(page, bench, ids):
    took(bench, ids["new"], Action.INVESTIGATE, at(25))
    told = {"words": "it was wet", "channel": Channel.POST, "finding": Finding.NOT_UPHELD}
    took(bench, ids["new"], Action.DECIDE, at(25), **told)
    shown_in(page, ids, "new")
    assert page.detail.main_button.text() == "End it with this answer…"
    page.detail.main_button.click()
    dialog = QApplication.activeModalWidget()
    assert dialog.windowTitle() == "It ends with this answer"
    dialog.save_button.click()
    assert file_of(bench, ids, "new").card.stage is Stage.RESOLVED


def test_the_buttons_of_the_steps_stay_in_their_place(page, bench, ids):
    took(bench, ids["new"], Action.ACKNOWLEDGE, at(25), channel=Channel.PHONE)
    places = []
    for name in ("new", "waiting", "late", "sorted", "answered"):
        shown_in(page, ids, name)
        places.append(page.detail.more_button.mapTo(page, QPoint(0, 0)).y())
    assert len(set(places)) == 1
