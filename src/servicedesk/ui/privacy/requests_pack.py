# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The dialog before a pack goes out: who else is named where, and what is left out for it."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from servicedesk.domain.access_packs import AccessPack, HeldRecord
from servicedesk.domain.data_requests import LINE_MOST
from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import Question, QuestionKind
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.buttons import side_button
from servicedesk.ui.widgets.fields import make_field
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.form_draft import FormDraft
from servicedesk.ui.widgets.text import label

_FORM = "data_requests"
"""As the table of what it is asked for; reasons that were typed stay when it is closed."""

_MOST = 100
"""Records that are looked at here; more are looked at on paper."""

_SHOWN = 160
"""Characters of a record that stand over its line."""


class PackDialog(FormDialog):
    """Shows what to look at in a pack, and asks what is left out of it.

    Signals:
        print_wanted: (reasons by line) show the pack in the preview.
        data_wanted: (reasons by line) save it as data.
        folder_wanted: (reasons by line) save it all, with letters and files, in a folder.
        begin_wanted: note a request for it.

    Args:
        bench: of the open file.
        pack: all that is held.
        reasons: for which records are kept back already, by line.
        is_asked: it belongs to a request.
        parent: the window it belongs to.
    """

    print_wanted = Signal(object)
    data_wanted = Signal(object)
    folder_wanted = Signal(object)
    begin_wanted = Signal()

    def __init__(
        self,
        bench: Workbench,
        pack: AccessPack,
        reasons: Mapping[str, str],
        parent: QWidget | None = None,
        *,
        is_asked: bool,
    ) -> None:
        say = QCoreApplication.translate
        title = say("PackDialog", "What we hold on {name}").format(name=pack.name)
        super().__init__(title, parent, say("PackDialog", "Look through it and print"))
        self._bench = bench
        records, letters = len(pack.records), len(pack.letters)
        found = self.tr("Records that are held: {records}. Letters: {letters}.")
        self.body.addWidget(label(found.format(records=records, letters=letters)))
        looked = pack.to_look_at
        if looked:
            told = self.tr(
                "Look at these first: somebody else is named in them. To leave one out, write the "
                "reason, which the reply gives. Leave the line empty to hand it over."
            )
        else:
            told = self.tr("Nobody else was found in them. Look through it before it goes out.")
        self.body.addWidget(label(told, "quiet"))
        for number, record in enumerate(looked[:_MOST], 1):
            self.add(make_field(self._asked(number, record), bench.labels, bench))
        for field in self.fields():
            field.set_value(reasons.get(field.question_id, ""))
        if len(looked) > _MOST:
            more = self.tr("{count} more are marked on the paper for you.")
            self.body.addWidget(label(more.format(count=len(looked) - _MOST), "quiet"))
        self.data_button = self.add_button(side_button(self.tr("Save as data…")))
        self.data_button.clicked.connect(lambda: self._send(self.data_wanted))
        self.folder_button = self.add_button(side_button(self.tr("Save it all in a folder…")))
        self.folder_button.clicked.connect(lambda: self.folder_wanted.emit(self.reasons()))
        self.begin_button = side_button(self.tr("Note that they asked for it"))
        if not is_asked:
            self.add_button(self.begin_button)
        self.begin_button.clicked.connect(self.begin_wanted)
        FormDraft(self, bench, _FORM, f"pack-{pack.customer_id}")
        self.save_wanted.connect(lambda: self._send(self.print_wanted))

    def _send(self, wanted: SignalInstance) -> None:
        """On with the reasons, where each of them has room in the reply."""
        wrong = {}
        for field in self.fields():
            try:
                field.checked_value()
            except Refusal as refusal:
                wrong[field.question_id] = self._bench.labels.refusal(refusal)
        self.show_errors(wrong)
        if not wrong:
            wanted.emit(self.reasons())

    def reasons(self) -> dict[str, str]:
        """Why records are left out, by line; those that are handed over are not there."""
        said = {name: " ".join(str(value).split()) for name, value in self.values().items()}
        return {name: reason for name, reason in said.items() if reason}

    def _asked(self, number: int, record: HeldRecord) -> Question:
        kind = self._bench.labels.say(f"access.table.{record.table}")
        texts = (*(said for _, said in record.pairs), *(what for _, _, what in record.changes))
        others = {word.casefold() for name in record.others for word in name.split()}
        telling = [one for one in texts if any(word in one.casefold() for word in others)]
        words = " ".join(max(telling or texts, key=len, default="").split())
        shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN].rsplit(' ', 1)[0]} …"
        names = self.tr("Names {names}.").format(names=", ".join(record.others))
        about = self.tr("Is about something else, and names them.")
        line = self.tr("{number}. {kind}: {words}")
        return Question(
            id=record.line,
            kind=QuestionKind.TEXT,
            label=line.format(number=number, kind=kind, words=shown),
            help=names if record.others else about,
            maximum=LINE_MOST,
        )
