"""Requests that are not the Connector's, or not in order: for the tests of the door."""

from __future__ import annotations

import json
from typing import Any

from tests.fakes.teams import payloads
from tests.fakes.teams.connector_tokens import WRONG, genuine
from tests.fakes.teams.door import Activity, Reply
from tests.fakes.teams.office import Office
from tests.fakes.teams.people import OTHER_TENANT, Person
from tests.fakes.teams.places import Message

WRONG_TOKENS = tuple(WRONG)
JSON = "application/json"


class Malformed(Office):
    """Somebody at the door who is not who they say."""

    def harmless(self, person: Person | None = None, text: str = "help") -> Activity:
        """An activity in order: a message in a personal chat."""
        who = person or self.find("harmless@example.com")
        who = who or self.member("Harmless", email="harmless@example.com")
        place = self.personal(who)
        said = Message(self.new_id(), place.id, who.id, text)
        return payloads.message(self, who, place, said)

    def wrong_token(self, kind: str) -> Reply:
        """A harmless message with a token of one of the WRONG_TOKENS."""
        return self.deliver(self.harmless(), token=WRONG[kind](self))

    def token_with(self, **changes: Any) -> Reply:
        """A harmless message with other claims in its rightly signed token; None takes one away."""
        return self.deliver(self.harmless(), token=genuine(self, **changes))

    def changed(self, **changes: Any) -> Reply:
        """A harmless message with other fields, rightly signed; None takes one away."""
        told = self.harmless() | changes
        return self.deliver({key: one for key, one in told.items() if one is not None})

    def service_url_elsewhere(self, url: str = "https://evil.example/") -> Reply:
        """A signed token and a body that agree on a service URL that is not Microsoft's."""
        token = genuine(self, serviceurl=url)
        return self.deliver(self.harmless() | {"serviceUrl": url}, token=token)

    def of_another_tenant(self, tenant: str = OTHER_TENANT) -> Reply:
        """A message from a tenant that is not ours."""
        told = self.harmless()
        told["conversation"]["tenantId"] = tenant
        told["channelData"]["tenant"]["id"] = tenant
        return self.deliver(told)

    def tenants_disagree(self) -> Reply:
        """A message whose two tenants are not the same."""
        told = self.harmless()
        told["conversation"]["tenantId"] = OTHER_TENANT
        return self.deliver(told)

    def huge_body(self, size: int = 2_000_000) -> Reply:
        """A body of that many bytes."""
        return self.deliver(self.harmless() | {"padding": "x" * size})

    def wrong_content_type(self, content_type: str = "text/plain") -> Reply:
        """A message under another content type."""
        return self.raw(json.dumps(self.harmless()).encode(), content_type)

    def raw(self, body: bytes = b"{not json", content_type: str = JSON) -> Reply:
        """Any body, rightly signed."""
        proof = {"Authorization": f"Bearer {genuine(self)}", "Content-Type": content_type}
        return self._door.post(body, proof)
