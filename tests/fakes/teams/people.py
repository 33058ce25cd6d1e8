"""The people of the fake tenant and of others, as activities, rosters and Graph tell of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

HOME_TENANT = "11111111-1111-4111-8111-111111111111"
OTHER_TENANT = "22222222-2222-4222-8222-222222222222"


@dataclass(eq=False)
class Person:
    """Somebody Teams knows. `object_id` is empty for the anonymous; `role` is the roster's."""

    id: str
    object_id: str
    name: str
    email: str = ""
    upn: str = ""
    tenant_id: str = HOME_TENANT
    role: str = "user"
    locale: str = "en-US"
    timezone: str = "Europe/Warsaw"
    country: str = "PL"
    deleted: bool = False

    @property
    def sender(self) -> dict[str, Any]:
        """The person as the `from` of an activity."""
        told = {"id": self.id, "name": self.name}
        return told | ({"aadObjectId": self.object_id} if self.object_id else {})

    @property
    def member(self) -> dict[str, Any]:
        """The person as `membersAdded` tells of them."""
        return {"id": self.id} | ({"aadObjectId": self.object_id} if self.object_id else {})

    @property
    def client_info(self) -> dict[str, Any]:
        """What the person's own Teams says of itself."""
        return {
            "locale": self.locale,
            "country": self.country,
            "platform": "Web",
            "timezone": self.timezone,
            "type": "clientInfo",
        }

    def account(self) -> dict[str, Any]:
        """The person as a conversation's roster tells of them."""
        given, _, family = self.name.partition(" ")
        told = {
            "id": self.id,
            "objectId": self.object_id,
            "aadObjectId": self.object_id,
            "name": self.name,
            "givenName": given,
            "surname": family,
            "email": self.email,
            "userPrincipalName": self.upn,
            "tenantId": self.tenant_id,
            "userRole": self.role,
        }
        return {key: one for key, one in told.items() if one}

    def user(self) -> dict[str, Any]:
        """The person as Graph tells of them."""
        return {
            "id": self.object_id,
            "displayName": self.name,
            "mail": self.email or None,
            "userPrincipalName": self.upn,
            "userType": "Guest" if self.role == "guest" else "Member",
            "accountEnabled": not self.deleted,
        }

    def is_called(self, name: str) -> bool:
        """Whether an id of any kind is this person's."""
        known = {self.id, self.object_id.lower(), self.upn.lower(), self.email.lower()} - {""}
        return name in known or name.lower() in known
