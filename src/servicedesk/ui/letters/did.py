# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What sending a letter has done, in words for the bar."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from servicedesk.domain.letters_feedback import NO_EFFECT

if TYPE_CHECKING:
    from servicedesk.services.letters_writing import LetterCheck


def did_words(check: "LetterCheck") -> tuple[str, ...]:
    """What issuing has done to promise, complaint or feedback; nothing where it did nothing.

    Args:
        check: of the letter as it went out.
    """
    effect, about, feedback = check.foretold.effect, check.about, check.feedback
    if feedback.makes:
        return (QCoreApplication.translate("LetterDid", "What they said is written down."),)
    if feedback.effect != NO_EFFECT:
        return (QCoreApplication.translate("LetterDid", "Their feedback says so too."),)
    if about.makes:
        return (QCoreApplication.translate("LetterDid", "The complaint is written down."),)
    is_planned = bool(about.plans.remedies or about.plans.changes)
    if about.effect.actions or about.effect.note is not None or is_planned:
        return (QCoreApplication.translate("LetterDid", "The complaint says so too."),)
    if effect.moves_to is not None:
        return (QCoreApplication.translate("LetterDid", "The promise has its new day."),)
    if effect.done_on is not None:
        return (QCoreApplication.translate("LetterDid", "The promise is done."),)
    if effect.makes is not None:
        return (QCoreApplication.translate("LetterDid", "The promise is written down."),)
    return ()


def issued_words(letters: int, check: "LetterCheck | None") -> str:
    """That letters have gone out, and what one of them has done.

    Args:
        letters: how many.
        check: of the first as it went out.
    """
    if letters > 1:
        many = QCoreApplication.translate("LetterDid", "{n} letters are issued and kept.")
        return many.format(n=letters)
    said = QCoreApplication.translate("LetterDid", "The letter is issued and kept.")
    return said if check is None else " ".join((said, *did_words(check)))
