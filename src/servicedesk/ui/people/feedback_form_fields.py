# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Fields of the form of feedback: marks given by points, and what becomes of a wanted answer."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesk.domain.elements import Element
from servicedesk.domain.feedback import BOUNDS, FeedbackKind, Handled, Scale
from servicedesk.domain.feedback_checking import ELEMENT_BOUNDS
from servicedesk.domain.guides import Choice, Question, QuestionKind
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.feedback_form_presenter import handled_name
from servicedesk.ui.widgets.card import Notice
from servicedesk.ui.widgets.choice_fields import ScaleField
from servicedesk.ui.widgets.field import Field
from servicedesk.ui.widgets.sure_choice import SureChoiceField

_TEN = 10
"""The one mark that takes two keys."""


class PointsField(ScaleField):
    """A mark in points; the figure on the keyboard gives it, on a scale that begins at 0 too.

    Args:
        bench: of the open file.
        name: as the question id.
        words: the label.
        scale: the lowest and the highest point.
        help_text: under the label: what the ends mean.
        names: words of the chips, from the lowest; none for the figures alone.
    """

    def __init__(
        self,
        bench: Workbench,
        name: str,
        words: str,
        scale: tuple[int, int],
        help_text: str = "",
        names: Sequence[str] = (),
    ) -> None:
        self._names = tuple(names)
        least, most = scale
        question = Question(
            id=name,
            kind=QuestionKind.SCALE,
            label=words,
            help=help_text,
            minimum=least,
            maximum=most,
        )
        super().__init__(question, bench.labels, bench)

    def _build(self) -> None:
        super()._build()
        said = self.tr("{choice}, {question}")
        for chip, name in zip(self._row.chips, self._names, strict=False):
            chip.setText(name)
            chip.setAccessibleName(said.format(choice=name, question=self.question.label))
        for chip in self._row.chips:
            chip.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the mark that a figure on the keyboard says; 1 and then 0 says ten."""
        is_key = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent) and _is_figure(event):
            self._give(int(event.text()))
            return True
        return super().eventFilter(watched, event)

    def _give(self, figure: int) -> None:
        chips = self._row.chips
        has_ten = self._least + len(chips) > _TEN
        wanted = _TEN if figure == 0 and self.value() == 1 and has_ten else figure
        at = wanted - self._least
        if 0 <= at < len(chips):
            chips[at].setFocus()
            if not chips[at].isChecked():
                chips[at].click()


def _is_figure(event: QKeyEvent) -> bool:
    text = event.text()
    return len(text) == 1 and text in "0123456789"


class AnswerWantedLine(QWidget):
    """What becomes of feedback to which somebody waits for an answer, and the way there.

    Signals:
        complaint_wanted: it shall be a complaint.
    """

    complaint_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        said = self.tr(
            "Then it is a complaint: it gets its dates and somebody who answers, "
            "so that nobody waits in vain."
        )
        self.notice = Notice("due", said, self.tr("Make it a complaint"))
        self.notice.acted.connect(self.complaint_wanted)
        rows.addWidget(self.notice)
        self.hide()


def kind_field(bench: Workbench) -> Field:
    """What kind of feedback it is, as chips."""
    say = bench.labels
    question = Question(
        id="kind",
        kind=QuestionKind.CHOICE,
        label=QCoreApplication.translate("FeedbackForm", "What is it?"),
        choices=tuple(Choice(id=one.value, label=say.enum(one)) for one in FeedbackKind),
        is_required=True,
    )
    return SureChoiceField(question, say, bench)


def satisfied_field(bench: Workbench) -> PointsField:
    """How satisfied they are, in words and points."""
    least, most = BOUNDS[Scale.SATISFACTION]
    names = [bench.labels.say(f"feedback_room.satisfied.{at}") for at in range(least, most + 1)]
    words = QCoreApplication.translate("FeedbackForm", "How satisfied are they?")
    unsaid = QCoreApplication.translate("FeedbackForm", "Leave it out if nobody said.")
    return PointsField(bench, "satisfaction", words, (least, most), unsaid, names)


def recommendation_field(bench: Workbench) -> PointsField:
    """Whether they would recommend us."""
    words = QCoreApplication.translate("FeedbackForm", "Would they recommend us?")
    ends = QCoreApplication.translate("FeedbackForm", "0 is not at all likely, 10 is very likely.")
    return PointsField(bench, "recommendation", words, BOUNDS[Scale.RECOMMENDATION], ends)


def effort_field(bench: Workbench) -> PointsField:
    """Whether we made it easy."""
    words = QCoreApplication.translate("FeedbackForm", "Did we make it easy?")
    ends = QCoreApplication.translate("FeedbackForm", "1 is hard, 7 is easy.")
    return PointsField(bench, "effort", words, BOUNDS[Scale.EFFORT], ends)


def element_fields(bench: Workbench) -> list[Field]:
    """A mark for each of the six things that make up service."""
    return [
        PointsField(
            bench,
            one.value,
            bench.labels.say(f"feedback_room.element_asked.{one.value}"),
            ELEMENT_BOUNDS,
        )
        for one in Element
    ]


def handled_fields(bench: Workbench) -> list[Field]:
    """A mark for each question about how we handled a complaint."""
    return [
        PointsField(bench, handled_name(one), bench.labels.enum(one), BOUNDS[Scale.HANDLING])
        for one in Handled
    ]
