# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the settings of letters know: whose words each letter has, and the signature."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.domain.letters_wordings import LetterWording

if TYPE_CHECKING:
    from servicedesk.ui.core.workbench import Workbench


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingsState:
    """What is shown.

    Args:
        letters: every letter that can be written here.
        signature: the picture as PNG, or None.
        fault: what is wrong with a picture that was chosen; "".
    """

    letters: tuple[LetterWording, ...] = ()
    signature: bytes | None = None
    fault: str = ""


class WordingsPresenter(QObject):
    """Keeps the settings of letters.

    Args:
        bench: of the open file.

    Signals:
        state_changed: the state is another one.
    """

    state_changed = Signal()

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.state = WordingsState()
        bench.changes.follow(frozenset({Kind.LETTER, Kind.BUSINESS}), self.load)

    def load(self) -> None:
        """Read what is known."""
        writing = self._bench.services.letters_writing
        try:
            letters, picture = writing.wordings.all(), writing.wordings.signature()
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return
        png = None if picture is None else picture.png
        self._show(WordingsState(letters=letters, signature=png))

    def choose_signature(self, path: Path) -> None:
        """Print a picture of the signature on all letters from now on."""
        writing, who = self._bench.services.letters_writing, self._bench.who
        try:
            self._bench.do(
                lambda: writing.wordings.choose_signature(path, who),
                said=self.tr("Signature added."),
            )
        except Refusal as refusal:
            self._show(replace(self.state, fault=self._bench.labels.refusal(refusal)))
        else:
            self.load()

    def remove_signature(self) -> None:
        """Leave the space to sign by hand."""
        writing, who = self._bench.services.letters_writing, self._bench.who
        self._bench.do(
            lambda: writing.wordings.set_signature(None, "", who),
            said=self.tr("Signature removed."),
        )
        self.load()

    def _show(self, state: WordingsState) -> None:
        self.state = state
        self.state_changed.emit()
