"""The settings: read once, from the environment and `.env`; all faults are told at once."""

from __future__ import annotations

from pathlib import Path
from typing import Self
from zoneinfo import available_timezones

import holidays
from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from handlers.errors import Refused
from handlers.people import Language
from handlers.phrase import Phrase, say, verbatim

PREFIX = "LEADLOOP_"


class Settings(BaseSettings):
    """Everything whoever runs Leadloop can decide; docs/settings.md explains each."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=".env",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    database_url: str = "sqlite:///leadloop.sqlite3"
    """SQLAlchemy URL of the database."""
    host: str = "127.0.0.1"
    """Address the web front listens on."""
    port: int = Field(default=8080, ge=0, le=65535)
    """Port of the web front; 0 takes any free one."""
    allowed_hosts: str = ""
    """Further host names, separated by commas, under which browsers may reach the front."""
    language: Language = Language.ENGLISH
    """Language of the command line and of what has no reader of its own."""
    zone: str = "UTC"
    """IANA time zone of the company: of dates without a zone, and of business hours."""
    country: str = ""
    """ISO 3166 code whose public holidays the company keeps."""
    words_file: Path | None = None
    """TOML file with the company's own columns, status words and reason words."""
    demo_folder: Path = Path("demo")
    """Where the browser demo keeps its database and its chat."""
    log_level: str = Field(default="info", pattern="^(debug|info|warning|error)$")
    """The least important log lines that are written."""

    @field_validator("zone")
    @classmethod
    def _known_zone(cls, zone: str) -> str:
        if zone not in available_timezones():
            raise ValueError("is no IANA time zone; write it like Europe/Warsaw")
        return zone

    @field_validator("country")
    @classmethod
    def _known_country(cls, country: str) -> str:
        if country and country not in holidays.list_supported_countries():
            raise ValueError("is no country code; write it like PL")
        return country

    @property
    def hosts(self) -> tuple[str, ...]:
        """List the host names that were allowed."""
        return tuple(host.strip() for host in self.allowed_hosts.split(",") if host.strip())

    @classmethod
    def read(cls) -> Self:
        """Read the settings, or raise `Refused` with every fault that was found."""
        try:
            return cls()
        except ValidationError as invalid:
            raise Refused(say("settings-wrong", faults=_faults(invalid))) from None


def _faults(invalid: ValidationError) -> tuple[Phrase, ...]:
    return tuple(
        verbatim(
            f"{PREFIX}{str(fault['loc'][0]).upper()}: {fault['msg'].removeprefix('Value error, ')}"
        )
        for fault in invalid.errors()
    )
