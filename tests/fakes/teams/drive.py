"""The fake's SharePoint: addresses signed in advance, to which no token may be sent."""

from __future__ import annotations

import re
from typing import Any

from tests.fakes.teams.places import DOWNLOAD
from tests.fakes.teams.tenant import Stored, Tenant

RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+)")


def brought(tenant: Tenant, name: str, content: bytes) -> dict[str, Any]:
    """The attachment by which the app learns of a file that a person sent it."""
    file = Stored(tenant.new_guid(), name, content, len(content))
    tenant.files[file.id] = file
    kind = name.rpartition(".")[2]
    return {
        "contentType": DOWNLOAD,
        "contentUrl": f"{tenant.address}/sharepoint/files/{file.id}/{name}",
        "name": name,
        "content": {
            "downloadUrl": f"{tenant.address}/sharepoint/download/{file.id}?tempauth=fake",
            "uniqueId": file.id,
            "fileType": kind,
        },
    }


def upload_info(tenant: Tenant, name: str, size: int) -> dict[str, Any]:
    """Where the app may put a file that a person agreed to."""
    file = Stored(tenant.new_guid(), name, size=size, open_for_upload=True)
    tenant.files[file.id] = file
    return {
        "contentUrl": f"{tenant.address}/sharepoint/files/{file.id}/{name}",
        "name": name,
        "uploadUrl": f"{tenant.address}/sharepoint/upload/{file.id}?tempauth=fake",
        "uniqueId": file.id,
        "fileType": name.rpartition(".")[2],
    }


def put_up(tenant: Tenant, id: str, content: bytes, told: str) -> tuple[int, dict[str, Any]]:
    """One PUT of an upload session: the whole file or a range of it, in order."""
    file = tenant.files.get(id)
    if file is None or not file.open_for_upload:
        return 404, {"error": {"code": "itemNotFound", "message": "There is no such session."}}
    found = RANGE.fullmatch(told)
    if found is None:
        return 400, {"error": {"code": "invalidRequest", "message": "Content-Range is needed."}}
    first, last, whole = map(int, found.groups())
    so_far = sum(map(len, file.parts))
    if first != so_far or last - first + 1 != len(content):
        return 416, {"error": {"code": "invalidRange", "message": "That range does not fit."}}
    file.parts.append(content)
    if last + 1 < whole:
        return 202, {"nextExpectedRanges": [f"{last + 1}-"]}
    file.content, file.size = b"".join(file.parts), whole
    file.open_for_upload = False
    return 201, {"id": file.id, "name": file.name, "size": file.size}
