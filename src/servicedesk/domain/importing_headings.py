# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The words that stand over columns of customer lists, and what each of them means.

Headings are facts of other programs' exports: address books, bookkeeping, shops on the web. All
are in lower case without accents, marks and brackets; ``importing_columns`` brings them there.
"""

from collections.abc import Mapping
from types import MappingProxyType

from servicedesk.domain.importing import Meaning

_WORDS: Mapping[Meaning, str] = {
    Meaning.NAME: (
        "name|full name|fullname|customer|customer name|client|client name|contact|display name|"
        "account name|company or name|formatted name|fn|names|kunde|nom complet|nombre completo"
    ),
    Meaning.TITLE: "title|salutation|name prefix|prefix|mr mrs|honorific|anrede",
    Meaning.GIVEN: (
        "first name|firstname|given name|forename|forenames|first|given|christian name|vorname|"
        "prenom|nombre"
    ),
    Meaning.MIDDLE: "middle name|middle names|additional name|middle|second name",
    Meaning.FAMILY: (
        "last name|lastname|family name|surname|last|family|nachname|nom de famille|apellido|"
        "apellidos"
    ),
    Meaning.SUFFIX: "name suffix|suffix",
    Meaning.COMPANY: (
        "company|company name|organisation|organization|organisation name|organization name|firm|"
        "business|business name|trading name|organization 1 name|firma|societe|empresa"
    ),
    Meaning.ASK_FOR: "contact person|attention|attn|trade contact|ask for|attention to",
    Meaning.PHONE: (
        "phone|telephone|tel|phone number|telephone number|tel no|phone no|telephone no|mobile|"
        "mobile phone|mobile number|mobile no|cell|cell phone|landline|ddi|ddi number|contact no|"
        "contact number|phone value|primary phone|main phone|evening phone|"
        "daytime phone|car phone|company main phone|callback|telefon|handy|telephone mobile|"
        "telefono|movil|portable|whatsapp"
    ),
    Meaning.EMAIL: (
        "email|e mail|mail|email address|e mail address|emailaddress|primary email|"
        "secondary email|email value|e mail value|correo|courriel"
    ),
    Meaning.REACH_LABEL: (
        "phone label|phone type|email label|e mail label|email type|e mail type|address label|"
        "address type"
    ),
    Meaning.ADDRESS: (
        "full address|address formatted|formatted address|postal address|whole address|"
        "mailing address|adresse|direccion"
    ),
    Meaning.STREET: (
        "address|street|street address|address line|street line|house|road|address street|"
        "address po box|po box|pobox|address extended address|extended address|locality|strasse|"
        "rue|calle|house name|house number|house name or number"
    ),
    Meaning.TOWN: (
        "town|city|town city|city town|post town|address city|town or city|suburb|ort|stadt|ville|"
        "ciudad"
    ),
    Meaning.COUNTY: (
        "county|state|region|province|address region|state province|province code|province state|"
        "state county|county state"
    ),
    Meaning.POSTCODE: (
        "postcode|post code|postal code|postalcode|zip|zipcode|zip code|address postal code|"
        "postcode zip|zip postcode|plz|code postal|codigo postal|zip postal code"
    ),
    Meaning.COUNTRY: (
        "country|address country|country code|country region|country name|land|pays|pais"
    ),
    Meaning.TAGS: "tags|tag|labels|label|group|groups|group membership|category|categories",
    Meaning.HEARD_FROM: "heard from|how did you hear|source|lead source|referred by|found us",
    Meaning.REMEMBER: "remember|remember line|warning|alert|reminder",
    Meaning.NOTES: "notes|note|comment|comments|remarks|memo|description|notizen|notas",
    Meaning.SINCE: (
        "since|customer since|client since|first visit|first visit on|date added|joined|"
        "date joined|created|created on|created at|created date|date created|account opened|"
        "opened|start date"
    ),
}

MEANINGS: Mapping[str, Meaning] = MappingProxyType(
    {word: meaning for meaning, words in _WORDS.items() for word in words.split("|")}
)
"""Heading in plain letters -> what it means."""

GROUPS: tuple[str, ...] = (
    "default address",
    "home",
    "work",
    "business",
    "office",
    "other",
    "mobile",
    "po",
    "sa",
    "billing",
    "invoice",
    "shipping",
    "delivery",
    "mailing",
    "postal",
    "primary",
    "main",
    "secondary",
    "customer",
    "client",
    "contact",
)
"""What may stand before a heading: the address or the line that it belongs to."""

LEFT_OUT: frozenset[str] = frozenset(
    {
        *("fax", "fax number", "home fax", "work fax", "business fax", "other fax"),
        *("pager", "pager number", "birthday", "nickname", "file as", "phonetic first name"),
        *("website", "web address", "web page", "skype name", "job title", "department"),
        *("organization title", "organization department", "tax number", "vat number", "photo"),
    }
)
"""Headings that name a customer's affairs for which there is no place here."""
