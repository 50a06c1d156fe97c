# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Garbage is collected in the GUI thread, whoever makes it."""

import gc
import threading
import weakref
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from servicedesk.ui.core.garbage import GarbageCollector, collect_what_is_due


class Knot:
    """Refers to itself, so that only a collection frees it."""

    def __init__(self, freed: Callable[[], object]) -> None:
        self.itself = self
        weakref.finalize(self, freed)


def make_garbage(freed_in: list[int]) -> None:
    """Make more garbage than Python lets lie, in a thread of its own."""

    def work() -> None:
        for _ in range(5 * gc.get_threshold()[0]):
            Knot(lambda: freed_in.append(threading.get_ident()))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def test_what_a_thread_throws_away_is_collected_by_the_gui_thread(qtbot):
    freed_in: list[int] = []
    parent = QObject()
    collector = GarbageCollector(parent)
    make_garbage(freed_in)
    assert freed_in == []
    collector.findChild(QTimer).timeout.emit()
    assert set(freed_in) == {threading.get_ident()}


def test_python_would_have_collected_it_elsewhere():
    freed_in: list[int] = []
    gc.enable()
    make_garbage(freed_in)
    assert freed_in
    assert threading.get_ident() not in freed_in


def test_nothing_is_collected_before_it_is_due():
    gc.collect()
    assert collect_what_is_due() == 0


def test_an_older_generation_takes_the_younger_with_it(monkeypatch):
    collected = []
    monkeypatch.setattr(gc, "get_count", lambda: (900, 20, 20))
    monkeypatch.setattr(gc, "collect", lambda generation: collected.append(generation) or 0)
    collect_what_is_due()
    assert collected == [2]
