# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What goes and what stays, said before somebody is forgotten; the safe way first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QVBoxLayout, QWidget

from servicedesk.domain.forgetting import Erasing, ErasureWhy, Foreseen, KeptBecause, Mention
from servicedesk.domain.guides import Choice, Question, QuestionKind
from servicedesk.domain.kinds import Kind
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.buttons import danger_button, side_button
from servicedesk.ui.widgets.card import Card, Notice
from servicedesk.ui.widgets.fields import make_field
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.sizes import take_room
from servicedesk.ui.widgets.tab_order import order_tabs
from servicedesk.ui.widgets.text import label

_WIDE, _HIGH = 44, 46
"""Of the dialog, in text heights, where the screen has the room."""

_MARGIN = 20
_SHOWN = 160
"""Letters of a text in which somebody is named."""


class ForgetDialog(QDialog):
    """Shows what forgetting somebody would do.

    Signals:
        forget_wanted: (Erasing, ErasureWhy, mentions) somebody chose how much goes.
        holds_wanted: somebody wants to see what must be kept.

    Args:
        bench: of the open file.
        foreseen: what it would do.
        held: on backups that hold the person, in words; "" for none.

    Attributes:
        keep_button, forget_button, anonymise_button: how it ends.
        boxes: a tick for each record of others that names them.
    """

    forget_wanted = Signal(object, object, object)
    holds_wanted = Signal()

    def __init__(
        self, bench: Workbench, foreseen: Foreseen, held: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bench, self._foreseen, self._held = bench, foreseen, held
        self.boxes: list[tuple[QCheckBox, Mention]] = []
        title = self.tr("Forget {name}?").format(name=foreseen.shown_name)
        self.setWindowTitle(title)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._page = ScrollPage(widest=0)
        self._page.body.addWidget(label(title, "title"))
        whole.addWidget(self._page, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(_MARGIN, 12, _MARGIN, _MARGIN)
        self._buttons = FlowLayout()
        foot.addLayout(self._buttons)
        whole.addLayout(foot)
        self.keep_button = side_button(self.tr("Keep them"))
        self.keep_button.setDefault(True)
        self.keep_button.clicked.connect(self.reject)
        self._asked: list[QWidget] = []
        self._ends: list[QWidget] = [self.keep_button]
        self._buttons.addWidget(self.keep_button)
        self.forget_button = danger_button(self.tr("Forget everything"))
        self.anonymise_button = danger_button(self.tr("Take out only the name"))
        if foreseen.because:
            self._say_why_not()
        else:
            self._say_what_happens()
        self._page.body.addStretch(1)
        order_tabs([*self._asked, *self._ends])
        take_room(self, _WIDE, _HIGH)

    def _say_why_not(self) -> None:
        """What keeps them, and the way to it."""
        body, labels = self._page.body, self._bench.labels
        body.addWidget(label(self.tr("Not yet. This must be dealt with first:"), "quiet"))
        for because, what in self._foreseen.because:
            line = self.tr("{why}: {what}").format(why=labels.enum(because), what=what)
            body.addWidget(Notice("due", line))
        if any(because is KeptBecause.OPEN_REQUEST for because, _ in self._foreseen.because):
            said = self.tr(
                "Answer the request first: once they are forgotten, nobody knows any more who "
                "asked and where the answer goes."
            )
            body.addWidget(label(said, "quiet"))
        if any(because is KeptBecause.LEGAL_HOLD for because, _ in self._foreseen.because):
            holds = side_button(self.tr("See what must be kept"))
            holds.clicked.connect(self._to_holds)
            self._buttons.addWidget(holds)
            self._ends.append(holds)

    def _to_holds(self) -> None:
        self.reject()
        self.holds_wanted.emit()

    def _say_what_happens(self) -> None:
        body, seen = self._page.body, self._foreseen
        body.addWidget(
            label(
                self.tr(
                    "This cannot be undone. Your counts stay as they are: what happened is still "
                    "counted, but nobody can tell whose it was."
                ),
                "quiet",
            )
        )
        goes = [self._counted(kind, count, "details") for kind, count in seen.goes]
        if seen.drafts:
            goes.append(self._counted("draft", seen.drafts))
        goes.append(self._counted("journal", seen.history))
        self._list(self.tr("This goes, with names and words"), goes)
        stays = [self._counted(kind, count, "visits") for kind, count in seen.stays]
        self._list(self.tr("This stays to be counted, without names"), stays)
        self._ask_mentions()
        if self._held:
            body.addWidget(Notice("due", self._held))
        choices = tuple(
            Choice(id=one.value, label=self._bench.labels.enum(one))
            for one in (ErasureWhy.ASKED, ErasureWhy.NOT_NEEDED)
        )
        question = Question(
            id="why", kind=QuestionKind.CHOICE, label=self.tr("Why?"), choices=choices
        )
        self._why = make_field(question, self._bench.labels, self._bench)
        self._why.set_value(ErasureWhy.ASKED.value)
        body.addWidget(self._why)
        self._asked += [*(box for box, _ in self.boxes), self._why]
        for button, how in (
            (self.forget_button, Erasing.FORGET),
            (self.anonymise_button, Erasing.ANONYMISE),
        ):
            button.clicked.connect(lambda _=False, chosen=how: self._chosen(chosen))
            self._buttons.addWidget(button)
            self._ends.append(button)

    def _counted(self, kind: str, count: int, of_customer: str = "") -> str:
        """So many of a kind; of a customer, who stays one, other words."""
        key = f"backup_holds.{kind}"
        if kind == Kind.CUSTOMER:
            key = f"forgetting.{of_customer}"
        return self._bench.labels.say(key, count=str(count))

    def _list(self, title: str, lines: list[str]) -> None:
        if lines:
            card = Card(title)
            for line in lines:
                card.body.addWidget(label(line))
            self._page.body.addWidget(card)

    def _ask_mentions(self) -> None:
        """Records of others, each with a tick."""
        if not self._foreseen.mentions:
            return
        card = Card(self.tr("Here they are named too"))
        card.body.addWidget(
            label(self.tr("Where there is a tick, the name is taken out of the text."), "quiet")
        )
        for number, mention in enumerate(self._foreseen.mentions, start=1):
            kind = self._bench.labels.enum(mention.kind)
            box = QCheckBox(self.tr("{number}. {kind}").format(number=number, kind=kind))
            box.setChecked(True)
            box.setAccessibleName(box.text())
            card.body.addWidget(box)
            card.body.addWidget(label(mention.words[:_SHOWN], "quiet"))
            self.boxes.append((box, mention))
        self._page.body.addWidget(card)

    def _chosen(self, how: Erasing) -> None:
        also = tuple(mention for box, mention in self.boxes if box.isChecked())
        why = ErasureWhy(str(self._why.value() or ErasureWhy.ASKED.value))
        self.accept()
        self.forget_wanted.emit(how, why, also)
