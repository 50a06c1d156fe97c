# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The print preview: the paper as it will be, what can be chosen, and the ways out of it."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from servicedesk.domain.errors import Trouble
from servicedesk.domain.printing import PrintJob
from servicedesk.ui.core.tasks import Progress
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.printing.choices import PrintChoices
from servicedesk.ui.printing.making import Made, PagePicture
from servicedesk.ui.printing.page_view import PageView, Zoom
from servicedesk.ui.printing.presenter import PrintPresenter, PrintState
from servicedesk.ui.printing.sending import Printers, SystemPrinters, Wish, send, wanted_pages
from servicedesk.ui.widgets.ask_file import save_file
from servicedesk.ui.widgets.buttons import main_button, side_button
from servicedesk.ui.widgets.calm import CalmCombo
from servicedesk.ui.widgets.card import Notice
from servicedesk.ui.widgets.enter import press_by_enter
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.sizes import keep_on_screen, most_room
from servicedesk.ui.widgets.text import label, single_line

_SIDE = 19
"""Width of the choices beside the page, in text heights."""

_FOLDS = 38
"""Below this width, in text heights, the choices stand under the page."""

_MARGIN = 14


class PrintPreview(QDialog):
    """Shows a job as pages, and prints it, saves it or copies its words.

    Args:
        job: what is printed.
        bench: services, words, theme and the worker.
        parent: the window it belongs to.
        printers: those of this computer, unless a test brings its own.
    """

    def __init__(
        self,
        job: PrintJob,
        bench: Workbench,
        parent: QWidget | None = None,
        printers: Printers | None = None,
    ) -> None:
        super().__init__(parent)
        self._bench = bench
        self._printers = printers if printers is not None else SystemPrinters()
        self._can_print = self._printers.are_there()
        self._picture_shown: PagePicture | None = None
        self._page_shown = 0
        self.presenter = PrintPresenter(job, bench, self)
        self.setWindowTitle(self.tr("Print: {title}").format(title=job.title))
        self.setSizeGripEnabled(True)
        self._build()
        self._wire()
        self._show(self.presenter.state)

    def _build(self) -> None:
        self.view = PageView(self._bench.theme)
        self.choices = PrintChoices(
            self.presenter.job.title, self.presenter.job.offers, self._bench.labels
        )
        page_side = QFrame()
        page_side.setObjectName("backdrop")
        beside = QVBoxLayout(page_side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self._build_bar())
        beside.addWidget(self.view, 1)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(0)
        self._across.addWidget(page_side, 1)
        self._across.addWidget(self.choices)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._across, 1)
        whole.addWidget(self._build_foot())

    def _build_bar(self) -> QFrame:
        """Over the page: how large it is shown, and turning."""
        bar = QFrame()
        bar.setObjectName("band")
        line = QHBoxLayout(bar)
        line.setContentsMargins(_MARGIN, 8, _MARGIN, 8)
        self.zoom_box = CalmCombo()
        for zoom, words in (
            (Zoom.PAGE, self.tr("Whole page")),
            (Zoom.WIDTH, self.tr("As wide as it fits")),
            (Zoom.PAPER, self.tr("As large as on paper")),
        ):
            self.zoom_box.addItem(words, zoom)
        self.zoom_box.setAccessibleName(self.tr("Size on the screen"))
        self.back_button = self._turner("chevron-left", self.tr("Page before"), -1)
        self.on_button = self._turner("chevron-right", self.tr("Next page"), 1)
        self.number = single_line("", "strong")
        line.addWidget(self.zoom_box)
        line.addStretch(1)
        line.addWidget(self.back_button)
        line.addWidget(self.number)
        line.addWidget(self.on_button)
        return bar

    def _turner(self, icon: str, name: str, pages: int) -> QToolButton:
        made = QToolButton()
        press_by_enter(made)
        made.setIcon(self._bench.theme.icon(icon))
        made.setIconSize(self._bench.theme.icon_size())
        made.setAccessibleName(name)
        made.setToolTip(name)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.clicked.connect(lambda: self.presenter.turn(pages))
        return made

    def _build_foot(self) -> QFrame:
        """Under all: what happened last, and the ways out."""
        foot = QFrame()
        foot.setObjectName("band")
        rows = QVBoxLayout(foot)
        rows.setContentsMargins(_MARGIN, 10, _MARGIN, 12)
        rows.setSpacing(8)
        self._told = QVBoxLayout()
        rows.addLayout(self._told)
        self._notice: Notice | None = None
        self._sending = QWidget()
        line = QHBoxLayout(self._sending)
        line.setContentsMargins(0, 0, 0, 0)
        self._sent = QProgressBar()
        self._sent.setTextVisible(False)
        self._sent.setAccessibleName(self.tr("Sent to the printer"))
        self.stop_button = side_button(self.tr("Stop printing"))
        line.addWidget(self._sent, 1)
        line.addWidget(self.stop_button)
        self._sending.hide()
        rows.addWidget(self._sending)
        if not self._can_print:
            rows.addWidget(
                label(
                    self.tr(
                        "No printer is set up on this computer. Save the paper as a PDF and print "
                        "it elsewhere."
                    ),
                    "quiet",
                )
            )
        buttons = FlowLayout()
        self.print_button = main_button(self.tr("Print …"))
        self.print_button.setVisible(self._can_print)
        self.save_button = (
            side_button(self.tr("Save as PDF …"))
            if self._can_print
            else main_button(self.tr("Save as PDF"))
        )
        self.sheet_button = side_button(self.tr("Save as spreadsheet …"))
        self.sheet_button.setVisible(bool(self.presenter.job.sheets))
        self.copy_button = side_button(self.tr("Copy text"))
        self.close_button = side_button(self.tr("Close"))
        shown = (self.save_button, self.sheet_button, self.copy_button, self.close_button)
        for button in (self.print_button, *shown) if self._can_print else shown:
            buttons.addWidget(button)
        rows.addLayout(buttons)
        return foot

    def _wire(self) -> None:
        presenter = self.presenter
        presenter.state_changed.connect(self._show)
        presenter.sent.connect(self._show_sent)
        self.view.looked.connect(presenter.look)
        self.view.turned.connect(presenter.turn)
        self.choices.paper_chosen.connect(presenter.choose_paper)
        self.choices.size_chosen.connect(presenter.choose_size)
        self.choices.bleed_chosen.connect(presenter.choose_bleed)
        self.choices.large_chosen.connect(presenter.choose_large)
        self.zoom_box.currentIndexChanged.connect(
            lambda: self.view.set_zoom(Zoom(self.zoom_box.currentData()))
        )
        self.print_button.clicked.connect(self.print_it)
        self.save_button.clicked.connect(self.save_it)
        self.sheet_button.clicked.connect(self.save_sheet)
        self.copy_button.clicked.connect(self.copy_it)
        self.close_button.clicked.connect(self.reject)
        self.stop_button.clicked.connect(presenter.stop)
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self.print_it)
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self.save_it)
        self._bench.theme.changed.connect(self._widen)

    @Slot()
    def print_it(self) -> None:
        """Ask for a printer and send the pages; without any printer, save a PDF instead."""
        if not self._can_print:
            self.save_it()
        elif not self.presenter.state.is_sending:
            self.presenter.when_made(self._print)

    @Slot()
    def save_it(self) -> None:
        """Ask for a place and save the paper there as a PDF."""
        path = save_file(
            self,
            self.tr("Save as PDF"),
            self.presenter.suggested(),
            self.tr("PDF (*.pdf)"),
            self.presenter.folder(),
        )
        if path is not None:  # the system's dialog has asked before it named a file that is there
            self.presenter.save(path, replaces=path.is_file())

    @Slot()
    def save_sheet(self) -> None:
        """Ask for a place and save the tables of the paper there as a spreadsheet."""
        path = save_file(
            self,
            self.tr("Save as spreadsheet"),
            self.presenter.suggested_sheet(),
            self.tr("Workbook (*.xlsx);;Plain table (*.csv)"),
            self.presenter.folder(),
        )
        if path is not None:
            self.presenter.save_sheet(path, replaces=path.is_file())

    @Slot()
    def copy_it(self) -> None:
        """Put the words of all pages on the clipboard."""

        def copy(made: Made) -> None:
            QGuiApplication.clipboard().setText("\n\n".join(made.texts))
            self.presenter.say(self.tr("All words are copied. Paste them where you want them."))

        self.presenter.when_made(copy)

    def _print(self, made: Made) -> None:
        wide, tall = made.points[0]
        wish = Wish(
            title=self.presenter.job.title,
            pages=len(made.points),
            size=made.choice.size,
            is_across=wide > tall,
        )
        printer = self._printers.choose(wish, self)
        if printer is None:
            return
        name = printer.printerName()
        if name and not self._printers.has(name):
            self.presenter.tell_trouble(Trouble("printer_gone", printer=name))
            return
        pages = wanted_pages(printer, wish.pages)
        printing = self._bench.services.printing

        def job(progress: Progress) -> bool:
            return send(
                printer, made.printed.data, pages, printing, progress, self.presenter.is_stopped
            )

        self.presenter.send(job, self.tr("It is on its way to the printer."))

    @Slot(object)
    def _show(self, state: PrintState) -> None:
        name = self.tr("Page {n} of {m}").format(n=state.page + 1, m=state.pages)
        self.number.setText(name if state.pages else "")
        for button, is_able in (
            (self.back_button, state.page > 0),
            (self.on_button, state.page + 1 < state.pages),
        ):
            button.setVisible(state.pages > 1)
            button.setEnabled(is_able)
        self.choices.show_state(state)
        if state.page != self._page_shown:
            self._page_shown = state.page
            self.view.to_top()
        self.view.set_page(state.points, name if state.pages else self.tr("Page"), state.words)
        if state.picture is not None and state.picture is not self._picture_shown:
            self._picture_shown = state.picture
            self.view.set_picture(state.picture)
        self._sending.setVisible(state.is_sending)
        self._tell(state)

    def _tell(self, state: PrintState) -> None:
        """Say what went wrong, or what was done, in one notice."""
        text = state.fault or state.said
        if self._notice is not None:
            if self._notice.text() == text:
                return
            self._told.removeWidget(self._notice)
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None
        if text:
            action = self.tr("Replace it") if state.can_replace else ""
            self._notice = Notice("late" if state.fault else "ok", text, action)
            self._notice.acted.connect(self.presenter.replace_it)
            self._told.addWidget(self._notice)
            self._notice.show()

    @Slot(int, int)
    def _show_sent(self, done: int, total: int) -> None:
        self._sent.setRange(0, total)
        self._sent.setValue(done)

    @Slot()
    def _widen(self) -> None:
        """Put the choices beside the page, or under it where there is no room."""
        em = self._bench.theme.em
        is_narrow = self.width() < em(_FOLDS)
        direction = QBoxLayout.Direction
        self._across.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
        most = 16_777_215
        side = max(em(_SIDE), self.choices.needs())
        self.choices.setMinimumWidth(0 if is_narrow else side)
        self.choices.setMaximumWidth(most if is_narrow else side)
        self.choices.setMaximumHeight(em(9) if is_narrow else most)

    def showEvent(self, event: QShowEvent) -> None:
        """Take most of the screen, and make the first paper."""
        super().showEvent(event)
        room = most_room(self)
        self.resize(min(room.width(), 1240), room.height())
        keep_on_screen(self)
        self._widen()
        main = self.print_button if self._can_print else self.save_button
        main.setFocus(Qt.FocusReason.OtherFocusReason)
        self.presenter.begin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold where there is no room."""
        super().resizeEvent(event)
        self._widen()

    def done(self, result: int) -> None:
        """Close; what is on its way to the printer stops."""
        self.presenter.close()
        super().done(result)


def show_print(job: PrintJob, bench: Workbench, parent: QWidget | None = None) -> None:
    """Show the preview of a job and stay until it is closed.

    Args:
        job: what is printed.
        bench: services, words, theme and the worker.
        parent: the window it belongs to.
    """
    preview = PrintPreview(job, bench, parent)
    preview.exec()
    preview.deleteLater()
