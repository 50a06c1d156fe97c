# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a letter is made of, read inside somebody else's step, and its paper."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from servicedesk.content.law import (
    QUOTED_LEAST,
    Fact,
    letter_facts,
    load_facts,
    old_law,
    quoted,
    stale,
)
from servicedesk.content.letters import load_letters, with_words
from servicedesk.domain.blocks import Logo, PaperSize, Printed
from servicedesk.domain.calendars import Nation
from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import Answers
from servicedesk.domain.letters import (
    LetterDraft,
    LetterTemplate,
    Part,
    PartKind,
    Voice,
)
from servicedesk.domain.letters_by_hand import hand_findings
from servicedesk.domain.letters_checking import LetterFinding, letter_findings
from servicedesk.domain.letters_extra import put_in
from servicedesk.domain.letters_fields import VOICES
from servicedesk.domain.letters_fields_complaints import OF_LAW
from servicedesk.domain.letters_filling import (
    as_text,
    fields_in,
    filled,
    from_text,
    printed_values,
    subject_of,
)
from servicedesk.domain.letters_notice import notice_findings
from servicedesk.domain.letters_paper import LetterPaper, letter_paper
from servicedesk.domain.registrations import RegistrationKind
from servicedesk.services.attachments import read_attachment
from servicedesk.services.facts import nation_in, read_facts
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Reading
from servicedesk.store.letters import own_wordings
from servicedesk.store.people import all_people
from servicedesk.store.registrations import all_registrations

VOICE = "letters.voice"
"""The fact that says who speaks in letters."""

PICTURE = ("id", "width", "height")
"""Facts of a picture, after its name and a full stop."""

SIGNATURE = "signature"
"""Before the facts that say which picture the signature is."""

_SMALL = ("we", "us", "are")
_TIED = "\u00a0"
_FACTS = {
    "business.name": "trading_name",
    "business.owner": "owner_name",
    "business.phone": "phone",
    "business.email": "email",
    "business.website": "website",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """The business as letters show it.

    Args:
        values: of the fields that are ours.
        voice: who speaks.
        logo: or None.
        signature: a picture of it, or None.
        bodies: whose registration is on record and has not ended.
        has_law: the business is in one of the four nations.
        nation: where it is.
        size: the sheet it prints on.
        law: facts of the law there, by the name of their field in a letter.
    """

    values: Mapping[str, str]
    voice: Voice
    logo: Logo | None
    signature: Logo | None
    bodies: tuple[str, ...]
    has_law: bool
    nation: Nation
    size: PaperSize
    law: Mapping[str, Fact]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A letter filled in.

    Args:
        parts: what it says, the line over it among them.
        printed: every value.
        findings: of the wording check.
    """

    parts: tuple[Part, ...]
    printed: Mapping[str, str]
    findings: tuple[LetterFinding, ...]

    @property
    def subject(self) -> str:
        """The line over it."""
        return subject_of(self.parts)

    @property
    def words(self) -> str:
        """What it says under that line, as it can be edited."""
        return as_text(self.parts)


class LetterPapers:
    """Reads letterhead and templates, fills letters, makes their papers.

    Args:
        around: data files, words and the clock.
    """

    def __init__(self, around: Surroundings) -> None:
        self._around = around

    @cached_property
    def ours(self) -> Mapping[str, LetterTemplate]:
        """The letters that come with the program, by id."""
        locale = self._around.phrases.say("letter.language")
        return {one.id: one for one in load_letters(self._around.resources, locale)}

    def templates(self, reading: Reading) -> tuple[LetterTemplate, ...]:
        """Every letter, in the owner's own words where there are some.

        Those that rest on our law are there in the four nations alone.
        """
        own = own_wordings(reading)
        has_law = nation_in(read_facts(reading)) is not Nation.ELSEWHERE
        here = (one for one in self.ours.values() if has_law or one.id not in OF_LAW)
        return tuple(self._in_own_words(one, own) for one in here)

    def template(self, reading: Reading, template_id: str) -> LetterTemplate:
        """One letter, in the owner's own words where there are some.

        Raises:
            KeyError: there is none of that id.
        """
        return self._in_own_words(self.ours[template_id], own_wordings(reading))

    def letterhead(self, reading: Reading) -> Letterhead:
        """The business as letters show it, as it stands now."""
        facts = read_facts(reading)
        people = all_people(reading)
        today = self._around.clock.today()
        alive = [
            one
            for one in all_registrations(reading)
            if one.kind is RegistrationKind.REGISTRATION
            and (one.ends_on is None or one.ends_on >= today)
        ]
        spoken = str(facts.get(VOICE, ""))
        usual = Voice.ONE if len(people) < 2 else Voice.WE
        voice = Voice(spoken) if spoken in set(Voice) else usual
        nation = nation_in(facts)
        return Letterhead(
            values={
                **{name: str(facts.get(key, "")) for name, key in _FACTS.items()},
                "business.address": _post_address(facts),
                "business.reg_lines": self._reg_lines(
                    facts, [f"{one.body} {one.number}".strip() for one in alive]
                ),
                "today": today.isoformat(),
                "reach_us": self._reach_us(facts, voice),
            },
            voice=voice,
            logo=_picture(reading, facts, "logo"),
            signature=_picture(reading, facts, SIGNATURE),
            bodies=tuple(one.body for one in alive if one.number),
            has_law=nation is not Nation.ELSEWHERE,
            nation=nation,
            size=PaperSize.LETTER if facts.get("page_size") == "letter" else PaperSize.A4,
            law=letter_facts(self._around.resources, nation),
        )

    def written(
        self,
        template: LetterTemplate,
        draft: LetterDraft,
        head: Letterhead,
        ref: str,
        ours: Mapping[str, str],
        extra: str = "",
    ) -> Written:
        """Fill a letter: its template, or the words into which somebody has changed it.

        Args:
            template: the letter.
            draft: what was typed.
            head: the business.
            ref: that the letter has, or will have.
            ours: what comes into it from the record behind it and the law.
            extra: a paragraph more, which words changed by hand hold already where they should.

        Raises:
            Refusal: what ``printed_values`` raises.
        """
        values = {**draft.values, **ours, **head.values, "our_ref": ref}
        printed = printed_values(values, head.voice, self._around.phrases)
        parts = put_in(filled(template.parts, printed), extra)
        subject = draft.subject.strip() or subject_of(parts)
        words = from_text(draft.words) if draft.words.strip() else _without_subject(parts)
        over = (Part(kind=PartKind.SUBJECT, text=subject),) if subject else ()
        whole = (*over, *words)
        text = "\n".join(part.text for part in whole)
        found = letter_findings(text, head.bodies, has_law=head.has_law)
        by_hand = hand_findings(template, draft, text, printed, self._around.phrases)
        late = notice_findings(draft.values, self._around.clock.today())
        return Written(parts=whole, printed=printed, findings=(*found, *by_hand, *late))

    def paper(
        self, template: LetterTemplate, written: Written, head: Letterhead, *, is_draft: bool
    ) -> LetterPaper:
        """The paper of a filled letter."""
        return letter_paper(
            written.parts,
            written.printed,
            self._around.phrases,
            title=template.title,
            logo=head.logo,
            is_draft=is_draft,
            signature=head.signature,
            made_at=self._around.clock.now(),
        )

    def made(self, papers: Sequence[tuple[LetterPaper, bool]], size: PaperSize) -> Printed:
        """The PDF of papers, each in large print or not; safe to call from any thread."""
        from servicedesk.documents.fonts import load_faces  # printing: at the first paper
        from servicedesk.documents.letters_many import letters_pdf

        faces = load_faces(self._around.resources / "fonts")
        return letters_pdf(papers, size, faces, self._around.phrases)

    def old_law_of(
        self, template: LetterTemplate, draft: LetterDraft, head: Letterhead
    ) -> date | None:
        """The day on which what a letter says of the law was looked up, if that is long ago.

        What was put into a field of it, such as the right to cancel a visit, counts too.
        """
        today = self._around.clock.today()
        said = "\n".join((*draft.values.values(), draft.words))
        is_long = len(said) > QUOTED_LEAST
        known = load_facts(self._around.resources) if is_long and head.has_law else ()
        typed = quoted(said, known, head.nation)
        old = (*old_law(fields_in(template.parts), head.law, today), *stale(typed, today))
        return min((fact.checked_on for fact in old), default=None)

    def signatory(self, reading: Reading, who: str) -> tuple[str, str]:
        """Who signs, and who is asked for in their absence; both may be empty.

        Args:
            reading: inside a read or a change.
            who: serves now; somebody on record signs for themselves, else the owner does.
        """
        people = all_people(reading)
        owner = str(read_facts(reading).get("owner_name", ""))
        named = next((one for one in people.values() if one.name == who), None)
        name = owner if named is None else named.name
        signs = named or next((one for one in people.values() if one.name == owner), None)
        stand_in = people.get(signs.stand_in_id) if signs and signs.stand_in_id else None
        return name, "" if stand_in is None else stand_in.name

    def _in_own_words(
        self, ours: LetterTemplate, own: Mapping[str, tuple[int, int, str]]
    ) -> LetterTemplate:
        if ours.id not in own:
            return ours
        _, based_on, body = own[ours.id]
        try:
            return with_words(ours, body, based_on)
        except Refusal:  # a newer program may ask for more than the owner's words hold
            return replace(ours, based_on=None)

    def _reg_lines(self, facts: Answers, registrations: list[str]) -> str:
        say = self._around.phrases.say
        vat = str(facts.get("vat_number", ""))
        lines = [
            str(facts.get("legal_line", "")),
            say("letter.vat", number=vat) if vat else "",
            " · ".join(registrations),
        ]
        return "\n".join(line for line in lines if line)

    def _reach_us(self, facts: Answers, voice: Voice) -> str:
        """How the customer reaches us, in the voice of the letter.

        Without phone and e-mail they come and see us; where it is we who go to them, they write
        to the address of the letterhead, or speak to us when we are there.
        """
        phone = str(facts.get("phone", "")).replace(" ", _TIED)  # a number is never parted
        email = str(facts.get("email", ""))
        known = {(True, True): "both", (True, False): "phone", (False, True): "email"}
        way = known.get((bool(phone), bool(email)), "")
        if not way and _they_come(facts):
            way = "neither"
        elif not way:
            way = "write" if _post_address(facts) else "speak"
        words = VOICES[voice]
        return self._around.phrases.say(
            f"letter.reach.{way}", phone=phone, email=email, **{n: words[n] for n in _SMALL}
        )


def _they_come(facts: Answers) -> bool:
    """Whether customers come to the business; where nobody said, they do if it has an address."""
    ways = facts.get("how_you_work")
    if isinstance(ways, tuple) and ways:
        return "they_come" in ways
    return bool(str(facts.get("address", "")).strip())


def _post_address(facts: Answers) -> str:
    return str(facts.get("post_address") or facts.get("address", "")).strip()


def _without_subject(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    return tuple(part for part in parts if part.kind is not PartKind.SUBJECT)


def _picture(reading: Reading, facts: Answers, which: str) -> Logo | None:
    """A picture that is kept under a name, or None."""
    number, width, height = (facts.get(f"{which}.{part}") for part in PICTURE)
    if not (isinstance(number, int) and isinstance(width, int) and isinstance(height, int)):
        return None
    return Logo(png=b"".join(read_attachment(reading, number)), width=width, height=height)


def together(papers: Sequence[Printed]) -> Printed:
    """Papers one after the other as one; safe to call from any thread.

    Args:
        papers: at least one.
    """
    from servicedesk.documents.page_images import joined, page_count  # at the first paper

    data = joined([one.data for one in papers])
    return Printed(
        data=data,
        pages=page_count(data),
        missing=tuple(dict.fromkeys(sign for one in papers for sign in one.missing)),
        cut=tuple(dict.fromkeys(part for one in papers for part in one.cut)),
    )
