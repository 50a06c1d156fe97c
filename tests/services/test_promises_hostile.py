# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Strings that have broken other programs, in every text of a promise: kept whole, or refused."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.errors import Refusal
from servicedesk.domain.promises import PromiseFilter
from servicedesk.domain.promises_typing import read_due
from servicedesk.services.registry import open_services
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.promises_made import RUTH, WEDNESDAY, draft
from tests.store.files import new_file, opened

NOW = datetime(2026, 9, 30, 11, tzinfo=UTC)


@pytest.fixture(scope="module")
def hostile(samples: Path) -> list[str]:
    found = json.loads((samples / "names" / "naughty_strings.json").read_text("utf-8"))
    return [str(each) for each in found]


def test_every_text_is_kept_whole_or_refused(tmp_path: Path, hostile: list[str]) -> None:
    with opened(new_file(tmp_path)) as file:
        services = open_services(file, surroundings(file.path, FixedClock(WEDNESDAY)))
        wanted, refused = [], set()
        for text in hostile:
            promise = draft(text, notes=text, condition=text[:400], job_ref=text[:100])
            try:
                wanted.append(services.promises.make(promise, RUTH).card)
            except Refusal as refusal:
                refused.add(refusal.field)
        assert refused <= {"text", "notes", "condition", "job_ref"}
        assert len(wanted) > len(hostile) // 2
        ids = services.promises.lists.ids(PromiseFilter())
        assert [services.promises.get(one) for one in ids] == wanted
        rows = services.promises.lists.rows(ids)
        assert [row.text for row in rows] == [card.draft.text for card in wanted]
        for text in hostile:
            services.promises.lists.ids(PromiseFilter(text=text))


def test_no_day_is_read_out_of_them_by_accident(hostile: list[str]) -> None:
    refused, read = set(), []
    for text in hostile:
        try:
            read.append(read_due(text, NOW, WEDNESDAY, WorkingCalendar()))
        except Refusal as refusal:
            refused.add(refusal.field)
    assert refused == {"due"}
    assert all(found.due.day.year >= WEDNESDAY.year - 1 for found in read)
