"""What an administrator sees of the owners who could not be matched, and may do about each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.message import (
    Block,
    Button,
    Buttons,
    Card,
    Divider,
    Facts,
    Form,
    Heading,
    Items,
    Note,
    Paragraph,
    PersonPick,
    Tone,
    values,
)
from handlers.people import Owner, Person, PersonId
from handlers.phrase import Phrase, say, verbatim
from handlers.roster.model import Mismatch, Unmatched

PAGE = 5
"""Owners on one page."""

WELCOME_STEPS = ("channels", "invite", "ask")


@dataclass(frozen=True, slots=True)
class Done:
    """What was just decided, and how it is taken back."""

    said: Phrase
    undo: Button | None = None


def welcome_card() -> Card:
    """Greet whoever set Leadloop up, and nobody else unasked; say what comes next."""
    steps = tuple(say(f"people-welcome-{step}") for step in WELCOME_STEPS)
    return Card(
        title=say("people-welcome-title"),
        blocks=(
            Paragraph(say("people-welcome-next")),
            Items(steps, ordered=True),
            Note(say("people-welcome-quiet")),
        ),
    )


def unmatched_card(found: Sequence[Unmatched], page: int = 0, done: Done | None = None) -> Card:
    """List the owners whose leads nobody can be asked about, a page at a time."""
    page = min(max(page, 0), pages(len(found)) - 1)
    blocks: list[Block] = [] if done is None else _done(done)
    for one in found[page * PAGE : (page + 1) * PAGE]:
        blocks += [*_owner(one, page), Divider()]
    blocks += _turning(page, len(found))
    blocks.append(Note(say("people-unmatched-help" if found else "people-all-matched-help")))
    return Card(title=_title(len(found)), blocks=tuple(blocks))


def pages(count: int) -> int:
    """Count the pages that so many owners take."""
    return max(1, -(-count // PAGE))


def _title(count: int) -> Phrase:
    return say("people-unmatched-title", count=count) if count else say("people-all-matched")


def _done(done: Done) -> list[Block]:
    undo: list[Block] = [] if done.undo is None else [Buttons((done.undo,))]
    return [Note(done.said, Tone.GOOD), *undo, Divider()]


def _owner(one: Unmatched, page: int) -> list[Block]:
    owner = one.owner
    return [
        Heading(verbatim(called(owner))),
        Paragraph(mismatch_text(one)),
        Note(say("people-open-leads", count=one.open_leads, email=_address(owner))),
        Buttons((*_guess(one, page), _match(one, page), _leave(owner, page))),
    ]


def called(owner: Owner) -> str:
    """Give the shortest words by which a person knows an owner."""
    return owner.name or owner.email or str(owner.id)


def matched_text(owner: Owner, person: Person, *, reachable: bool) -> Phrase:
    """Say who an owner is now, and whether that person can be asked yet."""
    key = "people-matched" if reachable else "people-matched-unmet"
    return say(key, owner=called(owner), person=person.name)


def _address(owner: Owner) -> Phrase:
    return verbatim(owner.email) if owner.email else say("people-no-address")


def mismatch_text(one: Unmatched) -> Phrase:
    """Say why nobody can be asked about an owner's leads, and what would help."""
    if one.mismatch is Mismatch.NO_PERSON and not one.owner.email:
        return say("people-mismatch-no-address")
    if one.person is None:
        return say(f"people-mismatch-{one.mismatch}", person="", email="")
    return say(f"people-mismatch-{one.mismatch}", person=one.person.name, email=one.person.email)


def _guess(one: Unmatched, page: int) -> tuple[Button, ...]:
    """Offer the one person of the same name, to be confirmed in one tap."""
    if one.mismatch is not Mismatch.OTHER_EMAIL or one.person is None:
        return ()
    given = values(owner=one.owner.id, page=page, person=one.person.id)
    label = say("people-is", person=one.person.name)
    return (Button(label=label, does="people.matched", values=given, tone=Tone.PRIMARY),)


def _match(one: Unmatched, page: int) -> Button:
    owner, guessed = one.owner, one.mismatch is Mismatch.OTHER_EMAIL
    return Button(
        label=say("people-match"),
        does="people.match",
        values=values(owner=owner.id, page=page),
        opens=True,
        tone=Tone.NORMAL if guessed else Tone.PRIMARY,
        hint=say("people-match-hint", owner=called(owner)),
    )


def _leave(owner: Owner, page: int) -> Button:
    return Button(
        label=say("people-gone"),
        does="people.ignore",
        values=values(owner=owner.id, page=page),
        hint=say("people-gone-hint", owner=called(owner)),
    )


def undo_button(owner: Owner, page: int) -> Button:
    """Take back that an owner left; whoever they were matched with, they are again."""
    return Button(
        label=say("people-undo"),
        does="people.restore",
        values=values(owner=owner.id, page=page, person=owner.person or ""),
        hint=say("people-undo-hint", owner=called(owner)),
    )


def _turning(page: int, count: int) -> list[Block]:
    turns = [
        Button(label=say(f"people-page-{way}"), does="people.unmatched", values=values(page=there))
        for way, there in (("back", page - 1), ("on", page + 1))
        if 0 <= there < pages(count)
    ]
    if not turns:
        return []
    return [Note(say("people-page", page=page + 1, pages=pages(count))), Buttons(tuple(turns))]


def match_form(one: Unmatched, page: int) -> Form:
    """Ask which person an owner is."""
    owner = one.owner
    guess = one.person.id if one.person is not None else PersonId("")
    return Form(
        name="people.matched",
        title=say("people-match-title"),
        intro=(
            Facts(
                (
                    (say("people-fact-owner"), verbatim(called(owner))),
                    (say("people-fact-email"), _address(owner)),
                )
            ),
            Note(mismatch_text(one)),
        ),
        fields=(
            PersonPick(
                name="person",
                label=say("people-match-whom"),
                value=guess,
                hint=say("people-match-whom-hint"),
            ),
        ),
        submit=say("people-match"),
        keep=values(owner=owner.id, page=page),
    )


def unmatched_part(count: int) -> tuple[Block, ...]:
    """Remind an administrator, on their own page, that some owners could not be matched."""
    if not count:
        return ()
    look = Button(label=say("people-look"), does="people.unmatched")
    return Note(say("people-unmatched-title", count=count), Tone.WARN), Buttons((look,))
