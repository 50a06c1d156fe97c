# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One record of a pack: what it says, and whether it is left out or handed over."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from servicedesk.domain.access_packs import HeldRecord
from servicedesk.domain.access_packs_paper import notes_on, said_of
from servicedesk.domain.data_requests import LINE_MOST
from servicedesk.domain.guides import Question, QuestionKind
from servicedesk.ui.core.labels import Labels
from servicedesk.ui.widgets.field import FieldBench
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.text import label
from servicedesk.ui.widgets.text_fields import TextField

OUT, WHY, WHOLE = "out", "why", "whole"
"""What is decided of a record: it is left out, for what reason, or handed over whole."""

Decided = Mapping[str, object]

_SHOWN = 160
"""Characters of a record of theirs that stand over its ticks; a part stands there whole."""


class PackRow(QWidget):
    """One record with its ticks.

    Signals:
        decided: something was ticked or typed.

    Args:
        number: of the record in the pack, from 1.
        record: with what is handed over of it as it stands.
        said: what is decided of it already.
        labels: words for what is named by a code.
        bench: the day and the colours.

    Attributes:
        line: of the record.
        out: leaves it out.
        whole: hands it over whole; None where it is whole anyway.
        why: the reason for which it is left out.
    """

    decided = Signal()

    def __init__(
        self, number: int, record: HeldRecord, said: Decided, labels: Labels, bench: FieldBench
    ) -> None:
        super().__init__()
        self.line = record.line
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        title = self.tr("{number}. {what}").format(number=number, what=said_of(record, labels))
        rows.addWidget(label(title, "strong"))
        for words in told(record):
            rows.addWidget(label(words))
        for words in notes_on(record, labels):
            rows.addWidget(label(words, "small"))
        ticks = FlowLayout()
        rows.addLayout(ticks)
        self.out = self._tick(self.tr("Leave out"), title)
        ticks.addWidget(self.out)
        self.whole: QCheckBox | None = None
        if record.is_part:
            self.whole = self._tick(self.tr("Hand over all of it"), title)
            ticks.addWidget(self.whole)
        asked = Question(
            id=record.line,
            kind=QuestionKind.TEXT,
            label=self.tr("Why is {number} left out? The reply says so.").format(number=number),
            maximum=LINE_MOST,
        )
        self.why = TextField(asked, labels, bench)
        rows.addWidget(self.why)
        self.why.set_value(str(said.get(WHY, "")))
        self.out.setChecked(bool(said.get(OUT)))
        if self.whole is not None:
            self.whole.setChecked(bool(said.get(WHOLE)))
        self._settle()
        self.why.typed.connect(self.decided)

    def value(self) -> dict[str, object]:
        """What is decided; empty while the record goes out as it stands."""
        whole = self.whole is not None and self.whole.isChecked()
        found = {OUT: self.out.isChecked(), WHY: self.why.value(), WHOLE: whole}
        return found if any(found.values()) else {}

    def _tick(self, words: str, title: str) -> QCheckBox:
        box = QCheckBox(words)
        box.setAccessibleName(", ".join((words, title)))
        box.clicked.connect(self._on_ticked)
        return box

    def _on_ticked(self) -> None:
        self._settle()
        if self.sender() is self.out and self.out.isChecked():
            self.why.focus_target().setFocus()
        self.decided.emit()

    def _settle(self) -> None:
        """A reason is asked for what is left out, and none of that is handed over."""
        is_out = self.out.isChecked()
        self.why.setVisible(is_out)
        if self.whole is not None:
            self.whole.setEnabled(not is_out)


def told(record: HeldRecord) -> tuple[str, ...]:
    """What is shown of a record: all of a part, else where others are named, or most is said."""
    said = QCoreApplication.translate("PackRow", "{where}: {words}")
    pairs = [said.format(where=where, words=words) for where, words in record.pairs]
    texts = [*pairs, *(what for _, _, what in record.changes)]
    flat = [" ".join(text.split()) for text in texts]
    if record.is_part:
        return tuple(flat)
    others = {word.casefold() for name in record.others for word in name.split()}
    telling = [one for one in flat if any(word in one.casefold() for word in others)]
    words = max(telling or flat, key=len, default="")
    shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN].rsplit(' ', 1)[0]} …"
    return (shown,) if shown else ()
