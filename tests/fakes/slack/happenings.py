"""What happens in a workspace: people write, share, invite, leave; channels and accounts change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from tests.fakes.slack import payloads
from tests.fakes.slack.channels import Channel, Message
from tests.fakes.slack.door import Reply, Sent
from tests.fakes.slack.files import owned, told
from tests.fakes.slack.office import Office
from tests.fakes.slack.people import Member
from tests.fakes.slack.views import told as view_told
from tests.fakes.slack.workspace import SharedLinks

COMPOSER = "COMPOSER"


class Happenings(Office):
    """Deeds that change the workspace, each told to the app if it subscribed to it."""

    # ---- people write ---------------------------------------------------------------------------

    def post(
        self,
        user: str | Member,
        channel: str | Channel,
        text: str,
        thread: str | Message | None = None,
    ) -> Message:
        """A message by a person, of which the app is not told."""
        place = self.where(channel)
        escaped, rich = payloads.wording(self, text)
        thread_ts = thread.thread_ts or thread.ts if isinstance(thread, Message) else thread
        person = self.person(user).id
        assert person in place.members, f"{person} is not in {place.name or place.id}"
        message = Message(place.id, self.new_ts(), person, escaped, rich, thread_ts)
        with self.lock:
            place.messages.append(message)
        return message

    def say(
        self,
        user: str | Member,
        channel: str | Channel,
        text: str,
        thread: str | Message | None = None,
    ) -> Reply | None:
        """Write in a channel ("@leadloop …" mentions the bot) or a direct message.

        None when Slack has no event for it: no mention, or the bot is not there.
        """
        message = self.post(user, channel, text, thread)
        return self._told_of(message)

    def write(self, user: str | Member, text: str) -> Reply | None:
        """Write to the bot in its direct message."""
        return self.say(user, self.direct(user), text)

    def upload(
        self, user: str | Member, name: str, content: bytes, text: str = "", **more: Any
    ) -> Reply | None:
        """Send the bot a file in its direct message."""
        place = self.direct(user)
        message = self.post(user, place, text)
        file = owned(self, message.user, name, content)
        file.channels.append(place.id)
        message.subtype, message.files = "file_share", [told(self, file) | more]
        return self._told_of(message)

    def edit(self, user: str | Member, message: Message, text: str) -> Reply | None:
        """Change one's own message; told as `message_changed` where messages are."""
        assert message.user == self.person(user).id, "people change their own messages only"
        before = message.payload()
        message.text, message.blocks = payloads.wording(self, text)
        message.edits += 1
        changed = {"message": message.payload(), "previous_message": before}
        return self._told_more(message, "message_changed", changed)

    def echo(self, message: Message, *, changed: bool = False) -> Reply | None:
        """Tell the app of its own message, new or changed, as Slack does where messages are told."""
        if changed:
            whole = {"message": message.payload(), "previous_message": message.payload()}
            return self._told_more(message, "message_changed", whole)
        return self._told_more(message, "bot_message", message.payload())

    def share_link(
        self,
        user: str | Member,
        channel: str | Channel,
        urls: Sequence[str],
        *,
        composing: bool = False,
    ) -> Reply | None:
        """Post addresses, or write them without posting yet; only the app's domains are told."""
        ours = [url for url in urls if urlsplit(url).hostname in self.unfurl_domains]
        place = self.where(channel)
        if composing:
            where, ts, source = COMPOSER, self.new("placeholder-"), "composer"
        else:
            message = self.post(user, place, " ".join(urls))
            where, ts, source = place.id, message.ts, "conversations_history"
        if not ours:
            return None
        shared = SharedLinks(where, ts, self.new("unfurl-"), source, tuple(ours))
        self.links.append(shared)
        inner = {
            "type": "link_shared",
            "user": self.person(user).id,
            "channel": where,
            "message_ts": ts,
            "is_bot_user_member": self.bot_user in place.members,
            "unfurl_id": shared.unfurl_id,
            "source": source,
            "links": [{"url": url, "domain": urlsplit(url).hostname} for url in ours],
        }
        return self._tell("link_shared", inner, place)

    def open_home(self, user: str | Member, *, tab: str = "home") -> Reply | None:
        """Open the app's home, or its messages."""
        person = self.person(user)
        inner: dict[str, Any] = {
            "type": "app_home_opened",
            "user": person.id,
            "channel": self.direct(person).id,
            "tab": tab,
        }
        if tab == "home" and (home := self.home(person)) is not None:
            inner["view"] = view_told(self, home)
        return self._tell("app_home_opened", inner)

    # ---- channels -------------------------------------------------------------------------------

    def invite(self, channel: str | Channel, inviter: str | Member = "") -> Reply | None:
        """Bring the bot into a channel."""
        place = self.where(channel)
        place.members.append(self.bot_user)
        inner = {
            "type": "member_joined_channel",
            "user": self.bot_user,
            "channel": place.id,
            "channel_type": "G" if place.kind == "private" else "C",
            "team": self.team_id,
        }
        inner |= {"inviter": self.person(inviter).id} if inviter else {}
        return self._tell("member_joined_channel", inner, place)

    def leave(self, channel: str | Channel) -> Reply | None:
        """Put the bot out of a channel."""
        place = self.where(channel)
        place.members.remove(self.bot_user)
        name = _of_channel(place, "left")
        return self._tell(name, {"type": name, "channel": place.id, "actor_id": "U0CREATOR"})

    def archive(self, channel: str | Channel) -> Reply | None:
        """Archive a channel."""
        place = self.where(channel)
        place.is_archived = True
        name = _of_channel(place, "archive")
        inner = {"type": name, "channel": place.id, "user": "U0CREATOR", "is_moved": 0}
        return self._tell(name, inner, place)

    def rename(self, channel: str | Channel, name: str) -> Reply | None:
        """Give a channel another name."""
        place = self.where(channel)
        place.name = name
        kind = _of_channel(place, "rename")
        told_of = {"id": place.id, "name": name, "created": 1_700_000_000}
        return self._tell(kind, {"type": kind, "channel": told_of}, place)

    def share_externally(self, channel: str | Channel) -> Reply | None:
        """Connect a channel with another company."""
        place = self.where(channel)
        place.is_ext_shared = True
        inner = {
            "type": "channel_shared",
            "connected_team_id": "T0OTHER",
            "channel": place.id,
        }
        return self._tell("channel_shared", inner, place)

    # ---- accounts -------------------------------------------------------------------------------

    def deactivate(self, user: str | Member) -> Reply | None:
        """Switch somebody's account off."""
        return self.change(user, deleted=True)

    def change(self, user: str | Member, **fields: Any) -> Reply | None:
        """Change somebody's account: tz, locale, email, deleted, ..."""
        person = self.person(user)
        for name, value in fields.items():
            assert hasattr(person, name), name
            setattr(person, name, value)
        email = "users:read.email" in self.scopes
        whole = person.payload(email=email, locale=True)
        inner = {"type": "user_change", "user": whole, "cache_ts": int(self.now())}
        return self._tell("user_change", inner)

    def revoke(self) -> list[Reply]:
        """Uninstall the app: every call fails from now on, and two events say so."""
        self.token_fault = "token_revoked"
        revoked = {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [self.bot_user]}}
        heard = [
            self._tell("app_uninstalled", {"type": "app_uninstalled"}),
            self._tell("tokens_revoked", revoked),
        ]
        return [one for one in heard if one is not None]

    def happen(self, inner: dict[str, Any], place: Channel | None = None) -> Reply:
        """Any event at all, subscribed or not."""
        return self._deliver(Sent("event", payloads.event(self, inner, place=place)))

    # ---- telling --------------------------------------------------------------------------------

    def _told_of(self, message: Message) -> Reply | None:
        place = self.channels[message.channel]
        if self.bot_user not in place.members:
            return None
        kinds = {"im": "message.im", "private": "message.groups", "public": "message.channels"}
        names = [kinds[place.kind]]
        if place.kind != "im" and f"<@{self.bot_user}>" in message.text:
            names.insert(0, "app_mention")
        heard = [
            self._deliver(
                Sent("event", payloads.message_event(self, message, place, name.partition(".")[0]))
            )
            for name in names
            if name in self.subscribed
        ]
        return heard[0] if heard else None

    def _told_more(self, message: Message, subtype: str, more: dict[str, Any]) -> Reply | None:
        place = self.channels[message.channel]
        kinds = {"im": "im", "private": "group", "public": "channel"}
        inner = more | {
            "type": "message",
            "subtype": subtype,
            "channel": place.id,
            "channel_type": kinds[place.kind],
            "ts": self.new_ts() if subtype == "message_changed" else message.ts,
            "hidden": subtype == "message_changed",
        }
        plural = "im" if place.kind == "im" else f"{kinds[place.kind]}s"
        return self._tell(f"message.{plural}", inner, place)

    def _tell(self, name: str, inner: dict[str, Any], place: Channel | None = None) -> Reply | None:
        if name not in self.subscribed:
            return None
        return self.happen(inner, place)


def _of_channel(place: Channel, what: str) -> str:
    return f"{'group' if place.kind == 'private' else 'channel'}_{what}"
