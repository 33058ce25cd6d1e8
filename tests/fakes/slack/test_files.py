"""Files go up in three steps, are processed in their own time, and come down to who may have them."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from slack_sdk.errors import SlackApiError

from tests.fakes.slack.fake import FakeSlack

PNG = b"\x89PNG\r\n\x1a\n"


def picture(file_id: str) -> dict[str, object]:
    return {"type": "image", "alt_text": "A chart", "slack_file": {"id": file_id}}


def uploaded(client: Any, name: str = "chart.png") -> str:
    answer = client.files_upload_v2(filename=name, content=PNG, title="Leads")
    return str(answer["files"][0]["id"])


def test_a_picture_is_refused_until_it_is_processed(slack: FakeSlack, client: Any) -> None:
    place = slack.channel("sales")
    file_id = uploaded(client)
    blocks = [picture(file_id)]
    with pytest.raises(SlackApiError) as caught:
        client.chat_postMessage(channel=place.id, text="x", blocks=blocks)
    assert caught.value.response["error"] == "invalid_blocks"
    assert "invalid slack file" in str(caught.value.response["response_metadata"])
    types = [client.files_info(file=file_id)["file"]["mimetype"] for _ in range(3)]
    assert types == ["", "", "image/png"]
    assert client.chat_postMessage(channel=place.id, text="x", blocks=blocks)["ok"]


def test_what_is_no_picture_never_becomes_one(slack: FakeSlack, client: Any) -> None:
    slack.polls_until_processed = 0
    place = slack.channel("sales")
    blocks = [picture(uploaded(client, "leads.csv"))]
    with pytest.raises(SlackApiError, match="invalid_blocks"):
        client.chat_postMessage(channel=place.id, text="x", blocks=blocks)


def test_a_file_completed_in_a_channel_is_posted_there(slack: FakeSlack, client: Any) -> None:
    place = slack.channel("sales")
    client.files_upload_v2(filename="chart.png", content=PNG, channel=place.id)
    assert place.messages[0].files[0]["name"] == "chart.png"


def test_an_upload_of_another_size_is_refused(slack: FakeSlack, client: Any) -> None:
    asked = client.files_getUploadURLExternal(filename="chart.png", length=5)
    assert httpx.post(asked["upload_url"], content=PNG).status_code == 400
    with pytest.raises(SlackApiError, match="file_not_found"):
        client.files_completeUploadExternal(files=[{"id": asked["file_id"]}])


def test_a_file_comes_down_to_its_token_and_a_sign_in_page_to_all_others(
    slack: FakeSlack, client: Any
) -> None:
    anna = slack.member("Anna Nowak")
    slack.subscribed.clear()
    slack.upload(anna, "leads.csv", b"lead;state")
    address = slack.direct(anna).messages[0].files[0]["url_private"]
    bearer = {"Authorization": f"Bearer {slack.bot_token}"}
    assert httpx.get(address, headers=bearer).content == b"lead;state"
    stranger = httpx.get(address)
    assert stranger.status_code == 200
    assert "Sign in" in stranger.text
    slack.scopes.remove("files:read")
    assert "Sign in" in httpx.get(address, headers=bearer).text
