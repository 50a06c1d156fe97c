# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The first window: says what the program is, and shows the poster of the published charter."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import (
    QByteArray,
    QDate,
    QEvent,
    QLocale,
    QObject,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent, QWindow
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLabel,
    QMainWindow,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from servicedesk.ui.core.theme import Theme
from servicedesk.ui.shell.first_presenter import FirstPresenter, FirstStage, FirstState
from servicedesk.ui.widgets.command_line import CommandLine
from servicedesk.ui.widgets.page_image import PageImage

_SIDE_BY_SIDE = 900
"""From this width on, in pixels, the poster stands beside the words; below, under them."""

_WORDS_WIDTH = 500
_ANY_WIDTH = 16_777_215
"""Qt's own word for no limit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Commands:
    """Two commands that lead to the next version, exactly as this program was started.

    Args:
        begin: writes a file of answers: those of a draft, or those of the published charter.
        publish: makes the papers of those answers and publishes them.
    """

    begin: str
    publish: str


CommandsFor = Callable[[int], Commands]
"""What to type while this version is published; 0 while none is."""


class FirstWindow(QMainWindow):
    """Shows what the presenter holds.

    Signals:
        painted: once, when the window is on the screen for the first time.
        help_wanted: somebody pressed F1.

    Args:
        presenter: its state is shown, now and whenever it changes.
        theme: colours and type.
        commands: shown beneath what there is, to make or to change a charter.
    """

    painted = Signal()
    help_wanted = Signal()

    def __init__(self, presenter: FirstPresenter, theme: Theme, commands: CommandsFor) -> None:
        super().__init__()
        self._presenter = presenter
        self._theme = theme
        self._is_painted = False
        self._commands = commands
        self._build()
        self._wire()
        self._show_state()

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Servicedesk"))
        self.resize(1180, 760)
        self.setMinimumSize(QSize(420, 420))
        halves = QWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, halves)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(0)
        self._words = QScrollArea()
        self._words.setFrameShape(QFrame.Shape.NoFrame)
        self._words.setWidgetResizable(True)
        self._words.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._words.setWidget(self._build_words())
        self._halves.addWidget(self._words, 1)
        self._halves.addWidget(self._build_backdrop(), 1)
        self.setCentralWidget(halves)

    def _build_words(self) -> QWidget:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(14)
        column.addWidget(_label(self.tr("Servicedesk"), "brand"))
        title = _label(self.tr("Keep the promises you make"))
        title.setFont(self._theme.title_font())
        column.addWidget(title)
        column.addWidget(
            _label(
                self.tr(
                    "Servicedesk helps a small business tell customers what they can count on, "
                    "keep the promises it makes, and put things right when something goes wrong."
                )
            )
        )
        column.addWidget(
            _label(
                self.tr(
                    "Everything stays in one file on this computer. It works without the "
                    "internet, and nothing is sent to anyone."
                ),
                "quiet",
            )
        )
        column.addSpacing(6)
        self._pages: dict[FirstStage, QWidget] = {}
        self._pages_place = QVBoxLayout()
        column.addLayout(self._pages_place)
        self._notice = _label("", "notice")
        column.addWidget(self._notice)
        column.addStretch(1)
        column.addWidget(_label(self.tr("F1 opens the help."), "quiet"))
        return words

    def _page(self, stage: FirstStage) -> QWidget:
        """The page of a stage; none is built before it is shown, for a start shows only one."""
        if stage not in self._pages:
            build = {
                FirstStage.OPENING: self._build_opening,
                FirstStage.NONE_PUBLISHED: self._build_none_published,
                FirstStage.PUBLISHED: self._build_published,
                FirstStage.TROUBLE: self._build_trouble,
            }[stage]
            self._pages[stage] = build()
            self._pages_place.addWidget(self._pages[stage])
        return self._pages[stage]

    def _build_opening(self) -> QWidget:
        return _label(self.tr("Opening your file …"), "quiet")

    def _build_none_published(self) -> QWidget:
        frame, card = _card("card")
        card.addWidget(_heading(self.tr("You have not published a charter yet"), self._theme))
        card.addWidget(
            _label(
                self.tr(
                    "A charter is a page for your wall: the few promises you can keep on a busy "
                    "Saturday, and what you do when you miss one. Paste these into a terminal, "
                    "one after the other; close this window before you press Enter."
                )
            )
        )
        draft = CommandLine(
            self.tr("First, a draft for your trade, with a file of answers to change:"),
            self.tr("Copy the first command"),
            self.tr("The first command is copied"),
        )
        publish = CommandLine(
            self.tr("Then, when the answers are yours, publish them:"),
            self.tr("Copy the second command"),
            self.tr("The second command is copied"),
        )
        typed = self._commands(0)
        for line, command in ((draft, typed.begin), (publish, typed.publish)):
            line.show_command(command)
            card.addWidget(line)
        return frame

    def _build_published(self) -> QWidget:
        frame, card = _card("card")
        card.addWidget(_heading(self.tr("Your charter"), self._theme))
        self._chip = _label("", "chip")
        card.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignLeft)
        self._in_force = _label("")
        self._review = _label("", "quiet")
        card.addWidget(self._in_force)
        card.addWidget(self._review)
        card.addWidget(
            _label(
                self.tr(
                    "To change it, paste these into a terminal, one after the other; close this "
                    "window before you press Enter."
                )
            )
        )
        self._take_out = CommandLine(
            self.tr("First, write its answers into a file, and change them there:"),
            self.tr("Copy the first command"),
            self.tr("The first command is copied"),
        )
        self._publish = CommandLine(
            self.tr("Then publish them as the next version:"),
            self.tr("Copy the second command"),
            self.tr("The second command is copied"),
        )
        card.addWidget(self._take_out)
        card.addWidget(self._publish)
        return frame

    def _build_trouble(self) -> QWidget:
        frame, card = _card("trouble")
        self._happened = _heading("", self._theme, "happened")
        self._safe = _label("")
        self._do = _label("")
        for part in (self._happened, self._safe, self._do):
            card.addWidget(part)
        return frame

    def _build_backdrop(self) -> QWidget:
        self._backdrop = QFrame()
        self._backdrop.setObjectName("backdrop")
        self._poster = PageImage(self._theme.colour("focus"), self._theme.colour("field_border"))
        inside = QVBoxLayout(self._backdrop)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.addWidget(self._poster)
        return self._backdrop

    def _wire(self) -> None:
        self._presenter.state_changed.connect(self._show_state)
        QShortcut(QKeySequence(Qt.Key.Key_F1), self, self.help_wanted.emit)
        QShortcut(QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_Q), self, self.close)
        QShortcut(QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_W), self, self.close)

    @property
    def poster_is_shown(self) -> bool:
        """True while the picture of a poster is on the screen."""
        return self._poster.has_page

    @property
    def place(self) -> str:
        """Where the window is and how large, for the next start."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def put_at(self, place: str) -> None:
        """Put the window where it was; a place that makes no sense is passed over."""
        self.restoreGeometry(QByteArray.fromBase64(place.encode("ascii", "ignore")))

    def bring_forward(self) -> None:
        """Come before other windows, because somebody started the program a second time."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    @Slot()
    def _show_state(self) -> None:
        state = self._presenter.state
        shown = self._page(state.stage)
        for page in self._pages.values():
            page.setVisible(page is shown)
        if state.stage is FirstStage.PUBLISHED:
            self._show_published(state)
        if state.trouble is not None:
            self._happened.setText(state.trouble.happened)
            self._safe.setText(state.trouble.safe)
            self._do.setText(state.trouble.do)
        self._notice.setText(state.notice)
        self._notice.setVisible(bool(state.notice))
        self._poster.show_page(state.picture, instead=self._waiting_words(state))
        self._arrange()

    def _show_published(self, state: FirstState) -> None:
        self._chip.setText(self.tr("Version {number}, published").format(number=state.number))
        self._in_force.setVisible(state.effective_from is not None)
        self._review.setVisible(state.review_by is not None)
        if state.effective_from is not None:
            self._in_force.setText(
                self.tr("In force from {day}.").format(day=_long_day(state.effective_from))
            )
        if state.review_by is not None:
            self._review.setText(
                self.tr("Look at it again by {day}.").format(day=_long_day(state.review_by))
            )
        typed = self._commands(state.number)
        self._take_out.show_command(typed.begin)
        self._publish.show_command(typed.publish)
        self._poster.setAccessibleName(
            self.tr("Poster of version {number}").format(number=state.number)
        )
        self._poster.setAccessibleDescription(state.words)

    def _waiting_words(self, state: FirstState) -> str:
        if state.stage is FirstStage.PUBLISHED:
            return self.tr("Drawing the poster …")
        if state.stage is FirstStage.NONE_PUBLISHED:
            return self.tr("Your poster will hang here once it is published.")
        return ""

    def showEvent(self, event: QShowEvent) -> None:
        """Wait for the screen to ask for the window for the first time."""
        super().showEvent(event)
        handle = self.windowHandle()
        if not self._is_painted and handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell of the first paint: the window paints all of itself when it is exposed."""
        is_expose = event.type() is QEvent.Type.Expose and not self._is_painted
        if is_expose and isinstance(watched, QWindow) and watched.isExposed():
            self._is_painted = True
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.painted.emit)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the poster beside the words, or under them where the window is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        is_wide = self.width() >= _SIDE_BY_SIDE
        direction = QBoxLayout.Direction
        self._halves.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)
        self._words.setMaximumWidth(_WORDS_WIDTH if is_wide else _ANY_WIDTH)
        # An empty place for the poster is worth room only where there is plenty.
        self._backdrop.setVisible(is_wide or self._poster.has_page)


def _label(text: str, name: str = "") -> QLabel:
    """A label that wraps and never reads its text as markup."""
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _heading(text: str, theme: Theme, name: str = "") -> QLabel:
    label = _label(text, name)
    font = theme.text_font()
    font.setBold(True)
    font.setPointSizeF(theme.text_points * 1.15)
    label.setFont(font)
    return label


def _card(name: str) -> tuple[QFrame, QVBoxLayout]:
    """A card and the layout inside it."""
    frame = QFrame()
    frame.setObjectName(name)
    inside = QVBoxLayout(frame)
    inside.setContentsMargins(20, 18, 20, 20)
    inside.setSpacing(12)
    return frame, inside


def _long_day(day: date) -> str:
    """A day in the words of the screen's language, such as "2 October 2026"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")
