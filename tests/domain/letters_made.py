# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Letters about complaints made with little typing."""

from servicedesk.domain.complaints_file import RemedyCard, RemedyDraft, RemedyKind
from servicedesk.domain.letters import LetterStage, Voice
from servicedesk.domain.letters_complaints_values import begun_of
from servicedesk.domain.letters_speech import LetterSpeech
from tests.domain.complaints_made import TODAY, card, case
from tests.helpers.builders import words

WE = LetterSpeech(phrases=words(), voice=Voice.WE)
ONE = LetterSpeech(phrases=words(), voice=Voice.ONE)


def remedy(kind: RemedyKind, **said: object) -> RemedyCard:
    """What is done to put it right, alone on its complaint."""
    return RemedyCard(id=1, complaint_id=1, draft=RemedyDraft(kind=kind, **said))


def begun(stage: LetterStage, of=None, **parts: object) -> dict[str, str]:
    """The fields that a letter at a point of a complaint begins with; ``parts`` hang on it."""
    return begun_of(stage, case(of or card(), TODAY, **parts), WE)
