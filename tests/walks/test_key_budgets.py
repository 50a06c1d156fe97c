# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Budgets of experience.md 2, by the count of keys: from Today, with no form open, to what is kept.

Every key counts, also the one that opens the form and those of the words. A budget in seconds is
one of keys at the pace of somebody who types with a few fingers.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from servicedesk.domain.checks import Answer, Bank
from servicedesk.domain.complaints import About, Serious, Wish
from servicedesk.domain.complaints_listed import ComplaintFilter
from servicedesk.domain.feedback_listed import FeedbackChip
from servicedesk.domain.people import PersonDraft
from servicedesk.domain.promises import Due, PromiseFilter
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.letters.page import LettersPage
from servicedesk.ui.people.complaint_form import ComplaintForm
from servicedesk.ui.people.contact_form import ContactForm
from servicedesk.ui.people.promise_form import PromiseForm
from servicedesk.ui.printing.preview import PrintPreview
from servicedesk.ui.shell.window import Shell
from servicedesk.ui.widgets.form_dialog import FormDialog
from tests.helpers.keyboard import focused, give_keyboard_back, hears_keys
from tests.helpers.records import put_customer
from tests.services.letters_made import say_facts
from tests.ui.printing.bench import PdfPrinters

A_SECOND = 3
"""Keys: 36 words a minute."""

PROMISE, CONTACT, LETTER = 20 * A_SECOND, 15 * A_SECOND, 120 * A_SECOND
CARD = 8 * A_SECOND

BESIDE_THE_WORDS = {"complaint": 12, "promise": 6, "contact": 5, "letter": 20, "card": 4}
"""Keys that type no word: the one that opens, those that go on, the one that saves."""

BARE_CARD = 3
"""Keys of a comment card that has a mark and no words."""

CHECK_QUESTION = 2.2
"""Keys of a question of a check on average, the words of notes left out."""

CHOICES = ("Yes, ", "Partly, ", "No, ", "Does not apply, ")
"""Before the question, what a screen reader says of its answers."""

CTRL = Qt.KeyboardModifier.ControlModifier


class Hands:
    """Presses keys where the keyboard is, and counts each of them."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.keys = 0
        self.words = 0

    def press(
        self, key: Qt.Key | str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press one key."""
        self.keys += 1
        give_keyboard_back()
        self._qtbot.waitUntil(lambda: hears_keys() is not None)
        QTest.keyClick(hears_keys(), key, held)
        QApplication.processEvents()

    def write(self, text: str) -> None:
        """Type words, key by key."""
        for sign in text:
            self.press(sign)
        self.words += len(text)

    def tab_to(self, name: str) -> None:
        """Press Tab until a widget of this name has the keyboard."""
        for _ in range(20):
            if focused().startswith(name):
                return
            self.press(Qt.Key.Key_Tab)
        pytest.fail(f"Tab never reaches {name}")

    def sees(self, kind: type[FormDialog]) -> None:
        """Wait until the form that a key has just opened has the keyboard."""
        (form,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, kind))
        self._qtbot.waitUntil(lambda: hears_keys() is form.windowHandle())

    @property
    def beside_the_words(self) -> int:
        """Keys that typed no word."""
        return self.keys - self.words


@pytest.fixture
def hands(window: Shell, qtbot: QtBot) -> Hands:
    """The owner stands at Today; nothing is open over it."""
    assert window.here is not None
    assert window.here.room == "today"
    assert QApplication.activeModalWidget() is None
    assert hears_keys() is window.windowHandle()
    return Hands(qtbot)


@pytest.fixture
def patel(bench: Workbench) -> int:
    return put_customer(bench.services.units, "Mrs Meena Patel")


def test_a_promise_from_today_takes_twenty_seconds_of_keys(
    patel: int, hands: Hands, bench: Workbench
) -> None:
    hands.press(Qt.Key.Key_F7)
    hands.sees(PromiseForm)
    hands.write("meena")
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Tab)
    hands.write("ring back about the saw")
    hands.press(Qt.Key.Key_Tab)
    hands.write("fri")
    hands.press(Qt.Key.Key_Return, CTRL)
    assert QApplication.activeModalWidget() is None
    promises = bench.services.promises
    (card,) = (promises.get(one) for one in promises.lists.ids(PromiseFilter()))
    assert (card.draft.customer_id, card.due) == (patel, Due(day=date(2026, 11, 27)))
    assert hands.keys <= PROMISE
    assert hands.beside_the_words <= BESIDE_THE_WORDS["promise"]


def test_a_complaint_of_somebody_known_takes_twelve_keys_beside_its_words_and_no_mouse(
    patel: int, hands: Hands, bench: Workbench, window: Shell
) -> None:
    said: list[str] = []
    bench.bar.said.connect(lambda sentence, _undo: said.append(sentence))
    hands.press(Qt.Key.Key_F2)
    hands.sees(ComplaintForm)
    hands.write("meena")
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Tab)
    hands.write("hired saw stopped on the first morning")
    hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_2)
    hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_1)
    hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_3)
    hands.press(Qt.Key.Key_Return, CTRL)
    assert QApplication.activeModalWidget() is None
    complaints = bench.services.complaints
    (card,) = (complaints.get(one) for one in complaints.lists.ids(ComplaintFilter()))
    assert said == [f"Saved, {card.ref}"]
    assert (card.draft.customer_id, card.draft.about) == (patel, About.FAULTY_GOODS)
    assert (card.draft.wishes, card.draft.serious) == ((Wish.REFUND,), Serious.SERIOUS)
    assert hands.beside_the_words <= BESIDE_THE_WORDS["complaint"]


def test_a_contact_note_from_today_takes_a_quarter_of_a_minute_of_keys(
    patel: int, hands: Hands, bench: Workbench
) -> None:
    hands.press(Qt.Key.Key_F9)
    hands.sees(ContactForm)
    hands.write("meena")
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Tab)
    hands.write("asked about the saw")
    hands.press(Qt.Key.Key_Return, CTRL)
    assert QApplication.activeModalWidget() is None
    (entry,) = bench.services.timeline.of(patel)
    assert bench.services.contacts.get(entry.id).draft.text == "asked about the saw"
    assert hands.keys <= CONTACT
    assert hands.beside_the_words <= BESIDE_THE_WORDS["contact"]


def test_a_comment_card_of_a_pile_takes_eight_seconds_of_keys(
    hands: Hands, bench: Workbench, window: Shell, qtbot: QtBot
) -> None:
    """A bare card, one with a sentence, and one with what could be better beside it."""
    hands.press("5", Qt.KeyboardModifier.AltModifier)
    hands.tab_to("Key in comment cards")
    hands.press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: focused().startswith("The pile of cards"))
    spent: list[tuple[int, int]] = []
    for why, better in (("", ""), ("slow at the till", ""), ("kind", "open at eight"), ("", "")):
        before = hands.keys, hands.words
        hands.press("4")
        hands.write(why)
        if better:
            hands.press(Qt.Key.Key_Tab)
            hands.write(better)
        hands.press(Qt.Key.Key_Return)
        spent.append((hands.keys - before[0], hands.words - before[1]))
    (bare, _), *wordy, (last, _) = spent
    assert max(bare, last) <= BARE_CARD
    assert all(keys - words <= BESIDE_THE_WORDS["card"] for keys, words in wordy)
    assert all(keys <= CARD for keys, _ in spent)
    hands.press(Qt.Key.Key_Return, CTRL)
    feedback = bench.services.feedback
    cards = [feedback.get(number) for number in sorted(feedback.lists.ids(FeedbackChip.ALL))]
    said = [(card.draft.text, card.draft.better) for card in cards if card is not None]
    assert said == [("", ""), ("slow at the till", ""), ("kind", "open at eight"), ("", "")]


def test_a_letter_from_today_takes_two_minutes_of_keys(
    hands: Hands, window: Shell, bench: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    """New > Letter, without a record first, until its paper is in the preview."""
    say_facts(bench.services)
    previews: list[PrintPreview] = []

    def close_preview() -> None:
        preview = QApplication.activeModalWidget()
        if isinstance(preview, PrintPreview):
            previews.append(preview)
            preview.close()

    timer = QTimer()
    timer.timeout.connect(close_preview)
    timer.start(20)
    hands.press("n", CTRL)
    hands.press("l")
    page = window.page
    assert isinstance(page, LettersPage)
    page.presenter.outgoing.printers = PdfPrinters(tmp_path / "printed.pdf")
    hands.tab_to("Promise confirmation")
    hands.press(Qt.Key.Key_Return)
    for name, words in (
        ("Name on the letter", "Ben Ode"),
        ("What", "Bring the price list"),
        ("By when", "4/12"),
    ):
        hands.tab_to(name)
        hands.write(words)
    hands.press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(previews))
    timer.stop()
    assert bench.services.letters_writing.issued(1).values["customer.name"] == "Ben Ode"
    assert hands.keys <= LETTER
    assert hands.beside_the_words <= BESIDE_THE_WORDS["letter"]


def test_a_question_of_a_check_takes_two_keys_or_so_on_average(
    hands: Hands,
    bench: Workbench,
    window: Shell,
    qtbot: QtBot,
    record_property: Callable[[str, object], None],
) -> None:
    """All 68 from Today to the result: four answers in turn, and a note beside each yes."""
    bench.services.people.add(PersonDraft(name="Tom"), "Ruth")
    hands.press("8", Qt.KeyboardModifier.AltModifier)
    for name in ("Begin, Check yourself", "Answer all 68"):
        hands.tab_to(name)
        hands.press(Qt.Key.Key_Space)
    for number in range(68):
        if focused().startswith("Next: "):
            hands.press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: focused().startswith(CHOICES))
        hands.press("ypnd"[number % 4])
        if number % 4 == 0:
            while not focused().startswith("What shows it?"):
                hands.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
            hands.write("on the wall")
            while not focused().startswith((*CHOICES, "Next: ")):
                hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: focused() == "Finish and see the result")
    hands.press(Qt.Key.Key_Return)
    (card,) = bench.services.checks.finished(Bank.SELF_CHECK)
    given = [card.answers[key] for key in card.asked]
    assert [one.answer for one in given] == [tuple(Answer)[at % 4] for at in range(68)]
    assert [one.note for one in given[::4]] == ["on the wall"] * 17
    average = hands.beside_the_words / 68
    record_property("keys", f"Each question of a check: {average:.2f}")
    assert average <= CHECK_QUESTION
