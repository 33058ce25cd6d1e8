"""The manifest from which Slack makes the app, for both doors from one source."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from importlib import resources
from string import Template

from bot.platforms.slack.app import PATH
from handlers.errors import Refused
from handlers.phrase import say

MOST_DOMAINS = 5
"""Hosts whose links Slack tells us of."""

ADDRESS = ("${url}",)
LINKS = ("${unfurl_domains}", "links:", "link_shared")
"""What a line names that is needed for a public address, and for links' cards."""

_SCOPE = re.compile(r"^      - ([a-z:._]+) #", re.MULTILINE)


def manifest(url: str = "", *, link_hosts: Sequence[str] = ()) -> str:
    """Write the manifest as YAML: for HTTP with the public address of Leadloop, else for Socket Mode.

    Raises `Refused` for an address that Slack would not call, and for too many hosts.
    """
    if url and not url.startswith("https://"):
        raise Refused(say("slack-manifest-https"))
    if len(link_hosts) > MOST_DOMAINS:
        raise Refused(say("slack-manifest-hosts", most=MOST_DOMAINS, setting="LEADLOOP_CRM_HOSTS"))
    unwanted = (*(() if url else ADDRESS), *(() if link_hosts else LINKS))
    return Template("".join(_lines(unwanted))).substitute(
        url=json.dumps(url.rstrip("/") + PATH),
        unfurl_domains=json.dumps(list(link_hosts)),
        socket="false" if url else "true",
    )


def scopes(*, link_hosts: Sequence[str] = ()) -> tuple[Sequence[str], Sequence[str]]:
    """List the scopes that the manifest asks for: those that are needed, and the optional ones."""
    text = "".join(_lines(() if link_hosts else LINKS))
    needed, _, optional = text.partition("oauth_config:")[2].partition("bot_optional:")
    return _SCOPE.findall(needed), _SCOPE.findall(optional.partition("settings:")[0])


def _lines(unwanted: Sequence[str]) -> Sequence[str]:
    source = resources.files("bot.platforms.slack").joinpath("manifest.yml")
    lines = source.read_text(encoding="utf-8").splitlines(keepends=True)
    return [line for line in lines if not any(mark in line for mark in unwanted)]
