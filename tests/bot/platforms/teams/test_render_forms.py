"""Forms as dialogs: every kind of field, what is filled in, what is wrong, and what comes back."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.i18n import Voice
from bot.platforms.teams.fields import Filled
from bot.platforms.teams.render import dialog_title, render_form
from bot.platforms.teams.wire import Metadata, read_form, read_metadata
from handlers.message import (
    Button,
    Buttons,
    ChannelPick,
    Choice,
    Choices,
    Day,
    Field,
    Form,
    LongText,
    Option,
    Paragraph,
    PersonPick,
    ShortText,
    Switch,
    values,
)
from handlers.people import Language
from handlers.phrase import say, verbatim
from tests.bot.platforms.slack.drawing import every_field
from tests.bot.platforms.teams.looking import kinds, objects, said
from tests.bot.platforms.teams.sealing import clear
from tests.fakes.teams.adaptive_cards import dialog_problems

ENGLISH = Voice(Language.ENGLISH, "Europe/Warsaw")
POLISH = Voice(Language.POLISH, "Europe/Warsaw")
LABEL = verbatim("Label")
OBJECT_ID = "0b8d7e2a-1111-4222-8333-44445555aaaa"
CHANNELS = (
    Option("teams:19:a@thread.tacv2", verbatim("Marketing · Leads")),
    Option("teams:19:b@thread.tacv2", verbatim("Sales · General")),
)


def dialog(*fields: Field, title: str = "A form", voice: Voice = ENGLISH, **more: Any) -> Any:
    redrawn = {name: more.pop(name) for name in ("errors", "given", "channels") if name in more}
    form = Form(
        name="questions.asked",
        title=verbatim(title),
        fields=fields,
        submit=verbatim("Send"),
        **more,
    )
    metadata = Metadata(place="person:maya", message="a:1|170")
    card = render_form(form, voice, metadata=metadata, seal=clear, filled_in=Filled(**redrawn))
    assert dialog_problems(card) == []
    return card


def inputs(card: Any) -> list[dict[str, Any]]:
    return [one for one in objects(card) if str(one.get("type")).startswith("Input.")]


def drawn(field: Field, **more: Any) -> Any:
    return inputs(dialog(field, **more))[0]


def sent(card: Any, **filled_in: str) -> tuple[str, Any]:
    """Send a form as Teams does: what stands in its inputs beside what its button carries."""
    given = {one["id"]: one.get("value", "") for one in inputs(card)}
    named = {one["id"].partition(".")[2]: one["id"] for one in inputs(card)}
    given |= {named[name]: value for name, value in filled_in.items()}
    return read_form({**card["actions"][0]["data"], **given})


def options(count: int) -> tuple[Option, ...]:
    return tuple(Option(str(number), verbatim(f"Option {number}")) for number in range(count))


def test_a_form_carries_what_it_keeps_and_where_it_was_opened() -> None:
    card = dialog(ShortText(name="note", label=LABEL), keep=values(ask="ask-1"))
    (action,) = card["actions"]
    assert (action["type"], action["title"]) == ("Action.Submit", "Send")
    assert read_metadata(action["data"]) == Metadata(
        place="person:maya", message="a:1|170", keep={"ask": "ask-1"}
    )
    assert sent(card, note="hello") == ("questions.asked", {"note": "hello", "ask": "ask-1"})


def test_a_title_too_long_for_its_bar_is_said_whole_in_the_card() -> None:
    title = "Which of the leads in this campaign did you mean with these lines?"
    card = dialog(ShortText(name="a", label=LABEL), title=title)
    assert dialog_title(verbatim(title), ENGLISH).endswith("…")
    assert said(card["body"][0]) == title


def test_a_form_without_questions_still_says_something() -> None:
    assert said(dialog(title="Sure?")["body"]) == "Sure?"


def test_an_intro_stands_above_the_fields_and_its_buttons_ask_for_none_of_them() -> None:
    bar = Buttons((Button(label=verbatim("Skip"), does="a.b"),))
    card = dialog(ShortText(name="a", label=LABEL), intro=(Paragraph(verbatim("About")), bar))
    assert kinds(card["body"]) == ["RichTextBlock", "ActionSet", "Input.Text"]
    assert card["body"][1]["actions"][0]["associatedInputs"] == "none"


def test_every_field_has_its_label_its_hint_and_its_name() -> None:
    fields = every_field("text")
    card = dialog(*fields, channels=CHANNELS)
    assert [one["id"].partition(".")[2] for one in inputs(card)] == [field.name for field in fields]
    assert all(one["label"] == "text" for one in inputs(card))
    assert [said(one) for one in card["body"] if one["type"] == "RichTextBlock"] == ["text"] * len(
        fields
    )


def test_only_what_must_be_filled_is_required_and_says_so() -> None:
    card = dialog(
        ShortText(name="a", label=LABEL),
        ShortText(name="b", label=LABEL, required=False),
        Switch(name="c", label=LABEL),
        voice=POLISH,
    )
    assert [one.get("isRequired") for one in inputs(card)] == [True, None, None]
    assert inputs(card)[0]["errorMessage"] == "To pole trzeba wypełnić."


def test_a_text_has_its_length_and_what_was_written_before() -> None:
    short = drawn(ShortText(name="a", label=LABEL, value="so\x00 far", longest=80))
    assert (short["isMultiline"], short["maxLength"], short["value"]) == (False, 80, "so far")
    long = drawn(LongText(name="a", label=LABEL, value="one\n two", longest=9000))
    assert (long["isMultiline"], long["maxLength"], long["value"]) == (True, 3000, "one\ntwo")
    cut = drawn(ShortText(name="a", label=LABEL, value="x" * 99, longest=80))
    assert len(cut["value"]) == 80


@pytest.mark.parametrize(
    ("count", "one", "several"),
    [
        (6, "expanded", "expanded"),
        (7, "compact", "expanded"),
        (11, "compact", "compact"),
        (31, "filtered", "compact"),
    ],
)
def test_many_options_are_a_menu_and_more_are_found_by_typing(
    count: int, one: str, several: str
) -> None:
    assert drawn(Choice(name="a", label=LABEL, options=options(count)))["style"] == one
    ticks = drawn(Choices(name="a", label=LABEL, options=options(count)))
    assert (ticks["style"], ticks["isMultiSelect"]) == (several, True)


def test_what_was_chosen_before_is_chosen() -> None:
    assert drawn(Choice(name="a", label=LABEL, options=options(3), value="2"))["value"] == "2"
    several = drawn(Choices(name="a", label=LABEL, options=options(3), value=("0", "2", "9")))
    assert several["value"] == "0,2"


@pytest.mark.parametrize(
    "field",
    [
        Choice(name="a", label=LABEL, options=options(3), value="9"),
        Choices(name="a", label=LABEL, options=options(3), value=("9",)),
        Day(name="a", label=LABEL, value=date(2026, 1, 1), earliest=date(2026, 1, 2)),
        PersonPick(name="a", label=LABEL, value="maya"),
        ChannelPick(name="a", label=LABEL, value="slack:C0123"),
    ],
)
def test_nothing_is_chosen_that_cannot_be(field: Field) -> None:
    assert "value" not in drawn(field, channels=CHANNELS)


def test_an_option_without_a_value_can_be_chosen_and_comes_back_empty() -> None:
    none = Option("", verbatim("None of these"))
    card = dialog(Choice(name="a", label=LABEL, options=(*options(2), none), value=""))
    assert sent(card) == ("questions.asked", {"a": ""})
    assert inputs(card)[0]["value"]


def test_a_choice_that_need_not_be_made_can_be_taken_back() -> None:
    field = Choice(name="a", label=LABEL, options=options(2), value="1", required=False)
    card = dialog(field)
    first, *others = inputs(card)[0]["choices"]
    assert (first["title"], len(others)) == ("–", 2)
    assert sent(card)[1] == {"a": "1"}
    assert sent(card, a=first["value"])[1] == {"a": ""}


def test_a_field_with_nothing_to_choose_from_is_left_out() -> None:
    card = dialog(Choice(name="a", label=LABEL, options=()), ShortText(name="b", label=LABEL))
    assert [one["id"] for one in inputs(card)] == ["text.b"]


def test_options_with_one_value_are_one_option() -> None:
    twice = (Option("x", verbatim("First")), Option("x", verbatim("Second")))
    choices = drawn(Choice(name="a", label=LABEL, options=twice))["choices"]
    assert [choice["title"] for choice in choices] == ["First"]


def test_more_options_than_a_form_has_room_for_are_told() -> None:
    card = dialog(Choice(name="a", label=LABEL, options=options(900)))
    shown = len(inputs(card)[0]["choices"])
    assert shown > 100
    assert said(card["body"][-1]) == f"… and {900 - shown} more"


def test_a_day_says_how_early_it_may_be() -> None:
    day = Day(name="a", label=LABEL, value=date(2026, 11, 22), earliest=date(2026, 11, 17))
    control = drawn(day)
    assert (control["value"], control["min"]) == ("2026-11-22", "2026-11-17")
    assert control["errorMessage"] == "17 Nov 2026 or later."


def test_a_person_is_picked_from_the_companys_directory() -> None:
    control = drawn(PersonPick(name="a", label=LABEL, value=OBJECT_ID.upper()))
    assert control["choices.data"] == {"type": "Data.Query", "dataset": "graph.microsoft.com/users"}
    assert control["value"] == OBJECT_ID


def test_a_channel_is_picked_from_those_that_we_know() -> None:
    card = dialog(ChannelPick(name="a", label=LABEL, value=CHANNELS[1].value), channels=CHANNELS)
    (control,) = inputs(card)
    assert [choice["title"] for choice in control["choices"]] == [
        "Marketing · Leads",
        "Sales · General",
    ]
    assert sent(card)[1] == {"a": "teams:19:b@thread.tacv2"}


def test_where_we_know_no_channel_the_form_says_how_we_come_to_know_one() -> None:
    card = dialog(ChannelPick(name="a", label=LABEL))
    assert not inputs(card)
    assert "Add it to a team" in said(card["body"])


def test_a_switch_is_on_or_off() -> None:
    card = dialog(Switch(name="a", label=LABEL, value=True), Switch(name="b", label=LABEL))
    assert sent(card)[1] == {"a": "on", "b": ""}
    assert sent(card, a="off", b="on")[1] == {"a": "", "b": "on"}


# To be corrected


def test_a_sentence_stands_beside_its_field_and_what_was_given_stays() -> None:
    fields = (
        ShortText(name="a", label=LABEL, value="before"),
        Choices(name="b", label=LABEL, options=options(3), value=("0",)),
        Day(name="c", label=LABEL, value=date(2026, 1, 1)),
        Switch(name="d", label=LABEL, value=True),
    )
    given = {"a": "typed", "b": "1\n2", "c": "2026-11-22", "d": ""}
    card = dialog(*fields, errors={"b": say("teams-required")}, given=given)
    assert sent(card)[1] == given
    place = kinds(card["body"]).index("Input.ChoiceSet")
    assert said(card["body"][place + 1]) == "✗ Please fill this in."


def test_a_sentence_without_a_field_stands_above_all() -> None:
    card = dialog(ShortText(name="a", label=LABEL), errors={"other": say("teams-required")})
    assert said(card["body"][0]) == "✗ Please fill this in."


def test_a_given_day_that_is_none_is_blank() -> None:
    day = Day(name="a", label=LABEL, value=date(2026, 1, 1))
    assert "value" not in drawn(day, given={"a": "tomorrow"})


def test_a_form_of_too_many_fields_says_how_many_are_left_out() -> None:
    fields = [LongText(name=f"f{n}", label=LABEL, value="x" * 3000) for n in range(20)]
    card = dialog(*fields)
    assert said(card["body"][-1]) == f"… and {20 - len(inputs(card))} more"


@pytest.mark.parametrize("where", ["name", "field", "keep"])
def test_ids_that_we_cannot_carry_are_a_mistake_of_ours(where: str) -> None:
    form = Form(
        name="x" * (256 if where == "name" else 1),
        title=LABEL,
        fields=(ShortText(name="x" * (256 if where == "field" else 1), label=LABEL),),
        submit=LABEL,
        keep=values(a="x" * (3000 if where == "keep" else 1)),
    )
    with pytest.raises(ValueError, match="letters are more than"):
        render_form(form, ENGLISH, metadata=Metadata(place="person:maya"), seal=clear)
