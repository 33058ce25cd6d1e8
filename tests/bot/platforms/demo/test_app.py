"""The demo's door: presses, forms, sentences and files through HTTP, and who is not let in."""

from __future__ import annotations

import json
from typing import Any

import pytest
from structlog.testing import capture_logs

from handlers.errors import Refused
from handlers.interaction import Correct, Interaction, Open, Reply, Show
from handlers.message import Card, Form, ShortText
from handlers.people import PersonId, Place
from handlers.phrase import say, verbatim
from tests.bot.platforms.demo.conftest import HOME, House
from tests.bot.platforms.demo.test_send import sent

FORM = Form(
    name="flags.submit",
    title=verbatim("Why?"),
    fields=(ShortText(name="why", label=verbatim("Why")),),
    submit=verbatim("Send"),
)


def show(text: str) -> Show:
    return Show(Card(verbatim(text), ()))


# ---- pressing


def test_a_press_reaches_its_route_with_all_that_the_button_carried(house: House) -> None:
    answer = house.browser().press("questions.answer", values={"lead": "7"}, deed="abcdefgh")
    assert answer.json() == {"kind": "nothing"}
    assert house.leadloop.asked == [
        Interaction(
            name="questions.answer",
            actor=PersonId("piotr"),
            place=Place("sales"),
            id="demo:piotr:abcdefgh",
            values={"lead": "7"},
        )
    ]


def test_the_same_press_sent_again_does_nothing(house: House) -> None:
    browser = house.browser()
    for _ in range(3):
        answer = browser.press("questions.answer", deed="abcdefgh")
        assert answer.json() == {"kind": "nothing"}
    assert len(house.leadloop.asked) == 1


def test_nobody_can_use_up_the_deed_of_somebody_else(house: House) -> None:
    house.browser("maya").press("questions.answer", deed="abcdefgh")
    house.browser("piotr").press("questions.answer", deed="abcdefgh")
    assert [asked.actor for asked in house.leadloop.asked] == ["maya", "piotr"]


@pytest.mark.anyio
async def test_a_card_in_answer_takes_the_place_of_the_pressed_one_for_everybody(
    house: House,
) -> None:
    reference = int(await sent(house.platform))
    house.leadloop.answers["page"] = lambda _: Show(Card(say("demo-role-manager"), ()))
    answer = house.browser().press("page", message=reference)
    assert answer.json()["kind"] == "show"
    assert "Руководитель" in answer.json()["html"]
    assert house.browser("maya").messages("sales")[0]["title"] == "Руководитель"


@pytest.mark.anyio
async def test_a_press_that_shows_nothing_new_writes_nothing(house: House) -> None:
    reference = int(await sent(house.platform))
    house.leadloop.answers["page"] = lambda _: show("same")
    house.browser().press("page", message=reference)
    before = house.demo.chat.revision()
    house.browser().press("page", message=reference)
    house.browser().press("nothing")
    assert house.demo.chat.revision() == before


@pytest.mark.anyio
async def test_a_message_of_another_conversation_cannot_be_overwritten(house: House) -> None:
    reference = int(await sent(house.platform))
    house.leadloop.answers["page"] = lambda _: show("mine")
    house.browser().press("page", "person:piotr", message=reference)
    assert house.browser().messages("sales")[0]["title"] == "hello"


def test_a_card_without_a_message_to_replace_is_given_to_the_presser_alone(house: House) -> None:
    house.leadloop.answers["page"] = lambda _: show("<here>")
    answer = house.browser().press("page", message=None)
    assert answer.json()["kind"] == "show"
    assert "&lt;here&gt;" in answer.json()["html"]
    assert house.browser().messages("sales") == []


def test_a_refusal_is_whispered_in_the_language_of_the_person(house: House) -> None:
    def refuse(_: Interaction) -> Reply:
        raise Refused(say("demo-role-manager"))

    house.leadloop.answers["page"] = refuse
    answer = house.browser("li").press("page").json()
    assert answer["kind"] == "whisper"
    assert "经理" in answer["html"]
    assert house.browser("maya").messages("sales") == []


def test_a_form_opens_and_what_is_wrong_in_it_comes_back_by_field(house: House) -> None:
    browser = house.browser()
    house.leadloop.answers["flag"] = lambda _: Open(FORM)
    house.leadloop.answers["flags.submit"] = lambda _: Correct({"why": say("demo-role-manager")})
    assert 'data-form="flags.submit"' in browser.press("flag").json()["html"]
    answer = browser.submit("flags.submit", values={"why": ""}, keep={"lead": "7"})
    assert answer.json() == {"kind": "correct", "errors": {"why": "Menedżer"}}


def test_what_a_form_kept_wins_over_a_field_of_the_same_name(house: House) -> None:
    house.browser().submit("flags.submit", values={"lead": "8", "why": "x"}, keep={"lead": "7"})
    assert house.leadloop.asked[0].values == {"lead": "7", "why": "x"}


def test_every_answer_is_measured(house: House) -> None:
    house.browser().press("page")
    assert len(house.durations) == 1
    assert house.durations[0] >= 0


# ---- when it breaks


def test_a_failure_is_told_by_number_and_logged_without_a_word_of_what_was_said(
    house: House,
) -> None:
    def break_down(asked: Interaction) -> Reply:
        raise RuntimeError(f"{asked.text} {asked.actor}")

    house.leadloop.answers["said"] = break_down
    with capture_logs() as logged:
        answer = house.browser().say("Anna Nowak", "person:piotr")
    assert answer.status_code == 500
    assert answer.json()["incident"] == "incident-7"
    assert "incident-7" in answer.json()["error"]
    assert logged[0]["incident"] == "incident-7"
    assert "RuntimeError" in logged[0]["error"]
    assert "Anna" not in str(logged)
    assert "piotr" not in str(logged)


def test_after_a_failure_the_same_deed_may_be_tried_again(house: House) -> None:
    trials: list[Interaction] = []

    def fail_once(asked: Interaction) -> Reply:
        trials.append(asked)
        if len(trials) == 1:
            raise RuntimeError
        return show("done")

    house.leadloop.answers["said"] = fail_once
    browser = house.browser()
    assert browser.say("hello", "person:piotr", deed="abcdefgh").status_code == 500
    assert browser.say("hello", "person:piotr", deed="abcdefgh").json()["kind"] == "show"
    assert len(browser.messages("person:piotr")) == 1


# ---- saying


def test_in_a_channel_leadloop_answers_only_when_it_is_mentioned(house: House) -> None:
    browser = house.browser()
    browser.say("good morning", "sales")
    browser.say("@Leadloops are nice", "sales")
    browser.say("@LEADLOOP: what about anna@acme.example?", "sales")
    assert [asked.text for asked in house.leadloop.asked] == ["what about anna@acme.example?"]
    assert len(browser.messages("sales")) == 3


def test_in_a_direct_message_every_word_is_for_leadloop(house: House) -> None:
    house.browser().say("what happened to these?\nAnna Nowak", "person:piotr")
    asked = house.leadloop.asked[0]
    assert (asked.name, asked.text) == ("said", "what happened to these?\nAnna Nowak")


def test_a_first_word_that_is_a_command_does_something_else(house: House) -> None:
    browser = house.browser()
    browser.say("flag anna@acme.example", "person:piotr")
    browser.say("@Leadloop agenda", "sales")
    browser.say("agenda of the sales team", "sales")
    browser.say("@Leadloop Agenda, Anna Nowak", "sales")
    assert [(asked.name, asked.text) for asked in house.leadloop.asked] == [
        ("flags.offer", "anna@acme.example"),
        ("agenda.show", ""),
        ("said", "Agenda, Anna Nowak"),
    ]


def test_who_writes_home_is_told_where_it_is(house: House) -> None:
    answer = house.browser().say("start", "person:piotr").json()
    assert answer["kind"] == "whisper"
    assert "Strona główna" in answer["html"]


def test_what_was_said_is_seen_by_all_and_read_by_whoever_said_it(house: House) -> None:
    house.browser().say("<b>hello</b>", "sales")
    state = house.browser("maya").state()
    assert state["unread"] == {"maya": {"sales": 1}, "li": {"sales": 1}}
    assert "&lt;b&gt;hello&lt;/b&gt;" in house.browser("maya").messages("sales")[0]["html"]


def test_a_sentence_sent_twice_is_said_once(house: House) -> None:
    for _ in range(2):
        house.browser().say("hello", "sales", deed="abcdefgh")
    assert len(house.browser().messages("sales")) == 1


def test_looking_at_a_conversation_marks_it_read(house: House) -> None:
    house.browser().say("hello", "sales")
    maya = house.browser("maya")
    maya.post("seen", {"conversation": "sales", "message": 1})
    assert maya.state()["unread"] == {"li": {"sales": 1}}


# ---- files


def test_a_list_sent_as_a_file_is_asked_about_with_the_words_beside_it(house: House) -> None:
    answer = house.browser().send("leads.csv", b"anna@acme.example", text="what happened?")
    assert answer.json() == {"kind": "nothing", "said": 1}
    assert house.leadloop.asked[0].text == "what happened?\nanna@acme.example"
    html = house.browser().messages("person:piotr")[0]["html"]
    assert house.client.get(html.split('href="')[1].split('"')[0]).content == b"anna@acme.example"


def test_a_file_that_cannot_be_read_is_refused_kindly_and_still_stands_there(house: House) -> None:
    answer = house.browser().send("leads.pdf", b"%PDF")
    assert answer.json()["kind"] == "whisper"
    assert "Please send a CSV file." in answer.json()["html"]
    assert house.leadloop.asked == []
    assert len(house.browser().messages("person:piotr")) == 1


def test_a_channel_takes_no_files(house: House) -> None:
    answer = house.browser().send("leads.csv", b"a", "sales")
    assert answer.status_code == 400
    assert house.browser().messages("sales") == []


def test_a_file_keeps_only_the_last_part_of_its_name(house: House) -> None:
    house.browser().send("..\\..\\etc/<i>leads\u202e.csv", b"a")
    assert 'download="&lt;i&gt;leads.csv"' in house.browser().messages("person:piotr")[0]["html"]


def test_a_file_that_is_too_large_is_not_taken(house: House) -> None:
    assert house.browser().send("leads.csv", b"x" * 8_000_001).status_code == 413
    assert house.browser().messages("person:piotr") == []


# ---- the clock


def test_the_clock_moves_on_by_the_hours_of_whoever_moves_it(house: House) -> None:
    answer = house.browser("li").post("clock", {"jump": "tomorrow"})
    assert answer.json() == {"now": "2026-11-17T01:30:00+00:00"}
    assert house.clock().isoformat() == "2026-11-17T01:30:00+00:00"


def test_the_clock_knows_only_its_own_jumps(house: House) -> None:
    assert house.browser().post("clock", {"jump": "yesterday"}).status_code == 400


# ---- who is not let in


def test_a_person_who_is_not_there_cannot_act(house: House) -> None:
    token = house.browser().state()["token"]
    for person in ("nobody", "", "../maya"):
        answer = house.client.post(
            "/demo/press", params={"as": person}, json={}, headers={"X-Leadloop-Token": token}
        )
        assert answer.status_code == 404
        assert answer.json()["error"]


@pytest.mark.parametrize(
    "conversation", ["person:maya", "person:", "elsewhere", None, 7, ["sales"]]
)
def test_nobody_acts_or_reads_where_they_take_no_part(house: House, conversation: Any) -> None:
    browser = house.browser("piotr")
    for name in ("press", "submit", "say"):
        body = {"conversation": conversation, "deed": "abcdefgh", "text": "x", "does": "x"}
        assert browser.post(name, body).status_code == 404
    assert browser.post("seen", {"conversation": conversation, "message": 1}).status_code == 404
    asked = {"as": "piotr", "conversation": str(conversation)}
    assert house.client.get("/demo/messages", params=asked).status_code == 404
    assert house.leadloop.asked == []


def test_a_request_without_the_token_of_the_page_is_refused(house: House) -> None:
    browser = house.browser()
    for token in ("", "guess"):
        answer = browser.post("press", {}, **{"X-Leadloop-Token": token})
        assert answer.status_code == 403
    assert answer.json()["error"].startswith("To żądanie")


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "http://127.0.0.1:9999", "null", "http://localhost:8080"]
)
def test_a_page_of_another_site_cannot_act_even_with_the_token(house: House, origin: str) -> None:
    browser = house.browser()
    body = {"does": "x", "conversation": "sales", "deed": "abcdefgh", "values": {}}
    assert browser.post("press", body, Origin=origin).status_code == 403
    assert browser.post("press", body, Origin=HOME).status_code == 200


def test_no_other_site_may_read_what_is_answered(house: House) -> None:
    answer = house.client.get("/demo/state", headers={"Origin": "https://evil.example"})
    assert "access-control-allow-origin" not in answer.headers
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"


@pytest.mark.parametrize(
    "change",
    [
        {"deed": ""},
        {"deed": "short"},
        {"deed": "x" * 65},
        {"deed": "has:colon"},
        {"deed": None},
        {"does": 7},
        {"does": "x" * 201},
        {"values": []},
        {"values": {"a": 1}},
        {"values": {str(number): "" for number in range(101)}},
        {"message": "1"},
        {"message": -1},
        {"message": 2**70},
    ],
)
def test_a_press_that_no_page_of_ours_sends_is_refused(house: House, change: Any) -> None:
    body = {"does": "x", "conversation": "sales", "deed": "abcdefgh", "values": {}} | change
    answer = house.browser().post("press", body)
    assert answer.status_code == 400
    assert answer.json()["error"]
    assert house.leadloop.asked == []


@pytest.mark.parametrize("raw", [b"", b"[]", b"7", b"{", b"\xff", b"[" * 200_000])
def test_a_body_that_is_no_object_is_refused(house: House, raw: bytes) -> None:
    token = house.browser().state()["token"]
    answer = house.client.post(
        "/demo/press", params={"as": "piotr"}, content=raw, headers={"X-Leadloop-Token": token}
    )
    assert answer.status_code == 400


def test_a_body_that_is_too_large_is_refused(house: House) -> None:
    assert house.browser().say("x" * 1_000_001).status_code == 413
    assert house.browser().say("x" * 200_001).status_code == 400


def test_an_empty_sentence_is_not_said(house: House) -> None:
    assert house.browser().say("  \n ").status_code == 400
    assert house.browser().messages("sales") == []


# ---- the page


def test_the_page_speaks_the_language_of_whoever_looks(house: House) -> None:
    polish, chinese = house.browser("piotr").state(), house.browser("li").state()
    assert polish["words"]["send"] == "Wyślij"
    assert chinese["words"]["send"] == "发送"
    assert chinese["people"][0]["role"] == "市场人员"
    assert all(polish["words"].values())


def test_a_visitor_who_is_nobody_yet_is_the_first_of_the_list(house: House) -> None:
    assert house.client.get("/demo/state").json()["me"] == "maya"
    assert house.client.get("/demo/state", params={"as": "gone"}).json()["me"] == "maya"


def test_a_sample_flag_suits_the_person(house: House) -> None:
    asked = {"as": "li", "conversation": "person:li", "of": "flag"}
    assert house.client.get("/demo/sample", params=asked).json() == {
        "text": "flag a lead of Li Wei"
    }


def test_a_sample_question_suits_the_person_and_the_place(house: House) -> None:
    asked = {"as": "li", "conversation": "sales"}
    assert house.client.get("/demo/sample", params=asked).json() == {
        "text": "what happened, asks Li Wei in sales"
    }


def test_a_long_conversation_comes_in_pages(house: House) -> None:
    browser = house.browser()
    for number in range(60):
        browser.say(f"number {number}", "sales")
    asked = {"as": "piotr", "conversation": "sales"}
    first = house.client.get("/demo/messages", params=asked).json()
    assert first["more"]
    before = {"before": first["messages"][0]["id"]}
    second = house.client.get("/demo/messages", params=asked | before).json()
    assert not second["more"]
    together = [one["title"] for one in second["messages"] + first["messages"]]
    assert together == [f"number {number}" for number in range(60)]


def test_the_page_and_all_it_loads_come_from_here(house: House) -> None:
    page = house.client.get("/demo")
    assert page.status_code == 200
    assert "http" not in page.text.replace("http-equiv", "")
    for part in page.text.split('"'):
        if part.startswith("/demo/static/"):
            assert house.client.get(part).status_code == 200
    assert "unsafe" not in page.headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/demo/static/../app.py", "/demo/static/%2e%2e/app.py"])
def test_only_the_pages_own_files_are_given_out(house: House, path: str) -> None:
    assert house.client.get(path).status_code == 404


def test_the_words_of_the_page_are_json_that_a_browser_can_read(house: House) -> None:
    raw = house.client.get("/demo/state", params={"as": "li"})
    assert raw.headers["content-type"] == "application/json"
    assert raw.headers["cache-control"] == "no-store"
    assert json.loads(raw.content)["direct"] == "person:li"
