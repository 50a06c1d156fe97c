# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Ways on from a file that cannot be opened."""

import pytest

from servicedesk.domain.recovery import RecoveryWay, helped_by_backup, ways_on, without_backup

FIRST = {
    "file_damaged": RecoveryWay.PUT_BACK,
    "file_not_database": RecoveryWay.PUT_BACK,
    "file_empty": RecoveryWay.PUT_BACK,
    "file_foreign": RecoveryWay.PUT_BACK,
    "file_missing": RecoveryWay.PUT_BACK,
    "file_newer": RecoveryWay.TRY_AGAIN,
    "file_read_only": RecoveryWay.TRY_AGAIN,
    "folder_gone": RecoveryWay.TRY_AGAIN,
    "file_in_use_elsewhere": RecoveryWay.TRY_AGAIN,
    "never heard of": RecoveryWay.TRY_AGAIN,
}


@pytest.mark.parametrize("code", FIRST)
def test_each_trouble_has_one_way_to_take_and_never_the_same_twice(code):
    ways = ways_on(code)
    assert ways[0] is FIRST[code]
    assert len(set(ways)) == len(ways)
    assert RecoveryWay.TRY_AGAIN in ways


@pytest.mark.parametrize("code", FIRST)
def test_without_a_backup_there_is_still_a_way(code):
    left = without_backup(ways_on(code))
    assert left
    assert RecoveryWay.PUT_BACK not in left


def test_a_backup_helps_where_the_file_itself_is_wrong_and_nowhere_else():
    assert helped_by_backup("file_damaged")
    assert helped_by_backup("file_newer")
    assert not helped_by_backup("file_read_only")
    assert not helped_by_backup("folder_gone")


def test_a_file_that_vanished_can_be_looked_for_and_begun_anew():
    assert RecoveryWay.LOOK_ELSEWHERE in ways_on("file_missing")
    assert RecoveryWay.BEGIN_ANEW in ways_on("file_missing")
    assert RecoveryWay.BEGIN_ANEW not in ways_on("file_damaged")


def test_what_can_be_read_is_saved_out_of_damage_alone():
    assert RecoveryWay.SAVE_READABLE in ways_on("file_damaged")
    assert RecoveryWay.SAVE_READABLE not in ways_on("file_foreign")
