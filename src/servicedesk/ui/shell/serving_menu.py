# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Who serves: the people to choose from. It fills in "by", and keeps nobody out of anything."""

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from servicedesk.ui.shell.presenter import ShellPresenter


class ServingMenu(QMenu):
    """Offers everybody, and nobody in particular.

    Args:
        presenter: knows the people, and is told who was chosen.
        parent: the window it belongs to.
    """

    def __init__(self, presenter: ShellPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Who is serving?"))
        group = QActionGroup(self)
        state = presenter.state
        for name in ("", *state.people):
            shown = name.replace("&", "&&") or self.tr("Nobody in particular")
            entry = self.addAction(shown)
            entry.setCheckable(True)
            entry.setChecked(name == state.serving)
            entry.triggered.connect(lambda _=False, who=name: presenter.serve(who))
            group.addAction(entry)
            if entry.isChecked():
                self.setActiveAction(entry)
