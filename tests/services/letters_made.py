# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A shop with a customer and promises, for tests of letters and of the papers of a day."""

from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO

from PIL import Image

from servicedesk.domain.customers import Address, CustomerDraft, Reach, ReachKind
from servicedesk.domain.letters import LetterDraft
from servicedesk.domain.printing import PaperChoice, PrintJob
from servicedesk.domain.promises import Due, PromiseDraft
from servicedesk.services.letters_writing import LetterCheck
from servicedesk.services.printing import Printing
from servicedesk.services.registry import Services, open_services
from servicedesk.store.engine import DeskFile
from tests.helpers.builders import words
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings

TODAY = date(2026, 9, 30)
FRIDAY = date(2026, 10, 2)

ASHA = CustomerDraft(
    name="Mrs Asha Patel",
    salutation="Mrs Patel",
    reaches=(Reach(kind=ReachKind.PHONE, shown="01632 960555", label="home"),),
    addresses=(Address(lines="3 Orchard Close\nKirby Muxloe\nLeicester", postcode="LE9 2XX"),),
    remember="Ask about the cat",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """The services of an open file, and its clock."""

    services: Services
    clock: FixedClock

    def customer(self, draft: CustomerDraft = ASHA) -> int:
        """Add a customer; their number."""
        return self.services.customers.add(draft, "Ruth").card.id

    def promise(
        self, customer_id: int | None, text: str = "Ring with a price", **said: object
    ) -> int:
        """Make a promise; its number."""
        values: dict[str, object] = {
            "customer_id": customer_id,
            "text": text,
            "due": Due(day=FRIDAY),
            "promiser": "Tom",
            "made_on": TODAY,
        }
        return self.services.promises.make(PromiseDraft(**{**values, **said}), "Ruth").card.id


def shop_of(file: DeskFile, today: date = TODAY) -> Shop:
    """A shop with its facts said."""
    clock = FixedClock(today)
    services = open_services(file, surroundings(file.path, clock))
    say_facts(services)
    return Shop(services=services, clock=clock)


def say_facts(services: Services) -> None:
    """Say what letters show of the business."""
    services.business.save(
        {
            "trading_name": "Hollins Hardware",
            "owner_name": "Ruth Hollins",
            "address": "14 Market Street\nAshby-de-la-Zouch\nLE65 1AG",
            "phone": "01632 960123",
            "email": "ruth@hollins.example",
            "legal_line": "Hollins Hardware Ltd, registered in England 01234567",
            "nation": "eng",
        },
        "Ruth",
    )


def png_of(width: int, height: int) -> bytes:
    """A picture of one colour."""
    target = BytesIO()
    Image.new("RGB", (width, height), "#0B5D5E").save(target, "PNG")
    return target.getvalue()


def text_of(job: PrintJob) -> str:
    (offer,) = job.offers
    assert words().say(f"paper.{offer.id}")
    printed = job.make(PaperChoice(paper=offer.id, size=offer.sizes[0]))
    return " ".join(" ".join(Printing().texts(printed.data)).split())


def can_issue(check: LetterCheck) -> bool:
    """Whether a letter can go out: nothing is missing, and nothing is blocked."""
    is_held = check.about.refusal is not None or any(one.is_block for one in check.findings)
    return not check.missing and not is_held


def said(draft: LetterDraft, **values: str) -> LetterDraft:
    """The draft with more values; two underscores in a name stand for its full stop."""
    more = {name.replace("__", "."): value for name, value in values.items()}
    return replace(draft, values={**draft.values, **more})
