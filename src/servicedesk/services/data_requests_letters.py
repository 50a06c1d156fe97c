# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Letters that go out with a request for somebody's information, inside somebody's step.

A letter changes nothing of the request: it stands in its log, with the day and who sent it.
"""

from collections.abc import Mapping
from dataclasses import replace

from servicedesk.content.law import Fact
from servicedesk.domain.data_requests import RequestCard, RequestStep
from servicedesk.domain.errors import Refusal
from servicedesk.domain.letters import LetterCard, LetterDraft, LetterStage, Voice
from servicedesk.domain.letters_fields_requests import ABOUT_A_REQUEST
from servicedesk.domain.letters_requests import request_begun, request_ours
from servicedesk.domain.letters_speech import LetterSpeech
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Reading, Unit
from servicedesk.store.data_requests import (
    data_request_lines,
    data_requests,
    lines_of_letter,
    request_cards,
)


class RequestLetters:
    """Reads requests for letters, and notes the letters with them.

    Args:
        around: words and the clock.
    """

    def __init__(self, around: Surroundings) -> None:
        self._around = around

    def card(self, reading: Reading, request_id: int) -> RequestCard:
        """A request.

        Raises:
            Refusal: ``record_gone``.
        """
        return request_of(reading, request_id)

    def begun(
        self, draft: LetterDraft, stage: LetterStage, card: RequestCard | None, voice: Voice
    ) -> LetterDraft:
        """A letter with what its request says filled in; as it is where there is none.

        Args:
            draft: as it was begun.
            stage: of the letter.
            card: the request, or None.
            voice: who speaks.
        """
        if card is None or stage not in ABOUT_A_REQUEST:
            return draft
        speech = LetterSpeech(phrases=self._around.phrases, voice=voice)
        values = {**request_begun(stage, card, speech), **draft.values}
        return replace(draft, request_id=card.id, values=values)

    def ours(
        self,
        reading: Reading,
        stage: LetterStage,
        draft: LetterDraft,
        law: Mapping[str, Fact],
    ) -> dict[str, str]:
        """What comes into a letter from the request and the law when it is written.

        Raises:
            Refusal: ``record_gone``.
        """
        if stage not in ABOUT_A_REQUEST:
            return {}
        card = None if draft.request_id is None else request_of(reading, draft.request_id)
        return {**{name: fact.text for name, fact in law.items()}, **request_ours(card)}

    def carry_out(self, unit: Unit, draft: LetterDraft, letter: LetterCard, who: str) -> None:
        """Note a letter in the log of its request; nothing for a letter about anything else."""
        if draft.request_id is None:
            return
        request_of(unit.connection, draft.request_id)
        clock = self._around.clock
        unit.insert(
            data_request_lines,
            {
                "request_id": draft.request_id,
                "on_day": clock.today(),
                "step": RequestStep.LETTER,
                "note": letter.title,
                "who": who,
                "letter_id": letter.id,
                "written_at": clock.now(),
            },
        )

    def put_back(self, unit: Unit, letter_id: int) -> None:
        """Take a letter that did not go out after all off the log of its request."""
        for line in lines_of_letter(unit.connection, letter_id):
            unit.remove(data_request_lines, line)


def request_of(reading: Reading, request_id: int) -> RequestCard:
    """A request.

    Raises:
        Refusal: ``record_gone``.
    """
    for card in request_cards(reading, request_id):
        return card
    raise Refusal("record_gone", record=data_requests.name)
