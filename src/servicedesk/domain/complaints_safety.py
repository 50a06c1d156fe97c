# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Words that tell of harm or damage, by which the quick entry proposes to say so.

The list is our own and never complete: it proposes, and whoever types decides. It looks for what
happened to somebody or something, so that a late fire door or a bad haircut stays what it is.
"""

import re

from servicedesk.domain.names import fold


def _any_of(*terms: str) -> str:
    return r"(?<![a-z0-9])(?:" + "|".join(terms) + r")(?![a-z0-9-])"


_WHOSE = r"(?:my|her|his|our|their|your|the)\s+(?:\w+(?:'s)?\s+){0,2}?"

_BODY = (
    r"(?:hands?|fingers?|thumbs?|arms?|elbows?|wrists?|shoulders?|legs?|knees?|ankles?|foot|feet"
    r"|toes?|back|neck|head|face|eyes?|ears?|nose|mouth|lips?|tongue|tooth|teeth|skin|scalp|hips?"
    r"|throat|chest)"
)

_PEOPLE = (
    r"(?:me|him|us|them|somebody|someone|(?:a|the|my|our|his|her|their)\s+(?:\w+\s+)?(?:son"
    r"|daughter|boy|girl|child|children|kids?|baby|wife|husband|partner|mother|mum|father|dad"
    r"|grandson|granddaughter|friend|customer|guest|dog|cat))"
)

_PROPERTY = (
    r"(?:carpets?|floors?|walls?|ceilings?|roof|doors?|windows?|cars?|vans?|bikes?|bonnet|paintwork"
    r"|kitchen|worktop|sofa|tables?|furniture|clothes|coat|dress|shirt|suit|phone|laptop|garden"
    r"|fence|house|flat|shop|property|belongings|pipes?|boiler|cellar|lawn|patio|drive)"
)

_DAMAGE = (
    r"damag(?:e|ed|es|ing)\s+(?:to\s+)?" + _WHOSE + _PROPERTY,
    r"(?:ruined|scratched|dented|smashed|stained|cracked|flooded|soaked|broke)\s+"
    + _WHOSE
    + _PROPERTY,
)
_DAMAGED = re.compile(_any_of(*_DAMAGE))

_SAFETY = re.compile(
    _any_of(
        *(r"injur(?:y|ies|ed|es)", r"bleed(?:s|ing)?", r"bled", r"blood(?!\s+(?:orange|pressure))"),
        r"hurt(?!\s+(?:" + _WHOSE + r")?feelings?|\s+by\s+(?:your|the|his|her|their)\s+(?:\w+\s+)?"
        r"(?:tone|words?|manner|attitude|reply))",
        r"(?:cut|bruised|broke|sprained|twisted|fractured|crushed|trapped|burnt|burned|scalded)\s+"
        + _WHOSE
        + _BODY,
        r"(?:burnt|burned|scalded|bit|bitten|stung|cut|scratched)\s+" + _PEOPLE,
        r"(?:i|we|he|she|they|who)\s+(?:was|were|got|had\s+been)\s+(?:badly\s+)?"
        r"(?:burnt|burned|scalded|bitten|stung|crushed|cut)",
        *(r"concuss\w+", r"unconscious", r"fainted", r"blister(?:s|ed|ing)?", r"rash(?:es)?"),
        *(r"chok(?:e|ed|es|ing)", r"suffocat\w+", r"drown(?:ed|ing)"),
        *(r"ambulance", r"a\s?&\s?e", r"casualty", r"hospitali[sz]ed"),
        r"(?:taken|went|go|going|rushed|been|was|is|ended\s+up|spent)\s+(?:\w+\s+){0,3}?"
        r"(?:in|to|into|at)\s+(?:the\s+|a\s+)?hospital",
        r"(?:saw|see|went\s+to|go\s+to|called|rang)\s+(?:a|the|my|her|his|our)\s+(?:doctor|gp|vet)",
        *(r"food\s+poison\w+", r"poison(?:ed|ing|ous)?", r"vomit\w*", r"threw\s+up", r"diarrhoea"),
        r"(?:was|were|been|got|felt|feel|feeling|is|are|became|made\s+" + _PEOPLE + r")\s+"
        r"(?:very\s+|really\s+|quite\s+|so\s+|violently\s+|all\s+)?(?:ill|sick|unwell)"
        r"(?!\s+(?:of|and\s+tired|and\s+fed|to\s+death))",
        *(r"allerg(?:y|ic|ies|ens?)", r"anaphyla\w+", r"epi-?pens?"),
        *(r"undercooked", r"raw\s+(?:chicken|meat|pork|inside|in\s+the\s+middle)"),
        r"(?:glass|metal|plastic|wire|needle|stone|nail|screw)\s+in\s+(?:my|the|her|his|our|their)"
        r"\s+(?:\w+\s+)?(?:food|soup|meal|drink|cake|bread|sandwich|pie|salad|coffee|tea|dinner)",
        *(r"electric(?:al)?\s+shocks?", r"electrocut\w+", r"spark(?:s|ed|ing)?(?!\s*plugs?)"),
        *(r"(?:on|caught|catch|set)\s+(?:\w+\s+)?(?:on\s+)?fire", r"flames?", r"fire\s+brigade"),
        r"(?:there\s+was\s+a\s+(?:\w+\s+)?fire|fire\s+(?:broke|started|spread))",
        r"(?:smoke\s+(?:came|coming|pouring|everywhere|from)|burning\s+smell|smel\w+\s+of\s+burning)",
        *(r"gas\s+leak\w*", r"smel\w+\s+(?:of\s+)?gas", r"carbon\s+monoxide", r"asbestos"),
        *(r"explo(?:ded|des|sion|ding)", r"unsafe", r"dangerous(?:ly)?", r"hazard(?:s|ous)?"),
        *(r"not\s+safe", r"collapsed", r"fell\s+(?:over|down)", r"slipped\s+(?:over|on|and)"),
        r"tripped\s+(?:over|on|and)(?!\s+the\s+(?:fuse|switch|breaker))",
        *_DAMAGE,
    )
)


def safety_words(text: str) -> str:
    """The first words that tell of harm or damage, folded to small letters; "" for none.

    Args:
        text: what happened, in anybody's words.
    """
    found = _SAFETY.search(" ".join(fold(text).split()))
    return found[0] if found else ""


def is_damage(words: str) -> bool:
    """Whether words that tell of harm or damage tell of things only, and of nobody hurt.

    Args:
        words: as ``safety_words`` gave them.
    """
    return _DAMAGED.fullmatch(words) is not None
