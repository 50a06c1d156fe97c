# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Pages of safety and of moving in states that the pretend shop never gets into by itself."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from servicedesk.domain.errors import Refusal
from servicedesk.domain.updates import UpdateLook
from servicedesk.services.export_all import Exported
from servicedesk.ui.backups.restore import RestoreDialog
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.privacy.requests_asked import RequestPart
from servicedesk.ui.privacy.requests_page import RequestsPage
from servicedesk.ui.settings.updates_presenter import UpdatesState
from tests.shots.lone_windows import shown
from tests.shots.stand import Stand

Take = Callable[[QWidget], None]
Show = Callable[[Stand, Take], None]


def trust_states() -> Iterator[tuple[str, Show, frozenset[str]]]:
    """Name, how it is shown, and the dialogs in it, of each."""
    yield "settings-password-others", _password, frozenset()
    yield "settings-updates-file", _update, frozenset()
    yield "taking-out-writing", _writing, frozenset()
    yield "taking-out-done", _written, frozenset()
    yield "dialog-restore-locked", _locked, frozenset({"RestoreDialog"})
    for part in (RequestPart.ASK_IDENTITY, RequestPart.LONGER, RequestPart.ANSWER):
        yield f"dialog-request-{part.name.lower()}", _request(part), frozenset({"RequestForm"})


def _stated(stand: Stand, take: Take, presenter: QObject, state: object) -> None:
    """Take the window with a page in a state, which it leaves again."""
    before = presenter.state
    presenter.state = state
    presenter.state_changed.emit()
    stand.settle()
    take(stand.window)
    presenter.state = before
    presenter.state_changed.emit()


def _settings(stand: Stand, part: str) -> QObject:
    stand.window.go(Place(room="settings", part=part))
    stand.settle()
    return stand.window.page.current.presenter


def _password(stand: Stand, take: Take) -> None:
    """A file with a password, and backups that have another."""
    presenter = _settings(stand, "password")
    others = stand.bench.labels.count("password.others", Decimal(3))
    _stated(stand, take, presenter, replace(presenter.state, is_set=True, others=others))


def _update(stand: Stand, take: Take) -> None:
    """A file of updates that was looked at and is not used yet."""
    presenter = _settings(stand, "updates")
    look = UpdateLook(
        name="law.servicedesk-update",
        made_on=stand.bench.today,
        says="Bank holidays for 2033, and what the data protection fee costs from April.",
        law=(),
        holidays=(),
    )
    changes = (
        ("The data protection fee", "Was: For the smallest it is £52.\nBecomes: … £54."),
        ("Bank holidays in England", "New: Mon 3 January 2033, New Year’s Day (substitute day)"),
    )
    state: UpdatesState = replace(presenter.state, has_brought=True, look=look, changes=changes)
    _stated(stand, take, presenter, state)


def _out(stand: Stand) -> QObject:
    stand.window.go(Place(room="taking_out"))
    stand.settle()
    return stand.window.page.presenter


def _writing(stand: Stand, take: Take) -> None:
    """Everything is being written."""
    presenter = _out(stand)
    target = Path("/home/ruth/servicedesk 2026-11-23")
    state = replace(presenter.state, target=target, warning="", is_running=True, step=40, total=100)
    _stated(stand, take, presenter, state)


def _written(stand: Stand, take: Take) -> None:
    """Everything was written, but for a photo that is damaged."""
    presenter = _out(stand)
    counts = stand.bench.services.export_all.counts(with_help=False)
    done = Exported(
        folder=Path("/home/ruth/servicedesk 2026-11-23"),
        files=91,
        counts=counts,
        lost=("tap.jpg",),
    )
    _stated(stand, take, presenter, replace(presenter.state, target=None, warning="", done=done))


def _locked(stand: Stand, take: Take) -> None:
    """A backup that has a password which is not known."""

    def look(path: Path, _password: str | None = None) -> None:
        raise Refusal("backup_password_needed", None, name=path.name)

    bench = stand.bench
    dialog = RestoreDialog(look, bench.tasks, bench.labels, bench.today, parent=stand.window)
    dialog.presenter.choose(Path("/media/STICK/servicedesk 2026-11-20 141000 exit.db"))
    shown(stand, take, dialog)


def _request(part: RequestPart) -> Show:
    def show(stand: Stand, take: Take) -> None:
        stand.window.go(Place(room="privacy", part="requests"))
        stand.settle()
        (page,) = stand.window.findChildren(RequestsPage)
        card = next(one for one in page.presenter.state if one.ended_on is None)
        page.open_form(card, part)
        stand.settle()
        take(page.form)
        page.form.reject()

    return show
