"""Forms as modals: every kind of field, what is filled in, and what comes back."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.i18n import Voice
from bot.platforms.slack.render import render_form
from bot.platforms.slack.wire import Metadata, read_metadata
from handlers.message import (
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
from handlers.phrase import verbatim
from tests.bot.platforms.slack.drawing import every_field, parts, seen
from tests.fakes.slack.block_kit import view_problems

ENGLISH = Voice(Language.ENGLISH, "Europe/Warsaw")
POLISH = Voice(Language.POLISH, "Europe/Warsaw")
LABEL = verbatim("Label")


def modal(*fields: Field, title: str = "A form", voice: Voice = ENGLISH, **more: Any) -> Any:
    form = Form(
        name="questions.asked",
        title=verbatim(title),
        fields=fields,
        submit=verbatim("Send"),
        **more,
    )
    view = render_form(form, voice, metadata=Metadata(place="person:maya", message="D1/1.2"))
    assert view_problems(view) == []
    return view


def element(field: Field) -> Any:
    return modal(field)["blocks"][0]["element"]


def options(count: int) -> tuple[Option, ...]:
    return tuple(Option(str(number), verbatim(f"Option {number}")) for number in range(count))


def test_a_form_is_a_modal_in_its_readers_language() -> None:
    view = modal(ShortText(name="note", label=LABEL), voice=POLISH)
    assert view["callback_id"] == "questions.asked"
    assert [view[part]["text"] for part in ("title", "submit", "close")] == [
        "A form",
        "Send",
        "Anuluj",
    ]


def test_a_form_carries_what_it_keeps_and_where_it_was_opened() -> None:
    view = modal(keep=values(ask="ask-1", said="won"))
    assert read_metadata(view["private_metadata"]) == Metadata(
        place="person:maya", message="D1/1.2", keep={"ask": "ask-1", "said": "won"}
    )


def test_a_title_too_long_for_its_bar_is_said_whole_below() -> None:
    title = "Which leads did you mean with these lines?"
    view = modal(ShortText(name="a", label=LABEL), title=title)
    assert view["title"]["text"] == "Which leads did you mea…"
    assert view["blocks"][0]["text"]["text"] == title


def test_a_form_without_questions_still_says_something() -> None:
    assert modal(title="Sure?")["blocks"][0]["text"]["text"] == "Sure?"


def test_an_intro_stands_above_the_fields() -> None:
    view = modal(ShortText(name="a", label=LABEL), intro=(Paragraph(verbatim("About Anna")),))
    assert [block["type"] for block in view["blocks"]] == ["section", "input"]


def test_every_field_has_its_label_its_hint_and_its_name() -> None:
    fields = every_field("text")
    blocks = modal(*fields)["blocks"]
    assert [block["block_id"] for block in blocks] == [field.name for field in fields]
    assert {block["element"]["action_id"] for block in blocks} == {"given"}
    assert all(block["label"]["text"] == "text" for block in blocks)
    assert all(block["hint"]["text"].startswith("text") for block in blocks)


def test_only_what_must_be_filled_is_required() -> None:
    view = modal(
        ShortText(name="a", label=LABEL),
        ShortText(name="b", label=LABEL, required=False),
        Switch(name="c", label=LABEL),
    )
    assert [block["optional"] for block in view["blocks"]] == [False, True, True]


def test_a_text_has_its_length_and_what_was_written_before() -> None:
    short = element(ShortText(name="a", label=LABEL, value="so\x00 far", longest=80))
    assert (short["multiline"], short["max_length"], short["initial_value"]) == (
        False,
        80,
        "so far",
    )
    long = element(LongText(name="a", label=LABEL, value="one\n two", longest=9000))
    assert (long["multiline"], long["max_length"], long["initial_value"]) == (
        True,
        3000,
        "one\ntwo",
    )
    assert "initial_value" not in element(ShortText(name="a", label=LABEL))


def test_what_was_written_before_is_kept_to_the_last_letter_that_fits() -> None:
    whole = "&" * 80
    assert (
        element(ShortText(name="a", label=LABEL, value=whole, longest=80))["initial_value"] == whole
    )
    cut = element(ShortText(name="a", label=LABEL, value="x" * 99, longest=80))["initial_value"]
    assert len(cut) == 80


@pytest.mark.parametrize(
    ("count", "one", "several"),
    [
        (2, "radio_buttons", "checkboxes"),
        (10, "radio_buttons", "checkboxes"),
        (11, "static_select", "multi_static_select"),
        (100, "static_select", "multi_static_select"),
        (250, "static_select", "multi_static_select"),
    ],
)
def test_many_options_are_a_menu(count: int, one: str, several: str) -> None:
    assert element(Choice(name="a", label=LABEL, options=options(count)))["type"] == one
    assert element(Choices(name="a", label=LABEL, options=options(count)))["type"] == several


def test_more_than_a_hundred_options_stand_in_groups_and_none_is_lost() -> None:
    menu = element(Choice(name="a", label=LABEL, options=options(250), value="249"))
    groups = menu["option_groups"]
    assert [group["label"]["text"] for group in groups] == ["1–100", "101–200", "201–250"]
    assert sum(len(group["options"]) for group in groups) == 250
    assert menu["initial_option"]["text"]["text"] == "Option 249"


def test_what_was_chosen_before_is_chosen() -> None:
    assert (
        element(Choice(name="a", label=LABEL, options=options(3), value="2"))["initial_option"][
            "value"
        ]
        == "2"
    )
    several = element(Choices(name="a", label=LABEL, options=options(3), value=("0", "2", "9")))
    assert [option["value"] for option in several["initial_options"]] == ["0", "2"]


@pytest.mark.parametrize(
    "field",
    [
        Choice(name="a", label=LABEL, options=options(3), value="9"),
        Choices(name="a", label=LABEL, options=options(3), value=("9",)),
        Day(name="a", label=LABEL, value=date(2026, 1, 1), earliest=date(2026, 1, 2)),
        PersonPick(name="a", label=LABEL, value="maya"),
        ChannelPick(name="a", label=LABEL, value="demo:marketing"),
        Switch(name="a", label=LABEL),
    ],
)
def test_nothing_is_chosen_that_cannot_be(field: Field) -> None:
    assert not [key for key in element(field) if key.startswith("initial")]


def test_an_option_without_a_value_can_be_chosen_before() -> None:
    none = Option("", verbatim("None of these"))
    drawn = element(Choice(name="a", label=LABEL, options=(*options(2), none), value=""))
    assert drawn["initial_option"]["text"]["text"] == "None of these"


def test_a_field_with_nothing_to_choose_from_is_left_out() -> None:
    view = modal(Choice(name="a", label=LABEL, options=()), ShortText(name="b", label=LABEL))
    assert [block["block_id"] for block in view["blocks"]] == ["b"]


def test_options_with_one_value_are_one_option() -> None:
    twice = (Option("x", verbatim("First")), Option("x", verbatim("Second")))
    drawn = element(Choice(name="a", label=LABEL, options=twice))
    assert [option["text"]["text"] for option in drawn["options"]] == ["First"]


def test_a_day_says_how_early_it_may_be() -> None:
    day = Day(
        name="a",
        label=LABEL,
        value=date(2026, 11, 22),
        earliest=date(2026, 11, 17),
        hint=verbatim("A working day."),
    )
    block = modal(day)["blocks"][0]
    assert block["hint"]["text"] == "A working day. 17 Nov 2026 or later."
    assert block["element"]["initial_date"] == "2026-11-22"


def test_a_person_is_picked_from_the_workspace() -> None:
    drawn = element(PersonPick(name="a", label=LABEL, value="U0123"))
    assert (drawn["type"], drawn["initial_user"]) == ("users_select", "U0123")


def test_a_channel_is_neither_a_direct_message_nor_shared_with_another_company() -> None:
    drawn = element(ChannelPick(name="a", label=LABEL, value="slack:C0123"))
    assert (drawn["type"], drawn["initial_conversation"]) == ("conversations_select", "C0123")
    assert drawn["filter"]["include"] == ["public", "private"]
    assert drawn["filter"]["exclude_external_shared_channels"] is True


def test_a_switch_is_one_tick() -> None:
    drawn = element(Switch(name="a", label=LABEL, value=True))
    assert [option["value"] for option in drawn["initial_options"]] == ["on"]
    assert len(drawn["options"]) == 1


def test_menus_speak_the_readers_language() -> None:
    blocks = modal(*every_field("x"), voice=POLISH)["blocks"]
    said = [text for _, text in seen([one.get("placeholder", "") for one in elements(blocks)])]
    assert set(said) - {""} == {"Wybierz…"}
    assert "Tak" in [text for _, text in seen(blocks)]


def elements(blocks: Any) -> list[Any]:
    return [block["element"] for block in blocks]


def test_a_form_of_too_many_fields_says_how_many_are_left_out() -> None:
    fields = [ShortText(name=f"f{number}", label=LABEL) for number in range(120)]
    blocks = modal(*fields)["blocks"]
    assert len(blocks) == 100
    assert next(parts(blocks[-1], "plain_text"))["text"] == "… and 21 more"


@pytest.mark.parametrize("where", ["name", "field", "keep"])
def test_ids_that_slack_cannot_carry_are_a_mistake_of_ours(where: str) -> None:
    field = ShortText(name="x" * (256 if where == "field" else 1), label=LABEL)
    form = Form(
        name="x" * (256 if where == "name" else 1),
        title=LABEL,
        fields=(field,),
        submit=LABEL,
        keep=values(a="x" * (3000 if where == "keep" else 1)),
    )
    with pytest.raises(ValueError, match="letters are more than"):
        render_form(form, ENGLISH, metadata=Metadata(place="person:maya"))
