# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The form of feedback: few keys, nobody has to be named, and whoever wants an answer complains."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from servicedesk.domain.customers import Channel
from servicedesk.domain.elements import Element
from servicedesk.domain.feedback import (
    FeedbackKind,
    Handled,
    MayQuote,
    Quoting,
    Touchpoint,
)
from servicedesk.domain.feedback_listed import FeedbackChip
from servicedesk.ui.people.feedback_form import FeedbackForm, show_feedback_form
from servicedesk.ui.people.feedback_form_presenter import Aim
from tests.helpers.audits import findings, too_small
from tests.helpers.qt import seen_texts
from tests.helpers.records import put_customer
from tests.ui.people.complaint_forms import field, save
from tests.ui.people.complaint_forms import kept as complaints
from tests.ui.widgets.made import press, write

EXTRA = ("asks_recommendation", "asks_effort", "asks_elements", "asks_handling")


@pytest.fixture
def patel(bench):
    return put_customer(bench.services.units, "Mrs Meena Patel", remember="Rings after six")


@pytest.fixture
def opened(bench, qtbot, patel):
    def open_form(**aim):
        form = FeedbackForm(bench, Aim(**aim))
        qtbot.addWidget(form)
        with qtbot.waitActive(form):
            form.show()
        return form

    return open_form


def kept(bench):
    """All feedback there is, the newest first."""
    feedback = bench.services.feedback
    return [feedback.get(one) for one in feedback.lists.ids(FeedbackChip.ALL)]


def ask_all(bench):
    bench.services.business.save(dict.fromkeys(EXTRA, True), "Ruth")


def test_a_compliment_is_written_down_by_eight_keys_besides_its_words(bench, heard, opened, patel):
    form = opened()
    write(form, "Tom was so patient with the old lock")
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_3, Qt.Key.Key_Tab, Qt.Key.Key_5):
        press(form, key)
    press(form, Qt.Key.Key_Tab)
    press(form, Qt.Key.Key_Tab)
    write(form, "meena")
    press(form, Qt.Key.Key_Down)
    press(form, Qt.Key.Key_Return)
    save(form)
    assert not form.isVisible()
    (card,) = kept(bench)
    assert heard.said[-1] == f"Saved, {card.ref}" == "Saved, F-2026-0001"
    draft = card.draft
    assert (draft.kind, draft.scores.satisfaction) == (FeedbackKind.COMPLIMENT, 5)
    assert (draft.customer_id, draft.channel) == (patel, Channel.COUNTER)
    assert (draft.given_on, card.follow_up_due) == (bench.today, None)
    bench.services.undo.undo("Ruth")
    assert kept(bench) == []


def test_one_mark_of_nobody_is_enough(bench, opened):
    form = opened()
    save(form)
    assert form.isVisible()
    assert form.text.error() == "Write what they said, or give one mark."
    assert form.text.focus_target().hasFocus()
    form.satisfied.show_typed(4)
    save(form)
    (card,) = kept(bench)
    assert (card.who, card.draft.scores.satisfaction) == ("", 4)


def test_a_low_mark_of_nobody_asks_whether_we_may_ring(bench, opened):
    form = opened()
    assert not form.reach.isVisible()
    form.satisfied.focus_target().setFocus()
    press(form, Qt.Key.Key_2)
    assert form.reach.isVisible()
    assert "With this a low mark comes up in Today, to be followed up." in seen_texts(form)
    form.reach.show_typed("07700 900123")
    save(form)
    (card,) = kept(bench)
    assert card.follow_up_due == date(2026, 11, 25)


def test_a_name_that_nobody_has_stays_a_name(bench, opened):
    form = opened()
    write(form, "Lovely shop")
    form.who.show_typed("the lady with the dog")
    save(form)
    (card,) = kept(bench)
    assert (card.draft.customer_id, card.draft.called) == (None, "the lady with the dog")


def test_a_name_like_one_we_know_is_asked_about(bench, opened):
    form = opened()
    write(form, "Lovely shop")
    form.who.show_typed("meena patel")
    save(form)
    assert form.isVisible()
    assert form.who.error()


def test_a_review_asks_at_once_where_it_was_seen(bench, opened):
    form = opened()
    assert not form.source.isVisible()
    write(form, "Five stars")
    press(form, Qt.Key.Key_Tab)
    press(form, Qt.Key.Key_5)
    assert form.source.isVisible()
    save(form)
    assert form.source.error().startswith("Say where the review was seen")
    form.source.show_typed("the town’s own page")
    save(form)
    (card,) = kept(bench)
    assert (card.draft.kind, card.draft.source) == (FeedbackKind.REVIEW, "the town’s own page")


def test_whoever_wants_an_answer_is_led_to_a_complaint(bench, heard, opened, patel):
    form = opened(customer_id=patel)
    write(form, "Nobody rang me back about the fridge")
    form.wants_answer.show_typed(True)
    form._show_asked()
    assert form.answer_line.isVisible()
    assert "Then it is a complaint" in form.answer_line.notice.text()
    form.answer_line.notice.acted.emit()
    assert not form.isVisible()
    (card,) = kept(bench)
    complaint = bench.services.complaints.get(card.complaint_id)
    assert (complaint.draft.customer_id, complaint.draft.text) == (patel, card.draft.text)
    assert heard.places[-1].room == "complaints"
    assert heard.places[-1].item == str(card.complaint_id)
    bench.services.undo.undo(bench.who)
    assert (kept(bench), complaints(bench)) == ([], [])


def test_feedback_that_is_there_becomes_a_complaint_with_its_other_words(bench, heard, opened):
    form = opened()
    write(form, "Slow")
    save(form)
    (before,) = kept(bench)
    form = opened(feedback_id=before.id)
    write(form, ", and nobody rang back")
    form.complain()
    (card,) = kept(bench)
    complaint = bench.services.complaints.get(card.complaint_id)
    assert complaint.draft.text == card.draft.text == "Slow, and nobody rang back"
    bench.services.undo.undo(bench.who)
    assert (kept(bench), complaints(bench)) == ([before], [])


def test_what_is_wrong_keeps_it_from_becoming_a_complaint(bench, heard, opened):
    form = opened()
    form.wants_answer.show_typed(True)
    form.complain()
    assert form.isVisible()
    assert form.text.error()
    assert (kept(bench), heard.places) == ([], [])


def test_whom_a_compliment_names_is_asked_without_more(bench, opened):
    form = opened()
    assert not form.staff.isVisible()
    form.kind.show_typed(FeedbackKind.COMPLIMENT.value)
    form._show_asked()
    assert form.staff.isVisible()
    form.staff.show_typed("Tom")
    form.kind.show_typed(FeedbackKind.COMMENT.value)
    form._show_asked()
    assert not form.staff.isVisible()
    form._open_more(is_open=True)
    assert form.staff.isVisible()
    form.kind.show_typed(FeedbackKind.COMPLIMENT.value)
    form.text.show_typed("So patient")
    save(form)
    (card,) = kept(bench)
    assert card.draft.staff == "Tom"


def test_more_questions_come_only_where_they_are_switched_on(bench, opened):
    names = {one.question_id for one in opened().fields()}
    extra = {"recommendation", "effort", "ease", "handled_overall"}
    assert not names & extra
    ask_all(bench)
    form = opened()
    names = {one.question_id for one in form.fields()}
    assert extra <= names
    handled = field(form, "handled_overall")
    assert handled.isHidden()
    field(form, "touchpoint").show_typed(Touchpoint.COMPLAINT.value)
    form._show_asked()
    assert not handled.isHidden()


@pytest.mark.parametrize(
    ("keys", "mark"), [("0", 0), ("7", 7), ("1", 1), ("10", 10), ("30", 0), ("19", 9)]
)
def test_a_mark_to_ten_is_given_by_its_figures(bench, opened, keys, mark):
    ask_all(bench)
    form = opened()
    asked = field(form, "recommendation")
    asked.focus_target().setFocus()
    write(form, keys)
    assert asked.value() == mark


def test_every_mark_is_kept(bench, opened):
    ask_all(bench)
    form = opened(kind=FeedbackKind.ANSWER)
    field(form, "touchpoint").show_typed(Touchpoint.COMPLAINT.value)
    marks = {"satisfaction": 4, "recommendation": 9, "effort": 6, "ease": 3, "handled_speed": 2}
    for name, point in marks.items():
        field(form, name).show_typed(point)
    save(form)
    (card,) = kept(bench)
    scores = card.draft.scores
    assert (scores.satisfaction, scores.recommendation, scores.effort) == (4, 9, 6)
    assert dict(scores.elements) == {Element.EASE: 3}
    assert dict(scores.handling) == {Handled.SPEED: 2}
    form = opened(feedback_id=card.id)
    assert field(form, "ease").value() == 3
    save(form)
    assert kept(bench)[0].draft.scores == scores


def test_how_it_may_be_printed_is_asked_where_it_may(bench, opened):
    form = opened()
    write(form, "Best bread in town")
    assert form.shown_as.isHidden()
    form.may_quote.show_typed("yes")
    form._show_asked()
    assert not form.shown_as.isHidden()
    form.shown_as.show_typed("Mrs P, Todmorden")
    form.incentive.show_typed(False)
    save(form)
    (card,) = kept(bench)
    agreed = Quoting(may=MayQuote.YES, shown_as="Mrs P, Todmorden", is_incentivised=False)
    assert card.draft.quoting == agreed


def test_a_day_to_come_is_told_beside_its_field(bench, opened):
    form = opened()
    write(form, "Lovely")
    form.given_on.show_typed("tomorrow")
    save(form)
    assert form.isVisible()
    assert form.given_on.error()
    form.given_on.show_typed("yesterday")
    save(form)
    assert kept(bench)[0].draft.given_on == date(2026, 11, 22)


def test_what_was_typed_is_there_again(bench, opened):
    form = opened()
    write(form, "The queue was long")
    form.satisfied.show_typed(3)
    form.satisfied.typed.emit()
    press(form, Qt.Key.Key_Escape)
    again = opened()
    assert (again.text.value(), again.satisfied.value()) == ("The queue was long", 3)
    save(again)
    assert opened().text.value() == ""


def test_the_handling_of_a_complaint_is_asked_about_that_complaint(bench, opened):
    ask_all(bench)
    form = opened(about_complaint_id=None)
    assert form.kind.value() == FeedbackKind.COMMENT.value
    form = opened(about_complaint_id=7)
    assert form.kind.value() == FeedbackKind.ANSWER.value
    assert not field(form, "handled_fairness").isHidden()


def test_what_is_gone_is_said(bench, heard, qtbot):
    assert show_feedback_form(bench, None, feedback_id=99) is None
    assert heard.said[-1].startswith("This entry has been removed")


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_form_passes_every_audit(bench, opened, scheme, percent):
    ask_all(bench)
    bench.theme.set_scheme(scheme)
    bench.theme.set_percent(percent)
    bench.theme.apply(QApplication.instance())
    form = opened()
    assert findings(form) == []
    form.wants_answer.show_typed(True)
    form.kind.show_typed("review")
    form.satisfied.show_typed(1)
    form.may_quote.show_typed("yes")
    field(form, "touchpoint").show_typed(Touchpoint.COMPLAINT.value)
    form._show_asked()
    form._open_more(is_open=True)
    QApplication.processEvents()
    assert findings(form) == []
    assert too_small(form, percent) == []
