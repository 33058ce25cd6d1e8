"""Many questions in one call: OData's ``$batch``, as Dataverse reads and writes it.

The parts are HTTP within multipart (OData 4.0, 11.7); answers come in the order of the questions.
"""

from __future__ import annotations

from collections.abc import Sequence
from email import message_from_bytes, policy
from email.message import Message

from bot.crm.http import Answer
from handlers.connector import CrmError, Trouble

BOUNDARY = "batch_leadloop"
TYPE = f"multipart/mixed; boundary={BOUNDARY}"


def written(paths: Sequence[str]) -> bytes:
    """Write questions; the paths are encoded, and begin with a slash."""
    parts = [
        f"--{BOUNDARY}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n"
        f"GET {path} HTTP/1.1\r\nAccept: application/json\r\n\r\n\r\n"
        for path in paths
    ]
    return "".join([*parts, f"--{BOUNDARY}--\r\n"]).encode("ascii")


def read(answer: Answer, count: int) -> Sequence[Answer]:
    """Read so many answers; raises `CrmError` where there are fewer or more."""
    kind = answer.headers.get("content-type", "").encode("ascii", "replace")
    whole = message_from_bytes(
        b"Content-Type: " + kind + b"\r\n\r\n" + answer.content, policy=policy.compat32
    )
    parts = [_answer(one) for one in whole.walk() if not one.is_multipart()]
    if not whole.is_multipart() or len(parts) != count:
        raise CrmError(Trouble.ODD, said="no batch")
    return parts


def _answer(part: Message) -> Answer:
    payload = part.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    top, _, rest = raw.partition(b"\r\n")
    head, _, content = (b"\r\n" + rest).partition(b"\r\n\r\n")
    status = top.split(b" ")[1:2]
    if not top.startswith(b"HTTP/") or not status or not status[0].isdigit():
        raise CrmError(Trouble.ODD, said="no answer in a batch")
    return Answer(int(status[0]), _headers(head), content)


def _headers(head: bytes) -> dict[str, str]:
    pairs = (line.partition(":") for line in head.decode("latin-1").splitlines())
    return {name.strip().lower(): value.strip() for name, _, value in pairs if name.strip()}
