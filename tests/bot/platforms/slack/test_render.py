"""Cards as Slack messages, homes and notices: what is drawn, and what is said of what is left out."""

from __future__ import annotations

from typing import Any

import pytest

from bot.i18n import Voice
from bot.platforms.slack.render import Drawn, render_card, render_home, render_notice
from bot.platforms.slack.surface import Kit
from bot.platforms.slack.wire import read_values, route_of
from handlers.message import (
    Block,
    Button,
    Buttons,
    Card,
    Cell,
    Chart,
    ChartKind,
    Divider,
    Facts,
    Heading,
    Items,
    Note,
    Paragraph,
    Point,
    Table,
    Tone,
    values,
)
from handlers.people import Language
from handlers.phrase import say, verbatim
from tests.bot.platforms.slack.drawing import every_block, parts, seen
from tests.fakes.slack.block_kit import problems, view_problems

ENGLISH = Voice(Language.ENGLISH, "Europe/Warsaw")
POLISH = Voice(Language.POLISH, "Europe/Warsaw")
CHINESE = Voice(Language.CHINESE, "Asia/Shanghai")
PLAIN = Kit(tables=False, charts=False)


def drawn(*blocks: Block, title: str = "Title", kit: Kit | None = None) -> Drawn:
    return render_card(Card(verbatim(title), blocks), ENGLISH, kit or Kit())


def a_table(rows: int = 2, text: str = "Converted", tone: Tone = Tone.NORMAL) -> Table:
    row = (Cell(verbatim("Anna Nowak")), Cell(verbatim(text), tone), Cell(say("none")))
    columns = (verbatim("Lead"), verbatim("Outcome"), verbatim("Next step"))
    return Table(columns, (row,) * rows, verbatim("All leads"))


def a_chart(*figures: float, kind: ChartKind = ChartKind.FUNNEL) -> Chart:
    names = ["Received", "Touched", "Won", *(f"Step {n}" for n in range(40))]
    points = tuple(
        Point(verbatim(name), figure) for name, figure in zip(names, figures, strict=False)
    )
    return Chart(kind, verbatim("How far they came"), points)


def a_button(label: str = "Yes", **more: Any) -> Button:
    return Button(label=verbatim(label), **{"does": "questions.answer", **more})


def kinds(shape: Any) -> list[str]:
    return [block["type"] for block in shape]


def texts(shape: object) -> list[str]:
    return [text for _, text in seen(shape)]


# Every noun


def test_every_noun_of_the_heart_is_drawn() -> None:
    assert kinds(drawn(*every_block("Anna")).blocks) == [
        "header",
        "header",
        "section",
        *["context"] * len(Tone),
        "divider",
        "rich_text",
        "rich_text",
        "data_table",
        "context",
        "rich_text",
        "data_visualization",
        "rich_text",
        "actions",
    ]


def test_a_title_stands_above_and_one_too_long_for_a_header_stands_in_bold() -> None:
    short = drawn(Paragraph(verbatim("text")), title="Two leads").blocks[0]
    assert short["type"] == "header"
    long = drawn(Paragraph(verbatim("text")), title="lead " * 40).blocks[0]
    assert texts(long) == [("lead " * 40).strip()]
    assert next(parts(long, "text"))["style"] == {"bold": True}


def test_a_sentence_alone_is_no_headline() -> None:
    assert kinds(drawn(title="It is done.").blocks) == ["section"]


def test_labels_and_values_stand_in_lines() -> None:
    facts = Facts(((verbatim("Created"), verbatim("Monday")), (verbatim("Owner"), say("none"))))
    assert "".join(texts(drawn(facts).blocks[1])) == "Created: Monday\nOwner: –"
    zh = render_card(Card(verbatim("x"), (facts,)), CHINESE).blocks[1]
    assert "".join(texts(zh)) == "Created：Monday\nOwner：–"


def test_a_list_keeps_its_kind() -> None:
    lines = (verbatim("one"), verbatim("two"))
    blocks = drawn(Items(lines), Items(lines, ordered=True)).blocks[1:]
    assert [one["style"] for one in parts(blocks, "rich_text_list")] == ["bullet", "ordered"]
    assert texts(blocks) == ["one", "two"] * 2


def test_what_says_nothing_draws_nothing() -> None:
    nothing = verbatim("")
    blocks = drawn(Heading(nothing), Paragraph(nothing), Note(nothing), Items(()), Facts(()))
    assert kinds(blocks.blocks) == ["header"]


# Tones


@pytest.mark.parametrize(
    ("tone", "sign"), [(Tone.GOOD, "✓"), (Tone.WARN, "⚠"), (Tone.BAD, "✗"), (Tone.PRIMARY, "→")]
)
def test_a_tone_is_a_sign_before_the_words(tone: Tone, sign: str) -> None:
    block = drawn(Note(verbatim("words"), tone), a_table(tone=tone))
    assert texts(block.blocks[1]) == [f"{sign} words"]
    assert f"{sign} Converted" in texts(block.blocks[2])
    assert f"{sign} words" in block.text
    assert f"{sign} Converted" in block.text


def test_a_sign_is_not_set_twice() -> None:
    assert texts(drawn(Note(verbatim("✓ done"), Tone.GOOD)).blocks[1]) == ["✓ done"]


@pytest.mark.parametrize("tone", [Tone.NORMAL, Tone.QUIET])
def test_what_is_nothing_special_has_no_sign(tone: Tone) -> None:
    assert texts(drawn(Note(verbatim("words"), tone)).blocks[1]) == ["words"]


# Buttons


def test_a_button_names_its_route_and_carries_its_values() -> None:
    bar = Buttons((a_button(values=values(ask="a<&>1", said="won")), a_button("No")))
    block = drawn(bar).blocks[1]
    first, second = parts(block, "button")
    assert route_of(first["action_id"]) == route_of(second["action_id"]) == "questions.answer"
    assert read_values(first["value"]) == {"ask": "a<&>1", "said": "won"}
    assert read_values(second["value"]) == {}


def test_no_two_buttons_of_a_message_have_one_name() -> None:
    bars = [Buttons((a_button("Yes"), a_button("No")))] * 9
    names = [button["action_id"] for button in parts(drawn(*bars).blocks, "button")]
    assert len(names) == len(set(names)) == 18


def test_a_button_looks_as_its_tone_says_and_tells_more_to_who_cannot_see() -> None:
    loud = a_button("Ask", tone=Tone.PRIMARY, hint=verbatim("Ask: Anna Nowak"))
    danger, quiet = a_button("Delete", tone=Tone.BAD), a_button("Later", tone=Tone.QUIET)
    first, second, third = parts(drawn(Buttons((loud, danger, quiet))).blocks, "button")
    assert (first["style"], second["style"], "style" in third) == ("primary", "danger", False)
    assert first["accessibility_label"] == "Ask: Anna Nowak"
    assert "accessibility_label" not in third


def test_a_button_that_carries_more_than_slack_takes_is_left_out() -> None:
    heavy = a_button("Heavy", values=values(words="x" * 2000))
    blocks = drawn(Buttons((heavy, a_button("Light"))), Buttons((heavy,))).blocks
    assert [one["text"]["text"] for one in parts(blocks, "button")] == ["Light"]
    assert kinds(blocks) == ["header", "actions"]


# Tables


def test_a_table_is_slacks_own_with_its_heading_first() -> None:
    table = drawn(a_table(rows=2)).blocks[1]
    assert table["type"] == "data_table"
    assert table["caption"] == "All leads"
    rows: Any = table["rows"]
    assert [[cell["text"] for cell in row] for row in rows] == [
        ["Lead", "Outcome", "Next step"],
        ["Anna Nowak", "Converted", "–"],
        ["Anna Nowak", "Converted", "–"],
    ]


def test_the_second_table_of_a_message_is_plain() -> None:
    assert kinds(drawn(a_table(rows=1), a_table(rows=1)).blocks) == [
        "header",
        "data_table",
        "context",
        "rich_text",
    ]


def test_a_plain_table_has_a_block_for_each_row_without_what_is_blank() -> None:
    blocks = drawn(a_table(rows=2), kit=PLAIN).blocks
    assert kinds(blocks) == ["header", "context", "rich_text", "rich_text"]
    first = blocks[2]
    assert texts(first) == ["Anna Nowak", "\nOutcome: Converted"]
    assert next(parts(first, "text"))["style"] == {"bold": True}


@pytest.mark.parametrize(("kit", "shown"), [(Kit(), 100), (PLAIN, 20)])
def test_a_long_table_says_how_many_rows_are_left_out(kit: Kit, shown: int) -> None:
    blocks = drawn(a_table(rows=200, text="yes"), kit=kit).blocks
    assert problems(blocks, "message") == []
    assert texts(blocks[-1]) == [f"… and {200 - shown} more"]


def test_a_table_of_long_names_stays_within_its_letters() -> None:
    blocks = drawn(a_table(rows=100, text="x" * 500)).blocks
    assert problems(blocks, "message") == []
    rows: Any = blocks[1]["rows"]
    assert len(rows) > 10
    assert texts(blocks[-1]) == [f"… and {101 - len(rows)} more"]


def test_a_table_without_rows_still_says_what_it_is() -> None:
    assert texts(drawn(a_table(rows=0)).blocks[1]) == ["All leads"]


def test_a_table_too_wide_for_slack_is_plain() -> None:
    columns = tuple(verbatim(f"c{number}") for number in range(21))
    row = tuple(Cell(verbatim("x")) for _ in columns)
    assert "rich_text" in kinds(drawn(Table(columns, (row,), verbatim("Wide"))).blocks)


# Charts


def test_a_chart_is_slacks_own_with_one_series() -> None:
    block = drawn(a_chart(16, 12, 4.5)).blocks[1]
    assert (block["type"], block["title"]) == ("data_visualization", "How far they came")
    chart: Any = block["chart"]
    assert chart["type"] == "bar"
    assert chart["axis_config"]["categories"] == ["Received", "Touched", "Won"]
    assert [point["value"] for point in chart["series"][0]["data"]] == [16, 12, 4.5]


def test_a_trend_is_slacks_own_line_in_the_order_of_time() -> None:
    chart: Any = drawn(a_chart(16, 12, 4.5, kind=ChartKind.TREND)).blocks[1]["chart"]
    assert chart["type"] == "line"
    assert [point["value"] for point in chart["series"][0]["data"]] == [16, 12, 4.5]
    assert problems(drawn(a_chart(16, 12, 4.5, kind=ChartKind.TREND)).blocks, "message") == []


def test_a_title_that_slack_would_cut_stands_whole_above_the_chart() -> None:
    long = "Why leads were disqualified (16): week 47, 16 Nov 2026 – 22 Nov 2026"
    chart = Chart(ChartKind.BARS, verbatim(long), a_chart(16, 4).points)
    blocks = drawn(chart).blocks
    assert problems(blocks, "message") == []
    assert kinds(blocks)[1:] == ["rich_text", "data_visualization"]
    assert texts(blocks[1]) == [long]
    assert len(str(blocks[2]["title"])) <= 50


def test_the_third_chart_of_a_message_is_drawn_as_lines() -> None:
    blocks = drawn(*[a_chart(16, 4)] * 3).blocks
    assert kinds(blocks)[1:] == ["data_visualization", "data_visualization", "rich_text"]


@pytest.mark.parametrize("kind", ChartKind)
def test_a_chart_in_lines_tells_every_figure(kind: ChartKind) -> None:
    block = drawn(a_chart(1600, 400, 0, kind=kind), kit=PLAIN).blocks[1]
    share = [" (25%)", " (0%)"] if kind is ChartKind.FUNNEL else ["", ""]
    assert texts(block) == [
        "How far they came",
        "Received: 1,600",
        f"Touched: 400{share[0]}",
        f"Won: 0{share[1]}",
    ]


def test_a_picture_of_a_chart_tells_its_figures_to_who_cannot_see_it() -> None:
    chart = a_chart(16, 4)
    kit = Kit(charts=False, pictures={chart: "F0123"})
    block = drawn(chart, kit=kit).blocks[1]
    assert block["slack_file"] == {"id": "F0123"}
    assert block["alt_text"] == "How far they came. Received: 16; Touched: 4 (25%)"


@pytest.mark.parametrize("figures", [(), (float("inf"),), range(25)])
def test_a_chart_that_slack_would_refuse_is_drawn_as_lines(figures: Any) -> None:
    blocks = drawn(a_chart(*figures)).blocks
    assert problems(blocks, "message") == []
    assert "data_visualization" not in kinds(blocks)


def test_labels_that_become_one_when_shortened_are_drawn_as_lines() -> None:
    points = tuple(Point(verbatim(f"a rather long label, number {n}"), n) for n in range(2))
    chart = Chart(ChartKind.BARS, verbatim("Alike"), points)
    assert kinds(drawn(chart).blocks) == ["header", "rich_text"]


# What is left out


def test_more_blocks_than_a_message_holds_end_with_how_many_are_left_out() -> None:
    blocks = drawn(*[Paragraph(verbatim("text"))] * 60).blocks
    assert len(blocks) == 50
    assert texts(blocks[-1]) == ["… and 12 more"]


def test_lines_between_blocks_are_not_counted_among_what_is_left_out() -> None:
    pairs: list[Block] = [Paragraph(verbatim("text")), Divider()] * 30
    blocks = drawn(*pairs).blocks
    assert len(blocks) == 50
    assert texts(blocks[-1]) == ["… and 6 more"]


def test_more_letters_than_a_message_holds_end_with_how_much_is_left_out() -> None:
    blocks = drawn(*[Paragraph(verbatim("words " * 400))] * 9).blocks
    assert problems(blocks, "message") == []
    assert texts(blocks[-1]) == ["… and 5 more"]


@pytest.mark.parametrize("name", ["x" * 40_000, "word " * 8_000])
def test_a_name_of_40000_letters_leaves_room_for_the_buttons(name: str) -> None:
    blocks = drawn(Heading(verbatim(name)), Paragraph(verbatim(name)), Buttons((a_button(),)))
    assert problems(blocks.blocks, "message") == []
    assert kinds(blocks.blocks)[-1] == "actions"


def test_a_long_text_is_split_between_its_words() -> None:
    words = " ".join(f"word{number}" for number in range(550))
    sections = drawn(Paragraph(verbatim(words))).blocks[1:]
    assert kinds(sections) == ["section", "section"]
    assert " ".join(texts(sections)) == words


@pytest.mark.parametrize(
    "block",
    [Items((verbatim("x" * 99),) * 200), Facts(((verbatim("a"), verbatim("x" * 99)),) * 99)],
)
def test_a_long_list_says_how_much_is_left_out(block: Block) -> None:
    blocks = drawn(block).blocks
    assert texts(blocks[-1])[0].startswith("… and ")
    assert problems(blocks, "message") == []


# The same in words


def test_the_words_say_the_same_as_the_blocks() -> None:
    said = drawn(
        Heading(verbatim("Who")),
        Paragraph(verbatim("Two of them")),
        Divider(),
        Facts(((verbatim("Created"), verbatim("Monday")),)),
        Items((verbatim("one"),)),
        a_table(rows=1),
        a_chart(16, 4),
        Buttons((a_button("Press"),)),
        title="Two leads",
    )
    assert said.text.splitlines() == [
        "Two leads",
        "Who",
        "Two of them",
        "Created: Monday",
        "• one",
        "All leads",
        "Anna Nowak – Outcome: Converted",
        "How far they came",
        "Received: 16",
        "Touched: 4 (25%)",
    ]


def test_the_words_end_where_slack_would_refuse_them() -> None:
    text = drawn(a_table(rows=200)).text
    assert len(text) < 4000
    assert text.endswith("\n…")


def test_the_words_mean_nothing_to_slack() -> None:
    text = drawn(title="<!channel> & *Anna* <@U1> `x`").text
    assert text == "&lt;!channel&gt; &amp; ∗Anna∗ &lt;@U1&gt; ˋxˋ"


def test_a_card_speaks_its_readers_language() -> None:
    card = Card(verbatim("x"), (Paragraph(verbatim("y")),) * 60)
    assert texts(render_card(card, POLISH).blocks[-1]) == ["… i jeszcze 12"]


# Home and notice


def test_a_home_holds_a_hundred_blocks_under_its_title() -> None:
    home = render_home(Card(verbatim("Leadloop"), (Paragraph(verbatim("y")),) * 120), ENGLISH)
    blocks: Any = home["blocks"]
    assert view_problems(home) == []
    assert (home["type"], blocks[0]["type"], len(blocks)) == ("home", "header", 100)
    assert texts(blocks[-1]) == ["… and 22 more"]


def test_a_home_has_tables_of_slacks_own_but_no_charts() -> None:
    home = render_home(Card(verbatim("x"), (a_table(), a_chart(2, 1))), ENGLISH)
    assert kinds(home["blocks"]) == ["header", "data_table", "rich_text"]


def test_a_notice_tells_its_whole_sentence_and_asks_nothing() -> None:
    sentence = "This row has changed in the meantime. Please use the newest message."
    notice = render_notice(Card(verbatim(sentence), ()), POLISH)
    assert view_problems(notice) == []
    assert texts(notice["blocks"]) == [sentence]
    assert texts([notice["title"], notice["close"]]) == ["Leadloop", "Zamknij"]
    assert "submit" not in notice


def test_a_notice_has_no_tables_of_slacks_own() -> None:
    notice = render_notice(Card(verbatim("x"), (a_table(), a_chart(2, 1))), ENGLISH)
    assert kinds(notice["blocks"]) == ["header", "context", "rich_text", "rich_text", "rich_text"]
