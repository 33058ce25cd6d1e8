"""The methods users.* and conversations.*: who and where, as far as the bot may know."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from tests.fakes.slack.arguments import Args, needed, page, yes
from tests.fakes.slack.channels import Channel
from tests.fakes.slack.chat import Answer, dm_with, known_to_bot
from tests.fakes.slack.people import Member
from tests.fakes.slack.workspace import SlackSays, Workspace

READ = {"public": "channels:read", "private": "groups:read", "im": "im:read"}
HISTORY = {"public": "channels:history", "private": "groups:history", "im": "im:history"}
TYPES = {"public": "public_channel", "private": "private_channel", "im": "im"}


def users_info(slack: Workspace, args: Args) -> Answer:
    """users.info."""
    person = slack.people.get(str(needed(args, "user")))
    if person is None:
        raise SlackSays("user_not_found")
    return {"user": _told(slack, person, args)}


def users_list(slack: Workspace, args: Args) -> Answer:
    """users.list: everybody there ever was, page by page."""
    people, cursor = page(list(slack.people.values()), args)
    members = [_told(slack, person, args) for person in people]
    metadata = {"next_cursor": cursor}
    return {"members": members, "cache_ts": int(slack.now()), "response_metadata": metadata}


def users_lookup_by_email(slack: Workspace, args: Args) -> Answer:
    """users.lookupByEmail: neither the deactivated nor strangers are found."""
    email = str(needed(args, "email")).lower()
    for person in slack.people.values():
        if person.email.lower() == email and not person.deleted and not person.is_stranger:
            return {"user": _told(slack, person, args)}
    raise SlackSays("users_not_found")


def conversations_info(slack: Workspace, args: Args) -> Answer:
    """conversations.info."""
    place = _readable(slack, args, READ)
    count = yes(args.get("include_num_members"))
    return {"channel": place.payload(slack.bot_user, count=count)}


def conversations_list(slack: Workspace, args: Args) -> Answer:
    """conversations.list: all public channels, and the private ones the bot is in."""
    return _listed(slack, args, slack.channels.values())


def users_conversations(slack: Workspace, args: Args) -> Answer:
    """users.conversations: where the bot is."""
    places = (one for one in slack.channels.values() if slack.bot_user in one.members)
    return _listed(slack, args, places)


def conversations_members(slack: Workspace, args: Args) -> Answer:
    """conversations.members."""
    place = _readable(slack, args, READ)
    members, cursor = page(place.members, args)
    return {"members": members, "response_metadata": {"next_cursor": cursor}}


def conversations_open(slack: Workspace, args: Args) -> Answer:
    """conversations.open, for one person."""
    users = [one for one in str(args.get("users") or "").split(",") if one]
    if not users:
        raise SlackSays("users_list_not_supplied")
    if len(users) > 1:
        raise SlackSays("missing_scope", needed="mpim:write", provided=provided(slack))
    place = dm_with(slack, users[0])
    whole = place.payload(slack.bot_user) if yes(args.get("return_im")) else {"id": place.id}
    return {"channel": whole}


def conversations_history(slack: Workspace, args: Args) -> Answer:
    """conversations.history: newest first, without the replies in threads."""
    place = _within(slack, args)
    roots = [one for one in place.messages if one.thread_ts in {None, one.ts}]
    return _told_messages(_between(roots, args)[::-1], args)


def conversations_replies(slack: Workspace, args: Args) -> Answer:
    """conversations.replies: a thread, oldest first."""
    place = _within(slack, args)
    thread = place.threads(str(needed(args, "ts")))
    if not thread:
        raise SlackSays("thread_not_found")
    return _told_messages(_between(thread, args), args)


def provided(slack: Workspace) -> str:
    """The scopes the bot has, as Slack spells them."""
    return ",".join(sorted(slack.scopes))


def need(slack: Workspace, *any_of: str) -> None:
    """Refuse unless the bot has one of these scopes."""
    if any_of and not slack.scopes & set(any_of):
        raise SlackSays("missing_scope", needed=",".join(any_of), provided=provided(slack))


def _told(slack: Workspace, person: Member, args: Args) -> dict[str, Any]:
    email = "users:read.email" in slack.scopes
    return person.payload(email=email, locale=yes(args.get("include_locale")))


def _readable(slack: Workspace, args: Args, scopes: dict[str, str]) -> Channel:
    place = known_to_bot(slack, args.get("channel"))
    need(slack, scopes[place.kind])
    return place


def _within(slack: Workspace, args: Args) -> Channel:
    place = _readable(slack, args, HISTORY)
    if slack.bot_user not in place.members:
        raise SlackSays("not_in_channel")
    return place


def _listed(slack: Workspace, args: Args, places: Any) -> Answer:
    types = str(args.get("types") or "public_channel").replace(" ", "").split(",")
    if unknown := set(types) - {*TYPES.values(), "mpim"}:
        raise SlackSays("invalid_types", unknown=sorted(unknown))
    for kind, name in TYPES.items():
        need(slack, READ[kind]) if name in types else None
    found = [
        one
        for one in places
        if TYPES[one.kind] in types
        and (one.kind == "public" or slack.bot_user in one.members)
        and not (one.is_archived and yes(args.get("exclude_archived")))
    ]
    shown, cursor = page(found, args)
    told = [one.payload(slack.bot_user, count=True) for one in shown]
    return {"channels": told, "response_metadata": {"next_cursor": cursor}}


def _between(messages: list[Any], args: Args) -> list[Any]:
    oldest, latest = str(args.get("oldest") or "0"), str(args.get("latest") or "9" * 10)
    edges = yes(args.get("inclusive"))

    def wanted(ts: Decimal, low: Decimal, high: Decimal) -> bool:
        return low <= ts <= high if edges else low < ts < high

    return [one for one in messages if wanted(Decimal(one.ts), Decimal(oldest), Decimal(latest))]


def _told_messages(messages: list[Any], args: Args) -> Answer:
    shown, cursor = page(messages, args, most=999)
    metadata = yes(args.get("include_all_metadata"))
    told = [one.payload(metadata=metadata) for one in shown]
    more = {"next_cursor": cursor}
    return {"messages": told, "has_more": bool(cursor), "response_metadata": more}
