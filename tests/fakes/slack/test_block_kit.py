"""The judge lets through what Slack takes, and names each thing that Slack would refuse."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.fakes.slack.block_kit import problems, view_problems

Block = dict[str, Any]


def plain(text: str = "Text") -> Block:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str = "Text") -> Block:
    return {"type": "mrkdwn", "text": text}


def section(**more: Any) -> Block:
    return {"type": "section", "text": mrkdwn(), **more}


def button(**more: Any) -> Block:
    return {"type": "button", "text": plain("Won"), "action_id": "won#1", "value": "{}", **more}


def actions(*elements: Block) -> Block:
    return {"type": "actions", "elements": list(elements)}


def options(many: int, size: int = 5) -> list[Block]:
    return [{"text": plain("x" * size), "value": str(number)} for number in range(many)]


def select(**more: Any) -> Block:
    return {"type": "static_select", "action_id": "pick", "options": options(2), **more}


def an_input(element: Block | None = None, **more: Any) -> Block:
    inside = {"type": "plain_text_input", "action_id": "given"} if element is None else element
    return {"type": "input", "block_id": "note", "label": plain("Note"), "element": inside, **more}


def raw(text: str = "x") -> Block:
    return {"type": "raw_text", "text": text}


def rich(text: str = "x") -> Block:
    lines = {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
    return {"type": "rich_text", "elements": [lines]}


def data_table(rows: int = 3, columns: int = 2, **more: Any) -> Block:
    cells = [[raw() for _ in range(columns)] for _ in range(rows)]
    return {"type": "data_table", "caption": "Leads", "rows": cells, **more}


def table(rows: int = 3, columns: int = 2, text: str = "x") -> Block:
    return {"type": "table", "rows": [[raw(text) for _ in range(columns)] for _ in range(rows)]}


def pie(segments: int = 3, label: str = "Won", value: float = 1) -> Block:
    parts = [{"label": label, "value": value} for _ in range(segments)]
    chart = {"type": "pie", "segments": parts}
    return {"type": "data_visualization", "title": "Leads", "chart": chart}


def bar(
    categories: tuple[str, ...] = ("Mon", "Tue"), names: tuple[str, ...] = ("Won",), points: int = 2
) -> Block:
    data = [{"label": label, "value": 1} for label in categories[:points]]
    chart = {
        "type": "bar",
        "series": [{"name": name, "data": data} for name in names],
        "axis_config": {"categories": list(categories), "y_label": "Leads"},
    }
    return {"type": "data_visualization", "title": "Leads", "chart": chart}


def modal(*blocks: Block, **more: Any) -> Block:
    return {"type": "modal", "title": plain("Ask"), "blocks": list(blocks) or [section()], **more}


SOUND_IN_MESSAGES = [
    section(),
    section(fields=[mrkdwn(), plain()], accessory=button()),
    {"type": "section", "fields": [mrkdwn()]},
    section(accessory=select(initial_option=options(2)[0])),
    section(accessory={"type": "overflow", "action_id": "more", "options": options(5)}),
    {"type": "header", "text": plain("x" * 150), "level": 2},
    {"type": "divider"},
    {"type": "context", "elements": [mrkdwn(), plain()]},
    actions(button(), button(action_id="lost#2", style="danger")),
    an_input(),
    {"type": "image", "alt_text": "A chart", "image_url": "https://crm.example/a.png"},
    {"type": "image", "alt_text": "A chart", "slack_file": {"id": "F1"}},
    rich(),
    table(100, 20),
    data_table(101, 20, page_size=100),
    pie(6),
    bar(("Mon", "Tue"), ("Won", "Lost")),
    {"type": "markdown", "text": "**x**"},
    {"type": "card", "title": plain(), "body": mrkdwn(), "actions": [button()]},
]


@pytest.mark.parametrize("block", SOUND_IN_MESSAGES, ids=lambda block: block["type"])
def test_what_slack_takes_in_a_message_is_let_through(block: Block) -> None:
    assert problems([block], "message") == []


def test_a_sound_modal_and_a_sound_home_are_let_through() -> None:
    number = {"type": "number_input", "is_decimal_allowed": False, "action_id": "given"}
    form = modal(an_input(), an_input(number, block_id="size"), submit=plain("Send"))
    assert view_problems(form) == []
    assert view_problems({"type": "home", "blocks": [section(), data_table()]}) == []


REFUSED_IN_MESSAGES = [
    # blocks and keys
    ({"type": "sparkles"}, "unsupported block"),
    ({"type": "divider", "colour": "red"}, "unknown field: colour"),
    ({"type": "section"}, "missing required field: text or fields"),
    ({"type": "header"}, "missing required field: text"),
    ({"type": "alert", "text": plain()}, "not allowed on the surface message"),
    ({"type": "divider", "block_id": "x" * 256}, "less than 256"),
    # texts
    (section(text=mrkdwn("")), "more than 0"),
    (section(text=mrkdwn("x" * 3001)), "less than 3001"),
    (section(text={"type": "mrkdwn", "text": "x", "emoji": True}), "unknown field: emoji"),
    (section(text="x"), "unsupported text object"),
    (section(fields=[mrkdwn()] * 11), "no more than 10"),
    (section(fields=[mrkdwn("x" * 2001)]), "less than 2001"),
    ({"type": "header", "text": mrkdwn()}, "must be one of plain_text"),
    ({"type": "header", "text": plain("x" * 151)}, "less than 151"),
    ({"type": "header", "text": plain(), "level": 5}, "at most 4"),
    # contexts and actions
    ({"type": "context", "elements": []}, "no fewer than 1"),
    ({"type": "context", "elements": [mrkdwn()] * 11}, "no more than 10"),
    ({"type": "context", "elements": [button()]}, "unsupported element: 'button'"),
    (actions(), "no fewer than 1"),
    (actions(*(button(action_id=f"a{n}") for n in range(26))), "no more than 25"),
    (actions(button(), button()), "action_id 'won#1' already exists"),
    (actions({"type": "plain_text_input", "action_id": "a"}), "unsupported element"),
    # buttons
    (actions(button(text=mrkdwn())), "must be one of plain_text"),
    (actions(button(text=plain("x" * 76))), "less than 76"),
    (actions(button(value="x" * 2001)), "less than 2001"),
    (actions(button(url="https://x.example/" + "x" * 3000)), "less than 3001"),
    (actions(button(url="javascript:alert(1)")), "is not of the form"),
    (actions(button(style="green")), "must be one of primary, danger"),
    (actions(button(action_id="x" * 256)), "less than 256"),
    (actions(button(confirm={"title": plain()})), "missing required field: text"),
    # menus
    (actions(select(options=options(101))), "no more than 100"),
    (actions(select(options=options(1, 76))), "less than 76"),
    (actions(select(options=[{"text": mrkdwn(), "value": "1"}])), "must be one of plain_text"),
    (actions(select(options=[{"text": plain(), "value": "x" * 151}])), "less than 151"),
    (actions(select(placeholder=plain("x" * 151))), "less than 151"),
    (actions(select(initial_option={"text": plain(), "value": "9"})), "not among the options"),
    (actions({"type": "static_select", "action_id": "a"}), "exactly one of options"),
    (actions({"type": "overflow", "action_id": "a", "options": options(6)}), "no more than 5"),
    (actions({"type": "checkboxes", "action_id": "a", "options": options(11)}), "no more than 10"),
    (actions({"type": "radio_buttons", "action_id": "a", "options": options(11)}), "more than 10"),
    # inputs
    (an_input({"type": "email_text_input", "action_id": "a"}), "not allowed on the surface"),
    (an_input({"type": "file_input", "action_id": "a"}), "not allowed on the surface"),
    (an_input(label=mrkdwn()), "must be one of plain_text"),
    (an_input(hint=plain("x" * 2001)), "less than 2001"),
    (an_input({"type": "plain_text_input", "max_length": 3001}), "at most 3000"),
    # pictures
    ({"type": "image", "image_url": "https://x.example/a.png"}, "missing required field: alt_text"),
    ({"type": "image", "alt_text": "x"}, "exactly one of image_url, slack_file"),
    ({"type": "image", "alt_text": "x", "slack_file": {}}, "exactly one of id, url"),
    # rich text
    ({"type": "rich_text", "elements": []}, "no fewer than 1"),
    (rich(""), "more than 0"),
    # tables
    (table(101), "no more than 100"),
    (table(1, 21), "no more than 20"),
    (table(100, 20, "x" * 6), "at most 10000 characters"),
    (data_table(1), "no fewer than 2"),
    (data_table(102), "no more than 101"),
    (data_table(page_size=101), "at most 100"),
    (data_table(caption=""), "more than 0"),
    (data_table(rows=2) | {"rows": [[raw(), raw()], [raw()]]}, "same number of cells"),
    (data_table(rows=2) | {"rows": [[rich()], [raw()]]}, "cannot be rich_text"),
    (data_table(row_header_column_index=2), "outside the table"),
    # charts
    (pie(7), "no more than 6"),
    (pie(label="x" * 21), "less than 21"),
    (pie(value=0), "greater than 0"),
    (pie() | {"title": "x" * 51}, "less than 51"),
    (bar(names=("Won", "Won")), "series 'Won' already exists"),
    (bar(points=1), "exactly one value for each category"),
    (bar(tuple(f"d{n}" for n in range(21)), points=21), "no more than 20"),
]


@pytest.mark.parametrize(("block", "why"), REFUSED_IN_MESSAGES)
def test_what_slack_refuses_in_a_message_is_named(block: Block, why: str) -> None:
    assert any(why in one for one in problems([block], "message")), problems([block], "message")


@pytest.mark.parametrize(
    ("blocks", "why"),
    [
        ([{"type": "divider"}] * 51, "no more than 50"),
        ([{"type": "divider", "block_id": "a"}] * 2, "block_id 'a' already exists"),
        ([table(), data_table()], "only one table"),
        ([pie(), pie(), pie()], "only 2 charts"),
        ([section(text=mrkdwn("x" * 2500))] * 5, "msg_blocks_too_long"),
        ("text", "must be a list"),
        (["text"], "unsupported block"),
    ],
)
def test_what_a_message_may_not_be_as_a_whole_is_named(blocks: Any, why: str) -> None:
    assert any(why in one for one in problems(blocks, "message"))


def test_the_same_action_may_stand_in_two_blocks() -> None:
    assert problems([actions(button()), actions(button())], "message") == []


@pytest.mark.parametrize(
    ("surface", "block"),
    [
        ("modal", table()),
        ("modal", data_table()),
        ("modal", pie()),
        ("modal", {"type": "markdown", "text": "x"}),
        ("home", pie()),
        ("home", {"type": "markdown", "text": "x"}),
        ("home", {"type": "alert", "text": plain()}),
        ("home", actions({"type": "datetimepicker", "action_id": "a"})),
    ],
)
def test_what_has_no_place_on_a_surface_is_refused_there(surface: str, block: Block) -> None:
    assert any(f"surface {surface}" in one for one in problems([block], surface))


@pytest.mark.parametrize(
    ("view", "why"),
    [
        ({"type": "page", "blocks": []}, "modal or a home"),
        (modal(title=plain("x" * 25)), "less than 25"),
        (modal(title=mrkdwn()), "must be one of plain_text"),
        (modal(submit=plain("x" * 25)), "less than 25"),
        (modal(close=plain("x" * 25)), "less than 25"),
        (modal(private_metadata="x" * 3001), "less than 3001"),
        (modal(callback_id="x" * 256), "less than 256"),
        (modal(an_input()), "needs a submit"),
        (modal(*[{"type": "divider"}] * 101), "no more than 100"),
        (modal(*[section(text=mrkdwn("x" * 2900))] * 90), "view_too_large"),
        (modal(colour="red"), "unknown field: colour"),
        ({"type": "modal", "blocks": [section()]}, "missing required field: title"),
        ({"type": "home", "blocks": [section()], "title": plain()}, "unknown field: title"),
        ({"type": "home", "blocks": []}, "no fewer than 1"),
    ],
)
def test_what_slack_refuses_in_a_view_is_named(view: Block, why: str) -> None:
    assert any(why in one for one in view_problems(view)), view_problems(view)


KEYS = some.sampled_from(["type", "text", "elements", "accessory", "options", "rows", "block_id"])
KINDS = some.sampled_from(["section", "actions", "button", "plain_text", "static_select", "table"])
JUNK = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(max_size=5) | KINDS,
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)


@given(blocks=JUNK, surface=some.sampled_from(["message", "modal", "home"]))
def test_the_judge_keeps_its_calm_whatever_it_is_shown(blocks: Any, surface: str) -> None:
    sound = isinstance(blocks, list) and all(isinstance(one, dict) for one in blocks)
    assert sound or problems(blocks, surface)
    assert view_problems({"type": surface, "blocks": blocks}) or surface == "home"


@given(block=some.sampled_from(SOUND_IN_MESSAGES), key=some.text(min_size=1, max_size=8))
def test_a_key_slack_does_not_know_is_always_refused(block: Block, key: str) -> None:
    assert problems([{**block, f"x-{key}": 1}], "message")
