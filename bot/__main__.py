"""The way in: the command `leadloop`, and `python -m bot`."""

from __future__ import annotations

from bot.cli import commands


def main() -> None:
    """Run the command line."""
    commands()


if __name__ == "__main__":
    main()
