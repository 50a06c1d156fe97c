# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the pretend shop writes into its letters about requests for information."""

REQUEST_VALUES = {
    "request.ref": "R-2026-0003",
    "request.received_on": "2026-09-03",
    "request.what": "to see what we hold about you",
    "request.enclosed": (
        "Everything we hold about you, on paper\nThe photos of your tap, on a stick"
    ),
    "request.held_why": "to do the work you asked for, and to put right what went wrong",
    "request.held_from": "what you told us, and what we noted when you rang or came in",
    "request.held_shared": "nobody outside the business",
    "request.held_long": "the first pages say it for each sort of record",
    "request.kept_back": "one note names somebody else",
    "request.asked": "The number of one of your invoices\nYour postcode",
    "request.ask_why": "so that nobody else gets to see what is yours",
    "request.paused_on": "2026-09-07",
    "request.longer_why": "there are eleven years of letters to look through",
    "request.new_due": "2026-12-03",
    "request.refused_what": "to erase your invoices",
    "request.refused_why": "we must keep them for tax",
}
"""By the names of the fields; days as ISO text."""
