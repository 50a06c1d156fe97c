# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What cannot be kept of feedback, tried on the screen: the sentence, and nothing is lost.

Marks off their scale, cards of a day to come, an address for the code that is none, and words that
have broken other programs in the pile of cards.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from servicedesk.domain.elements import Element
from servicedesk.domain.errors import Refusal
from servicedesk.domain.feedback import FeedbackCard, FeedbackDraft, Handled, Scores
from servicedesk.domain.feedback_listed import FeedbackChip
from servicedesk.domain.names import clean_name
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.feedback.cards import CardsPage
from servicedesk.ui.feedback.page import FeedbackPage
from servicedesk.ui.people.feedback_form import FeedbackForm, show_feedback_form
from servicedesk.ui.shell.window import Shell
from tests.helpers.qt import accessible_name, seen_texts
from tests.walks.test_bad_complaints import saved, shown, type_in
from tests.walks.test_hostile_forms import HOSTILE
from tests.walks.test_hostile_words import go, paste

RUTH = "Ruth"
AHEAD = "Card 2: “{}” is yet to come. Please give the day on which it was done."
FAR = "Card 2: The year 1926 is a long way back. Please check the year."
OFF = "Marks here go from {} to {}. Leave it empty if they did not answer."
CTRL = Qt.KeyboardModifier.ControlModifier


def kept(bench: Workbench) -> list[FeedbackCard]:
    """All feedback in the file, the first at the head."""
    feedback = bench.services.feedback
    found = [feedback.get(number) for number in sorted(feedback.lists.ids(FeedbackChip.ALL))]
    return [card for card in found if card is not None]


@pytest.fixture
def pile(window: Shell, qtbot: QtBot) -> CardsPage:
    """The pile of cards, with the keyboard in its first cell."""
    go(window, "feedback", "cards")
    page = window.page
    assert isinstance(page, FeedbackPage)
    cards = page.cards
    qtbot.waitUntil(cards.table.hasFocus)
    return cards


def keys(typed: str) -> None:
    """Press keys where the keyboard is; a new line is Enter."""
    for sign in typed:
        named = {"\n": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}
        QTest.keyClick(QApplication.focusWidget(), named.get(sign, sign))
        QApplication.processEvents()


def save() -> None:
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
    QApplication.processEvents()


def day_of(pile: CardsPage, row: int, typed: str) -> None:
    """Type a day into a card of the pile."""
    pile.table.go(row, len(pile.presenter.columns) - 1)
    keys(typed)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    QApplication.processEvents()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("24/11/2026", AHEAD.format("24/11/2026")),
        ("31/12/2026", AHEAD.format("31/12/2026")),
        ("1/11/1926", FAR),
    ],
)
def test_a_card_of_a_day_that_cannot_be_keeps_the_pile_out_and_loses_none_of_it(
    window: Shell, bench: Workbench, pile: CardsPage, typed: str, told: str
) -> None:
    keys("5\n4\n2slow\n")
    day_of(pile, 1, typed)
    save()
    assert kept(bench) == []
    (said,) = [text for text in seen_texts(window) if "none is saved" in text]
    assert said.startswith(told)
    assert pile.presenter.state.counted.startswith("3 cards")
    at = pile.table.currentIndex()
    assert (at.row(), at.column()) == (1, len(pile.presenter.columns) - 1)
    day_of(pile, 1, "20/11/2026")
    save()
    assert [card.draft.scores.satisfaction for card in kept(bench)] == [5, 4, 2]
    assert kept(bench)[1].draft.given_on == date(2026, 11, 20)


def test_tab_goes_from_cell_to_cell_and_the_way_out_of_the_pile_is_said(
    window: Shell, pile: CardsPage
) -> None:
    keys("\t" * 2 * len(pile.presenter.columns))
    assert pile.table.hasFocus()
    assert any("Esc leads out of the table" in text for text in seen_texts(window))
    QTest.keyClick(pile.table, Qt.Key.Key_Escape)
    assert pile.save_button.hasFocus()


@pytest.mark.parametrize("typed", ["0", "6", "9", "x", "-"])
def test_no_key_gives_a_card_a_mark_off_the_scale(
    bench: Workbench, pile: CardsPage, typed: str
) -> None:
    keys(typed)
    assert pile.presenter.state.rows[0].is_empty
    keys(f"4\n{typed}\n")
    save()
    assert [card.draft.scores.satisfaction for card in kept(bench)] == [4]


MARKS: dict[str, tuple[Scores, str, tuple[int, int]]] = {
    "satisfaction": (Scores(satisfaction=6), "satisfaction", (1, 5)),
    "none satisfied": (Scores(satisfaction=0), "satisfaction", (1, 5)),
    "recommendation": (Scores(recommendation=11), "recommendation", (0, 10)),
    "less than none": (Scores(recommendation=-1), "recommendation", (0, 10)),
    "effort": (Scores(effort=8), "effort", (1, 7)),
    "element": (Scores(elements={Element.EASE: 0}), "ease", (1, 5)),
    "handled": (Scores(handling={Handled.SPEED: 9}), "handled_speed", (1, 5)),
}


@pytest.mark.parametrize("name", MARKS)
def test_marks_off_their_scale_are_refused_in_words(bench: Workbench, name: str) -> None:
    scores, field, (least, most) = MARKS[name]
    draft = FeedbackDraft(text="fine", given_on=bench.today, scores=scores)
    feedback = bench.services.feedback
    pile = (replace(draft, scores=Scores()), draft)
    ways: list[tuple[str, Callable[[], object]]] = [
        (field, lambda: feedback.log(draft, RUTH)),
        (f"1.{field}", lambda: feedback.cards.key_in(None, pile, RUTH)),
    ]
    for place, way in ways:
        with pytest.raises(Refusal) as refused:
            way()
        assert refused.value.field == place
        assert bench.labels.refusal(refused.value) == OFF.format(least, most)
    assert kept(bench) == []


def form_of(bench: Workbench, window: Shell) -> FeedbackForm:
    form = show_feedback_form(bench, window)
    assert form is not None
    return form


def test_feedback_of_a_day_to_come_keeps_its_words(
    window: Shell, bench: Workbench, qtbot: QtBot
) -> None:
    form = form_of(bench, window)
    type_in(qtbot, form, text="the tap drips still", given_on="24/11/2026")
    (told,) = saved(form).items()
    assert told[0] == "given_on"
    assert "to come" in told[1]
    assert shown(form, "text") == "the tap drips still"
    assert kept(bench) == []
    type_in(qtbot, form, given_on="today")
    assert saved(form) == {}
    assert [card.draft.text for card in kept(bench)] == ["the tap drips still"]


def test_nothing_at_all_and_a_review_from_nowhere(
    window: Shell, bench: Workbench, qtbot: QtBot
) -> None:
    form = form_of(bench, window)
    assert saved(form) == {"text": "Write what they said, or give one mark."}
    type_in(qtbot, form, text="five stars", kind="review")
    where = "Say where the review was seen, such as the name of the site."
    assert saved(form) == {"source": where}
    assert form.source.isVisible()
    assert kept(bench) == []
    form.reject()


ADDRESSES = {
    "www our shop example": "A web address has no spaces in it. Copy it from the line at the top "
    "of your browser.",
    "ruth@brightday.example": "This is an e-mail address. A code on a card has to lead to a web "
    "page, such as https://yourshop.example/tell-us.",
    "ftp://brightday.example/tell-us": "A code on a card has to lead to a web page. Start with "
    "https://.",
    "javascript:alert(1)": "A code on a card has to lead to a web page. Start with https://.",
    "https://": "This is not the address of a web page. Copy the whole of it, such as "
    "https://yourshop.example/tell-us.",
    "brightday": "This is not the address of a web page. Copy the whole of it, such as "
    "https://yourshop.example/tell-us.",
}


@pytest.mark.parametrize("typed", ADDRESSES)
def test_an_address_for_the_code_that_is_none_is_told_and_never_printed(
    window: Shell, bench: Workbench, qtbot: QtBot, typed: str
) -> None:
    go(window, "settings", "feedback")
    edits = [one for one in window.page.findChildren(QLineEdit) if one.isVisible()]
    (edit,) = [one for one in edits if "web" in accessible_name(one).casefold()]
    paste(qtbot, edit, typed)
    assert ADDRESSES[typed] in seen_texts(window)
    assert edit.text() == typed
    assert bench.services.feedback.address() == ""
    good = "https://brightday.example/tell-us"
    paste(qtbot, edit, good)
    assert bench.services.feedback.address() == good
    assert ADDRESSES[typed] not in seen_texts(window)


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_words_in_the_pile_of_cards(
    window: Shell, bench: Workbench, pile: CardsPage, what: str
) -> None:
    """Each is kept as it was typed, or a sentence says which card it is and what is wrong."""
    text = HOSTILE[what]
    for at, column in enumerate(pile.presenter.columns):
        if column.id not in ("text", "better", "called", "reach"):
            continue
        pile.table.go(0, at)
        keys("x")
        edit = QApplication.focusWidget()
        assert isinstance(edit, QLineEdit)
        edit.selectAll()
        QGuiApplication.clipboard().setText(text)
        QTest.keyClick(edit, Qt.Key.Key_V, CTRL)
        QTest.keyClick(edit, Qt.Key.Key_Tab)
        QApplication.processEvents()
    save()
    cards = kept(bench)
    if not cards:
        assert any(one.startswith("Card 1: ") for one in seen_texts(window))
        assert not pile.presenter.state.rows[0].is_empty
        return
    (card,) = cards
    for said in (card.draft.text, card.draft.better, card.draft.called, card.draft.reach):
        assert clean_name(said).split() == clean_name(text).split()
    window.go(Place(room="feedback", item=str(card.id)))
    QApplication.processEvents()
