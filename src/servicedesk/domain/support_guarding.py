# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The words that say why somebody needs help rather than what helps, as patterns.

The lists are our own and never complete (6.1 of the house's own reading asks for such a list).
They are laid over text that ``fold`` has brought to its plainest letters. A word that means
something else in a shop, such as a roller blind or a stroke of the brush, is asked for together
with what stands about it.
"""

import re


def _any_of(*terms: str) -> str:
    return r"(?<![a-z0-9])(?:" + "|".join(terms) + r")(?![a-z0-9])"


_BEING = (
    r"(?:is|are|was|be|being|been|he's|she's|they're|i'm|im|am|born|registered|legally"
    r"|partially|partly|totally|completely|quite|very|rather|almost|nearly|going|gone|went"
    r"|clinically|severely|profoundly|terminally|seriously|gravely|chronically)\s+"
    r"(?:a\s+bit\s+|a\s+little\s+|now\s+|so\s+)?"
)
"""Before a word that has another meaning in a shop: a blind is sold, a person is blind."""

_HAVING = (
    r"(?:has|had|have|having|suffers?\s+from|suffered\s+from|suffering\s+from|with|got|after|"
    r"because\s+of|due\s+to|diagnosed\s+with|since|from|awaiting|waiting\s+for|needs?)\s+"
    r"(?:a\s+|an\s+|the\s+|her\s+|his\s+|their\s+|"
    r"severe\s+|bad\s+|mild\s+|minor\s+|major\s+|early\s+|advanced\s+|recent\s+|mini[\s-]?)*"
)

_WHOSE = r"(?:her|his|their|my)\s+(?:last\s+|first\s+|second\s+|recent\s+|bad\s+|poor\s+)*"

_PLACE = (
    r"(?!\s+(?:church|school|primary|secondary|college|club|hall|centre|center|cathedral|museum"
    r"|cemetery|charity|shop|bookshop|association|society|research|trust|mission|unit|ward))"
)
"""After a word that names a place or a body rather than what somebody is."""

_BUILT = (
    "toilets?|bathrooms?|wet ?rooms?|bays?|parking|access|ramps?|showers?|badges?|alarms?|loos?"
    "|the|it|this|that|all|an?|by"
)
"""What is made for people who need it says nothing about one of them; and a thing is disabled."""

_ORGAN = r"(?:hip|knee|heart|eye|back|brain|kidney|liver|lung|bowel|cataract|shoulder|spinal)"
_LIMB = r"(?:hip|leg|arm|wrist|ankle|foot|shoulder|collarbone|pelvis|neck)"

SHORT = re.compile(
    r"\b(?:[Hh]as|[Hh]ave|[Hh]ad|[Gg]ot|[Ww]ith|[Oo]f|[Ff]rom)\s+(?:her\s+|his\s+|their\s+)?"
    r"(?:MS|ME|MND|ADD|OCD|COPD|PTSD)\b(?!\s+[A-Z][a-z])"
)
"""Asked of the text as typed, in capitals alone: "with Ms Carter" is about no illness."""

_MIND = (
    r"dementia" + _PLACE,
    r"alzheimer'?s?" + _PLACE,
    r"parkinson'?s?" + _PLACE,
    r"huntington'?s?",
    r"senile",
    r"senility",
    r"autis(?:m|tic)" + _PLACE,
    r"asperger'?s?",
    r"adhd",
    r"add\s+diagnosis",
    r"dyslexi[ac]",
    r"dyspraxi[ac]",
    r"dyscalculi[ac]",
    r"tourette'?s?",
    r"down'?s?\s+syndrome",
    r"on\s+the\s+(?:autism\s+)?spectrum",
    r"neurodiver(?:gent|se)",
    r"learning\s+(?:disab\w+|difficult\w+)",
    r"special\s+needs",
    r"mental(?:ly)?\s+\w+",
    r"depressi(?:on(?!\s+(?:in|of)\s+the)|ve)",
    r"anti-?depressants?",
    r"anxiety",
    r"panic\s+attacks?",
    r"nervous\s+breakdown",
    r"ptsd",
    r"ocd",
    r"bipolar",
    r"schizophreni[ac]",
    r"psycho(?:sis|tic)",
    r"paranoi[ad]",
    r"personality\s+disorder",
    r"eating\s+disorder",
    r"anorexi[ac]",
    r"bulimi[ac]",
    r"alcoholi(?:c(?!\s+drinks?)|sm)",
    r"addict(?:ed|ion|s)?",
    r"in\s+rehab",
    r"methadone",
    r"suicid(?:e|al)",
    r"self[\s-]harm\w*",
    r"memory\s+loss",
    r"los(?:ing|t)\s+" + _WHOSE + r"(?:sight|eyesight|hearing|memory|mind)",
    r"(?:poor|failing|bad)\s+(?:sight|eyesight|hearing|memory)",
    r"brain\s+(?:injury|damage|tumou?r)",
)
"""Of mind, senses and moods."""

_BODY = (
    r"diabet(?:es|ic)",
    r"insulin",
    r"epilep(?:sy|tic)",
    r"asthma(?:tic)?",
    r"(?:osteo|rheumatoid\s+)?arthriti[cs]",
    r"osteoporosis",
    r"copd",
    r"emphysema",
    r"cancers?" + _PLACE,
    r"tumou?rs?",
    r"leuk(?:a)?emia",
    r"lymphoma",
    r"chemo(?:therapy)?",
    r"radiotherapy",
    r"mastectomy",
    r"hysterectomy",
    r"hiv(?:\s+positive)?",
    r"hepatitis",
    r"tuberculosis",
    r"(?:long\s+)?covid(?!-?19\s+rules?)(?!\s+rules?)",
    r"crohn'?s?",
    r"colitis",
    r"coeliac\s+disease",
    r"stoma",
    r"colostomy",
    r"catheter",
    r"dialysis" + _PLACE,
    r"(?:kidney|liver|lung|heart)\s+(?:failure|disease|problems?|trouble|condition|attack)",
    r"(?:kidney|liver|lung|heart)\s+transplant",
    r"angina",
    r"pacemaker",
    r"high\s+blood\s+pressure",
    r"multiple\s+sclerosis",
    r"motor\s+neurone?",
    r"cerebral\s+palsy",
    r"cystic\s+fibrosis",
    r"muscular\s+dystrophy",
    r"spina\s+bifida",
    r"sickle\s+cell",
    r"ha?emophiliac?",
    r"fibromyalgia",
    r"lupus",
    r"sciatica",
    r"migraines?",
    r"psoriasis",
    r"eczema",
    r"macular\s+\w+",
    r"glaucoma",
    r"cataracts?",
    r"hard\s+of\s+hearing",
    r"hearing[\s-]impaired",
    r"visually\s+impaired",
    r"partially\s+sighted",
    r"deaf(?:ness)?" + _PLACE,
    r"speech\s+impediment",
    r"stammer(?:s|er|ing)?",
    r"incontinen(?:t|ce)",
    r"pregnan(?:t|cy)",
    r"miscarri(?:age|ed)",
    r"stillb(?:irth|orn)",
    r"menopaus(?:e|al)",
    r"on\s+oxygen",
    r"obese",
)
"""Of the body."""

_STATE = (
    r"disabled(?!\s+(?:" + _BUILT + r"))",
    r"disabilit(?:y|ies)",
    r"handicap(?:ped)?",
    r"wheel[\s-]?chair[\s-]bound",
    r"(?<!for )(?<!for a )wheel[\s-]?chair\s+users?",
    r"(?:is|sits|now|he's|she's|confined)\s+(?:in|to)\s+(?:a|her|his)\s+wheel[\s-]?chair",
    r"uses\s+(?:a|her|his)\s+wheel[\s-]?chair",
    r"paraly[sz]ed",
    r"paralysis",
    r"amputee",
    r"amputat(?:ed|ion)",
    r"house-?bound",
    r"bed-?(?:ridden|bound)",
    r"frail",
    r"illness(?:es)?",
    r"(?:ill|poor|bad|failing)\s+health",
    r"(?:health|medical)\s+(?:conditions?|problems?|issues?|reasons?)",
    r"long[\s-]term\s+sick",
    r"off\s+sick",
    r"on\s+(?:strong\s+|heavy\s+)?(?:medication|tablets\s+for|drugs|steroids|warfarin)",
    r"(?:drug|heroin|cocaine)\s+(?:user|abuse|habit|problem)s?",
    r"palliative",
    r"hospice\s+care",
    r"in\s+(?:a|the)\s+hospice",
    r"(?:is|was|been|be|back|goes|went|going)\s+(?:still\s+)?(?:in|into|to|from|out\s+of)\s+"
    r"hospital",
    r"bereave(?:d|ment)",
    r"los(?:t|ing)\s+" + _WHOSE + r"(?:husband|wife|partner|son|daughter|baby|child|mother|father"
    r"|mum|dad|brother|sister)(?!')",
    r"(?:is|are|he's|she's|very|a|as)\s+vulnerable(?!\s+(?:to|part|spot|corner|edge))",
    _BEING + r"(?:blind|depressed|ill(?!-)|sick(?!\s+(?:of|and\s+tired))|senile"
    r"|confused(?!\s+(?:about|by|over|with|which|who|what|when))|forgetful|lame|crippled)",
    r"diagnosed\s+with",
    _HAVING + r"(?:fits|seizures?|aphasia|vertigo)",
    r"(?:has|had|with|he|she|they|" + _WHOSE.strip() + r")\s*(?:has\s+|a\s+)*"
    r"bad\s+(?:hips?|knees?|chest|nerves|heart|lungs?)",
    r"(?:he|she)\s+has\s+a\s+bad\s+back",
    _WHOSE + r"bad\s+back",
)
"""How somebody is, and what became of them."""

_TREATED = (
    # A stroke of luck, of a brush or of midnight is none.
    _HAVING + r"strokes?(?!\s+(?:of|sensor|engine|mower))",
    _WHOSE + r"strokes?(?!\s+of)",
    r"(?:stroke|heart\s+attack|cancer|dementia)\s+(?:survivor|patient|victim|sufferer)s?",
    r"(?:recovering|recovery)\s+from\s+(?:an?\s+|the\s+|" + _WHOSE + r")*"
    r"(?:\w+\s+)?(?:surgery|operation|illness|stroke|fall|accident|injury|flu|virus|infection)",
    # The surgery is where the doctor is too, and trees have theirs.
    _HAVING + r"(?:heart\s+)?(?:\w+\s+)?(?<!tree )surgery"
    r"(?!\s+(?:hours|times|opens|closes|on|is|in|at|called))",
    _ORGAN + r"\s+(?:surgery|operation|replacement|transplant|op)(?!\s+(?:part|filter|pump))",
    _HAVING + r"operation(?!\s+(?:of|on\s+the|manual))",
    r"(?:broke|broken|fractured)\s+(?:" + _WHOSE + r"|a\s+)?" + r"(?:hip|wrist|ankle|collarbone|"
    r"pelvis)",
    r"(?:broke|broken|fractured)\s+" + _WHOSE + _LIMB,
)
"""What was done to somebody, where the word has another meaning in a shop."""

HEALTH = re.compile(_any_of(*_MIND, *_BODY, *_STATE, *_TREATED))
"""Words about health."""

_FAITH = r"(?:muslims?|christians?|hindus?|sikhs?|buddhists?|catholics?|protestants?|mormons?)"

PRIVATE = re.compile(
    _any_of(
        r"muslims?" + _PLACE,
        r"islamic" + _PLACE,
        r"jewish" + _PLACE,
        r"jew",
        r"hindus?" + _PLACE,
        r"sikhs?" + _PLACE,
        r"buddhists?" + _PLACE,
        r"catholics?" + _PLACE,
        r"protestants?" + _PLACE,
        r"mormons?" + _PLACE,
        r"christian\s+(?:faith|beliefs?|family|couple)",
        r"(?:a|an|devout|strict|practising|born[\s-]again)\s+" + _FAITH,
        r"jehovah'?s?\s+witness(?:es)?" + _PLACE,
        r"atheists?",
        r"religio(?:n|us)",
        r"(?:is|are|he's|she's|both|openly)\s+gay",
        r"gay\s+(?:couple|man|men|woman|women|guy|bloke|lad|partner|son|daughter|customer)s?",
        r"same[\s-]sex",
        r"lesbians?",
        r"bisexual",
        r"homosexual",
        r"trans\s?gender(?:ed)?",
        r"trans\s?sexual",
        r"trans\s+(?:man|woman|person|lady|girl|guy)",
        r"non-binary\s+person",
        r"sex\s+change",
        r"asylum",
        r"refugees?",
        r"immigrants?",
        r"ethnic(?:ity)?",
        r"(?:black|white|asian|brown|coloured|arab|mixed[\s-]race)\s+"
        r"(?:lady|man|woman|men|women|couple|family|guy|bloke|gentleman|customer)",
        r"(?:is|are|a|the)\s+gyps(?:y|ies)(?!\s+(?:cob|skirt|wagon|caravan))",
        r"trade\s+union",
        r"votes?\s+(?:for\s+)?(?:labour|tory|conservative|reform|green|snp|lib\s?dem)",
        r"criminal\s+record",
        r"(?:is|was|been|were|went|came)\s+(?:in|to|out\s+of)\s+prison",
        r"ex-?\s?(?:offender|convict|prisoner)",
        r"on\s+(?:benefits|parole|universal\s+credit)",
        r"domestic\s+(?:abuse|violence)",
        r"divorc(?:e|ed|ing)",
    )
)
"""Words about what is nobody's business: faith, love, where somebody comes from, the law."""
