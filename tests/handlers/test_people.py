"""Places are names that tell whose they are."""

from __future__ import annotations

import pytest

from handlers.people import PersonId, Place, Side


@pytest.mark.parametrize("person", ["anna", "a:b", "", "sales"])
def test_a_direct_message_knows_whose_it_is(person: str) -> None:
    assert Place.direct(PersonId(person)).person == person


@pytest.mark.parametrize("side", Side)
def test_a_channel_is_nobodys(side: Side) -> None:
    assert Place.channel(side).person is None
    assert Place.channel(side).name == side.value
