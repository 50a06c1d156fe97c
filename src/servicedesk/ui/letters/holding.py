# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What keeps a letter from going out, and where on the page it is mended."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from servicedesk.domain.errors import Refusal

if TYPE_CHECKING:
    from servicedesk.services.letters_writing import LetterCheck


class Where(StrEnum):
    """Where what keeps a letter here is mended."""

    FIELD = "field"
    RECORD = "record"
    WORDS = "words"
    WAY = "way"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Why a letter has not gone out when that was asked for.

    Args:
        said: the sentence at the buttons.
        at: where it is mended.
    """

    said: str
    at: Where


def place_of(refusal: Refusal, names: Collection[str], check: "LetterCheck | None") -> Where:
    """Where that is mended which keeps a letter here.

    Args:
        refusal: why it has not gone out.
        names: of the fields that are shown.
        check: of the letter; what it says of the record is shown over the fields.
    """
    if refusal.code == "letter_no_printer":
        return Where.WAY
    if refusal.field in names:
        return Where.FIELD
    told = () if check is None else (check.about.refusal, check.feedback.refusal)
    if any(one is not None and one.code == refusal.code for one in told):
        return Where.RECORD
    return Where.WORDS


def first_of(errors: Mapping[str, str], several: str) -> str:
    """What the buttons say of fields: the sentence beside the only one, else how many there are.

    Args:
        errors: sentences by the names of fields; at least one.
        several: said of more than one, with ``{n}``.
    """
    if len(errors) == 1:
        return next(iter(errors.values()))
    return several.format(n=len(errors))
