# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The style sheet: fields, buttons and named containers, in the colours and size of the theme.

Every pair of text and ground in it stands in ``theme_pairs``, where a test counts its contrast.
"""

from collections.abc import Callable, Mapping

Em = Callable[[float], int]
"""Pixels of so many text heights."""

TALL = 2.61
"""Height of fields and buttons in text heights: 40 pixels at 100 %."""

ROW = 2.1
"""Least height of rows and links in text heights: 32 pixels at 100 %."""

TONES = ("ok", "due", "late")


def sheet(colours: Mapping[str, str], em: Em, text_points: float, title_points: float) -> str:
    """Write the sheet.

    Args:
        colours: token -> ``#RRGGBB``.
        em: pixels of so many text heights.
        text_points: size of text now.
        title_points: size of page titles now.
    """
    parts = (
        _labels(colours, em, text_points, title_points),
        _buttons(colours, em),
        _named_buttons(colours, em),
        _fields(colours, em),
        _containers(colours),
        _lists(colours, em),
        _tones(colours, em),
        _small_things(colours, em),
        _scroll_bars(colours, em),
    )
    return "\n".join(parts)


def _labels(c: Mapping[str, str], em: Em, text_points: float, title_points: float) -> str:
    section = text_points * 12.5 / 11.5
    return f"""
        QLabel#title {{ color: {c["ink"]}; font-size: {title_points:.2f}pt; font-weight: bold; }}
        QLabel#section {{ color: {c["ink"]}; font-size: {section:.2f}pt; font-weight: bold; }}
        QLabel#strong {{ color: {c["ink"]}; font-weight: bold; }}
        QLabel#quiet {{ color: {c["soft_ink"]}; }}
        QLabel#small {{ color: {c["soft_ink"]}; font-size: {text_points * 0.9:.2f}pt; }}
        QLabel#error {{ color: {c["late"]}; }}
        QLabel#brand {{
            color: {c["brand"]}; font-weight: bold; font-size: {section:.2f}pt;
        }}
        QLabel#step_number {{
            background: {c["brand"]}; color: {c["brand_ink"]}; font-weight: bold;
            border-radius: {em(0.3)}px; padding: 0px {em(0.5)}px;
        }}
        QLabel#count {{
            background: {c["late"]}; color: {c["card"]}; font-weight: bold;
            border-radius: {em(0.65)}px; padding: 0px {em(0.4)}px; min-height: {em(1.3)}px;
        }}
        QLabel#command {{
            background: {c["paper"]}; color: {c["ink"]}; border: 1px solid {c["field_border"]};
            border-radius: 6px; padding: {em(0.5)}px {em(0.65)}px;
        }}
    """


def _buttons(c: Mapping[str, str], em: Em) -> str:
    """Any button is a light one with an edge; the named ones differ from it."""
    wide, high = em(1), em(0.4)
    least = em(TALL) - 2 * high - 2
    return f"""
        QPushButton {{
            background: {c["card"]}; color: {c["ink"]}; border: 1px solid {c["field_border"]};
            border-radius: 8px; padding: {high}px {wide}px; min-height: {least}px;
            font-weight: bold;
        }}
        QPushButton:hover {{ background: {c["brand_soft"]}; color: {c["ink"]}; }}
        QPushButton:pressed {{ background: {c["backdrop"]}; color: {c["ink"]}; }}
        QPushButton:focus {{
            border: 2px solid {c["focus"]}; padding: {high - 1}px {wide - 1}px;
        }}
        QPushButton:disabled {{
            background: {c["rail"]}; color: {c["soft_ink"]};
            border: 1px dashed {c["field_border"]};
        }}
        QPushButton#main {{
            background: {c["brand"]}; color: {c["brand_ink"]}; border: 1px solid {c["brand"]};
            padding: {high}px {wide}px;
        }}
        QPushButton#main:hover {{ background: {c["brand_hover"]}; color: {c["brand_ink"]}; }}
        QPushButton#main:pressed {{ background: {c["brand_down"]}; color: {c["brand_ink"]}; }}
        QPushButton#main:disabled {{
            background: {c["rail"]}; color: {c["soft_ink"]};
            border: 1px dashed {c["field_border"]};
        }}
        QPushButton#danger {{ color: {c["late"]}; border-color: {c["late"]}; }}
        QPushButton#danger:hover {{ background: {c["late_soft"]}; color: {c["late"]}; }}
        QPushButton#danger:pressed {{ background: {c["late_soft"]}; color: {c["ink"]}; }}
        QPushButton#danger:focus {{ border-color: {c["focus"]}; }}
        QPushButton#danger:disabled {{
            background: {c["rail"]}; color: {c["soft_ink"]}; border-color: {c["field_border"]};
        }}
    """


def _named_buttons(c: Mapping[str, str], em: Em) -> str:
    return f"""
        QPushButton#link {{
            background: transparent; color: {c["brand"]}; border: 2px solid transparent;
            border-radius: 6px; padding: 0px; min-height: {em(ROW) - 4}px;
            font-weight: normal; text-decoration: underline; text-align: left;
        }}
        QPushButton#link:hover {{ background: {c["brand_soft"]}; color: {c["brand"]}; }}
        QPushButton#link:pressed {{ background: {c["brand_soft"]}; color: {c["ink"]}; }}
        QPushButton#link:focus {{ border: 2px solid {c["focus"]}; }}
        QPushButton#link:disabled {{ background: transparent; color: {c["soft_ink"]}; }}
        QPushButton#chip {{
            border-radius: {em(TALL) // 2}px; font-weight: normal;
        }}
        QPushButton#chip:checked {{
            background: {c["brand"]}; color: {c["brand_ink"]}; border: 1px solid {c["brand"]};
            padding: {em(0.4)}px {em(1)}px;
        }}
        QPushButton#chip:checked:hover {{
            background: {c["brand_hover"]}; color: {c["brand_ink"]};
        }}
        QPushButton#chip:checked:disabled {{
            background: {c["rail"]}; color: {c["soft_ink"]};
            border: 1px solid {c["field_border"]};
        }}
        QPushButton#rail, QToolButton#rail {{
            background: transparent; color: {c["ink"]}; border: 2px solid transparent;
            border-radius: 8px; padding: 0px {em(0.5)}px; min-height: {em(TALL) - 4}px;
            font-weight: normal; text-align: left;
        }}
        QPushButton#rail:hover, QToolButton#rail:hover {{
            background: {c["backdrop"]}; color: {c["ink"]};
        }}
        QPushButton#rail:checked, QToolButton#rail:checked {{
            background: {c["brand_soft"]}; color: {c["brand"]}; font-weight: bold;
        }}
        QPushButton#rail:focus, QToolButton#rail:focus {{ border: 2px solid {c["focus"]}; }}
        QToolButton {{
            background: transparent; color: {c["ink"]}; border: 2px solid transparent;
            border-radius: 8px; padding: {em(0.25)}px; min-height: {em(TALL) - 4 - 2 * em(0.25)}px;
        }}
        QToolButton:hover {{ background: {c["brand_soft"]}; color: {c["ink"]}; }}
        QToolButton:pressed {{ background: {c["backdrop"]}; color: {c["ink"]}; }}
        QToolButton:checked {{ background: {c["brand_soft"]}; color: {c["brand"]}; }}
        QToolButton:focus {{ border: 2px solid {c["focus"]}; }}
        QToolButton:disabled {{ color: {c["soft_ink"]}; }}
        QToolButton::menu-indicator {{ image: none; }}
    """


_TEXTS = "QPlainTextEdit, QTextEdit"


def _fields(c: Mapping[str, str], em: Em) -> str:
    """Lines and texts; ``DeskStyle`` paints combo boxes and spin boxes to match."""
    wide, high = em(0.7), em(0.3)
    least = em(TALL) - 2 * high - 2
    return f"""
        QLineEdit, {_TEXTS} {{
            background: {c["card"]}; color: {c["ink"]}; border: 1px solid {c["field_border"]};
            border-radius: 8px; placeholder-text-color: {c["soft_ink"]};
        }}
        QLineEdit, {_TEXTS}, QComboBox, QAbstractSpinBox {{
            selection-background-color: {c["brand"]}; selection-color: {c["brand_ink"]};
        }}
        QLineEdit {{ padding: {high}px {wide}px; min-height: {least}px; }}
        {_TEXTS} {{ padding: {high}px; }}
        QLineEdit:focus {{
            border: 2px solid {c["focus"]}; padding: {high - 1}px {wide - 1}px;
        }}
        QPlainTextEdit:focus, QTextEdit:focus {{
            border: 2px solid {c["focus"]}; padding: {high - 1}px;
        }}
        QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled {{
            background: {c["rail"]}; color: {c["soft_ink"]};
            border: 1px dashed {c["field_border"]};
        }}
        *[has_error="true"] {{ border-color: {c["late"]}; }}
        QComboBox QLineEdit, QAbstractSpinBox QLineEdit {{
            border: none; padding: 0px; min-height: 0px; background: transparent;
        }}
        QComboBox QAbstractItemView {{ border: 1px solid {c["field_border"]}; }}
        QTextEdit#reading {{ background: transparent; border: 2px solid transparent; }}
        QTextEdit#reading:focus {{ border: 2px solid {c["focus"]}; }}
        QCheckBox, QRadioButton {{
            color: {c["ink"]}; spacing: {em(0.55)}px; min-height: {em(ROW)}px;
            padding: 0px {em(0.2)}px;
        }}
        QCheckBox:disabled, QRadioButton:disabled {{ color: {c["soft_ink"]}; }}
    """


def _lists(c: Mapping[str, str], em: Em) -> str:
    return f"""
        QAbstractItemView {{
            background: {c["card"]}; color: {c["ink"]}; border: 1px solid {c["field_border"]};
            selection-background-color: {c["brand_soft"]}; selection-color: {c["ink"]};
            gridline-color: {c["line"]};
        }}
        QListView, QTreeView, QTableView {{ border-radius: 8px; }}
        QAbstractItemView:focus {{ border: 2px solid {c["focus"]}; }}
        QAbstractItemView#steps {{
            background: {c["band"]}; border: none; border-radius: 0px; padding: 0px;
            selection-background-color: {c["brand_soft"]}; selection-color: {c["brand"]};
        }}
        QAbstractItemView#steps:focus {{ border: none; }}
        QTableCornerButton::section {{ background: {c["band"]}; border: none; }}
        QHeaderView {{ background: transparent; border: none; }}
        QHeaderView::section:first {{ border-top-left-radius: 7px; }}
        QHeaderView::section:last {{ border-top-right-radius: 7px; }}
        QHeaderView::section:only-one {{
            border-top-left-radius: 7px; border-top-right-radius: 7px;
        }}
        QHeaderView::section {{
            background: {c["band"]}; color: {c["soft_ink"]}; border: none;
            border-bottom: 1px solid {c["line"]}; padding: {em(0.35)}px {em(0.5)}px;
            font-weight: bold;
        }}
        QMenu {{
            background: {c["card"]}; color: {c["ink"]}; border: 1px solid {c["field_border"]};
            padding: {em(0.25)}px;
        }}
        QMenu::item {{
            padding: {em(0.3)}px {em(1.6)}px; min-height: {em(1.5)}px; border-radius: 6px;
        }}
        QMenu::icon {{ padding-left: {em(0.4)}px; }}
        QMenu::item:selected {{ background: {c["brand"]}; color: {c["brand_ink"]}; }}
        QMenu::item:disabled {{ background: {c["card"]}; color: {c["soft_ink"]}; }}
        QMenu::separator {{ height: 1px; background: {c["line"]}; margin: {em(0.25)}px; }}
    """


def _containers(c: Mapping[str, str]) -> str:
    return f"""
        QFrame#card {{
            background: {c["card"]}; border: 1px solid {c["line"]}; border-radius: 10px;
        }}
        QFrame#band {{
            background: {c["band"]}; border: none; border-bottom: 1px solid {c["line"]};
        }}
        QFrame#rail {{
            background: {c["rail"]}; border: none; border-right: 1px solid {c["line"]};
        }}
        QFrame#steps {{
            background: {c["band"]}; border: none; border-right: 1px solid {c["line"]};
        }}
        QFrame#backdrop {{ background: {c["backdrop"]}; border: none; }}
        QFrame#line {{ background: {c["line"]}; border: none; max-height: 1px; min-height: 1px; }}
        QFrame#undo_bar {{
            background: {c["card"]}; border: 1px solid {c["field_border"]}; border-radius: 8px;
        }}
        QScrollArea {{ background: transparent; border: none; }}
        QScrollArea > QWidget > QWidget#scrolled {{ background: transparent; }}
        QSplitter::handle {{ background: {c["line"]}; }}
        QSplitter::handle:hover {{ background: {c["field_border"]}; }}
    """


def _tones(c: Mapping[str, str], em: Em) -> str:
    """Notices and chips: words, an icon and a colour, never the colour alone."""
    rules = [
        f"""
        QFrame#notice_{tone} {{
            background: {c[tone + "_soft"]}; border: none; border-radius: 8px;
        }}
        QFrame#notice_{tone} QLabel, QFrame#notice_{tone} QPushButton#link {{
            color: {c[tone]};
        }}
        QFrame#chip_{tone} {{
            background: {c[tone + "_soft"]}; color: {c[tone]}; border: none; border-radius: 6px;
            padding: {em(0.12)}px {em(0.5)}px; font-weight: bold;
        }}
        QFrame#chip_{tone} QLabel {{ color: {c[tone]}; font-weight: bold; }}
        """
        for tone in TONES
    ]
    quiet = f"""
        QFrame#notice_quiet {{ background: {c["brand_soft"]}; border: none; border-radius: 8px; }}
        QFrame#notice_quiet QLabel {{ color: {c["ink"]}; }}
        QFrame#chip_quiet {{
            background: {c["quiet_soft"]}; color: {c["soft_ink"]}; border: none; border-radius: 6px;
            padding: {em(0.12)}px {em(0.5)}px; font-weight: bold;
        }}
        QFrame#chip_quiet QLabel {{ color: {c["soft_ink"]}; font-weight: bold; }}
    """
    return "\n".join((*rules, quiet))


def _small_things(c: Mapping[str, str], em: Em) -> str:
    return f"""
        QToolTip {{
            background: {c["card"]}; color: {c["ink"]}; border: 1px solid {c["field_border"]};
            padding: {em(0.3)}px;
        }}
        QProgressBar {{
            background: {c["backdrop"]}; color: {c["ink"]}; border: 1px solid {c["field_border"]};
            border-radius: {em(0.3)}px; min-height: {em(0.6)}px; max-height: {em(0.6)}px;
        }}
        QProgressBar::chunk {{ background: {c["brand"]}; border-radius: {em(0.25)}px; }}
        QSlider::groove:horizontal {{
            background: {c["backdrop"]}; border: 1px solid {c["field_border"]};
            height: {em(0.3)}px; border-radius: {em(0.2)}px;
        }}
        QSlider::sub-page:horizontal {{
            background: {c["brand"]}; border-radius: {em(0.2)}px;
        }}
        QSlider::handle:horizontal {{
            background: {c["card"]}; border: 2px solid {c["brand"]}; width: {em(1)}px;
            border-radius: {em(0.45)}px; margin: -{em(0.45)}px 0px;
        }}
        QSlider::handle:horizontal:focus {{ border: 3px solid {c["focus"]}; }}
        QSlider {{ min-height: {em(1.6)}px; }}
        QTabBar::tab {{
            background: transparent; color: {c["soft_ink"]}; padding: {em(0.4)}px {em(0.9)}px;
            min-height: {em(1.7)}px; border: 2px solid transparent;
            border-bottom: 3px solid transparent;
        }}
        QTabBar::tab:hover {{ background: {c["brand_soft"]}; color: {c["ink"]}; }}
        QTabBar::tab:selected {{
            color: {c["brand"]}; border-bottom: 3px solid {c["brand"]}; font-weight: bold;
        }}
        QTabWidget::pane {{ border: none; border-top: 1px solid {c["line"]}; }}
        QGroupBox {{
            border: none; margin-top: {em(1.8)}px; font-weight: bold;
        }}
        QGroupBox::title {{ subcontrol-origin: margin; left: 0px; }}
    """


def _scroll_bars(c: Mapping[str, str], em: Em) -> str:
    """Flat ones without arrows, whose handle is seen against its groove."""
    thick, round_by = em(0.75), em(0.2)
    return f"""
        QScrollBar {{ background: {c["rail"]}; border: none; margin: 0px; }}
        QScrollBar:vertical {{ width: {thick}px; }}
        QScrollBar:horizontal {{ height: {thick}px; }}
        QScrollBar::handle {{
            background: {c["field_border"]}; border-radius: {round_by}px; margin: {em(0.12)}px;
        }}
        QScrollBar::handle:hover {{ background: {c["soft_ink"]}; }}
        QScrollBar::handle:vertical {{ min-height: {em(2)}px; }}
        QScrollBar::handle:horizontal {{ min-width: {em(2)}px; }}
        QScrollBar::add-line, QScrollBar::sub-line {{ width: 0px; height: 0px; }}
        QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
