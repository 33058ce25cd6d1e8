"""Turns a workbook into text, after a look from outside and in a process that cannot take the machine with it."""

from __future__ import annotations

import stat
import subprocess
import sys
import zipfile
from importlib import resources
from pathlib import Path

from bot.crm.file.limits import Limits
from handlers.errors import Refused
from handlers.phrase import say

SMALL = 1_000_000
"""Parts up to this size may be packed as tightly as they like."""

_NESTED = (".zip", ".xlsx", ".xlsm", ".xlsb", ".docx", ".pptx", ".gz", ".7z", ".rar", ".jar")
_MACROS = "vbaproject.bin"
_BOOK = "xl/workbook.xml"


def is_workbook(path: Path) -> bool:
    """Tell a packed file from text, whatever it is called."""
    with path.open("rb") as file:
        return file.read(4) == b"PK\x03\x04"


def unpacked(path: Path, folder: Path, limits: Limits) -> Path:
    """Write the first sheet with anything on it as CSV in UTF-8, one line per row."""
    _check_outside(path, limits)
    text = folder / f"{path.name}.{len(list(folder.iterdir()))}.csv"
    reader = resources.files("bot.crm.file") / "workbook_reader.py"
    limited = [limits.xlsx_memory, limits.xlsx_rows, limits.columns]
    try:
        done = subprocess.run(  # noqa: S603 - our own program, and no shell
            [sys.executable, "-I", str(reader), str(path), str(text), *map(str, limited)],
            capture_output=True,
            timeout=limits.xlsx_seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _bomb(path) from error
    _check_outcome(path, done.returncode, limits)
    return text


def _check_outcome(path: Path, outcome: int, limits: Limits) -> None:
    match outcome:
        case 0:
            return
        case 3:
            raise Refused(say("import-damaged", file=path.name))
        case 4:
            raise Refused(say("import-too-many-rows", file=path.name, limit=limits.xlsx_rows))
        case 5:
            raise Refused(say("import-too-many-columns", file=path.name, limit=limits.columns))
        case 6:
            raise Refused(say("import-empty", file=path.name))
        case _:
            raise _bomb(path)


def _check_outside(path: Path, limits: Limits) -> None:
    """Refuse what is too large, or packed so that it would be, before anything is unpacked."""
    if path.stat().st_size > limits.xlsx_size:
        limit = limits.xlsx_size // 1_000_000
        raise Refused(say("import-too-large", file=path.name, limit=limit))
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            _check_parts(path, parts, limits)
            if archive.testzip() is not None:
                raise Refused(say("import-damaged", file=path.name))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise Refused(say("import-damaged", file=path.name)) from error


def _check_parts(path: Path, parts: list[zipfile.ZipInfo], limits: Limits) -> None:
    names = [part.filename.lower() for part in parts]
    if (
        len(parts) > limits.xlsx_parts
        or sum(part.file_size for part in parts) > limits.xlsx_expanded
        or any(_swells(part, limits) for part in parts)
        or any(name.endswith(_NESTED) for name in names)
        or any(stat.S_ISLNK(part.external_attr >> 16) for part in parts)
    ):
        raise _bomb(path)
    if any(name.endswith(_MACROS) for name in names):
        raise Refused(say("import-macros", file=path.name))
    if _BOOK not in names or any(part.flag_bits & 1 for part in parts):
        raise Refused(say("import-damaged", file=path.name))


def _swells(part: zipfile.ZipInfo, limits: Limits) -> bool:
    return part.file_size > SMALL and part.file_size > limits.xlsx_ratio * part.compress_size


def _bomb(path: Path) -> Refused:
    return Refused(say("import-bomb", file=path.name))
