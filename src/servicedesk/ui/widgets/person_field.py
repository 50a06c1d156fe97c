# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A field for a person: names that are known come up while typing, any other may be typed."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QWidget

from servicedesk.domain.guides import Question
from servicedesk.domain.names import fold
from servicedesk.ui.widgets.field import FieldBench, FieldLabels
from servicedesk.ui.widgets.text_fields import TextField

_MOST = 8
"""Names offered at once."""


class PersonField(TextField):
    """A name, with the known ones offered.

    Args:
        names: those that are known, in the order in which they are offered.
    """

    def __init__(
        self,
        question: Question,
        labels: FieldLabels,
        bench: FieldBench,
        names: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(question, labels, bench, parent)
        self._names = tuple(names)
        self._offered = QStringListModel(self)
        completer = QCompleter(self._offered, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(_MOST)
        self._edit.setCompleter(completer)
        self._edit.textEdited.connect(self._offer)
        completer.activated.connect(self._on_chosen)

    def set_names(self, names: Sequence[str]) -> None:
        """Know other names."""
        self._names = tuple(names)

    def _offer(self, typed: str) -> None:
        words = fold(typed).split()
        found = [
            name for name in self._names if words and all(word in fold(name) for word in words)
        ]
        self._offered.setStringList(found[:_MOST])

    def _on_chosen(self) -> None:
        self.commit()
