# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A bench over a real file whose doors only note who came through them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from servicedesk.services.registry import open_services
from servicedesk.ui.core.bar import Bar
from servicedesk.ui.core.changes import Changes
from servicedesk.ui.core.rooms import Navigator, Place
from servicedesk.ui.core.tasks import Tasks
from servicedesk.ui.core.workbench import Workbench
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import theme, words
from tests.services.around import Memory, surroundings
from tests.store.files import new_file, opened


class NotedDoors:
    """Doors that lead nowhere and remember who went."""

    def __init__(self) -> None:
        self.went: list[tuple[str, Path | None]] = []
        self.fault: Exception | None = None

    def open_demo(self) -> None:
        self.went.append(("demo", None))

    def put_back(self, backup: Path) -> None:
        if self.fault is not None:
            raise self.fault
        self.went.append(("put back", backup))

    def lock(self) -> None:
        self.went.append(("lock", None))

    def change_password(self, password: str | None) -> None:
        raise AssertionError("no password is changed from here")

    def open_folder(self, folder: Path) -> None:
        self.went.append(("folder", folder))


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What was said at large and where somebody wanted to be."""

    said: list[str]
    troubles: list[object]
    places: list[Place]


@contextmanager
def bench_in(
    folder: Path, clock: FixedClock, scheme: str = "light", percent: int = 100
) -> Iterator[Workbench]:
    """A bench over a new file in ``folder/data``."""
    home = folder / "data"
    home.mkdir(parents=True, exist_ok=True)
    path = home / "servicedesk.db"
    if not path.exists():
        new_file(home, path.name)
    with opened(path) as file:
        tasks = Tasks()
        try:
            yield Workbench(
                services=open_services(file, surroundings(path, clock)),
                labels=words(),
                tasks=tasks,
                changes=Changes(),
                navigator=Navigator(),
                theme=theme(scheme, percent),
                bar=Bar(),
                memory=Memory(serving="Ruth"),
                doors=NotedDoors(),
                clock=clock,
            )
        finally:
            tasks.wait()
            QApplication.processEvents()  # what a worker still has to tell is told before the end


def heard(bench: Workbench) -> Heard:
    """Listen to a bench from now on."""
    found = Heard(said=[], troubles=[], places=[])
    bench.bar.said.connect(lambda sentence, _undo: found.said.append(sentence))
    bench.bar.troubled.connect(found.troubles.append)
    bench.navigator.wanted.connect(found.places.append)
    return found
