"""The first word tells what is wanted, and a list of leads is never taken for a command."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.i18n import Voice
from bot.platforms.demo.sample import sample_flag
from handlers import commands
from handlers.commands import (
    AGENDA,
    ASK,
    DEFINITION,
    DIGEST,
    FLAG,
    HELP,
    HOME_OPENED,
    OFFER_FLAG,
    SAID,
    SETTINGS,
    Wish,
    spoken,
    typed,
)
from handlers.people import Language
from handlers.questions.asking import HELP_WORDS
from handlers.questions.notices import command_lines
from tests.builders import a_lead

ALL_WORDS = [(route, word) for route, words in commands.WORDS.items() for word in words]
ALONE = [word for route, word in ALL_WORDS if route not in {ASK, FLAG}]

words_of_lists = st.text(
    st.characters(categories=["L", "Nd"], include_characters="@.,;-'\t "), min_size=1, max_size=30
).filter(str.strip)


@pytest.mark.parametrize(("route", "word"), ALL_WORDS)
def test_every_word_alone_is_its_command_in_any_case(route: str, word: str) -> None:
    for said in (word, word.upper(), f"  /{word.title()} ", f"{word}!", f"{word}？", f"{word}:"):
        assert typed(said) == Wish(route)
        assert spoken(said) == Wish(OFFER_FLAG if route == FLAG else route)


@pytest.mark.parametrize(
    ("said", "route", "rest"),
    [
        ("ask the webinar leads", SAID, "the webinar leads"),
        ("Zapytaj a@acme.example", SAID, "a@acme.example"),
        ("询问 L-1", SAID, "L-1"),
        ("ask:\na@acme.example\nb@acme.example", SAID, "a@acme.example\nb@acme.example"),
        ("flag L-1", FLAG, "L-1"),
        ("flag: Anna Nowak, Acme", FLAG, "Anna Nowak, Acme"),
        ("Zglos anna@acme.example", FLAG, "anna@acme.example"),
        ("отметить anna@acme.example, L-2", FLAG, "anna@acme.example, L-2"),
        ("标记：anna@acme.example", FLAG, "anna@acme.example"),
        ("flag\nanna@acme.example\nL-2", FLAG, "anna@acme.example\nL-2"),
        ("flag these leads:\nanna@acme.example", FLAG, "these leads:\nanna@acme.example"),
        ("definicja", DEFINITION, ""),
        ("agenda next week", AGENDA, "next week"),
        ("agenda 3 December", AGENDA, "3 December"),
        ("agenda 2026-12-03", AGENDA, "2026-12-03"),
        ("повестка завтра", AGENDA, "завтра"),
        ("议程 12月3日", AGENDA, "12月3日"),
        ("digest last week", DIGEST, "last week"),
        ("digest 2026-W47", DIGEST, "2026-W47"),
        ("digest week 46", DIGEST, "week 46"),
        ("周报 第46周", DIGEST, "第46周"),
        ("glowna", HOME_OPENED, ""),
        ("settings", SETTINGS, ""),
    ],
)
def test_a_command_takes_along_what_belongs_to_it(said: str, route: str, rest: str) -> None:
    assert typed(said) == Wish(route, rest)


@pytest.mark.parametrize(
    "said",
    [
        "Agenda\nAcme\nGlobex",
        "Agenda, Anna Nowak",
        "Agenda Media GmbH, Anna Nowak",
        "agenda 1042117",
        "Digest Media, Anna Nowak",
        "digest of the leads that came by the webinar",
        "Home Depot, Acme",
        "Settings & Co",
        "Definition Ltd, Anna Nowak\nAcme, Jan Kowalski",
        "Flag, Anna Nowak",
        "Flag Systems, Anna Nowak\nAcme, Jan Kowalski",
        "Flag\tName\tEmail\nx\tAnna Nowak\tanna@acme.example",
        "flag day leads: what happened to them?",
        "Flagship, Anna Nowak",
        "help me with these leads: L-1",
        "asking for a friend",
        "what became of L-1?",
        "https://crm.example/leads/1",
        "",
        "?",
    ],
)
def test_what_may_be_leads_or_a_question_stays_one(said: str) -> None:
    assert spoken(said) == typed(said) == Wish(SAID, said)


def test_only_a_digest_has_values_beside_its_words() -> None:
    assert typed("digest 2026-W47").values == {"week": "2026-W47"}
    assert typed("agenda 2026-12-03").values == {}


def test_help_is_known_to_the_questions_too() -> None:
    assert set(commands.WORDS[HELP]) <= HELP_WORDS


@given(st.sampled_from(ALONE), st.lists(words_of_lists, min_size=1, max_size=5))
def test_a_list_headed_by_a_command_that_stands_alone_is_a_list(word: str, rows: list[str]) -> None:
    pasted = "\n".join([word.title(), *rows])
    assert spoken(pasted) == Wish(SAID, pasted.strip())


@given(st.sampled_from(ALL_WORDS), words_of_lists)
def test_a_first_cell_with_a_comma_behind_it_is_no_command(
    command: tuple[str, str], rest: str
) -> None:
    for comma in ",;":
        pasted = f"{command[1]}{comma} {rest}".strip()
        assert spoken(pasted) == Wish(SAID, pasted)


@given(st.text(max_size=80))
def test_no_word_is_lost_but_the_command(said: str) -> None:
    wish = typed(said)
    assert said.strip().endswith(wish.words)
    assert wish.route != SAID or wish.words == said.strip() or wish.words
    assert len(said.split()) - len(wish.words.split()) <= 1


@given(st.sampled_from(ALL_WORDS), st.text(max_size=40))
def test_a_message_and_a_slash_command_mean_the_same_but_for_the_form(
    command: tuple[str, str], rest: str
) -> None:
    said, wish = f"{command[1]} {rest}", typed(f"{command[1]} {rest}")
    assert spoken(said).words == wish.words
    assert (spoken(said).route, wish.route) in {(wish.route, wish.route), (OFFER_FLAG, FLAG)}


@pytest.mark.parametrize("language", Language)
def test_the_examples_of_the_help_are_understood_in_their_language(language: Language) -> None:
    lines = [Voice(language, "UTC").speak(line) for line in command_lines()]
    said = [re.split(r": | — |：", line)[0] for line in lines]
    assert [typed(one).route for one in said] == [FLAG, DEFINITION, AGENDA, DIGEST, SETTINGS]
    assert typed(said[0]).words == "anna@acme.example"


@pytest.mark.parametrize("language", Language)
def test_the_flag_that_the_demo_proposes_is_understood(language: Language) -> None:
    proposed = sample_flag(a_lead(), Voice(language, "UTC"))
    assert typed(proposed) == Wish(FLAG, "anna1@acme.example")
