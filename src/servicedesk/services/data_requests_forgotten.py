# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A request to be forgotten, answered inside the step that forgets whoever asked."""

from servicedesk.domain.clock import Clock
from servicedesk.domain.data_requests import RequestOutcome, RequestStep
from servicedesk.services.unit import Unit
from servicedesk.store.data_requests import (
    data_request_lines,
    data_request_pauses,
    data_requests,
    open_pause_id,
)


def answer_as_forgotten(unit: Unit, request_id: int, clock: Clock, who: str) -> None:
    """Note that what a request asks is done; nobody could be told later on who asked.

    Args:
        unit: the step in which they are forgotten; called before anything of them goes.
        request_id: of the request, which is open.
        clock: tells the day, and the moment of the line in its log.
        who: does so.
    """
    today = clock.today()
    pause = open_pause_id(unit.connection, request_id)
    if pause is not None:
        unit.update(data_request_pauses, pause, {"until": today})
    unit.update(data_requests, request_id, {"ended_on": today, "outcome": RequestOutcome.DONE})
    line = {"on_day": today, "step": RequestStep.ANSWERED, "note": "", "who": who}
    more = {"letter_id": None, "written_at": clock.now()}
    unit.insert(data_request_lines, {"request_id": request_id, **line, **more})
