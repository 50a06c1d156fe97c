# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Dialogs of a complaint's file: what puts it right, insurer and stock."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from servicedesk.domain.complaints_checking import over_limit
from servicedesk.domain.complaints_file import Ground, RemedyDraft, RemedyKind
from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import AnswerValue
from servicedesk.domain.people import limit_of
from servicedesk.ui.complaints import file_questions as ask
from servicedesk.ui.complaints.file_asks import child_kept_as, kept_as
from servicedesk.ui.complaints.file_state import Asked, Questions, Read, Take
from servicedesk.ui.complaints.file_typed import Typed
from servicedesk.ui.core.labels import Labels
from servicedesk.ui.core.workbench import Workbench


def remedy(bench: Workbench, read: Read, item: int | None) -> Asked:
    """What is done or offered to put it right."""
    say, parts = QCoreApplication.translate, bench.services.complaints.parts
    found = next((one for one in read.file.remedies if one.id == item), None)

    def step(typed: Typed) -> Take:
        kind = typed.code("kind", RemedyKind)
        if kind is None:
            raise Refusal("complaint_remedy_needs_kind", "kind")
        made = RemedyDraft(
            kind=kind,
            ground=typed.code("ground", Ground) or Ground.LEGAL_DUTY,
            words=typed.text("words"),
            amount_pence=typed.pence("amount_pence"),
            vat_pence=typed.pence("vat_pence"),
            by_whom=typed.text("by_whom"),
            due=typed.day("due"),
            done_on=typed.past("done_on"),
            approved_by=typed.text("approved_by"),
            over_because=typed.text("over_because"),
            valid_until=typed.day("valid_until"),
            method=typed.text("method"),
        )
        if found is None:
            return lambda: parts.add_remedy(read.card.id, made, bench.who)
        return lambda: parts.change_remedy(read.card.id, found.id, made, bench.who)

    return Asked(
        title=say("ComplaintFile", "What puts it right"),
        questions=_remedy_questions(bench.labels),
        begin={"ground": Ground.LEGAL_DUTY.value} if found is None else _begin(found.draft),
        step=step,
        said=say("ComplaintFile", "Written down."),
        foretell=_limit_told(bench),
        kept_as=child_kept_as(read, "complaint_remedies", item),
        is_new=found is None,
    )


def _begin(draft: RemedyDraft) -> dict[str, AnswerValue | None]:
    return {
        "kind": draft.kind.value,
        "ground": draft.ground.value,
        "words": draft.words,
        "amount_pence": draft.amount_pence,
        "vat_pence": draft.vat_pence,
        "by_whom": draft.by_whom,
        "due": draft.due,
        "done_on": draft.done_on,
        "approved_by": draft.approved_by,
        "over_because": draft.over_because,
        "valid_until": draft.valid_until,
        "method": draft.method,
    }


def _remedy_questions(labels: Labels) -> Questions:
    say = QCoreApplication.translate
    due_help = say("ComplaintFile", "It becomes a promise for that day.")
    done_help = say("ComplaintFile", "Where it is done already.")
    method = say("ComplaintFile", "How money goes back, such as “to the card”")
    return (
        ask.one_of("kind", say("ComplaintFile", "What you do"), ask.choices_of(RemedyKind, labels)),
        ask.line("words", say("ComplaintFile", "In your words, such as “fit a new hinge”")),
        ask.one_of(
            "ground",
            say("ComplaintFile", "Why you do it"),
            ask.choices_of(Ground, labels),
            is_sure=True,
        ),
        (
            ask.day("due", say("ComplaintFile", "By when"), due_help),
            ask.past("done_on", say("ComplaintFile", "Or done on"), done_help),
        ),
        ask.line("by_whom", say("ComplaintFile", "Who does it")),
        (
            ask.money("amount_pence", say("ComplaintFile", "Amount with VAT")),
            ask.money("vat_pence", say("ComplaintFile", "The VAT in it")),
        ),
        ask.line("method", method),
        (
            ask.line("approved_by", say("ComplaintFile", "Who agreed to more than the limit")),
            ask.line("over_because", say("ComplaintFile", "Or why more than the limit")),
        ),
        ask.day("valid_until", say("ComplaintFile", "An offer stands until")),
    )


def _limit_told(bench: Workbench) -> Callable[[Mapping[str, object]], str]:
    """Says while somebody types that an amount is above what its giver may give alone."""
    people = bench.services.people.all()

    def told(values: Mapping[str, object]) -> str:
        amount = values.get("amount_pence")
        made = RemedyDraft(
            kind=RemedyKind.NONE,
            amount_pence=amount if isinstance(amount, int) else None,
            approved_by=str(values.get("approved_by") or ""),
            over_because=str(values.get("over_because") or ""),
        )
        giver = str(values.get("by_whom") or "").strip() or bench.who
        missing = over_limit(made, limit_of(giver, people))
        return "" if missing is None else bench.labels.refusal(missing)

    return told


def remedy_done(bench: Workbench, read: Read, item: int | None) -> Asked:
    """When was it done?"""
    say, parts = QCoreApplication.translate, bench.services.complaints.parts

    def step(typed: Typed) -> Take:
        on = typed.past_or_today("done_on")
        return lambda: parts.remedy_done(read.card.id, item or 0, on, bench.who)

    return Asked(
        title=say("ComplaintFile", "It is done"),
        note=say("ComplaintFile", "Its promise is kept with it."),
        questions=(ask.past("done_on", say("ComplaintFile", "When was it done?")),),
        begin={"done_on": bench.today},
        step=step,
        said=say("ComplaintFile", "Done."),
        kept_as=kept_as(read.card.id, f"done-{item}"),
    )


def insurer(bench: Workbench, read: Read, _item: int | None) -> Asked:
    """When the insurer was told, or why not."""
    say, card = QCoreApplication.translate, read.card

    def step(typed: Typed) -> Take:
        told, because = typed.past("insurer_told_on"), typed.text("insurer_not_needed")
        return lambda: bench.services.complaints.parts.told_insurer(
            card.id, told, because, bench.who
        )

    return Asked(
        title=say("ComplaintFile", "The insurer"),
        note=say(
            "ComplaintFile",
            "Tell them before you write what you found. “We have it” and “we are sorry” may go"
            " out at once.",
        ),
        questions=(
            ask.past("insurer_told_on", say("ComplaintFile", "Told on")),
            ask.line("insurer_not_needed", say("ComplaintFile", "Or not needed because")),
        ),
        begin={
            "insurer_told_on": card.dates.insurer_told_on,
            "insurer_not_needed": card.insurer_not_needed,
        },
        step=step,
        said=say("ComplaintFile", "Noted about the insurer."),
        kept_as=kept_as(read.card.id, "insurer"),
    )


def stock(bench: Workbench, read: Read, _item: int | None) -> Asked:
    """When others that were sold were looked for."""
    say = QCoreApplication.translate

    def step(typed: Typed) -> Take:
        on = typed.past_or_today("stock_checked_on")
        return lambda: bench.services.complaints.parts.checked_stock(read.card.id, on, bench.who)

    return Asked(
        title=say("ComplaintFile", "Others sold"),
        note=say(
            "ComplaintFile",
            "Look for others that were sold, stop the sale and tell the supplier.",
        ),
        questions=(ask.past("stock_checked_on", say("ComplaintFile", "All three done on")),),
        begin={"stock_checked_on": read.card.dates.stock_checked_on or bench.today},
        step=step,
        said=say("ComplaintFile", "Noted that you looked for others."),
        kept_as=kept_as(read.card.id, "stock"),
    )
