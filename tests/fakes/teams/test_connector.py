"""The fake's Connector keeps what is said, and refuses as Teams refuses."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.fakes.teams.cards import a_card, a_message, executes
from tests.fakes.teams.fake import FakeTeams
from tests.fakes.teams.faults import broken, dropped, refused, slow, too_many
from tests.fakes.teams.people import Person
from tests.fakes.teams.places import Conversation


@pytest.fixture
def channel(teams: FakeTeams, anna: Person) -> Conversation:
    return teams.channel("marketing", members=[anna])


def activities(place: Conversation, root: str = "") -> str:
    return f"/conversations/{place.id}{';messageid=' + root if root else ''}/activities"


def code(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]["code"]


def direct(teams: FakeTeams, person: Person) -> dict[str, Any]:
    return {
        "members": [{"id": person.object_id}],
        "tenantId": teams.tenant_id,
        "channelData": {"tenant": {"id": teams.tenant_id}},
    }


# ---- saying ------------------------------------------------------------------------------------


def test_a_post_in_a_channel_begins_a_thread_and_one_with_its_root_continues_it(
    teams: FakeTeams, connector: httpx.Client, channel: Conversation
) -> None:
    first = connector.post(activities(channel), json=a_message(text="one"))
    assert first.status_code == 201
    root = first.json()["id"]
    connector.post(activities(channel, root), json=a_message(text="two"))
    connector.post(activities(channel), json=a_message(text="three"))
    said = teams.said_in(channel)
    assert [one.root == root for one in said] == [True, True, False]
    assert said[0].reference == f"{channel.id}|{root}"


def test_a_message_is_changed_in_place_and_taken_away(
    teams: FakeTeams, connector: httpx.Client, channel: Conversation
) -> None:
    id = connector.post(activities(channel), json=a_message(a_card())).json()["id"]
    changed = a_card({"type": "TextBlock", "text": "done"})
    assert connector.put(f"{activities(channel)}/{id}", json=a_message(changed)).status_code == 200
    message = teams.said_in(channel)[0]
    assert (message.card, message.edits) == (changed, 1)
    assert connector.delete(f"{activities(channel)}/{id}").status_code == 200
    assert teams.said_in(channel) == []
    gone = connector.put(f"{activities(channel)}/{id}", json=a_message(changed))
    assert code(gone) == (404, "ActivityNotFoundInConversation")


def test_the_bot_changes_no_message_of_a_person(
    teams: FakeTeams, connector: httpx.Client, channel: Conversation, anna: Person
) -> None:
    message = teams.post(anna, channel, "mine")
    answer = connector.put(f"{activities(channel)}/{message.id}", json=a_message(text="yours"))
    assert code(answer) == (403, "ForbiddenOperationException")


def test_an_unsound_card_and_an_unmatched_mention_are_refused(
    teams: FakeTeams, connector: httpx.Client, channel: Conversation
) -> None:
    bad = a_message(a_card(actions=[executes("Won", "x")] * 6))
    assert code(connector.post(activities(channel), json=bad)) == (400, "BadSyntax")
    assert teams.refused_cards
    mention = a_message(text="<at>Anna</at> look")
    assert code(connector.post(activities(channel), json=mention)) == (400, "BadSyntax")
    assert teams.said_in(channel) == []


def test_a_message_over_100_kb_of_utf_16_is_too_big(
    connector: httpx.Client, channel: Conversation
) -> None:
    big = connector.post(activities(channel), json=a_message(text="x" * 51_200))
    assert code(big) == (413, "MessageSizeTooBig")
    fits = connector.post(activities(channel), json=a_message(text="x" * 50_000))
    assert fits.status_code == 201


# ---- whom it may reach --------------------------------------------------------------------------


def test_somebody_who_shares_a_team_with_the_bot_can_be_written_to(
    teams: FakeTeams, connector: httpx.Client, anna: Person, channel: Conversation
) -> None:
    opened = connector.post("/conversations", json=direct(teams, anna))
    assert opened.status_code == 201
    again = connector.post("/conversations", json=direct(teams, anna))
    assert again.json()["id"] == opened.json()["id"] == teams.personal(anna).id


def test_a_stranger_to_the_bot_cannot_be_written_to(
    teams: FakeTeams, connector: httpx.Client, anna: Person
) -> None:
    refusal = connector.post("/conversations", json=direct(teams, anna))
    assert code(refusal) == (403, "BotNotInConversationRoster")
    place = teams.personal(anna)
    unheard = connector.post(activities(place), json=a_message(text="hi"))
    assert code(unheard) == (403, "BotNotInConversationRoster")


def test_the_blocked_bot_the_deleted_person_and_the_deleted_channel_are_told_apart(
    teams: FakeTeams, connector: httpx.Client, anna: Person, channel: Conversation
) -> None:
    connector.post("/conversations", json=direct(teams, anna))
    place = teams.personal(anna)
    teams.block(anna)
    hello = a_message(text="hi")
    blocked = connector.post(activities(place), json=hello)
    assert code(blocked) == (403, "MessageWritesBlocked")
    teams.unblock(anna)
    anna.deleted = True
    gone = connector.post(activities(place), json=hello)
    assert code(gone) == (403, "ForbiddenOperationException")
    channel.deleted = True
    nowhere = connector.post(activities(channel), json=hello)
    assert code(nowhere) == (404, "ConversationNotFound")


def test_a_conversation_is_opened_for_the_own_tenant_only(
    teams: FakeTeams, connector: httpx.Client, anna: Person, channel: Conversation
) -> None:
    body = direct(teams, anna) | {"tenantId": "22222222-2222-4222-8222-222222222222"}
    assert code(connector.post("/conversations", json=body)) == (400, "BadSyntax")


# ---- rosters ------------------------------------------------------------------------------------


def test_a_member_is_found_by_either_id_and_a_guest_is_known_for_one(
    teams: FakeTeams, connector: httpx.Client, anna: Person
) -> None:
    guest = teams.guest("Gus Guest")
    channel = teams.channel("sales", members=[anna, guest])
    one = connector.get(f"/conversations/{channel.id}/members/{anna.id}").json()
    same = connector.get(f"/conversations/{channel.id}/members/{anna.object_id}").json()
    assert one == same
    assert one["userPrincipalName"] == anna.upn
    assert connector.get(f"/conversations/{channel.id}/members/{guest.id}").json()["userRole"] == (
        "guest"
    )
    nobody = connector.get(f"/conversations/{channel.id}/members/29:nobody")
    assert code(nobody) == (404, "MemberNotFoundInConversation")


def test_members_come_in_pages(teams: FakeTeams, connector: httpx.Client) -> None:
    people = [teams.member(f"Person {n}") for n in range(120)]
    channel = teams.channel("all", members=people)
    address = f"/conversations/{channel.id}/pagedmembers"
    first = connector.get(address, params={"pageSize": 100}).json()
    assert len(first["members"]) == 100
    rest = connector.get(
        address, params={"pageSize": 100, "continuationToken": first["continuationToken"]}
    ).json()
    assert (len(rest["members"]), "continuationToken" in rest) == (20, False)


def test_a_shared_channel_has_members_of_its_own_from_other_tenants(
    teams: FakeTeams, connector: httpx.Client, anna: Person
) -> None:
    team = teams.team("Sales", members=[anna, teams.member("Not Invited")])
    other = teams.federated("Otto Other")
    shared = teams.channel("deals", team=team, members=[anna, other], kind="shared")
    told = connector.get(f"/conversations/{shared.id}/pagedmembers").json()["members"]
    assert {one["tenantId"] for one in told} == {teams.tenant_id, other.tenant_id}
    names = connector.get(f"/teams/{team.id}/conversations").json()["conversations"]
    assert [(one["name"], one["type"]) for one in names] == [
        (None, "standard"),
        ("deals", "shared"),
    ]
    assert connector.get(f"/teams/{team.id}").json()["memberCount"] == 2


# ---- tokens, faults, limits ---------------------------------------------------------------------


def test_without_a_good_token_nothing_is_done(
    teams: FakeTeams, connector: httpx.Client, channel: Conversation
) -> None:
    bare = httpx.post(f"{teams.service_url}v3{activities(channel)}", json=a_message(text="hi"))
    assert bare.status_code == 401
    teams.revoke()
    assert connector.post(activities(channel), json=a_message(text="hi")).status_code == 401
    assert teams.said_in(channel) == []


def test_planned_faults_come_in_order_and_say_whether_the_message_was_kept(
    teams: FakeTeams, connector: httpx.Client, channel: Conversation
) -> None:
    hello = a_message(text="hi")
    teams.faults.plan("post", too_many(3), broken(502, kept=True), refused(412, "Precondition"))
    late = connector.post(activities(channel), json=hello)
    assert (late.status_code, late.headers["Retry-After"]) == (429, "3")
    assert connector.post(activities(channel), json=hello).status_code == 502
    assert code(connector.post(activities(channel), json=hello)) == (412, "Precondition")
    assert len(teams.said_in(channel)) == 1


@pytest.mark.parametrize("kept", [False, True])
def test_a_connection_can_drop_before_and_after_acceptance(
    teams: FakeTeams, connector: httpx.Client, channel: Conversation, *, kept: bool
) -> None:
    teams.faults.plan("post", dropped(kept=kept))
    with pytest.raises(httpx.TransportError):
        connector.post(activities(channel), json=a_message(text="hi"))
    assert len(teams.said_in(channel)) == int(kept)


def test_a_slow_answer_outlasts_an_impatient_client(
    teams: FakeTeams, connector: httpx.Client, channel: Conversation
) -> None:
    teams.faults.plan("post", slow(0.5))
    with pytest.raises(httpx.ReadTimeout):
        connector.post(activities(channel), json=a_message(text="hi"), timeout=0.05)
    assert len(teams.said_in(channel)) == 1


def test_a_conversation_takes_seven_messages_a_second(
    teams: FakeTeams, connector: httpx.Client, channel: Conversation
) -> None:
    now = [100.0]
    teams.limits.on, teams.limits.clock = True, lambda: now[0]
    hello = a_message(text="hi")
    answers = [connector.post(activities(channel), json=hello).status_code for _ in range(8)]
    assert answers == [201] * 7 + [429]
    now[0] += 1.5
    assert connector.post(activities(channel), json=hello).status_code == 201
    assert connector.post(activities(channel), json=hello).status_code == 429
    other = teams.channel("other")
    assert connector.post(activities(other), json=hello).status_code == 201
