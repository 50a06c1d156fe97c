# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The print preview: pages as they will be, by keyboard alone, and every way to look at them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication

from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.ui.core.tasks import Tasks
from servicedesk.ui.printing.page_view import PageView, Zoom
from servicedesk.ui.printing.preview import PrintPreview, show_print
from servicedesk.ui.widgets import sizes
from tests.helpers.audits import clipped, findings, outside, too_small
from tests.helpers.builders import charter_draft
from tests.helpers.qt import accessible_name, seen_texts, stops
from tests.ui.printing.bench import (
    PdfPrinters,
    bench,
    charter_job,
    press,
    small_job,
    until_ready,
)


def test_the_first_paper_is_shown_with_its_words(shown):
    preview = shown()
    state = preview.presenter.state
    assert state.choice.paper == "poster"
    assert preview.view.accessibleName() == "Page 1 of 1"
    assert "We will answer your email within 2 days" in preview.view.accessibleDescription()
    assert accessible_name(preview.focusWidget()) in {"Print …", "Save as PDF", "Save as PDF …"}
    assert preview.view.has_page


def test_a_job_may_begin_with_another_paper(shown):
    assert shown(charter_job(first="question_sheet")).presenter.state.choice.paper == (
        "question_sheet"
    )


@pytest.mark.parametrize(("known", "size"), [("letter", "letter"), ("a4", "a4"), (None, "a4")])
def test_the_sheet_of_the_business_stands_first(shown, known, size):
    assert shown(page_size=known).presenter.state.choice.size.value == size


def test_another_sheet_paper_and_form_can_be_chosen(shown, qtbot):
    preview = shown()
    presenter = preview.presenter
    presenter.choose_size(PaperSize.A3)
    until_ready(qtbot, preview)
    assert presenter.state.points == pytest.approx((841.89, 1190.55), abs=0.1)
    presenter.choose_paper("leaflet")  # which is not made for A3
    until_ready(qtbot, preview)
    assert presenter.state.choice.size is PaperSize.A4
    assert presenter.state.points == pytest.approx((841.89, 595.28), abs=0.1)
    assert presenter.state.pages == 2
    presenter.choose_paper("full_text")
    until_ready(qtbot, preview)
    few = presenter.state.pages
    presenter.choose_large(True)
    until_ready(qtbot, preview)
    assert presenter.state.pages > few
    presenter.choose_paper("poster")
    presenter.choose_bleed(False)
    until_ready(qtbot, preview)
    assert preview.view.picture.pixelColor(2, 2).name() == "#ffffff"


def test_what_is_ticked_beside_the_page_is_what_is_made(shown, qtbot):
    preview = shown()
    choices = preview.choices
    choices._row.chips[2].click()
    assert preview.presenter.state.choice.size is PaperSize.LETTER
    choices._no_bleed.click()
    assert not preview.presenter.state.choice.bleed
    choices._papers["full_text"].click()
    choices._large.click()
    until_ready(qtbot, preview)
    made = preview.presenter.made.choice
    assert (made.paper, made.size, made.large) == ("full_text", PaperSize.LETTER, True)
    assert not choices._no_bleed.isVisible()
    assert preview.presenter.suggested().endswith("Full text, large print, Letter.pdf")


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_demand_24_a_page_is_as_sharp_as_the_screen_is_fine(shown, qtbot, monkeypatch, ratio):
    """Demand 24 of experience.md 8: HiDPI, 100 to 200 %."""
    monkeypatch.setattr(PageView, "devicePixelRatioF", lambda self: ratio)
    preview = shown(wait=False)
    view = preview.view

    def is_sharp():
        state = preview.presenter.state
        assert state.picture is not None
        assert state.picture.width == pytest.approx(
            view._sheet.size_wanted.width() * ratio, abs=1.5
        )

    qtbot.waitUntil(is_sharp, timeout=20_000)


def test_quick_choices_make_one_paper_and_the_last_shown_stays_until_then(shown, qtbot):
    preview = shown()
    made = []
    real = preview.presenter.job.make

    def make(choice):
        made.append(choice)
        return real(choice)

    preview.presenter.job = replace(preview.presenter.job, make=make)
    before = preview.presenter.state.picture
    for size in (PaperSize.A3, PaperSize.LETTER, PaperSize.A3, PaperSize.LETTER):
        preview.presenter.choose_size(size)
        assert preview.presenter.state.picture is before
    until_ready(qtbot, preview)
    assert [choice.size for choice in made] == [PaperSize.A3, PaperSize.LETTER]


def test_pages_are_turned_by_keyboard(shown, qtbot):
    preview = shown(charter_job(first="full_text"))
    state = preview.presenter.state
    assert state.pages > 1
    press(qtbot, preview.view, Qt.Key.Key_PageDown)
    assert preview.presenter.state.page == 1
    until_ready(qtbot, preview)
    assert preview.view.accessibleName() == f"Page 2 of {state.pages}"
    assert preview.view.accessibleDescription() != state.words
    press(qtbot, preview.view, Qt.Key.Key_PageUp)
    assert preview.presenter.state.page == 0
    press(qtbot, preview.view, Qt.Key.Key_PageUp)
    assert preview.presenter.state.page == 0
    preview.on_button.click()
    assert preview.presenter.state.page == 1
    assert preview.back_button.isEnabled()


def test_a_wide_page_scrolls_before_it_turns(shown, qtbot):
    preview = shown(charter_job(first="full_text"))
    preview.zoom_box.setCurrentIndex(1)
    assert preview.view.zoom is Zoom.WIDTH
    until_ready(qtbot, preview)
    bar = preview.view.verticalScrollBar()
    press(qtbot, preview.view, Qt.Key.Key_PageDown)
    assert preview.presenter.state.page == 0
    assert bar.value() > 0
    press(qtbot, preview.view, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    press(qtbot, preview.view, Qt.Key.Key_PageDown)
    assert preview.presenter.state.page == 1
    assert bar.value() == 0
    press(qtbot, preview.view, Qt.Key.Key_End)
    press(qtbot, preview.view, Qt.Key.Key_PageUp)
    assert preview.presenter.state.page == 1
    press(qtbot, preview.view, Qt.Key.Key_Home)
    assert bar.value() == 0
    preview.zoom_box.setCurrentIndex(2)
    until_ready(qtbot, preview)
    dots = preview.presenter.state.picture.width / preview.presenter.state.points[0] * 72
    assert dots == pytest.approx(preview.logicalDpiX() * preview.devicePixelRatioF(), rel=0.01)


def test_what_is_left_out_is_said(shown, qtbot):
    preview = shown(small_ready_job(left_out=("Notes for staff stay here.",)))
    assert any("Notes for staff stay here." in text for text in seen_texts(preview))
    assert "Not on this paper" in seen_texts(preview)
    assert "Not on this paper" not in seen_texts(shown())


def small_ready_job(**more):
    """A job with a paper that really is one."""
    real = charter_job()
    return small_job(make=real.make, **more)


def test_a_paper_that_cannot_be_made_says_why_and_the_next_choice_is_tried(shown, qtbot):
    real = charter_job()

    def make(choice):
        if choice.size is PaperSize.A4:
            raise Trouble("fonts_missing", name="NotoSans-Bold.ttf")
        return real.make(choice)

    preview = shown(small_job(make=make), wait=False)
    qtbot.waitUntil(lambda: bool(preview.presenter.state.fault))
    assert any("font file NotoSans-Bold.ttf is missing" in text for text in seen_texts(preview))
    preview.copy_it()
    assert preview.presenter.made is None
    preview.presenter.choose_size(PaperSize.LETTER)
    until_ready(qtbot, preview)
    assert preview.presenter.state.fault == ""


def test_a_refusal_is_shown_in_the_preview(shown, qtbot):
    def make(choice):
        raise Refusal("charter_none_published")

    preview = shown(small_job(make=make), wait=False)
    qtbot.waitUntil(lambda: "No charter is published" in preview.presenter.state.fault)


def test_a_bug_is_not_hidden(shown, qtbot):
    def make(choice):
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        preview = shown(small_job(make=make), wait=False)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError
    assert preview.presenter.made is None


def test_words_are_copied(shown, qtbot):
    preview = shown(charter_job(first="full_text"))
    preview.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    assert "We will answer your email within 2 days of getting it." in copied
    assert any("All words are copied" in text for text in seen_texts(preview))


def test_copying_waits_for_the_paper_that_was_chosen(shown, qtbot):
    preview = shown()
    preview.presenter.choose_paper("question_sheet")
    preview.copy_it()
    until_ready(qtbot, preview)
    assert "What matters to you?" in QGuiApplication.clipboard().text()


def test_esc_closes_it(shown, qtbot):
    preview = shown()
    press(qtbot, preview.view, Qt.Key.Key_Escape)
    assert not preview.isVisible()


def test_closing_while_a_paper_is_made_is_quiet(shown, qtbot):
    preview = shown(wait=False)
    preview.presenter.choose_size(PaperSize.A3)
    preview.close()
    preview.presenter._bench.tasks.wait()
    QGuiApplication.processEvents()
    assert preview.presenter.state.picture is None


def test_tab_goes_through_everything_as_the_eye_does(shown, tmp_path):
    preview = shown(printers=PdfPrinters(tmp_path / "out.pdf"))
    order = [accessible_name(widget) for widget in stops(preview)]
    assert order == [
        "Size on the screen",
        "Page 1 of 1",
        "Poster for the wall",
        "Leaflet, folded in three",
        "Full text",
        "Question sheet, two to a page",
        "A4",
        "Keep colour off the edge",
        "Print …",
        "Save as PDF …",
        "Copy text",
        "Close",
    ]


@pytest.mark.parametrize("scheme", ["light", "dark", "high_contrast"])
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [(1284, 722), (700, 722)])
def test_it_reads_well_and_by_ear_in_every_dress(
    shown, dressed, tmp_path, qtbot, scheme, percent, size
):
    dressed(scheme, percent)
    job = charter_job(charter_draft(read_pages=()), first="full_text")
    preview = shown(job, PdfPrinters(tmp_path / "out.pdf"), size=size)
    preview.presenter.save(tmp_path / "gone" / "a.pdf")
    QGuiApplication.processEvents()
    assert clipped(preview) == []
    assert outside(preview) == []
    assert too_small(preview, percent) == []
    preview.resize(size[0], 2400)  # so that what scrolls is looked at too
    preview.choices.setMaximumHeight(2400)
    QGuiApplication.processEvents()
    assert findings(preview) == []


def test_it_stays_until_it_is_closed(qtbot, look, monkeypatch):
    shown = []
    monkeypatch.setattr(PrintPreview, "exec", lambda self: shown.append(self.windowTitle()))
    tasks = Tasks()
    show_print(charter_job(), bench(tasks, look=look))
    assert shown == ["Print: Hollins Hardware: our promise to you"]
    tasks.wait()


def test_it_fits_on_a_small_screen_with_its_buttons(shown, monkeypatch):
    screen = QRect(0, 0, 1366, 768)
    monkeypatch.setattr(sizes, "room_of", lambda _window: screen)
    preview = shown()
    preview.hide()
    preview.show()
    assert preview.width() <= 1300
    assert preview.height() <= 690
    assert screen.contains(preview.geometry())
    for button in (preview.save_button, preview.copy_button, preview.close_button):
        foot = button.mapToGlobal(QPoint(button.width(), button.height()))
        assert screen.contains(foot)
