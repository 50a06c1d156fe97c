# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What may not be said of a customer's rights: fewer than the law gives (the charter's 2.3, 7).

A limit on claims, reports and returns cuts rights when it is a must; a request to tell us soon
does not, nor does a time in which we take back goods that are unused.
"""

import re
from collections.abc import Iterator

from servicedesk.domain.wording_text import Fault, FindingCode, Sentence, phrase

RIGHTS = "This does not affect your legal rights."

_LIMIT = "within [a-z0-9]{1,9} (?:[a-z]{4,9} )?(?:days?|weeks?|hours?|months?)"
_AFTER = "after [a-z0-9]{1,9} (?:[a-z]{4,9} )?(?:days?|weeks?|hours?|months?)"
_RAISED = "claims?|complaints?|returns?|reports?|faults?|refunds?|exchanges?"
_WORDS = "(?: [a-z]{2,10}){0,4}"

_CUT = phrase(
    "no (?:cash |card |full |money )?refunds?(?! (?:fee|charge|is|needed))",
    "no returns?(?! (?:fee|charge|postage|label|is|needed))",
    "no exchanges?",
    "no money back",
    "no right to cancel",
    "neither (?:refunds?|exchanges?|returns?) nor",
    "(?:non|not) (?:refundable|returnable|exchangeable)",
    "refunds? (?:is|are) not (?:given|offered|available|possible)",
    "(?:cannot|can not|can't|will not|won't|must not|may not) be (?:returned|refunded|exchanged"
    "|taken back)",
    "all sales (?:are )?final",
    "(?:is|are) sold as seen",
    "sold as seen",
    "(?:credit|store) (?:notes?|credit|vouchers?) only",
    f"(?:refunds?|returns?){_WORDS} (?:vouchers?|credits?) only",
    "only (?:give|offer|issue) (?:credit notes?|store credit|vouchers?|exchanges?)",
    "only credit notes?",
    f"(?:{_RAISED}){_WORDS} {_LIMIT} only",
    f"(?:{_RAISED}){_WORDS} only{_WORDS} {_LIMIT}",
    f"only (?:accept|take|consider|give|allow|hear)(?: [a-z]{{2,10}})? (?:{_RAISED}){_WORDS}"
    f" {_LIMIT}",
    "no (?:claims?|complaints?) after",
    f"(?:{_RAISED}) not{_WORDS} {_LIMIT}",
    f"(?:{_RAISED}){_WORDS} {_AFTER}{_WORDS} (?:not|void|refused|rejected|ignored|cannot|can't"
    "|won't)",
    f"{_LIMIT}(?: [a-z]{{2,9}}){{0,5}},? or"
    " (?:(?:we|they|it) (?:cannot|can't|will not|won't)(?: be)?"
    " (?:help|refund|accept|repair|replace|act|put|mend|consider)(?:ed)?"
    "|(?:they|it) (?:is|are|will be|becomes?) (?:void|lost|invalid|refused|rejected|ignored)"
    "|you lose|your claim)",
    "exchanges? only",
    "(?:do not|don't|cannot|can't|will not|won't|never) exchange or refund",
    "at (?:your|the owner's|the customer's|owner's|customer's) own risk",
    "at owner's risk",
    "refuse (?:a |any )?refunds?",
    "(?:accept|take) no (?:liability|responsibility|returns|refunds)",
    "(?:not|never) (?:be )?(?:held )?(?:liable|responsible) for",
    "(?:waive|give up|lose) (?:your|all|any) (?:legal |statutory )?rights?",
    "(?:replaces?|overrides?|instead of|limits?|excludes?) (?:your|any|all)"
    " (?:legal|statutory|other) rights",
    "(?:do not|don't|cannot|can't|will not|won't|never) (?:give |offer |do |make |accept |allow )?"
    "(?:any )?(?:refunds?|exchanges)",
    "(?:do not|don't|cannot|can't|will not|won't|never) (?:accept|allow|take|consider) (?:any )?"
    "(?:returns|claims|complaints)",
)

_MUST = "(?:must|has to|have to|needs? to|shall|should|are to|is to|can only|may only|will only)"
_HANDED = (
    "(?:made|received|returned|reported|raised|sent|brought|notified|lodged|submitted|claimed"
    "|registered|with us|given|told)"
)
_GOODS = (
    f"(?:{_RAISED}|goods|items?|products?|purchases?|breakages?|shortages?|damages?|defects?"
    "|problems?|faulty [a-z]{2,12}|damaged [a-z]{2,12}|defective [a-z]{2,12}|issues?)"
)
_BY = (
    "(?:within|in|no later than|not later than|before|inside|in under) (?:the first )?[a-z0-9]{1,9}"
    " (?:[a-z]{4,9} )?(?:days?|weeks?|hours?|months?)"
)
_LIMITED = phrase(
    f"{_GOODS}{_WORDS} {_MUST} (?:only )?(?:be (?:only )?{_HANDED}|reach us|reach me|arrive|come"
    f"|get to us){_WORDS} {_BY}",
    f"(?:you|customers?|buyers?|clients?) {_MUST} (?:tell|report|claim|complain|notify|return"
    f"|bring|send|raise|make|inform|contact|let)(?: [a-z]{{1,12}}){{0,7}} {_BY}",
    "(?:you|customers?|buyers?|clients?) (?:only )?(?:have|has|get) (?:only )?[a-z0-9]{1,9}"
    " (?:[a-z]{4,9} )?(?:days?|weeks?|hours?|months?)(?: [a-z]{2,9}){0,6} to (?:tell|report|claim"
    "|complain|notify|return|bring|send|raise|make|inform)",
)
_ABOUT_FAULT = phrase(
    *("claims?", "complain(?:ts?)?", "returns", "refunds?", "reports", "faults?", "faulty"),
    "(?:return|exchange|bring|send) (?:it|them|everything)",
    *("damaged?", "damages", "defects?", "defective", "wrong", "problems?", "breakages?"),
    *("shortages?", "issues?", "exchanges?", "goods", "items?", "products?", "purchases?"),
)
_NOT_AS_IT_SHOULD_BE = phrase(
    *("faulty", "faults?", "damaged?", "damages", "defects?", "defective", "broken", "wrong")
)
UNUSED = phrase(
    *("unused", "unopened", "unwanted", "unworn", "hired", "hire", "borrowed", "loaned", "keys?"),
    *("library", "rented", "lent"),
)
"""What shows that a time to bring goods back is a favour, or that they are not the customer's."""

_OWNER = (
    "(?:(?:our|my|your|the|a|an) )?(?:(?:manager|management|owner|shop|store|seller|company|staff"
    "|director|proprietor|trader|firm|business|team)(?:'s|s'|s)? )?"
)
_DISCRETION = phrase(
    f"at {_OWNER}(?:sole |absolute |own |full |complete )?discretion",
    "at the (?:sole |absolute |full )?discretion of",
    "discretionary",
)
_RETURNED = phrase(
    *("faulty", "faults?", "refundable", "deposits?", "refund(?:s|ed)?", "return(?:s|ed)?"),
    *("repair(?:s|ed)?", "replacements?", "replaced", "exchange(?:s|d)?", "claims?", "money back"),
    *("credit notes?", "damaged", "defective"),
)
CHANGE_OF_MIND = phrase(
    "chang(?:e|ed|es|ing)(?: (?:of|your|their))? minds?",
    "unless (?:(?:it|they) (?:is|are) |it's |they're )?(?:faulty|wrong|damaged)",
)
"""What shows that a rule leaves goods that are not right out of it."""

_HAS_RIGHTS = phrase("(?:does|do) not (?:affect|change) your (?:legal|statutory) rights")


def rights_faults(sentence: Sentence, text: str) -> Iterator[Fault]:
    """Sentences that cut what the law gives a customer, or come close and do not say so."""
    says = sentence.text
    cut = _CUT.search(says) or _limited(says)
    if cut is None and _RETURNED.search(says):
        cut = _DISCRETION.search(says)
    if cut is None:
        return
    start, end = sentence.start + cut.start(), sentence.start + cut.end()
    if not CHANGE_OF_MIND.search(says):
        yield Fault(code=FindingCode.LEGAL_RIGHTS, start=start, end=end)
    elif not _HAS_RIGHTS.search(text):
        yield Fault(code=FindingCode.RIGHTS_SENTENCE, start=start, end=end)


def _limited(says: str) -> re.Match[str] | None:
    """Where a text says by when a customer must come; None for what is unused or on loan."""
    if UNUSED.search(says) and not _NOT_AS_IT_SHOULD_BE.search(says):
        return None
    cut = _LIMITED.search(says)
    return cut if cut is not None and _ABOUT_FAULT.search(says) else None
