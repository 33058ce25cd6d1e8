"""The judge of Adaptive Cards refuses what Teams would not draw, and nothing else."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from tests.fakes.teams.adaptive_cards import dialog_problems, problems, size, unfurl_problems
from tests.fakes.teams.cards import a_card, a_field, a_form, executes, opens

TEXT = {"type": "TextBlock", "text": "3 of 20 answered"}
CELL = {"type": "TableCell", "items": [TEXT]}
TABLE = {
    "type": "Table",
    "columns": [{"width": 1}, {"width": "80px"}],
    "rows": [{"type": "TableRow", "cells": [CELL, CELL]}],
    "firstRowAsHeaders": True,
}
CHART = {
    "type": "Chart.HorizontalBar",
    "title": "Leads",
    "data": [{"x": "Won", "y": 3, "color": "good"}],
    "fallback": TABLE,
}
CHOICES = [{"title": "Won", "value": "won"}, {"title": "Lost", "value": "lost"}]
CHOICE_SET = {"type": "Input.ChoiceSet", "id": "state", "label": "State", "choices": CHOICES}
PEOPLE = {"type": "Data.Query", "dataset": "graph.microsoft.com/users"}
MENTION = {
    "type": "mention",
    "text": "<at>Anna</at>",
    "mentioned": {"id": "29:1", "name": "Anna"},
}
PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + b"\0\0\x04\0" * 2


def picture(content: bytes = PNG) -> dict[str, Any]:
    return {"type": "Image", "url": f"data:image/png;base64,{base64.b64encode(content).decode()}"}


@pytest.mark.parametrize(
    "card",
    [
        a_card(TEXT),
        a_card(TABLE, CHART),
        a_card(actions=[executes("Won", "questions.answered", lead="l1"), opens("Other", "x")]),
        a_card(CHOICE_SET | {"value": "won", "style": "expanded"}),
        a_card(CHOICE_SET | {"choices": [], "choices.data": PEOPLE}),
        a_card({"type": "Input.Date", "id": "d", "label": "When", "min": "2026-11-22"}),
        a_card({"type": "Input.Toggle", "id": "t", "title": "Quiet"}),
        a_card({"type": "RichTextBlock", "inlines": ["a", {"type": "TextRun", "text": "<b>"}]}),
        a_card({"type": "FactSet", "facts": [{"title": "Owner", "value": "Anna"}]}),
        a_card(TEXT | {"targetWidth": "atMost:narrow"}),
        a_card({"type": "Container", "items": [TEXT], "style": "Good", "fallback": "drop"}),
        a_card({"type": "ColumnSet", "columns": [{"type": "Column", "width": "auto"}]}),
        a_card(picture(), msteams={"width": "Full"}),
        a_card(
            {"type": "TextBlock", "text": "Hello <at>Anna</at>"}, msteams={"entities": [MENTION]}
        ),
        a_card(TEXT | {"text": r"\<b\> and 1 < 2 and \# no heading"}),
        a_card(a_field(), actions=[{"type": "Action.ShowCard", "title": "More", "card": a_card()}]),
    ],
)
def test_a_sound_card_is_let_through(card: dict[str, Any]) -> None:
    assert problems(card) == []


@pytest.mark.parametrize(
    ("card", "said"),
    [
        (a_card(version="1.6"), "version"),
        (a_card({"type": "Blink", "text": "x"}), "unsupported element"),
        (a_card({"type": "TextBlock"}), "missing required field: text"),
        (a_card(TEXT | {"blink": True}), "unknown field: blink"),
        (a_card(TEXT | {"size": "huge"}), "must be one of small"),
        (a_card(TEXT | {"targetWidth": "phone"}), "must be one of veryNarrow"),
        (a_card(TEXT | {"text": "a <b>bold</b> word"}), "HTML is not drawn"),
        (a_card(TEXT | {"text": "# Leads"}), "headings"),
        (a_card(TEXT | {"text": "|a|b|\n|-|-|\n|1|2|"}), "Markdown tables"),
        (a_card(TEXT | {"text": "<at>Anna</at>"}), "mentions nobody"),
        (a_card(TEXT | {"text": "<at>Anna"}), "torn mention"),
        (a_card(msteams={"entities": [MENTION]}), "stands in no text"),
        (a_card(actions=[executes("Won", "x")] * 6), "no more than 5"),
        (a_card({"type": "ActionSet", "actions": [executes("a", "b")] * 6}), "no more than 5"),
        (a_card(actions=[{"type": "Action.ToggleVisibility", "title": "x"}]), "unsupported action"),
        (a_card(actions=[{"type": "Action.Execute", "title": "x", "verb": "y"}]), "fallback"),
        (a_card(actions=[{"type": "Action.Submit", "title": "x", "data": "y"}]), "an object"),
        (
            a_card(
                actions=[{"type": "Action.OpenUrl", "title": "x", "url": "javascript:alert(1)"}]
            ),
            "https",
        ),
        (a_card(a_field(), a_field()), "already exists"),
        (a_card({"type": "Input.Text", "id": "a"}), "missing required field: label"),
        (a_card(a_field(isRequired=True)), "needs an errorMessage"),
        (a_card(a_field(maxLength=2, value="abc")), "longer than maxLength"),
        (a_card(CHOICE_SET | {"value": "maybe"}), "none of the choices"),
        (a_card(CHOICE_SET | {"choices": []}), "nothing to choose"),
        (a_card(CHART | {"fallback": "drop"}), "needs a fallback"),
        (a_card(CHART | {"data": [{"legend": "Won", "value": 3}]}), "missing required field: x"),
        (a_card(TABLE | {"columns": [{}]}), "2 cells for 1 columns"),
        (a_card({"type": "Image", "url": "http://example.com/a.png"}), "https"),
        (a_card(picture(PNG + b"\0" * 1024 * 1024)), "at most 1 MB"),
        (a_card(picture(PNG[:16] + b"\0\0\x08\0" * 2)), "1024 pixels"),
        (a_card(*[TEXT | {"text": "x" * 1000}] * 41), "bytes"),
        ("no card", "must be an object"),
        ({"type": "AdaptiveCard", "version": "1.5"}, "shows nothing"),
    ],
)
def test_an_unsound_card_is_refused(card: Any, said: str) -> None:
    assert any(said in one for one in problems(card)), problems(card)


def test_size_counts_utf_16_and_leaves_pictures_out() -> None:
    bare = size(a_card(TEXT))
    assert size(a_card(TEXT | {"text": TEXT["text"] + "ж"})) == bare + 2
    assert size(a_card(picture(PNG * 9))) == size(a_card(picture()))


def test_a_dialog_takes_no_universal_action() -> None:
    assert dialog_problems(a_form(a_field())) == []
    assert dialog_problems(a_card(actions=[executes("Won", "x")])) != []


@pytest.mark.parametrize("element", [TABLE, CHART, TEXT | {"targetWidth": "narrow"}])
def test_a_link_preview_knows_nothing_newer_than_1_3(element: dict[str, Any]) -> None:
    assert unfurl_problems(a_card(TEXT, version="1.3")) == []
    assert unfurl_problems(a_card(element, version="1.3")) != []
    assert unfurl_problems(a_card(TEXT)) != []


def test_a_link_preview_has_no_universal_action() -> None:
    assert unfurl_problems(a_card(version="1.3", actions=[executes("Won", "x")])) != []
