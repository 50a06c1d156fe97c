# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The settings page of backups: how things stand, where they go, which are kept, putting back."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.ui.backups.lines import NewsLine
from servicedesk.ui.backups.presenter import BackupPresenter, BackupRow, BackupState
from servicedesk.ui.backups.restore import RestoreDialog
from servicedesk.ui.backups.said import path_words
from servicedesk.ui.core.labels import Labels
from servicedesk.ui.core.messages import show_trouble
from servicedesk.ui.core.theme_sheet import ROW
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.tables.columns import Column
from servicedesk.ui.tables.record_list import RecordList
from servicedesk.ui.tables.row_model import RowModel
from servicedesk.ui.widgets.ask_file import choose_folder
from servicedesk.ui.widgets.buttons import link_button, main_button, side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.text import label

_FEWEST, _MOST = 3, 10
"""Lines that the list has room for before it scrolls by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """A refusal said like a trouble, when no page is left to say it beside a field."""

    happened: str
    safe: str = ""
    do: str = ""


class BackupTopic(QWidget):
    """One page of the settings.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.presenter = BackupPresenter(bench, self)
        self._build()
        self._wire()
        self._show_state()

    def _build(self) -> None:
        page = ScrollPage()
        self._body = page.body
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        self._body.addWidget(label(self.tr("Backups"), "title"))
        self._body.addWidget(
            label(
                self.tr(
                    "The program copies your whole file by itself: whenever you close it after "
                    "something has changed, and soon after you publish a charter. While it is "
                    "open, and when you open it, it copies what has changed once the newest copy "
                    "is half an hour old. Each copy is read back before it counts."
                ),
                "quiet",
            )
        )
        self._build_status()
        self._build_folders()
        self._build_list()
        self._body.addStretch(1)

    def _build_status(self) -> None:
        card = Card(self.tr("How things stand"))
        self._sentence = NewsLine(is_boxed=True)
        self._amount = label("", "quiet")
        self._trial, self._check = NewsLine(), NewsLine()
        for widget in (self._sentence, self._amount, self._trial, self._check):
            card.body.addWidget(widget)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("How far the backup is"))
        card.body.addWidget(self._bar)
        self.now_button = main_button(self.tr("Back up now"))
        self.stop_button = side_button(self.tr("Stop"))
        self.to_list_button = link_button(self.tr("Put a backup back…"))
        card.body.addLayout(_line(self.now_button, self.stop_button, self.to_list_button))
        self._body.addWidget(card)

    def _build_folders(self) -> None:
        card = Card(self.tr("Where they go"))
        card.body.addWidget(label(self.tr("First, on this computer:"), "strong"))
        self._folder = label("")
        card.body.addWidget(self._folder)
        self.open_button = link_button(self.tr("Open the folder"))
        card.body.addLayout(_line(self.open_button))
        card.body.addWidget(label(self.tr("Then a second copy, best on a USB stick:"), "strong"))
        self._second = label("")
        self._about = label("", "quiet")
        self._fault, self._error = NewsLine(is_boxed=True), NewsLine()
        for widget in (self._second, self._about, self._fault, self._error):
            card.body.addWidget(widget)
        self.choose_button = side_button(self.tr("Choose a folder…"))
        self.forget_button = link_button(self.tr("Go without a second copy"))
        card.body.addLayout(_line(self.choose_button, self.forget_button))
        self._body.addWidget(card)

    def _build_list(self) -> None:
        self._body.addWidget(label(self.tr("Backups that are kept"), "section"))
        self._body.addWidget(
            label(
                self.tr(
                    "All of the last two days, then one a day, a week and a month. Those that you "
                    "keep for good never go."
                ),
                "quiet",
            )
        )
        self._model = RowModel(self._columns(), sentence=self._row_sentence, key=_name_of)
        self.list = RecordList(self._bench.theme, self._model, self.tr("Backups that are kept"))
        self._body.addWidget(self.list)
        self._empty = label(self.tr("None yet. The first is made as soon as there is something."))
        self._body.addWidget(self._empty)
        self._chosen, self._tried = label("", "quiet"), NewsLine()
        self._body.addWidget(self._chosen)
        self._body.addWidget(self._tried)
        self.put_back_button = side_button(self.tr("Put it back…"))
        self.try_button = side_button(self.tr("Try it"))
        self.pin_button = side_button(self.tr("Keep for good"))
        self.file_button = link_button(self.tr("Put back from a file…"))
        self._body.addLayout(
            _line(self.put_back_button, self.try_button, self.pin_button, self.file_button)
        )

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(title=self.tr("Made"), value=lambda row: row.made, sort=lambda row: row.card.at),
            Column(title=self.tr("Why"), value=lambda row: row.why, width=15),
            Column(
                title=self.tr("Size"),
                value=lambda row: row.size,
                sort=lambda row: row.card.size,
                align=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                width=5,
            ),
            Column(title=self.tr("Kept"), value=self._kept_words, width=6),
        )

    def _wire(self) -> None:
        self.now_button.clicked.connect(self.presenter.back_up)
        self.stop_button.clicked.connect(self.presenter.cancel)
        self.to_list_button.clicked.connect(self._go_to_list)
        self.open_button.clicked.connect(self.presenter.open_folder)
        self.choose_button.clicked.connect(self._choose)
        self.forget_button.clicked.connect(self._forget)
        self.pin_button.clicked.connect(self._pin)
        self.put_back_button.clicked.connect(self._put_back_chosen)
        self.file_button.clicked.connect(self._put_back_from_file)
        self.try_button.clicked.connect(self._try)
        self.list.chosen.connect(self._show_buttons)
        self.list.opened.connect(self._ask_about)
        self.presenter.state_changed.connect(self._show_state)
        self._bench.theme.changed.connect(self._measure)

    def arrive(self, item: str = "") -> None:
        """Look how things stand; "second" goes to the second folder."""
        self.presenter.reload()
        if item == "second":
            self.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Nothing is typed here."""

    def first_focus(self) -> QWidget | None:
        """The button that makes a backup."""
        return self.now_button

    def ask_about(self, path: Path | None = None) -> RestoreDialog:
        """The dialog about a backup that may be put back, not yet shown.

        Args:
            path: of the backup; None to have one chosen in the dialog.
        """
        backups, bench = self._bench.services.backups, self._bench
        dialog = RestoreDialog(
            backups.look_into, bench.tasks, bench.labels, bench.today, parent=self.window()
        )
        if path is not None:
            dialog.presenter.choose(path)
        return dialog

    def _show_state(self) -> None:
        state = self.presenter.state
        self._sentence.say(state.sentence, state.tone)
        self._amount.setText(state.amount)
        self._amount.setVisible(bool(state.amount))
        self._trial.say(state.trial, state.trial_tone)
        self._check.say(state.check, state.check_tone)
        self._show_running(state)
        self._folder.setText(state.folder)
        self._show_second(state)
        self._chosen.setText(state.chosen)
        self._chosen.setVisible(bool(state.chosen))
        self._tried.say(state.tried, state.tried_tone)
        self._model.set_rows(state.rows)
        self.list.setVisible(bool(state.rows))
        self.to_list_button.setVisible(bool(state.rows) and not state.is_running)
        self._empty.setVisible(not state.rows)
        if state.rows and self.list.current is None:
            self.list.choose(state.rows[0].card.name)
        self._measure()
        self._show_buttons(self.list.current)

    def _show_running(self, state: BackupState) -> None:
        had_focus = self.now_button.hasFocus() or self.stop_button.hasFocus()
        self._bar.setVisible(state.is_running)
        self._bar.setMaximum(state.total)  # none yet: it shows that something is going on
        self._bar.setValue(state.done)
        self.now_button.setVisible(not state.is_running)
        self.stop_button.setVisible(state.is_running)
        self.stop_button.setEnabled(not state.is_stopping)
        if had_focus:
            (self.stop_button if state.is_running else self.now_button).setFocus()

    def _show_second(self, state: BackupState) -> None:
        second = state.second
        if second is None:
            self._second.setText(self.tr("None chosen yet."))
        else:
            said = self.tr("{name}, in {path}").format(
                name=second.name, path=path_words(second.path)
            )
            self._second.setText(said)
        self._about.setText("" if second is None else second.about)
        self._about.setVisible(second is not None)
        self._fault.say("" if second is None else second.fault, "due")
        self._error.say(state.second_error, "late")
        words = self.tr("Choose a folder…") if second is None else self.tr("Choose another folder…")
        self.choose_button.setText(words)
        self.choose_button.setAccessibleDescription(state.second_error)
        self.forget_button.setVisible(second is not None)

    def _show_buttons(self, row: BackupRow | None) -> None:
        for button in (self.put_back_button, self.try_button, self.pin_button):
            button.setVisible(row is not None)
        self.presenter.choose(row)
        if row is not None:
            self.pin_button.setText(self._pin_words(row))

    def _pin_words(self, row: BackupRow) -> str:
        return self.tr("Let it go again") if row.is_pinned else self.tr("Keep for good")

    def _kept_words(self, row: BackupRow) -> str:
        return self.tr("for good") if row.is_pinned else ""

    def _row_sentence(self, row: BackupRow) -> str:
        said = self.tr("Backup made {made}, {why}, {size}").format(
            made=row.made, why=row.why, size=row.size
        )
        return self.tr("{said}, kept for good").format(said=said) if row.is_pinned else said

    def _measure(self) -> None:
        """As high as its lines, within bounds."""
        lines = min(max(len(self.presenter.state.rows), _FEWEST), _MOST) + 1.6
        self.list.setFixedHeight(self._bench.theme.em(lines * ROW))

    def _choose(self) -> None:
        second = self.presenter.state.second
        start = None if second is None else Path(second.path)
        folder = choose_folder(self, self.tr("Folder for the second copy"), start)
        if folder is not None:
            self.presenter.set_second(folder)

    def _forget(self) -> None:
        self.presenter.set_second(None)
        self.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pin(self) -> None:
        row = self.list.current
        if row is not None:
            self.presenter.pin(row)

    def _try(self) -> None:
        row = self.list.current
        if row is not None:
            self.presenter.try_one(row)

    def _go_to_list(self) -> None:
        """Go down to the list and what can be done with the backup that is chosen in it."""
        self.put_back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_back_chosen(self) -> None:
        row = self.list.current
        if row is not None:
            self._ask_about(row)

    def _ask_about(self, row: BackupRow) -> None:
        self._run(self.ask_about(Path(row.card.path)))

    def _put_back_from_file(self) -> None:
        self._run(self.ask_about())

    def _run(self, dialog: RestoreDialog) -> None:
        is_wanted = dialog.exec() == RestoreDialog.DialogCode.Accepted
        chosen = dialog.chosen
        dialog.deleteLater()
        if is_wanted and chosen is not None:
            put_back(self._bench.doors.put_back, chosen, self._bench.labels)


def put_back(door: Callable[[Path], None], backup: Path, labels: Labels) -> None:
    """Go through the door that puts a backup back, and say what came in the way.

    The page that asked is gone by the time the door is shut again, and so is its bench; so the
    words are shown in a box of their own.

    Args:
        door: closes the file, swaps it and opens it again.
        backup: to be put back.
        labels: the words.
    """
    try:
        door(backup)
    except Refusal as refusal:
        show_trouble(_Said(happened=labels.refusal(refusal)))
    except Trouble as trouble:
        show_trouble(labels.trouble(trouble))


def _name_of(row: BackupRow) -> str:
    return row.card.name


def _line(*buttons: QPushButton) -> FlowLayout:
    line = FlowLayout()
    for button in buttons:
        line.addWidget(button)
    return line
