"""Puts together what goes back to the CRM: who decides about it, and who brings it there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from bot.crm.meaning import meanings
from bot.i18n import Voice
from bot.scribe import EVERY, Scribe
from bot.teamwork import OpenTeamWork, TeamWork, Together
from bot.writing import ToldOf, Writer
from handlers.connector import Connector
from handlers.nudges.following import told
from handlers.questions.writing_back import WritingBack
from handlers.work import NewId, Now
from handlers.writing.confirming import Confirming
from handlers.writing.deciding import Deciding
from handlers.writing.model import Allowed
from handlers.writing.settling import Settling


@dataclass(frozen=True, slots=True, kw_only=True)
class Writings:
    """What write-back stands on."""

    open_work: OpenTeamWork
    look: Callable[[], TeamWork]
    now: Now
    new_id: NewId
    allowed: Allowed

    def put_together(self) -> Together:
        """Give the routes, the view and the part of a person's page."""
        deciding = Deciding(
            open_work=self.open_work,
            look=self.look,
            now=self.now,
            new_id=self.new_id,
            allowed=self.allowed,
            told=told(),
        )
        return Together(
            routes=deciding.routes(),
            views={"writing.fate": deciding.draw},
            jobs={},
            sections=(deciding.section,),
        )

    @property
    def confirming(self) -> Confirming:
        """Give what features hand to it that a person confirmed."""
        return Confirming(allowed=self.allowed, now=self.now, new_id=self.new_id)

    @property
    def answers(self) -> WritingBack:
        """Give what hears of answers that are written back."""
        return WritingBack(confirming=self.confirming, meanings=meanings)

    def scribe(
        self, connector: Connector, written: ToldOf, voice: Voice, *, every: timedelta = EVERY
    ) -> Scribe:
        """Give the service that brings to a CRM what was confirmed; notes speak the company's language."""
        settling = Settling(open_work=self.open_work, now=self.now, told=told())

        def writer(stopped: Callable[[], bool]) -> Writer:
            return Writer(
                connector=connector,
                open_work=self.open_work,
                look=self.look,
                settling=settling,
                allowed=self.allowed,
                now=self.now,
                spoken=voice.speak,
                written=written,
                stopped=stopped,
            )

        return Scribe(writer, every=every)
