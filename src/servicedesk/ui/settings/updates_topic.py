# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The settings page that brings legal facts and bank holidays which came after the program."""

from PySide6.QtWidgets import QWidget

from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.settings.topic import ScrollTopic
from servicedesk.ui.settings.updates_presenter import UpdatesPresenter
from servicedesk.ui.widgets.ask_file import open_file
from servicedesk.ui.widgets.buttons import main_button, side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.chip import MarkedLabel
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.text import label


class UpdatesTopic(ScrollTopic):
    """The page.

    Args:
        bench: of the open file.

    Attributes:
        presenter: what it shows.
        bring_button: asks for a file.
        use_button: uses the file that was looked at.
        leave_button: forgets it.
        back_button: goes back to what came with the program.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self.presenter = UpdatesPresenter(bench, self)
        self._build()
        self._wire()

    def _build(self) -> None:
        self.body.addWidget(label(self.tr("Law and bank holidays"), "title"))
        intro = self.tr(
            "Laws and calendars change. Between two versions of the program a small file can bring "
            "what is new: you see what it would change before anything does. Nothing is fetched "
            "from the internet, and nothing that you wrote is touched."
        )
        self.body.addWidget(label(intro, "quiet"))
        self._now = Card(self.tr("In use now"))
        self._lines = label("")
        self._now.body.addWidget(self._lines)
        ways = FlowLayout(gap=10)
        self._now.body.addLayout(ways)
        self.bring_button = side_button(self.tr("Bring an update file…"))
        self.back_button = side_button(self.tr("Back to what came with the program"))
        ways.addWidget(self.bring_button)
        ways.addWidget(self.back_button)
        self.wrong = MarkedLabel("", "late", "chip_late")
        self.wrong.setWordWrap(True)
        self._now.body.addWidget(self.wrong)
        self.body.addWidget(self._now)
        self._new = Card(self.tr("What the file would change"))
        self._says = label("", "quiet")
        self._changes = label("")
        self._new.body.addWidget(self._says)
        self._new.body.addWidget(self._changes)
        answers = FlowLayout(gap=10)
        self._new.body.addLayout(answers)
        self.leave_button = side_button(self.tr("Leave it"))
        self.use_button = main_button(self.tr("Use it from now on"))
        answers.addWidget(self.leave_button)
        answers.addWidget(self.use_button)
        self.body.addWidget(self._new)
        self.body.addStretch(1)

    def _wire(self) -> None:
        self.presenter.state_changed.connect(self._show)
        self.bring_button.clicked.connect(self._ask)
        self.back_button.clicked.connect(self.presenter.take_back)
        self.use_button.clicked.connect(self.presenter.use)
        self.leave_button.clicked.connect(self.presenter.load)

    def arrive(self, item: str = "") -> None:
        """Read afresh."""
        del item
        self.presenter.load()

    def first_focus(self) -> QWidget | None:
        """The button that brings a file."""
        return self.bring_button

    def _ask(self) -> None:
        kinds = self.tr("Updates (*.servicedesk-update);;All files (*)")
        found = open_file(self.window(), self.tr("Bring an update file"), kinds)
        if found is not None:
            self.presenter.look(found)
            target = self.use_button if self.presenter.state.look else self.bring_button
            target.setFocus()

    def _show(self) -> None:
        state = self.presenter.state
        self._lines.setText("\n".join(state.lines))
        self.back_button.setVisible(state.has_brought)
        self.wrong.setText(state.wrong)
        self.wrong.setVisible(bool(state.wrong))
        self._new.setVisible(state.look is not None)
        if state.look is not None:
            self._says.setText(state.look.says)
            self._says.setVisible(bool(state.look.says))
            told = (f"{title}\n{text}" for title, text in state.changes)
            self._changes.setText("\n\n".join(told))
