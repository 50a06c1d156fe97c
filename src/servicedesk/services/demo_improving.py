# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How the pretend shop looked at itself: checks, ideas, its people, papers, a review, fairness."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import cycle

from servicedesk.content.guides_tables import Table
from servicedesk.domain.actions import ActionDraft, ActionKind, ActionSource
from servicedesk.domain.between_us import BetweenDraft, Within
from servicedesk.domain.checks import Answer, Bank, GivenAnswer
from servicedesk.domain.fairness import OfferDraft, SameDeal
from servicedesk.domain.feedback_listed import FeedbackChip
from servicedesk.domain.ideas import IdeaDraft, IdeaVerdict
from servicedesk.domain.reviews import Decision, ReviewDraft
from servicedesk.domain.service_plan import CustomerGroup, PlanDraft
from servicedesk.domain.staff import NoteDraft, SkillDraft, SkillKind
from servicedesk.domain.written import WrittenPaper
from servicedesk.services.demo_scene import Deed, Scene

Ids = list[int]
"""Numbers of records, once they are kept."""


def self_checks(scene: Scene) -> Iterator[Deed]:
    """Checks of oneself, each answered in one go, and what was planned because of it."""
    for table in scene.story.tables("check"):
        bank, made = Bank(table.take("bank", str)), Ids()
        act = partial(
            _check,
            scene,
            bank,
            table.take("is_short", bool, False),
            _given(table),
            _planned(scene, table),
            made,
        )
        yield Deed(on=scene.day_in(table, "on"), act=act)
        for place, step in enumerate(table.tables("action")):
            yield from _later(scene, step, made, place)
        table.done()


def _given(table: Table) -> Mapping[str, GivenAnswer]:
    """The answers told of a check; what is not told is left to the records."""
    answers = {key: one for one in Answer for key in table.texts(one.value)}
    texts = [table.table(key) for key in ("notes", "because")]
    notes, because = ({} if one is None else one.rest() for one in texts)
    unknown = (notes.keys() | because.keys()) - answers.keys()
    if unknown:
        raise table.fault(f"nothing is answered to {', '.join(sorted(unknown))}")
    return {
        key: GivenAnswer(
            answer=answer, note=str(notes.get(key, "")), departure=str(because.get(key, ""))
        )
        for key, answer in answers.items()
    }


def _planned(scene: Scene, table: Table) -> tuple[tuple[str, ...], str, date | None]:
    """Questions that something is done about, by whom, and by when."""
    due = scene.day_in(table, "due") if table.has("due") else None
    return table.texts("plan"), table.take("by", str, ""), due


def _check(
    scene: Scene,
    bank: Bank,
    is_short: bool,
    given: Mapping[str, GivenAnswer],
    planned: tuple[tuple[str, ...], str, date | None],
    made: Ids,
) -> None:
    checks, who = scene.shop.checks, scene.who
    card = checks.begin(bank, is_short, who).card
    known = checks.fill_in(card.id, who).card.answers
    for key, answer in given.items():
        if key not in known:
            checks.answer(card.id, key, answer, who)
    checks.finish(card.id, who)
    questions, owner, due = planned
    if questions:
        made += checks.plan(card.id, questions, who, owner, due).card


def _later(scene: Scene, table: Table, made: Ids, place: int) -> Iterator[Deed]:
    """What became of an action: it was done, and somebody looked whether it works.

    Args:
        scene: of the story.
        table: its days and what was seen.
        made: numbers of the actions that were made together, once they are.
        place: of the action among them.
    """
    actions, who = scene.shop.actions, scene.who
    done_on, evidence = scene.day_in(table, "done_on"), table.take("evidence", str, "")
    yield Deed(on=done_on, act=lambda: actions.done(made[place], done_on, evidence, who))
    if table.has("seen_on"):
        seen_on, works = scene.day_in(table, "seen_on"), table.take("works", bool)
        note = table.take("note", str, "")
        yield Deed(on=seen_on, act=lambda: actions.checked(made[place], seen_on, works, note, who))
    table.done()


def own_actions(scene: Scene) -> Iterator[Deed]:
    """Things to do that nobody else made a list of, or that a customer said."""
    for table in scene.story.tables("thing_to_do"):
        said, made = table.take("said", str, ""), Ids()
        cost = table.take("cost_pence", int, 0)
        draft = _action(scene, table, ActionSource.FEEDBACK if said else ActionSource.OWN)
        act = partial(_add_action, scene, draft, said, cost or None, made)
        yield Deed(on=scene.day_in(table, "on"), act=act)
        for step in table.tables("action"):
            yield from _later(scene, step, made, 0)
        table.done()


def _action(scene: Scene, table: Table, source: ActionSource) -> ActionDraft:
    return ActionDraft(
        kind=ActionKind.IMPROVEMENT,
        text=table.take("text", str),
        owner=table.take("by", str, ""),
        due=scene.day_in(table, "due") if table.has("due") else None,
        source=source,
    )


def _add_action(
    scene: Scene, draft: ActionDraft, said: str, cost_pence: int | None, made: Ids
) -> None:
    """Add it, after the feedback in which these words stand."""
    heard = scene.shop.feedback.lists.ids(FeedbackChip.ALL, said)[0] if said else None
    whole = replace(draft, source_id=heard, cost_pence=cost_pence)
    made.append(scene.shop.actions.add(whole, scene.who).card.id)


def ideas(scene: Scene) -> Iterator[Deed]:
    """Ideas seen elsewhere, and what was made of those that were tried."""
    for table in scene.story.tables("idea"):
        seen_on, made = scene.day_in(table, "seen_on"), Ids()
        draft = IdeaDraft(
            what=table.take("what", str),
            seen_at=table.take("seen_at", str, ""),
            seen_on=seen_on,
            try_by=scene.day_in(table, "try_by"),
        )
        yield Deed(on=seen_on, act=partial(_add_idea, scene, draft, made))
        if table.has("tried_on"):
            tried_on, owner = scene.day_in(table, "tried_on"), table.take("by", str)
            judged = replace(
                draft,
                tried_on=tried_on,
                verdict=IdeaVerdict(table.take("verdict", str)),
                note=table.take("note", str),
            )
            due = scene.day_in(table, "due")
            yield Deed(on=tried_on, act=partial(_judge, scene, judged, made, owner, due))
        table.done()


def _add_idea(scene: Scene, draft: IdeaDraft, made: Ids) -> None:
    made.append(scene.shop.ideas.add(draft, scene.who).card.id)


def _judge(scene: Scene, draft: IdeaDraft, made: Ids, owner: str, due: date) -> None:
    """Say what is made of an idea; one that is kept is put on the list of things to do."""
    scene.shop.ideas.change(made[0], draft, scene.who)
    if draft.verdict is IdeaVerdict.KEEP:
        scene.shop.ideas.plan(made[0], scene.who, owner, due)


def service_plan(scene: Scene) -> Iterator[Deed]:
    """The service plan on one page."""
    for table in scene.story.tables("service_plan"):
        groups = table.table("groups")
        draft = PlanDraft(
            groups=tuple(
                CustomerGroup(name=name, values=str(values))
                for name, values in ({} if groups is None else groups.rest()).items()
            ),
            aims=table.texts("aims"),
            decides=table.take("decides", str),
            stands_in=table.take("stands_in", str),
            put_right=table.take("put_right", str),
        )
        act = partial(scene.shop.service_plan.keep, draft, scene.who)
        yield Deed(on=scene.day_in(table, "on"), act=act)
        table.done()


def skills(scene: Scene) -> Iterator[Deed]:
    """What the people here learned, and that they were told of the charter."""
    for table in scene.story.tables("skill"):
        learned_on = scene.day_in(table, "learned_on")
        name = table.take("name", str)
        draft = SkillDraft(
            person_id=0,
            what=table.take("what", str),
            kind=SkillKind(table.take("kind", str)),
            learned_on=learned_on,
            renew_by=scene.day_in(table, "renew_by") if table.has("renew_by") else None,
            note=table.take("note", str, ""),
        )
        on = scene.day_in(table, "on") if table.has("on") else learned_on
        yield Deed(on=on, act=partial(_add_skill, scene, draft, name))
        table.done()
    for table in scene.story.tables("briefing"):
        on, name = scene.day_in(table, "on"), table.take("name", str)
        yield Deed(on=on, act=partial(_brief, scene, name, on))
        table.done()


def _add_skill(scene: Scene, draft: SkillDraft, name: str) -> None:
    whole = replace(draft, person_id=_person(scene, name))
    scene.shop.staff.add_skill(whole, scene.who)


def _brief(scene: Scene, name: str, on: date) -> None:
    scene.shop.staff.brief(_person(scene, name), on, scene.who)


def _person(scene: Scene, name: str) -> int:
    return next(person.id for person in scene.shop.people.all() if person.name == name)


def helpers_words(scene: Scene) -> Iterator[Deed]:
    """What those who help said, what was decided, and what was agreed between us."""
    for table in scene.story.tables("helper_word"):
        on, made, planned = scene.day_in(table, "on"), Ids(), Ids()
        said = NoteDraft(
            text=table.take("text", str), said_on=on, said_by=table.take("by", str, "")
        )
        yield Deed(on=on, act=partial(_hear, scene, said, made))
        if table.has("answer"):
            answered_on = scene.day_in(table, "answered_on")
            answer = replace(said, answer=table.take("answer", str), answered_on=answered_on)
            steps = table.tables("plan")
            drafts = tuple(_action(scene, step, ActionSource.STAFF) for step in steps)
            act = partial(_answer, scene, answer, drafts, made, planned)
            yield Deed(on=answered_on, act=act)
            for place, step in enumerate(steps):
                for later in step.tables("action"):
                    yield from _later(scene, later, planned, place)
                step.done()
        table.done()
    for table in scene.story.tables("between_us"):
        number = table.take("number", int, 0)
        between = BetweenDraft(
            asks=table.take("asks", str, ""),
            what=table.take("what", str),
            number=number or None,
            counted=Within(table.take("counted", str, Within.WORKING_DAYS.value)),
        )
        agree = partial(scene.shop.staff.add_between, between, scene.who)
        yield Deed(on=scene.day_in(table, "on"), act=agree)
        table.done()


def _hear(scene: Scene, draft: NoteDraft, made: Ids) -> None:
    made.append(scene.shop.staff.add_note(draft, scene.who).card.id)


def _answer(
    scene: Scene, draft: NoteDraft, planned: Sequence[ActionDraft], made: Ids, actions: Ids
) -> None:
    staff, who = scene.shop.staff, scene.who
    staff.change_note(made[0], draft, who)
    actions += (staff.plan(made[0], action, who).card for action in planned)


def written_papers(scene: Scene) -> Iterator[Deed]:
    """Papers that were printed, and those in whose words something was changed."""
    for table in scene.story.tables("written"):
        on, paper = scene.day_in(table, "on"), WrittenPaper(table.take("paper", str))
        if table.has("ours"):
            ours, own = table.take("ours", str), table.take("own", str)
            yield Deed(on=on, act=partial(_reword, scene, paper, ours, own))
        yield Deed(on=on, act=partial(scene.shop.written.note_printed, (paper,), scene.who))
        table.done()


def _reword(scene: Scene, paper: WrittenPaper, ours: str, own: str) -> None:
    card = scene.shop.written.get(paper)
    scene.shop.written.save(paper, card.ours.replace(ours, own), scene.who)


def reviews(scene: Scene) -> Iterator[Deed]:
    """Reviews, held and written up on one day."""
    for table in scene.story.tables("review"):
        on = scene.day_in(table, "on")
        draft = ReviewDraft(
            held_on=on,
            present=table.take("present", str),
            findings=table.take("findings", str),
            changes_charter=table.has("charter_change"),
            charter_change=table.take("charter_change", str, ""),
        )
        decisions = tuple(_decision(scene, line) for line in table.tables("decision"))
        yield Deed(on=on, act=partial(_hold, scene, draft, decisions))
        table.done()


def _decision(scene: Scene, table: Table) -> Decision:
    decision = Decision(
        text=table.take("text", str), who=table.take("by", str), due=scene.day_in(table, "due")
    )
    table.done()
    return decision


def _hold(scene: Scene, draft: ReviewDraft, decisions: Sequence[Decision]) -> None:
    book, who = scene.shop.reviews, scene.who
    card = book.begin(who).card
    book.write(card.id, draft, who)
    for decision in decisions:
        book.decide(card.id, decision, who)
    book.finish(card.id, who)


def offers(scene: Scene) -> Iterator[Deed]:
    """Offers and plans."""
    for table in scene.story.tables("offer"):
        draft = OfferDraft(
            name=table.take("name", str),
            per=table.take("per", str),
            new_pence=table.take("new_pence", int),
            existing_pence=table.take("existing_pence", int),
            joining="\n".join(table.texts("joining")),
            leaving="\n".join(table.texts("leaving")),
            ends_on=scene.day_in(table, "ends_on") if table.has("ends_on") else None,
        )
        act = partial(scene.shop.fairness.add_offer, draft, scene.who)
        yield Deed(on=scene.day_in(table, "on"), act=act)
        table.done()


def fairness_checks(scene: Scene) -> Iterator[Deed]:
    """Looks at whoever stayed: whoever is drawn is found as told, and the gaps are planned."""
    for table in scene.story.tables("fairness_check"):
        found = tuple(_found(line) for line in table.tables("found"))
        yield Deed(on=scene.day_in(table, "on"), act=partial(_compare, scene, found))
        table.done()


def _found(table: Table) -> tuple[SameDeal, str]:
    found = SameDeal(table.take("same", str)), table.take("note", str, "")
    table.done()
    return found


def _compare(scene: Scene, found: Sequence[tuple[SameDeal, str]]) -> None:
    fairness, who = scene.shop.fairness, scene.who
    card = fairness.begin(who).card
    for customer, (same, note) in zip(card.customers, cycle(found), strict=False):
        fairness.answer(customer.id, same, note, who)
    fairness.finish(card.id, who)
    fairness.plan(card.id, who)
