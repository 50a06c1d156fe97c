# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A settings page with a list: what is there, and a form to add, change and remove."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesk.domain.calendars_shifting import NOTHING_MOVES, Shift
from servicedesk.ui.core.theme_sheet import ROW
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.settings.foretelling import will_move, would_move
from servicedesk.ui.settings.moves_list import MovesList
from servicedesk.ui.settings.records_presenter import RecordLine, RecordsPresenter
from servicedesk.ui.settings.topic import TopicPage
from servicedesk.ui.tables.columns import Column
from servicedesk.ui.tables.record_list import RecordList
from servicedesk.ui.tables.row_model import RowModel
from servicedesk.ui.widgets.buttons import link_button, main_button, side_button
from servicedesk.ui.widgets.fields import make_field
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.form_draft import FormDraft
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.text import label

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from servicedesk.domain.printing import PrintJob

_FEWEST, _MOST = 3, 12
"""Lines that the list has room for before it scrolls by itself."""

_NARROWEST = 9
"""Of a column that takes what room is left, in text heights."""

_BESIDE = 0.6
"""Left and right of what stands in a column, in text heights."""


class RecordsTopic(TopicPage):
    """A list and its buttons. Enter changes what is pointed at.

    Args:
        bench: of the open file.
        presenter: reads and keeps the records.
    """

    def __init__(self, bench: Workbench, presenter: RecordsPresenter) -> None:
        super().__init__()
        self._bench = bench
        self.presenter = presenter
        presenter.setParent(self)
        self.form: FormDialog | None = None
        self.moves: MovesList | None = None
        self._build()
        self._wire()
        self._show_state()

    def _build(self) -> None:
        words = self.presenter.words
        page = ScrollPage(widest=0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        self.body = page.body
        self.body.addWidget(label(words.title, "title"))
        self.body.addWidget(label(words.intro, "quiet"))
        self._note = label("")
        self.body.addWidget(self._note)
        self.add_button = main_button(words.add)
        self.change_button = side_button(self.tr("Change"))
        self.remove_button = side_button(self.tr("Remove"))
        self.print_button = side_button(self.tr("Print this list"))
        self.example_button = link_button(self.tr("Show me an example"))
        self.buttons = FlowLayout()
        for button in (
            self.add_button,
            self.change_button,
            self.remove_button,
            self.print_button,
            self.example_button,
        ):
            self.buttons.addWidget(button)
        self._empty = label(words.empty)
        self.body.addWidget(self._empty)
        self.body.addLayout(self.buttons)
        self._model = RowModel(self._columns())
        self.list = RecordList(
            self._bench.theme, self._model, self.tr("{title}, list").format(title=words.title)
        )
        self.body.addWidget(self.list)
        self.removal = label("", "quiet")
        self.body.addWidget(self.removal)
        self.removal_moves = MovesList(self._bench.theme)
        self.body.addWidget(self.removal_moves)
        self.body.addStretch(1)

    def _columns(self) -> tuple[Column, ...]:
        words = self.presenter.words
        return tuple(
            Column(
                title=title,
                value=partial(_cell, at),
                sort=partial(_order, at),
                width=width,
            )
            for at, (title, width) in enumerate(zip(words.columns, words.widths, strict=True))
        )

    def _wire(self) -> None:
        self.add_button.clicked.connect(self.add)
        self.change_button.clicked.connect(self._change)
        self.remove_button.clicked.connect(self._remove)
        self.print_button.clicked.connect(self._print)
        self.example_button.clicked.connect(self._bench.doors.open_demo)
        self.list.opened.connect(self._open)
        self.list.chosen.connect(self._show_buttons)
        self.presenter.state_changed.connect(self._show_state)
        self._bench.theme.changed.connect(self._measure)
        self.list.viewport().installEventFilter(self)

    def arrive(self, item: str = "") -> None:
        """Read afresh; "add" opens the form, a number points at that record."""
        self.presenter.load()
        self._show_buttons(self.list.current)
        if item == "add":
            self.add()
        elif item.isdecimal():
            self.list.choose(int(item))

    def first_focus(self) -> QWidget | None:
        """The list, or the button that adds while there is nothing in it."""
        return self.list if self.presenter.state.lines else self.add_button

    def print_job(self) -> "PrintJob | None":
        """The list, in the order of the screen."""
        lines = [self._model.record(row) for row in range(self._model.rowCount())]
        return self.presenter.list_job(lines)

    def add(self) -> None:
        """Open the form of a new record."""
        self._show_form(None)

    def _open(self, line: RecordLine) -> None:
        if self.presenter.words.changing:
            self._show_form(line.id)

    def _change(self) -> None:
        line = self.list.current
        if line is not None:
            self._open(line)

    def _remove(self) -> None:
        line = self.list.current
        if line is not None:
            self.presenter.remove(line.id)
            self.presenter.load()
            self._focus_list()

    def _print(self) -> None:
        job = self.print_job()
        if job is not None:
            from servicedesk.ui.printing.preview import show_print

            show_print(job, self._bench, self)

    def _focus_list(self) -> None:
        target = self.first_focus()
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_form(self, record_id: int | None) -> None:
        words = self.presenter.words
        form = FormDialog(words.adding if record_id is None else words.changing, self)
        known = {} if record_id is None else self.presenter.values(record_id)
        for question in self.presenter.questions(record_id):
            field = form.add(make_field(question, self._bench.labels, self._bench))
            field.set_value(known.get(question.id, question.default))
            field.committed.connect(lambda: self._weigh(form, record_id))
        self.moves = MovesList(self._bench.theme, form)
        form.body.addWidget(self.moves)
        FormDraft(form, self._bench, self.presenter.FORM, str(record_id or ""))
        form.save_wanted.connect(lambda: self._save(form, record_id))
        form.finished.connect(lambda: self._closed(form))
        self.form = form
        form.open()

    def _weigh(self, form: FormDialog, record_id: int | None) -> None:
        """Tell what is wrong as soon as a field is left, and what saving would do.

        What is still empty may follow.
        """
        values = form.values()
        wrong = self.presenter.weigh(values)
        for field in form.fields():
            field.show_error(wrong.get(field.question_id, "") if field.value() != "" else "")
        shift = self.presenter.foretell(record_id, values)
        form.foretell(will_move(shift, self._bench.labels))
        if self.moves is not None:
            self.moves.show_moves(shift.moves)

    def _save(self, form: FormDialog, record_id: int | None) -> None:
        known = {line.id for line in self.presenter.state.lines}
        wrong = self.presenter.save(record_id, form.values())
        if wrong is None:
            return
        form.show_errors(wrong)
        if not wrong:
            form.accept()
            self.presenter.load()
            for line in self.presenter.state.lines:
                if line.id not in known:
                    self.list.choose(line.id)

    def _closed(self, form: FormDialog) -> None:
        self.form = self.moves = None
        form.deleteLater()
        self._focus_list()

    def _show_state(self) -> None:
        state = self.presenter.state
        self._note.setText(state.note)
        self._note.setVisible(bool(state.note))
        self._empty.setVisible(not state.lines)
        self.list.setVisible(bool(state.lines))
        self._model.set_rows(state.lines)
        if state.lines and self.list.current is None:
            self.list.choose(state.lines[0].id)
        self._measure()
        self._show_buttons(self.list.current)

    def _show_buttons(self, line: RecordLine | None) -> None:
        can_change = bool(self.presenter.words.changing)
        has_lines = bool(self.presenter.state.lines)
        self.change_button.setVisible(has_lines and can_change)
        self.remove_button.setVisible(has_lines)
        self.print_button.setVisible(has_lines)
        self.example_button.setVisible(not has_lines)
        shift = NOTHING_MOVES if line is None else self.presenter.foretell_removal(line.id)
        self._show_removal(line, shift)
        self.change_button.setEnabled(line is not None)
        self.remove_button.setEnabled(line is not None)

    def _show_removal(self, line: RecordLine | None, shift: Shift) -> None:
        """Say what removing the chosen record does to what was promised, and name what moves."""
        del line
        self._say_removal(shift)
        self.removal_moves.show_moves(shift.moves)

    def _say_removal(self, shift: Shift) -> None:
        self.removal.setText(would_move(shift, self._bench.labels))
        self.removal.setVisible(bool(shift.moves))

    def _measure(self) -> None:
        """As high as its lines, within bounds; each column wide enough to be read."""
        self._share_room()
        lines = min(max(len(self.presenter.state.lines), _FEWEST), _MOST) + 1.6
        self.list.setFixedHeight(self._bench.theme.em(lines * ROW))

    def _share_room(self) -> None:
        """Give each column what its words need; the last ones go where there is no room.

        What a column says that has gone is in the form, and in the sentence of the row.
        """
        em, across = self._bench.theme.em, self.list.horizontalHeader()
        room, needed = self.list.viewport().width(), 0
        for at, width in enumerate(self.presenter.words.widths):
            words = max(self.list.sizeHintForColumn(at), across.sectionSizeHint(at))
            if width:
                self.list.setColumnWidth(at, words + em(_BESIDE))
            needed += words + em(_BESIDE) if width else min(words, em(_NARROWEST)) + em(_BESIDE)
            self.list.setColumnHidden(at, needed > room and at > 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share out the room of the list anew when it has another."""
        if event.type() is QEvent.Type.Resize:
            self._share_room()
        return super().eventFilter(watched, event)


def _cell(at: int, line: RecordLine) -> str:
    return line.cells[at]


def _order(at: int, line: RecordLine) -> object:
    return line.order[at]
