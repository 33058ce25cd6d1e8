"""The sides' channels: those that the settings name, and how each is spoken to."""

from __future__ import annotations

from collections.abc import Mapping

from bot.app import House
from bot.config import Settings
from bot.i18n import Voice
from handlers.parcel import Destination
from handlers.people import Side


def keep_channels(
    house: House, settings: Settings, platform: str, named: Mapping[Side, str]
) -> None:
    """Make the channels that the settings name the sides' own; what else was chosen of them stays."""
    with house.database.open_work() as work:
        known = work.switchboard.channels()
        for side, address in named.items():
            if address and (side not in known or known[side].address != address):
                to = Destination(
                    platform=platform,
                    address=address,
                    language=settings.language,
                    zone=settings.zone,
                )
                work.switchboard.connect(side, to)
        work.commit()


def voice_in(house: House, platform: str, channel: str) -> Voice | None:
    """Give how a side's channel is spoken to; nothing for any other."""
    with house.database.look() as work:
        channels = work.switchboard.channels().values()
    found = (one for one in channels if (one.platform, one.address) == (platform, channel))
    return next((Voice(one.language, one.zone) for one in found), None)
