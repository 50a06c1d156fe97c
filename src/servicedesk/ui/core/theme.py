# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Fusion in our own colours and type, alive: a change of either is seen at once everywhere.

The tokens, the faces and the icons are handed in by bootstrap; no screen reads a file.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from servicedesk.ui.core.icons import Drawings, icon_of
from servicedesk.ui.core.theme_sheet import sheet

SYSTEM = "system"
LIGHT = "light"
DARK = "dark"
HIGH_CONTRAST = "high_contrast"
SCHEMES = (SYSTEM, LIGHT, DARK, HIGH_CONTRAST)
"""What may be chosen, in the order in which it is offered."""

SMALLEST, LARGEST = 90, 200
"""Bounds of the text size, in percent."""

GATHER_MS = 150
"""So long after the last step the text takes its new size: ten steps dress the program once."""

_FACES_LOADED = "faces_loaded"
"""A property of the application: faces are loaded once, however often a theme is put on."""

_ROLE = QPalette.ColorRole
_ROLES = (
    (_ROLE.Window, "paper"),
    (_ROLE.WindowText, "ink"),
    (_ROLE.Base, "card"),
    (_ROLE.AlternateBase, "paper"),
    (_ROLE.Text, "ink"),
    (_ROLE.Button, "card"),
    (_ROLE.ButtonText, "ink"),
    (_ROLE.BrightText, "late"),
    (_ROLE.ToolTipBase, "card"),
    (_ROLE.ToolTipText, "ink"),
    (_ROLE.PlaceholderText, "soft_ink"),
    (_ROLE.Highlight, "brand"),
    (_ROLE.HighlightedText, "brand_ink"),
    (_ROLE.Accent, "brand"),
    (_ROLE.Link, "brand"),
    (_ROLE.LinkVisited, "brand"),
    (_ROLE.Light, "card"),
    (_ROLE.Midlight, "line"),
    (_ROLE.Mid, "line"),
    (_ROLE.Dark, "field_border"),
    (_ROLE.Shadow, "soft_ink"),
)

_GAP = 0.35
"""Between the icon and the words of a button, in text heights, besides what Qt leaves there."""


class Theme(QObject):
    """Colours, type and icons of the screen.

    Signals:
        changed: other colours or another size of text; widgets that keep pixels lay out anew.
        asked: another size of text is wanted, and will be worn in a moment.
        veiled: names in lists can be read by everybody from now on, or no more.

    Args:
        schemes: "light", "dark" and "high_contrast", each token -> ``#RRGGBB``.
        sans: family of all text.
        text_points: size of text at 100 %.
        title_points: size of page titles at 100 %.
        fonts: files of the faces, loaded into this program alone.
        drawings: reads the SVG of an icon by its name.
        percent: size of text, 90 to 200.
        scheme: one of ``SCHEMES``.
        parent: owns it.
    """

    changed = Signal()
    asked = Signal()
    veiled = Signal()

    def __init__(
        self,
        *,
        schemes: Mapping[str, Mapping[str, str]],
        sans: str,
        text_points: float,
        title_points: float,
        fonts: tuple[bytes, ...] = (),
        drawings: Callable[[str], bytes],
        percent: int = 100,
        scheme: str = SYSTEM,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._schemes = schemes
        self._points = (text_points, title_points)
        self.sans = sans
        self._fonts = fonts
        self._drawings = Drawings(drawings)
        self._worn_by: QApplication | None = None
        self._is_finished = False
        self.percent = self.wanted_percent = _within(percent)
        self._gather = QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.setInterval(GATHER_MS)
        self._gather.timeout.connect(self._wear_wanted)
        self.scheme = scheme if scheme in SCHEMES else SYSTEM
        self._shown = self._resolved()
        self.is_veiled = False
        """Names in lists are for those alone who point at them; see ``ui.core.veil``."""
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_system)

    def set_veiled(self, is_veiled: bool) -> None:
        """Have names in lists made unreadable but for who points at them, or clear."""
        if is_veiled != self.is_veiled:
            self.is_veiled = is_veiled
            self.veiled.emit()

    @property
    def colours(self) -> Mapping[str, str]:
        """Token -> ``#RRGGBB``, as shown now."""
        return self._schemes[self._shown]

    @property
    def text_points(self) -> float:
        """The size of text now, in points."""
        return self._points[0] * self.percent / 100

    @property
    def title_points(self) -> float:
        """The size of page titles now, in points."""
        return self._points[1] * self.percent / 100

    def colour(self, token: str) -> QColor:
        """The colour of a token now; KeyError when there is none."""
        return QColor(self.colours[token])

    def em(self, number: float) -> int:
        """Pixels of ``number`` text heights, so that margins and widths grow with the text."""
        screen = QGuiApplication.primaryScreen()
        per_inch = screen.logicalDotsPerInch() if screen is not None else 96.0
        return round(number * self.text_points * per_inch / 72)

    def icon(self, name: str, token: str = "ink") -> QIcon:
        """An icon in a colour of the theme; it changes its colour with the theme by itself.

        Args:
            name: of a file in ``resources/icons``, without its ending.
            token: its colour; what is switched off is drawn in soft ink.
        """
        return icon_of(name, token, self.colour, self._drawings)

    def icon_size(self, number: float = 1.3) -> QSize:
        """The size of icons beside text, in text heights."""
        side = self.em(number)
        return QSize(side, side)

    def icon_before_words(self) -> QSize:
        """The size of icons that stand before words in a button, with the gap between them."""
        return QSize(self.em(1.3 + _GAP), self.em(1.3))

    def set_percent(self, percent: int) -> None:
        """Change the size of all text now; what is out of bounds is taken to the nearest."""
        self._gather.stop()
        self.wanted_percent = _within(percent)
        self._wear_wanted()

    def ask_percent(self, percent: int) -> None:
        """Change the size of all text once no other is asked for; see ``wanted_percent``."""
        if _within(percent) != self.wanted_percent:
            self.wanted_percent = _within(percent)
            self._gather.start()
            self.asked.emit()

    @Slot()
    def _wear_wanted(self) -> None:
        if self.wanted_percent != self.percent:
            self.percent = self.wanted_percent
            self._dress()

    def set_scheme(self, scheme: str) -> None:
        """Change the colours now.

        Args:
            scheme: one of ``SCHEMES``.

        Raises:
            KeyError: there is no such scheme.
        """
        if scheme not in SCHEMES:
            raise KeyError(scheme)
        self.scheme = scheme
        self._follow_system()

    def apply(self, application: QApplication, *, in_haste: bool = False) -> None:
        """Dress the whole program; called once, before the first window.

        Args:
            application: what is dressed.
            in_haste: leave out what only fields and lists need, until ``finish``: the first call
                of a style of our own makes Qt bring in every kind of widget there is.
        """
        if not application.property(_FACES_LOADED):
            for face in self._fonts:
                QFontDatabase.addApplicationFontFromData(face)
            application.setProperty(_FACES_LOADED, True)
        self._worn_by, self._is_finished = application, False
        if in_haste:
            application.setStyle("Fusion")
        else:
            self.finish()
        self._dress()

    def finish(self) -> None:
        """Put on what ``apply`` left out in haste; does nothing before it or a second time."""
        from servicedesk.ui.core.style import DeskStyle

        if self._worn_by is not None and not self._is_finished:
            self._is_finished = True
            self._worn_by.setStyle(DeskStyle(self))

    def palette(self) -> QPalette:
        """What Fusion paints with."""
        palette = QPalette()
        for role, token in _ROLES:
            palette.setColor(role, self.colour(token))
        for role in (_ROLE.WindowText, _ROLE.Text, _ROLE.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("soft_ink"))
        return palette

    def sheet(self) -> str:
        """The style sheet of the program in these colours and this size."""
        return sheet(self.colours, self.em, self.text_points, self.title_points)

    def text_font(self) -> QFont:
        """The font of all text."""
        font = QFont(self.sans)
        font.setPointSizeF(self.text_points)
        return font

    def _resolved(self) -> str:
        if self.scheme != SYSTEM:
            return self.scheme
        hints = QGuiApplication.styleHints()
        wanted = hints.accessibility().contrastPreference()
        if wanted == Qt.ContrastPreference.HighContrast:
            return HIGH_CONTRAST
        return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT

    @Slot()
    def _follow_system(self) -> None:
        shown = self._resolved()
        if shown != self._shown:
            self._shown = shown
            self._dress()

    def _dress(self) -> None:
        """Put colours and type on, and tell whoever keeps pixels."""
        application = self._worn_by
        if application is not None:
            for widget in application.allWidgets():
                widget.ensurePolished()  # one that never was would keep the letters of before
            # With a sheet on, Qt asks every widget anew for each widget around it; taken off
            # before, each is asked once, which takes a fifth of the time with many pages open.
            application.setStyleSheet("")
            application.setPalette(self.palette())
            application.setFont(self.text_font())
            application.setStyleSheet(self.sheet())
        self.changed.emit()


def _within(percent: int) -> int:
    return max(SMALLEST, min(LARGEST, percent))
