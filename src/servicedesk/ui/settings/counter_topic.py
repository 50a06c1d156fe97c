# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The settings page of privacy at the counter."""

from PySide6.QtWidgets import QWidget

from servicedesk.domain.guides import Choice, Question, QuestionKind
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.settings.counter_presenter import (
    BLUR_NAMES,
    LOCK_AFTER,
    OFFERED,
    CounterPresenter,
)
from servicedesk.ui.settings.pin_box import PinBox
from servicedesk.ui.settings.topic import ScrollTopic
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.fields import make_field
from servicedesk.ui.widgets.text import label


class CounterTopic(ScrollTopic):
    """The page.

    Args:
        bench: of the open file.

    Attributes:
        presenter: what it shows.
        minutes: after how long the screen hides.
        blurs: whether names in lists are blurred.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self.presenter = CounterPresenter(bench, self)
        self._build()
        self.presenter.state_changed.connect(self._show)
        self.minutes.committed.connect(self._on_minutes)
        self.blurs.committed.connect(self._on_blurs)
        bench.theme.veiled.connect(self.presenter.load)
        self._show()

    def _build(self) -> None:
        self.body.addWidget(label(self.tr("At the counter"), "title"))
        intro = self.tr("So that whoever stands at the counter reads nobody else’s name.")
        self.body.addWidget(label(intro, "quiet"))
        hiding = Card(self.tr("Hide the screen"))
        self._how = label("", "quiet")
        hiding.body.addWidget(self._how)
        self.minutes = make_field(self._when(), self._bench.labels, self._bench)
        hiding.body.addWidget(self.minutes)
        self.body.addWidget(hiding)
        blurring = Card(self.tr("Names in lists"))
        self.blurs = make_field(self._whether(), self._bench.labels, self._bench)
        blurring.body.addWidget(self.blurs)
        self.body.addWidget(blurring)
        self.pin = PinBox(self._bench)
        self.body.addWidget(self.pin)
        self.body.addStretch(1)

    def _when(self) -> Question:
        never, some = self.tr("Never"), self.tr("After {n} minutes")
        return Question(
            id=LOCK_AFTER,
            kind=QuestionKind.CHOICE,
            label=self.tr("By itself, when nobody touches the program"),
            choices=tuple(
                Choice(id=str(n), label=some.format(n=n) if n else never) for n in OFFERED
            ),
        )

    def _whether(self) -> Question:
        return Question(
            id=BLUR_NAMES,
            kind=QuestionKind.YES_NO,
            label=self.tr("Blur them"),
            help=self.tr(
                "The row that you choose or point at can be read. Ctrl+Shift+L changes it from "
                "anywhere."
            ),
        )

    def arrive(self, item: str = "") -> None:
        """Read afresh."""
        del item
        self.presenter.load()
        self.pin.show_state()

    def _on_minutes(self) -> None:
        self.presenter.set_minutes(int(str(self.minutes.value()) or 0))

    def _on_blurs(self) -> None:
        self.presenter.set_blurs(self.blurs.value() is True)

    def _show(self) -> None:
        state = self.presenter.state
        self.minutes.set_value(str(state.minutes))
        self.blurs.set_value(state.blurs)
        self._how.setText(
            self.tr("Ctrl+L closes your file at once; the password opens it again.")
            if state.has_password
            else self.tr(
                "Ctrl+L covers the screen at once. It keeps nobody out: only a password does that."
            )
        )
