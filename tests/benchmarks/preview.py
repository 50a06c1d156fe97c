# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""From an answer in the wizard to the refreshed page beside it, against the time allowed."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop

from servicedesk.ui.charter.wizard_presenter import WizardPresenter
from tests.benchmarks.desk import Extent, application
from tests.benchmarks.measure import Row, Spent, Watch, within
from tests.helpers.fakes import FixedClock
from tests.ui.charter.benches import bench_in

ALLOWED = 0.150
"""Seconds in which an answer is still felt to change the page by itself."""

WIDTH = 340
"""Pixels across the page in the wizard at 1366 x 768."""


def rows(extent: Extent) -> Iterator[Row]:
    """One row: the answer is kept in the file, judged, printed, drawn and handed over."""
    application()
    with (
        tempfile.TemporaryDirectory() as folder,
        bench_in(Path(folder), FixedClock()) as bench,
    ):
        bench.services.charter_writing.begin("hardware_shop", "Ruth")
        presenter = WizardPresenter(bench)
        presenter.previewer.change(width=WIDTH)
        presenter.open()
        numbers = iter(range(1_000_000))
        yield within(
            "answer to refreshed preview, of 150 ms allowed",
            ALLOWED,
            lambda: _answered(presenter, f"Shop number {next(numbers)}"),
            runs=5 if extent.is_quick else 25,
        )


def _answered(presenter: WizardPresenter, name: str) -> Spent:
    """What it took from one answer to the page that shows it."""
    loop = QEventLoop()
    presenter.previewer.drawn.connect(loop.quit)
    watch = Watch()
    presenter.answered("trading_name", name)
    loop.exec()
    spent = watch.spent()
    presenter.previewer.drawn.disconnect(loop.quit)
    assert presenter.state.preview is not None
    assert name in presenter.state.preview.words
    return spent
