"""Reading what people wrote, out of Teams' texts and HTML."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.teams.deed import MOST_KEY, once, placed
from bot.platforms.teams.words import plain, plain_html

OURS = {"Leadloop"}
MENTION = '<span itemtype="http://schema.skype.com/Mention" itemid="0">{}</span>'


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("<at>Leadloop</at> L-1", "L-1"),
        ("<at>Leadloop</at>&nbsp;L-1", "L-1"),
        ('<at id="0">Leadloop</at> ask <at>Anna</at>', "ask Anna"),
        ("L-1\r\nL-2\n\n", "L-1\nL-2"),
        ("Smith &amp; Sons", "Smith & Sons"),
        ("a < b and c > d", "a < b and c > d"),
    ],
)
def test_a_text_is_read_as_it_was_typed(written: str, read: str) -> None:
    assert plain(written, OURS) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (f"<p>{MENTION.format('Leadloop')}&nbsp;L-1</p>", "L-1"),
        (f"<p>{MENTION.format('Anna')} has L-1</p>", "Anna has L-1"),
        ('<div><at id="0">Leadloop</at> L-1</div><div>L-2</div>', "L-1\nL-2"),
        ("<p>L-1<br>L-2</p>", "L-1\nL-2"),
        ("<ul><li>L-1</li><li>L-2</li></ul>", "L-1\nL-2"),
        (
            "<table><tr><td>L-1</td><td>Acme</td></tr><tr><td>L-2</td><td>Beta</td></tr></table>",
            "L-1\tAcme\nL-2\tBeta",
        ),
        ("<p>Smith &amp; Sons &lt;x&gt;</p>", "Smith & Sons <x>"),
        ("<script>alert(1)</script><p>L-1</p>", "L-1"),
        ('<a href="https://crm.example/1">L-1</a>', "L-1"),
        ("<p>two\n lines  of\tsource</p>", "two lines of source"),
        ('<p><at id="0">Leadloop', ""),
    ],
)
def test_html_is_read_as_it_looks(written: str, read: str) -> None:
    assert plain_html(written, OURS) == read


@given(st.text(alphabet="<>/&;at \n\tspan=\"'xyz\0", max_size=200))
def test_no_spelling_makes_the_reader_stumble(written: str) -> None:
    for words in (plain(written, OURS), plain_html(written, OURS)):
        assert words == words.strip()
        assert "\n\n" not in words


@given(st.text(max_size=400), st.text(max_size=400))
def test_a_once_key_is_never_too_long_and_never_anothers(conversation: str, activity: str) -> None:
    key = once(conversation, activity)
    assert len(key) <= MOST_KEY
    assert key == once(conversation, activity)
    assert key != once(conversation, f"{activity}x")


@pytest.mark.parametrize(
    ("name", "passes"),
    [
        ("at:teams:19:a@thread.tacv2", True),
        ("at:teams:19:a@thread.tacv2/17", True),
        ("at:teams:19:b@thread.tacv2", False),
        ("at:teams:19:a@thread.tacv2/17/18", False),
        ("at:slack:19:a@thread.tacv2", False),
        ("person:somebody-else", False),
        ("sales", False),
    ],
)
def test_a_form_may_name_the_conversation_it_is_open_in_and_no_other(
    name: str, *, passes: bool
) -> None:
    assert placed(name, "19:a@thread.tacv2") == (name if passes else "")


def test_a_home_that_a_form_names_is_the_senders_own() -> None:
    assert placed("home:somebody-else", "19:a@thread.tacv2") == "home"
