# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A line of Catch up says as little as it needs."""

from servicedesk.domain.promises_catching_up import CaughtUp, Decision


def test_a_decision_needs_a_promise_and_what_became_of_it() -> None:
    decision = Decision(promise_id=7, what=CaughtUp.KEPT_ON_DAY)
    assert (decision.on, decision.due, decision.agreed, decision.words) == (None, None, False, "")
