# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What neither the palette nor the sheet can say: boxes to tick, arrows and the focus ring.

Fusion draws these too small for large text and too faint for dark grounds.
"""

from typing import Protocol

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QProxyStyle,
    QPushButton,
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QWidget,
)

from servicedesk.ui.core.theme_sheet import ROW, TALL

_PART = QStyle.PrimitiveElement
_STATE = QStyle.StateFlag
_BOXES = (_PART.PE_IndicatorCheckBox, _PART.PE_IndicatorItemViewItemCheck)
_ARROWS = {
    _PART.PE_IndicatorArrowDown: ((-1.0, -0.5), (0.0, 0.5), (1.0, -0.5)),
    _PART.PE_IndicatorArrowUp: ((-1.0, 0.5), (0.0, -0.5), (1.0, 0.5)),
    _PART.PE_IndicatorArrowRight: ((-0.5, -1.0), (0.5, 0.0), (-0.5, 1.0)),
    _PART.PE_IndicatorArrowLeft: ((0.5, -1.0), (-0.5, 0.0), (0.5, 1.0)),
    _PART.PE_IndicatorSpinDown: ((-1.0, -0.5), (0.0, 0.5), (1.0, -0.5)),
    _PART.PE_IndicatorSpinUp: ((-1.0, 0.5), (0.0, -0.5), (1.0, 0.5)),
}
_SIZES = (
    QStyle.PixelMetric.PM_IndicatorWidth,
    QStyle.PixelMetric.PM_IndicatorHeight,
    QStyle.PixelMetric.PM_ExclusiveIndicatorWidth,
    QStyle.PixelMetric.PM_ExclusiveIndicatorHeight,
)
_BOXED = (QStyle.ComplexControl.CC_ComboBox, QStyle.ComplexControl.CC_SpinBox)
_SUB = QStyle.SubControl
ON_BRAND = ("main",)
"""Names of buttons on the ground of the brand, whose focus ring lies inside them."""


class Worn(Protocol):
    """What the style asks of the theme."""

    def colour(self, token: str) -> QColor:
        """The colour of a token now."""
        ...

    def em(self, number: float) -> int:
        """Pixels of so many text heights."""
        ...


class DeskStyle(QProxyStyle):
    """Fusion, with boxes, arrows and focus rings of our own.

    Args:
        theme: is asked for colours and sizes with every stroke.
    """

    def __init__(self, theme: Worn) -> None:
        super().__init__("Fusion")
        self._theme = theme

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """Sizes that follow the size of the text."""
        if metric in _SIZES:
            return self._theme.em(1.3)
        if metric == QStyle.PixelMetric.PM_SmallIconSize:
            return self._theme.em(1.3)
        if metric == QStyle.PixelMetric.PM_FocusFrameHMargin:
            return self._theme.em(0.5)
        return super().pixelMetric(metric, option, widget)

    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        /,
        widget: QWidget | None = None,
    ) -> QSize:
        """Rows and boxes that stay large enough for a finger, whatever the size of the text."""
        em = self._theme.em
        if kind in {QStyle.ContentsType.CT_ComboBox, QStyle.ContentsType.CT_SpinBox}:
            return QSize(size.width() + em(3.2), max(size.height() + em(0.6), em(TALL)))
        given = self.baseStyle().sizeFromContents(kind, option, size, widget)
        if kind == QStyle.ContentsType.CT_ItemViewItem:
            given.setHeight(max(given.height(), em(ROW)))
        return given

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        /,
        widget: QWidget | None = None,
    ) -> QRect:
        """Where the text and the arrows of a combo box or a spin box stand."""
        if control not in _BOXED:
            return self.baseStyle().subControlRect(control, option, part, widget)
        return self._part_of_field(control, option, part)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Paint combo boxes and spin boxes like every other field."""
        if control not in _BOXED:
            super().drawComplexControl(control, option, painter, widget)
            return
        self._draw_field(option, painter, widget)
        arrows = (
            {_SUB.SC_ComboBoxArrow: _PART.PE_IndicatorArrowDown}
            if control == QStyle.ComplexControl.CC_ComboBox
            else {
                _SUB.SC_SpinBoxUp: _PART.PE_IndicatorSpinUp,
                _SUB.SC_SpinBoxDown: _PART.PE_IndicatorSpinDown,
            }
        )
        for part, element in arrows.items():
            rect = self._part_of_field(control, option, part)
            self._draw_arrow(element, rect, option.state, painter)

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Paint boxes, arrows and rings ourselves, and leave the rest to Fusion."""
        if element in _BOXES:
            self._draw_box(option, painter, is_round=False)
        elif element == _PART.PE_IndicatorRadioButton:
            self._draw_box(option, painter, is_round=True)
        elif element in _ARROWS:
            self._draw_arrow(element, option.rect, option.state, painter)
        elif element == _PART.PE_FrameFocusRect:
            self._draw_ring(option, painter, widget)
        else:
            super().drawPrimitive(element, option, painter, widget)

    def _part_of_field(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
    ) -> QRect:
        em, whole = self._theme.em, option.rect
        arrow = em(2)
        side = QRect(whole.right() - arrow + 1, whole.top(), arrow, whole.height())
        half = side.height() // 2
        text = whole.adjusted(em(0.7), 2, -arrow, -2)
        if control == QStyle.ComplexControl.CC_ComboBox:
            parts = {
                _SUB.SC_ComboBoxArrow: side,
                _SUB.SC_ComboBoxEditField: text,
            }
        else:
            parts = {
                _SUB.SC_SpinBoxUp: side.adjusted(0, 0, 0, -half),
                _SUB.SC_SpinBoxDown: side.adjusted(0, half, 0, 0),
                _SUB.SC_SpinBoxEditField: text,
            }
        return QStyle.visualRect(option.direction, whole, parts.get(part, whole))

    def _draw_box(self, option: QStyleOption, painter: QPainter, *, is_round: bool) -> None:
        """A box or a ring to tick: an edge when it is off, the brand with its sign when on."""
        theme = self._theme
        is_on = bool(option.state & _STATE.State_On)
        is_able = bool(option.state & _STATE.State_Enabled)
        is_part = bool(option.state & _STATE.State_NoChange)
        rect = QRectF(option.rect).adjusted(1, 1, -1, -1)
        side = min(rect.width(), rect.height())
        box = QRectF(0, 0, side, side)
        box.moveCenter(rect.center())
        filled = theme.colour("brand" if is_able else "soft_ink")
        ground = filled if is_on or is_part else theme.colour("card")
        if option.state & _STATE.State_MouseOver and not (is_on or is_part) and is_able:
            ground = theme.colour("brand_soft")
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = filled if is_on or is_part else theme.colour("field_border")
        painter.setPen(QPen(edge, 1.5))
        painter.setBrush(ground)
        round_by = side / 2 if is_round else side * 0.2
        painter.drawRoundedRect(box, round_by, round_by)
        sign = theme.colour("brand_ink" if is_able else "card")
        if is_on and is_round:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(sign)
            painter.drawEllipse(box.center(), side * 0.2, side * 0.2)
        elif is_on:
            self._stroke(
                painter, box.center(), side * 0.26, ((-1, 0), (-0.25, 0.75), (1, -0.75)), sign
            )
        elif is_part:
            self._stroke(painter, box.center(), side * 0.26, ((-1, 0), (1, 0)), sign)
        painter.restore()

    def _draw_field(self, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
        """The ground and the edge of a field."""
        theme, state = self._theme, option.state
        is_able = bool(state & _STATE.State_Enabled)
        is_on = bool(state & _STATE.State_HasFocus)
        is_wrong = widget is not None and widget.property("has_error") is True
        edge = "focus" if is_on else "late" if is_wrong else "field_border"
        thick = 2.0 if is_on else 1.0
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style = Qt.PenStyle.SolidLine if is_able else Qt.PenStyle.DashLine
        painter.setPen(QPen(theme.colour(edge), thick, style))
        painter.setBrush(theme.colour("card" if is_able else "rail"))
        inset = thick / 2
        painter.drawRoundedRect(QRectF(option.rect).adjusted(inset, inset, -inset, -inset), 7, 7)
        painter.restore()

    def _draw_arrow(
        self,
        element: QStyle.PrimitiveElement,
        rect: QRect,
        state: QStyle.StateFlag,
        painter: QPainter,
    ) -> None:
        is_able = bool(state & _STATE.State_Enabled)
        centre = QRectF(rect).center()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._theme.colour("ink" if is_able else "soft_ink")
        reach = min(self._theme.em(0.3), max(rect.width(), rect.height()) / 3)
        self._stroke(painter, centre, reach, _ARROWS[element], colour)
        painter.restore()

    def _stroke(
        self,
        painter: QPainter,
        centre: QPointF,
        reach: float,
        points: tuple[tuple[float, float], ...],
        colour: QColor,
    ) -> None:
        pen = QPen(colour, max(1.5, self._theme.em(0.13)))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline([centre + QPointF(x * reach, y * reach) for x, y in points])

    def _draw_ring(self, option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
        """The ring of what has the keyboard; fields and light buttons wear it as their edge."""
        token, rect, inset = "focus", option.rect, 1.0
        if isinstance(widget, QPushButton):
            is_chosen = widget.objectName() == "chip" and widget.isChecked()
            if widget.objectName() not in ON_BRAND and not is_chosen:
                return
            token, rect, inset = "focus_on_brand", widget.rect(), 4.0
            if is_chosen:  # as round as the chip
                self._ring(painter, rect, inset, token, self._theme.em(TALL) // 2 - inset)
                return
        self._ring(painter, rect, inset, token)

    def _ring(
        self, painter: QPainter, rect: QRect, inset: float, token: str, corner: float = 5
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour(token), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inside = QRectF(rect).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(inside, corner, corner)
        painter.restore()
