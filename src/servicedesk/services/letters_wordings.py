# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The owner's own words of letters: kept, compared with ours, put back; and the signature."""

from io import BytesIO
from pathlib import Path

from servicedesk.content.letters import with_words
from servicedesk.domain.blocks import Logo
from servicedesk.domain.errors import Refusal
from servicedesk.domain.letters import LetterTemplate
from servicedesk.domain.letters_by_hand import BRACE
from servicedesk.domain.letters_checking import LINK_CLOSED, LetterFinding, letter_findings
from servicedesk.domain.letters_wordings import LetterWording
from servicedesk.services.attachments import attach
from servicedesk.services.facts import keep_fact
from servicedesk.services.letters_papers import PICTURE, SIGNATURE, LetterPapers
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Done, Units
from servicedesk.store.letters import letter_wordings, own_wordings

_BODY_MOST = 20_000
_PICTURE_MOST = 20_000_001
"""Bytes of a file that are read: one more than any picture of a signature has."""


class LetterWordings:
    """The use cases of what is the owner's own in every letter.

    Args:
        units: opens changes and reads.
        around: the child that reads pictures.
        papers: reads the letters.
    """

    def __init__(self, units: Units, around: Surroundings, papers: LetterPapers) -> None:
        self._units = units
        self._around = around
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

    def signature(self) -> Logo | None:
        """The picture of the signature, or None where letters are signed by hand.

        Raises:
            Trouble: ``attachment_damaged``.
        """
        with self._units.read() as reading:
            return self._papers.letterhead(reading).signature

    def set_signature(self, data: bytes | None, file_name: str, who: str) -> Done[Logo | None]:
        """Keep a picture of the signature, or sign by hand again.

        Args:
            data: of a PNG, JPEG or SVG file, read by a child process; None to sign by hand.
            file_name: what the file is called, for the sentence in case of a refusal.
            who: chooses it.

        Raises:
            Refusal: the picture cannot be used; the field is "logo".
        """
        picture = None if data is None else self._around.logo_from(data, file_name)
        with self._units.change("change signature", who) as unit:
            values: tuple[int | None, ...] = (None, None, None)
            if picture is not None:
                content = BytesIO(picture.png)
                number = attach(unit, content, name="signature.png", media_type="image/png")
                values = (number, picture.width, picture.height)
            for part, value in zip(PICTURE, values, strict=True):
                keep_fact(unit, f"{SIGNATURE}.{part}", value)
        return Done(card=picture, changes=unit.changes)

    def choose_signature(self, path: Path, who: str) -> Done[Logo | None]:
        """Keep the picture in a file as the signature; as ``set_signature``.

        Raises:
            Refusal: ``logo_not_opened``, or the picture cannot be used; the field is "logo".
        """
        try:
            with path.open("rb") as file:
                data = file.read(_PICTURE_MOST)
        except OSError as error:
            raise Refusal("logo_not_opened", "logo", name=path.name) from error
        return self.set_signature(data, path.name, who)


def refuse_blocked(findings: tuple[LetterFinding, ...]) -> None:
    """Refuse words that must not be sent so.

    Raises:
        Refusal: field "words"; ``letter_link_closed``, ``letter_brace_raw``, or
            ``letter_words_blocked`` with another way to say it.
    """
    for one in findings:
        if one.code == LINK_CLOSED:
            raise Refusal("letter_link_closed", "words", found=one.found)
        if one.code == BRACE:
            raise Refusal("letter_brace_raw", "words", found=one.found)
        if one.is_block:
            raise Refusal("letter_words_blocked", "words", found=one.found, instead=one.instead)
