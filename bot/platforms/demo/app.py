"""The demo's HTTP door.

How bot/app.py wires it::

    chat = Chat(folder / "chat.sqlite3")       # stands for a vendor's servers
    listeners = Listeners()
    platform = DemoPlatform(chat=chat, listeners=listeners, now=now, knows=...)  # for delivery
    demo = Demo(route=router.route, chat=chat, listeners=listeners, people=..., ...)
    routes = demo_routes(demo)                 # for bot.web.Front

`Demo` (bot/platforms/demo/answer.py) says what each of its parts is for. An address of the demo is
a place's name: ``marketing``, ``sales`` or ``person:<id>``, and ``home:person:<id>`` for a page.
Before the server stops, `listeners.close()` sends the browsers home.
"""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import perf_counter
from typing import TypeVar
from urllib.parse import quote, urlsplit

import structlog
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, HTMLResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.faults import described
from bot.i18n import Voice
from bot.platforms.demo import parse
from bot.platforms.demo.answer import NOTHING, Demo, Wire, drawn, said, sent_file, settled
from bot.platforms.demo.chat import Kept
from bot.platforms.demo.clock import landing
from bot.platforms.demo.crm import crm_page, edited, read_edit
from bot.platforms.demo.gallery import gallery
from bot.platforms.demo.guide import FLAG
from bot.platforms.demo.news import news
from bot.platforms.demo.page import earlier, opening
from bot.platforms.demo.parse import Body, Caller, Rejected
from handlers.interaction import Interaction, Nothing
from handlers.people import Language, Person, PersonId, Place
from handlers.phrase import say

STATIC = Path(__file__).parent / "static"
LARGEST_REQUEST = 1_000_000
"""Bytes: a thousand pasted leads with room to spare."""
LARGEST_FILE = 8_000_000
"""Bytes of a lead list; whoever reads it checks what is inside."""
DEEDS_AT_ONCE = 4

Answer = Callable[[Request], Awaitable[Response]]
Given = TypeVar("Given")
_NOT_KEPT = {"Cache-Control": "no-store"}
_ENGLISH = Voice(Language.ENGLISH, "UTC")
log = structlog.get_logger()


def demo_routes(demo: Demo) -> Sequence[BaseRoute]:
    """Give the routes of the demo, all of them below /demo."""
    door = _Door(demo)
    posts = {"press": door.press, "submit": door.submit, "say": door.say}
    posts |= {"seen": door.seen, "clock": door.clock}
    posts |= {"crm-edit": door.edit_crm, "crm-look": door.look_at_crm}
    gets = {"state": door.state, "messages": door.messages, "sample": door.sample}
    gets |= {"events": door.events, "file/{id}": door.download}
    return [
        *(_post(name, door.proven(answer), LARGEST_REQUEST) for name, answer in posts.items()),
        _post("file", door.proven(door.file), LARGEST_FILE),
        *(Route(f"/demo/{name}", door.answered(answer)) for name, answer in gets.items()),
        Route("/demo/gallery", door.gallery),
        Route("/demo/crm", door.crm),
        Route("/demo", door.page),
        Mount("/demo/static", StaticFiles(directory=STATIC)),
    ]


def _post(name: str, answer: Answer, largest: int) -> Route:
    return Route(f"/demo/{name}", answer, methods=["POST"], max_body_size=largest)


class _Door:
    """What the demo answers to each request."""

    def __init__(self, demo: Demo) -> None:
        self._demo = demo
        self._token = secrets.token_urlsafe(24)
        self._nothing = _json(NOTHING)
        self._threads = ThreadPoolExecutor(DEEDS_AT_ONCE, thread_name_prefix="demo")
        for person in demo.people().values():
            demo.chat.admit(person.id, demo.conversations(person))

    def answered(self, answer: Answer) -> Answer:
        """Turn what goes wrong into a sentence."""

        async def kindly(request: Request) -> Response:
            try:
                return await answer(request)
            except (HTTPException, ClientDisconnect):
                raise
            except Rejected as rejected:
                return self._sentence(request, rejected)
            except Exception as error:  # noqa: BLE001 - the boundary: log once, apologise
                return self._incident(request, error)

        return kindly

    def proven(self, answer: Answer) -> Answer:
        """Answer only what the demo's own page sends."""

        async def guarded(request: Request) -> Response:
            self._check_origin(request)
            return await answer(request)

        return self.answered(guarded)

    async def page(self, _: Request) -> Response:
        """Give the page; what is on it comes by `state`."""
        return FileResponse(STATIC / "index.html", headers={"Cache-Control": "no-cache"})

    async def gallery(self, request: Request) -> Response:
        """Give a page with every card and form."""
        examples = await self._in_thread(self._demo.examples)
        return HTMLResponse(await self._in_thread(gallery, examples, request.query_params))

    async def crm(self, request: Request) -> Response:
        """Give a page into the demo's CRM, in the language of whoever looks."""
        people, asked = self._demo.people(), request.query_params
        person = people.get(self._asked(request)) or next(iter(people.values()))
        html = await self._in_thread(crm_page, self._demo.crm, person, asked)
        return HTMLResponse(html, headers=_NOT_KEPT)

    async def edit_crm(self, request: Request) -> Response:
        """Change a lead in the CRM by hand."""
        edit = read_edit(parse.read_body(await request.body()))
        await self._in_thread(edited, self._demo.crm, edit, self._demo.now())
        return _json({"kind": "nothing"})

    async def look_at_crm(self, request: Request) -> Response:
        """Let Leadloop see what changed in the CRM, without waiting for its next look."""
        del request
        await self._in_thread(self._demo.crm.look)
        return _json({"kind": "nothing"})

    async def state(self, request: Request) -> Response:
        """Give who there is, what they have not read, and the page's own words."""
        people = self._demo.people()
        person = people.get(self._asked(request)) or next(iter(people.values()))
        return _json({"token": self._token, **opening(self._demo, person)})

    async def messages(self, request: Request) -> Response:
        """Give a page of a conversation."""
        before = request.query_params.get("before", "")
        place = self._place(request, self._person(request))
        return _json(earlier(self._demo, place, int(before) if before.isdecimal() else None))

    async def sample(self, request: Request) -> Response:
        """Give what this person might write here: a question, or a flag on a lead of theirs."""
        person = self._person(request)
        if request.query_params.get("of") == FLAG:
            text = await self._in_thread(self._demo.sample_flag, person)
        else:
            text = await self._in_thread(self._demo.sample, person, self._place(request, person))
        return _json({"text": text})

    async def events(self, request: Request) -> Response:
        """Tell a browser what is new, from where it left off."""
        after = request.headers.get("last-event-id") or request.query_params.get("after", "0")
        if not after.isdecimal():
            raise parse.odd()
        stream = news(self._demo, self._person(request), int(after))
        return StreamingResponse(stream, media_type="text/event-stream", headers=_NOT_KEPT)

    async def press(self, request: Request) -> Response:
        """Answer a pressed button."""
        caller, body = await self._caller(request)
        asked, message = parse.read_press(body, caller), parse.read_message(body)
        return await self._measured(self._pressed(caller, asked, message))

    async def _pressed(self, caller: Caller, asked: Interaction, message: int | None) -> Response:
        """Draw the answer, if there is one, once the press is committed."""
        reply = await self._demo.press(asked)
        if reply == Nothing():
            return self._nothing
        return _json(await self._in_thread(drawn, self._demo, caller, reply, message))

    async def submit(self, request: Request) -> Response:
        """Answer a form that was sent."""
        caller, body = await self._caller(request)
        asked, message = parse.read_form(body, caller), parse.read_message(body)
        return await self._settle(settled, self._demo, caller, asked, message)

    async def say(self, request: Request) -> Response:
        """Post what somebody wrote, and answer where Leadloop is spoken to."""
        caller, body = await self._caller(request)
        if not caller.may_write:
            raise Rejected(404, say("demo-no-conversation"))
        return await self._settle(said, self._demo, caller, parse.read_text(body))

    async def file(self, request: Request) -> Response:
        """Take a lead list as it is, with its name in the address; channels take none."""
        asked = request.query_params
        caller = parse.read_caller(asked, self._person(request), self._demo.channels)
        name = parse.read_file_name(asked.get("name", ""))
        if caller.place.person is None:
            raise Rejected(400, say("demo-file-where"))
        file = Kept(name, "application/octet-stream", await request.body())
        return await self._settle(sent_file, self._demo, caller, asked.get("text", ""), file)

    async def seen(self, request: Request) -> Response:
        """Note how far somebody has read."""
        body, person = parse.read_body(await request.body()), self._person(request)
        place = parse.read_place(body.get("conversation"), person, self._demo.channels)
        message = parse.read_message(body) or 0
        if self._demo.chat.mark_seen(person.id, place.name, message):
            self._demo.listeners.wake()
        return _json({"kind": "nothing"})

    async def clock(self, request: Request) -> Response:
        """Move the demo's clock."""
        body, person = parse.read_body(await request.body()), self._person(request)
        to = landing(parse.read_jump(body), self._demo.now(), person.hours)
        await self._in_thread(self._demo.move_clock, to)
        self._demo.listeners.wake()
        return _json({"now": self._demo.now().isoformat()})

    async def download(self, request: Request) -> Response:
        """Give a file to save; it is never shown as a page of ours."""
        file = self._demo.chat.file(request.path_params["id"])
        if file is None:
            raise Rejected(404, say("demo-no-file"))
        headers = {
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(file.name, safe='')}",
            "Content-Security-Policy": "sandbox",
        }
        return Response(file.content, media_type=file.media_type, headers=headers)

    async def _caller(self, request: Request) -> tuple[Caller, Body]:
        body = parse.read_body(await request.body())
        return parse.read_caller(body, self._person(request), self._demo.channels), body

    async def _settle(self, deed: Callable[..., Wire], *args: object) -> Response:
        return await self._measured(self._told(deed, *args))

    async def _told(self, deed: Callable[..., Wire], *args: object) -> Response:
        return _json(await self._in_thread(deed, *args))

    async def _measured(self, answer: Awaitable[Response]) -> Response:
        began = perf_counter()
        try:
            return await answer
        finally:
            self._demo.measured(perf_counter() - began)

    async def _in_thread(self, work: Callable[..., Given], *args: object) -> Given:
        return await asyncio.get_running_loop().run_in_executor(self._threads, work, *args)

    def _person(self, request: Request) -> Person:
        return parse.read_person(request.query_params.get("as"), self._demo.people())

    def _asked(self, request: Request) -> PersonId:
        return PersonId(request.query_params.get("as", ""))

    def _place(self, request: Request, person: Person) -> Place:
        asked = request.query_params.get("conversation")
        return parse.read_place(asked, person, self._demo.channels)

    def _check_origin(self, request: Request) -> None:
        """Refuse what another site's page may have sent in the visitor's name."""
        origin = request.headers.get("origin")
        is_ours = origin is None or urlsplit(origin).netloc == request.headers.get("host")
        token = request.headers.get("x-leadloop-token", "")
        if not is_ours or not secrets.compare_digest(token.encode(), self._token.encode()):
            raise Rejected(403, say("demo-foreign"))

    def _sentence(self, request: Request, rejected: Rejected) -> Response:
        return _json({"error": self._voice(request).speak(rejected.phrase)}, rejected.status)

    def _incident(self, request: Request, error: Exception) -> Response:
        """Apologise, and log where it happened but nothing of what was said."""
        incident = self._demo.new_id()
        path = request.scope["route"].path
        log.error("press-failed", incident=incident, path=path, error=described(error))
        sentence = self._voice(request).speak(say("demo-incident", incident=incident))
        return _json({"error": sentence, "incident": incident}, 500)

    def _voice(self, request: Request) -> Voice:
        person = self._demo.people().get(self._asked(request))
        return parse.voice_of(person) if person else _ENGLISH


def _json(wire: Wire, status: int = 200) -> Response:
    content = json.dumps(wire, ensure_ascii=False).encode()
    return Response(content, status, headers=_NOT_KEPT, media_type="application/json")
