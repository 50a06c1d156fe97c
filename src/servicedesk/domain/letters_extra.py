# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A paragraph that the owner puts into one letter, and takes out of it again.

It stands after all that the letter says, and before what is cut off its foot.
"""

from collections.abc import Iterable
from dataclasses import replace

from servicedesk.domain.letters import LetterDraft, LetterTemplate, Part, PartKind
from servicedesk.domain.letters_complaints import TO_OTHERS
from servicedesk.domain.letters_fields_complaints import ABOUT_A_COMPLAINT, OF_LAW
from servicedesk.domain.letters_filling import as_text, from_text


def may_tell_rights(template: LetterTemplate) -> bool:
    """Whether a letter can tell what its customer can ask for by law.

    It goes to them and is about their complaint, and does not rest on the law by itself.
    """
    is_theirs = template.stage in ABOUT_A_COMPLAINT and template.id not in TO_OTHERS
    return is_theirs and template.id not in OF_LAW


def put_in(parts: Iterable[Part], paragraph: str) -> tuple[Part, ...]:
    """The parts of a letter with a paragraph more.

    Args:
        parts: of a letter that is filled in.
        paragraph: to add; "" for none.
    """
    made = tuple(parts)
    if not paragraph:
        return made
    cuts = (at for at, part in enumerate(made) if part.kind is PartKind.CUT)
    end = next(cuts, len(made))
    return (*made[:end], Part(kind=PartKind.PARAGRAPH, text=paragraph), *made[end:])


def with_rights(draft: LetterDraft, paragraph: str, *, is_told: bool) -> LetterDraft:
    """The draft that tells what its customer can ask for, or no longer does.

    Args:
        draft: as it stands.
        paragraph: what it tells of that; words changed by hand take it, or give it back.
        is_told: whether it tells it.
    """
    words = draft.words
    if words.strip():
        changed = put_into_words if is_told else taken_out_of_words
        words = changed(words, paragraph)
    return replace(draft, tells_rights=is_told, words=words)


def put_into_words(words: str, paragraph: str) -> str:
    """Words that were changed by hand with a paragraph more, unless it stands there already.

    Args:
        words: as edited.
        paragraph: to add.
    """
    parts = from_text(words)
    if any(part.text == paragraph for part in parts):
        return words
    return as_text(put_in(parts, paragraph))


def taken_out_of_words(words: str, paragraph: str) -> str:
    """Words that were changed by hand without a paragraph.

    Args:
        words: as edited.
        paragraph: to take out; one that was changed by hand stays.
    """
    return as_text(part for part in from_text(words) if part.text != paragraph)
