# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Demands of users of comparable programs (experience.md 8) that this release has to meet."""

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from servicedesk.domain.blocks import PaperSize
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.printing.preview import PrintPreview
from servicedesk.ui.shell.window import Shell
from tests.documents.reading import MM, pages_of
from tests.services.test_charters_printing import POINTS
from tests.ui.charter.wizards import finish
from tests.ui.printing.bench import until_ready

TESTS = Path(__file__).resolve().parents[1]
OWED = (2, 4, 5, *range(7, 26), 27, 28, 29, 31, 32, 34, 35)
_NAMED = re.compile(r"\b[Dd]emands? ((?:[0-9]+(?:, | and )?)+)")
_IN_A_NAME = re.compile(r"_demand_([0-9]+)_")


def named_in(path: Path) -> set[int]:
    """The demands that a test of this file names, in its own name or words, or in the file's."""
    module = ast.parse(path.read_text(encoding="utf-8"))
    tests = [
        node
        for node in ast.walk(module)
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    ]
    if not tests:
        return set()
    words = " ".join(ast.get_docstring(node) or "" for node in (module, *tests))
    numbers = [number for found in _NAMED.findall(words) for number in re.findall("[0-9]+", found)]
    numbers += [number for node in tests for number in _IN_A_NAME.findall(node.name)]
    return set(map(int, numbers))


@pytest.mark.parametrize("demand", OWED)
def test_every_demand_owed_has_a_test_that_names_it(demand: int) -> None:
    assert [path for path in TESTS.rglob("test_*.py") if demand in named_in(path)]


def test_a_demand_is_read_from_names_and_words(tmp_path: Path) -> None:
    path = tmp_path / "test_it.py"
    path.write_text(
        '"""Demands 4, 21 and 22."""\ndef test_demand_11_kill():\n    """Demand 25."""\n'
    )
    assert named_in(path) == {4, 11, 21, 22, 25}
    path.write_text('"""Demand 4."""\n')
    assert named_in(path) == set()


def chosen(preview: PrintPreview, bench: Workbench, qtbot: QtBot, size: PaperSize) -> None:
    """Press the sheet's button and wait until the paper is shown on it."""
    words = bench.labels.say(f"sheet.{size.value}")
    buttons = [one for one in preview.findChildren(QPushButton) if one.isVisible()]
    next(one for one in buttons if one.text().startswith(words.split()[0])).click()
    until_ready(qtbot, preview)
    assert preview.presenter.made.choice.size is size


def nothing_is_clipped(preview: PrintPreview, size: PaperSize) -> None:
    """Every line stands on the sheet with its margin, and the whole sheet is in the picture."""
    made = preview.presenter.made.printed
    assert made.cut == ()
    edge = 11.9 * MM
    for page in pages_of(made.data):
        assert (page.width, page.height) == pytest.approx(POINTS[size], abs=0.1)
        assert page.lines
        for line in page.lines:
            assert line.left >= edge
            assert line.right <= page.width - edge
            assert line.bottom >= edge
            assert line.top <= page.height - edge
    picture, (wide, tall) = preview.view.picture, POINTS[size]
    assert picture.width() / picture.height() == pytest.approx(wide / tall, abs=0.01)


def test_demand_14_a4_and_letter_are_chosen_in_the_window_and_clip_nothing(
    window: Shell, bench: Workbench, qtbot: QtBot
) -> None:
    """Demand 14: A4 and Letter, nothing clipped: from the wizard's button to the finished pages."""
    finish(bench)
    window.go(Place(room="charter", part="write"))
    QApplication.processEvents()
    buttons = [one for one in window.page.findChildren(QPushButton) if one.isVisible()]
    button = next(one for one in buttons if one.text() == "Print a draft")
    seen: list[PaperSize] = []

    def look() -> None:
        preview = QApplication.activeModalWidget()
        assert isinstance(preview, PrintPreview)
        try:
            until_ready(qtbot, preview)
            for size in (PaperSize.LETTER, PaperSize.A4):
                chosen(preview, bench, qtbot, size)
                nothing_is_clipped(preview, size)
                seen.append(size)
        finally:
            preview.close()

    QTimer.singleShot(0, look)
    button.click()
    assert seen == [PaperSize.LETTER, PaperSize.A4]
