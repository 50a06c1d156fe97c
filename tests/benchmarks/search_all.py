# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A letter typed into the one box of a shop that wrote down five years of everything.

With 50,000 complaints there are 300,000 promises, 200,000 answers with words and 50,000 contacts.
Ours looks through settings, charter and help as well, and puts what it found into groups.
"""

import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from sqlcipher3 import dbapi2

from servicedesk.domain.search import HitGroup
from servicedesk.services.registry import Services, open_services
from servicedesk.store import driver
from servicedesk.store.driver import Access
from servicedesk.store.opening import open_file
from servicedesk.store.search_index import make_anew
from tests.benchmarks import bare_file, bare_search
from tests.benchmarks.bare_search import SECTIONS, Line
from tests.benchmarks.desk import MOMENT, Extent
from tests.benchmarks.figures_shop import figures_copy
from tests.benchmarks.measure import Row, Spent, compare_timed, timed
from tests.benchmarks.shops import TODAY
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings

TYPED = ("b", "boi", "boi tap", "0123")
"""The beginning of many names and words; words of one record in three; two words; a number."""

_SAID = (
    *("the boiler was mended", "the tap drips less", "rang when they said", "swept up after"),
    *("boiler and tap in one visit", "lovely biscuits", "a bit dear", "bins were put back"),
)
"""What is said in answers, in turn."""


def rows(extent: Extent) -> Iterator[Row]:
    """A row for each thing typed and each number of complaints."""
    for number in (1_000,) if extent.is_quick else (1_000, 10_000, 50_000):
        with tempfile.TemporaryDirectory() as folder:
            path = with_words(figures_copy(number, Path(folder)))
            file = open_file(path, backups=Path(folder) / "backups", moment=MOMENT)
            with file.change() as session:
                make_anew(session)
            services = open_services(file, surroundings(path, FixedClock(TODAY)))
            services.search.prepare()
            bare = bare_file.connect(path, bare_file.READER_SETTINGS)
            for typed in TYPED:
                yield measured(services, bare, typed, number, 20 if extent.is_quick else 60)
            bare.close()
            file.close()


def with_words(path: Path) -> Path:
    """Give the answers of such a file words, so that there is something to find."""
    cases = " ".join(f"WHEN {at} THEN '{said}'" for at, said in enumerate(_SAID))
    connection = driver.open_bare(path, Access.READ_WRITE)
    connection.execute(f"UPDATE feedback SET text = CASE id % {len(_SAID)} {cases} END")
    connection.commit()
    connection.close()
    return path


def measured(
    services: Services, bare: dbapi2.Connection, typed: str, number: int, runs: int
) -> Row:
    """One thing typed, ours and bare."""
    shown: dict[int, int] = {}
    for kind, *_ in _lines(services.search.find(typed)):
        shown[kind] = shown.get(kind, 0) + 1

    def ours() -> tuple[Spent, object]:
        spent, groups = timed(lambda: services.search.find(typed))
        return spent, _lines(groups)

    size = f"{number:,} complaints, {6 * number:,} promises, {4 * number:,} answers"
    theirs = partial(bare_search.search, bare, typed.split(), shown)
    return compare_timed(
        f"search keystroke, every kind, “{typed}”; {size}",
        ours,
        lambda: timed(theirs),
        target=4,
        runs=runs,
        basis="speed.md",
    )


def _lines(groups: Sequence[HitGroup]) -> list[Line]:
    """What is shown of records, by kind."""
    found = [
        (SECTIONS.index(group.kind.value) + 1, int(hit.item), hit.title)
        for group in groups
        if group.kind.value in SECTIONS
        for hit in group.hits
    ]
    return sorted(found, key=lambda line: line[0])
