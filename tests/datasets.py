"""Where the public data sets lie that some tests bring in; they are not part of the project."""

from __future__ import annotations

import os
from pathlib import Path

DATASETS = Path(os.environ.get("LEADLOOP_DATA") or Path(__file__).parents[2] / "shared" / "data")
