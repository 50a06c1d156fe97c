# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A pile of cards by keyboard alone: two keys for a bare card, saved in one step, nothing lost."""

from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from servicedesk.domain.elements import Element
from servicedesk.domain.feedback import BatchDraft, FeedbackKind, Handled, MayQuote
from servicedesk.domain.feedback_rules import Asked
from servicedesk.domain.papers_feedback import ScaleGrid, ScaleQuestion
from servicedesk.ui.feedback.tally_rows import MARK, columns_for
from servicedesk.ui.printing.preview import PrintPreview
from tests.helpers.audits import findings, too_small
from tests.helpers.qt import seen_texts
from tests.papers.feedback import asking
from tests.ui.feedback.made import everything, shown
from tests.ui.people.complaint_forms import field, save
from tests.ui.widgets.made import press

RUTH = "Ruth"
CTRL = Qt.KeyboardModifier.ControlModifier
EXTRA = ("asks_recommendation", "asks_effort", "asks_elements", "asks_handling")


@pytest.fixture
def page(bench, qtbot):
    """The empty pile."""
    return pile(bench, qtbot)


def pile(bench, qtbot, item=""):
    """The pile on the screen, which keeps its room."""
    room = shown(bench, qtbot, "cards", item)
    room.cards.room = room
    return room.cards


def keys(page, typed):
    """Press keys where the keyboard is; a new line is Enter. How many they were."""
    for sign in typed:
        named = {"\n": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}
        target = QApplication.focusWidget() or page.table
        QTest.keyClick(target, named.get(sign, sign))
        QApplication.processEvents()
    return len(typed)


def cells(page, row):
    return {name: said for name, said in page.presenter.state.rows[row].cells.items() if said}


def batch(bench, handed_out=40):
    draft = BatchDraft(name="At the till", first=date(2026, 11, 2), handed_out=handed_out)
    return bench.services.feedback.cards.add(draft, RUTH).card.id


def test_a_bare_card_is_two_keys(bench, heard, page):
    pressed = keys(page, "5\n4\n4\n2\n5\n" * 8)
    assert pressed == 2 * 40
    assert page.presenter.state.counted.startswith("40 cards. Satisfied so far: 80 %")
    press(page, Qt.Key.Key_Return, CTRL)
    cards = everything(bench)
    assert len(cards) == 40
    assert {card.draft.kind for card in cards} == {FeedbackKind.ANSWER}
    assert heard.said[-1] == "40 cards keyed in"
    assert (len(page.presenter.state.rows), page.presenter.state.counted) == (1, "")
    bench.services.undo.undo(RUTH)
    assert everything(bench) == []


def test_a_full_card_is_typed_without_leaving_the_keys(bench, page):
    pressed = keys(page, "2slow\tring back\tMr Ali\t0770\tyMr A\n")
    assert pressed == len("2slow ring back Mr Ali 0770 yMr A ")
    assert page.table.currentIndex().row() == 1
    press(page, Qt.Key.Key_Return, CTRL)
    (card,) = everything(bench)
    draft = card.draft
    assert (draft.scores.satisfaction, draft.text, draft.better) == (2, "slow", "ring back")
    assert (draft.called, draft.reach) == ("Mr Ali", "0770")
    assert (draft.quoting.may, draft.quoting.shown_as) == (MayQuote.YES, "Mr A")
    assert (draft.given_on, card.follow_up_due) == (bench.today, date(2026, 11, 25))


def test_enter_in_a_cell_that_is_typed_in_begins_the_next_card(page):
    keys(page, "4friendly\n3")
    assert cells(page, 0)["text"] == "friendly"
    assert cells(page, 1)["satisfaction"] == "3"


def test_what_is_being_typed_when_the_pile_is_saved_is_in_it(bench, page):
    keys(page, "4half a wo")
    press(page, Qt.Key.Key_Return, CTRL)
    assert [card.draft.text for card in everything(bench)] == ["half a wo"]


@pytest.mark.parametrize("typed", ["6", "0", "x", "-"])
def test_what_is_no_mark_does_nothing(page, typed):
    keys(page, typed)
    assert page.presenter.state.rows[0].is_empty
    assert page.table.currentIndex().column() == 0


def test_a_mark_is_taken_away_and_no_answer_is_no(page):
    keys(page, "4")
    page.table.go(0, 0)
    press(page, Qt.Key.Key_Delete)
    assert page.presenter.state.rows[0].is_empty
    page.table.go(0, 5)
    keys(page, "n")
    assert cells(page, 0)["may_quote"] == "no"


def test_counts_alone_stand_there_while_they_are_few(page):
    keys(page, "5\n4\n1\n")
    assert page.presenter.state.counted == (
        "3 cards. Satisfied so far: 2 of 3 answers were 4 or 5."
    )


def test_the_day_is_that_of_the_card_before(bench, page):
    keys(page, "4")
    page.table.go(0, 7)
    keys(page, "fri\n5")
    assert cells(page, 0)["given_on"] == "2026-11-20"
    assert cells(page, 1)["given_on"] == "2026-11-20"
    assert page.table.cards.index(1, 7).data() == "20/11/2026"
    press(page, Qt.Key.Key_Return, CTRL)
    assert {card.draft.given_on for card in everything(bench)} == {date(2026, 11, 20)}


def test_a_card_with_a_fault_is_told_and_the_pile_stays(bench, page):
    keys(page, "4\n3\n5\n")
    page.table.go(1, 7)
    keys(page, "tomorrow\n")
    press(page, Qt.Key.Key_Return, CTRL)
    assert everything(bench) == []
    state = page.presenter.state
    assert [row.wrong != "" for row in state.rows] == [False, True, False, False]
    (sentence,) = state.wrongs
    assert sentence.startswith("Card 2: “tomorrow” is yet to come")
    assert (page.table.currentIndex().row(), page.table.currentIndex().column()) == (1, 7)
    assert any("none is saved until this is mended" in text for text in seen_texts(page))
    assert "is yet to come" in page.table.cards.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert findings(page) == []
    keys(page, "today\n")
    assert page.presenter.state.wrongs == ()
    press(page, Qt.Key.Key_Return, CTRL)
    assert len(everything(bench)) == 3


def test_a_bad_day_beside_a_good_one_is_told_in_the_row_it_stands_in(bench, page):
    keys(page, "4\n")
    page.presenter.put(0, "given_on", "1/1/1800")
    page.save()
    assert page.presenter.state.wrongs
    assert page.presenter.state.rows[0].wrong_in == "given_on"
    assert everything(bench) == []


def test_the_card_with_a_fault_is_in_sight_however_large_the_words(bench, qtbot, page):
    bench.theme.set_percent(200)
    page.room.resize(1200, 420)
    keys(page, "5\n")
    page.presenter.put(0, "given_on", "31/2")
    page.save()
    table = page.table

    def is_seen():
        at = table.visualRect(table.currentIndex()).center()
        return table.viewport().visibleRegion().contains(at)

    qtbot.waitUntil(is_seen)


def test_an_empty_pile_says_so(heard, page):
    page.save()
    assert heard.said[-1] == "Key in one card at least."


def test_the_pile_is_there_again(bench, qtbot, page):
    keys(page, "4nice\n2\n")
    page.leave()
    again = pile(bench, qtbot)
    assert [cells(again, row).get("satisfaction") for row in (0, 1)] == ["4", "2"]
    assert any("It is not saved yet" in text for text in seen_texts(again))
    assert again.table.currentIndex().row() == 2
    again.empty_button.click()
    assert again.presenter.state.counted == ""
    assert pile(bench, qtbot).presenter.state.kept_at is None


def test_a_draft_of_another_shape_is_left_alone(bench, qtbot):
    bench.services.drafts.keep("feedback_pile", "", {"rows": ("no json", "[1]"), "batch": "x"})
    page = pile(bench, qtbot)
    assert [row.is_empty for row in page.presenter.state.rows] == [True]


def test_a_card_is_taken_out(page):
    keys(page, "4\n2\n5\n")
    page.table.go(1, 0)
    page.out_button.click()
    assert [cells(page, row).get("satisfaction") for row in (0, 1)] == ["4", "5"]
    assert page.table.hasFocus()


def test_cards_that_were_handed_out_say_how_many_are_back(bench, heard, page):
    page.add_button.click()
    dialog = page.dialog
    assert findings(dialog) == []
    save(dialog)
    assert field(dialog, "name").error().startswith("Give them a name")
    field(dialog, "name").show_typed("At the till")
    field(dialog, "handed_out").show_typed("many")
    save(dialog)
    assert field(dialog, "handed_out").error()
    field(dialog, "handed_out").show_typed("40")
    field(dialog, "last").show_typed(date(2026, 11, 1))
    save(dialog)
    assert field(dialog, "last").error().startswith("The last day is before the first")
    field(dialog, "last").show_typed("")
    save(dialog)
    assert page.batch.currentText() == "At the till"
    page.table.setFocus()
    keys(page, "4\n5\n")
    assert page.presenter.state.back == "40 handed out, 2 back with these"
    page.save()
    (batch_card,) = bench.services.feedback.cards.all()
    assert (batch_card.came_back, batch_card.draft.handed_out) == (2, 40)
    assert not page.remove_button.isVisible()
    page.presenter.remove_batch()
    assert "stays on the list" in heard.said[-1]


def test_cards_are_changed_and_taken_off_the_list(bench, qtbot):
    number = batch(bench, handed_out=None)
    page = pile(bench, qtbot, number)
    assert (page.batch.currentText(), page.presenter.state.back) == ("At the till", "")
    page.change_button.click()
    field(page.dialog, "name").show_typed("At the door")
    save(page.dialog)
    assert page.batch.currentText() == "At the door"
    page.remove_button.click()
    assert bench.services.feedback.cards.all() == ()
    assert page.presenter.state.batch_id is None


def test_cards_to_hand_out_are_printed(page):
    job = page.print_job()
    assert [offer.id for offer in job.offers] == ["comment_cards", "survey_sheet"]


def test_the_preview_of_cards_to_hand_out_shows_them_and_closes(page):
    words = []

    def look():
        preview = QApplication.activeModalWidget()
        if isinstance(preview, PrintPreview) and preview.presenter.state.picture is not None:
            words.append(preview.presenter.state.words)
            preview.close_button.click()

    timer = QTimer()  # the preview stays until it is closed, so whoever closes it looks from inside
    timer.timeout.connect(look)
    timer.start(20)
    page.print_button.click()
    timer.stop()
    assert len(words) == 1
    assert words[0].startswith("How did I do?")
    assert QApplication.activeModalWidget() is None
    keys(page, "4")
    assert cells(page, 0)["satisfaction"] == "4"


def test_from_which_cards_can_be_unsaid(bench, qtbot):
    number = batch(bench)
    page = pile(bench, qtbot, number)
    page.batch.activated.emit(0)
    assert page.presenter.state.batch_id is None
    page.batch.activated.emit(1)
    assert page.presenter.state.batch_id == number


def test_more_marks_stand_there_where_they_are_asked_for(bench, qtbot):
    bench.services.business.save(dict.fromkeys(EXTRA, True), RUTH)
    page = pile(bench, qtbot)
    keys(page, "41071234512345\n")
    page.save()
    (card,) = everything(bench)
    scores = card.draft.scores
    assert (scores.satisfaction, scores.recommendation, scores.effort) == (4, 10, 7)
    assert [scores.elements[one] for one in Element] == [1, 2, 3, 4, 5, 1]
    assert [scores.handling[one] for one in Handled] == [2, 3, 4, 5]


@pytest.mark.parametrize("name", ["recommendation", "effort", "elements", "handling"])
def test_every_mark_that_the_sheet_asks_for_has_a_column(bench, name):
    """What is printed on the sheet can be keyed in from it."""
    asked = Asked(**{name: True})
    items = asking().survey_sheet(asked).items
    scales = [one for one in items if isinstance(one, ScaleQuestion | ScaleGrid)]
    wanted = sum(len(getattr(one, "lines", "1")) for one in scales)
    marks = [one for one in columns_for(asked, bench.labels) if one.kind == MARK]
    assert len(marks) == wanted > 1
    assert all(one.title and one.whole for one in marks)


def test_escape_leads_out_of_the_table_and_the_line_has_a_name(page):
    keys(page, "4a")
    line = page.table.findChild(QLineEdit)
    assert line.accessibleName() == "Why"
    press(page, Qt.Key.Key_Escape)
    press(page, Qt.Key.Key_Escape)
    assert page.save_button.hasFocus()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("percent", [100, 200])
def test_the_pile_passes_every_audit(bench, qtbot, scheme, percent):
    bench.theme.set_scheme(scheme)
    bench.theme.set_percent(percent)
    bench.theme.apply(QApplication.instance())
    page = pile(bench, qtbot, batch(bench))
    keys(page, "4fine\n2\n")
    assert findings(page) == []
    assert too_small(page, percent) == []
