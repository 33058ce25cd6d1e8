"""Modals stack three deep, open by fresh triggers, and do what the answer to a submission says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from slack_sdk.errors import SlackApiError

from tests.fakes.slack.an_app import AnApp
from tests.fakes.slack.fake import FakeSlack
from tests.fakes.slack.hands import TROUBLE
from tests.fakes.slack.people import Member
from tests.fakes.slack.workspace import SlackSays, View


@pytest.fixture
def app(slack: FakeSlack) -> Iterator[AnApp]:
    with AnApp(slack.signing_secret) as app:
        slack.door = app.url
        yield app


@pytest.fixture
def anna(slack: FakeSlack) -> Member:
    return slack.member("Anna Nowak")


def plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text}


def field(name: str, **more: Any) -> dict[str, Any]:
    element = {"type": "plain_text_input", "action_id": "given", **more}
    return {"type": "input", "block_id": name, "label": plain(name.title()), "element": element}


def form(title: str = "Ask", **more: Any) -> dict[str, Any]:
    return {
        "type": "modal",
        "callback_id": "questions.asked",
        "title": plain(title),
        "submit": plain("Send"),
        "private_metadata": '{"keep": {}}',
        "blocks": [field("leads", max_length=10)],
        **more,
    }


def trigger(slack: FakeSlack, app: AnApp, anna: Member) -> str:
    slack.shortcut(anna, "ask")
    return str(app.last["trigger_id"])


@pytest.fixture
def opened(slack: FakeSlack, app: AnApp, anna: Member, client: Any) -> View:
    client.views_open(trigger_id=trigger(slack, app, anna), view=form())
    modal = slack.modal(anna)
    assert modal is not None
    return modal


def code(call: Any, **args: Any) -> str:
    with pytest.raises(SlackApiError) as caught:
        call(**args)
    return str(caught.value.response["error"])


# ---- opening ------------------------------------------------------------------------------------


def test_a_trigger_opens_one_modal(slack: FakeSlack, app: AnApp, anna: Member, client: Any) -> None:
    name = trigger(slack, app, anna)
    view: dict[str, Any] = client.views_open(trigger_id=name, view=form())["view"]
    assert view["root_view_id"] == view["id"]
    assert view["state"]["values"]["leads"]["given"]["value"] is None
    assert code(client.views_open, trigger_id=name, view=form()) == "exchanged_trigger_id"


def test_a_trigger_lives_three_seconds(
    slack: FakeSlack, app: AnApp, anna: Member, client: Any
) -> None:
    name = trigger(slack, app, anna)
    began = slack.now()
    slack.now = lambda: began + 4
    assert code(client.views_open, trigger_id=name, view=form()) == "expired_trigger_id"
    assert code(client.views_open, trigger_id="made up", view=form()) == "invalid_trigger_id"
    assert slack.modal(anna) is None


def test_a_bad_view_is_refused(slack: FakeSlack, app: AnApp, anna: Member, client: Any) -> None:
    bad = form("A title that is far too long for Slack")
    args = {"trigger_id": trigger(slack, app, anna), "view": bad}
    assert code(client.views_open, **args) == "invalid_arguments"


def test_an_update_from_an_older_screen_conflicts(
    slack: FakeSlack, opened: View, client: Any
) -> None:
    old = opened.hash
    client.views_update(view_id=opened.id, hash=old, view=form("Again"))
    assert opened.content["title"]["text"] == "Again"
    args = {"view_id": opened.id, "hash": old, "view": form()}
    assert code(client.views_update, **args) == "hash_conflict"
    assert code(client.views_update, view_id="V404", view=form()) == "not_found"


def test_a_home_is_published_over_the_one_before(
    slack: FakeSlack, anna: Member, client: Any
) -> None:
    home = {"type": "home", "blocks": [{"type": "divider"}]}
    first: dict[str, Any] = client.views_publish(user_id=anna.id, view=home)["view"]
    second: dict[str, Any] = client.views_publish(user_id=anna.id, view=home)["view"]
    assert first["id"] == second["id"]
    args = {"user_id": anna.id, "hash": first["hash"], "view": home}
    assert code(client.views_publish, **args) == "hash_conflict"
    assert code(client.views_publish, user_id=anna.id, view=form()) == "invalid_arguments"


# ---- submitting ---------------------------------------------------------------------------------


def test_a_submission_tells_what_was_filled_in_and_an_empty_answer_closes_it(
    slack: FakeSlack, app: AnApp, anna: Member, opened: View
) -> None:
    slack.submit(anna, {"leads": "Acme"})
    view = app.last["view"]
    assert app.last["type"] == "view_submission"
    assert view["state"]["values"] == {
        "leads": {"given": {"type": "plain_text_input", "value": "Acme"}}
    }
    assert view["callback_id"] == "questions.asked"
    assert view["private_metadata"] == '{"keep": {}}'
    assert view["hash"] == opened.hash
    assert slack.modal(anna) is None


@pytest.mark.usefixtures("opened")
def test_the_client_holds_back_what_is_empty_or_too_long(
    slack: FakeSlack, app: AnApp, anna: Member
) -> None:
    for answer in ("", "far too many leads"):
        with pytest.raises(AssertionError, match="leads"):
            slack.submit(anna, {"leads": answer})
    assert app.last["type"] == "shortcut"


def test_errors_stand_beside_their_fields_and_the_modal_stays(
    slack: FakeSlack, app: AnApp, anna: Member, opened: View
) -> None:
    app.says({"response_action": "errors", "errors": {"leads": "Nobody of that name."}})
    slack.submit(anna, {"leads": "Acme"})
    assert opened.errors == {"leads": "Nobody of that name."}
    assert slack.modal(anna) is opened
    app.says({"response_action": "errors", "errors": {"elsewhere": "x"}})
    with pytest.raises(AssertionError, match="no input block"):
        slack.submit(anna, {"leads": "Acme"})


def test_an_answer_may_update_push_or_clear(
    slack: FakeSlack, app: AnApp, anna: Member, opened: View
) -> None:
    app.says({"response_action": "update", "view": form("Again")})
    slack.submit(anna, {"leads": "Acme"})
    assert opened.content["title"]["text"] == "Again"
    app.says({"response_action": "push", "view": form("Deeper")})
    slack.submit(anna, {"leads": "Acme"})
    top = slack.modal(anna)
    assert top is not None
    assert (top.previous, top.root) == (opened.id, opened.id)
    app.says({"response_action": "clear"})
    slack.submit(anna, {"leads": "Acme"})
    assert slack.modal(anna) is None


@pytest.mark.usefixtures("opened")
def test_modals_stack_three_deep(slack: FakeSlack, app: AnApp, anna: Member) -> None:
    app.says({"response_action": "push", "view": form("Deeper")})
    for _ in range(2):
        slack.submit(anna, {"leads": "Acme"})
    with pytest.raises(SlackSays, match="push_limit_reached"):
        slack.submit(anna, {"leads": "Acme"})


@pytest.mark.usefixtures("opened")
def test_a_bad_view_in_an_answer_is_refused(slack: FakeSlack, app: AnApp, anna: Member) -> None:
    app.says({"response_action": "update", "view": form("A title that is far too long for Slack")})
    with pytest.raises(SlackSays, match="invalid_arguments"):
        slack.submit(anna, {"leads": "Acme"})


def test_an_app_that_fails_leaves_the_modal_with_trouble(
    slack: FakeSlack, app: AnApp, anna: Member, opened: View
) -> None:
    app.says(status=500)
    slack.submit(anna, {"leads": "Acme"})
    assert opened.errors == {"": TROUBLE}
    assert slack.modal(anna) is opened


def test_a_push_needs_a_trigger_from_a_modal(
    slack: FakeSlack, app: AnApp, anna: Member, client: Any
) -> None:
    args = {"trigger_id": trigger(slack, app, anna), "view": form()}
    assert code(client.views_push, **args) == "not_found"


def test_a_modal_may_be_pushed_by_a_press_in_a_modal(
    slack: FakeSlack, app: AnApp, anna: Member, client: Any
) -> None:
    button = {"type": "button", "text": plain("More"), "action_id": "more#1"}
    view = form(blocks=[{"type": "actions", "elements": [button]}])
    client.views_open(trigger_id=trigger(slack, app, anna), view=view)
    first = slack.modal(anna)
    assert first is not None
    slack.press(anna, first, "More")
    client.views_push(trigger_id=app.last["trigger_id"], view=form("Deeper"))
    top = slack.modal(anna)
    assert top is not None
    assert top.content["title"]["text"] == "Deeper"


def test_closing_is_told_only_on_request(
    slack: FakeSlack, app: AnApp, anna: Member, opened: View, client: Any
) -> None:
    heard = len(app.heard)
    assert slack.close(anna) is None
    assert len(app.heard) == heard
    told = form(notify_on_close=True)
    client.views_open(trigger_id=trigger(slack, app, anna), view=told)
    slack.close(anna)
    assert app.last["type"] == "view_closed"
    assert app.last["is_cleared"] is False
    assert slack.modal(anna) is None
