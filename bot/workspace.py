"""Slack, put together: the platform, the door, and who is who there."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from pydantic import HttpUrl

from bot.app import new_id, now, pressed
from bot.checkup import Finding
from bot.config import Settings
from bot.connected import AtWork, Connected
from bot.crm.file.lists import read_lead_list
from bot.i18n import Voice
from bot.platforms.directory import Directory
from bot.platforms.slack.arrival import Arrival, Identity, Opened
from bot.platforms.slack.checkup import Wanted, checkup
from bot.platforms.slack.client import slack_client
from bot.platforms.slack.directory import SlackUsers
from bot.platforms.slack.events import Ourselves
from bot.platforms.slack.outside import Outside
from bot.platforms.slack.parts import Slack
from bot.platforms.slack.replies import Replies
from bot.platforms.slack.search import Reconcile
from bot.platforms.slack.send import SlackPlatform
from bot.sides import keep_channels, voice_in
from handlers.errors import Refused
from handlers.people import Side
from handlers.phrase import say
from handlers.router import Router

SLACK = "slack"
DEEDS_AT_ONCE = 4


def connect(work: AtWork) -> Connected:
    """Prepare Slack as the settings say; raises `Refused` where neither door has its secret."""
    settings, house = work.settings, work.house
    if not (settings.slack_app_token.get_secret_value() or settings.signing_secrets):
        raise Refused(say("run-slack-no-door"))
    keep_channels(house, settings, SLACK, _channels(settings))
    token = settings.slack_bot_token.get_secret_value()
    client = slack_client(token, base_url=str(settings.slack_api_url))
    outside = _outside(settings.slack_api_url, token)
    replies = Replies(outside, now=work.at)
    platform = SlackPlatform(
        client, now=work.at, reconcile=Reconcile(settings.slack_reconcile), replies=replies
    )

    def build(identity: Identity) -> Opened:
        users = SlackUsers(platform.calls, team=identity.team)
        directory = Directory(users, house.enrolment, now=work.at)
        route = directory.renewing(Router(house.routes).route)
        slack = Slack(
            route=route,
            directory=directory,
            client=client,
            platform=platform,
            outside=outside,
            replies=replies,
            us=Ourselves(
                bot=identity.bot, link_hosts=frozenset(host.lower() for host in settings.crm_hosts)
            ),
            signing_secrets=settings.signing_secrets,
            read_list=read_lead_list,
            threads=ThreadPoolExecutor(DEEDS_AT_ONCE, thread_name_prefix=SLACK),
            press=pressed(route, house.database, f"{SLACK}-press"),
            now=work.at,
            new_id=new_id,
            measured=work.metrics.presses(SLACK),
            is_passing=house.database.is_passing,
            voice=Voice(settings.language, settings.zone),
            voice_in=partial(voice_in, house, SLACK),
        )
        services = {"directory": directory.run, "errands": slack.errands.run}
        return Opened(slack, services)

    app_token = settings.slack_app_token.get_secret_value()
    arrival = Arrival(client, platform, build, app_token=app_token)
    return Connected(
        platform=platform,
        routes=arrival.routes(),
        services={SLACK: arrival.run},
        checks={SLACK: arrival.holds},
    )


def _outside(api: HttpUrl, token: str) -> Outside:
    """Name the hosts beside the Web API's: GovSlack has others, and on one machine there is one."""
    if api.scheme == "http":
        own = frozenset({f"{api.host}:{api.port}"})
        return Outside(token, replies=own, files=own, schemes=frozenset({"http"}))
    return Outside(
        token, replies=frozenset({f"hooks.{api.host}"}), files=frozenset({f"files.{api.host}"})
    )


def check_slack(settings: Settings) -> Sequence[Finding]:
    """Look whether Slack is set up as the settings say."""
    token = settings.slack_bot_token.get_secret_value()
    wanted = Wanted(
        app_token=settings.slack_app_token.get_secret_value(),
        has_secret=bool(settings.signing_secrets),
        channels={side.value: id for side, id in _channels(settings).items()},
        administrators=list(settings.administrators),
        link_hosts=settings.crm_hosts,
    )
    client = slack_client(token, base_url=str(settings.slack_api_url))
    return asyncio.run(checkup(client, wanted, now=now))


def _channels(settings: Settings) -> Mapping[Side, str]:
    return {
        Side.MARKETING: settings.slack_marketing_channel,
        Side.SALES: settings.slack_sales_channel,
    }
