# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Every trade gets from the first start to a poster in a file without touching the mouse.

Demand 21 of users of comparable programs: the whole way by keyboard alone. Each journey is a
process of its own, started as a person starts the program; two run at a time.
"""

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from servicedesk.content.sectors import list_sectors
from servicedesk.documents.page_images import page_count, page_texts
from servicedesk.domain.charters import CharterStatus
from servicedesk.store.charters import published_charter
from servicedesk.store.opening import open_file
from tests.helpers.children import plain_environment
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import RESOURCES

ROOT = Path(__file__).resolve().parents[2]
TRADES = {sector.id: sector.title for sector in list_sectors(RESOURCES)}
AT_ONCE = 2
SECONDS = 240


def take(folder: Path, trade: str) -> Path:
    """One journey from start to end, in a folder of its own."""
    told = folder / "told.txt"
    words = [folder / "profile", TRADES[trade], folder / "poster.pdf", told]
    ended = subprocess.run(
        [sys.executable, "-m", "tests.journeys.first_poster", *map(str, words)],
        cwd=ROOT,
        env=plain_environment(ROOT / "src"),
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert told.exists(), ended.stderr
    assert ended.returncode == 0, ended.stderr
    return folder


@pytest.fixture(scope="module")
def journeys(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Future[Path]]]:
    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield {trade: pool.submit(take, tmp_path_factory.mktemp(trade), trade) for trade in TRADES}


@pytest.mark.parametrize("trade", TRADES)
def test_by_keyboard_from_the_first_start_to_a_poster(trade, journeys, record_property):
    folder = journeys[trade].result()
    told = (folder / "told.txt").read_text()
    assert told.isdigit(), told
    record_property("keys", f"{TRADES[trade]}: {told}")
    poster = (folder / "poster.pdf").read_bytes()
    text = page_texts(poster)[0]
    assert page_count(poster) == 1
    assert "Bright & Day" in text
    assert "Version 1" in text
    assert "Ruth Day" in text
    assert "DRAFT" not in text
    file = open_file(
        folder / "profile" / "servicedesk.db", backups=folder / "aside", moment=FixedClock().now()
    )
    try:
        with file.read() as reading:
            card = published_charter(reading)
    finally:
        file.close()
    assert card is not None
    assert card.status is CharterStatus.PUBLISHED
    assert sum(standard.is_ticked for standard in card.draft.standards) >= 3
