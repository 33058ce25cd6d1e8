"""What administrators decide about the CRM's words and fields, and what nobody else may."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import pytest
from sqlalchemy import insert, select

from bot.crm.meaning import spoken_in, vocabulary
from handlers.connector import RemoteField
from handlers.errors import Refused, Stale
from handlers.interaction import Correct, Interaction, Open, Reply, Show, Whisper
from handlers.keeping import Word, WordKind
from handlers.lead import Lead
from handlers.mapping.deciding import CrmMapping
from handlers.mapping.telling import Telling
from handlers.message import Buttons, Card, Choice, read
from handlers.people import Person, Place, Role
from storage.mapping import keep_fields
from storage.schema import crm_streams, leads, outbox
from storage.work import Database
from tests.builders import MONDAY_MORNING, a_lead, a_rep
from tests.population import settle

ADMIN = a_rep("Ada Admin", role=Role.ADMINISTRATOR)
REP = a_rep()
FIELDS = (
    RemoteField(
        name="stage", label="Stage", kind="choice", options=(("417", "Contactedd"), ("9", "Odd"))
    ),
    RemoteField(name="needs__c", label="Needs", kind="text"),
    RemoteField(name="locked", label="Locked", kind="text", is_writable=False),
)


@dataclass(slots=True)
class Desk:
    """The screen, and who presses on it."""

    database: Database
    mapping: CrmMapping
    deeds: Any = field(default_factory=lambda: count(1))

    def press(self, route: str, /, **given: str) -> Reply:
        return self.pressed_by(ADMIN, route, **given)

    def pressed_by(self, by: Person, route: str, /, **given: str) -> Reply:
        asked = Interaction(
            name=route,
            actor=by.id,
            place=Place.direct(by.id),
            id=f"deed-{next(self.deeds)}",
            values=given,
        )
        return self.mapping.routes()[route](asked)

    def words(self) -> list[Word]:
        with self.database.look() as work:
            return list(work.mappings.words("hubspot"))

    def lead(self, number: int = 1) -> Lead:
        with self.database.look() as work:
            (found,) = work.leads.by_ids([a_lead(number).id]).values()
            return found


@pytest.fixture
def desk(database: Database) -> Desk:
    """A company whose CRM uses two words that nobody knows."""
    words = ("417", "417", "Purple", "NEW")
    settle(
        database.engine,
        people=[ADMIN, REP],
        having=[
            a_lead(number, system="hubspot", status_raw=word)
            for number, word in enumerate(words, 1)
        ],
    )
    with database.engine.begin() as connection:
        connection.execute(insert(crm_streams).values(system="hubspot", at=MONDAY_MORNING))
        connection.execute(leads.update().where(leads.c.status_raw == "NEW").values(status="new"))
        keep_fields(connection, "hubspot", FIELDS)
    return Desk(
        database,
        CrmMapping(
            open_work=database.open_work,
            look=database.look,
            now=database.now,
            vocabulary=vocabulary,
            spoken_in=spoken_in,
        ),
    )


def card_of(reply: Reply) -> Card:
    assert isinstance(reply, Show | Whisper)
    return reply.card


def buttons(card: Card) -> list[dict[str, str]]:
    return [
        dict(read(button.values)) | {"does": button.does}
        for block in card.blocks
        if isinstance(block, Buttons)
        for button in block.buttons
    ]


def test_unknown_words_are_listed_with_the_commonest_first(desk: Desk) -> None:
    found = buttons(card_of(desk.press("mapping.words")))
    assert [one["word"] for one in found if one["does"] == "mapping.choose"] == ["417", "Purple"]


def test_a_meaning_is_proposed_by_the_label_and_taken_by_a_person(desk: Desk) -> None:
    found = buttons(card_of(desk.press("mapping.words")))
    (proposed,) = [one for one in found if one.pop("does") == "mapping.say"]
    assert (proposed["word"], proposed["means"]) == ("417", "connected")
    assert desk.lead().status is None
    desk.press("mapping.say", **proposed)
    assert desk.lead().status == "connected"
    assert desk.words() == [Word(kind=WordKind.STATUS, word="417", means="connected")]


def test_a_value_has_the_label_of_its_own_field(desk: Desk) -> None:
    options = (("417", "Converted"), ("Purple", "Won"))
    other = RemoteField(name="a_rating", label="A rating", kind="choice", options=options)
    with desk.database.engine.begin() as connection:
        keep_fields(connection, "hubspot", [other, *FIELDS])
    found = buttons(card_of(desk.press("mapping.words")))
    proposed = [(one["word"], one["means"]) for one in found if one["does"] == "mapping.say"]
    assert proposed == [("417", "connected")]


def test_a_word_of_any_length_is_listed_and_kept(desk: Desk) -> None:
    word = "Very long " * 30
    with desk.database.engine.begin() as connection:
        connection.execute(leads.update().values(status=None, status_raw=word))
    given = {"system": "hubspot", "kind": "status", "word": word}
    desk.press("mapping.say", **given, means="nurturing")
    assert desk.words() == [Word(kind=WordKind.STATUS, word=word, means="nurturing")]


def test_a_word_is_given_a_status_with_its_reason(desk: Desk) -> None:
    form = desk.press("mapping.choose", system="hubspot", kind="status", word="Purple")
    assert isinstance(form, Open)
    given = {"system": "hubspot", "kind": "status", "word": "Purple"}
    desk.press("mapping.say", **given, means="disqualified", reason="no-need")
    assert (desk.lead(3).status, desk.lead(3).reason) == ("disqualified", "no-need")


def test_a_word_that_is_left_out_is_not_asked_about_again(desk: Desk) -> None:
    given = {"system": "hubspot", "kind": "status", "word": "Purple"}
    desk.press("mapping.say", **given, means="-")
    assert desk.lead(3).status is None
    found = buttons(card_of(desk.press("mapping.words")))
    assert "Purple" not in [one.get("word") for one in found]


@pytest.mark.parametrize(
    "forged",
    [
        {"kind": "status", "word": "Never seen"},
        {"kind": "reason", "word": "Purple"},
        {"kind": "status", "word": "Purple", "system": "salesforce"},
        {"kind": "field", "word": "no such field"},
        {"kind": "field", "word": "needs__c", "means": "extra:forged"},
        {"kind": "field", "word": "needs__c", "system": "elsewhere"},
    ],
)
def test_a_forged_press_changes_nothing(desk: Desk, forged: dict[str, str]) -> None:
    with pytest.raises(Stale):
        desk.press("mapping.say", **{"system": "hubspot", "means": "new"} | forged)
    assert desk.words() == []


@pytest.mark.parametrize("means", ["", "lost", "new/never", "no-need"])
def test_only_meanings_that_were_offered_are_taken(desk: Desk, means: str) -> None:
    given = {"system": "hubspot", "kind": "status", "word": "Purple"}
    assert isinstance(desk.press("mapping.say", **given, means=means), Correct)
    assert desk.words() == []


def test_nobody_but_an_administrator_may(desk: Desk) -> None:
    for name in desk.mapping.routes():
        with pytest.raises(Refused):
            desk.pressed_by(REP, name, system="hubspot", kind="status", word="Purple", means="new")
    assert desk.words() == []


def test_the_section_is_for_administrators_alone(desk: Desk) -> None:
    with desk.database.look() as work:
        assert desk.mapping.section(work, ADMIN)
        assert desk.mapping.section(work, REP) == ()


# Fields


def test_a_field_that_sounds_familiar_is_proposed_and_read_anew_once_taken(desk: Desk) -> None:
    found = buttons(card_of(desk.press("mapping.fields")))
    (proposed,) = [one for one in found if one.pop("does") == "mapping.say"]
    assert (proposed["word"], proposed["means"]) == ("needs__c", "extra:needs")
    desk.press("mapping.say", **proposed)
    assert desk.words() == [Word(kind=WordKind.FIELD, word="needs__c", means="extra:needs")]
    with desk.database.engine.connect() as connection:
        assert connection.execute(select(crm_streams.c.at)).scalar_one() is None


def test_a_field_gets_the_name_that_the_company_gives_it(desk: Desk) -> None:
    form = desk.press("mapping.field", system="hubspot")
    assert isinstance(form, Open)
    (which, *_) = form.form.fields
    assert isinstance(which, Choice)
    assert {option.value for option in which.options} == {"stage", "needs__c", "locked"}
    desk.press(
        "mapping.field-saved",
        system="hubspot",
        field="stage",
        means="own",
        name="Mood",
        writes="on",
    )
    (word,) = desk.words()
    assert (word.means, word.writes) == ("extra:Mood", True)


@pytest.mark.parametrize(
    "given",
    [
        {"field": "unknown", "means": "next_step"},
        {"field": "stage", "means": "owner"},
        {"field": "stage", "means": "own", "name": ""},
        {"field": "stage", "means": "own", "name": "x" * 41},
        {"field": "locked", "means": "next_step", "writes": "on"},
    ],
)
def test_a_field_that_cannot_be_is_corrected(desk: Desk, given: dict[str, str]) -> None:
    assert isinstance(desk.press("mapping.field-saved", system="hubspot", **given), Correct)
    assert desk.words() == []


# Trouble


@pytest.fixture
def tell(desk: Desk) -> Callable[[], int]:
    """Ring, and count what was written to whom."""
    telling = Telling(open_work=desk.database.open_work, look=desk.database.look)

    def ring() -> int:
        telling.tell(desk.database.now())
        with desk.database.engine.connect() as connection:
            return len(connection.execute(select(outbox)).all())

    return ring


def in_trouble(desk: Desk, trouble: str, **more: object) -> None:
    with desk.database.engine.begin() as connection:
        told = {"trouble": trouble, "failed_at": MONDAY_MORNING, **more}
        connection.execute(crm_streams.update().values(told))


def test_administrators_hear_of_trouble_once_a_day(
    desk: Desk, tell: Callable[[], int], clock: Any
) -> None:
    assert tell() == 0
    in_trouble(desk, "credentials")
    assert [tell(), tell()] == [1, 1]
    clock.move(days=1)
    assert tell() == 2


def test_what_passes_within_the_hour_is_nobodys_business(
    desk: Desk, tell: Callable[[], int], clock: Any
) -> None:
    in_trouble(desk, "unreachable", succeeded_at=MONDAY_MORNING)
    clock.move(minutes=59)
    assert tell() == 0
    clock.move(minutes=2)
    assert tell() == 1
