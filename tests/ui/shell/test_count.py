# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The number at Today: how many things need somebody now, without reading them for it at start."""

from dataclasses import replace
from datetime import timedelta

import pytest

from servicedesk.domain.errors import Trouble
from servicedesk.domain.registrations import RegistrationDraft, RegistrationKind
from servicedesk.ui.shell.open_shell import OpenShell
from servicedesk.ui.shell.presenter import ShellPresenter
from tests.services.open_rows import put_promise


@pytest.fixture
def entry(shell):
    return shell.rail.entries["today"]


@pytest.fixture
def reads(bench, monkeypatch):
    """How often Today was read."""
    found = []
    real = bench.services.home.today

    def today():
        found.append(1)
        return real()

    monkeypatch.setattr(bench.services.home, "today", today)
    return found


def ended(bench, body):
    draft = RegistrationDraft(
        kind=RegistrationKind.INSURANCE, body=body, ends_on=bench.today - timedelta(days=3)
    )
    bench.do(lambda: bench.services.registrations.add(draft, bench.who))


def sign(entry):
    return entry._sign.text()


def test_a_start_reads_nothing_for_it(bench, reads, qtbot):
    shown = ShellPresenter(bench)
    shown.reload()
    assert reads == []
    shown.end()


def test_it_counts_what_its_page_has_read(bench, reads):
    ended(bench, "Mutual")
    bench.services.home.today()
    shown = ShellPresenter(bench)
    before = shown.state.needed
    assert before >= 1
    ended(bench, "Harbour")
    bench.services.home.today()
    assert shown.state.needed == before + 1
    assert not shown._later.isActive()
    assert len(reads) == 2
    shown.end()
    ended(bench, "Third")
    bench.services.home.today()
    assert shown.state.needed == before + 1


def test_a_change_elsewhere_is_counted_after_a_while(shell, bench, entry, qtbot, reads):
    state = shell._open.state
    state.count()
    known = state.state.needed
    ended(bench, "Mutual")
    assert state._later.isActive()
    state._later.setInterval(0)
    state.count_soon()
    qtbot.waitUntil(lambda: state.state.needed == known + 1)
    assert sign(entry) == str(known + 1)
    assert not state._later.isActive()


def test_it_is_said_in_a_sentence(shell, entry):
    for count, said in (
        (2, "Today, 2 things need you now"),
        (1, "Today, one thing needs you now"),
        (0, "Today"),
    ):
        shell.rail.show_needed("today", count)
        assert entry.accessibleName() == said
        assert entry.text() == "Today"
        assert sign(entry) == (str(count) if count else "")
        assert entry._sign.isVisible() == bool(count)


def test_a_file_that_cannot_be_read_keeps_the_number(bench, monkeypatch):
    shown = ShellPresenter(bench)
    shown.state = replace(shown.state, needed=2)

    def gone():
        raise Trouble("file_in_use", file="shop.servicedesk")

    monkeypatch.setattr(bench.services.home, "today", gone)
    shown.count()
    assert shown.state.needed == 2
    shown.end()


def test_the_frame_alone_shows_no_number(bare):
    assert not isinstance(bare._open, OpenShell)
    assert sign(bare.rail.entries["today"]) == ""


def test_at_midnight_what_was_due_is_counted_as_late_whatever_page_is_shown(bench):
    shown = ShellPresenter(bench)
    today = bench.today
    with bench.services.units.change("fill", "Ruth") as unit:
        put_promise(unit, "ring back", today)
    shown.count()
    before = shown.state.needed
    bench.clock.set(today + timedelta(days=1))
    shown.looks.timeout.emit()
    assert shown.state.needed == before + 2  # and nothing is backed up by now
    shown.end()
