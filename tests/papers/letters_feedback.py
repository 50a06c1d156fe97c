# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the pretend shop writes into its letters about feedback."""

FEEDBACK_VALUES = {
    "feedback.ref": "F-2026-0007",
    "feedback.given_on": "2026-09-26",
    "feedback.channel": "at the counter",
    "compliment": "“Your lad Tom stayed until the tap was dry and swept the floor after.”",
    "staff": "Tom Reed",
    "suggestion": "“I cannot get the pram over the step at your door. A ramp would help.”",
    "decision": "done",
    "answer": "There is a ramp at the door now, and a bell beside it.",
}
"""By the names of the fields; days as ISO text."""
