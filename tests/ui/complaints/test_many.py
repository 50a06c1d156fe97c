# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A real list of 1,178 complaints on the screen: scrolled, counted, searched and opened."""

import json
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from servicedesk.content.law import legal_figures
from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.complaints import Priority, Promised
from servicedesk.domain.complaints_assessing import priority_of, quick_assessment
from servicedesk.domain.complaints_clocks import dues
from servicedesk.domain.complaints_listed import ComplaintChip
from servicedesk.domain.complaints_timing import first_timing
from servicedesk.domain.names import fold
from servicedesk.domain.search import HitKind
from servicedesk.services.complaints_lists import ComplaintLists
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.shell.search_panel import SearchPanel
from servicedesk.ui.shell.window import Shell
from servicedesk.ui.tables.id_model import PAGE
from servicedesk.ui.widgets.long_text import LongText
from tests.helpers.audits import clipped, findings
from tests.helpers.builders import RESOURCES
from tests.helpers.fakes import FixedClock
from tests.helpers.hearing import hear
from tests.helpers.qt import dressed, seen_texts, speak_british
from tests.services.complaints_kept import NOW, WHO, kept_complaints
from tests.ui.charter.benches import bench_in
from tests.ui.complaints.made import settled, shown
from tests.ui.widgets.made import press, write

LIST = "cfpb_2020.csv"
ALL = 1178
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def kept(samples):
    """The file with all of them."""
    return kept_complaints(samples / "complaints" / LIST)


@pytest.fixture
def asked(monkeypatch):
    """Every statement that the file is asked."""
    return hear(monkeypatch).statements


@pytest.fixture
def bench(tmp_path, qtbot, kept, asked):
    """A bench over a copy of that file; it is Wednesday 1 April 2020."""
    speak_british()
    (tmp_path / "shop.servicedesk").write_bytes(kept.data)
    with bench_in(tmp_path, FixedClock(NOW)) as made:
        made.memory.set("serving", "")
        with dressed(made.theme):
            yield made


@pytest.fixture
def fetched(monkeypatch):
    """How many lines were asked for, each time that lines were asked for."""
    sizes = []
    real = ComplaintLists.rows

    def counted(lists, ids):
        sizes.append(len(ids))
        return real(lists, ids)

    monkeypatch.setattr(ComplaintLists, "rows", counted)
    return sizes


@pytest.fixture
def page(bench, qtbot, fetched):
    """The room with all of them in the list."""
    return shown(bench, qtbot, "all")


@pytest.fixture
def window(qtbot, bench):
    """The whole window."""
    made = Shell(bench.theme)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
    made.opened(bench)
    QApplication.processEvents()
    yield made
    made.let_go()
    bench.tasks.wait()


def newest_first(kept):
    """The numbers in the order of the list of all of them."""
    came = dict(zip(kept.numbers, (draft.received_at for draft in kept.drafts), strict=True))
    return sorted(kept.numbers, key=lambda one: (came[one], one), reverse=True)


def in_sight(page):
    """The numbers of the complaints whose rows are to be seen, wholly or in part."""
    rows, ids = page.pane.rows, page.list_presenter.state.ids
    first, last = rows.rowAt(0), rows.rowAt(rows.viewport().height() - 1)
    return ids[first : len(ids) if last < 0 else last + 1].tolist()


def draft_of(kept, number):
    return kept.drafts[number - kept.numbers.start]


def reads(asked):
    """The statements that read records."""
    return [one for one in asked if one.strip().startswith("SELECT")]


def turned(rows):
    """One notch of the wheel, downwards."""
    middle = QPointF(rows.viewport().rect().center())
    event = QWheelEvent(
        middle,
        rows.viewport().mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(rows.viewport(), event)


def pages_only(fetched):
    """Lines were fetched in pages, each at most once, as the list keeps as many as there are."""
    assert max(fetched) <= PAGE
    assert len(fetched) == -(-ALL // PAGE)
    assert sum(fetched) == ALL


def test_the_wheel_meets_every_one_in_order(page, kept, fetched, asked):
    rows, met = page.pane.rows, []
    asked.clear()
    before = len(fetched)
    bar = rows.verticalScrollBar()
    turns = 0
    while True:
        met += [one for one in in_sight(page) if one not in met[-40:]]
        if bar.value() == bar.maximum() or turns > 3 * ALL:
            break
        turned(rows)
        QApplication.processEvents()
        turns += 1
    assert met == newest_first(kept)
    assert bar.value() == bar.maximum()
    pages_only(fetched)
    assert len(reads(asked)) == len(fetched) - before  # one statement a page, and nothing else


def test_page_down_meets_every_one_in_order(page, kept, fetched):
    page.pane.pointed.disconnect()  # the list alone: the record beside it is read elsewhere
    page.pane.take_focus()
    met = in_sight(page)
    while page.pane.rows.currentIndex().row() < ALL - 1:
        before = page.pane.rows.currentIndex().row()
        press(page, Qt.Key.Key_PageDown)
        assert page.pane.rows.currentIndex().row() > before
        met += [one for one in in_sight(page) if one not in met[-40:]]
    assert met == newest_first(kept)
    pages_only(fetched)


def test_end_and_home_lead_to_both_ends_and_fetch_only_their_pages(page, kept, fetched):
    order = newest_first(kept)
    page.pane.take_focus()
    press(page, Qt.Key.Key_End)
    settled()
    assert page.pane.current_id == order[-1] == in_sight(page)[-1]
    press(page, Qt.Key.Key_Home)
    settled()
    assert page.pane.current_id == order[0] == in_sight(page)[0]
    assert fetched == [PAGE, ALL % PAGE]


@pytest.mark.parametrize("percent", [100, 200])
def test_every_row_is_as_high_as_every_other(page, bench, percent):
    bench.theme.set_percent(percent)
    settled()
    rows = page.pane.rows
    (high,) = {rows.rowHeight(row) for row in range(ALL)}
    assert high >= 32 * percent // 100


def test_chips_and_counts_agree_with_the_file(page, kept, samples):
    told = json.loads((samples / "complaints" / "expected.json").read_text("utf-8"))[LIST]
    still, today, law = [], date(2020, 4, 1), legal_figures(RESOURCES)
    for number, draft in zip(kept.numbers, kept.drafts, strict=True):
        if (number - kept.numbers.start) % 3:
            assessment = quick_assessment(draft)
            due = dues(first_timing(draft, assessment, Promised()), WorkingCalendar(), law)
            still.append((number, due.next_on, priority_of(assessment)))
    late = [one for one, due, _ in still if due < today]
    serious = [one for one, _, rank in still if rank is Priority.P1]
    assert len(late) > 100
    assert len(serious) > 100
    write_out = page.list_presenter.chip_words
    assert write_out(ComplaintChip.OPEN) == f"Open {len(still)}"
    assert write_out(ComplaintChip.LATE) == f"Late {len(late)}"
    assert write_out(ComplaintChip.SERIOUS) == f"Serious {len(serious)}"
    assert write_out(ComplaintChip.WAITING) == "Waiting"
    expected = {
        ComplaintChip.OPEN: [one for one, *_ in sorted(still, key=lambda each: each[1::-1])],
        ComplaintChip.LATE: [
            one for one, due, _ in sorted(still, key=lambda each: each[1::-1]) if due < today
        ],
        ComplaintChip.ENDED: [
            one for one in newest_first(kept) if not (one - kept.numbers.start) % 3
        ],
        ComplaintChip.ALL: newest_first(kept),
    }
    for chip, numbers in expected.items():
        page.list_presenter.choose_chip(chip)
        assert page.list_presenter.state.ids.tolist() == numbers
        of = "1,178 complaints" if len(numbers) == ALL else f"{len(numbers)} of 1,178"
        assert of in seen_texts(page)
    assert told["rows"] == ALL


@pytest.mark.parametrize("row", [0, 599, ALL - 1])
def test_a_row_opens_with_its_words_in_full(page, kept, row):
    number = newest_first(kept)[row]
    page.pane.take_focus()
    page.pane.rows.choose(number)
    assert page.pane.rows.currentIndex().row() == row
    press(page, Qt.Key.Key_Return)
    settled()
    draft, texts = draft_of(kept, number), seen_texts(page.detail)
    assert draft.text in texts
    assert f"From {draft.called}" in texts
    assert any(draft.job_ref in text and draft.product in text for text in texts)


def longest(draft):
    return len(draft.text)


def strangest(draft):
    return sum(not (sign.isalnum() or sign in " .,\n") for sign in draft.text) / len(draft.text)


def in_most_lines(draft):
    return draft.text.count("\n")


def with_braces(draft):
    return draft.text.count("{")


@pytest.mark.parametrize("hardest", [longest, strangest, in_most_lines, with_braces])
def test_the_hardest_texts_stand_in_full_and_clip_nothing(page, kept, hardest, qtbot):
    draft = max(kept.drafts, key=hardest)
    assert hardest(draft) > 0
    page.arrive(Place(room="complaints", item=str(kept.numbers[kept.drafts.index(draft)])))
    settled()
    assert findings(page) == []
    for folded in page.detail.findChildren(LongText):
        if folded.more.isVisible():
            folded.more.click()
    qtbot.waitUntil(lambda: findings(page) == [])  # it grows in steps
    assert draft.text in seen_texts(page.detail)


def found_by(window, text):
    """Type into the one box of the window; what the panel under it has found, by kind."""
    press(window, Qt.Key.Key_K, CTRL)
    window.search.insert(text)  # the keys of a test are those of Western letters
    groups = window.findChild(SearchPanel)._presenter.state.groups
    return {group.kind: group for group in groups}


def test_the_one_box_finds_by_reference_and_opens_the_hit(window, kept):
    for row in (0, 599, ALL - 1):
        number = newest_first(kept)[row]
        draft = draft_of(kept, number)
        groups = found_by(window, draft.job_ref)
        assert [hit.item for hit in groups[HitKind.COMPLAINT].hits] == [str(number)]
        press(window, Qt.Key.Key_Return)
        settled()
        assert window.here == Place(room="complaints", item=str(number))
        assert draft.text in seen_texts(window.page.detail)


@pytest.mark.parametrize("typed", ["wells fargo", "student loan", "harassing phone", "C-2020-07"])
def test_the_one_box_finds_by_company_product_words_and_a_part_of_the_number(window, kept, typed):
    hits = found_by(window, typed)[HitKind.COMPLAINT].hits
    assert len(hits) > 1
    for hit in hits:
        number = int(hit.item)
        ref = f" C-2020-{number:04} C-2019-{number:04}"
        said = words_at(draft_of(kept, number), who=ref)
        assert all(fold(word) in said for word in typed.split())
    press(window, Qt.Key.Key_Return)
    settled()
    assert window.page.complaint_id() == int(hits[0].item)


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("slip", [False, True])
def test_the_one_box_finds_a_customer_by_name_even_mistyped(window, who, slip):
    groups = found_by(window, mistyped(who) if slip else fold(who))
    assert [hit.title for hit in groups[HitKind.CUSTOMER].hits] == [who]
    press(window, Qt.Key.Key_Return)
    settled()
    assert window.here == Place(room="customers", item=str(WHO.index(who) + 1))
    assert any("Complaint" in entry.title for entry in window.page.detail.presenter.state.entries)


def mistyped(name):
    """A name with two letters near its end changed about."""
    typed = fold(name)
    return typed[:-3] + typed[-2] + typed[-3] + typed[-1]


def words_at(draft, who=""):
    """Every word of a complaint, folded, with a blank before each."""
    said = (draft.text, draft.called, draft.product, draft.job_ref, who)
    return " " + " ".join(fold(" ".join(said)).split())


@pytest.mark.parametrize("typed", ["transunion", "mortgage", "harass", "debt collection"])
def test_the_room_finds_by_company_product_and_words(page, kept, typed):
    page.pane.search.setFocus()
    write(page, typed)
    found = page.list_presenter.state.ids.tolist()
    begun = [
        number
        for number, draft in zip(kept.numbers, kept.drafts, strict=True)
        if all(f" {word}" in words_at(draft) for word in typed.split())
    ]
    assert set(begun) <= set(found)
    assert len(found) > 10
    for number in found:
        assert all(word in words_at(draft_of(kept, number)) for word in typed.split())
    assert found == [one for one in newest_first(kept) if one in set(found)]
    assert f"{len(found)} of 1,178" in seen_texts(page)


def test_the_room_finds_by_a_part_of_a_reference(page, kept):
    draft = kept.drafts[599]
    page.pane.search.setText(draft.job_ref[1:-1])
    found = page.list_presenter.state.ids.tolist()
    assert kept.numbers[599] in found
    assert len(found) < 5
    press(page, Qt.Key.Key_Down)


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("slip", [False, True])
def test_the_room_finds_by_customer_even_where_the_name_is_mistyped(page, kept, who, slip):
    at = WHO.index(who)
    theirs = [one for one in newest_first(kept) if draft_of(kept, one).customer_id == at + 1]
    assert len(theirs) > 3
    typed = mistyped(who) if slip else fold(who)
    page.pane.search.setFocus()
    page.pane.search.insert(typed)  # the keys of a test are those of Western letters
    assert page.list_presenter.state.ids.tolist() == theirs
    settled()
    drawn_by_qt = "QToolButton"  # the cross of the box, which is still coming into sight
    assert [one for one in clipped(page) if not one.startswith(drawn_by_qt)] == []
    press(page, Qt.Key.Key_Down)
    press(page, Qt.Key.Key_Home)
    press(page, Qt.Key.Key_Return)
    settled()
    assert page.complaint_id() == theirs[0]
    assert draft_of(kept, theirs[0]).text in seen_texts(page.detail)
