# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The dialog before a pack goes out: who else is named where, and what is left out for it."""

from PySide6.QtCore import QCoreApplication, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from servicedesk.domain.access_packs import AccessPack, PackChoices
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.privacy.requests_pack_list import PackList
from servicedesk.ui.widgets.buttons import side_button
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.form_draft import FormDraft
from servicedesk.ui.widgets.text import label

_FORM = "data_requests"
"""As the table of what it is asked for; what was decided stays when it is closed."""


class PackDialog(FormDialog):
    """Shows what is held on somebody, and asks what of it is left out.

    Signals:
        print_wanted: (PackChoices) show the pack in the preview.
        data_wanted: (PackChoices) save it as data.
        folder_wanted: (PackChoices) save it all, with letters and files, in a folder.
        begin_wanted: note a request for it.

    Args:
        bench: of the open file.
        pack: all that is held, as it goes out where nothing is decided.
        choices: what is decided already.
        is_asked: it belongs to a request.
        parent: the window it belongs to.

    Attributes:
        list: the records.
    """

    print_wanted = Signal(object)
    data_wanted = Signal(object)
    folder_wanted = Signal(object)
    begin_wanted = Signal()

    def __init__(
        self,
        bench: Workbench,
        pack: AccessPack,
        choices: PackChoices,
        parent: QWidget | None = None,
        *,
        is_asked: bool,
    ) -> None:
        say = QCoreApplication.translate
        title = say("PackDialog", "What we hold on {name}").format(name=pack.name)
        super().__init__(title, parent, say("PackDialog", "Look through it and print"))
        records, letters = len(pack.records), len(pack.letters)
        found = self.tr("Records that are held: {records}. Letters: {letters}.")
        self.body.addWidget(label(found.format(records=records, letters=letters)))
        if pack.to_look_at:
            told = self.tr(
                "In some of them somebody else is named: look at these first. Of a record about "
                "somebody else only the sentences that name {name} go out. What you tick “Leave "
                "out” stays here, with its files and all else that belongs to it."
            ).format(name=pack.name)
        else:
            told = self.tr(
                "Nobody else was found in them. Look through it before it goes out. What you tick "
                "“Leave out” stays here, with its files and all else that belongs to it."
            )
        self.body.addWidget(label(told, "quiet"))
        self.list = PackList(bench, pack, choices)
        self.add(self.list)
        self.data_button = self.add_button(side_button(self.tr("Save as data…")))
        self.data_button.clicked.connect(lambda: self._send(self.data_wanted))
        self.folder_button = self.add_button(side_button(self.tr("Save it all in a folder…")))
        self.folder_button.clicked.connect(lambda: self._send(self.folder_wanted))
        self.begin_button = side_button(self.tr("Note that they asked for it"))
        if not is_asked:
            self.add_button(self.begin_button)
        self.begin_button.clicked.connect(self.begin_wanted)
        FormDraft(self, bench, _FORM, f"pack-customers-{pack.customer_id}")
        self.save_wanted.connect(lambda: self._send(self.print_wanted))

    def _send(self, wanted: SignalInstance) -> None:
        """On with what was decided, where each reason is given and has room in the reply."""
        if self.list.check():
            wanted.emit(self.list.choices())
