# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A form that asks little at first: the rest waits under More, which a fault in it opens."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from servicedesk.domain.guides import Choice, Question, QuestionKind
from servicedesk.domain.own_fields import OwnFieldCard, OwnFieldKind, own_question
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.buttons import link_button
from servicedesk.ui.widgets.field import Field
from servicedesk.ui.widgets.fields import make_field
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.pair import Pair
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.tab_order import order_tabs

_DAY_WIDTH = 11
"""Of a day's field at least, in text heights: it holds one in figures at any size of text."""

_OWN_KINDS = {
    OwnFieldKind.DAY: QuestionKind.DAY,
    OwnFieldKind.YES_NO: QuestionKind.YES_NO,
    OwnFieldKind.CHOICE: QuestionKind.CHOICE,
}


class FoldedForm(FormDialog):
    """Asks for some answers, and for more once they are unfolded.

    Args:
        bench: of the open file.
        title: over the dialog, and in its frame.
        parent: the window it belongs to.
    """

    def __init__(self, bench: Workbench, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._bench = bench
        self._own: dict[str, OwnFieldCard] = {}

    def _say_title(self, title: str) -> None:
        """Give the form another title."""
        self.setWindowTitle(title)
        self._head.setText(title)

    def _add_fold(self) -> None:
        """Put More below what is asked so far."""
        self._more_button = link_button(self.tr("More"))
        self._more_button.setCheckable(True)
        self._more_button.toggled.connect(lambda on: self._open_more(is_open=on))
        line = FlowLayout()
        line.addWidget(self._more_button)
        self.body.addLayout(line)
        self._more = QWidget()
        self._more_rows = QVBoxLayout(self._more)
        self._more_rows.setContentsMargins(0, 0, 0, 0)
        self._more_rows.setSpacing(self.body.spacing())
        self.body.addWidget(self._more)

    def _fold_in(self, fields: Iterable[Field | tuple[Field, Field]]) -> None:
        """Ask for fields under More, from the top.

        Args:
            fields: each a line of its own; two in a tuple stand side by side where there is room.
        """
        for one in fields:
            line = one if isinstance(one, tuple) else (one,)
            self._fields += line
            if len(line) == 1:
                self._more_rows.addWidget(line[0])
                continue
            pair = Pair()
            self._more_rows.addWidget(pair)
            pair.put(*line)

    def _field(self, name: str) -> Field:
        return next(field for field in self._fields if field.question_id == name)

    def _make(
        self,
        name: str,
        kind: QuestionKind,
        label: str,
        *,
        most: int | None = None,
        choices: tuple[Choice, ...] = (),
        is_past: bool = False,
        help_text: str = "",
    ) -> Field:
        question = Question(
            id=name,
            kind=kind,
            label=label,
            maximum=most,
            choices=choices,
            is_past=is_past,
            help=help_text,
        )
        return make_field(question, self._bench.labels, self._bench)

    def _asked(self, name: str, label: str, most: int | None = None) -> Field:
        return self._make(name, QuestionKind.TEXT, label, most=most)

    def _day(self, name: str, label: str, *, is_past: bool = False) -> Field:
        made = self._make(name, QuestionKind.DAY, label, is_past=is_past)
        made.focus_target().setMinimumWidth(em(self, _DAY_WIDTH))
        return made

    def _chosen(self, name: str, label: str, codes: Iterable[StrEnum]) -> Field:
        words = self._bench.labels
        choices = tuple(Choice(id=code.value, label=words.enum(code)) for code in codes)
        return self._make(name, QuestionKind.CHOICE, label, choices=choices)

    def _own_fields(self, cards: Iterable[OwnFieldCard]) -> Iterable[Field]:
        """Fields for the business's own ones."""
        for card in cards:
            name = own_question(card.id)
            self._own[name] = card
            choices = tuple(Choice(id=one, label=one) for one in card.draft.choices)
            kind = _OWN_KINDS.get(card.draft.kind, QuestionKind.TEXT)
            yield self._make(name, kind, card.draft.name, choices=choices)

    def _show(self, known: Mapping[str, object]) -> None:
        """Fill the fields with what is known, by question id."""
        for field in self._fields:
            value = known.get(field.question_id)
            own = self._own.get(field.question_id)
            if own is not None and own.draft.kind is OwnFieldKind.YES_NO:
                field.set_value({"yes": True, "no": False}.get(str(value)))
            elif value is not None:
                field.show_typed(value)
                field.commit()

    def _has_more(self, usual: Mapping[str, object]) -> bool:
        """Whether something under More differs from what the form begins with.

        Args:
            usual: what it begins with, by question id, where that is not nothing.
        """
        return any(
            field.value() not in ("", (), None, usual.get(field.question_id))
            for field in self._fields
            if self._more.isAncestorOf(field)
        )

    def _open_more(self, *, is_open: bool) -> None:
        self._more.setVisible(is_open)
        self._more_button.setChecked(is_open)
        self._more_button.setText(self.tr("Less") if is_open else self.tr("More"))
        if self.isVisible():
            self._grow_later()

    def _grow_later(self) -> None:
        """Take the room that the fields under More need, as far as the screen has it."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Lead Tab down the form, whatever was put in last."""
        super().showEvent(event)
        self._lead_tab()

    def _lead_tab(self) -> None:
        order_tabs([*_widgets_in(self.body), *_widgets_in(self._buttons)])

    def _show_wrong(self, wrong: Mapping[str, str]) -> None:
        """Say what is wrong; where that stands under More, open it first."""
        hidden = [field for field in self._fields if self._more.isAncestorOf(field)]
        if any(field.question_id in wrong for field in hidden):
            self._open_more(is_open=True)
        self.show_errors(wrong)


def _widgets_in(layout: QLayout) -> list[QWidget]:
    """What stands in a layout and in those within it, from the top."""
    found: list[QWidget] = []
    items = (layout.itemAt(at) for at in range(layout.count()))
    for item in (one for one in items if one is not None):
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            found.append(widget)
        elif inner is not None:
            found += _widgets_in(inner)
    return found
