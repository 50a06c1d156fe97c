# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A bench over a real file, as the charter's room is given it, with everything said noted down."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication

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


class NoDoors:
    """Nothing in this room closes, opens or starts anything."""

    def open_demo(self) -> None:
        raise AssertionError("no demo from here")

    def put_back(self, backup: Path) -> None:
        raise AssertionError("nothing is put back from here")

    def lock(self) -> None:
        raise AssertionError("nothing is locked from here")

    def change_password(self, password: str | None) -> None:
        raise AssertionError("no password is changed from here")

    def open_folder(self, folder: Path) -> None:
        raise AssertionError("no folder is opened from here")

    def open_file(self, path: Path) -> None:
        raise AssertionError("no file is opened from here")


class Heard:
    """What was said at large and where somebody wanted to be.

    Args:
        bench: listened to.
    """

    def __init__(self, bench: Workbench) -> None:
        self.said: list[str] = []
        self.troubles: list[object] = []
        self.places: list[Place] = []
        bench.bar.said.connect(lambda sentence, _undo: self.said.append(sentence))
        bench.bar.troubled.connect(self.troubles.append)
        bench.navigator.wanted.connect(self.places.append)


@contextmanager
def bench_in(folder: Path, clock: FixedClock, scheme: str = "light") -> Iterator[Workbench]:
    """A bench over a new file in a folder, or over the one that is there.

    Args:
        folder: an empty one, or one that had a bench before.
        clock: tells the time.
        scheme: of the colours.
    """
    path = folder / "shop.servicedesk"
    if not path.exists():
        new_file(folder)
    with opened(path) as file:
        bench = Workbench(
            services=open_services(file, surroundings(path, clock)),
            labels=words(),
            tasks=Tasks(),
            changes=Changes(),
            navigator=Navigator(),
            theme=theme(scheme),
            bar=Bar(),
            memory=Memory(serving="Ruth"),
            doors=NoDoors(),
            clock=clock,
        )
        yield bench
        bench.tasks.wait()
        QCoreApplication.processEvents()  # what the worker has told by then is heard
