# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Screens hear of the kinds they follow, and of nothing else."""

from PySide6.QtCore import QObject

from servicedesk.domain.kinds import ChangeSet, Kind
from servicedesk.ui.core.changes import Changes


def test_only_those_who_follow_a_kind_reload(qtbot):
    changes, reloads = Changes(), []
    changes.follow(frozenset({Kind.CHARTER}), lambda: reloads.append("charter"))
    changes.follow(frozenset({Kind.BUSINESS}), lambda: reloads.append("business"))
    changes.announce(ChangeSet({Kind.CHARTER: {1}, Kind.STANDARD: {2}}))
    assert reloads == ["charter"]


def test_an_empty_change_is_passed_over(qtbot):
    changes = Changes()
    with qtbot.assertNotEmitted(changes.changed):
        changes.announce(ChangeSet())


def test_everyone_hears_who_began_it(qtbot):
    changes, initiator = Changes(), QObject()
    with qtbot.waitSignal(changes.changed) as heard:
        changes.announce(ChangeSet({Kind.CHARTER: {1}}), initiator)
    assert heard.args == [ChangeSet({Kind.CHARTER: {1}}), initiator]
