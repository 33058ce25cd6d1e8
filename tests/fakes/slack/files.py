"""The methods files.*, and the two addresses beside them: where files go up and come down."""

from __future__ import annotations

import mimetypes
from typing import Any

from tests.fakes.slack.arguments import Args, needed
from tests.fakes.slack.channels import Message
from tests.fakes.slack.chat import Answer, known_to_bot
from tests.fakes.slack.workspace import File, SlackSays, Workspace


def get_upload_url(slack: Workspace, args: Args) -> Answer:
    """files.getUploadURLExternal: a name for the file, and where to put it."""
    size = int(needed(args, "length"))
    name = str(needed(args, "filename"))
    if size < 1:
        raise SlackSays("invalid_arguments")
    file = File(slack.new("F"), slack.bot_user, name, size, alt_text=str(args.get("alt_txt", "")))
    slack.files[file.id] = file
    return {"upload_url": f"{slack.address}/upload/v1/{file.id}", "file_id": file.id}


def complete_upload(slack: Workspace, args: Args) -> Answer:
    """files.completeUploadExternal: without a channel the file is the bot's own."""
    listed = needed(args, "files")
    found = [slack.files.get(str(one.get("id"))) for one in listed]
    files = [one for one in found if one is not None and one.content is not None]
    if not listed or len(files) < len(listed):
        raise SlackSays("file_not_found")
    channels = [one for one in str(args.get("channels") or "").split(",") if one]
    channels += [str(args["channel_id"])] if args.get("channel_id") else []
    for channel in channels:
        _share(slack, channel, files, args)
    for file, one in zip(files, listed, strict=True):
        file.complete = True
        file.title = str(one.get("title") or file.name)
        file.polls_left = slack.polls_until_processed
    return {"files": [{"id": file.id, "title": file.title} for file in files]}


def info(slack: Workspace, args: Args) -> Answer:
    """files.info: each look brings the processing one step on."""
    file = slack.files.get(str(needed(args, "file")))
    if file is None or not file.complete:
        raise SlackSays("file_not_found")
    shown = told(slack, file)
    file.polls_left -= 1
    return {"file": shown, "comments": [], "response_metadata": {"next_cursor": ""}}


def delete(slack: Workspace, args: Args) -> Answer:
    """files.delete: takes the bot's own file from wherever it was shared."""
    file = slack.files.get(str(needed(args, "file")))
    if file is None:
        raise SlackSays("file_not_found")
    if file.user != slack.bot_user:
        raise SlackSays("cant_delete_file")
    del slack.files[file.id]
    return {}


def told(slack: Workspace, file: File) -> dict[str, Any]:
    """The file object; what it is stays unsaid until it is processed."""
    mimetype = file.mimetype if file.processed else ""
    address = f"{slack.address}/files-pri/{slack.team_id}-{file.id}"
    return {
        "id": file.id,
        "created": int(slack.now()),
        "timestamp": int(slack.now()),
        "name": file.name,
        "title": file.title or file.name,
        "mimetype": mimetype,
        "filetype": file.name.rpartition(".")[2] if mimetype else "",
        "pretty_type": file.name.rpartition(".")[2].upper() if mimetype else "",
        "user": file.user,
        "user_team": slack.team_id,
        "editable": False,
        "size": file.size,
        "mode": "hosted",
        "is_external": False,
        "external_type": "",
        "is_public": False,
        "url_private": f"{address}/{file.name}",
        "url_private_download": f"{address}/download/{file.name}",
        "permalink": f"https://{slack.domain}.slack.com/files/{file.user}/{file.id}/{file.name}",
        "has_rich_preview": False,
        "file_access": "visible",
        "channels": [one for one in file.channels if one.startswith("C")],
        "ims": [one for one in file.channels if one.startswith("D")],
    }


def put_up(slack: Workspace, file_id: str, content: bytes) -> bool:
    """Whether what came to an upload address is the file that was announced."""
    file = slack.files.get(file_id)
    if file is None or file.complete or len(content) != file.size:
        return False
    file.content = content
    file.mimetype = kind_of(file.name)
    return True


def owned(slack: Workspace, user: str, name: str, content: bytes) -> File:
    """A file that a person brought themselves."""
    file = File(slack.new("F"), user, name, len(content), name, kind_of(name), content=content)
    file.complete = True
    slack.files[file.id] = file
    return file


def may_read(slack: Workspace, file: File) -> bool:
    """Whether the bot may have a file's content: its own, or one shared where it is."""
    if "files:read" not in slack.scopes or slack.token_fault is not None:
        return False
    inside = [one for one in file.channels if slack.bot_user in slack.channels[one].members]
    return file.user == slack.bot_user or bool(inside)


def kind_of(name: str) -> str:
    """A file's type, told by its name."""
    return mimetypes.guess_type(name)[0] or "application/octet-stream"


def _share(slack: Workspace, channel: str, files: list[File], args: Args) -> None:
    place = known_to_bot(slack, channel)
    if slack.bot_user not in place.members:
        raise SlackSays("not_in_channel")
    for file in files:
        file.channels.append(place.id)
    message = Message(
        channel=place.id,
        ts=slack.new_ts(),
        user=slack.bot_user,
        text=str(args.get("initial_comment") or ""),
        thread_ts=args.get("thread_ts"),
        files=[told(slack, file) for file in files],
        bot={"bot_id": slack.bot_id, "app_id": slack.app_id},
        sent=args,
    )
    place.messages.append(message)
