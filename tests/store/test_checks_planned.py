# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What came of a check, read from the register of actions: its own, and the newest of each."""

from pathlib import Path

from servicedesk.domain.actions import ActionDraft, ActionKind, ActionSource
from servicedesk.store.actions import action_values, actions
from servicedesk.store.checks_planned import actions_of_check
from tests.store.files import new_file, opened

FIRST = ActionDraft(
    kind=ActionKind.IMPROVEMENT,
    text="First",
    source=ActionSource.SELF_CHECK,
    source_key="3a",
    source_id=7,
)


def row(draft: ActionDraft, **more: object) -> dict[str, object]:
    return {**action_values(draft), "check_note": "", **more}


def test_the_newest_action_of_each_question_is_read_and_those_of_others_are_not(
    tmp_path: Path,
) -> None:
    with opened(new_file(tmp_path)) as file:
        with file.change() as session:
            for one in (
                row(FIRST),
                row(FIRST, text="Again"),
                row(FIRST, source_key="3b", text="Other"),
                row(FIRST, source_id=8, text="Another check"),
                row(FIRST, source=ActionSource.REVIEW, text="A review"),
            ):
                session.execute(actions.insert().values(one))
        with file.read() as session:
            found = actions_of_check(session, 7)
    assert {key: draft.text for key, draft in found.items()} == {"3a": "Again", "3b": "Other"}
