"""Every card and form of this feature with invented people in it, for gallery and snapshots."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.message import Card, Example
from handlers.people import Language, Owner, OwnerId, Person, PersonId, Role, Side
from handlers.phrase import say
from handlers.roster.cards import (
    Done,
    match_form,
    undo_button,
    unmatched_card,
    unmatched_part,
    welcome_card,
)
from handlers.roster.model import Mismatch, Outsider, Unmatched, Why

PIOTR = Person(
    id=PersonId("piotr"),
    name="Piotr Zając",
    email="piotr.zajac@northwind.example",
    role=Role.REP,
    side=Side.SALES,
    language=Language.POLISH,
)
OWNERS = (
    ("Piotr Zając", "pzajac@northwind.example", 41, Mismatch.OTHER_EMAIL, PIOTR),
    ("Sales Queue", "queue@northwind.example", 27, Mismatch.NO_PERSON, None),
    ("Zhang Wei", "zhang.wei@northwind.example", 12, Mismatch.SEVERAL, None),
    ("P. Zając (old)", "piotr.zajac@northwind.example", 3, Mismatch.NO_ACCOUNT, PIOTR),
    ("Tom Baker", "", 2, Mismatch.NO_PERSON, None),
    ("Import 2019", "", 1, Mismatch.NO_PERSON, None),
)


def examples() -> Sequence[Example]:
    """List them all, in the order in which people meet them."""
    owners = unmatched_owners()
    left = owners[1].owner
    done = Done(say("people-left", owner=left.name), undo_button(left, 0))
    matched = Done(say("people-matched", owner=left.name, person=PIOTR.name))
    return (
        Example("people-welcome", welcome_card()),
        Example("people-part", Card(title=say("home-title"), blocks=unmatched_part(len(owners)))),
        Example("people-unmatched", unmatched_card(owners)),
        Example("people-unmatched-second-page", unmatched_card(owners, 1)),
        Example("people-unmatched-after-leaving", unmatched_card(owners[2:], 0, done)),
        Example("people-all-matched", unmatched_card((), 0, matched)),
        Example("people-match", match_form(owners[0], 0)),
        Example("people-match-without-address", match_form(owners[4], 0)),
        *_outsiders(),
    )


def unmatched_owners() -> tuple[Unmatched, ...]:
    """Invent owners with every reason for which one is not matched."""
    return tuple(
        Unmatched(
            owner=Owner(id=OwnerId(number), name=name, email=email),
            open_leads=leads,
            mismatch=mismatch,
            person=person,
        )
        for number, (name, email, leads, mismatch, person) in enumerate(OWNERS, start=1)
    )


def _outsiders() -> Sequence[Example]:
    return [
        Example(f"people-outsider-{reason}", Card(title=Outsider(reason).sentence, blocks=()))
        for reason in Why
    ]
