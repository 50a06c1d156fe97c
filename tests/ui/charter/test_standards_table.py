# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The table of standards by keyboard: ticked, numbered, mended, moved, added, taken out."""

import json
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from servicedesk.content.guides import load_guide
from servicedesk.content.sectors import draft_from, load_sector
from servicedesk.domain.calendars import DayKind
from servicedesk.domain.standards import Measure, Unit
from servicedesk.domain.standards_data import standard_from_data, standard_to_data
from servicedesk.domain.standards_editing import FieldShape, OwnStandard
from servicedesk.domain.standards_sentences import sentences
from servicedesk.domain.wording import Context, check_wording
from servicedesk.ui.charter.standards_presenter import StandardsPresenter
from servicedesk.ui.charter.standards_table import StandardsTable
from servicedesk.ui.widgets.scroll import ScrollPage
from tests.domain.standards_made import a_standard
from tests.helpers import audits
from tests.helpers import qt as helped
from tests.helpers.qt import RESOURCES, seen_texts, stops, theme, words

WORDS = words()
GUIDE = load_guide(RESOURCES, "charter")


def accessible_name(widget):
    """What a widget is called; on this system Qt tells a list's name by a relation instead."""
    if isinstance(widget, QComboBox):
        return widget.accessibleName()
    return helped.accessible_name(widget)


def weigh(standard):
    said = sentences(standard, WORDS, say_measure=False)
    found = [*check_wording(said.main, context=Context.PROMISE)]
    for one in said.details:
        found += check_wording(one, context=Context.DETAIL)
    return found


def preset(trade="hardware_shop", page="how_fast"):
    draft = draft_from(GUIDE, load_sector(RESOURCES, GUIDE, trade))
    return tuple(standard for standard in draft.standards if standard.page == page)


@pytest.fixture(scope="module")
def dressed(qapp):
    made = theme()
    made.apply(qapp)
    return made


@pytest.fixture
def worn(dressed):
    yield dressed
    dressed.set_percent(100)
    dressed.set_scheme("light")


class Heard:
    """What came out of a table."""

    def __init__(self, table):
        self.said = []
        self.typed = []
        table.standards_changed.connect(self.said.append)
        table.standard_typed.connect(self.typed.append)

    def last(self, key):
        return next(one for one in self.said[-1] if one.key == key)


@pytest.fixture
def table(worn, qtbot):
    made = StandardsTable(WORDS, weigh)
    page = ScrollPage()
    page.body.addWidget(made)
    page.body.addStretch(1)
    qtbot.addWidget(page)
    made.page = page
    made.set_standards(preset(), page="how_fast", taken=lambda: ("own_1",))
    page.resize(620, 700)
    page.show()
    qtbot.waitExposed(page)
    QApplication.processEvents()
    made.heard = Heard(made)
    return made


def named(table, name):
    found = [one for one in table.findChildren(QWidget) if accessible_name(one) == name]
    assert found, f"{name} not among {[accessible_name(one) for one in stops(table.page)]}"
    return next((one for one in found if one.isVisibleTo(table)), found[0])


def key(qtbot, widget, pressed, held=Qt.KeyboardModifier.NoModifier):
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(widget, pressed, held)
    QApplication.processEvents()


def retype(qtbot, line, text):
    line.setFocus(Qt.FocusReason.TabFocusReason)
    line.selectAll()
    qtbot.keyClicks(line, text)


def test_presets_are_shown_with_their_values_and_not_ticked(table):
    seen = seen_texts(table)
    assert "Missed calls returned" in seen
    assert "We will ring you back within 4 hours while we are open, if we miss your call." in seen
    assert "sample week" in seen
    assert not any(one.is_ticked for one in table.standards())
    number = named(table, "Missed calls returned: within, number")
    assert number.text() == "4"
    counted = named(table, "Missed calls returned: within, counted in")
    assert counted.currentText() == "opening hours"


def test_space_ticks(table, qtbot):
    tick = named(table, "Missed calls returned: I can keep this on a busy Saturday")
    key(qtbot, tick, Qt.Key.Key_Space)
    assert table.heard.last("missed_call").is_ticked


def test_a_number_is_seen_in_the_sentence_before_it_is_said(table, qtbot):
    number = named(table, "Missed calls returned: within, number")
    retype(qtbot, number, "6")
    assert any("within 6 hours" in text for text in seen_texts(table))
    assert table.heard.typed[-1].limit.value == Decimal(6)
    assert not table.heard.said
    qtbot.keyClick(number, Qt.Key.Key_Return)
    assert table.heard.last("missed_call").limit.value == Decimal(6)


def test_another_unit(table, qtbot):
    counted = named(table, "Missed calls returned: within, counted in")
    key(qtbot, counted, Qt.Key.Key_Home)
    assert counted.currentText() == "seconds"
    assert table.heard.last("missed_call").limit.unit is Unit.SECOND


def test_what_is_no_number_stays_with_a_sentence_and_nothing_is_lost(table, qtbot):
    number = named(table, "Missed calls returned: within, number")
    retype(qtbot, number, "soon")
    qtbot.keyClick(number, Qt.Key.Key_Return)
    assert number.text() == "soon"
    assert "This takes a number, such as 4." in seen_texts(table)
    assert "such as 4" in number.accessibleDescription()
    table.set_standards(table.standards(), page="how_fast")
    assert number.text() == "soon"
    retype(qtbot, number, "3")
    qtbot.keyClick(number, Qt.Key.Key_Return)
    assert "This takes a number, such as 4." not in seen_texts(table)
    assert table.heard.last("missed_call").limit.value == Decimal(3)


def test_the_remedy_is_weighed_and_mended(table, qtbot):
    toggle = named(table, "Change the words, and more: Missed calls returned")
    key(qtbot, toggle, Qt.Key.Key_Space)
    text = named(table, "Missed calls returned: And if you miss it?")
    text.setFocus(Qt.FocusReason.TabFocusReason)
    text.selectAll()
    qtbot.keyClicks(text, "we will try to call you as soon as possible")
    assert any("as soon as possible" in one for one in seen_texts(table))
    toggle.setFocus(Qt.FocusReason.TabFocusReason)
    assert "as soon as possible" in table.heard.last("missed_call").remedy.text
    use = named(table, "Use this wording: Missed calls returned, 1")
    key(qtbot, use, Qt.Key.Key_Space)
    assert table.heard.last("missed_call").remedy.text == "we will try to call you"
    assert text.text() == "we will try to call you"


def test_halves_of_a_second_limit_wait_for_each_other(table, qtbot):
    table.presenter.toggle("missed_call")
    table.presenter.set_more(has_more=True)
    number = named(table, "Missed calls returned: Another limit in some cases, number")
    retype(qtbot, number, "1")
    qtbot.keyClick(number, Qt.Key.Key_Return)
    assert "Say when this other limit holds." in seen_texts(table)
    when = named(table, "Missed calls returned: In which cases")
    when.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(when, "it is an emergency")
    number.setFocus(Qt.FocusReason.TabFocusReason)
    assert table.heard.last("missed_call").second.condition == "it is an emergency"
    assert "Say when this other limit holds." not in seen_texts(table)


def test_alt_and_arrows_move_a_standard(table, qtbot):
    number = named(table, "Missed calls returned: within, number")
    key(qtbot, number, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [one.key for one in table.heard.said[-1]][:2] == ["email_reply", "missed_call"]
    assert number.hasFocus()
    key(qtbot, number, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert table.heard.said[-1][0].key == "missed_call"
    count = len(table.heard.said)
    key(qtbot, number, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert len(table.heard.said) == count


def test_taken_out_and_put_back(table, qtbot):
    table.presenter.toggle("email_reply")
    out = named(table, "Take it out: E-mails and web messages answered")
    key(qtbot, out, Qt.Key.Key_Space)
    assert [one.key for one in table.heard.said[-1]] == ["missed_call", "message_reply"]
    back = QApplication.focusWidget()
    assert back.text() == "Put it back"
    key(qtbot, back, Qt.Key.Key_Space)
    assert [one.key for one in table.heard.said[-1]][1] == "email_reply"
    table.presenter.put_back()
    assert len(table.standards()) == 3


def test_a_promise_of_ones_own(table, qtbot):
    key(qtbot, named(table, "Add a promise of your own"), Qt.Key.Key_Space)
    for about in OwnStandard:
        named(table, WORDS.enum(about))
    key(qtbot, named(table, WORDS.enum(OwnStandard.PRICE)), Qt.Key.Key_Space)
    own = table.heard.said[-1][-1]
    assert (own.key, own.measure, own.page) == ("own_2", Measure.MONEY, "how_fast")
    typing = QApplication.focusWidget()
    assert accessible_name(typing).endswith("What you will do")
    qtbot.keyClicks(typing, "fit a tap for {limit}")
    number = named(table, "A price you know: within, number")
    retype(qtbot, number, "45")
    qtbot.keyClick(number, Qt.Key.Key_Return)
    assert any("We will fit a tap for no more than £45." in one for one in seen_texts(table))


def test_another_measure_shows_other_fields(table, qtbot):
    table.presenter.toggle("missed_call")
    table.presenter.set_more(has_more=True)
    measure = named(table, "Missed calls returned: What it states")
    measure.setFocus(Qt.FocusReason.TabFocusReason)
    at = [measure.itemText(one) for one in range(measure.count())].index("a time of day")
    measure.setCurrentIndex(at)
    measure.activated.emit(at)
    QApplication.processEvents()
    time = named(table, "Missed calls returned: by what time")
    retype(qtbot, time, "3 pm")
    qtbot.keyClick(time, Qt.Key.Key_Return)
    assert table.heard.last("missed_call").clock.at.hour == 15
    assert accessible_name(measure)  # the old fields are still being taken away


def test_errors_from_outside_open_their_standard(table):
    table.show_errors({("email_reply", "title"): "Say it shorter."})
    QApplication.processEvents()
    assert "Say it shorter." in seen_texts(table)
    focused = QApplication.focusWidget()
    assert accessible_name(focused) == (
        "E-mails and web messages answered: Short title, for lists and the poster"
    )
    table.show_errors({})
    assert "Say it shorter." not in seen_texts(table)


def test_bare_days_print_as_the_charter_prints_them(table):
    table.set_standards(preset(), page="how_fast", bare_days=DayKind.OPENING)
    assert any("within 2 days of getting it" in one for one in seen_texts(table))


def test_promises_without_a_number_have_a_head_like_all(worn, table):
    table.set_standards(preset(page="safe"), page="safe")
    table.page.resize(900, 700)
    QApplication.processEvents()
    assert "How you will know" in seen_texts(table)
    assert audits.clipped(table.page) == []


def test_no_standards_at_all(table):
    table.set_standards((), page="easier")
    assert table.focus_target().text() == "Add a promise of your own"
    assert "How you will know" not in seen_texts(table)
    assert not table.heard.said


def test_a_click_beside_the_fields_opens_the_row(table, qtbot):
    row = next(
        one for one in table.findChildren(QWidget) if getattr(one, "key", "") == "email_reply"
    )
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert table.presenter.state.open_key == "email_reply"


@pytest.mark.parametrize("measure", list(Measure))
def test_every_measure_has_fields_that_show_and_change(table, qtbot, measure):
    table.set_standards([a_standard(measure=measure)], page="how_fast")
    table.presenter.toggle("missed_call")
    table.presenter.set_more(has_more=True)
    for one in table.presenter.state.rows[0].fields:
        if one.shape in (FieldShape.AMOUNT, FieldShape.WHOLE, FieldShape.MONEY, FieldShape.SHARE):
            parts = [
                line
                for line in table.findChildren(QLineEdit)
                if line.isVisibleTo(table) and not isinstance(line.parent(), QComboBox)
            ]
            assert parts, one.name
    table.commit()
    assert not table.heard.said


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("scheme", ["light", "dark", "high_contrast"])
def test_audits(worn, table, percent, scheme, monkeypatch, qtbot):
    monkeypatch.setattr(audits, "accessible_name", accessible_name)
    worn.set_scheme(scheme)
    worn.set_percent(percent)
    table.page.resize(620 if percent == 100 else 1000, 700)
    table.presenter.toggle("missed_call")
    table.presenter.set_more(has_more=scheme == "light")
    table.presenter.committed("missed_call", "remedy.text", "we will call as soon as possible")
    qtbot.waitUntil(lambda: not audits.clipped(table.page))  # a text asks for room once more
    assert audits.findings(table.page) == []


def hostile(samples):
    """Every text of the samples of names."""
    found = []

    def walk(part):
        if isinstance(part, str):
            found.append(part)
        elif isinstance(part, dict):
            walk(list(part.values()))
        elif isinstance(part, list):
            for one in part:
                walk(one)

    for path in sorted((samples / "names").glob("n*.json")):
        walk(json.loads(path.read_text(encoding="utf-8")))
    return found


def test_hostile_words_in_every_text_field(qtbot, samples):
    presenter = StandardsPresenter(WORDS)
    presenter.set_standards(preset()[:1], page="how_fast")
    texts = hostile(samples)
    assert len(texts) > 500
    for text in texts[:: max(1, len(texts) // 400)]:
        for name in ("remedy.text", "title", "condition", "action", "limit"):
            raw = (text, "hour") if name == "limit" else text
            presenter.typed("missed_call", name, raw)
            presenter.committed("missed_call", name, raw)
    standard = presenter.standards[0]
    assert standard.title.strip()
    assert standard_from_data(standard_to_data(standard)) == standard
