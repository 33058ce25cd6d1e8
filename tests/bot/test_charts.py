"""Charts: what each platform draws from, and a picture that anybody can read."""

from __future__ import annotations

import struct
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import charts
from bot.charts import FILL, INK, PAPER, SIGN, SOFT_INK, ZOOM, as_png, as_svg, outline, rows
from bot.i18n import Voice
from handlers.message import Chart, ChartKind, Point, Tone
from handlers.people import Language
from handlers.phrase import verbatim

ENGLISH = Voice(Language.ENGLISH, "UTC")
RUSSIAN = Voice(Language.RUSSIAN, "UTC")
CHINESE = Voice(Language.CHINESE, "UTC")
FUNNEL = Chart(
    ChartKind.FUNNEL,
    verbatim("20 leads in April"),
    (
        Point(verbatim("Leads"), 20),
        Point(verbatim("In conversation"), 8),
        Point(verbatim("Won"), 4, Tone.GOOD),
    ),
)
TREND = Chart(
    ChartKind.TREND,
    verbatim("Leads in, weeks 36 to 47"),
    tuple(Point(verbatim(f"W{36 + place}"), 15 + place) for place in range(12)),
)
SVG = "{http://www.w3.org/2000/svg}"


def bars(*values: float, label: str = "Leads", tone: Tone = Tone.NORMAL) -> Chart:
    points = tuple(Point(verbatim(f"{label} {n}"), one, tone) for n, one in enumerate(values))
    return Chart(ChartKind.BARS, verbatim("Leads"), points)


def parts(svg: str) -> list[ET.Element]:
    return list(ET.fromstring(svg).iter())  # noqa: S314 - we have just drawn it


def words(svg: str) -> list[str]:
    return ["".join(one.itertext()) for one in parts(svg) if one.tag == f"{SVG}text"]


def size(png: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", png[16:24])
    return width, height


# ---- rows


def test_a_funnel_tells_each_steps_share_of_the_first() -> None:
    assert [(row.value, row.share) for row in rows(FUNNEL, ENGLISH)] == [
        ("20", "100%"),
        ("8", "40%"),
        ("4", "20%"),
    ]


def test_bars_and_a_funnel_that_begins_with_nothing_have_no_shares() -> None:
    nothing = Chart(ChartKind.FUNNEL, verbatim("x"), (Point(verbatim("Leads"), 0),))
    assert {row.share for row in [*rows(bars(3, 2), ENGLISH), *rows(nothing, ENGLISH)]} == {""}


def test_figures_are_spelled_for_the_reader() -> None:
    assert [row.value for row in rows(bars(1234.5, 0.126), RUSSIAN)] == ["1\xa0234,5", "0,13"]


def test_a_step_of_a_funnel_narrows_to_the_next() -> None:
    first, second, last = (outline(ChartKind.FUNNEL, row) for row in rows(FUNNEL, ENGLISH))
    assert [*first] == [(0, 0), (1, 0), (0.7, 1), (0.3, 1)]
    assert second[0][0] == first[3][0]
    assert [*last] == [(0.4, 0), (0.6, 0), (0.6, 1), (0.4, 1)]


@given(st.sampled_from(ChartKind), st.lists(st.floats(0, 1e9), max_size=12))
def test_no_shape_leaves_its_box(kind: ChartKind, values: list[float]) -> None:
    chart = Chart(kind, verbatim("x"), bars(*values).points)
    for row in rows(chart, ENGLISH):
        assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in outline(kind, row))


def test_a_column_of_a_trend_stands_on_the_ground() -> None:
    low, *_, high = (outline(ChartKind.TREND, row) for row in rows(TREND, ENGLISH))
    assert [*high] == [(0, 0), (1, 0), (1, 1), (0, 1)]
    assert [y for _, y in low[2:]] == [1, 1]
    assert low[0][1] == pytest.approx(1 - 15 / 26)


def test_nothing_is_drawn_for_nothing() -> None:
    assert [outline(ChartKind.BARS, row) for row in rows(bars(0, 0), ENGLISH)] == [(), ()]


# ---- the picture


def test_every_word_and_figure_stands_in_the_picture_as_text() -> None:
    assert words(as_svg(FUNNEL, ENGLISH)) == [
        "20 leads in April",
        "Leads",
        "20100%",
        "In conversation",
        "840%",
        "Won",
        "420%",
    ]


def test_a_trend_runs_to_the_right_with_every_figure_and_label() -> None:
    svg = as_svg(TREND, ENGLISH)
    said = words(svg)
    assert said[1:] == [word for n in range(12) for word in (str(15 + n), f"W{36 + n}")]
    columns = [one.get("points", "") for one in parts(svg) if one.tag == f"{SVG}polygon"]
    lefts = [float(points.split(",")[0]) for points in columns]
    assert lefts == sorted(lefts)
    assert len(columns) == 12


def test_a_year_of_weeks_names_so_many_that_none_runs_into_its_neighbour() -> None:
    year = tuple(Point(verbatim(f"W{place}"), 1000 + place) for place in range(1, 53))
    said = words(as_svg(Chart(ChartKind.TREND, verbatim("2026"), year), ENGLISH))
    named = [word for word in said if word.startswith("W")]
    assert named[-1] == "W52"
    assert 10 <= len(named) < 26


@given(st.integers(1, 60), st.sampled_from(["W1", "16 November 2026", "第47周", "很" * 40]))
def test_no_label_of_a_trend_leaves_the_picture(many: int, label: str) -> None:
    points = tuple(Point(verbatim(label), 5) for _ in range(many))
    svg = as_svg(Chart(ChartKind.TREND, verbatim("x"), points), ENGLISH)
    for one in parts(svg):
        if one.tag == f"{SVG}text" and one.get("text-anchor") == "middle":
            half = charts._wide("".join(one.itertext()), charts.SMALL) / 2
            assert float(one.get("x", "")) - half >= -1
            assert float(one.get("x", "")) + half <= charts.WIDTH + 1


@pytest.mark.parametrize(
    "hostile",
    ["<script>alert(1)</script>", 'a" onload="x', "]]>", "&amp;", "<!channel>", "\u202eabc"],
)
def test_names_bring_no_markup_in(hostile: str) -> None:
    svg = as_svg(bars(1, label=hostile), ENGLISH)
    kinds = {element.tag.removeprefix(SVG) for element in parts(svg)}
    assert kinds <= {"svg", "rect", "g", "text", "tspan", "polygon", "path"}


def test_what_is_too_long_is_shortened_before_it_runs_into_its_neighbour() -> None:
    svg = as_svg(bars(1, label="A rather long label that nobody should have chosen"), ENGLISH)
    assert words(svg)[1].startswith("A rather long")
    assert words(svg)[1].endswith("…")
    chinese = words(as_svg(bars(1, label="很长很长很长很长很长很长很长很长很长的标签"), CHINESE))[1]
    assert len(chinese) < len(words(svg)[1])


@pytest.mark.parametrize(
    ("chart", "voice"),
    [
        (FUNNEL, ENGLISH),
        (bars(3, 2, label="Żółć, powód"), Voice(Language.POLISH, "UTC")),
        (bars(3, 2, label="Причина"), RUSSIAN),
        (bars(3, 2, label="转化原因"), CHINESE),
    ],
)
def test_a_chart_becomes_a_sharp_picture_in_every_language(chart: Chart, voice: Voice) -> None:
    png = as_png(chart, voice)
    assert png is not None
    height = 2 * charts.MARGIN + charts.TITLE_LINE + charts.STEP * len(chart.points)
    assert size(png) == (charts.WIDTH * ZOOM, height * ZOOM)
    assert len(png) < 200_000


@pytest.mark.parametrize(
    "title",
    [
        "Why leads were disqualified (16): week 47, 16 Nov 2026 – 22 Nov 2026",
        "线索被判定为不合格的原因（16）：2026年第47周，11月16日至11月22日为止",
    ],
)
def test_a_long_title_takes_two_lines_and_loses_no_word(title: str) -> None:
    svg = as_svg(Chart(ChartKind.BARS, verbatim(title), bars(3).points), ENGLISH)
    first, second, *_ = words(svg)
    assert f"{first}{second}".replace(" ", "") == title.replace(" ", "")
    height = 2 * charts.MARGIN + charts.TITLE_LINE + charts.TITLE_STEP + charts.STEP
    assert parts(svg)[0].get("height") == str(height)


def test_a_title_that_two_lines_cannot_hold_is_shortened() -> None:
    svg = as_svg(Chart(ChartKind.BARS, verbatim("title " * 40), ()), ENGLISH)
    assert len(words(svg)) == 2
    assert words(svg)[1].endswith("…")


def test_a_trend_is_a_picture_too() -> None:
    png = as_png(TREND, ENGLISH)
    assert png is not None
    assert size(png)[0] == charts.WIDTH * ZOOM
    assert png != as_png(Chart(ChartKind.BARS, TREND.title, TREND.points), ENGLISH)


def test_a_picture_of_other_words_is_another_picture() -> None:
    """Without fonts every text would be drawn as nothing at all."""
    assert as_png(bars(1, label="Won"), ENGLISH) != as_png(bars(1, label="Now"), ENGLISH)


def test_words_for_which_this_machine_has_no_letters_make_no_picture() -> None:
    tangsa = "\U00016a76"
    assert as_png(bars(1, label=f"a{tangsa}"), ENGLISH) is None


def test_without_any_font_there_is_no_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(charts, "FAMILIES", "No Such Font")
    charts._is_known.cache_clear()
    try:
        assert as_png(FUNNEL, ENGLISH) is None
    finally:
        charts._is_known.cache_clear()


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_makes_no_picture(value: float) -> None:
    assert as_png(bars(1, value), ENGLISH) is None


@settings(max_examples=25)
@given(st.text(max_size=60), st.lists(st.floats(-1e12, 1e12), max_size=30))
def test_any_chart_is_drawn_or_left_to_words(label: str, values: list[float]) -> None:
    drawn = bars(*values, label=label)
    for chart in (drawn, Chart(ChartKind.TREND, drawn.title, drawn.points)):
        png = as_png(chart, ENGLISH)
        assert png is None or png.startswith(b"\x89PNG")


# ---- for every eye


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""

    def linear(part: str) -> float:
        share = int(part, 16) / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(colour[place : place + 2]) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_text_and_shapes_stand_out_from_their_card() -> None:
    assert contrast(INK, PAPER) >= 7
    assert contrast(SOFT_INK, PAPER) >= 4.5
    assert all(contrast(colour, PAPER) >= 3 for colour in FILL.values())


def test_the_card_brings_its_own_ground_for_light_and_dark_screens() -> None:
    _, ground, *_ = parts(as_svg(FUNNEL, ENGLISH))
    assert (ground.tag, ground.get("fill")) == (f"{SVG}rect", PAPER)


def test_a_tone_is_told_by_a_sign_besides_its_colour() -> None:
    for kind in ChartKind:
        drawn = {
            tone: as_svg(Chart(kind, verbatim("x"), bars(1, tone=tone).points), ENGLISH)
            for tone in Tone
        }
        signed = {tone for tone, svg in drawn.items() if 'stroke-width="2.2"' in svg}
        assert signed == {Tone.GOOD, Tone.WARN, Tone.BAD}
    assert len(set(SIGN.values())) == len(SIGN)
