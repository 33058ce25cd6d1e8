"""Which leads somebody asks about, whatever way they wrote it."""

from __future__ import annotations
