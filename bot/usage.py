"""Wrong usage of the command line, said in one sentence."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any, Protocol, runtime_checkable

import typer
from typer.core import TyperGroup

WRONG_USAGE = 2
"""The exit status of a command that was typed wrongly."""

_NOISE = "Value error, "


@runtime_checkable
class _Misuse(Protocol):
    """What Typer raises where words of the command line are wrong."""

    ctx: typer.Context | None

    def format_message(self) -> str:
        """Tell what was wrong."""
        ...


class PlainGroup(TyperGroup):
    """Commands that say in one sentence, without a frame, what was typed wrongly and where to look."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: FBT001, FBT002 - likewise
        windows_expand_args: bool = True,  # noqa: FBT001, FBT002 - likewise
        **extra: Any,
    ) -> Any:
        """Run a command, and end with its exit status."""
        given = sys.argv[1:] if args is None else list(args)
        names = (prog_name, complete_var)
        if not given or not standalone_mode:
            return super().main(given, *names, standalone_mode, windows_expand_args, **extra)
        try:
            status = super().main(given, *names, False, windows_expand_args, **extra)
        except typer.TyperException as wrong:
            if not isinstance(wrong, _Misuse):
                raise
            if wrong.format_message():  # the name of a group alone has shown its help instead
                typer.echo(_sentence(wrong), err=True)
            sys.exit(WRONG_USAGE)
        sys.exit(status if isinstance(status, int) else 0)


def _sentence(wrong: _Misuse) -> str:
    message = " ".join(wrong.format_message().replace(_NOISE, "").split())
    ending = "" if message.endswith((".", "?", "!")) else "."
    command = "leadloop" if wrong.ctx is None else wrong.ctx.command_path
    return f"{message}{ending} `{command} --help` tells how it is used."
