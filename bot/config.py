"""The settings: read once, from the environment and `.env`; all faults are told at once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Self
from zoneinfo import available_timezones

import holidays
from pydantic import Field, HttpUrl, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.wrong_settings import fault_of
from handlers.errors import Refused
from handlers.people import Language, Side
from handlers.phrase import Phrase, say, verbatim

PREFIX = "LEADLOOP_"

CHANNEL = re.compile(r"[CG][A-Z0-9]{2,}")
"""A channel's id in Slack, as its details show it."""

WRITABLE = re.compile(r"status|reason|next_step|extra:[^,]{1,58}")
"""A field of a lead by our name for it."""

CommaList = Annotated[tuple[str, ...], NoDecode]
SidePairs = Annotated[Mapping[str, Side], NoDecode]


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

    database_url: str = Field(default="sqlite:///leadloop.sqlite3", repr=False)
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
    domains: CommaList = ()
    """The company's own e-mail domains; only who has an address on one of them is let in."""
    administrators: SidePairs = {}
    """E-mail addresses of those who may decide about Leadloop, each with its side."""
    managers: SidePairs = {}
    """E-mail addresses of managers, each with its side."""
    crm_hosts: CommaList = ()
    """Hosts of the CRM's own pages, whose links get a card."""
    words_file: Path | None = None
    """TOML file with the company's own columns, status words and reason words."""
    crm_every: int = Field(default=5, ge=1, le=1440)
    """Minutes between two looks at what changed in a connected CRM."""
    crm_file: Path | None = None
    """A file, or a folder of files, that is exported again and again; with it our copy is kept in step."""
    crm_file_system: str = Field(default="file", pattern="^[a-z0-9-]{1,32}$")
    """The CRM that exports it, as `leadloop import` names it."""
    first_touch_hours: int = Field(default=8, ge=1, le=200)
    """Business hours from hand-over to the first touch that both teams agreed on."""
    nudges: bool = False
    """Whether reps are asked about stale CRM fields; rehearse before you switch it on."""
    crm_write: bool = False
    """Whether what a person confirmed in chat is written back to the CRM."""
    crm_write_fields: CommaList = ()
    """The fields that may be written, by our names; empty for all that administrators allow."""
    crm_write_answers: bool = False
    """Whether reps' answers to questions are written back as well."""
    hubspot_token: SecretStr = SecretStr("")
    """Service key of the HubSpot account; with it our copy of its leads is kept in step."""
    hubspot_object: str = Field(default="contacts", pattern="^(contacts|leads)$")
    """What HubSpot calls a lead here: contacts, or its lead object."""
    hubspot_version: str = Field(default="2026-09", pattern="^20[0-9]{2}-[0-9]{2}$")
    """Date version of HubSpot's API."""
    hubspot_url: HttpUrl = HttpUrl("https://api.hubapi.com/")
    """HubSpot's API."""
    salesforce_domain: str = Field(default="", pattern=r"^([a-z0-9-]+(\.[a-z0-9-]+)*)?$")
    """My Domain without `.salesforce.com`; with it our copy of Salesforce's leads is kept in step."""
    salesforce_key: SecretStr = SecretStr("")
    """Consumer key of the external client app in Salesforce."""
    salesforce_secret: SecretStr = SecretStr("")
    """Consumer secret of the app, for client credentials."""
    salesforce_user: str = ""
    """Name of the integration user, for a signed statement (JWT) instead of the secret."""
    salesforce_private_key: Path | None = None
    """PEM file with the private key whose certificate the app has."""
    salesforce_version: str = Field(default="68.0", pattern=r"^[0-9]{2,3}\.0$")
    """Version of Salesforce's API."""
    dynamics_url: str = Field(default="", pattern=r"^(https://[a-z0-9.-]+)?/?$")
    """Address of the Dynamics 365 environment; with it our copy of its leads is kept in step."""
    dynamics_tenant_id: str = ""
    """Id of the Entra tenant that the environment belongs to."""
    dynamics_app_id: str = ""
    """Application (client) id of the application user in Dynamics."""
    dynamics_app_secret: SecretStr = SecretStr("")
    """Client secret of the app registration; a certificate or a managed identity is better."""
    dynamics_certificate: Path | None = None
    """PEM file with the private key and the certificate of the app registration."""
    dynamics_managed_identity: str = ""
    """Client id of a managed identity that stands for the app."""
    dynamics_tracked: bool = True
    """Whether change tracking is on for leads, which tells of deleted ones at once."""
    slack_bot_token: SecretStr = SecretStr("")
    """Bot token of the Slack app; with it Leadloop works in Slack."""
    slack_app_token: SecretStr = SecretStr("")
    """App-level token; with it Leadloop calls Slack (Socket Mode) and needs no public address."""
    slack_signing_secret: SecretStr = SecretStr("")
    """Signing secret of the Slack app, or the new and the old one while it is changed."""
    slack_marketing_channel: str = ""
    """Id of marketing's channel; empty where an administrator chooses it in the home."""
    slack_sales_channel: str = ""
    """Id of the sales team's channel."""
    slack_reconcile: str = Field(default="direct", pattern="^(off|direct|all)$")
    """Where Leadloop may look whether a message of its own arrived after all."""
    slack_api_url: HttpUrl = HttpUrl("https://slack.com/api/")
    """Slack's Web API; GovSlack has another."""
    teams_app_id: str = ""
    """Application (client) id of the Teams bot; with it Leadloop works in Teams."""
    teams_tenant_id: str = ""
    """Id of the company's Entra tenant; activities of any other are refused."""
    teams_app_secret: SecretStr = SecretStr("")
    """Client secret of the app registration; a certificate or a managed identity is better."""
    teams_certificate: Path | None = None
    """PEM file with the private key and the certificate of the app registration."""
    teams_managed_identity: str = ""
    """Client id of a managed identity that stands for the app: federated, without any secret."""
    teams_marketing_channel: str = ""
    """Conversation id of marketing's channel; empty where an administrator chooses it in chat."""
    teams_sales_channel: str = ""
    """Conversation id of the sales team's channel."""
    teams_install: bool = False
    """Whether Leadloop may install itself for an owner by Graph, to ask them the first time."""
    teams_service_hosts: CommaList = ("smba.trafficmanager.net",)
    """Hosts of the Bot Connector that get our token."""
    teams_login_url: HttpUrl = HttpUrl("https://login.microsoftonline.com/")
    """Where tokens come from; sovereign clouds have another."""
    teams_graph_url: HttpUrl = HttpUrl("https://graph.microsoft.com/")
    """Microsoft Graph; sovereign clouds have another."""
    teams_keys_url: HttpUrl = HttpUrl(
        "https://login.botframework.com/v1/.well-known/openidconfiguration"
    )
    """Where the Connector's keys are named; sovereign clouds have another."""
    demo_folder: Path = Path("demo")
    """Where the browser demo keeps its database and its chat."""
    log_level: str = Field(default="info", pattern="^(debug|info|warning|error)$")
    """The least important log lines that are written."""

    @field_validator(
        *("domains", "crm_hosts", "teams_service_hosts", "crm_write_fields"), mode="before"
    )
    @classmethod
    def _read_list(cls, given: object) -> object:
        return _listed(given) if isinstance(given, str) else given

    @field_validator("administrators", "managers", mode="before")
    @classmethod
    def _read_people(cls, given: object) -> object:
        return dict(_appointed(one) for one in _listed(given)) if isinstance(given, str) else given

    @field_validator("crm_write_fields")
    @classmethod
    def _writable(cls, names: tuple[str, ...]) -> tuple[str, ...]:
        for name in names:
            if not WRITABLE.fullmatch(name):
                raise ValueError(
                    f"knows no field {name}; write status, reason, next_step or extra:name"
                )
        return names

    @field_validator("slack_marketing_channel", "slack_sales_channel")
    @classmethod
    def _channel_id(cls, id: str) -> str:
        if id and not CHANNEL.fullmatch(id):
            raise ValueError("is no channel id; it is like C0123ABCD, at the end of its details")
        return id

    @field_validator(
        *("slack_api_url", "teams_login_url", "teams_graph_url", "teams_keys_url"),
        "hubspot_url",
    )
    @classmethod
    def _safe_api(cls, url: HttpUrl) -> HttpUrl:
        if url.scheme != "https" and url.host not in {"127.0.0.1", "localhost"}:
            raise ValueError("must begin with https://")
        return url

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
        return _listed(self.allowed_hosts)

    @property
    def signing_secrets(self) -> tuple[str, ...]:
        """List the secrets that Slack may have signed with, the newest first."""
        return _listed(self.slack_signing_secret.get_secret_value())

    @classmethod
    def read(cls) -> Self:
        """Read the settings, or raise `Refused` with every fault that was found."""
        try:
            return cls()
        except ValidationError as invalid:
            raise Refused(say("settings-wrong", faults=_faults(invalid))) from None


def _listed(text: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in text.split(",") if one.strip())


def _appointed(words: str) -> tuple[str, str]:
    email, _, side = (part.strip() for part in words.partition("="))
    if "@" not in email or side not in set(Side):
        raise ValueError("must be addresses with their side, like anna@example.com=marketing")
    return email, side


def _faults(invalid: ValidationError) -> tuple[Phrase, ...]:
    return tuple(
        verbatim(f"{PREFIX}{str(fault['loc'][0]).upper()} {fault_of(fault)}")
        for fault in invalid.errors()
    )
