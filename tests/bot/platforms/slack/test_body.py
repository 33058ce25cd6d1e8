"""The bodies of Slack's requests are read as they were spelled, and whatever else is no body."""

from __future__ import annotations

import json
from urllib.parse import quote, urlencode

from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.slack.body import read_body


@given(st.dictionaries(st.text(max_size=20), st.text(max_size=200), max_size=5))
def test_a_payload_in_a_form_is_read_as_slack_spelled_it(told: dict[str, str]) -> None:
    assert read_body(urlencode({"payload": json.dumps(told)}).encode(), is_form=True) == told
    spelled = json.dumps(told, ensure_ascii=False)
    spelled = "".join(letter for letter in spelled if not "\ud800" <= letter <= "\udfff")
    assert read_body(f"payload={quote(spelled)}".encode(), is_form=True) == json.loads(spelled)


@given(st.dictionaries(st.text(max_size=10), st.text(max_size=50), max_size=5))
def test_a_command_is_read_field_by_field(told: dict[str, str]) -> None:
    fields = told | {"command": "/leads"}
    if "payload" not in fields:
        assert read_body(urlencode(fields).encode(), is_form=True) == fields


@given(body=st.binary(max_size=300), is_form=st.booleans())
def test_no_body_makes_us_stumble(body: bytes, *, is_form: bool) -> None:
    read_body(body, is_form=is_form)
    read_body(b"payload=" + body, is_form=is_form)


def test_a_body_with_an_unspelled_equals_sign_is_read_the_slow_way() -> None:
    assert read_body(b'payload={"a":"=41=%3D"}', is_form=True) == {"a": "=41=="}
