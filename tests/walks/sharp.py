# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Whether icons and pages are drawn in the dots that a fine screen has, and not blown up."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from servicedesk.ui.printing.page_view import PageView
from servicedesk.ui.widgets.page_image import PageImage

_DOTS = 2
"""A page may be so many dots narrower than its place, by rounding."""


def blurred(widget: QWidget) -> list[str]:
    """Icons, and pictures of pages, with fewer dots than the screen shows them with."""
    return [*_blurred_icons(widget), *_blurred_pages(widget)]


def _blurred_icons(widget: QWidget) -> list[str]:
    ratio = widget.devicePixelRatioF()
    found = []
    for button in widget.findChildren(QAbstractButton):
        if button.icon().isNull() or not button.isVisibleTo(widget):
            continue
        size = button.iconSize()
        drawn = button.icon().pixmap(size, ratio)
        fine = QSize(round(size.width() * ratio), round(size.height() * ratio))
        coarse = button.icon().pixmap(size, 1.0).toImage()
        for way in (
            Qt.TransformationMode.FastTransformation,
            Qt.TransformationMode.SmoothTransformation,
        ):
            blown_up = coarse.scaled(fine, mode=way)
            if ratio > 1 and drawn.toImage().convertTo(blown_up.format()) == blown_up:
                found.append(f"the icon of “{button.text()}” is blown up")
        if drawn.size() != fine:
            found.append(
                f"the icon of “{button.text()}” has {drawn.width()} dots, not {fine.width()}"
            )
    return found


def _blurred_pages(widget: QWidget) -> list[str]:
    found = []
    for page in widget.findChildren(PageImage):
        if page.isVisibleTo(widget) and page.has_page:
            wanted = page.page_rect().width() * page.devicePixelRatioF()
            if page._page.width() < wanted - _DOTS:
                found.append(f"a page of {page._page.width()} dots is shown on {wanted:.0f}")
    for view in widget.findChildren(PageView):
        if view.isVisibleTo(widget) and view.has_page:
            wanted = view._sheet.size_wanted.width() * view.devicePixelRatioF()
            if view.picture.width() < wanted - _DOTS:
                found.append(f"a page of {view.picture.width()} dots is shown on {wanted:.0f}")
    return found
