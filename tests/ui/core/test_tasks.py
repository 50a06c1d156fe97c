# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Jobs beside the screen: one after the other, their end told in the GUI thread."""

import gc
import weakref
from threading import Event, get_ident

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from shiboken6 import delete

from servicedesk.ui.core.tasks import Progress, Tasks


def test_the_end_is_told_in_the_gui_thread(qtbot):
    tasks, told, threads = Tasks(), [], []

    def job(_progress: Progress) -> int:
        threads.append(get_ident())
        return 7

    def done(result: int) -> None:
        threads.append(get_ident())
        told.append(result)

    with qtbot.waitSignal(tasks.idle):
        tasks.run("Counting", job, done, told.append)
    assert told == [7]
    assert threads[0] != get_ident()
    assert threads[1] == get_ident()


def test_a_fault_is_told_and_not_raised(qtbot):
    tasks, told = Tasks(), []

    def job(_progress: Progress) -> None:
        raise KeyError("lost")

    with qtbot.waitSignal(tasks.idle):
        tasks.run("Losing", job, lambda _result: told.append("done"), told.append)
    (fault,) = told
    assert isinstance(fault, KeyError)


def test_jobs_run_one_after_the_other_and_say_how_far_they_are(qtbot):
    tasks, order, steps = Tasks(), [], []
    tasks.stepped.connect(lambda done, total: steps.append((done, total)))
    titles = []
    tasks.started.connect(titles.append)

    def counting(name: str):
        def job(progress: Progress) -> None:
            order.append(f"{name} begins")
            progress.step(1, 2)
            order.append(f"{name} ends")

        return job

    with qtbot.waitSignal(tasks.idle):
        for name in ("one", "two"):
            tasks.run(name, counting(name), lambda _result: None, order.append)
    assert order == ["one begins", "one ends", "two begins", "two ends"]
    assert steps == [(1, 2), (1, 2)]
    assert titles == ["one", "two"]


def test_a_cancelled_job_is_told_to_nobody(qtbot):
    tasks, told = Tasks(), []
    begun, cancelled = Event(), Event()

    def job(progress: Progress) -> None:
        begun.set()
        cancelled.wait(10)
        progress.raise_if_cancelled()

    with qtbot.waitSignal(tasks.idle):
        tasks.run("Waiting", job, told.append, told.append)
        begun.wait(10)
        tasks.cancel()
        cancelled.set()
    assert told == []


def test_nobody_leaves_before_the_work_is_done(qtbot):
    tasks, ran = Tasks(), []
    tasks.run("Working", lambda _progress: ran.append(1), lambda _result: None, ran.append)
    tasks.wait()
    assert ran == [1]


@pytest.mark.parametrize("fails", [False, True])
def test_nobody_is_told_who_is_gone(qtbot, fails):
    tasks, told, asker = Tasks(), [], QObject()

    def job(_progress: Progress) -> None:
        if fails:
            raise KeyError("lost")

    def tell(_what: object) -> None:
        told.append(asker.objectName())

    with qtbot.waitSignal(tasks.idle):
        tasks.run("Asking", job, tell, tell, asker)
        delete(asker)
    assert told == []


def test_what_a_job_speaks_of_is_let_go_of_in_the_gui_thread(qtbot):
    """Qt takes an object apart in the thread that lets go of it last, which must be its own."""
    tasks, ended = Tasks(), []

    class Spoken(QObject):
        def __del__(self) -> None:
            ended.append(get_ident())

    def hand_in() -> None:
        spoken = Spoken()
        tasks.run("Speaking", lambda _progress: spoken.objectName(), ended.append, ended.append)

    with qtbot.waitSignal(tasks.idle):
        hand_in()
    tasks.wait()
    assert ended == ["", get_ident()]


def test_whoever_waits_for_a_job_may_be_all_that_holds_the_tasks(qtbot):
    """Qt would take the signals of the job apart twice, and the program would be gone."""
    told = []

    def hand_in() -> "weakref.ref[Tasks]":
        tasks = Tasks()

        def done(result: object, _holds: Tasks = tasks) -> None:
            told.append(result)

        tasks.run("Counting", lambda _progress: 1, done, done)
        return weakref.ref(tasks)

    for count in range(1, 4):
        held = hand_in()
        qtbot.waitUntil(lambda count=count: len(told) == count)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        assert held() is None
