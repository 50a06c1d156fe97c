# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A page with one field of each kind can be read, heard and walked in every dress and size.

Demands 4, 21, 22, 23 and 24: text size in the program, keyboard only, dark mode that can be read,
names for screen readers, and sharp at 100 to 200 percent.
"""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesk.domain.guides import Page, QuestionKind
from servicedesk.domain.hours import parse_week
from servicedesk.ui.guide.guide_page import GuidePage
from servicedesk.ui.guide.step_list import Step, StepList
from servicedesk.ui.widgets.fields import Notice
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.tab_order import focus_chain
from tests.helpers import audits
from tests.helpers.audits import clipped, findings, too_small
from tests.helpers.qt import speak_british, theme, words
from tests.ui.widgets.made import EVERY_KIND, FieldDesk, choices, made, question

K = QuestionKind
LONG = "They order through us or leave things with us for a while, and come back for them"
NAMES = {
    K.TEXT: "Name over the door",
    K.LONG_TEXT: "Address, as it stands on a letter",
    K.WHOLE_NUMBER: "Since which year?",
    K.CHOICE: "How do you count days?",
    K.CHOICES: "How do you meet customers?",
    K.YES_NO: "Are you open on bank holidays?",
    K.SCALE: "How well does it go?",
    K.HOURS: "Opening hours",
    K.CONTACT: "Phone",
    K.MONEY: "Call-out charge",
    K.DAY: "From which day?",
}


def everything() -> Page:
    """A page with one question of each kind, each with help, two of them needed."""
    more = {
        K.WHOLE_NUMBER: {"minimum": 1500, "maximum": 2100},
        K.CHOICES: {"choices": choices("They come to us", LONG, "We send things"), "minimum": 1},
        K.TEXT: {"is_required": True, "maximum": 30},
        K.HOURS: {"is_required": True},
    }
    asked = [
        question(kind, label=NAMES[kind], help="As customers know it.", **more.get(kind, {}))
        for kind in EVERY_KIND
    ]
    many = choices("England", "Wales", "Scotland", "Northern Ireland", "Somewhere else")
    asked.append(question(K.CHOICE, id="nation", label="Where is the business?", choices=many))
    asked.append(question(K.YES_NO, id="is_service", label="Do you sell your work?"))
    return Page(
        id="all", number="1", title="All", heading="All of it", asks="What about everything?",
        intro="Every kind of question on one page.", questions=tuple(asked),
    )  # fmt: skip


ANSWERS = {
    "text": "Hollins Hardware and Sons Ltd",
    "long_text": "18 Bridge Street\nTodmorden\nOL14 5AX",
    "choices": ("they_come_to_us",),
    "yes_no": False,
    "hours": parse_week({"monday": ["09:00-12:00", "13:00-17:30"]}),
    "money": 4500,
    "nation": "northern_ireland",
}
DRESSES = [
    (scheme, percent) for scheme in ("light", "dark", "high_contrast") for percent in (100, 200)
]


@pytest.fixture(autouse=True)
def safe_walk(monkeypatch):
    """Walk the chain of focus without harm to it; see ``focus_chain``."""

    def stops(widget):
        for part in focus_chain(widget.window()):
            by_tab = part.focusPolicy() & Qt.FocusPolicy.TabFocus
            if by_tab and part.isVisibleTo(widget) and part.isEnabled():
                yield part

    monkeypatch.setattr(audits, "stops", stops)


@pytest.fixture(params=DRESSES, ids=lambda dress: "-".join(map(str, dress)))
def dressed(request, qapp):
    speak_british()
    worn = theme(*request.param)
    worn.apply(qapp)
    yield FieldDesk(worn)
    theme().apply(qapp)


def page_in(desk: FieldDesk) -> QWidget:
    page = GuidePage(everything(), words(), desk)
    page.set_answers(ANSWERS)
    page.show_notices("text", [Notice(text="Ltd is no name.", span=(26, 29), action_text="Cut")])
    page.presenter.set_errors({"since": "", "contact": "Please give a number, or say why not."})
    scrolled = ScrollPage()
    scrolled.body.addWidget(page)
    scrolled.body.addStretch(1)
    window = QWidget()
    rows = QVBoxLayout(window)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.addWidget(scrolled)
    return window


def shown_at(qtbot, widget: QWidget, width: int, height: int) -> QWidget:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def test_a_page_with_every_field(dressed, qtbot):
    wide = 560 if dressed.theme.percent == 100 else 800
    page = shown_at(qtbot, page_in(dressed), wide, 3000)
    assert findings(page) == []
    assert too_small(page, dressed.theme.percent) == []


def test_the_list_of_pages(dressed, qtbot):
    whole = QWidget()
    rows = QVBoxLayout(whole)
    steps = StepList(dressed.theme, "Pages")
    steps.set_steps([Step(id=str(n), title=f"Page {n}", is_done=n < 3) for n in range(6)], "4")
    rows.addWidget(steps)
    shown_at(qtbot, whole, 500, 700)
    assert findings(whole) == []
    steps.set_folded(True)
    assert findings(whole) == []


def test_a_form_keeps_its_buttons_in_sight(dressed, qtbot, qapp):
    form = FormDialog("A person")
    for kind in (K.TEXT, K.MONEY, K.LONG_TEXT, K.CHOICE, K.DAY):
        form.add(made(dressed, kind, label=NAMES[kind]))
    form.show()
    qtbot.addWidget(form)
    form.resize(760, 2000)
    qapp.processEvents()
    assert findings(form) == []
    form.resize(700, 380)
    qapp.processEvents()
    assert clipped(form) == []
    assert form.rect().contains(form.save_button.geometry())
    assert form.rect().contains(form.close_button.geometry())
