"""The way in: the command `leadloop`, and `python -m bot`."""

from __future__ import annotations

from bot.cli import leadloop


def main() -> None:
    """Run the command line."""
    leadloop()


if __name__ == "__main__":
    main()
