# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Fusion style in our own colours, from the tokens that bootstrap handed in."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Colours and type of the screen.

    Args:
        colours: token -> ``#RRGGBB``.
        sans: family of all text.
        text_points: size of text.
        title_points: size of page titles.
        fonts: files of the faces, loaded into this program alone.
    """

    colours: Mapping[str, str]
    sans: str
    text_points: float
    title_points: float
    fonts: tuple[bytes, ...] = ()

    def colour(self, token: str) -> QColor:
        """The colour of a token; KeyError when there is none."""
        return QColor(self.colours[token])

    def palette(self) -> QPalette:
        """What Fusion paints with."""
        role = QPalette.ColorRole
        palette = QPalette()
        for target, token in (
            (role.Window, "paper"),
            (role.WindowText, "ink"),
            (role.Base, "card"),
            (role.AlternateBase, "paper"),
            (role.Text, "ink"),
            (role.Button, "card"),
            (role.ButtonText, "ink"),
            (role.BrightText, "late"),
            (role.ToolTipBase, "card"),
            (role.ToolTipText, "ink"),
            (role.PlaceholderText, "soft_ink"),
            (role.Highlight, "brand"),
            (role.HighlightedText, "brand_ink"),
            (role.Accent, "brand"),
            (role.Link, "brand"),
            (role.LinkVisited, "brand"),
            (role.Light, "card"),
            (role.Midlight, "line"),
            (role.Mid, "line"),
            (role.Dark, "field_border"),
            (role.Shadow, "soft_ink"),
        ):
            palette.setColor(target, self.colour(token))
        for target in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, target, self.colour("soft_ink"))
        return palette

    def apply(self, application: QApplication) -> None:
        """Dress the whole program; called once, before the first window."""
        for face in self.fonts:
            QFontDatabase.addApplicationFontFromData(face)
        application.setStyle(QStyleFactory.create("Fusion"))
        application.setPalette(self.palette())
        application.setFont(self.text_font())
        application.setStyleSheet(self._sheet())

    def text_font(self) -> QFont:
        """The font of all text."""
        font = QFont(self.sans)
        font.setPointSizeF(self.text_points)
        return font

    def title_font(self) -> QFont:
        """The font of a page's title."""
        font = QFont(self.sans)
        font.setPointSizeF(self.title_points)
        font.setBold(True)
        return font

    def _sheet(self) -> str:
        """Only named containers and the edges that Fusion paints too faintly are styled here."""
        c = self.colours
        return f"""
            QFrame#card {{
                background: {c["card"]}; border: 1px solid {c["line"]}; border-radius: 10px;
            }}
            QFrame#backdrop {{ background: {c["line"]}; border: none; }}
            QFrame#trouble {{
                background: {c["late_soft"]}; border: 1px solid {c["late"]}; border-radius: 10px;
            }}
            QLabel#happened {{ color: {c["late"]}; }}
            QLabel#brand {{ color: {c["brand"]}; font-weight: bold; }}
            QLabel#quiet {{ color: {c["soft_ink"]}; }}
            QLabel#chip {{
                background: {c["ok_soft"]}; color: {c["ok"]}; font-weight: bold;
                border-radius: 6px; padding: 4px 10px;
            }}
            QLabel#notice {{
                background: {c["due_soft"]}; color: {c["due"]};
                border-radius: 6px; padding: 8px 10px;
            }}
            QLabel#command {{
                background: {c["paper"]}; color: {c["ink"]}; border: 1px solid {c["field_border"]};
                border-radius: 6px; padding: 8px 10px;
            }}
            QPushButton#quiet_button {{
                background: {c["card"]}; color: {c["ink"]}; border: 1px solid {c["field_border"]};
                border-radius: 8px; padding: 8px 16px; min-height: 22px; font-weight: bold;
            }}
            QPushButton#quiet_button:hover {{ background: {c["brand_soft"]}; }}
            QPushButton#quiet_button:pressed {{ background: {c["line"]}; }}
            QPushButton#quiet_button:focus {{
                border: 2px solid {c["focus"]};
            }}
        """
