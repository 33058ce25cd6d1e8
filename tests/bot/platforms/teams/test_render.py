"""Cards as messages, previews and notices: what is drawn, and what is said of what is left out."""

from __future__ import annotations

from typing import Any

import pytest

from bot.i18n import Voice
from bot.platforms.teams.render import Drawn, render_card, render_notice, render_preview
from bot.platforms.teams.shapes import weight
from bot.platforms.teams.wire import PRESSED, Press, read_press
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
from tests.bot.platforms.slack.drawing import every_block
from tests.bot.platforms.teams.looking import everything, kinds, parts, said, texts
from tests.bot.platforms.teams.sealing import clear
from tests.fakes.teams.adaptive_cards import dialog_problems, problems, unfurl_problems

ENGLISH = Voice(Language.ENGLISH, "Europe/Warsaw")
POLISH = Voice(Language.POLISH, "Europe/Warsaw")
CHINESE = Voice(Language.CHINESE, "Asia/Shanghai")
NEWER_THAN_1_3 = {"Table", "Chart.HorizontalBar", "Action.Execute"}


def drawn(*blocks: Block, title: str = "Title") -> Drawn:
    return render_card(Card(verbatim(title), blocks), ENGLISH, seal=clear)


def body(*blocks: Block, title: str = "Title") -> Any:
    """Draw blocks and give their shapes, the headline aside."""
    content: Any = drawn(*blocks, title=title).content
    assert problems(content) == []
    return content["body"][1:]


def a_table(
    rows: int = 2, *, columns: int = 3, text: str = "Converted", tone: Tone = Tone.NORMAL
) -> Table:
    row = (Cell(verbatim("Anna Nowak")), Cell(verbatim(text), tone), Cell(say("none")))
    names = ("Lead", "Outcome", "Next step", *(f"More {n}" for n in range(columns - 3)))
    cells = (*row, *(Cell(verbatim("more")),) * (columns - 3))
    return Table(tuple(map(verbatim, names)), (cells,) * rows, verbatim("All leads"))


def a_chart(*figures: float, kind: ChartKind = ChartKind.FUNNEL, tone: Tone = Tone.NORMAL) -> Chart:
    names = ["Received", "Touched", "Won", *(f"Step {n}" for n in range(40))]
    points = tuple(
        Point(verbatim(name), figure, tone) for name, figure in zip(names, figures, strict=False)
    )
    return Chart(kind, verbatim("How far they came"), points)


def a_button(label: str = "Yes", **more: Any) -> Button:
    return Button(label=verbatim(label), **{"does": "questions.answer", **more})


def actions(shape: object) -> list[dict[str, Any]]:
    return [action for bar in parts(shape, "ActionSet") for action in bar["actions"]]


# Every noun


def test_every_noun_of_the_heart_is_drawn() -> None:
    assert kinds(body(*every_block("Anna"))) == [
        "TextBlock",
        "RichTextBlock",
        *["RichTextBlock"] * len(Tone),
        "RichTextBlock",
        *["RichTextBlock"] * 2,
        *["RichTextBlock", "Table"] * 2,
        *["TextBlock", "Chart.HorizontalBar", "RichTextBlock"],
        "TextBlock",
        *["RichTextBlock"] * 2,
        "ActionSet",
    ]


def test_a_title_is_a_heading_that_a_screen_reader_finds() -> None:
    content: Any = drawn(Paragraph(verbatim("text")), title="Two leads").content
    title = content["body"][0]
    assert (title["type"], title["text"], title["style"]) == ("TextBlock", "Two leads", "heading")


def test_a_title_that_could_be_markdown_is_letters_in_bold() -> None:
    content: Any = drawn(
        Paragraph(verbatim("text")), title="**Acme** [x](http://y.example)"
    ).content
    title = content["body"][0]
    assert title["type"] == "RichTextBlock"
    assert texts(title) == ["**Acme** [x](http://y.example)"]
    assert title["inlines"][0]["weight"] == "Bolder"


def test_a_sentence_alone_is_no_headline() -> None:
    content: Any = drawn(title="It is done.").content
    assert content["body"] == [
        {"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": "It is done."}]}
    ]


def test_a_card_names_its_language_and_what_stands_for_it() -> None:
    content = render_card(Card(verbatim("Tytuł"), ()), POLISH, seal=clear).content
    assert (content["lang"], content["version"], content["fallbackText"]) == ("pl", "1.5", "Tytuł")


def test_labels_and_values_stand_in_lines() -> None:
    facts = Facts(((verbatim("Created"), verbatim("Monday")), (verbatim("Owner"), say("none"))))
    assert [said(line) for line in body(facts)] == ["Created: Monday", "Owner: –"]
    chinese: Any = render_card(Card(verbatim("x"), (facts,)), CHINESE, seal=clear).content
    assert said(chinese["body"][1]) == "Created：Monday"


def test_a_list_keeps_its_kind() -> None:
    lines = (verbatim("one"), verbatim("two"))
    shapes = body(Items(lines), Items(lines, ordered=True))
    assert [said(line) for line in shapes] == ["• one", "• two", "1. one", "2. two"]


def test_what_says_nothing_draws_nothing() -> None:
    nothing = verbatim("")
    assert body(Heading(nothing), Paragraph(nothing), Note(nothing), Items(()), Facts(())) == []


def test_a_divider_is_a_line_above_what_follows() -> None:
    first, second = body(
        Divider(), Paragraph(verbatim("")), Note(verbatim("a")), Note(verbatim("b"))
    )
    assert first["separator"] is True
    assert "separator" not in second


# Tones


@pytest.mark.parametrize(
    ("tone", "sign", "colour"),
    [
        (Tone.GOOD, "✓", "Good"),
        (Tone.WARN, "⚠", "Warning"),
        (Tone.BAD, "✗", "Attention"),
        (Tone.PRIMARY, "→", "Accent"),
    ],
)
def test_a_tone_is_a_colour_and_a_sign_before_the_words(tone: Tone, sign: str, colour: str) -> None:
    card = drawn(Note(verbatim("words"), tone), a_table(tone=tone))
    runs = {run["text"]: run for run in parts(card.content, "TextRun")}
    assert runs[f"{sign} words"]["color"] == runs[f"{sign} Converted"]["color"] == colour
    assert f"{sign} words" in card.summary
    assert f"{sign} Converted" in card.summary


@pytest.mark.parametrize("tone", [Tone.NORMAL, Tone.QUIET])
def test_what_is_nothing_special_has_no_sign(tone: Tone) -> None:
    assert texts(body(Note(verbatim("words"), tone))) == ["words"]


# Buttons


def test_a_button_names_its_route_and_carries_its_values() -> None:
    bar = Buttons((a_button(values=values(ask="a<&>1", said="won")), a_button("No")))
    first, second = actions(body(bar))
    assert first["type"] == "Action.Execute"
    assert first["verb"] == PRESSED
    pressed = read_press(first["data"])
    assert (pressed.does, pressed.values) == ("questions.answer", {"ask": "a<&>1", "said": "won"})
    assert read_press(second["data"]).values == {}


def test_where_nothing_can_be_executed_a_button_sends_the_same() -> None:
    (action,) = actions(body(Buttons((a_button(values=values(ask="1")),))))
    assert action["fallback"]["type"] == "Action.Submit"
    assert action["fallback"]["data"] == action["data"]


def test_a_button_that_opens_a_form_asks_for_a_dialog() -> None:
    (action,) = actions(body(Buttons((a_button(opens=True, values=values(ask="1")),))))
    assert action["type"] == "Action.Submit"
    assert action["data"]["msteams"] == {"type": "task/fetch"}
    assert action["data"]["dialog_id"] == PRESSED
    assert read_press(action["data"]) == Press(does="questions.answer", values={"ask": "1"}, n=0)


def test_no_two_buttons_of_a_message_have_one_number() -> None:
    bars = [Buttons((a_button("Yes"), a_button("No")))] * 9
    numbers = [read_press(action["data"]).n for action in actions(body(*bars))]
    assert len(numbers) == len(set(numbers)) == 18


def test_a_button_looks_as_its_tone_says_and_tells_more_to_who_points_at_it() -> None:
    loud = a_button("Ask", tone=Tone.PRIMARY, hint=verbatim("Ask: Anna Nowak"))
    danger, quiet = a_button("Delete", tone=Tone.BAD), a_button("Later", tone=Tone.QUIET)
    first, second, third = actions(body(Buttons((loud, danger, quiet))))
    assert (first["style"], second["style"], "style" in third) == ("positive", "destructive", False)
    assert (first["tooltip"], "tooltip" in third) == ("Ask: Anna Nowak", False)


def test_a_button_that_carries_more_than_we_take_is_left_out() -> None:
    heavy = a_button("Heavy", values=values(words="x" * 2000))
    shapes = body(Buttons((heavy, a_button("Light"))), Buttons((heavy,)))
    assert [action["title"] for action in actions(shapes)] == ["Light"]
    assert kinds(shapes) == ["ActionSet"]


# Tables


def test_a_narrow_table_is_teams_own_with_columns_of_one_width() -> None:
    caption, table = body(a_table(rows=2))
    assert said(caption) == "All leads"
    assert table["columns"] == [{"width": 1}] * 3
    rows = [[said(cell) for cell in row["cells"]] for row in table["rows"]]
    assert rows == [["Lead", "Outcome", "Next step"], *[["Anna Nowak", "Converted", "–"]] * 2]


def test_where_there_are_no_tables_a_row_is_a_block() -> None:
    table = body(a_table(rows=1))[1]
    (row,) = table["fallback"]["items"]
    assert [said(line) for line in row["items"]] == ["Anna Nowak", "Outcome: Converted"]


def test_a_wide_table_is_a_block_for_each_row_without_what_is_blank() -> None:
    caption, *rows = body(a_table(rows=2, columns=6))
    assert said(caption) == "All leads"
    assert kinds(rows) == ["Container"] * 2
    first, others = rows[0]["items"]
    assert said(first) == "Anna Nowak"
    assert first["inlines"][0]["weight"] == "Bolder"
    assert said(others).split("  ·  ") == [
        "Outcome: Converted",
        *(f"More {n}: more" for n in range(3)),
    ]


@pytest.mark.parametrize("columns", [3, 6])
def test_a_long_table_says_how_many_rows_are_left_out(columns: int) -> None:
    shapes = body(a_table(rows=200, columns=columns))
    shown = len(shapes[1]["rows"]) - 1 if columns == 3 else kinds(shapes).count("Container")
    assert shown > 10
    assert said(shapes[-1]) == f"… and {200 - shown} more"


def test_a_table_without_rows_still_says_what_it_is() -> None:
    assert [said(line) for line in body(a_table(rows=0))] == ["All leads"]


def test_a_message_with_a_table_takes_the_whole_width() -> None:
    assert drawn(a_table()).content["msteams"] == {"width": "Full"}
    assert "msteams" not in drawn(Paragraph(verbatim("x"))).content


# Charts


def test_a_chart_is_bars_with_its_figures_beside_them() -> None:
    title, chart, *figures = body(a_chart(16, 12, 4.5))
    assert said(title) == "How far they came"
    assert [(bar["x"], bar["y"]) for bar in chart["data"]] == [
        ("Received", 16),
        ("Touched", 12),
        ("Won", 4.5),
    ]
    assert [said(line) for line in figures] == [
        "Received: 16",
        "Touched: 12 (75%)",
        "Won: 4.5 (28%)",
    ]


def test_a_trend_stands_upright_with_all_its_figures_in_one_line() -> None:
    title, chart, *figures = body(a_chart(16, 12, 4.5, kind=ChartKind.TREND))
    assert said(title) == "How far they came"
    assert chart["type"] == "Chart.VerticalBar"
    assert [(bar["x"], bar["y"]) for bar in chart["data"]] == [
        ("Received", 16),
        ("Touched", 12),
        ("Won", 4.5),
    ]
    assert [said(line) for line in figures] == ["Received: 16; Touched: 12; Won: 4.5"]


def test_where_there_are_no_charts_bars_are_columns() -> None:
    bars = body(a_chart(20, 5, 0))[1]["fallback"]["items"]
    widths = [[column["width"] for column in bar["columns"]] for bar in bars]
    assert widths == [[100], [25, 75], [100]]
    assert "style" not in bars[2]["columns"][0]


def test_a_tone_colours_a_bar_and_signs_its_figure() -> None:
    _, chart, figure = body(a_chart(3, kind=ChartKind.BARS, tone=Tone.WARN))
    assert chart["data"][0]["color"] == "warning"
    assert said(figure) == "⚠ Received: 3"


@pytest.mark.parametrize("figures", [(float("inf"),), (4, -1), range(25)])
def test_a_chart_that_bars_cannot_show_is_its_figures(figures: Any) -> None:
    shapes = body(a_chart(*figures))
    assert "Chart.HorizontalBar" not in kinds(shapes)
    assert said(shapes[1]).startswith("Received: ")
    trend = body(a_chart(*figures, kind=ChartKind.TREND))
    assert "Chart.VerticalBar" not in kinds(trend)
    assert said(trend[1]).startswith("Received: ")


def test_a_chart_of_many_points_says_how_many_are_left_out() -> None:
    assert said(body(a_chart(*range(25)))[-1]) == "… and 5 more"


def test_a_chart_without_points_is_its_title() -> None:
    assert [said(shape) for shape in body(a_chart())] == ["How far they came"]


# What is left out


def test_more_than_a_message_holds_ends_with_how_much_is_left_out() -> None:
    shapes = body(*[Paragraph(verbatim("words " * 400))] * 30)
    assert said(shapes[-1]) == f"… and {30 - len(shapes) + 1} more"
    assert len(shapes) > 10


def test_lines_between_blocks_are_not_counted_among_what_is_left_out() -> None:
    pairs: list[Block] = [Paragraph(verbatim("words " * 400)), Divider()] * 30
    shapes = body(*pairs)
    assert said(shapes[-1]) == f"… and {30 - len(shapes) + 1} more"


def test_chinese_words_take_no_more_than_a_message_holds() -> None:
    card = Card(verbatim("线索"), (Paragraph(verbatim("线" * 4000)),) * 12)
    content = render_card(card, CHINESE, seal=clear).content
    assert 30_000 < weight(content) <= 36_000


@pytest.mark.parametrize("name", ["x" * 40_000, "word " * 8_000, '"\\' * 20_000])
def test_a_name_of_40000_letters_leaves_room_for_the_buttons(name: str) -> None:
    shapes = body(Heading(verbatim(name)), Paragraph(verbatim(name)), Buttons((a_button(),)))
    assert kinds(shapes)[-1] == "ActionSet"


@pytest.mark.parametrize(
    "block",
    [Items((verbatim("x" * 99),) * 200), Facts(((verbatim("a"), verbatim("x" * 99)),) * 99)],
)
def test_a_long_list_says_how_much_is_left_out(block: Block) -> None:
    assert said(body(block)[-1]).startswith("… and ")


# The same in words


def test_the_words_say_the_same_as_the_card() -> None:
    card = drawn(
        Heading(verbatim("Who")),
        Divider(),
        Facts(((verbatim("Created"), verbatim("Monday")),)),
        Items((verbatim("one"),)),
        a_table(rows=1),
        a_chart(16, 4),
        Buttons((a_button("Press"),)),
        title="Two leads",
    )
    assert card.summary.splitlines() == [
        *("Two leads", "Who", "Created: Monday", "• one", "All leads"),
        "Anna Nowak – Outcome: Converted",
        *("How far they came", "Received: 16", "Touched: 4 (25%)"),
    ]
    assert card.content["speak"] == card.summary


def test_the_words_end_where_a_notification_does() -> None:
    said_ = drawn(a_table(rows=200)).summary
    assert len(said_) <= 1000
    assert said_.endswith("\n…")


def test_the_words_mention_nobody() -> None:
    assert drawn(title="<at>Maya</at> *Anna*").summary == "‹at›Maya‹/at› ∗Anna∗"


def test_a_card_speaks_its_readers_language() -> None:
    content: Any = render_card(
        Card(verbatim("x"), (Paragraph(verbatim("words " * 400)),) * 60), POLISH, seal=clear
    ).content
    assert said(content["body"][-1]).startswith("… i jeszcze ")


# Previews and notices


def test_a_preview_has_nothing_that_is_newer_than_1_3_and_nothing_to_press() -> None:
    card = Card(verbatim("Anna"), (*every_block("Anna"), a_table(), a_chart(4, 1)))
    content = render_preview(card, ENGLISH).content
    assert unfurl_problems(content) == []
    found = {str(part.get("type")) for part in everything(content)}
    assert not found & (NEWER_THAN_1_3 | {"ActionSet"})
    assert {"Anna Nowak", "Touched:"} <= set(texts(content))


def test_a_notice_has_buttons_that_a_dialog_takes() -> None:
    bar = Buttons((a_button(values=values(ask="1")), a_button("Open", opens=True)))
    notice = render_notice(Card(verbatim("Sure?"), (bar,)), ENGLISH, seal=clear)
    assert dialog_problems(notice) == []
    first, second = actions(notice["body"])
    assert (first["type"], second["type"]) == ("Action.Submit", "Action.Submit")
    assert read_press(first["data"]).values == {"ask": "1"}
    assert first["associatedInputs"] == "none"
    assert "msteams" not in second["data"]
