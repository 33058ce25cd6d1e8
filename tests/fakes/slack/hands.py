"""What people do with their hands: press, choose, fill in, submit, write commands."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from tests.fakes.judging import Spot
from tests.fakes.slack import payloads
from tests.fakes.slack.channels import Channel, Ephemeral, Message
from tests.fakes.slack.door import Reply, Sent
from tests.fakes.slack.elements import GROUP, PLAIN_OPTION
from tests.fakes.slack.forms import client_refuses, fillable, filled, options, state_values
from tests.fakes.slack.office import Office
from tests.fakes.slack.people import Member
from tests.fakes.slack.responses import answered
from tests.fakes.slack.views import answer_submission
from tests.fakes.slack.workspace import View

Where = Message | Ephemeral | View
Found = tuple[dict[str, Any], dict[str, Any]]
BUTTONS = {"button", "icon_button", "workflow_button"}
TROUBLE = "We had some trouble connecting. Try again?"


class Hands(Office):
    """People at their screens; whatever is not on the screen fails the test."""

    # ---- pressing and choosing ------------------------------------------------------------------

    def press(
        self,
        user: str | Member,
        where: Where,
        button: str,
        *,
        value: Mapping[str, Any] | None = None,
    ) -> Reply:
        """Press a button by its label or its route; `value` tells equal ones apart."""
        block, element = self._seen(user, where, button, value)
        assert element["type"] in BUTTONS, f"a {element['type']} is chosen in, not pressed"
        return self._act(user, where, payloads.action(block, element, {}, self.new_ts()))

    def choose(self, user: str | Member, where: Where, menu: str, answer: Any) -> Reply:
        """Choose in a menu (by its placeholder or route) an option by label or value."""
        block, element = self._seen(user, where, menu, None)
        if element["type"] == "overflow":
            chosen = next(one for one in options(element) if answer in _names(one))
            told = {"selected_option": chosen}
        else:
            told = filled(element, answer)
        if isinstance(where, View):
            where.given.setdefault(block["block_id"], {})[element["action_id"]] = told
        return self._act(user, where, payloads.action(block, element, told, self.new_ts()))

    def press_forged(self, user: str | Member, where: Where, **action: Any) -> Reply:
        """Press what is not there: any action_id, value and so on, as a forger would."""
        made = {"type": "button", "block_id": "forged", "value": "", "action_ts": self.new_ts()}
        return self._act(user, where, made | action)

    def suggest(self, user: str | Member, where: Message | View, menu: str, typed: str) -> Any:
        """Type into a menu that asks the app for options; they are judged, and given back."""
        block, element = self._seen(user, where, menu, None)
        asked = payloads.suggestion(self, self.person(user), where, block, element)
        reply = self._deliver(Sent("interactive", asked | {"value": typed}))
        assert reply.in_time, f"no options in time: {reply.status}"
        told = reply.json.get("options") or reply.json.get("option_groups") or []
        check = GROUP if "option_groups" in reply.json else PLAIN_OPTION
        found = [one for item in told for one in check(item, Spot("options", "modal"))]
        assert found == [], found
        assert len(told) <= 100
        return told

    def _act(self, user: str | Member, where: Where, action: dict[str, Any]) -> Reply:
        payload = payloads.block_actions(self, self.person(user), where, [action])
        return self._deliver(Sent("interactive", payload))

    def _seen(
        self, user: str | Member, where: Where, name: str, value: Mapping[str, Any] | None
    ) -> Found:
        self._sees(self.person(user).id, where)
        return found_by_name(where.blocks, name, value)

    def _sees(self, user: str, where: Where) -> None:
        if isinstance(where, View):
            open_ones = [*self.stacks.get(user, []), self.homes.get(user)]
            assert any(where is one for one in open_ones), f"{user} does not have that view open"
        elif isinstance(where, Ephemeral):
            assert where.user == user, f"{user} does not see what was whispered to {where.user}"
        else:
            place = self.channels[where.channel]
            assert user in place.members, f"{user} is not in {place.id}"
            stands = any(where is one for one in place.messages)
            assert stands, f"{where.reference} is no longer there"

    # ---- modals ---------------------------------------------------------------------------------

    def fill(self, user: str | Member, values: Mapping[str, Any], view: View | None = None) -> View:
        """Fill in fields of the modal on top, named by block_id or label."""
        modal = self._top(user, view)
        for name, answer in values.items():
            block, element = _field(modal, name)
            modal.given.setdefault(block["block_id"], {})[element["action_id"]] = filled(
                element, answer
            )
        return modal

    def submit(
        self, user: str | Member, values: Mapping[str, Any], view: View | None = None
    ) -> Reply:
        """Fill in and submit the modal on top; the answer changes what is open, as Slack does.

        Slack's own client holds back what is empty or too long; so does this, loudly.
        """
        modal = self.fill(user, values, view)
        self._client_lets_go(modal)
        return self.submit_as_it_is(user, modal)

    def submit_as_it_is(self, user: str | Member, modal: View) -> Reply:
        """Submit without the client's own checks, from a screen that may be stale."""
        payload = payloads.view_submission(self, self.person(user), modal)
        reply = self._deliver(Sent("interactive", payload))
        with self.lock:
            if not reply.in_time:
                modal.errors = {"": TROUBLE}
            elif reply.body.strip() and not reply.body.lstrip().startswith("{"):
                raise AssertionError(f"a submission is not answered by {reply.body[:100]!r}")
            elif any(modal is one for one in self.stacks.get(modal.user, [])):
                answer_submission(self, modal, reply.json)
        return reply

    def close(self, user: str | Member, view: View | None = None) -> Reply | None:
        """Put the modal on top away; the app is told only if it asked to be."""
        modal = self._top(user, view)
        stack = self.stacks[modal.user]
        cleared = bool(modal.content.get("clear_on_close")) and len(stack) > 1
        stack.remove(modal)
        if cleared:
            stack.clear()
        if not modal.content.get("notify_on_close"):
            return None
        told = payloads.view_closed(self, self.person(user), modal, cleared=cleared)
        return self._deliver(Sent("interactive", told))

    def _top(self, user: str | Member, view: View | None) -> View:
        modal = self.modal(user)
        assert modal is not None, f"{self.person(user).name} has no modal open"
        assert view is None or view is modal, "that modal is not on top"
        return modal

    def _client_lets_go(self, modal: View) -> None:
        assert "submit" in modal.content, "this modal has nothing to submit"
        told = state_values(modal.blocks, modal.given)
        for block in modal.blocks:
            if block["type"] == "input":
                name = block["block_id"]
                held = client_refuses(block, told[name][block["element"]["action_id"]])
                assert not held, f"{name}: {held}"

    # ---- commands and shortcuts -----------------------------------------------------------------

    def command(
        self,
        user: str | Member,
        text: str = "",
        channel: str | Channel | None = None,
        *,
        name: str = "/leads",
    ) -> Reply:
        """Write a slash command; what is answered in the reply itself is shown and judged."""
        place = self.direct(user) if channel is None else self.where(channel)
        form = payloads.command(self, self.person(user), place, name, text)
        reply = self._deliver(Sent("command", form))
        if reply.in_time and reply.body.strip():
            body = reply.json or {"text": reply.body}
            with self.lock:
                url = self.response_urls[form["response_url"].rpartition("/")[2]]
                answered(self, url, body)
        return reply

    def shortcut(
        self, user: str | Member, callback_id: str, message: Message | None = None
    ) -> Reply:
        """Use a global shortcut, or one on a message."""
        person = self.person(user)
        if message is None:
            payload = payloads.shortcut(self, person, callback_id)
        else:
            payload = payloads.message_action(self, person, callback_id, message)
        return self._deliver(Sent("interactive", payload))


def elements(blocks: list[dict[str, Any]]) -> Iterator[Found]:
    """Every block with everything in it that can be pressed or chosen in."""
    for block in blocks:
        inside = [block.get("accessory"), block.get("element")]
        inside += block.get("actions", []) + block.get("elements", [])
        for one in inside:
            if isinstance(one, dict) and "action_id" in one:
                yield block, one
            elif isinstance(one, dict) and one.get("type") == "card":
                yield from elements([one | {"block_id": block["block_id"]}])
        yield from elements(block.get("child_blocks", []))


def found_by_name(
    blocks: list[dict[str, Any]], name: str, value: Mapping[str, Any] | None = None
) -> Found:
    """The one thing of that label or route; nothing, or several, fail the test."""
    found = [one for one in elements(blocks) if name in _names(one[1]) and _has(one[1], value)]
    shown = [_names(one) for _, one in elements(blocks)]
    assert found, f"there is no {name!r} to press; there are {shown}"
    assert len(found) == 1, f"there are {len(found)} of {name!r}; tell them apart by value"
    return found[0]


def _names(element: dict[str, Any]) -> list[str]:
    action_id = str(element.get("action_id", ""))
    names = [action_id, action_id.partition("#")[0], element.get("value")]
    shown = [element.get(key, {}).get("text") for key in ("text", "placeholder")]
    return [one for one in names + shown if isinstance(one, str) and one]


def _has(element: dict[str, Any], value: Mapping[str, Any] | None) -> bool:
    if value is None:
        return True
    try:
        own = json.loads(element.get("value") or "{}")
    except ValueError:
        return False
    return isinstance(own, dict) and value.items() <= own.items()


def _field(modal: View, name: str) -> Found:
    for block, element in fillable(modal.blocks):
        if name in (block["block_id"], block.get("label", {}).get("text")):
            return block, element
    shown = [block["block_id"] for block, _ in fillable(modal.blocks)]
    raise AssertionError(f"there is no field {name!r}; there are {shown}")
