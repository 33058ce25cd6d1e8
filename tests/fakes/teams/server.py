"""The fake's own HTTP: Connector, Entra, Graph and SharePoint, with and without TLS.

It runs aiohttp on loopback in a thread, so that the code under test meets a real network.
"""

from __future__ import annotations

import asyncio
import json
import ssl
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from aiohttp import web

from tests.fakes.teams import connector, connector_tokens, drive, entra, graph, keys
from tests.fakes.teams.faults import Fault
from tests.fakes.teams.people import Person
from tests.fakes.teams.tenant import Call, Refusal, Tenant

PAGE = "<!DOCTYPE html><html><body>Teams is having a bad day.</body></html>"
LARGEST = 64 * 1024 * 1024
BOTS = "https://api.botframework.com"
GRAPH = "https://graph.microsoft.com"
TLS_KEY = "tls-key"
Told = tuple[int, Any]


class Company(Protocol):
    """Who is told of what happens by Graph's doing."""

    def installed_by_graph(self, person: Person) -> None:
        """The app was installed for somebody; the app itself hears of it a moment later."""


class Server:
    """Two HTTP servers in a thread, with a tenant behind them."""

    def __init__(self, tenant: Tenant, company: Company) -> None:
        self._tenant = tenant
        self._company = company
        self._folder = tempfile.TemporaryDirectory(prefix="fake-teams-")
        self.ca_file = Path(self._folder.name) / "tls.pem"
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name="fake-teams", daemon=True)

    def start(self) -> None:
        """Begin to listen on free ports."""
        pem = keys.certificate_pem(TLS_KEY) + keys.pem(keys.private_key(TLS_KEY))
        self.ca_file.write_bytes(pem)
        self._thread.start()
        assert self._ready.wait(10), "the fake Teams did not start"

    def stop(self) -> None:
        """End every connection, and the thread."""
        self._loop.call_soon_threadsafe(self._stopping.set)
        self._thread.join(10)
        self._folder.cleanup()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._serve())
        self._loop.close()

    async def _serve(self) -> None:
        self._stopping = asyncio.Event()
        runner = web.AppRunner(self._app(), access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        tls.load_cert_chain(self.ca_file)
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=tls).start()
        plain, secure = (address[1] for address in runner.addresses)
        self._tenant.address = f"http://127.0.0.1:{plain}"
        self._tenant.secure_address = f"https://127.0.0.1:{secure}"
        self._ready.set()
        await self._stopping.wait()
        await _ended(runner)

    def _app(self) -> web.Application:
        app = web.Application(client_max_size=LARGEST)
        app.router.add_get("/v1/.well-known/openidconfiguration", self._metadata)
        app.router.add_get("/v1/.well-known/keys", self._keys)
        for v3 in ("/emea/{tenant}/v3", "/teams/v3"):  # a region's, and Teams' own for all of them
            self._at(v3, app)
        user = "/v1.0/users/{user}"
        app.router.add_get("/v1.0/users", self._users)
        app.router.add_get(user, self._user)
        app.router.add_post(f"{user}/teamwork/installedApps", self._install)
        app.router.add_get(f"{user}/teamwork/installedApps", self._installed)
        app.router.add_get(f"{user}/teamwork/installedApps/{{id}}/chat", self._chat)
        app.router.add_get("/v1.0/appCatalogs/teamsApps", self._catalogue)
        app.router.add_put("/sharepoint/upload/{file}", self._upload)
        app.router.add_get("/sharepoint/download/{file}", self._download)
        app.router.add_get("/common/discovery/instance", self._discovery)
        app.router.add_get("/{tenant}/v2.0/.well-known/openid-configuration", self._login)
        app.router.add_post("/{tenant}/oauth2/v2.0/token", self._token)
        app.router.add_get("/{tenant}/discovery/v2.0/keys", self._entra_keys)
        return app

    def _at(self, v3: str, app: web.Application) -> None:
        place = f"{v3}/conversations/{{place}}"
        app.router.add_post(f"{v3}/conversations", self._create)
        app.router.add_post(f"{place}/activities", self._post)
        app.router.add_post(f"{place}/activities/{{activity}}", self._post)
        app.router.add_put(f"{place}/activities/{{activity}}", self._put)
        app.router.add_delete(f"{place}/activities/{{activity}}", self._delete)
        app.router.add_get(f"{place}/members", self._all_members)
        app.router.add_get(f"{place}/members/{{member}}", self._member)
        app.router.add_get(f"{place}/{{paged:paged[mM]embers}}", self._members)
        app.router.add_get(f"{v3}/teams/{{team}}", self._team)
        app.router.add_get(f"{v3}/teams/{{team}}/conversations", self._channels)

    # ---- every call -----------------------------------------------------------------------------

    async def _answer(
        self, request: web.Request, operation: str, target: str, do: Callable[[], Told]
    ) -> web.StreamResponse:
        call = Call(operation, target, await _body(request), self._tenant.now())
        with self._tenant.lock:
            self._tenant.calls.append(call)
            wait = self._tenant.limits.wait(operation, target) if "/v3/" in request.path else 0
            fault = None if wait else self._tenant.faults.next(operation)
            if wait:
                call.outcome = "too_many"
                return _too_many(wait)
            status, told = (0, None) if fault and not fault.kept else _tried(do, call)
        if fault is None:
            return _told(status, told)
        call.outcome = call.outcome if fault.kept and status >= 400 else fault.kind
        return await _gone_wrong(request, fault, status, told)

    async def _connector(
        self, request: web.Request, operation: str, target: str, do: Callable[[], Told]
    ) -> web.StreamResponse:
        return await self._answer(request, operation, target, self._admitted(request, BOTS, do))

    async def _graph(
        self, request: web.Request, operation: str, do: Callable[[], Told]
    ) -> web.StreamResponse:
        target = request.match_info.get("user", "")
        return await self._answer(request, operation, target, self._admitted(request, GRAPH, do))

    def _admitted(
        self, request: web.Request, audience: str, do: Callable[[], Told]
    ) -> Callable[[], Told]:
        proof = request.headers.get("Authorization", "")

        def admitted() -> Told:
            if not entra.accepts(self._tenant, proof, audience):
                raise Refusal(401, "Unauthorized", "Authorization has been denied.")
            return do()

        return admitted

    # ---- the Connector --------------------------------------------------------------------------

    async def _metadata(self, request: web.Request) -> web.StreamResponse:
        told = connector_tokens.metadata(self._tenant)
        return await self._answer(request, "metadata", "", lambda: (200, told))

    async def _keys(self, request: web.Request) -> web.StreamResponse:
        told = connector_tokens.key_set()
        return await self._answer(request, "keys", "", lambda: (200, told))

    async def _create(self, request: web.Request) -> web.StreamResponse:
        body = await _body(request)
        who = str((body.get("members") or [{}])[0].get("id", ""))
        return await self._connector(
            request, "create", who, lambda: (201, connector.create(self._tenant, body))
        )

    async def _post(self, request: web.Request) -> web.StreamResponse:
        body, place = await _body(request), request.match_info["place"]
        return await self._connector(
            request, "post", place, lambda: (201, connector.post(self._tenant, place, body))
        )

    async def _put(self, request: web.Request) -> web.StreamResponse:
        body, place = await _body(request), request.match_info["place"]
        activity = request.match_info["activity"]
        return await self._connector(
            request, "put", place, lambda: (200, connector.put(self._tenant, place, activity, body))
        )

    async def _delete(self, request: web.Request) -> web.StreamResponse:
        place, activity = request.match_info["place"], request.match_info["activity"]

        def do() -> Told:
            connector.delete(self._tenant, place, activity)
            return 200, None

        return await self._connector(request, "delete", place, do)

    async def _member(self, request: web.Request) -> web.StreamResponse:
        place, name = request.match_info["place"], request.match_info["member"]
        return await self._connector(
            request, "member", place, lambda: (200, connector.member(self._tenant, place, name))
        )

    async def _members(self, request: web.Request) -> web.StreamResponse:
        place, query = request.match_info["place"], request.query
        size, token = query.get("pageSize", ""), query.get("continuationToken", "")

        def do() -> Told:
            return 200, connector.members(self._tenant, place, size=size, token=token)

        return await self._connector(request, "members", place, do)

    async def _all_members(self, request: web.Request) -> web.StreamResponse:
        place = request.match_info["place"]

        def do() -> Told:
            return 200, connector.members(self._tenant, place, size="500")["members"]

        return await self._connector(request, "members", place, do)

    async def _team(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["team"]
        return await self._connector(
            request, "team", name, lambda: (200, connector.team(self._tenant, name))
        )

    async def _channels(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["team"]
        return await self._connector(
            request, "channels", name, lambda: (200, connector.channels(self._tenant, name))
        )

    # ---- Entra ----------------------------------------------------------------------------------

    async def _discovery(self, request: web.Request) -> web.StreamResponse:
        return web.json_response(entra.discovery(request.host))

    async def _login(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["tenant"]
        return await self._answer(
            request, "login", name, lambda: entra.metadata(self._tenant, name, request.host)
        )

    async def _entra_keys(self, request: web.Request) -> web.StreamResponse:
        return web.json_response({"keys": [keys.public_jwk(entra.ENTRA_KEY)]})

    async def _token(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["tenant"]
        form = {key: str(one) for key, one in (await request.post()).items()}
        endpoint = f"https://{request.host}{request.path}"
        return await self._answer(
            request, "token", name, lambda: entra.token(self._tenant, name, form, endpoint)
        )

    # ---- Graph ----------------------------------------------------------------------------------

    async def _users(self, request: web.Request) -> web.StreamResponse:
        query = dict(request.query)
        return await self._graph(request, "users", lambda: (200, graph.users(self._tenant, query)))

    async def _user(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["user"]
        return await self._graph(request, "users", lambda: (200, graph.user(self._tenant, name)))

    async def _catalogue(self, request: web.Request) -> web.StreamResponse:
        query = dict(request.query)
        return await self._graph(
            request, "catalogue", lambda: (200, graph.catalogue(self._tenant, query))
        )

    async def _install(self, request: web.Request) -> web.StreamResponse:
        name, body = request.match_info["user"], await _body(request)

        def do() -> Told:
            person = graph.install(self._tenant, name, body)
            self._company.installed_by_graph(person)
            return 201, None

        return await self._graph(request, "install", do)

    async def _installed(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["user"]
        return await self._graph(
            request, "installed", lambda: (200, graph.installed(self._tenant, name))
        )

    async def _chat(self, request: web.Request) -> web.StreamResponse:
        name, id = request.match_info["user"], request.match_info["id"]
        return await self._graph(request, "chat", lambda: (200, graph.chat(self._tenant, name, id)))

    # ---- SharePoint -----------------------------------------------------------------------------

    async def _upload(self, request: web.Request) -> web.StreamResponse:
        id, content = request.match_info["file"], await request.read()
        told = request.headers.get("Content-Range", "")
        if not self._without_token(request):
            return web.json_response({"error": {"code": "unauthenticated"}}, status=401)
        return await self._answer(
            request, "upload", id, lambda: drive.put_up(self._tenant, id, content, told)
        )

    async def _download(self, request: web.Request) -> web.StreamResponse:
        file = self._tenant.files.get(request.match_info["file"])
        if not self._without_token(request) or request.query.get("tempauth") != "fake":
            return web.json_response({"error": {"code": "unauthenticated"}}, status=401)
        if file is None or file.open_for_upload:
            return web.json_response({"error": {"code": "itemNotFound"}}, status=404)
        return await self._answer(request, "download", file.id, lambda: (200, file.content))

    def _without_token(self, request: web.Request) -> bool:
        if token := request.headers.get("Authorization"):
            self._tenant.tokens_at_files.append(token)
        return token is None


async def _ended(runner: web.AppRunner) -> None:
    """Cut every connection first: clients under test may have forgotten theirs."""
    for connection in runner.server.connections if runner.server else []:
        if connection.transport is not None:
            connection.transport.abort()
    await runner.cleanup()
    await asyncio.sleep(0)


async def _body(request: web.Request) -> Any:
    if request.content_type != "application/json":
        return {}
    try:
        return json.loads(await request.text() or "{}")
    except ValueError:
        return {}


def _tried(do: Callable[[], Told], call: Call) -> Told:
    try:
        status, told = do()
    except Refusal as refusal:
        call.outcome = refusal.code
        return refusal.status, _error(refusal.code, refusal.message)
    if status >= 400:
        call.outcome = str(status)
    return status, told


def _error(code: str, message: str = "") -> dict[str, Any]:
    return {"error": {"code": code, "message": message or code}}


def _told(status: int, told: Any) -> web.Response:
    if told is None:
        return web.Response(status=status)
    if isinstance(told, bytes):
        return web.Response(status=status, body=told)
    return web.json_response(told, status=status)


def _too_many(seconds: int) -> web.Response:
    body = _error("TooManyRequests", "API calls quota exceeded!")
    return web.json_response(body, status=429, headers={"Retry-After": str(seconds)})


async def _gone_wrong(
    request: web.Request, fault: Fault, status: int, told: Any
) -> web.StreamResponse:
    match fault.kind:
        case "too_many":
            return _too_many(int(fault.seconds))
        case "status":
            return web.Response(status=fault.status)
        case "html":
            return web.Response(status=fault.status, text=PAGE, content_type="text/html")
        case "empty":
            return web.Response(status=200)
        case "slow":
            await asyncio.sleep(fault.seconds)
            return _told(status, told)
        case "code":
            return web.json_response(_error(fault.code), status=fault.status)
        case "drop":
            assert request.transport is not None
            request.transport.abort()
            return web.Response()
