# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A real list of 1,178 complaints: all of it is kept, listed page by page, and found."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from servicedesk.domain.complaints_listed import ComplaintChip, ComplaintFilter
from servicedesk.domain.search import HitKind
from servicedesk.services.registry import Services, open_services
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.complaints_kept import NOW, Kept, kept_complaints
from tests.store.files import new_file, opened

LIST = "cfpb_2020.csv"


@pytest.fixture
def kept(samples: Path) -> Kept:
    return kept_complaints(samples / "complaints" / LIST)


@pytest.fixture
def services(tmp_path: Path, kept: Kept) -> Iterator[Services]:
    path = new_file(tmp_path)
    path.write_bytes(kept.data)
    with opened(path) as file:
        yield open_services(file, surroundings(file.path, FixedClock(NOW)))


def test_all_of_them_are_kept_listed_and_found(
    samples: Path, kept: Kept, services: Services
) -> None:
    folder, drafts, numbers = samples / "complaints", kept.drafts, kept.numbers
    told = json.loads((folder / "expected.json").read_text(encoding="utf-8"))[LIST]
    assert len(drafts) == told["rows"]
    assert Counter(draft.product for draft in drafts) == told["count Product"]

    lists = services.complaints.lists
    everything = lists.ids(ComplaintFilter(chip=ComplaintChip.ALL))
    assert sorted(everything) == list(numbers)
    days = [row.received_on for row in lists.rows(everything)]
    assert days == sorted(days, reverse=True)
    ended = lists.ids(ComplaintFilter(chip=ComplaintChip.ENDED))
    still_open = lists.ids(ComplaintFilter(chip=ComplaintChip.OPEN))
    assert len(ended) + len(still_open) == told["rows"]
    due = [row.next_on for row in lists.rows(still_open)]
    assert due == sorted(due)

    for number, draft in zip(numbers, drafts, strict=True):
        assert services.complaints.get(number).draft == draft

    one = drafts[100]
    found = lists.ids(ComplaintFilter(chip=ComplaintChip.ALL, text=one.job_ref))
    assert list(found) == [numbers[100]]
    debts = lists.ids(ComplaintFilter(chip=ComplaintChip.ALL, text="debt collection"))
    assert len(debts) >= told["count Product"]["Debt collection"]
    groups = {group.kind: group for group in services.search.find(one.job_ref, 50)}
    assert groups[HitKind.COMPLAINT].hits[0].item == str(numbers[100])
