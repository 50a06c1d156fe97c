# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Asking a service for something, such as a paper, where what is wrong is told in the bar."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from servicedesk.domain.errors import Refusal, Trouble

if TYPE_CHECKING:
    from servicedesk.ui.core.workbench import Workbench

Answer = TypeVar("Answer")


def asked(bench: "Workbench", question: Callable[[], Answer]) -> Answer | None:
    """What a service answers; None after a refusal or a trouble, which has then been told.

    Args:
        bench: whose bar tells it.
        question: asks; it changes nothing.
    """
    try:
        return question()
    except Refusal as refusal:
        bench.bar.say(bench.labels.refusal(refusal))
    except Trouble as trouble:
        bench.bar.trouble(bench.labels.trouble(trouble))
    return None
