"""The people of the fake workspace, as Slack's user objects tell of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

SLACKBOT = "USLACKBOT"


@dataclass
class Member:
    """Somebody Slack knows: a full member, unless a flag says otherwise."""

    id: str
    name: str
    email: str = ""
    tz: str = "Europe/Warsaw"
    locale: str = "en-US"
    team_id: str = "T0HOME"
    deleted: bool = False
    is_bot: bool = False
    is_admin: bool = False
    is_restricted: bool = False
    is_ultra_restricted: bool = False
    is_stranger: bool = False

    @property
    def handle(self) -> str:
        """The name as it stands in payloads."""
        return self.name.lower().replace(" ", ".")

    def offset(self) -> int:
        """How many seconds before UTC the person lives."""
        now = datetime.now(UTC).astimezone(ZoneInfo(self.tz))
        away = now.utcoffset()
        return int(away.total_seconds()) if away is not None else 0

    def payload(self, *, email: bool, locale: bool) -> dict[str, Any]:
        """The user object: thinner for the deactivated, and with no e-mail for strangers."""
        told: dict[str, Any] = {
            "id": self.id,
            "team_id": self.team_id,
            "name": self.handle,
            "deleted": self.deleted,
            "profile": self._profile(email=email and not self.is_stranger),
            "is_bot": self.is_bot,
            "is_app_user": False,
            "updated": 1_700_000_000,
        }
        if self.deleted:
            return told
        told |= self._flags() | self._place()
        if locale:
            told["locale"] = self.locale
        return told

    def brief(self) -> dict[str, Any]:
        """The person as an interaction tells of its actor."""
        return {
            "id": self.id,
            "username": self.handle,
            "name": self.handle,
            "team_id": self.team_id,
        }

    def _profile(self, *, email: bool) -> dict[str, Any]:
        told: dict[str, Any] = {
            "real_name": self.name,
            "real_name_normalized": self.name,
            "display_name": self.name,
            "display_name_normalized": self.name,
            "first_name": self.name.split(" ")[0],
            "last_name": self.name.rpartition(" ")[2],
            "title": "",
            "phone": "",
            "team": self.team_id,
        }
        return told | ({"email": self.email} if email and self.email else {})

    def _flags(self) -> dict[str, Any]:
        told: dict[str, Any] = {
            "real_name": self.name,
            "is_admin": self.is_admin,
            "is_owner": False,
            "is_primary_owner": False,
            "is_restricted": self.is_restricted,
            "is_ultra_restricted": self.is_ultra_restricted,
            "is_email_confirmed": not self.is_bot,
        }
        return told | ({"is_stranger": True} if self.is_stranger else {})

    def _place(self) -> dict[str, Any]:
        return {"tz": self.tz, "tz_label": self.tz, "tz_offset": self.offset()}
