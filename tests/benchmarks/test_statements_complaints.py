# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How many statements complaints send, and that none walks through a table that grows."""

import re
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from servicedesk.domain.complaints import ComplaintDraft
from servicedesk.domain.complaints_listed import ComplaintChip, ComplaintFilter
from servicedesk.services.registry import Services, open_services
from servicedesk.store.opening import open_file
from tests.benchmarks.complaints import with_complaints
from tests.benchmarks.desk import MOMENT, WHO
from tests.benchmarks.shops import TODAY, shop_copy
from tests.benchmarks.test_statements import plans
from tests.benchmarks.test_statements_records import asked
from tests.helpers.fakes import FixedClock
from tests.helpers.hearing import Heard
from tests.services.around import surroundings

SIZE = 300
MANY = 500
_BIG = (
    *("customers", "complaints", "complaint_steps", "complaint_entries", "complaint_issues"),
    *("complaint_remedies", "complaint_pauses", "actions", "complaint_referrals", "journal"),
    *("complaint_behaviours", "promises", "contacts", "letters", "search_docs", "[a-z]"),
)
_WALKED = re.compile(rf"SCAN (?:{'|'.join(_BIG)})(?: |$)(?!.*VIRTUAL TABLE)")
_ALLOWED = (
    "SCAN complaints USING INDEX ix_complaints_open",  # no more of them than a shop looks after
    "SCAN complaints USING COVERING INDEX ix_complaints_open",
    "SCAN j VIRTUAL TABLE INDEX 1:",  # the few numbers that are asked for
    "SCAN journal",  # from its end, and no farther than the last row
)
_NUMBERS = count(1)


@pytest.fixture
def services(tmp_path: Path, heard: Heard) -> Iterator[Services]:
    path = with_complaints(shop_copy(SIZE, tmp_path), MANY)
    file = open_file(path, backups=tmp_path / "backups", moment=MOMENT)
    found = open_services(file, surroundings(path, FixedClock(TODAY)))
    found.search.prepare()
    yield found
    file.close()


def logged(services: Services) -> None:
    now = FixedClock(TODAY).now()
    draft = ComplaintDraft(customer_id=next(_NUMBERS), text="saw stopped", received_at=now)
    services.complaints.log(draft, WHO)


ALL = ComplaintFilter(chip=ComplaintChip.ALL)
USES: dict[str, tuple[Callable[[Services], object], int]] = {
    "a page": (lambda one: one.complaints.lists.rows(range(100, 150)), 1),
    "those that are open": (lambda one: one.complaints.lists.ids(ComplaintFilter()), 1),
    "all numbers": (lambda one: one.complaints.lists.ids(ALL), 1),
    "the chips": (lambda one: one.complaints.lists.counts(), 1),
    "a key in the list": (
        lambda one: one.complaints.lists.ids(ComplaintFilter(chip=ComplaintChip.ALL, text="arr")),
        1,
    ),
    "a key in the search": (lambda one: one.search.find("arr"), 8),
    "a whole file": (lambda one: one.complaints.file(1), 10),
    "one more": (logged, 16),
}


@pytest.mark.parametrize("use", USES)
def test_few_statements_and_none_walks_through_what_grows(
    services: Services, heard: Heard, use: str
) -> None:
    job, most = USES[use]
    job(services)  # what is kept in memory from then on is read
    with heard.only_this():
        job(services)
    sent = asked(heard)
    assert sent
    assert len(sent) <= most, sent
    steps = plans(services._file.path, [one for one in sent if one.upper().startswith("SELECT")])
    assert [step for step in steps if _WALKED.match(step) and step not in _ALLOWED] == []
