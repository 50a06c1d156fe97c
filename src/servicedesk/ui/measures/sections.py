# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One part of "How we do" as a card: its chief figure, the further ones, its charts, its folds."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from servicedesk.ui.core.theme import Theme
from servicedesk.ui.measures.figure_card import ChiefFigure, FigureLine, FigureView
from servicedesk.ui.measures.shown import ShownFigure, ShownSection
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.chart_view import ChartView
from servicedesk.ui.widgets.fold import Folds
from servicedesk.ui.widgets.pair import Pair

_SIDE_BY_SIDE = 44
"""Width in text heights from which the further figures stand beside the chief one."""

_GAP = 8

_MANY = 6
"""Further figures from which on they stand below the chief one, in two columns."""


class SectionCard(Card):
    """A card.

    Signals:
        wanted: (key of the link, Place) somebody wants to be there.
        drawing_wanted: (ChartData, pixels, pixels) a chart needs its picture.

    Args:
        section: in words.
        theme: says how large text is.

    Attributes:
        views: its figures, the chief one first.
        charts: its charts.
        folds: how sure the figures are, and how they are counted.
    """

    wanted = Signal(str, object)
    drawing_wanted = Signal(object, int, float)

    def __init__(self, section: ShownSection, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(section.title, parent)
        self.section = section
        self.views: list[FigureView] = []
        self.charts: list[ChartView] = []
        if section.figures:
            self._put_figures(section.figures, theme)
        for chart in section.charts:
            self._line()
            view = ChartView(chart, is_titled=chart.title != section.title)
            view.wanted.connect(self.wanted)
            view.drawing_wanted.connect(self.drawing_wanted)
            self.charts.append(view)
            self.body.addWidget(view)
        self.folds = Folds(section.title)
        self.folds.ask(self.tr("How sure is this?"), _each(section.figures, "sure"))
        self.folds.ask(self.tr("How is this counted?"), _each(section.figures, "formula"))
        self.body.addWidget(self.folds)

    @property
    def links(self) -> dict[str, QPushButton]:
        """Everything that leads to records, by its key."""
        held = (*(one.links for one in self.charts), *(one.links for one in self.views))
        return {key: link for links in held for key, link in links.items()}

    def _put_figures(self, figures: tuple[ShownFigure, ...], theme: Theme) -> None:
        """The chief figure at the left, the further ones beside it; many stand below it."""
        chief, further = ChiefFigure(figures[0], theme), figures[1:]
        self._note(chief)
        if not further or len(further) >= _MANY:
            self.body.addWidget(chief)
        if not further:
            return
        pair = Pair(_SIDE_BY_SIDE)
        if len(further) < _MANY:
            self.body.addWidget(pair)
            pair.put(chief, self._lines(further))
            return
        self.body.addWidget(_rule())
        self.body.addWidget(pair)
        half = (len(further) + 1) // 2
        pair.put(self._lines(further[:half]), self._lines(further[half:]))

    def _lines(self, figures: tuple[ShownFigure, ...]) -> QWidget:
        """Further figures one below the other."""
        lines = QWidget()
        column = QVBoxLayout(lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        for at, figure in enumerate(figures):
            if at:
                column.addWidget(_rule())
            line = FigureLine(figure)
            self._note(line)
            column.addWidget(line)
        return lines

    def _note(self, view: FigureView) -> None:
        self.views.append(view)
        view.wanted.connect(self.wanted)

    def _line(self) -> None:
        if self.views or self.charts:
            self.body.addWidget(_rule())


def _rule() -> QFrame:
    rule = QFrame()
    rule.setObjectName("line")
    return rule


def _each(figures: tuple[ShownFigure, ...], what: str) -> list[str]:
    """One sentence for every figure that has something to say, with its title before it."""
    said = [(figure.title, str(getattr(figure, what))) for figure in figures]
    told = dict.fromkeys((title, words) for title, words in said if words)
    return [words if len(told) == 1 else f"{title}: {words}" for title, words in told]
