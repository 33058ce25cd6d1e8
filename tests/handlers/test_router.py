"""The router: the right handler answers, and a refusal is a kind answer."""

from __future__ import annotations

import pytest

from handlers.errors import AlreadyDone, NotFound, Refused
from handlers.interaction import Interaction, Nothing, Reply, whisper
from handlers.people import PersonId, Place, Side
from handlers.phrase import say
from handlers.router import Router, merged


def a_press(name: str) -> Interaction:
    return Interaction(
        name=name, actor=PersonId("anna"), place=Place.channel(Side.SALES), id="press 1"
    )


def greets(asked: Interaction) -> Reply:
    return whisper(say("verbatim", text=f"hello {asked.actor}"))


def fails(error: Exception) -> Router:
    def handler(asked: Interaction) -> Reply:
        raise error

    return Router({"x.press": handler})


def test_the_handler_of_a_route_answers() -> None:
    router = Router(merged([{"x.press": greets}, {"y.press": greets}]))
    assert router.route(a_press("x.press")) == whisper(say("verbatim", text="hello anna"))


def test_a_button_of_an_older_version_is_answered_kindly() -> None:
    assert Router({}).route(a_press("x.gone")) == whisper(say("router-unknown"))


@pytest.mark.parametrize("kind", [Refused, NotFound])
def test_a_refusal_becomes_a_sentence_for_the_person(kind: type[Refused]) -> None:
    answer = fails(kind(say("not-yours"))).route(a_press("x.press"))
    assert answer == whisper(say("not-yours"))


def test_a_repeat_has_no_effect() -> None:
    assert fails(AlreadyDone("press 1")).route(a_press("x.press")) == Nothing()


def test_any_other_error_is_the_callers() -> None:
    with pytest.raises(ZeroDivisionError):
        fails(ZeroDivisionError()).route(a_press("x.press"))


def test_two_handlers_for_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match=r"two handlers answer to x\.press"):
        merged([{"x.press": greets}, {"x.press": greets}])
