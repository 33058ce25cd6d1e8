"""A list of nothing but addresses, which is read the short way and understood as the long way would."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.leads.listing import addresses
from handlers.leads.understanding import Understood, understand
from tests.builders import a_lead
from tests.handlers.leads.fakes import FewLeads

LEADS = FewLeads(
    a_lead(1, email="anna@acme.example"),
    a_lead(2, email="jan@beta.example"),
    a_lead(3, email="shared@gamma.example"),
    a_lead(4, email="shared@gamma.example"),
)

LINES = st.sampled_from(
    [
        "anna@acme.example",
        "ANNA@acme.example",
        "jan@beta.example",
        "shared@gamma.example",
        "Shared@Gamma.example",
        "nobody@nowhere.example",
        "other@nowhere.example",
    ]
)


def ask(text: str) -> Understood:
    return understand(text, LEADS, today=date(2026, 11, 16))


@given(st.lists(LINES, min_size=1, max_size=12))
def test_a_list_of_addresses_means_what_it_means_with_bullets(lines: list[str]) -> None:
    short, long = "\n".join(lines), "\n".join(f"- {line}" for line in lines)
    assert list(addresses(short)) == lines
    assert not addresses(long)
    assert ask(short) == ask(long)


@given(st.lists(LINES, min_size=1, max_size=5), st.sampled_from(["\n", "\r\n", "\n \n", "\n--\n"]))
def test_blanks_and_rulers_between_addresses_make_no_difference(
    lines: list[str], between: str
) -> None:
    spaced = between.join(f"\t{line}  " for line in lines)
    assert ask(spaced) == ask("\n".join(lines))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n \n",
        "E-mail\nanna@acme.example",
        "what happened to these?\nanna@acme.example",
        "anna@acme.example, jan@beta.example",
        "anna@acme.example\nL-17",
        "why anna@acme.example",
    ],
)
def test_anything_but_addresses_is_read_the_long_way(text: str) -> None:
    assert not addresses(text)


def test_an_address_with_a_question_above_it_is_the_same_lead() -> None:
    alone = ask("anna@acme.example\nnobody@nowhere.example")
    asked = ask("what happened to these?\nanna@acme.example\nnobody@nowhere.example")
    assert alone == replace(asked, asked=2)
    assert alone.remarks.unknown == ("nobody@nowhere.example",)
