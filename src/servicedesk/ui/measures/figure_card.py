# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One figure: the number that leads to its records, and in words what it is a share of."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from servicedesk.ui.core.rooms import Place
from servicedesk.ui.core.theme import Theme
from servicedesk.ui.measures.shown import ShownFigure
from servicedesk.ui.widgets.buttons import link_button
from servicedesk.ui.widgets.chip import Chip, MarkedLabel
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import label

_BIG = 2.0
"""Size of the chief figure, in sizes of text."""

_NUMBER = 8.5
"""Width that the numbers of the further figures share, in text heights."""

_BEFORE_CHIPS = 4


class FigureView(QWidget):
    """What both sizes of figure have: the number, its base, its chips, and where they lead.

    Signals:
        wanted: (key of the link, Place) somebody wants to be there.

    Args:
        figure: in words.

    Attributes:
        links: buttons that lead somewhere, by a key that stays when the number changes.
    """

    wanted = Signal(str, object)

    def __init__(self, figure: ShownFigure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figure = figure
        self.links: dict[str, QPushButton] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _number(self) -> QLabel | QPushButton:
        """The number: a link where there are records behind it."""
        figure = self.figure
        if figure.records is None:
            return label(figure.figure, "strong")
        button = link_button(figure.figure)
        # Said first: the same words stand at other figures too, and a name is to be one alone.
        button.setAccessibleName(", ".join((figure.figure, figure.title)))
        button.setAccessibleDescription(self.tr("Opens the records"))
        self._lead(button, figure.records)
        return button

    def _lead(self, button: QPushButton, place: Place) -> None:
        key = f"{self.figure.title} {place.item}"
        button.clicked.connect(lambda: self.wanted.emit(key, place))
        self.links[key] = button

    def _base(self, name: str) -> QWidget:
        """Of what it is a share or mean; a link where those are more records than the number."""
        figure = self.figure
        place = figure.base_records
        if place is None or place == figure.records:
            return label(figure.base, name)
        button = link_button(figure.base)
        button.setAccessibleName(", ".join((figure.base, figure.title)))
        self._lead(button, place)
        return _in_flow(button)

    def _notes(self) -> list[tuple[str, str]]:
        """The early sign and the trend as far as there are any, each with the tone of its sign."""
        notes = ((self.figure.caution, "due"), (self.figure.trend, "quiet"))
        return [(words, tone) for words, tone in notes if words]

    def _begin(self) -> QWidget | None:
        """The way to begin writing it down, where nobody does."""
        place = self.figure.begin
        if place is None:
            return None
        words = self.tr("How to begin")
        button = link_button(words)
        button.setAccessibleName(": ".join((words, self.figure.title)))
        self._lead(button, place)
        return _in_flow(button)


class ChiefFigure(FigureView):
    """The figure at the head of a card, large.

    Args:
        figure: in words.
        theme: says how large text is.
    """

    def __init__(self, figure: ShownFigure, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(figure, parent)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        whole.addWidget(label(figure.title, "strong"))
        number = self._number()
        if figure.is_number:
            _enlarge(number, theme)
        whole.addWidget(_in_flow(number) if isinstance(number, QPushButton) else number)
        if figure.base:
            whole.addWidget(self._base(""))
        for aside in (*figure.asides, figure.missing):
            if aside:
                whole.addWidget(label(aside, "quiet"))
        whole.addWidget(label(figure.period, "small"))
        chips, begin = [Chip(*note) for note in self._notes()], self._begin()
        if chips:
            whole.addSpacing(_BEFORE_CHIPS)
            whole.addWidget(_in_flow(*chips))
        if begin is not None:
            whole.addWidget(begin)


class FigureLine(FigureView):
    """A further figure, on a quiet line: what it is at the left, the number at the right."""

    def __init__(self, figure: ShownFigure, parent: QWidget | None = None) -> None:
        super().__init__(figure, parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(1, em(self, _NUMBER))
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(label(figure.title))
        further = (*figure.asides, figure.own_period, figure.missing)
        said = [words for words in (figure.base, *further) if words]
        for words in said:
            left.addWidget(label(words, "small"))
        grid.addLayout(left, 0, 0)
        number = self._number()
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        if isinstance(number, QLabel):
            number.setAlignment(right)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(number, 0, right)
        for words, tone in self._notes():  # no ground of their own: there are many of them
            column.addWidget(MarkedLabel(words, tone, "small"), 0, right)
        column.addStretch(1)
        grid.addLayout(column, 0, 1)
        begin = self._begin()
        if begin is not None:
            left.addWidget(begin)
        left.addStretch(1)


def _enlarge(number: QWidget, theme: Theme) -> None:
    points = theme.text_points * _BIG
    number.setStyleSheet(f"font-size: {points:.2f}pt; font-weight: bold;")


def _in_flow(*widgets: QWidget) -> QWidget:
    """Widgets as wide as their words, at the side on which reading begins."""
    held = QWidget()
    line = FlowLayout(held)
    for widget in widgets:
        line.addWidget(widget)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    held.setSizePolicy(policy)
    return held
