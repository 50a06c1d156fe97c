# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Audits of a page, a dialog or a window: each gives one sentence for every fault it finds.

Show the widget at the size that is meant, then ask. Nothing here changes what it looks at. Every
sentence names the widget by its class and its words.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QWidget,
)

from tests.helpers.qt import accessible_name, lies_over, painted, stops

ROW, BUTTON = 32, 40
"""Least heights at 100 %, in pixels."""

SMALL_SCREEN = QSize(1366, 768)
READ = 4.5
"""Contrast that text owes to its ground."""

EDGE = 7
"""Pixels at the edge of buttons and fields that hold no text but borders and rings."""


def findings(widget: QWidget) -> list[str]:
    """What every audit finds that holds at any size of text."""
    audits = (unnamed, doubled_names, misnamed, clipped, off_order, low_contrast, outside)
    return [line for audit in audits for line in audit(widget)]


def unnamed(widget: QWidget) -> list[str]:
    """Widgets that take the keyboard and have no name for a screen reader; rows without words."""
    found = [f"{_said(part)} has no name" for part in _reachable(widget) if not _name(part)]
    for view in _views(widget):
        found.extend(f"{_said(view)}: row {row} says nothing" for row in _silent_rows(view))
    return found


def doubled_names(widget: QWidget) -> list[str]:
    """Names that two widgets share, so that one cannot be told from the other by ear."""
    names = Counter(_name(part) for part in _reachable(widget) if _name(part))
    return [f"“{name}” names {count} widgets" for name, count in names.items() if count > 1]


def misnamed(widget: QWidget) -> list[str]:
    """Buttons, and fields with a label of their own, whose name is not what the eye reads."""
    found = []
    for part in _reachable(widget):
        seen = _visible_label(widget, part)
        if seen and _name(part) and not _agree(seen, _name(part)):
            found.append(f"{_said(part)} is called “{_name(part)}” but reads “{seen}”")
    return found


def clipped(widget: QWidget) -> list[str]:
    """Labels, buttons and fields whose text needs more room than it has."""
    found = []
    for part in _seen(widget, QLabel, QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox):
        need = _needed(part)
        if need.width() > part.width() + 1 or need.height() > part.height() + 1:
            found.append(
                f"{_said(part)} needs {need.width()} x {need.height()}"
                f" and has {part.width()} x {part.height()}"
            )
        elif _is_cut(part, widget):
            found.append(f"{_said(part)} is cut off by what holds it")
    return found


def low_contrast(widget: QWidget) -> list[str]:
    """Texts that stand out too little from their ground, measured on the picture of the page."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ratio = image.devicePixelRatio()
    found = []
    for part, rect in _texts_on(widget):
        dots = QRect(rect.topLeft() * ratio, rect.size() * ratio)
        measured = contrast_in(image, dots)
        if measured is not None and measured < READ:
            found.append(f"{_said(part)} has a contrast of {measured:.1f}")
    return found


def off_order(widget: QWidget) -> list[str]:
    """Places where Tab goes back up, or back to the left within one line.

    Tab goes round in a ring that Qt begins anywhere: its one way back to the top is no fault.
    What lies over the page has no line of its own: the walks press Tab to see when it comes.
    """
    ring = [part for part in _reachable(widget) if not lies_over(part)]
    backs = [
        (before, part)
        for before, part in zip(ring, [*ring[1:], *ring[:1]], strict=True)
        if before is not part and _comes_first(part, before, widget)
    ]
    tops = [_on_page(part, widget).topLeft() for _, part in backs]
    round_again = min(range(len(backs)), key=lambda at: (tops[at].y(), tops[at].x()), default=-1)
    return [
        f"Tab goes from {_said(before)} back to {_said(part)}"
        for at, (before, part) in enumerate(backs)
        if at != round_again
    ]


def too_small(widget: QWidget, percent: int = 100) -> list[str]:
    """Rows under 32 pixels and buttons under 40, times the size of text."""
    found = []
    for part in _seen(widget, QPushButton, QToolButton, QComboBox, QCheckBox, QRadioButton):
        is_row = isinstance(part, QCheckBox | QRadioButton) or part.objectName() == "link"
        least = (ROW if is_row else BUTTON) * percent // 100
        if part.height() < least - 1:
            found.append(f"{_said(part)} is {part.height()} pixels high, {least} are owed")
    for view in _views(widget):
        height = view.sizeHintForRow(0) if _row_count(view) else ROW * percent // 100
        if height < ROW * percent // 100 - 1:
            found.append(f"{_said(view)} has rows of {height} pixels")
    return found


def outside(widget: QWidget, screen: QSize = SMALL_SCREEN) -> list[str]:
    """A window that cannot be made as small as the screen, and widgets beyond its edges."""
    found = []
    least = widget.minimumSizeHint()
    if least.width() > screen.width() or least.height() > screen.height():
        found.append(f"{_said(widget)} needs {least.width()} x {least.height()}")
    whole = widget.rect()
    for part in _seen(widget, QWidget):
        inside_scroll = any(
            isinstance(held, QAbstractScrollArea) for held in _holders(part, widget)
        )
        if not inside_scroll and not whole.contains(_on_page(part, widget)):
            found.append(f"{_said(part)} stands outside")
    return found


def contrast_in(image: QImage, rect: QRect) -> float | None:
    """The contrast between the ground of a piece of a picture and what stands out most in it.

    Args:
        image: with 32 bits for each dot.
        rect: the piece, in dots.

    Returns:
        None where there is nothing but ground.
    """
    piece = image.copy(rect.intersected(image.rect()))
    if piece.isNull() or piece.width() * piece.height() < 16:
        return None
    return _contrast_of(bytes(piece.constBits()), piece.width())


@lru_cache(maxsize=256)
def _contrast_of(picture: bytes, wide: int) -> float | None:
    """What many pages show alike, such as the rail, is measured once."""
    dots = memoryview(picture).cast("I")
    ground = Counter(dots[:: max(1, len(dots) // 4096)]).most_common(1)[0][0]
    rows = {dots[at : at + wide].tobytes() for at in range(0, len(dots), wide)}
    colours = {dot for row in rows for dot in memoryview(row).cast("I")} - {ground}
    return max((_ratio(dot, ground) for dot in colours), default=None)


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two colours, from 1 to 21, as WCAG 2 counts it."""
    return _ratio(one.rgb(), other.rgb())


def _ratio(one: int, other: int) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@cache
def _luminance(dot: int) -> float:
    parts = ((dot >> shift & 255) / 255 for shift in (16, 8, 0))
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _seen(widget: QWidget, *kinds: type[QWidget]) -> Iterator[QWidget]:
    """The visible parts of these kinds; the inside of a combo box or a spin box is not a part."""
    for part in widget.findChildren(QWidget):
        is_kind = isinstance(part, kinds) and part.isVisibleTo(widget) and not part.isWindow()
        if is_kind and not isinstance(part.parentWidget(), QComboBox | QAbstractSpinBox | QTabBar):
            yield part


def _reachable(widget: QWidget) -> list[QWidget]:
    """What Tab reaches in it."""
    return [part for part in stops(widget) if widget.isAncestorOf(part)]


def _name(part: QWidget) -> str:
    return accessible_name(part).strip()


def _said(part: QWidget) -> str:
    words = _text_of(part).strip() or _name(part) or part.objectName()
    return f"{type(part).__name__} “{words[:60]}”"


def _text_of(part: QWidget) -> str:
    if isinstance(part, QLabel | QAbstractButton):
        return painted(part.text())
    if isinstance(part, QLineEdit):
        return part.text() or part.placeholderText()
    return part.currentText() if isinstance(part, QComboBox) else ""


def _visible_label(widget: QWidget, part: QWidget) -> str:
    if isinstance(part, QAbstractButton):
        return painted(part.text()).strip()
    labels = (label for label in _seen(widget, QLabel) if label.buddy() is part)
    return next((label.text().strip() for label in labels), "")


def _agree(seen: str, name: str) -> bool:
    """The name is what is read, or begins with it: "Change" may be "Change Christmas Day"."""
    heard, read = (" ".join(words.split()).casefold() for words in (name, seen.rstrip("…. ")))
    return heard.startswith(read)


def _row_count(view: QAbstractItemView) -> int:
    model = view.model()
    return model.rowCount(view.rootIndex()) if model is not None else 0


def _views(widget: QWidget) -> Iterator[QAbstractItemView]:
    """The lists and tables; their headers are views to Qt alone."""
    return (view for view in _seen(widget, QAbstractItemView) if not isinstance(view, QHeaderView))


def _silent_rows(view: QAbstractItemView) -> list[int]:
    """Of the first rows, those that a screen reader can say nothing about."""
    model = view.model()
    roles = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole)
    return [
        row
        for row in range(min(_row_count(view), 50))
        if not any(model.index(row, 0, view.rootIndex()).data(role) for role in roles)
    ]


def _needed(part: QWidget) -> QSize:
    """The room that a text needs at the width it has."""
    metrics = part.fontMetrics()
    if isinstance(part, QLabel):
        return _needed_by_label(part)
    if isinstance(part, QLineEdit):
        edges = part.width() - part.contentsRect().width() + 2 * EDGE
        wide = metrics.horizontalAdvance(part.placeholderText()) + edges
        return QSize(wide if part.placeholderText() else 0, metrics.height())
    if isinstance(part, QComboBox):
        option = QStyleOptionComboBox()
        part.initStyleOption(option)
        field = part.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, part
        )
        return QSize(
            metrics.horizontalAdvance(part.currentText()) + part.width() - field.width(),
            metrics.height(),
        )
    if isinstance(part, QAbstractButton):
        return part.sizeHint() if _text_of(part) else QSize(0, 0)
    return QSize(0, metrics.height())


def _needed_by_label(label: QLabel) -> QSize:
    paints_itself = type(label).paintEvent is not QLabel.paintEvent
    if paints_itself or not label.text() or label.textFormat() == Qt.TextFormat.RichText:
        return QSize(0, 0)
    if not label.wordWrap():
        return label.minimumSizeHint()
    metrics = label.fontMetrics()
    longest = max((metrics.horizontalAdvance(word) for word in label.text().split()), default=0)
    return QSize(longest, label.heightForWidth(label.width()))


def _is_cut(part: QWidget, widget: QWidget) -> bool:
    """Whether something that holds it shows only a part of it; what scrolls may hide its ends."""
    rect = part.rect()
    child = part
    for held in _holders(part, widget):
        rect = QRect(child.mapTo(held, rect.topLeft()), rect.size())
        child = held
        scrolls = isinstance(held.parentWidget(), QAbstractScrollArea)
        window = held.rect()
        if rect.left() < window.left() - 1 or rect.right() > window.right() + 1:
            return True
        is_high = rect.top() < window.top() - 1 or rect.bottom() > window.bottom() + 1
        if is_high and not scrolls:
            return True
        if scrolls:
            rect = rect.intersected(window)
            if rect.isEmpty():
                return False
    return False


def _holders(part: QWidget, widget: QWidget) -> Iterator[QWidget]:
    """What holds a part, from its parent to the widget that is looked at."""
    held = part
    while held is not widget and held.parentWidget() is not None:
        held = held.parentWidget()
        yield held


def _on_page(part: QWidget, widget: QWidget) -> QRect:
    return QRect(part.mapTo(widget, QPoint(0, 0)), part.size())


def _ports(part: QWidget, widget: QWidget) -> Iterator[QWidget]:
    """The windows of everything that scrolls and holds a part, from the inmost."""
    for held in _holders(part, widget):
        if isinstance(held.parentWidget(), QAbstractScrollArea):
            yield held


def _in_sight(part: QWidget, rect: QRect, widget: QWidget) -> QRect:
    """The piece of a rectangle of the page that can be seen.

    Where no whole line is left there is nothing to read, and so nothing to measure.
    """
    seen = rect & widget.rect()
    for port in _ports(part, widget):
        seen &= _on_page(port, widget)
    top = widget.childAt(seen.center())
    if top is not None and not (top is part or top.isAncestorOf(part) or part.isAncestorOf(top)):
        return QRect()  # something lies over it, such as what a search has found
    line = min(rect.height(), 2 * part.fontMetrics().height())
    return seen if seen.height() >= line else QRect()


def _texts_on(widget: QWidget) -> Iterator[tuple[QWidget, QRect]]:
    """Every text that can be seen, with the rectangle in which it stands and nothing else."""
    for part in _seen(widget, QLabel, QAbstractButton, QLineEdit, QComboBox):
        if not _text_of(part).strip() or isinstance(part, QToolButton):
            continue
        rect = _on_page(part, widget)
        if isinstance(part, QLabel):
            yield part, _in_sight(part, rect, widget)
            continue
        if isinstance(part, QCheckBox | QRadioButton):
            rect.setLeft(rect.left() + part.iconSize().width() + part.fontMetrics().height())
        inside = rect.adjusted(EDGE, EDGE, -EDGE, -EDGE)
        if isinstance(part, QComboBox):
            inside.setRight(inside.right() - 2 * part.fontMetrics().height())
        yield part, _in_sight(part, inside, widget)
    for header in _seen(widget, QHeaderView):
        yield header, _on_page(header, widget).adjusted(EDGE, EDGE, -EDGE, -EDGE)
    for view in _views(widget):
        port = view.viewport()
        for row in range(min(_row_count(view), 50)):
            rect = view.visualRect(view.model().index(row, 0, view.rootIndex()))
            shown = rect.adjusted(EDGE, EDGE, -EDGE, -EDGE) & port.rect()
            if shown.height() >= min(rect.height() - 2 * EDGE, view.fontMetrics().height()):
                on_page = QRect(port.mapTo(widget, shown.topLeft()), shown.size())
                yield view, _in_sight(view, on_page, widget)


def _comes_first(part: QWidget, before: QWidget, widget: QWidget) -> bool:
    """Whether a part stands before another for the eye: above it, or left of it in its line.

    The top of the next column comes after the foot of this one.
    """
    here, there = _spot(part, before, widget), _spot(before, part, widget)
    is_above = here.bottom() < there.top()
    in_line = not is_above and here.top() <= there.bottom()
    return (is_above and here.left() < there.right()) or (in_line and here.right() < there.left())


def _spot(part: QWidget, other: QWidget, widget: QWidget) -> QRect:
    """Where a part stands; if it scrolls and the other does not scroll with it, where that is."""
    rect = _on_page(part, widget)
    for port in _ports(part, widget):
        if not port.isAncestorOf(other):
            rect = _on_page(port, widget)
    return rect
