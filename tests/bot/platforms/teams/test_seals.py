"""What a seal holds is read by nobody else, changed by nobody, and opened only where it was meant."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import UTC, datetime, timedelta
from string import ascii_letters, digits

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.teams.seals import LIVES, NONCE, SEALED, Opened, Seals, new_key
from handlers.work import DEEDS_REMEMBERED
from tests.bot.platforms.teams.sealing import KEY, TENANT

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
ROOM = "19:marketing@thread.tacv2"
ANNA, PIOTR = "anna-id", "piotr-id"
PRESS = {"does": "questions.answer", "values": {"ask": "ask-1"}, "n": 1}
NOTHING = Opened()
CONTENT = st.dictionaries(st.text(max_size=9), st.text(max_size=30), max_size=5)
OFTEN = 8
ALPHABET = f"{ascii_letters}{digits}-_"


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.at = NOW

    def __call__(self) -> datetime:
        return self.at


def seals(key: bytes = KEY, *, tenant: str = TENANT, clock: Clock | None = None) -> Seals:
    return Seals(key, tenant=tenant, now=clock or Clock())


def token(data: dict[str, object]) -> str:
    assert data.keys() == {SEALED}
    return str(data[SEALED])


@given(CONTENT, st.sampled_from(["", ROOM]))
def test_what_was_sealed_for_somebody_comes_back(content: dict[str, str], room: str) -> None:
    opened = seals().opened(seals().at(room, ANNA)(content), room=room, person=ANNA)
    assert opened.content == content
    assert opened.nonce


def test_what_was_sealed_for_a_room_opens_for_everybody_in_it_and_in_its_threads() -> None:
    data = seals().at(f"{ROOM};messageid=17")(PRESS)
    for person in (ANNA, PIOTR):
        assert seals().opened(data, room=ROOM, person=person).content == PRESS


@pytest.mark.parametrize(
    ("room", "person", "other"),
    [
        ("", PIOTR, seals()),
        ("", "", seals()),
        (ROOM, ANNA, seals()),
        ("", ANNA, seals(new_key())),
        ("", ANNA, seals(tenant="another")),
    ],
)
def test_what_was_sealed_for_a_person_opens_nowhere_else(
    room: str, person: str, other: Seals
) -> None:
    data = seals().at("", ANNA)(PRESS)
    assert other.opened(data, room=room, person=person) == NOTHING


def test_what_was_sealed_for_a_person_in_a_room_is_not_for_the_others_there() -> None:
    data = seals().at(ROOM, ANNA)(PRESS)
    assert seals().opened(data, room=ROOM, person=ANNA).content == PRESS
    assert seals().opened(data, room=ROOM, person=PIOTR) == NOTHING
    assert seals().opened(data, room="", person=ANNA) == NOTHING


@given(st.data())
def test_not_a_bit_of_it_can_be_changed(data: st.DataObject) -> None:
    sealed = bytearray(urlsafe_b64decode(token(seals().at(ROOM)(PRESS))))
    sealed[data.draw(st.integers(0, len(sealed) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    forged = {SEALED: urlsafe_b64encode(sealed).decode()}
    assert seals().opened(forged, room=ROOM, person=ANNA) == NOTHING


@given(st.text() | st.binary(max_size=60).map(lambda one: urlsafe_b64encode(one).decode()))
def test_what_anybody_makes_up_opens_nothing(forged: str) -> None:
    assert seals().opened({SEALED: forged}, room=ROOM, person=ANNA) == NOTHING


def test_it_names_one_deed_however_it_is_spelled() -> None:
    data = seals().at(ROOM)(PRESS)
    opened = seals().opened(data, room=ROOM, person=ANNA)
    assert opened.nonce == urlsafe_b64decode(token(data))[:NONCE].hex()
    for end in ALPHABET:
        spelled = {SEALED: token(data).rstrip("=")[:-1] + end + "=" * token(data).count("=")}
        assert seals().opened(spelled, room=ROOM, person=ANNA) in (opened, NOTHING)


def test_no_two_buttons_are_one() -> None:
    drawn = [seals().at(ROOM)(PRESS) for _ in range(OFTEN)]
    assert len({seals().opened(one, room=ROOM, person=ANNA).nonce for one in drawn}) == OFTEN


def test_it_can_be_pressed_until_its_time_is_over_and_not_after() -> None:
    clock = Clock()
    here = seals(clock=clock)
    data = here.at(ROOM)(PRESS)
    clock.at = NOW + LIVES - timedelta(seconds=1)
    assert here.opened(data, room=ROOM, person=ANNA).content == PRESS
    clock.at = NOW + LIVES
    assert here.opened(data, room=ROOM, person=ANNA) == NOTHING


def test_a_deed_is_remembered_for_longer_than_its_button_can_be_pressed() -> None:
    assert LIVES < DEEDS_REMEMBERED


@given(CONTENT)
def test_it_is_as_long_as_what_it_holds_says_whoever_it_is_for(content: dict[str, str]) -> None:
    lengths = {
        len(token(seals().at(room, person)(content)))
        for room, person in (("", ANNA), (ROOM, ""), (ROOM * 5, PIOTR))
    }
    assert len(lengths) == 1


def test_nothing_of_what_it_holds_or_of_the_key_can_be_read() -> None:
    here = seals(b"canary-canary-canary-canary-1234")
    shown = (
        repr(here) + str(here.at(ROOM)(PRESS)) + str(urlsafe_b64decode(token(here.at(ROOM)(PRESS))))
    )
    for readable in ("canary", "questions", "ask-1", "does"):
        assert readable not in shown
