# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What presenters say to the person at large: a sentence with Undo, or a trouble in three.

Presenters know no widgets: they speak here, and the shell shows it.
"""

from PySide6.QtCore import QObject, Signal

from servicedesk.ui.core.labels import SpokenTrouble


class Bar(QObject):
    """Passes sentences to the shell.

    Signals:
        said: (sentence, whether Undo is offered) shown for ten seconds at the foot.
        stood: (sentence) shown at the foot until it is closed or the next thing is done.
        troubled: (SpokenTrouble) shown in a box with one button.
    """

    said = Signal(str, bool)
    stood = Signal(str)
    troubled = Signal(object)

    def say(self, sentence: str, *, can_undo: bool = False) -> None:
        """Say that something is done.

        Args:
            sentence: such as "Closure added.".
            can_undo: the newest step can be taken back with one key.
        """
        self.said.emit(sentence, can_undo)

    def stand(self, sentence: str) -> None:
        """Say that something large is done, until somebody has read it.

        Args:
            sentence: such as "Your backup is back.".
        """
        self.stood.emit(sentence)

    def trouble(self, words: SpokenTrouble) -> None:
        """Say that the world came in the way."""
        self.troubled.emit(words)
