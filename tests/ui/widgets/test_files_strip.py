# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The files of a record: dropped, pasted, chosen, opened, removed; large and lost ones told."""

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from servicedesk.domain.kinds import Kind
from servicedesk.domain.record_files import WARN_BYTES
from servicedesk.ui.widgets import files_strip
from servicedesk.ui.widgets.files_strip import FilesStrip
from tests.helpers.audits import findings
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import png, seen_texts, speak_british
from tests.helpers.records import put_customer
from tests.ui.charter.benches import Heard, NoDoors, bench_in
from tests.ui.widgets.made import press

CTRL = Qt.KeyboardModifier.ControlModifier
COPY = Qt.DropAction.CopyAction


@pytest.fixture
def bench(tmp_path, qtbot):
    speak_british()
    with bench_in(tmp_path, FixedClock(date(2026, 11, 23))) as made:
        made.theme.apply(QApplication.instance())
        yield made


@pytest.fixture
def heard(bench):
    return Heard(bench)


@pytest.fixture
def patel(bench):
    return put_customer(bench.services.units, "Mrs Meena Patel")


@pytest.fixture
def strip(bench, qtbot, patel):
    window = QWidget()
    window.resize(800, 400)
    column = QVBoxLayout(window)
    made = FilesStrip(bench)
    made.show_record(Kind.CUSTOMER, patel)
    column.addWidget(made)
    column.addStretch(1)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    made.kept_window = window
    made.add_button.setFocus()
    return made


@pytest.fixture
def hinge(tmp_path):
    path = tmp_path / "broken hinge.png"
    path.write_bytes(png(300, 200))
    return path


def files(*paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop(strip, data):
    """Drag something over the strip and let go of it there."""
    at = QPoint(5, 5)
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(at, COPY, data, left, none)
    QApplication.sendEvent(strip, enter)
    let_go = QDropEvent(at, COPY, data, left, none)
    QApplication.sendEvent(strip, let_go)
    return enter.isAccepted()


def ready(strip, qtbot):
    qtbot.waitUntil(lambda: not strip.presenter.state.is_busy)


def names(strip):
    return [tile.card.name for tile in strip.tiles]


def test_a_dropped_file_is_kept_and_shown_small(strip, hinge, heard, qtbot):
    before = hinge.read_bytes()
    assert drop(strip, files(hinge))
    ready(strip, qtbot)
    assert names(strip) == ["broken hinge.png"]
    assert not strip.tiles[0].icon().isNull()
    assert strip.tiles[0].text() == "broken hinge.png (1 kB)"
    assert heard.said == ["broken hinge.png attached."]
    assert hinge.read_bytes() == before
    assert findings(strip.kept_window) == []


def test_several_files_come_at_once(strip, hinge, tmp_path, heard, qtbot):
    quote = tmp_path / "Quote & terms.pdf"
    quote.write_bytes(b"%PDF")
    drop(strip, files(hinge, quote))
    ready(strip, qtbot)
    assert names(strip) == ["broken hinge.png", "Quote & terms.pdf"]
    assert strip.tiles[1].icon().isNull()
    assert heard.said == ["2 files attached."]
    assert findings(strip.kept_window) == []


def test_text_that_is_dropped_is_no_file(strip, qtbot):
    data = QMimeData()
    data.setText("words")
    assert not drop(strip, data)
    assert not strip.bring_from(data)


def test_files_are_pasted(strip, hinge, qtbot):
    QGuiApplication.clipboard().setMimeData(files(hinge))
    press(strip, Qt.Key.Key_V, CTRL)
    ready(strip, qtbot)
    assert names(strip) == ["broken hinge.png"]


def test_a_picture_is_pasted(strip, qtbot):
    picture = QImage(40, 20, QImage.Format.Format_RGB32)
    picture.fill(0x336699)
    QGuiApplication.clipboard().setImage(picture)
    press(strip, Qt.Key.Key_V, CTRL)
    ready(strip, qtbot)
    assert names(strip) == ["Pasted picture.png"]


def test_files_are_chosen_in_a_dialog(strip, hinge, qtbot, monkeypatch):
    monkeypatch.setattr(files_strip, "open_files", lambda *_: (hinge,))
    press(strip, Qt.Key.Key_Space)
    ready(strip, qtbot)
    assert names(strip) == ["broken hinge.png"]


def test_nothing_chosen_is_nothing_done(strip, qtbot, monkeypatch):
    monkeypatch.setattr(files_strip, "open_files", lambda *_: ())
    press(strip, Qt.Key.Key_Space)
    assert not strip.presenter.state.is_busy


def test_a_large_file_is_kept_once_somebody_says_so(strip, tmp_path, qtbot):
    film = tmp_path / "film.mp4"
    with film.open("wb") as target:
        target.truncate(WARN_BYTES + 1)
    drop(strip, files(film))
    ready(strip, qtbot)
    assert strip.tiles == ()
    assert "“film.mp4” has 26 MB." in " ".join(seen_texts(strip))
    (yes,) = [
        each for each in strip.findChildren(QPushButton) if each.text() == "Attach it all the same"
    ]
    yes.click()
    ready(strip, qtbot)
    assert names(strip) == ["film.mp4"]
    assert "has 26 MB" not in " ".join(seen_texts(strip))


def test_a_file_that_vanished_is_told_and_the_others_stay(strip, hinge, tmp_path, heard, qtbot):
    drop(strip, files(hinge, tmp_path / "gone.jpg"))
    ready(strip, qtbot)
    assert names(strip) == ["broken hinge.png"]
    (trouble,) = heard.troubles
    assert trouble.happened == "gone.jpg is not there any more."


def test_an_empty_file_is_told(strip, tmp_path, qtbot):
    empty = tmp_path / "empty.txt"
    empty.touch()
    drop(strip, files(empty))
    ready(strip, qtbot)
    assert "There is nothing in “empty.txt”" in " ".join(seen_texts(strip))


def test_our_own_mistake_is_not_hidden(strip, hinge, qtbot, monkeypatch, bench):
    def fail(*_args, **_more):
        raise KeyError("ours")

    monkeypatch.setattr(bench.services.record_files, "add", fail)
    with qtbot.captureExceptions() as caught:
        drop(strip, files(hinge))
        ready(strip, qtbot)
        qtbot.waitUntil(lambda: bool(caught))
    assert isinstance(caught[0][1], KeyError)


@pytest.fixture
def kept(strip, hinge, qtbot):
    drop(strip, files(hinge))
    ready(strip, qtbot)
    strip.tiles[0].setFocus()
    return strip


def test_enter_opens_a_copy(kept, monkeypatch, hinge):
    opened = []
    monkeypatch.setattr(NoDoors, "open_file", lambda _self, path: opened.append(path))
    press(kept, Qt.Key.Key_Return)
    (path,) = opened
    assert (path.name, path.read_bytes()) == (hinge.name, hinge.read_bytes())
    assert path != hinge


def test_a_program_is_not_opened(strip, tmp_path, qtbot):
    program = tmp_path / "setup.exe"
    program.write_bytes(b"MZ")
    drop(strip, files(program))
    ready(strip, qtbot)
    strip.tiles[0].click()
    QApplication.processEvents()
    assert "could run as a program" in " ".join(seen_texts(strip))


def test_delete_removes_it_and_leads_to_what_is_next(kept, heard, bench, qtbot):
    press(kept, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: kept.tiles == ())
    assert kept.add_button.hasFocus()
    assert heard.said[-1] == "File removed."
    changes = bench.services.undo.undo("Ruth").changes
    bench.changes.announce(changes)
    assert names(kept) == ["broken hinge.png"]


def menu_of(qtbot):
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    return QApplication.activePopupWidget()


def test_the_menu_offers_the_rest(kept, qtbot, monkeypatch, tmp_path, heard):
    target = tmp_path / "copy.png"
    monkeypatch.setattr(files_strip, "save_file", lambda *_: target)
    press(kept, Qt.Key.Key_Menu)
    menu = menu_of(qtbot)
    assert [entry.text().replace("&", "") for entry in menu.actions()] == [
        "Open",
        "Save a copy…",
        "Remove",
    ]
    menu.actions()[1].trigger()
    menu.close()
    assert target.exists()
    assert heard.said[-1] == "Copy saved as copy.png."
    tile = kept.tiles[0]
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(tile, event)
    menu = menu_of(qtbot)
    opened = []
    monkeypatch.setattr(NoDoors, "open_file", lambda _self, path: opened.append(path))
    menu.actions()[0].trigger()
    menu.actions()[2].trigger()
    menu.close()
    qtbot.waitUntil(lambda: kept.tiles == ())
    assert opened


def test_no_place_chosen_is_no_copy(kept, qtbot, monkeypatch, heard):
    monkeypatch.setattr(files_strip, "save_file", lambda *_: None)
    press(kept, Qt.Key.Key_Menu)
    menu = menu_of(qtbot)
    said = list(heard.said)
    menu.actions()[1].trigger()
    menu.close()
    assert heard.said == said


def test_what_cannot_be_written_is_told(kept, tmp_path, heard):
    kept.presenter.save_copy(kept.tiles[0].card.id, tmp_path / "gone" / "copy.png")
    assert len(heard.troubles) == 1


def test_what_went_meanwhile_is_told(kept, bench, tmp_path, monkeypatch, heard, qtbot):
    gone = kept.tiles[0].card.id
    bench.services.record_files.remove(gone, "Ruth")
    kept.presenter.open(gone)
    assert kept.presenter.state.said
    assert kept.presenter.copy_name(gone) == ""
    kept.presenter.save_copy(gone, tmp_path / "copy.png")
    kept.presenter.remove(gone)
    assert kept.tiles == ()


def test_a_copy_that_cannot_be_made_is_told(kept, bench, tmp_path, heard):
    (tmp_path / "temporary").write_bytes(b"in the way")
    kept.presenter.open(kept.tiles[0].card.id)
    assert len(heard.troubles) == 1


def test_without_a_record_nothing_is_taken(strip, hinge):
    strip.show_record(Kind.CUSTOMER, None)
    assert not strip.isVisible()
    assert not drop(strip, files(hinge))
    assert not strip.presenter.state.is_busy


def test_a_long_name_is_told_whole(strip, tmp_path, qtbot):
    path = tmp_path / ("a very long name " * 6 + ".txt")
    path.write_bytes(b"x")
    drop(strip, files(path))
    ready(strip, qtbot)
    tile = strip.tiles[0]
    assert "…" in tile.text()
    assert tile.accessibleDescription() == path.name


@pytest.mark.parametrize("percent", [100, 200])
def test_everybody_can_use_it(bench, strip, hinge, percent, qtbot):
    bench.theme.set_percent(percent)
    bench.theme.apply(QApplication.instance())
    drop(strip, files(hinge))
    ready(strip, qtbot)
    strip.kept_window.resize(760, 500)
    QApplication.processEvents()
    assert findings(strip.kept_window) == []
