"""What people do with their hands: write, press, fill in, submit, agree."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tests.fakes.teams import drive, payloads, replies, screen
from tests.fakes.teams.door import Reply
from tests.fakes.teams.office import Office
from tests.fakes.teams.people import Person
from tests.fakes.teams.places import Conversation, Message
from tests.fakes.teams.replies import Told
from tests.fakes.teams.tenant import Dialog, Unfurl

TROUBLE = "Unable to reach app. Please try again."


class Hands(Office):
    """People at their screens; whatever is not on the screen fails the test."""

    # ---- writing --------------------------------------------------------------------------------

    def post(
        self, person: Person, place: Conversation, text: str, thread: Message | None = None
    ) -> Message:
        """A message by a person, of which the app is not told."""
        self._is_in(person, place)
        said = text.replace(f"@{self.bot_name}", f"<at>{self.bot_name}</at>")
        message = Message(self.new_id(), place.id, person.id, said)
        message.root = thread.root or thread.id if thread else ""
        if place.kind == "channel":
            message.root = message.root or message.id
        with self.lock:
            place.messages.append(message)
        return message

    def say(
        self, person: Person, place: Conversation, text: str, thread: Message | None = None
    ) -> Reply | None:
        """Write in a conversation; "@Leadloop …" mentions the bot.

        None when Teams tells the bot nothing: it is not there, or was not mentioned.
        """
        return self._told_of(person, place, self.post(person, place, text, thread))

    def write(self, person: Person, text: str) -> Reply | None:
        """Write to the bot in its chat."""
        return self.say(person, self.personal(person), text)

    def upload(self, person: Person, name: str, content: bytes, text: str = "") -> Reply | None:
        """Send the bot a file in its chat."""
        place = self.personal(person)
        message = self.post(person, place, text)
        message.attachments.append(drive.brought(self, name, content))
        return self._told_of(person, place, message)

    def _told_of(self, person: Person, place: Conversation, said: Message) -> Reply | None:
        mentioned = f"<at>{self.bot_name}</at>" in said.text
        if not place.has_bot or not (mentioned or place.kind == "personal"):
            return None
        return self.deliver(payloads.message(self, person, place, said))

    def _is_in(self, person: Person, place: Conversation) -> None:
        assert not place.deleted, f"{place.name or place.id} is gone"
        assert person in place.roster, f"{person.name} is not in {place.name or place.id}"

    # ---- pressing -------------------------------------------------------------------------------

    def press(
        self,
        person: Person,
        where: Message | Dialog,
        button: str,
        *,
        value: Mapping[str, Any] | None = None,
        inputs: Mapping[str, Any] | None = None,
        old_client: bool = False,
    ) -> Reply:
        """Press a button by its label, verb or route; `value` tells equal ones apart.

        An old client presses the fallback of an Action.Execute.
        """
        if isinstance(where, Dialog):
            assert self.dialog(person) is where, f"{person.name} does not have that open"
            inside = self._reader(where.conversation, person)
            found = screen.found_button(where.card, button, value, inside)
            return self._submit(where, found, inputs or {})
        card = self.seen(person, where)
        read = self._reader(self.conversations[where.conversation], person)
        action = screen.found_button(card, button, value, read)
        if old_client and action["type"] == "Action.Execute":
            action = action["fallback"]
        data = dict(action.get("data") or {})
        if action.get("associatedInputs") != "none":
            data = screen.filled(card, inputs or {}) | data
        return self._act(person, where, action, data)

    def press_forged(
        self, person: Person, where: Message, verb: str, data: dict[str, Any]
    ) -> Reply:
        """Press what is not there, as a forger would; what is answered is not shown."""
        action = {"type": "Action.Execute", "title": "", "verb": verb, "data": data}
        place = self.conversations[where.conversation]
        return self.deliver(payloads.executed(self, person, place, where, action))

    def _reader(
        self, room: Conversation, person: Person
    ) -> Callable[[Mapping[str, Any]], Mapping[str, Any]]:
        return lambda data: self.reads(data, room, person)

    def seen(self, person: Person, where: Message) -> dict[str, Any]:
        """The card that a person sees in a message; anything else fails the test."""
        place = self.conversations[where.conversation]
        self._is_in(person, place)
        assert place.message(where.id) is where, f"{where.reference} is no longer there"
        card = where.card_for(person)
        assert card is not None, f"there is no card in {where.reference}"
        return card

    def _act(
        self, person: Person, on: Message, action: dict[str, Any], data: dict[str, Any]
    ) -> Reply:
        place = self.conversations[on.conversation]
        if action["type"] == "Action.Execute":
            told = {key: action[key] for key in ("type", "id", "title", "verb") if key in action}
            activity = payloads.executed(self, person, place, on, told | {"data": data})
            return self._executed(person, on, self.deliver(activity))
        assert action["type"] == "Action.Submit", f"{action['type']} is not told to the app"
        if data.get("msteams", {}).get("type") == "task/fetch":
            return self._fetch(person, place, on, data)
        return self.deliver(payloads.submitted(self, person, place, on, data))

    def _executed(self, person: Person, on: Message, reply: Reply) -> Reply:
        told = replies.after_execute(reply) if reply.in_time else Told(text=TROUBLE)
        with self.lock:
            if told.card is not None:
                on.views[person.id] = told.card
            self._say_shortly(person, told)
        return reply

    # ---- dialogs --------------------------------------------------------------------------------

    def submit(
        self, person: Person, values: Mapping[str, Any], *, button: str = "", check: bool = True
    ) -> Reply:
        """Fill in the open dialog, by id or label, and press its button (the only one, else named).

        Teams' own client holds back what is missing or too long; so does this, loudly.
        """
        dialog = self.dialog(person)
        assert dialog is not None, f"{person.name} has nothing open"
        found = [one for one in screen.buttons(dialog.card) if one["type"] == "Action.Submit"]
        if button:
            read = self._reader(dialog.conversation, person)
            found = [screen.found_button(dialog.card, button, read=read)]
        assert len(found) == 1, f"name the button: {[one.get('title') for one in found]}"
        return self._submit(dialog, found[0], values, check=check)

    def close(self, person: Person) -> None:
        """Put the dialog away; Teams tells nobody."""
        assert self.dialogs.pop(person.id, None), f"{person.name} has nothing open"

    def message_action(self, person: Person, message: Message, command: str) -> Reply:
        """Choose one of the app's actions in the menu of a message."""
        place = self.conversations[message.conversation]
        self._is_in(person, place)
        author = next((one for one in self.people if one.id == message.sender), None)
        value = {
            "commandId": command,
            "commandContext": "message",
            "context": {"theme": "default"},
            "messagePayload": payloads.message_payload(self, author, message),
        }
        reply = self.deliver(
            payloads.invoke(
                self, "composeExtension/fetchTask", person, place, value, root=message.root
            )
        )
        return self._opened(person, place, reply, command=value)

    def _fetch(
        self, person: Person, place: Conversation, on: Message, data: dict[str, Any]
    ) -> Reply:
        value = {"data": data, "context": {"theme": "default"}}
        activity = payloads.invoke(
            self, "task/fetch", person, place, value, root=on.root, replyToId=on.id
        )
        return self._opened(person, place, self.deliver(activity))

    def _opened(
        self,
        person: Person,
        place: Conversation,
        reply: Reply,
        *,
        command: dict[str, Any] | None = None,
    ) -> Reply:
        if not reply.in_time:
            self.toasts.append((person, TROUBLE))
            return reply
        told = replies.after_task(reply, opening=True, extension=command is not None)
        if told.card is not None:
            self.dialogs[person.id] = Dialog(person, told.card, told.title, place, command)
        self._say_shortly(person, told)
        return reply

    def _submit(
        self,
        dialog: Dialog,
        action: dict[str, Any],
        values: Mapping[str, Any],
        *,
        check: bool = True,
    ) -> Reply:
        filled = screen.filled(dialog.card, values, check=check)
        value: dict[str, Any] = {
            "data": filled | dict(action.get("data") or {}),
            "context": {"theme": "default"},
        }
        name = "task/submit"
        if dialog.command is not None:
            name = "composeExtension/submitAction"
            value = dialog.command | value
        activity = payloads.invoke(self, name, dialog.person, dialog.conversation, value)
        return self._submitted(dialog, self.deliver(activity))

    def _submitted(self, dialog: Dialog, reply: Reply) -> Reply:
        person = dialog.person
        if not reply.in_time:
            self.toasts.append((person, TROUBLE))
            return reply
        told = replies.after_task(reply, opening=False, extension=dialog.command is not None)
        if told.card is None:
            self.dialogs.pop(person.id, None)
        else:
            dialog.card, dialog.title = told.card, told.title
            dialog.edits += 1
            self.dialogs[person.id] = dialog
        self._say_shortly(person, told)
        return reply

    def _say_shortly(self, person: Person, told: Told) -> None:
        if told.text:
            self.toasts.append((person, told.text))

    # ---- links and files ------------------------------------------------------------------------

    def link(
        self, person: Person, place: Conversation, url: str, *, anonymous: bool = False
    ) -> Reply:
        """Paste an address of the CRM; the preview that comes back is kept in `unfurls`."""
        self._is_in(person, place)
        name = "anonymousQueryLink" if anonymous else "queryLink"
        activity = payloads.invoke(self, f"composeExtension/{name}", person, place, {"url": url})
        reply = self.deliver(activity)
        told = replies.after_link(reply) if reply.in_time else Told()
        if told.card is not None:
            self.unfurls.append(Unfurl(url, person, told.card))
        return reply

    def accept(self, person: Person, message: Message) -> Reply:
        """Let the bot put its file into one's OneDrive."""
        consent = self._asked(person, message)
        name = next(one["name"] for one in message.attachments if "name" in one)
        info = drive.upload_info(self, name, consent["sizeInBytes"])
        return self._agreed(person, message, "accept", consent.get("acceptContext"), info)

    def decline(self, person: Person, message: Message) -> Reply:
        """Refuse the bot's file."""
        consent = self._asked(person, message)
        return self._agreed(person, message, "decline", consent.get("declineContext"), None)

    def _asked(self, person: Person, message: Message) -> dict[str, Any]:
        place = self.conversations[message.conversation]
        self._is_in(person, place)
        assert place.message(message.id) is message, "that question is no longer there"
        assert message.consent is not None, "nothing is asked there"
        return message.consent

    def _agreed(
        self, person: Person, message: Message, action: str, context: Any, info: Any
    ) -> Reply:
        value = {"type": "fileUpload", "action": action, "context": context}
        value |= {"uploadInfo": info} if info else {}
        place = self.conversations[message.conversation]
        return self.deliver(
            payloads.invoke(self, "fileConsent/invoke", person, place, value, replyToId=message.id)
        )
