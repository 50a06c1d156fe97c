# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A page of a guide asks what is to be asked, keeps what is said, and loses nothing on the way."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from servicedesk.content.guides import load_guide
from servicedesk.domain.guides import Page, QuestionKind, ShowIf, page_by_id
from servicedesk.domain.hours import parse_week
from servicedesk.ui.guide.guide_page import GuidePage
from servicedesk.ui.widgets.fields import Notice
from servicedesk.ui.widgets.tab_order import stops_in
from tests.helpers.qt import RESOURCES, seen_texts, words
from tests.ui.widgets.made import choices, press, question, write

K = QuestionKind
CHARTER = load_guide(RESOURCES, "charter")
PAGE = Page(
    id="shop",
    number="1",
    title="The shop",
    heading="The shop",
    asks="What is the shop like?",
    intro="A few lines.",
    questions=(
        question(K.TEXT, id="name", label="Name", is_required=True, maximum=10),
        question(K.CHOICE, id="sends", label="Do you send?", choices=choices("Never", "Often")),
        question(
            K.TEXT,
            id="by",
            label="By whom?",
            show_if=ShowIf(question="sends", any_of=("often",)),
        ),
        question(K.STANDARD, id="standards", label="Promises"),
        question(K.DAY, id="since", label="Since when?"),
        question(K.LONG_TEXT, id="story", label="Its story"),
    ),
)


class Owner:
    """Hears what a page says."""

    def __init__(self, page: GuidePage) -> None:
        self.answers = []
        self.typed = []
        self.acted = []
        page.answered.connect(lambda key, value: self.answers.append((key, value)))
        page.answer_typed.connect(self.typed.append)
        page.notice_acted.connect(lambda key, at: self.acted.append((key, at)))


@pytest.fixture
def page(desk, shown):
    made = GuidePage(PAGE, words(), desk)
    window = shown(made, height=900)
    return made, window, Owner(made)


def go(page, key):
    assert page.focus_on(key)


def has_keyboard(field):
    focused = field.window().focusWidget()
    return focused is not None and focused.hasFocus() and field.isAncestorOf(focused)


def test_it_asks_what_is_to_be_asked(page):
    made, _, _ = page
    texts = seen_texts(made)
    assert "What is the shop like?" in texts
    assert "A few lines." in texts
    assert "By whom?" not in texts
    assert texts.count("needed") == 1
    assert [field.question_id for field in made.fields()] == ["name", "sends", "since", "story"]


def test_a_choice_shows_and_hides_a_question_and_keeps_its_words(page):
    made, window, owner = page
    go(made, "sends")
    write(window, "2")
    assert owner.answers == [("sends", "often")]
    assert "By whom?" in seen_texts(made)
    go(made, "by")
    write(window, "Van")
    go(made, "sends")
    write(window, "1")
    assert "By whom?" not in seen_texts(made)
    assert not made.focus_on("by")
    write(window, "2")
    assert made.field("by").value() == "Van"


def test_tab_goes_down_the_page_whatever_came_in_late(page):
    made, window, _ = page
    go(made, "sends")
    write(window, "2")
    go(made, "name")
    passed = []
    for _ in range(4):
        press(window, Qt.Key.Key_Tab)
        passed.append(next(f.question_id for f in made.fields() if has_keyboard(f)))
    assert passed == ["sends", "by", "since", "story"]


def test_typing_is_told_after_a_pause_and_said_when_the_field_is_left(page, qtbot):
    made, window, owner = page
    go(made, "name")
    with qtbot.waitSignal(made.answer_typed):
        write(window, " Hol")
    assert owner.typed == ["name"]
    assert owner.answers == []
    write(window, "lins ")
    press(window, Qt.Key.Key_Tab)
    assert owner.answers == [("name", "Hollins")]
    assert owner.typed == ["name"]


def test_going_on_to_another_field_tells_of_the_first(page):
    made, window, owner = page
    go(made, "story")
    write(window, "x")
    made.presenter.type("since")
    assert owner.typed == ["story"]
    made.commit()
    assert owner.answers == [("story", "x")]
    assert owner.typed == ["story", "since"]


def test_what_does_not_fit_is_told_and_not_lost(page):
    made, window, owner = page
    go(made, "name")
    write(window, "Hollins Hardware")
    press(window, Qt.Key.Key_Tab)
    field = made.field("name")
    assert "there is room for 10" in field.error()
    assert owner.answers == []
    assert owner.typed == ["name"]
    made.set_answers({"name": "Old"})
    assert field.value() == "Hollins Hardware"
    go(made, "name")
    field.focus_target().selectAll()
    write(window, "Hollins")
    press(window, Qt.Key.Key_Tab)
    assert field.error() == ""
    assert owner.answers == [("name", "Hollins")]
    made.set_answers({"name": "Newer"})
    assert field.value() == "Newer"


def test_days_are_refused_in_the_words_of_days(page):
    made, window, owner = page
    go(made, "since")
    write(window, "someday")
    press(window, Qt.Key.Key_Tab)
    assert made.field("since").error()
    go(made, "since")
    made.field("since").focus_target().selectAll()
    write(window, "+5")
    press(window, Qt.Key.Key_Tab)
    assert owner.answers == [("since", date(2026, 11, 27))]
    assert "Fri 27 November 2026" in seen_texts(made)


def test_answers_are_shown_without_a_word(page):
    made, window, owner = page
    made.set_answers({"name": "Hollins", "sends": "often", "by": "Van", "story": "Long ago."})
    assert made.values()["by"] == "Van"
    assert (owner.answers, owner.typed) == ([], [])
    go(made, "story")
    write(window, "x")
    made.set_answers({"name": "Hollins", "story": "Long ago."})
    assert made.values()["story"] == "xLong ago."
    assert "by" not in made.values()


def test_what_was_half_typed_is_shown_and_said_later(page):
    made, window, owner = page
    made.set_answers({"name": "Hollins"})
    made.show_typed({"name": "Hollins Har", "nothing": "x", "since": "3/1"})
    assert made.values()["name"] == "Hollins Har"
    assert owner.answers == []
    go(made, "name")
    press(window, Qt.Key.Key_Tab)
    assert "there is room" in made.field("name").error()
    made.commit()
    assert owner.answers == [("since", date(2027, 1, 3))]


def test_errors_take_the_keyboard_to_the_first(page):
    made, _, _ = page
    made.show_errors({"story": "Please tell it.", "since": "Please say.", "by": "Hidden."})
    assert has_keyboard(made.field("since"))
    assert made.field("story").error() == "Please tell it."
    made.show_errors({})
    assert made.field("story").error() == ""


def test_advice_stands_under_the_words(page):
    made, window, owner = page
    made.set_answers({"story": "We will try to call."})
    made.show_notices(
        "story",
        [
            Notice(text="“try to” promises little.", span=(8, 14), action_text="Use “will call”"),
            Notice(text="Too short.", tone="quiet", span=(0, 400)),
        ],
    )
    assert "“try to” promises little." in seen_texts(made)
    assert len(made.field("story").focus_target().extraSelections()) == 1
    go(made, "story")
    press(window, Qt.Key.Key_Tab)
    press(window, Qt.Key.Key_Space)
    assert owner.acted == [("story", 0)]
    made.show_notices("story", [])
    assert "Too short." not in seen_texts(made)
    made.show_notices("since", [Notice(text="No words here.")])
    made.show_notices("name", [Notice(text="A line too.", span=(0, 3))])
    assert "A line too." in seen_texts(made)


def test_a_page_brings_editors_of_its_own(desk, shown):
    class Promises(QPushButton):
        pass

    def extra(asked):
        return Promises("Promises") if asked.kind is K.STANDARD else None

    made = GuidePage(PAGE, words(), desk, extra)
    window = shown(made)
    assert made.field("standards") is None
    assert made.first_focus() is made.field("name").focus_target()
    order = [type(widget).__name__ for widget in stops_in([window])]
    assert order.index("Promises") == 2


def test_a_page_of_nothing_takes_no_keyboard(desk, shown):
    empty = Page(id="none", number="0", title="None", heading="Nothing to say")
    made = GuidePage(empty, words(), desk)
    shown(made)
    assert made.first_focus() is None
    assert [text.text() for text in made.findChildren(QLabel)] == ["Nothing to say"]


@pytest.mark.parametrize("page_id", [page.id for page in CHARTER.pages])
def test_every_page_of_the_charter_can_be_shown(desk, shown, page_id):
    asked = page_by_id(CHARTER, page_id)
    made = GuidePage(asked, words(), desk)
    owner = Owner(made)
    shown(made)
    answers = {
        "opening_hours": parse_week({"monday": ["09:00-17:00"]}),
        "how_you_work": ("you_go", "you_send"),
        "outside_help_status": "trade_body",
        "outside_help_accredited": "yes",
    }
    made.set_answers(answers)
    made.commit()
    assert owner.answers == []
    shown_ids = {field.question_id for field in made.fields()}
    wanted = set(made.presenter.state.shown)
    assert wanted - shown_ids == {
        q.id for q in asked.questions if q.kind is K.STANDARD and q.id in wanted
    }
