# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Promises that come again: the next one is there when its day comes, also over midnight."""

from datetime import date

import pytest

from servicedesk.domain.errors import Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.domain.promises import Due, Every, PromiseDraft, PromiseFilter
from servicedesk.domain.promises_repeating import Repeat
from servicedesk.ui.shell.series import EVERY_MS, SeriesKeeper
from tests.helpers.fakes import FixedClock
from tests.ui.charter.benches import Heard, bench_in

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


@pytest.fixture
def bench(tmp_path, qtbot):
    with bench_in(tmp_path, FixedClock(MONDAY)) as made:
        yield made


def there_are(bench):
    return len(bench.services.promises.lists.ids(PromiseFilter()))


def test_the_next_one_comes_on_its_day_and_once(bench):
    draft = PromiseDraft(text="water the plants", due=Due(day=TUESDAY), made_on=MONDAY)
    bench.services.promises.make_repeating(draft, Repeat(every=Every.DAY), "Ruth")
    touched = []
    bench.changes.changed.connect(lambda changes, _initiator: touched.append(set(changes)))
    keeper = SeriesKeeper(bench)
    keeper.look()
    assert there_are(bench) == 1
    assert keeper._timer.interval() == EVERY_MS
    bench.clock.set(TUESDAY)
    keeper.look()
    keeper.look()
    assert there_are(bench) == 2
    assert touched == [{Kind.PROMISE}]
    keeper.end()
    assert not keeper._timer.isActive()


def test_a_file_that_cannot_be_written_is_tried_again(bench, monkeypatch):
    heard, keeper = Heard(bench), SeriesKeeper(bench)
    promises = type(bench.services.promises)
    tried = []

    def fail(*_: object) -> None:
        tried.append(1)
        raise Trouble("disk_full", name="shop")

    monkeypatch.setattr(promises, "bring_repeats", fail)
    keeper.look()
    keeper.look()
    assert (len(tried), heard.troubles) == (2, [])
    keeper.end()
