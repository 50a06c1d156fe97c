# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What goes and what stays, said before somebody is forgotten; the safe way first."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QVBoxLayout, QWidget

from servicedesk.domain.forgetting import (
    Erasing,
    ErasureWhy,
    Foreseen,
    Keeping,
    KeptBecause,
    Mention,
)
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
_TICKS = 100
"""Records of others that have a tick of their own; the rest has one for each kind."""

_NAMED = 12
"""References that one sentence names."""

_SHOWN = 160
"""Letters of a text in which somebody is named."""


class ForgetDialog(QDialog):
    """Shows what forgetting somebody would do.

    Signals:
        forget_wanted: (Erasing, ErasureWhy, mentions) somebody chose how much goes.
        holds_wanted: somebody wants to see what must be kept.
        record_wanted: (Kind, number) somebody wants to deal with what is open.

    Args:
        bench: of the open file.
        foreseen: what it would do.
        held: on backups that hold the person, in words; "" for none.

    Attributes:
        keep_button, forget_button, anonymise_button: how it ends.
        boxes: a tick for each record of others that names them; of many, one for the rest of a
            kind.
    """

    forget_wanted = Signal(object, object, object)
    holds_wanted = Signal()
    record_wanted = Signal(object, object)

    def __init__(
        self, bench: Workbench, foreseen: Foreseen, held: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bench, self._foreseen, self._held = bench, foreseen, held
        self.boxes: list[tuple[QCheckBox, tuple[Mention, ...]]] = []
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
        whys = {one.why for one in self._foreseen.because}
        for one in self._foreseen.because:
            line = self.tr("{why}: {what}").format(why=labels.enum(one.why), what=one.what)
            action = self.tr("Open {what}").format(what=one.what) if one.record_id else ""
            notice = Notice("due", line, action)
            notice.acted.connect(lambda kept=one: self._to_record(kept))
            body.addWidget(notice)
            self._asked.append(notice)
        if KeptBecause.OPEN_REQUEST in whys:
            said = self.tr(
                "Answer the request first: once they are forgotten, nobody knows any more who "
                "asked and where the answer goes."
            )
            body.addWidget(label(said, "quiet"))
        if KeptBecause.LEGAL_HOLD in whys:
            holds = side_button(self.tr("See what must be kept"))
            holds.clicked.connect(self._to_holds)
            self._buttons.addWidget(holds)
            self._ends.append(holds)

    def _to_record(self, kept: Keeping) -> None:
        self.reject()
        self.record_wanted.emit(kept.kind, kept.record_id)

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
        self._say_what_stays_as_it_is()
        if self._held:
            body.addWidget(Notice("due", self._held))
        if seen.answers:
            words = self.tr(
                "This answers their request, done as they asked: {refs}. If they are to hear of "
                "it, write to them first: afterwards nobody knows where to send it."
            )
            body.addWidget(Notice("due", words.format(refs=_few(seen.answers))))
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
        """Records of others, each with a tick; those that can mean nobody else are ticked."""
        found = self._foreseen.mentions
        sure = [one for one in found if one.is_sure]
        others = [one for one in found if not one.is_sure]
        if sure:
            said = self.tr("Where there is a tick, the name is taken out of the text.")
            self._tick(self.tr("Here they are named too"), said, sure, first=1)
        if others:
            said = self.tr(
                "Only a part of the name stands here, and it may be somebody else. Tick where it "
                "is them."
            )
            self._tick(self.tr("Here it may be them"), said, others, first=len(sure) + 1)

    def _tick(self, title: str, said: str, found: Sequence[Mention], first: int) -> None:
        """A card with a tick for each of the first ones, and one for the rest of each kind."""
        card = Card(title)
        card.body.addWidget(label(said, "quiet"))
        labels, is_sure = self._bench.labels, found[0].is_sure
        for number, mention in enumerate(found[:_TICKS], start=first):
            words = self.tr("{number}. {kind}")
            if mention.is_past:
                words = self.tr("{number}. {kind}, as it was before")
            words = words.format(number=number, kind=labels.enum(mention.kind))
            self._box(card, words, (mention,), is_sure=is_sure)
            card.body.addWidget(label(mention.words[:_SHOWN], "quiet"))
        rest: dict[Kind, list[Mention]] = {}
        for mention in found[_TICKS:]:
            rest.setdefault(mention.kind, []).append(mention)
        for kind, those in rest.items():
            words = self.tr("And more of this: {kind}, {count}")
            words = words.format(kind=labels.enum(kind), count=len(those))
            if not is_sure:
                words = self.tr("{words}, perhaps them").format(words=words)
            self._box(card, words, tuple(those), is_sure=is_sure)
        self._page.body.addWidget(card)

    def _box(self, card: Card, words: str, those: tuple[Mention, ...], *, is_sure: bool) -> None:
        box = QCheckBox(words)
        box.setChecked(is_sure)
        box.setAccessibleName(words)
        card.body.addWidget(box)
        self.boxes.append((box, those))

    def _say_what_stays_as_it_is(self) -> None:
        """What cannot be changed, and who else has the name."""
        body, seen = self._page.body, self._foreseen
        if seen.alike:
            words = self.tr(
                "The same name: {who}. If that is the same person, forget them there too, or "
                "merge the two first."
            )
            body.addWidget(Notice("due", words.format(who=_few(seen.alike))))
        if seen.letters:
            words = self.tr(
                "Letters to others that name them stay as they were sent, in their PDF: {refs}."
            )
            body.addWidget(Notice("due", words.format(refs=_few(seen.letters))))
        said = self.tr(
            "Pictures and files that are kept with records of others are not looked into."
        )
        body.addWidget(label(said, "quiet"))

    def _chosen(self, how: Erasing) -> None:
        also = tuple(one for box, those in self.boxes if box.isChecked() for one in those)
        why = ErasureWhy(str(self._why.value() or ErasureWhy.ASKED.value))
        self.accept()
        self.forget_wanted.emit(how, why, also)


def _few(refs: Sequence[str]) -> str:
    """The first references, with dots where there are more."""
    more = [f"… ({len(refs)})"] if len(refs) > _NAMED else []
    return ", ".join([*refs[:_NAMED], *more])
