"""Cards and forms as HTML: everything is drawn, and nothing that somebody wrote becomes markup."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.i18n import Voice
from bot.platforms.demo.render import (
    render_card,
    render_chart,
    render_file,
    render_form,
    render_said,
    render_upload,
)
from handlers.message import (
    Block,
    Button,
    Buttons,
    Card,
    Cell,
    ChannelPick,
    Chart,
    ChartKind,
    Choice,
    Choices,
    Day,
    Divider,
    Facts,
    Field,
    File,
    Form,
    Heading,
    Items,
    LongText,
    Note,
    Option,
    Paragraph,
    PersonPick,
    Point,
    ShortText,
    Switch,
    Table,
    Tone,
    values,
)
from handlers.naming import shown
from handlers.people import Language
from handlers.phrase import Phrase, say, verbatim
from tests.bot.platforms.demo.markup import Page

ENGLISH = Voice(Language.ENGLISH, "Europe/Warsaw")
POLISH = Voice(Language.POLISH, "Europe/Warsaw")

HOSTILE = st.one_of(
    st.sampled_from(
        [
            "<script>alert(1)</script>",
            '"><img src=x onerror=alert(1)>',
            "' onmouseover='alert(1)",
            "</button></article><h1>x</h1>",
            "<!-- ",
            "]]>",
            "&lt;b&gt;",
            "&#60;b&#62;",
            "{{7*7}}",
            "javascript:alert(1)",
            "<!channel>",
            "\u202egnp.exe",
        ]
    ),
    st.text(alphabet=st.sampled_from("<>&\"'/=`{}!-;# \nab@"), max_size=30),
    st.text(max_size=30),
)


def every_block(text: str) -> tuple[Block, ...]:
    said = verbatim(text)
    return (
        Heading(said),
        Paragraph(said),
        Note(said, Tone.WARN),
        Divider(),
        Facts(((said, said),)),
        Items((said, said), ordered=True),
        Table((said, said), ((Cell(said), Cell(said, Tone.GOOD)),), said),
        chart(text),
        Buttons((Button(label=said, does=text, values=values(lead=text), hint=said),)),
    )


def chart(text: str = "x", kind: ChartKind = ChartKind.FUNNEL) -> Chart:
    return Chart(kind, verbatim(text), (Point(verbatim(text), 4), Point(verbatim(text), 1)))


def every_field(text: str) -> tuple[Field, ...]:
    said = verbatim(text)
    few = (Option(text, said), Option("other", said))
    many = tuple(Option(f"{text}{number}", said) for number in range(9))
    return (
        ShortText(name=f"a{text}", label=said, value=text, hint=said),
        LongText(name="b", label=said, value=text, hint=said, required=False),
        Choice(name="c", label=said, options=few, value=text, hint=said),
        Choice(name="d", label=said, options=many, value=text, hint=said),
        Choices(name="e", label=said, options=few, value=(text,), hint=said),
        Day(name="f", label=said, value=date(2026, 11, 22), hint=said),
        PersonPick(name="g", label=said, value=text, hint=said),
        ChannelPick(name="i", label=said, value=text, hint=said),
        Switch(name="h", label=said, hint=said),
    )


def a_form(text: str, *fields: Field) -> Form:
    return Form(
        name=f"x{text}",
        title=verbatim(text),
        fields=fields or every_field(text),
        submit=verbatim(text),
        keep=values(lead=text),
        intro=every_block(text),
    )


def shape(html: str) -> list[tuple[str, list[str]]]:
    """Give the elements with their attributes, but for those that depend on a value's equality."""
    return [
        (tag, [name for name in names if name not in {"checked", "selected"}])
        for tag, names in Page(html).shape
    ]


@given(HOSTILE)
def test_no_word_of_a_card_becomes_markup(text: str) -> None:
    card = Card(verbatim(text), every_block(text))
    harmless = Card(verbatim("x"), every_block("x"))
    assert shape(render_card(card, ENGLISH)) == shape(render_card(harmless, ENGLISH))


@given(HOSTILE)
def test_every_word_of_a_card_is_shown_as_it_stands(text: str) -> None:
    card = Card(verbatim(text), every_block(text))
    assert Page(render_card(card, ENGLISH)).text.count(shown(text)) >= len(card.blocks)


@given(HOSTILE)
def test_no_word_of_a_form_becomes_markup(text: str) -> None:
    errors: dict[str, Phrase] = {"b": verbatim(text), "": verbatim(text)}
    drawn = render_form(a_form(text), ENGLISH, errors)
    assert shape(drawn) == shape(render_form(a_form("x"), ENGLISH, errors))


@given(HOSTILE)
def test_what_a_button_and_a_form_carry_comes_back_unchanged(text: str) -> None:
    page = Page(render_form(a_form(text), ENGLISH))
    assert json.loads(page.all("form")[0]["data-keep"]) == {"lead": text}
    button = next(one for _, one in page.elements if "data-does" in one)
    assert button["data-does"] == text
    assert json.loads(button["data-values"]) == {"lead": text}


@given(HOSTILE)
def test_what_people_write_stays_text(text: str) -> None:
    page = Page(render_said(text))
    assert {tag for tag, _ in page.elements} <= {"p", "span"}
    assert page.text == text


@given(HOSTILE, HOSTILE)
def test_the_name_of_a_file_stays_text(name: str, words: str) -> None:
    sent = Page(render_upload(words, name, "/demo/file/1"))
    assert {tag for tag, _ in sent.elements} <= {"p", "span", "a"}
    assert sent.all("a", href="/demo/file/1", download=name)
    file = File(verbatim(words), name, "text/csv", b"a,b")
    assert Page(render_file(file, ENGLISH, "/demo/file/1")).all("a", download=name)


def test_a_mention_of_the_bot_is_set_off() -> None:
    page = Page(render_said("hi @leadloop, you"))
    assert page.all("span", **{"class": "mention"})


def test_every_element_that_is_opened_is_closed() -> None:
    page = Page(render_card(Card(verbatim("x"), every_block("x")), ENGLISH))
    without_end = {"col", "hr", "polygon"}
    opened = sorted(tag for tag, _ in page.elements if tag not in without_end)
    assert sorted(page.closed) == opened


@pytest.mark.parametrize("tone", Tone)
def test_a_tone_is_a_class_and_never_the_only_sign(tone: Tone) -> None:
    table = Table((verbatim("Outcome"),), ((Cell(verbatim("Converted"), tone),),), verbatim("All"))
    page = Page(render_card(Card(verbatim("x"), (table,)), ENGLISH))
    assert "Converted" in page.text
    tags = [one for one in page.all("span") if f"tone-{tone.value}" in one.get("class", "")]
    assert len(tags) == (tone is not Tone.NORMAL)


def test_a_stacked_table_still_names_its_columns() -> None:
    table = Table((verbatim("Lead"),), ((Cell(verbatim("Anna")),),), verbatim("All"))
    page = Page(render_card(Card(verbatim("x"), (table,)), ENGLISH))
    assert page.all("td", role="cell", **{"data-label": "Lead"})
    assert page.all("th", scope="col")
    assert page.all("caption") == [{}]


def test_a_button_that_opens_a_form_says_so_and_its_hint_is_its_name() -> None:
    button = Button(label=verbatim("Why?"), does="x", opens=True, hint=verbatim("Why? Anna Nowak"))
    page = Page(render_card(Card(verbatim("x"), (Buttons((button,)),)), ENGLISH))
    drawn = page.all("button")[0]
    assert drawn["aria-label"] == "Why? Anna Nowak"
    assert drawn["aria-haspopup"] == "dialog"


@pytest.mark.parametrize("kind", ChartKind)
def test_a_chart_tells_every_figure_without_its_picture(kind: ChartKind) -> None:
    points = (
        Point(verbatim("Handed over"), 2000),
        Point(verbatim("Touched"), 1500.5, Tone.GOOD),
        Point(verbatim("Won"), 0),
    )
    page = Page(render_chart(Chart(kind, verbatim("October"), points), POLISH))
    assert "October" in page.text
    assert "Handed over" in page.text
    assert "2000" in page.text.replace("\xa0", "")
    assert "1500,5" in page.text.replace("\xa0", "")
    assert len(page.all("svg", **{"aria-hidden": "true"})) == len(points)


def test_a_funnel_tells_the_share_of_the_first_step() -> None:
    page = Page(render_chart(chart(), ENGLISH))
    assert "100%" in page.text
    assert "25%" in page.text


@pytest.mark.parametrize("figures", [(), (0.0,), (0.0, 0.0)])
@pytest.mark.parametrize("kind", ChartKind)
def test_a_chart_of_nothing_is_drawn_all_the_same(
    kind: ChartKind, figures: tuple[float, ...]
) -> None:
    points = tuple(Point(verbatim("x"), figure) for figure in figures)
    page = Page(render_chart(Chart(kind, verbatim("Empty"), points), ENGLISH))
    assert len(page.all("svg")) == len(figures)


@given(st.lists(st.integers(min_value=0, max_value=10**9), min_size=1, max_size=8))
def test_a_chart_never_leaves_its_frame(hundredths: list[int]) -> None:
    points = tuple(Point(verbatim("x"), one / 100) for one in hundredths)
    for kind in ChartKind:
        page = Page(render_chart(Chart(kind, verbatim("x"), points), ENGLISH))
        for polygon in page.all("polygon"):
            corners = [float(one) for pair in polygon["points"].split() for one in pair.split(",")]
            assert all(0 <= one <= 100 for one in corners)


def test_a_tables_columns_share_the_width_by_what_they_hold() -> None:
    row = (Cell(verbatim("x")), Cell(verbatim("a rather long text of many more words")))
    table = Table((verbatim("a"), verbatim("b")), (row,), verbatim("caption"))
    page = Page(render_card(Card(verbatim("x"), (table,)), ENGLISH))
    narrow, wide = (int(col["width"].rstrip("%")) for col in page.all("col"))
    assert narrow < wide
    assert narrow + wide == 100


def test_a_cell_with_nothing_to_say_can_be_left_out_of_a_stacked_row() -> None:
    table = Table((verbatim("a"),), ((Cell(say("none")),),), verbatim("caption"))
    page = Page(render_card(Card(verbatim("x"), (table,)), ENGLISH))
    assert page.all("td", **{"class": "blank"})


def test_a_step_that_nobody_reached_is_drawn_as_nothing() -> None:
    points = (Point(verbatim("a"), 2), Point(verbatim("b"), 0))
    html = render_chart(Chart(ChartKind.FUNNEL, verbatim("x"), points), ENGLISH)
    assert 'points=""' in html


def test_every_field_has_a_label_a_hint_and_room_for_an_error() -> None:
    fields = every_field("x")
    page = Page(render_form(a_form("x"), ENGLISH))
    ids = {one["id"] for _, one in page.elements if "id" in one}
    assert len(page.all("label")) + len(page.all("legend")) >= len(fields)
    assert all(label["for"] in ids for label in page.all("label") if "for" in label)
    places = {one["data-error-for"] for one in page.all("p") if "data-error-for" in one}
    assert places == {"", *(field.name for field in fields)}
    assert all(
        part in ids for _, one in page.elements for part in one.get("aria-describedby", "").split()
    )


def test_what_was_given_before_is_filled_in() -> None:
    page = Page(render_form(a_form("x"), ENGLISH))
    assert page.all("input", type="text", value="x")
    assert page.all("input", type="radio", value="x", checked="")
    assert page.all("input", type="checkbox", value="x", checked="")
    assert page.all("input", type="date", value="2026-11-22")
    assert page.all("select", **{"data-people": "", "data-value": "x"})


def test_only_what_must_be_filled_is_required() -> None:
    optional = ShortText(name="a", label=verbatim("Note"), required=False)
    page = Page(render_form(a_form("x", optional), POLISH))
    assert "aria-required" not in page.all("input", name="a")[0]
    assert "nieobowiązkowe" in page.text


def test_a_list_that_is_left_alone_sends_nothing() -> None:
    many = tuple(Option(str(number), verbatim("x")) for number in range(9))
    picks = (
        Choice(name="a", label=verbatim("a"), options=many, required=False),
        PersonPick(name="b", label=verbatim("b")),
    )
    first = [
        html.partition("</option>")[0]
        for html in render_form(a_form("x", *picks), ENGLISH).split("<select")[1:]
    ]
    assert all(one.endswith('<option value="">') for one in first)


def test_radios_with_one_chosen_are_not_called_optional() -> None:
    options = (Option("x", verbatim("X")), Option("", verbatim("None of these")))
    picked = Choice(name="a", label=verbatim("a"), options=options, value="x", required=False)
    assert "optional" not in render_form(a_form("x", picked), ENGLISH)


def test_an_error_stands_beside_its_field() -> None:
    field = ShortText(name="a", label=verbatim("Note"))
    html = render_form(a_form("x", field), ENGLISH, {"a": verbatim("Please say why.")})
    assert 'data-error-for="a" role="alert">Please say why.</p>' in html


def test_a_form_drawn_twice_keeps_its_ids_apart() -> None:
    form = a_form("x")
    first, second = (
        {
            one["id"]
            for _, one in Page(render_form(form, ENGLISH, mark=mark)).elements
            if "id" in one
        }
        for mark in ("en-", "pl-")
    )
    assert not first & second
