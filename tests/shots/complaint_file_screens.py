# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Pictures of the full file of a complaint: its cards from the top, and a dialog of each sort."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from servicedesk.domain.complaints_listed import ComplaintChip, ComplaintFilter
from servicedesk.ui.complaints.file_state import Deed, Way
from servicedesk.ui.core.rooms import Place
from tests.shots.stand import Stand

Take = Callable[[QWidget], None]
Show = Callable[[Stand, Take], None]

_ASKED = (
    Deed.WEIGH,
    Deed.ADD_POINT,
    Deed.ADD_ENTRY,
    Deed.ADD_REMEDY,
    Deed.TELL_INSURER,
    Deed.LEARN,
    Deed.ADD_ACTION,
    Deed.ADD_BEHAVIOUR,
    Deed.COSTS,
)


def complaint_file_screens() -> Iterator[tuple[str, Show, frozenset[str]]]:
    """Name, how it is shown, and the dialogs in it, of each."""
    for part in range(5):
        yield f"complaint-file-{part + 1}", _cards(part), frozenset()
    for deed in _ASKED:
        name = deed.value.replace("_", "-")
        yield f"dialog-complaint-file-{name}", _dialog(deed), frozenset({"FileDialog"})


def _fullest(stand: Stand) -> int:
    """The complaint of which most is written."""
    complaints = stand.bench.services.complaints
    ids = complaints.lists.ids(ComplaintFilter(chip=ComplaintChip.ALL))

    def written(complaint_id: int) -> int:
        file = complaints.file(complaint_id)
        return len(file.issues) + len(file.entries) + len(file.remedies) + len(file.actions)

    return max(ids, key=written)


def _cards(part: int) -> Show:
    """The file as far down as a screen holds."""

    def show(stand: Stand, take: Take) -> None:
        stand.window.go(Place(room="complaints", item=str(_fullest(stand))))
        detail = stand.window.page.detail
        detail.show_file(is_shown=True)
        stand.settle()
        detail.verticalScrollBar().setValue(detail.file.y() + part * detail.viewport().height())
        stand.settle()
        take(stand.window)
        detail.show_file(is_shown=False)

    return show


def _dialog(deed: Deed) -> Show:
    """What a button of the file asks."""

    def show(stand: Stand, take: Take) -> None:
        from servicedesk.ui.complaints.file_dialog import FileDialog
        from servicedesk.ui.complaints.file_presenter import FilePresenter

        presenter = FilePresenter(stand.bench, stand.window)
        presenter.show(_fullest(stand))
        presenter.arrive()
        asked = presenter.asked(Way(deed=deed, words=""))
        dialog = FileDialog(stand.bench, presenter, asked, stand.window)
        dialog.show()
        stand.settle()
        take(dialog)
        dialog.close()
        dialog.deleteLater()
        presenter.deleteLater()

    return show
