"""`leadloop outbox` as whoever runs Leadloop types it."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import AbstractContextManager, contextmanager

import pytest
from typer.testing import CliRunner

from bot.i18n import Voice
from bot.outbox_command import OutboxDesk, outbox_commands
from handlers.people import Language


@pytest.mark.parametrize(
    ("found", "language", "told"),
    [
        (0, Language.ENGLISH, "nothing that could be sent again"),
        (1, Language.ENGLISH, "1 message is sent once more"),
        (5, Language.POLISH, "Wysyłamy ponownie 5 wiadomości"),
    ],
)
def test_retry_tells_how_many_messages_are_sent_once_more(
    found: int, language: Language, told: str
) -> None:
    @contextmanager
    def opened() -> Generator[OutboxDesk]:
        yield OutboxDesk(lambda: found, Voice(language, "UTC"))

    result = CliRunner().invoke(outbox_commands(opened), ["retry"])
    assert result.exit_code == 0
    assert told in result.output


def test_the_command_alone_tells_what_there_is_and_opens_nothing() -> None:
    def opened() -> AbstractContextManager[OutboxDesk]:
        raise AssertionError("nothing may be opened")

    result = CliRunner().invoke(outbox_commands(opened), [])
    assert "retry" in result.output
