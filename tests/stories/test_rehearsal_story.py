"""An administrator rehearses the rules through the demo's real HTTP door: at once an answer, soon the result."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.stories.test_main_story import Visitor, buttons, demo, press, text_of

__all__ = ["demo"]


@pytest.mark.slow
def test_a_press_is_answered_at_once_and_its_card_is_brought_up_to_date(
    demo: Callable[[str], Visitor],
) -> None:
    ada = demo("ada")
    page = f"home:{ada.home}"
    ada.post("press", conversation=page, does="home.opened", values={})
    told = ada.post("press", conversation=page, does="rehearsal.show", values={})
    assert "direct message" in text_of(str(told))
    card = ada.sees(ada.home, "Rehearsal from")
    assert sum("Rehears" in text_of(one["html"]) for one in ada.messages(ada.home)) == 1
    assert "Try other settings" in buttons(card["html"])
    form = press(ada, card, "Try other settings")
    assert "Working days to look back" in text_of(str(form))
