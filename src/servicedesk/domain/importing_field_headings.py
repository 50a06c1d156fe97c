# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The words that stand over columns of promises, complaints and feedback in other programs.

All are in lower case without accents and marks, as ``importing_columns.plain_heading`` makes them.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from servicedesk.domain.exchange_columns import COLUMNS, ListKind
from servicedesk.domain.importing import Column, Meaning
from servicedesk.domain.importing_columns import plain_heading
from servicedesk.domain.importing_field_names import Field

_WHO: Mapping[Field, str] = {
    Field.CUSTOMER_NUMBER: "customer number|customer no|customer id|client number|account number",
    Field.CUSTOMER: (
        "customer|customer name|client|client name|name|full name|who|from|reviewer|"
        "reviewer name|author|contact|complainant|to whom|user name"
    ),
    Field.PHONE: "phone|telephone|mobile|phone number|customer phone|contact number",
    Field.EMAIL: "email|e mail|email address|e mail address|customer email",
    Field.POSTCODE: "postcode|post code|postal code|zip|zip code|customer postcode",
}
_WORDS: Mapping[ListKind, Mapping[Field, str]] = {
    ListKind.PROMISES: {
        Field.NUMBER: "number|reference|ref|promise number",
        Field.TEXT: (
            "what|promise|promised|task|what was promised|description|title|subject|action|to do|"
            "job description|summary|we will"
        ),
        Field.KIND: "kind|type|category",
        Field.DUE_ON: (
            "due|due on|due date|by when|by|deadline|promised for|promised date|date due|"
            "complete by|when|due by"
        ),
        Field.PROMISER: "promised by|by whom|who promised|owner|assigned to|staff|assignee",
        Field.MADE_ON: (
            "made on|promised on|date|created|created on|created at|date created|logged|"
            "date promised|created date"
        ),
        Field.CHANNEL: "channel|how|said by|via",
        Field.JOB_REF: "job|job number|job ref|order|order number|invoice|invoice number|job no",
        Field.CONDITION: "condition|depends on|if",
        Field.REMEDY: "remedy|if we miss it",
        Field.WAITING_FOR: "waiting for|waiting on|blocked by",
        Field.NOTES: "notes|note|comments|comment|remarks|details",
        Field.OUTCOME: "outcome|state|status|result|done|completed|kept",
        Field.ENDED_ON: (
            "ended on|done on|completed on|date done|date completed|completed at|closed on|"
            "finished on|completion date|completed date"
        ),
        Field.ENDING_REASON: "reason|why",
    },
    ListKind.COMPLAINTS: {
        Field.NUMBER: "number|reference|ref|complaint number|complaint id|case|case number|case id",
        Field.RECEIVED_AT: (
            "received|received on|received at|date received|date|complaint date|logged|logged on|"
            "created|created at|created on|opened|opened on|date logged|when"
        ),
        Field.CHANNEL: "channel|submitted via|came by|how|via|source|method|received by",
        Field.TEXT: (
            "what happened|complaint|description|details|text|narrative|issue|sub issue|"
            "consumer complaint narrative|subject|summary|message|complaint details|nature"
        ),
        Field.ABOUT: "about|category|type|complaint type|kind|reason",
        Field.PRODUCT: "product|sub product|service|goods|goods or service|item",
        Field.WISH_WORDS: "wants|wish|wishes|desired outcome|would like|remedy sought",
        Field.SERIOUS: "serious|severity|priority|how serious",
        Field.TAKEN_BY: "taken by|logged by|recorded by|received from staff",
        Field.HANDLER: "handler|handled by|owner|assigned to|case owner",
        Field.JOB_REF: "job|job number|order|order number|invoice|invoice number|job ref",
        Field.HAPPENED_ON: "happened on|date of incident|incident date|event date",
        Field.PLACE: "place|where|location|branch|site|shop",
        Field.STAFF: "staff|who of us|member of staff|employee",
        Field.AMOUNT: "amount|value|worth|cost|worth in pounds",
        Field.NOTES: "notes|note|comments|comment|internal notes|company public response",
        Field.STAGE: "stage|state|status|company response to consumer",
        Field.ACKNOWLEDGED_AT: "acknowledged|acknowledged on|acknowledged at|date acknowledged",
        Field.DECIDED_ON: "answered on|decided on|response date|date of response|replied on",
        Field.RESOLVED_ON: "resolved|resolved on|put right on|date resolved",
        Field.CLOSED_ON: "closed|closed on|date closed|closed at|closed date",
        Field.FINDING: "finding|decision|upheld",
        Field.OUTCOME_WORDS: "outcome|resolution|what we did|result|action taken|response",
    },
    ListKind.FEEDBACK: {
        Field.NUMBER: "number|reference|ref|response id|feedback number|review id",
        Field.REACH: "contact details|reach|phone or e mail left",
        Field.GIVEN_ON: (
            "day|date|given on|submitted|submitted on|submitted at|created|created at|time|"
            "review date|date of review|timestamp|when|response date|published"
        ),
        Field.KIND: "kind|type",
        Field.TEXT: (
            "words|text|comment|comments|feedback|review|review text|what they said|message|"
            "answer|title|review title|body|your comments|content"
        ),
        Field.BETTER: "better|what could be better|improve|improvement|suggestion|suggestions",
        Field.CHANNEL: "way|channel|came by|via|how",
        Field.SOURCE: "source|seen at|site|platform|website|where",
        Field.STAFF: "staff|who of us|served by|employee",
        Field.SATISFACTION: (
            "mark|marks|rating|stars|score|satisfaction|star rating|csat|overall rating|"
            "how satisfied were you"
        ),
        Field.RECOMMENDATION: "nps|would recommend|recommend|likelihood to recommend|nps score",
        Field.EFFORT: "effort|how easy|ease of use",
        Field.WANTS_ANSWER: "wants an answer|reply wanted|contact me",
        Field.ANSWER: "our answer|reply|owner reply|response|our reply",
        Field.ANSWERED_ON: "answered on|replied on|reply date",
    },
}

HEADINGS: Mapping[ListKind, Mapping[str, Field]] = MappingProxyType(
    {
        kind: MappingProxyType(
            {
                **{
                    word: field
                    for words in (_WHO, fields)
                    for field, said in words.items()
                    for word in said.split("|")
                },
                **{plain_heading(said): Field(name) for name, said in COLUMNS[kind]},
            }
        )
        for kind, fields in _WORDS.items()
    }
)
"""Heading in plain letters -> what it means, by the kind of list."""

_JOINED = frozenset({Field.TEXT, Field.NOTES, Field.PRODUCT})
"""What may stand in several columns: a title and a text, an issue and its story."""


def recognise_fields(
    kind: ListKind, headings: Sequence[str], own: Mapping[str, int]
) -> tuple[Column, ...]:
    """What each column of a list of promises, complaints or feedback most likely means.

    Args:
        kind: of the list.
        headings: as they stand in the file.
        own: number of each of the business's own fields by its name.
    """
    fields = {plain_heading(name): number for name, number in own.items()}
    seen: set[Field | int] = set()
    found: list[Column] = []
    for heading in headings:
        plain = plain_heading(heading)
        field = HEADINGS[kind].get(plain)
        if plain in fields and fields[plain] in seen:
            found.append(Column(heading=heading))
        elif plain in fields:
            seen.add(fields[plain])
            found.append(Column(heading=heading, meaning=Meaning.OWN, own_id=fields[plain]))
        elif field is None or (field in seen and field not in _JOINED):
            found.append(Column(heading=heading))
        else:
            seen.add(field)
            found.append(Column(heading=heading, meaning=field))
    return tuple(found)
