"""Asking by a form, for whoever begins from their own page, a shortcut or a command."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from handlers.errors import Refused
from handlers.interaction import (
    Correct,
    Handler,
    Interaction,
    Nothing,
    Open,
    Reply,
    Routes,
    whisper,
)
from handlers.message import Form, LongText
from handlers.people import Place
from handlers.phrase import say
from handlers.work import Work, home_view

LEADS = "leads"
LONGEST = 3000
"""Letters: no form of Slack takes more."""


def ask_form() -> Form:
    """Let somebody paste leads, or say in words which ones they mean."""
    leads = LongText(
        name=LEADS,
        label=say("questions-ask-label"),
        hint=say("questions-ask-hint"),
        longest=LONGEST,
    )
    return Form(
        name="questions.asked",
        title=say("questions-ask-title"),
        fields=(leads,),
        submit=say("questions-ask-submit"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AskByForm:
    """Opens the form and passes on what was written, as if it were said in a direct message."""

    said: Handler
    open_work: Callable[[], Work]
    look: Callable[[], Work]

    def routes(self) -> Routes:
        """Tell which interactions are answered here."""
        return {"questions.ask": self.open, "questions.asked": self.ask}

    def open(self, asked: Interaction) -> Reply:
        """Open the form."""
        self._check(asked)
        return Open(ask_form())

    def ask(self, asked: Interaction) -> Reply:
        """Answer in the asker's direct message; what cannot be answered is said beside the field."""
        self._check(asked)
        direct = Place.direct(asked.actor)
        words = asked.values.get(LEADS, "")
        if not words.strip():
            return Correct({LEADS: say("questions-ask-empty")})
        try:
            reply = self.said(replace(asked, name="said", place=direct, text=words))
        except Refused as refusal:
            return Correct({LEADS: refusal.phrase})
        self._refresh_home(asked)
        told_where = reply != Nothing() or asked.place == direct
        return reply if told_where else whisper(say("questions-ask-taken"))

    def _check(self, asked: Interaction) -> None:
        with self.look() as work:
            work.people.get(asked.actor)

    def _refresh_home(self, asked: Interaction) -> None:
        """List the new question on the asker's page."""
        with self.open_work() as work:
            work.outbox.refresh(home_view(asked.actor))
            work.commit()
