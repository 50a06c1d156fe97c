# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Tips under the mouse that show words as they were typed.

A tip cannot be told to be plain text: Qt reads whatever looks like markup as markup, and would
draw it, or fetch a picture that it names.
"""


def plain_tip(text: str) -> str:
    """Make a tip of words that somebody typed, with every sign shown as it stands."""
    if "<" not in text:
        return text
    shown = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<p>{shown.replace(chr(10), '<br>')}</p>"
