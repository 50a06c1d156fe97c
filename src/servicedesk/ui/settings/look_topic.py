# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The settings page of text size and colours."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from servicedesk.domain.guides import Choice, Question, QuestionKind
from servicedesk.ui.core.theme import LARGEST, SMALLEST
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.settings.look_presenter import STEP, LookPresenter
from servicedesk.ui.settings.reminder_card import ReminderCard
from servicedesk.ui.settings.topic import ScrollTopic
from servicedesk.ui.widgets.calm import CalmSlider, CalmSpin
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.fields import make_field
from servicedesk.ui.widgets.text import label


class LookTopic(ScrollTopic):
    """Size of text and colours, on this computer alone.

    Args:
        bench: with the theme and the preferences.
    """

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self.presenter = LookPresenter(bench, self)
        self._build()
        self._wire()
        self._show_state()

    def _build(self) -> None:
        self.body.addWidget(label(self.tr("Text size and colours"), "title"))
        self.body.addWidget(
            label(self.tr("These are for this computer. They change at once."), "quiet")
        )
        size = Card(self.tr("Text size"))
        size.body.addWidget(
            label(
                self.tr("Ctrl++ and Ctrl+- change it from anywhere, Ctrl+0 sets it back."), "small"
            )
        )
        row = QHBoxLayout()
        self.slider = CalmSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(SMALLEST, LARGEST)
        self.slider.setSingleStep(STEP)
        self.slider.setPageStep(STEP)
        self.slider.setAccessibleName(self.tr("Text size"))
        self.percent = CalmSpin()
        self.percent.setRange(SMALLEST, LARGEST)
        self.percent.setSingleStep(STEP)
        self.percent.setSuffix(self.tr(" %"))
        self.percent.setKeyboardTracking(False)
        self.percent.setAccessibleName(self.tr("Text size in percent"))
        for line in self.percent.findChildren(QLineEdit):
            line.setAccessibleName(self.tr("Percent"))
        row.addWidget(self.slider, 1)
        row.addWidget(self.percent)
        size.body.addLayout(row)
        size.body.addWidget(label(self.tr("This is how large the text is now."), "quiet"))
        self.body.addWidget(size)
        colours = Card()
        self.scheme = make_field(self._question(), self._bench.labels, self._bench)
        colours.body.addWidget(self.scheme)
        self.body.addWidget(colours)
        self.reminder = ReminderCard(self._bench)
        self.body.addWidget(self.reminder)
        self.body.addStretch(1)

    def _question(self) -> Question:
        return Question(
            id="theme",
            kind=QuestionKind.CHOICE,
            label=self.tr("Colours"),
            is_required=False,
            choices=(
                Choice(id="system", label=self.tr("Follow the system")),
                Choice(id="light", label=self.tr("Light")),
                Choice(id="dark", label=self.tr("Dark")),
                Choice(id="high_contrast", label=self.tr("High contrast")),
            ),
        )

    def _wire(self) -> None:
        self.slider.valueChanged.connect(self.presenter.set_percent)
        self.percent.valueChanged.connect(self.presenter.set_percent)
        self.scheme.committed.connect(self._on_scheme)
        self.presenter.state_changed.connect(self._show_state)

    def first_focus(self) -> QWidget | None:
        """The slider."""
        return self.slider

    def _on_scheme(self) -> None:
        wanted = str(self.scheme.value())
        if wanted:
            self.presenter.set_scheme(wanted)
        else:  # there is always one: letting go of it chooses nothing
            self._show_state()

    def _show_state(self) -> None:
        state = self.presenter.state
        for widget in (self.slider, self.percent):
            widget.blockSignals(True)
            widget.setValue(state.percent)
            widget.blockSignals(False)
        self.scheme.set_value(state.scheme)
