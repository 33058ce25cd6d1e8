"""What Teams asks of an app package of manifest version 1.25, as a table of our own.

It holds the parts that our package uses, and no others: a part that is not here is refused.
"""

from __future__ import annotations

from typing import Any

from jsonschema import Draft4Validator

Rule = dict[str, Any]

GUID: Rule = {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"}
ADDRESS: Rule = {"type": "string", "pattern": "^https://[^/ ]+", "maxLength": 2048}
FILE: Rule = {"type": "string", "pattern": "^[A-Za-z0-9_-]+\\.[a-z]+$", "maxLength": 2048}
TAG: Rule = {"type": "string", "pattern": "^[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8}){0,2}$"}
YES_OR_NO: Rule = {"type": "boolean"}
SCOPES: Rule = {
    "type": "array",
    "minItems": 1,
    "maxItems": 3,
    "items": {"enum": ["team", "personal", "groupChat"]},
}


def text(most: int) -> Rule:
    return {"type": "string", "minLength": 1, "maxLength": most}


def one_of(*values: str) -> Rule:
    return {"enum": list(values)}


def several(item: Rule, most: int) -> Rule:
    return {"type": "array", "minItems": 1, "maxItems": most, "items": item}


def thing(needed: Rule, **more: Rule) -> Rule:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(needed),
        "properties": needed | more,
    }


COMMAND = thing({"title": text(128), "description": text(4000)})
BOT = thing(
    {"botId": GUID, "scopes": SCOPES},
    supportsFiles=YES_OR_NO,
    isNotificationOnly=YES_OR_NO,
    commandLists=several(thing({"scopes": SCOPES, "commands": several(COMMAND, 12)}), 3),
)
ACTION = thing(
    {"id": text(64), "title": text(32)},
    description=text(128),
    type=one_of("query", "action"),
    context=several(one_of("compose", "commandBox", "message"), 3),
    fetchTask=YES_OR_NO,
)
LINKS = thing(
    {
        "type": one_of("link"),
        "value": thing({"domains": {"type": "array", "items": text(2048)}}),
    }
)
EXTENSION = thing(
    {"botId": GUID, "commands": several(ACTION, 10)}, messageHandlers=several(LINKS, 5)
)

MANIFEST = thing(
    {
        "$schema": ADDRESS,
        "manifestVersion": one_of("1.25"),
        "version": {"type": "string", "pattern": r"^\d+\.\d+\.\d+$", "maxLength": 256},
        "id": GUID,
        "developer": thing(
            {
                "name": text(32),
                "websiteUrl": ADDRESS,
                "privacyUrl": ADDRESS,
                "termsOfUseUrl": ADDRESS,
            }
        ),
        "name": thing({"short": text(30)}, full=text(100)),
        "description": thing({"short": text(80), "full": text(4000)}),
        "icons": thing({"color": FILE, "outline": FILE}),
        "accentColor": {"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"},
    },
    supportsChannelFeatures=one_of("tier1"),
    localizationInfo=thing(
        {"defaultLanguageTag": TAG},
        additionalLanguages={
            "type": "array",
            "uniqueItems": True,
            "items": thing({"languageTag": TAG, "file": FILE}),
        },
    ),
    bots={**several(BOT, 1)},
    composeExtensions={**several(EXTENSION, 1)},
    validDomains={"type": "array", "maxItems": 16, "items": text(2048)},
)

_COMMANDS = r"^bots\[0\]\.commandLists\[[0-2]\]\.commands\[([0-9]|1[01])\]"
_ACTIONS = r"^composeExtensions\[0\]\.commands\[[0-9]\]"

LANGUAGE: Rule = {
    **thing(
        {
            "$schema": ADDRESS,
            "name.short": text(30),
            "description.short": text(80),
            "description.full": text(4000),
        },
        **{"name.full": text(100)},
    ),
    "patternProperties": {
        rf"{_COMMANDS}\.title$": text(128),
        rf"{_COMMANDS}\.description$": text(4000),
        rf"{_ACTIONS}\.title$": text(32),
        rf"{_ACTIONS}\.description$": text(128),
    },
}


def faults(content: Any, rule: Rule) -> list[str]:
    """Tell what Teams would not take, and where."""
    found = Draft4Validator(rule).iter_errors(content)
    return [f"{'.'.join(str(step) for step in one.absolute_path)}: {one.message}" for one in found]
