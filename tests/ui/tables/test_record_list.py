# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Lists: keys, sentences, order and choice, whether ten records or a hundred thousand."""

from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from servicedesk.ui.tables.columns import Column
from servicedesk.ui.tables.id_model import KEPT, PAGE, IdModel
from servicedesk.ui.tables.record_list import RecordList
from servicedesk.ui.tables.row_model import RowModel
from tests.helpers import audits
from tests.helpers.qt import dressed, theme

MANY = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    id: int
    name: str
    day: date


CLOSURES = [
    Closure(id=1, name="Stocktaking", day=date(2026, 11, 30)),
    Closure(id=2, name="Boxing Day", day=date(2026, 12, 26)),
    Closure(id=3, name="Summer break", day=date(2027, 8, 2)),
    Closure(id=4, name="Staff day out", day=date(2027, 5, 12)),
]
COLUMNS = (
    Column(title="Name", value=lambda closure: closure.name),
    Column(
        title="Day",
        value=lambda closure: f"{closure.day:%d.%m.%Y}",
        sort=lambda closure: closure.day,
        align=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
        width=9,
    ),
)


def spoken(closure):
    return f"{closure.name}, closed on {closure.day:%d %B %Y}"


@pytest.fixture
def worn(qapp):
    with dressed(theme()) as worn:
        yield worn


@pytest.fixture
def closures(worn, qtbot):
    model = RowModel(COLUMNS, CLOSURES, spoken)
    return on_screen(RecordList(worn, model, "Closed days"), qtbot), model


def on_screen(view, qtbot):
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    view.activateWindow()
    view.setFocus()
    QApplication.processEvents()
    return view


def names(model):
    return [model.index(row, 0).data() for row in range(model.rowCount())]


class Shelf:
    """Stands for a service: counts what is fetched."""

    def __init__(self):
        self.asked = []

    def fetch(self, ids):
        self.asked.append(list(ids))
        return [Closure(id=one, name=f"Closure {one}", day=date(2026, 1, 1)) for one in ids]

    @property
    def count(self):
        return sum(map(len, self.asked))


def test_the_models_keep_the_rules_of_models(qtbot):
    for model in (RowModel(COLUMNS, CLOSURES), IdModel(COLUMNS, Shelf().fetch)):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        if isinstance(model, IdModel):
            model.set_ids(range(250))
        else:
            model.sort(1, Qt.SortOrder.DescendingOrder)
            model.set_rows(CLOSURES[:2])


def test_enter_opens_and_arrows_walk(closures):
    view, _ = closures
    opened, chosen = [], []
    view.opened.connect(opened.append)
    view.chosen.connect(chosen.append)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.keyClick(view, Qt.Key.Key_End)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Enter)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert opened == [CLOSURES[1], CLOSURES[3]]
    assert chosen == [CLOSURES[1], CLOSURES[3], CLOSURES[0]]
    assert view.currentIndex().column() == 0


def test_a_list_that_gets_the_keyboard_shows_what_is_chosen(closures):
    view, _ = closures
    assert view.current == CLOSURES[0]
    assert view.selectionModel().isRowSelected(0)


def test_typing_goes_to_the_next_row_that_begins_so(closures):
    view, _ = closures
    view.choose(2)
    QTest.keyClicks(view, "st")
    assert view.current == CLOSURES[3]
    view.keyboardSearch("")
    view.keyboardSearch("boxing")
    assert view.current == CLOSURES[1]
    view.keyboardSearch("nothing")
    assert view.current == CLOSURES[1]


def test_titles_put_rows_in_the_order_of_what_stands_behind_the_words(closures):
    view, model = closures
    view.choose(3)
    view.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    by_day = ["Stocktaking", "Boxing Day", "Staff day out", "Summer break"]
    assert names(model) == by_day
    assert view.current == CLOSURES[2]
    view.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert names(model) == by_day[::-1]
    model.set_rows(CLOSURES)
    assert names(model) == by_day[::-1]
    view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert names(model)[0] == "Boxing Day"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Day"
    assert model.headerData(1, Qt.Orientation.Vertical) is None


def test_the_choice_survives_a_reload(closures):
    view, model = closures
    view.choose(3)
    model.set_rows(reversed(CLOSURES))
    assert view.current == CLOSURES[2]
    model.set_rows([closure for closure in CLOSURES if closure.id != 3])
    assert view.current == CLOSURES[1]
    model.set_rows([])
    assert view.current is None
    assert not view.choose(3)


def test_demand_23_every_row_is_one_sentence_to_a_screen_reader(closures):
    """Screen readers in tables: whichever cell is asked, the row is said."""
    view, model = closures
    role = Qt.ItemDataRole.AccessibleTextRole
    said = {model.index(0, column).data(role) for column in range(2)}
    assert said == {"Stocktaking, closed on 30 November 2026"}
    assert RowModel(COLUMNS, CLOSURES).index(0, 0).data(role) == "Stocktaking, 30.11.2026"
    face = QAccessible.queryAccessibleInterface(view)
    assert face.text(QAccessible.Text.Name) == "Closed days"
    names = [face.child(n).text(QAccessible.Text.Name) for n in range(face.childCount())]
    assert "Stocktaking, closed on 30 November 2026" in names


def test_rows_are_high_enough_and_can_be_read(closures, worn):
    view, _ = closures
    assert audits.findings(view) == []
    assert view.rowHeight(0) >= 32
    worn.set_percent(200)
    QApplication.processEvents()
    assert view.rowHeight(0) >= 64
    assert view.columnWidth(1) == worn.em(9)
    worn.set_scheme("dark")
    QApplication.processEvents()
    assert audits.low_contrast(view) == []


def test_a_hundred_thousand_ids_fetch_only_what_is_looked_at(worn, qtbot):
    shelf = Shelf()
    model = IdModel(COLUMNS, shelf.fetch, spoken)
    view = on_screen(RecordList(worn, model, "Customers"), qtbot)
    model.set_ids(range(MANY))
    QApplication.processEvents()
    assert model.rowCount() == MANY
    assert 0 < shelf.count <= 2 * PAGE
    QTest.keyClick(view, Qt.Key.Key_End)
    QApplication.processEvents()
    assert view.current.id == MANY - 1
    QTest.keyClick(view, Qt.Key.Key_Home)
    view.choose(50_000)
    QApplication.processEvents()
    assert view.current.id == 50_000
    assert shelf.count <= 8 * PAGE
    assert all(len(ids) <= PAGE for ids in shelf.asked)


def test_typing_in_a_long_list_reads_one_page_at_most(worn, qtbot):
    shelf = Shelf()
    model = IdModel(COLUMNS, shelf.fetch)
    view = on_screen(RecordList(worn, model, "Customers"), qtbot)
    model.set_ids(range(MANY))
    view.choose(50)
    before = shelf.count
    view.keyboardSearch("closure 7")
    assert view.current.id == 70
    view.keyboardSearch("")
    view.keyboardSearch("nobody")
    assert shelf.count <= before + PAGE
    model.set_ids(())
    view.keyboardSearch("closure")
    assert view.current is None


def test_pages_are_let_go_and_changed_ones_read_again(qtbot):
    shelf = Shelf()
    model = IdModel(COLUMNS, shelf.fetch)
    model.set_ids(range(MANY))
    for number in range(KEPT + 1):
        model.record(number * PAGE)
    assert len(shelf.asked) == KEPT + 1
    model.record(KEPT * PAGE + 5)
    assert len(shelf.asked) == KEPT + 1
    model.record(0)
    assert len(shelf.asked) == KEPT + 2
    with qtbot.waitSignal(model.dataChanged):
        model.forget(frozenset({3, MANY + 5}))
    model.record(0)
    assert len(shelf.asked) == KEPT + 3
    assert model.row_of(77) == 77
    assert model.row_of("nobody") == -1


def test_a_long_list_asks_for_its_order(worn, qtbot):
    model = IdModel(COLUMNS, Shelf().fetch)
    model.set_ids((3, 1, 2))
    view = on_screen(RecordList(worn, model, "Customers"), qtbot)
    view.choose(1)
    with qtbot.waitSignal(model.order_wanted) as heard:
        view.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert heard.args == [1, True]
    model.set_ids((2, 1, 3))
    assert view.current.id == 1
    assert isinstance(model, QAbstractItemModel)
