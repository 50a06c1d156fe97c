# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The room of feedback: listed, found, opened, and what follows from each kind of it by key."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from servicedesk.domain.actions import ActionSource
from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.feedback import Decision, FeedbackKind, MayQuote
from servicedesk.domain.feedback_listed import FeedbackChip
from servicedesk.domain.printing import PaperChoice
from servicedesk.services.printing import Printing
from servicedesk.ui.core.places import Place
from servicedesk.ui.feedback.asking import FeedbackDialog
from tests.helpers.audits import findings, too_small
from tests.helpers.qt import seen_texts
from tests.ui.feedback.made import everything, kept, say, shown
from tests.ui.people.complaint_forms import field, save
from tests.ui.widgets.made import press, write

RUTH = "Ruth"
CTRL = Qt.KeyboardModifier.ControlModifier


def titles(page):
    pane = page.records.pane
    return [
        pane.presenter.lines(pane.model.record(row)).title for row in range(pane.model.rowCount())
    ]


def opened(bench, qtbot, number):
    """The page of one, which keeps its room."""
    room = shown(bench, qtbot, item=number)
    room.records.detail.room = room
    room.records.detail.first_focus().setFocus()
    return room.records.detail


def dialog():
    """The dialog that is open."""
    found = QApplication.activeModalWidget()
    assert isinstance(found, FeedbackDialog)
    return found


def words_of(job):
    choice = PaperChoice(paper=job.offers[0].id, size=PaperSize.A4)
    return " ".join(" ".join(Printing().texts(job.make(choice).data)).split())


def test_all_of_it_is_listed_with_what_is_to_do(page):
    assert titles(page) == [
        "A mark without words",
        "Where is my refund?",
        "Take cards for small sums",
        "A bench outside would be good",
        "Nobody rang back",
        "Tom was so patient with the old lock",
    ]
    pane = page.records.pane
    chips = [pane.presenter.lines(pane.model.record(row)).chip for row in range(6)]
    assert chips == ["4 of 5", "wants an answer", "done", "", "ring them by Wed 25 Nov", "5 of 5"]
    assert "6 entries" in seen_texts(page)
    assert pane.chips.chips[1].text() == "To follow up 1"


def test_a_row_is_one_sentence(page):
    pane = page.records.pane
    said = [pane.presenter.sentence(pane.model.record(row)) for row in (0, 5)]
    assert said[0] == (
        "Answer to our question F-2026-0006, A mark without words, Fri 20 Nov, satisfied 4 of 5"
    )
    assert "Mrs Meena Patel" in said[1]
    assert said[1].endswith("Remember: Rings after six")


def test_chips_and_words_leave_out_what_is_not_wanted(page):
    pane = page.records.pane
    pane.chips.chips[1].click()
    assert titles(page) == ["Nobody rang back"]
    assert pane.chips.chips[3].text() == "Low marks 1"
    pane.chips.chips[3].click()
    assert titles(page) == ["Nobody rang back"]
    pane.chips.chips[4].click()
    assert len(titles(page)) == 2
    assert "2 suggestions" in seen_texts(page)
    pane.search.setText("bench")
    assert titles(page) == ["A bench outside would be good"]
    pane.search.setText("nothing of the kind")
    assert "Nothing fits." in seen_texts(page)
    pane.all_button.click()
    assert len(titles(page)) == 6


def test_one_is_opened_by_enter_and_left_by_escape(page):
    press(page, Qt.Key.Key_Down)
    press(page, Qt.Key.Key_Return)
    detail = page.records.detail
    assert detail.answer_button.hasFocus()
    assert page.customer_id() is not None
    press(page, Qt.Key.Key_Escape)
    assert page.records.pane.rows.hasFocus()


def test_somebody_with_a_low_mark_is_followed_up(bench, qtbot, ids, heard):
    detail = opened(bench, qtbot, ids["low"])
    texts = seen_texts(detail)
    assert "A low mark, and they can be reached: ring them by Wed 25 Nov." in texts
    assert {"2 of 5", "3 of 7", "07700 900123", "The lady with the dog"} <= set(texts)
    assert detail.first_focus() is detail.follow_up_button
    detail.follow_up_button.click()
    assert "They left: 07700 900123" in seen_texts(dialog())
    assert findings(dialog()) == []
    write(dialog(), "rang, all sorted")
    save(dialog())
    card = kept(bench, ids["low"])
    assert (card.followed_up_on, card.follow_up_note) == (bench.today, "rang, all sorted")
    assert heard.said[-1] == "Followed up, F-2026-0002"
    assert not detail.follow_up_button.isVisible()
    assert "They heard from us" in seen_texts(detail)


def test_a_day_to_come_is_told_in_the_dialog(bench, qtbot, ids):
    detail = opened(bench, qtbot, ids["low"])
    detail.follow_up_button.click()
    field(dialog(), "on").show_typed("tomorrow")
    save(dialog())
    assert field(dialog(), "on").error()
    field(dialog(), "on").show_typed(date(2026, 1, 1))
    save(dialog())
    assert field(dialog(), "on").error().startswith("This is before the day")
    dialog().reject()


def test_a_late_follow_up_is_told(bench, qtbot, ids):
    bench.clock.set(date(2026, 11, 30))
    page = shown(bench, qtbot, item=ids["low"])
    assert "A low mark, and they can be reached: they wait since Wed 25 Nov." in seen_texts(page)
    row = page.records.pane.presenter.rows([ids["low"]])[0]
    assert page.records.pane.presenter.stand(row) == ("ring them, was due Wed 25 Nov", "late")


def test_whoever_waits_for_an_answer_has_a_complaint_by_one_key(bench, qtbot, ids, heard):
    detail = opened(bench, qtbot, ids["waits"])
    press(detail, Qt.Key.Key_Return)
    card = kept(bench, ids["waits"])
    assert card.complaint_id is not None
    assert (heard.places[-1].room, heard.places[-1].item) == (
        "complaints",
        str(card.complaint_id),
    )
    assert not detail.answer_button.isVisible()
    detail.complaint_button.click()
    assert heard.places[-1].room == "complaints"


def test_nobody_is_made_to_complain(bench, qtbot, ids, heard):
    detail = opened(bench, qtbot, ids["idea"])
    detail.agree_button.click()
    save(dialog())
    assert field(dialog(), "agreed").error().startswith("Nobody has asked for this")
    assert kept(bench, ids["idea"]).complaint_id is None
    field(dialog(), "agreed").show_typed(("yes",))
    save(dialog())
    assert kept(bench, ids["idea"]).complaint_id is not None
    assert heard.places[-1].room == "complaints"


def test_praise_is_passed_on_and_thanked_for(bench, qtbot, ids, heard):
    detail = opened(bench, qtbot, ids["praise"])
    detail.pass_button.click()
    assert kept(bench, ids["praise"]).passed_on == bench.today
    assert heard.said[-1] == "Passed on to Tom"
    detail.thank_button.click()
    place = heard.places[-1]
    assert (place.room, place.part, place.item) == ("letters", "L17", f"feedback:{ids['praise']}")
    detail.thanked_button.click()
    save(dialog())
    assert kept(bench, ids["praise"]).thanked_on == bench.today
    assert not detail.thank_button.isVisible()
    assert not detail.thanked_button.isVisible()
    assert "Yes, as “Mrs P”." in seen_texts(detail)
    detail.who_button.click()
    assert (heard.places[-1].room, heard.places[-1].item) == ("customers", str(ids["patel"]))


def test_the_head_says_whom_they_name_and_whose_name_is_missing(bench, qtbot, ids):
    said = seen_texts(opened(bench, qtbot, ids["praise"]))
    assert "They name Tom" in said
    assert "Name not given" not in said
    said = seen_texts(opened(bench, qtbot, ids["idea"]))
    assert "Name not given" in said
    assert not any(text.startswith("They name") for text in said)


def test_letters_about_feedback_are_told_there_and_can_be_opened(bench, qtbot, ids, heard):
    number = ids["low"]
    assert not opened(bench, qtbot, ids["idea"]).write_button.isVisible()  # nobody to write to
    assert not opened(bench, qtbot, number).write_button.isVisible()  # a phone takes no letter
    low = kept(bench, number).draft
    bench.services.feedback.change(number, replace(low, reach="dog@example.com"), bench.who)
    detail = opened(bench, qtbot, number)
    detail.write_button.click()
    place = heard.places[-1]
    assert (place.room, place.part, place.item) == ("letters", "L18", f"feedback:{number}")
    assert not detail.letter_button.isVisible()
    feedback, writing = bench.services.feedback, bench.services.letters_writing
    draft = replace(kept(bench, number).draft, kind=FeedbackKind.COMPLIMENT, text="So kind")
    feedback.change(number, draft, bench.who)
    letter = writing.draft("L17", feedback_id=number, who=bench.who)
    values = {**letter.values, "signatory": "Ruth"}
    card = writing.issue(replace(letter, values=values), bench.who).card
    detail = opened(bench, qtbot, number)
    shown = seen_texts(detail)
    assert "Letter L-2026-0001: Thank-you for a compliment" in shown
    assert "You asked them by letter. Write down here what they answer." in shown
    assert not detail.thank_button.isVisible()
    detail.letter_button.click()
    assert (heard.places[-1].part, heard.places[-1].item) == ("issued", str(card.id))
    writing.take_back(card.id, bench.who)
    shown = seen_texts(opened(bench, qtbot, number))
    gone = "Letter L-2026-0001, which did not go out: Thank-you for a compliment"
    assert gone in shown
    assert "Nobody has asked them." in shown


def test_a_suggestion_is_decided_told_and_put_on_the_wall(bench, qtbot, ids, heard):
    detail = opened(bench, qtbot, ids["idea"])
    assert not detail.wall_button.isVisible()
    detail.decide_button.click()
    save(dialog())
    assert field(dialog(), "decision").error() == "Please choose what becomes of it."
    field(dialog(), "decision").show_typed("planned")
    save(dialog())
    assert kept(bench, ids["idea"]).decision is Decision.PLANNED
    detail.wall_button.click()
    assert heard.said[-1] == "Write what you did about it, in a sentence."
    detail.decide_button.click()
    field(dialog(), "answer").show_typed("It comes in spring.")
    save(dialog())
    detail.wall_button.click()
    assert heard.said[-1].startswith("Nobody has asked them whether it may be printed.")
    detail.quote_button.click()
    field(dialog(), "may_quote").show_typed(MayQuote.YES.value)
    save(dialog())
    detail.wall_button.click()
    assert kept(bench, ids["idea"]).is_on_wall
    assert detail.wall_button.text() == "Take off the wall"
    detail.wall_button.click()
    assert not kept(bench, ids["idea"]).is_on_wall
    detail.told_button.click()
    save(dialog())
    assert kept(bench, ids["idea"]).answered_on == bench.today


def test_scenario_52_what_may_be_printed_is_asked_and_told(bench, qtbot, ids):
    detail = opened(bench, qtbot, ids["idea"])
    assert "Nobody has asked them." in seen_texts(detail)
    detail.quote_button.click()
    assert findings(dialog()) == []
    field(dialog(), "may_quote").show_typed(MayQuote.YES.value)
    save(dialog())
    assert any("Say first whether they got anything" in text for text in seen_texts(detail))
    detail.quote_button.click()
    field(dialog(), "is_incentivised").show_typed(False)
    save(dialog())
    assert "Yes, without their name." in seen_texts(detail)


def test_it_is_binned_and_brought_back(bench, qtbot, ids, heard):
    detail = opened(bench, qtbot, ids["bare"])
    detail.bin_button.click()
    assert heard.said[-1] == "In the bin, F-2026-0006"
    QApplication.processEvents()
    assert "It is in the bin." in seen_texts(detail)
    detail.out_button.click()
    assert kept(bench, ids["bare"]).binned_at is None


def test_it_is_changed_in_its_form(bench, qtbot, ids):
    detail = opened(bench, qtbot, ids["bare"])
    detail.change()
    form = QApplication.activeModalWidget()
    form.text.show_typed("It was fine")
    save(form)
    assert kept(bench, ids["bare"]).draft.text == "It was fine"
    assert "“It was fine”" in seen_texts(detail)


def test_the_list_and_one_of_it_are_printed(bench, qtbot, ids):
    page = shown(bench, qtbot)
    printed = words_of(page.print_job())
    assert "Feedback: All" in printed
    assert "Tom was so patient with the old lock" in printed
    page.arrive(Place(room="feedback", item=str(ids["low"])))
    printed = words_of(page.print_job())
    assert "Nobody rang back" in printed
    assert "Satisfied: 2 of 5" in printed
    assert page.records.detail_presenter.state.card is not None


def test_an_empty_file_says_how_to_begin(bench, qtbot, heard):
    page = shown(bench, qtbot)
    assert page.print_job() is None
    assert findings(page) == []
    page.records.pane.first_button.click()
    form = page.records.form
    write(form, "Lovely shop")
    save(form)
    assert titles(page) == ["Lovely shop"]
    assert page.records.is_in_detail
    page.records.pane.cards_button.click()
    assert heard.places[-1].part == "cards"
    page.records.pane.wall_button.click()
    assert heard.places[-1].part == "wall"


def test_what_is_written_next_is_of_the_kind_that_is_listed(bench, qtbot, ids):
    page = shown(bench, qtbot, FeedbackChip.COMPLIMENTS.value)
    assert len(titles(page)) == 1
    page.records.make()
    assert page.records.form.kind.value() == FeedbackKind.COMPLIMENT.value
    page.records.make()
    page.records.form.reject()
    page.arrive(Place(room="feedback", part="new", item=str(ids["patel"])))
    assert page.records.form.who.value() == ids["patel"]
    assert page.first_focus() is not None
    page.records.form.reject()


def test_what_is_gone_says_so(bench, qtbot, ids):
    detail = opened(bench, qtbot, ids["bare"])
    detail.presenter.show(999)
    assert detail.presenter.state.gone.startswith("This entry has been removed")
    detail.presenter.show(None)
    assert "Choose something in the list." in seen_texts(detail)


def test_it_follows_what_others_write(bench, qtbot, ids):
    page = shown(bench, qtbot)
    made = say(bench, "Good coffee")
    assert made not in page.records.pane.shown_ids()
    page.records.make()
    write(page.records.form, "Better tea")
    save(page.records.form)
    assert {"Good coffee", "Better tea"} <= set(titles(page))
    page.leave()
    assert len(everything(bench)) == 8


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("name", ["praise", "low", "waits", "done"])
def test_the_room_passes_every_audit(bench, qtbot, ids, scheme, percent, name):
    bench.theme.set_scheme(scheme)
    bench.theme.set_percent(percent)
    bench.theme.apply(QApplication.instance())
    page = shown(bench, qtbot, item=ids[name])
    assert findings(page) == []
    assert too_small(page, percent) == []


def test_what_is_done_about_it_goes_on_the_list_of_things_to_do(bench, qtbot, ids, heard):
    detail = opened(bench, qtbot, ids["idea"])
    detail.plan_button.click()
    form = QApplication.activeModalWidget()
    field(form, "text").show_typed("Ask for oak in spring")
    save(form)
    (action,) = bench.services.actions.open_ones()
    assert (action.draft.source, action.draft.source_id) == (ActionSource.FEEDBACK, ids["idea"])
    assert heard.said == ["On the list of things to do."]
    assert bench.services.actions.get(action.id).ref == kept(bench, ids["idea"]).ref
