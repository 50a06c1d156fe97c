# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Fusion in our own colours: every pair of text and ground can be read."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from servicedesk.ui.core.theme_pairs import EDGES, READ, SEEN, TEXTS
from servicedesk.ui.core.theme_sheet import sheet
from tests.helpers.audits import contrast, contrast_in, low_contrast, too_small
from tests.helpers.qt import dressed, theme

SCHEMES = ["light", "dark", "high_contrast"]

ROLE = QPalette.ColorRole
PAIRS = [
    (ROLE.WindowText, ROLE.Window),
    (ROLE.Text, ROLE.Base),
    (ROLE.Text, ROLE.AlternateBase),
    (ROLE.ButtonText, ROLE.Button),
    (ROLE.ToolTipText, ROLE.ToolTipBase),
    (ROLE.PlaceholderText, ROLE.Base),
    (ROLE.HighlightedText, ROLE.Highlight),
    (ROLE.Link, ROLE.Base),
    (ROLE.BrightText, ROLE.Base),
]
GROUPS = [QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_the_palette_can_be_read_in_every_state(qapp, scheme, group, text, ground):
    palette = theme(scheme).palette()
    assert contrast(palette.color(group, text), palette.color(group, ground)) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("pairs", "owed"), [(TEXTS, READ), (EDGES, SEEN)])
def test_every_pair_reaches_what_it_owes(qapp, scheme, pairs, owed):
    worn = theme(scheme)
    owed = 7.0 if scheme == "high_contrast" and pairs is TEXTS else owed
    under = [
        (one, ground)
        for one, grounds in pairs.items()
        for ground in grounds
        if contrast(worn.colour(one), worn.colour(ground)) < owed
    ]
    assert under == []


def test_the_sheet_uses_no_other_pair(qapp):
    marked = {name: f"#{number:06x}" for number, name in enumerate(theme().colours)}
    token = {colour: name for name, colour in marked.items()}
    written = sheet(marked, lambda heights: round(heights * 15), 11.5, 17.0)
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", written)
    assert len(rules) > 60
    for name, body in rules:
        said = dict(re.findall(r"([\w-]+):\s*(#\w{6})", body))
        text, ground = said.get("color"), said.get("background")
        if text and ground:
            assert token[ground] in TEXTS[token[text]], name
        chosen, under = said.get("selection-color"), said.get("selection-background-color")
        if chosen and under:
            assert token[under] in TEXTS[token[chosen]], name


@pytest.fixture(params=SCHEMES)
def worn(request, qapp):
    with dressed(theme(request.param)) as worn:
        yield worn


NAMES = ["", "main", "side", "danger", "link", "chip", "rail"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("state", ["normal", "off", "chosen", "held", "focus"])
def test_buttons_can_be_read_in_every_state(worn, qtbot, name, state):
    page, button = shown(qtbot, QPushButton("Print a draft"), name)
    button.setCheckable(state == "chosen")
    button.setChecked(state == "chosen")
    button.setDown(state == "held")
    button.setEnabled(state != "off")
    if state == "focus":
        button.setFocus()
    assert low_contrast(page) == []
    assert too_small(page) == []


@pytest.mark.parametrize("name", ["title", "section", "strong", "quiet", "small", "error", "brand",
                                  "chip_ok", "chip_due", "chip_late", "chip_quiet", "step_number",
                                  "command"])  # fmt: skip
def test_labels_can_be_read(worn, qtbot, name):
    page, _ = shown(qtbot, QLabel("Late by 2 working days"), name)
    assert low_contrast(page) == []


@pytest.mark.parametrize("frame", ["card", "band", "rail", "steps", "backdrop", "notice_ok",
                                   "notice_due", "notice_late", "notice_quiet"])  # fmt: skip
def test_words_in_every_frame_can_be_read(worn, qtbot, frame):
    holder = QFrame()
    column = QVBoxLayout(holder)
    quiet = QLabel("Quiet words")
    if not frame.startswith("notice"):
        quiet.setObjectName("quiet")
    link = QPushButton("Use one day")
    link.setObjectName("link")
    for part in (QLabel("Words"), quiet, link, QPushButton("Back"), QCheckBox("I can keep it")):
        column.addWidget(part)
    page, _ = shown(qtbot, holder, frame)
    if frame == "backdrop":
        link.hide()  # nothing is chosen on the ground behind paper
    assert low_contrast(page) == []


@pytest.mark.parametrize("is_able", [True, False])
def test_fields_can_be_read_on_and_off(worn, qtbot, is_able):
    choice, hint, spin, text = QComboBox(), QLineEdit(), QSpinBox(), QPlainTextEdit("Long words")
    choice.addItem("Opening days")
    hint.setPlaceholderText("Such as 01632 960 123")
    page = QWidget()
    column = QVBoxLayout(page)
    for field in (QLineEdit("Typed words"), hint, choice, spin, text):
        field.setEnabled(is_able)
        column.addWidget(field)
    outer, _ = shown(qtbot, page, "")
    assert low_contrast(outer) == []


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QPushButton,
                                  QCheckBox, QRadioButton])  # fmt: skip
def test_edges_and_rings_are_seen_from_both_sides(worn, qtbot, kind):
    page, field = shown(qtbot, kind(), "")
    first = QLineEdit()
    page.layout().addWidget(first)
    first.setFocus()
    QApplication.processEvents()
    before = page.grab().toImage()
    if kind not in {QCheckBox, QRadioButton}:
        assert edge_contrast(page, field) >= SEEN
    field.setFocus()
    QApplication.processEvents()
    assert field.hasFocus()
    assert page.grab().toImage() != before
    if kind not in {QCheckBox, QRadioButton}:
        assert edge_contrast(page, field) >= SEEN


def edge_contrast(page, field):
    """The contrast of the left edge of a field with the page, in the middle of its height."""
    image = page.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    rect = field.geometry()
    line = [image.pixelColor(rect.left() + step, rect.center().y()) for step in range(-1, 8)]
    return max(min(contrast(edge, line[0]), contrast(edge, line[-1])) for edge in line[1:-1])


@pytest.mark.parametrize("name", ["main", "chip"])
def test_the_ring_on_the_brand_lies_inside_it(worn, qtbot, name):
    page, button = shown(qtbot, QPushButton("Print"), name)
    button.setCheckable(name == "chip")
    button.setChecked(name == "chip")
    button.setFocus()
    QApplication.processEvents()
    image = page.grab().toImage()
    ring = worn.colour("focus_on_brand")
    dots = [
        image.pixelColor(x, button.geometry().center().y())
        for x in range(button.x(), button.x() + 10)
    ]
    assert ring in dots


@pytest.mark.parametrize("has_keyboard", [True, False])
def test_demand_22_a_chosen_row_can_be_read(worn, qtbot, has_keyboard):
    """Dark mode and selected row readable, with the keyboard in the list and without."""
    rows = QListWidget()
    rows.addItems(["Complaint 14, Mrs Patel, due tomorrow", "Another row"])
    rows.setCurrentRow(0)
    page, _ = shown(qtbot, rows, "")
    other = QLineEdit(page)
    (rows if has_keyboard else other).setFocus()
    QApplication.processEvents()
    assert low_contrast(page) == []
    chosen = rows.visualItemRect(rows.item(0)).adjusted(8, 8, -8, -8)
    image = rows.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    assert contrast_in(image, chosen) >= READ


def shown(qtbot, widget, name):
    """A widget of that name on a page that is on the screen."""
    widget.setObjectName(name)
    page = QWidget()
    QVBoxLayout(page).addWidget(widget)
    qtbot.addWidget(page)
    page.resize(420, 260)
    page.show()
    page.activateWindow()
    QApplication.processEvents()
    return page, widget


def test_the_program_wears_it(qapp):
    with dressed(theme()) as worn:
        assert QApplication.palette().color(ROLE.Window) == worn.colour("paper")
        assert QApplication.font().family() == "Noto Sans"


def test_demand_4_text_grows_at_once_in_the_program(qtbot):
    """Text size in the program, 90-200 %, live."""
    with dressed(theme()) as worn:
        heard = []
        worn.changed.connect(lambda: heard.append(worn.percent))
        page, button = shown(qtbot, QPushButton("Print"), "main")
        label = QLabel("Words")
        page.layout().addWidget(label)
        small, low, em = label.fontMetrics().height(), button.sizeHint().height(), worn.em(10)
        worn.set_percent(200)
        QApplication.processEvents()
        assert label.fontMetrics().height() == pytest.approx(2 * small, abs=2)
        assert button.sizeHint().height() == pytest.approx(2 * low, abs=3)
        assert worn.em(10) == 2 * em or worn.em(10) == pytest.approx(2 * em, abs=1)
        worn.set_percent(200)
        worn.set_percent(900)
        worn.set_percent(1)
        assert heard == [200, 90]


def test_colours_change_at_once(qtbot):
    with dressed(theme("light")) as worn:
        page, _ = shown(qtbot, QLabel("Words"), "")
        worn.set_scheme("dark")
        QApplication.processEvents()
        assert worn.colours == theme("dark").colours != theme("light").colours
        assert page.grab().toImage().pixelColor(2, 2) == worn.colour("paper")
        with pytest.raises(KeyError):
            worn.set_scheme("purple")


def test_the_system_is_followed_while_it_is_chosen(qapp, monkeypatch):
    worn = theme("system")
    light, dark = theme("light").colours, theme("dark").colours
    assert worn.colours == light
    is_dark = []
    monkeypatch.setattr(
        type(QGuiApplication.styleHints()),
        "colorScheme",
        lambda _hints: Qt.ColorScheme.Dark if is_dark else Qt.ColorScheme.Light,
    )
    is_dark.append(True)
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert worn.colours == dark
    worn.set_scheme("light")
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert worn.colours == light
    worn.deleteLater()


def test_a_scheme_that_is_not_there_is_the_system(qapp):
    assert theme("purple").scheme == "system"
