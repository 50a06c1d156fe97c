# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Dialogs of a complaint's file: where it went outside, and what came of it."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from servicedesk.domain.complaints import Stage
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_checking import NOTES_MOST
from servicedesk.domain.complaints_file import OutsideKind, ReferralDraft
from servicedesk.domain.guides import AnswerValue, Choice, Question
from servicedesk.ui.complaints import file_questions as ask
from servicedesk.ui.complaints.file_asks import child_kept_as, kept_as
from servicedesk.ui.complaints.file_state import Asked, Questions, Read, Take
from servicedesk.ui.complaints.file_typed import Typed
from servicedesk.ui.core.workbench import Workbench


def referral(bench: Workbench, read: Read, item: int | None) -> Asked:
    """Where it went, put right; the result too, once there is one."""
    say, parts = QCoreApplication.translate, bench.services.complaints.parts
    found = next(one for one in read.file.referrals if one.id == item)
    is_over = read.card.stage is not Stage.EXTERNAL

    def step(typed: Typed) -> Take:
        made = replace(
            found.draft,
            kind=typed.code("kind", OutsideKind) or found.draft.kind,
            body=typed.text("body"),
            their_ref=typed.text("their_ref"),
            referred_on=typed.past("referred_on") or found.draft.referred_on,
        )
        if is_over:
            made = _with_result(made, typed)
        return lambda: parts.change_referral(read.card.id, found.id, made, bench.who)

    return Asked(
        title=say("ComplaintFile", "Outside help"),
        questions=(
            ask.one_of(
                "kind",
                say("ComplaintFile", "What sort of help"),
                ask.choices_of(OutsideKind, bench.labels),
                is_sure=True,
            ),
            ask.line("body", say("ComplaintFile", "Where it went")),
            ask.past("referred_on", say("ComplaintFile", "Since")),
            *(_result_questions() if is_over else (_their_number(),)),
        ),
        begin={
            "kind": found.draft.kind.value,
            "body": found.draft.body,
            "referred_on": found.draft.referred_on,
            **_begin(found.draft),
        },
        step=step,
        said=say("ComplaintFile", "Changed what is written of outside help."),
        kept_as=child_kept_as(read, "complaint_referrals", item),
    )


def outside_result(bench: Workbench, read: Read, _item: int | None) -> Asked:
    """What came of it outside; the complaint is finished with it."""
    say, draft = QCoreApplication.translate, read.file.referrals[-1].draft
    complaints, mine = bench.services.complaints, read.card.id

    def step(typed: Typed) -> Take:
        on = typed.past_or_today("result_on")
        made = replace(_with_result(draft, typed), result_on=on)
        given = Given(on=on, words=made.result)
        return lambda: complaints.outside_result(mine, given, made, bench.who)

    return Asked(
        title=say("ComplaintFile", "What came of it"),
        note=say("ComplaintFile", "{body} looked at it. This finishes the complaint.").format(
            body=draft.body
        ),
        questions=_result_questions(),
        begin={**_begin(draft), "result_on": draft.result_on or bench.today},
        step=step,
        said=say("ComplaintFile", "The result is written down."),
        kept_as=kept_as(read.card.id, "outside"),
    )


def _their_number() -> Question:
    return ask.line("their_ref", QCoreApplication.translate("ComplaintFile", "Their number"))


def _result_questions() -> Questions:
    say = QCoreApplication.translate
    binds = Choice(id="is_binding", label=say("ComplaintFile", "It binds us"))
    return (
        ask.words("result", say("ComplaintFile", "The result"), "", NOTES_MOST),
        ask.past("result_on", say("ComplaintFile", "On which day")),
        _their_number(),
        ask.money("cost_pence", say("ComplaintFile", "What it cost us")),
        ask.some_of("is_binding", say("ComplaintFile", "For us"), (binds,)),
    )


def _begin(draft: ReferralDraft) -> dict[str, AnswerValue | None]:
    return {
        "result": draft.result,
        "result_on": draft.result_on,
        "their_ref": draft.their_ref,
        "cost_pence": draft.cost_pence,
        "is_binding": ("is_binding",) if draft.is_binding else (),
    }


def _with_result(draft: ReferralDraft, typed: Typed) -> ReferralDraft:
    return replace(
        draft,
        result=typed.text("result").strip(),
        result_on=typed.past("result_on"),
        their_ref=typed.text("their_ref").strip(),
        cost_pence=typed.pence("cost_pence"),
        is_binding=bool(typed.ticks("is_binding")),
    )
