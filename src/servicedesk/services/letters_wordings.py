# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The owner's own words of letters: kept, compared with ours, put back."""

from servicedesk.content.letters import with_words
from servicedesk.domain.errors import Refusal
from servicedesk.domain.letters import LetterTemplate
from servicedesk.domain.letters_checking import LINK_CLOSED, LetterFinding, letter_findings
from servicedesk.domain.letters_wordings import LetterWording
from servicedesk.services.letters_papers import LetterPapers
from servicedesk.services.unit import Done, Units
from servicedesk.store.letters import letter_wordings, own_wordings

_BODY_MOST = 20_000


class LetterWordings:
    """The use cases of the words of letters.

    Args:
        units: opens changes and reads.
        papers: reads the letters.
    """

    def __init__(self, units: Units, papers: LetterPapers) -> None:
        self._units = units
        self._papers = papers

    def all(self) -> tuple[LetterWording, ...]:
        """Every letter that can be written here, by its id."""
        with self._units.read() as reading:
            found = self._papers.templates(reading)
        ours = self._papers.ours
        return tuple(LetterWording(template=one, ours=ours[one.id]) for one in found)

    def save(self, template_id: str, body: str, who: str) -> Done[LetterTemplate]:
        """Keep the owner's own words of a letter.

        Args:
            template_id: which letter.
            body: in the little Markdown of letters, with its {fields}.
            who: changes them.

        Raises:
            KeyError: there is no such letter.
            Refusal: field "words"; ``letter_too_long``, ``letter_words_blocked``, or what
                ``content.letters.with_words`` raises.
        """
        ours = self._papers.ours[template_id]
        tidy = body.strip()
        if len(tidy) > _BODY_MOST:
            raise Refusal("letter_too_long", "words", most=_BODY_MOST)
        own = with_words(ours, tidy, ours.version)
        with self._units.change("change words of a letter", who) as unit:
            head = self._papers.letterhead(unit.connection)
            text = "\n".join(part.text for part in own.parts)
            refuse_blocked(letter_findings(text, head.bodies, has_law=head.has_law))
            values = {"template": template_id, "based_on": ours.version, "body": tidy}
            row = own_wordings(unit.connection).get(template_id)
            if row is None:
                unit.insert(letter_wordings, values)
            else:
                unit.update(letter_wordings, row[0], values)
        return Done(card=own, changes=unit.changes)

    def put_back(self, template_id: str, who: str) -> Done[LetterTemplate]:
        """Go back to our words of a letter; nothing is done where they are ours."""
        with self._units.change("put back words of a letter", who) as unit:
            row = own_wordings(unit.connection).get(template_id)
            if row is not None:
                unit.remove(letter_wordings, row[0])
        return Done(card=self._papers.ours[template_id], changes=unit.changes)


def refuse_blocked(findings: tuple[LetterFinding, ...]) -> None:
    """Refuse words that must not be sent so.

    Raises:
        Refusal: field "words"; ``letter_link_closed`` or ``letter_words_blocked`` with another
            way to say it.
    """
    for one in findings:
        if one.code == LINK_CLOSED:
            raise Refusal("letter_link_closed", "words", found=one.found)
        if one.is_block:
            raise Refusal("letter_words_blocked", "words", found=one.found, instead=one.instead)
