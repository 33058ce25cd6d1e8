"""Any order of writing, sending, dying and waiting: nothing is lost, and nothing is said twice."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections import Counter, defaultdict
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import func, select

from bot.delivery import Delivery
from handlers.message import Card
from handlers.parcel import Patience
from handlers.people import Place, Side
from handlers.work import About
from storage.database import open_engine
from storage.outbox import SqlOutbox
from storage.post_office import SqlPostOffice
from storage.schema import channels, outbox
from tests.bot.fakes import FakePlatform, Killed, Mishap, MortalOffice, Step, a_card
from tests.builders import Clock

PLACES = [Place.channel(side) for side in Side]
SUBJECTS = ["a", "b"]
PATIENCE = Patience(most_tries=10_000, give_up=timedelta(days=10_000))
HIDDEN = {
    Mishap.LOST_ON_THE_WAY,
    Mishap.ACCEPTED_UNANSWERED,
    Mishap.KILLED_BEFORE,
    Mishap.KILLED_AFTER,
}
MISHAPS = [
    Mishap.NONE,
    Mishap.THROTTLED,
    Mishap.UNAVAILABLE,
    *sorted(HIDDEN, key=lambda m: m.value),
]

pytestmark = pytest.mark.slow

places = st.sampled_from(PLACES)
subjects = st.sampled_from(SUBJECTS)


@pytest.fixture(scope="module", autouse=True)
def template(sqlite_template: Path) -> None:
    """Let every run begin with a copy of the one migrated database."""
    DeliveryMachine.template = sqlite_template


class DeliveryMachine(RuleBasedStateMachine):
    """The real outbox and the real delivery between a platform and a process that both fail."""

    template: Path
    can_find = True

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        path = self.folder / "outbox.sqlite3"
        shutil.copy(self.template, path)
        self.engine = open_engine(f"sqlite:///{path}")
        self.clock = Clock()
        numbers = count()
        self.new_id = lambda: f"key-{next(numbers)}"
        self.platform = FakePlatform(finds=self.can_find)
        self.office = MortalOffice(
            SqlPostOffice(self.engine, now=self.clock, new_id=self.new_id, patience=PATIENCE)
        )
        self.version: Counter[str] = Counter()
        self.posted: dict[str, list[str]] = defaultdict(list)
        self.shown: set[tuple[str, str]] = set()
        self.doubts = 0

    @initialize()
    def furnish(self) -> None:
        with self.engine.begin() as connection:
            for place in PLACES:
                connection.execute(
                    channels.insert().values(
                        place=place.name,
                        platform="fake",
                        address=place.name,
                        language="en",
                        zone="UTC",
                    )
                )

    @rule(place=places, many=st.integers(1, 3))
    def post(self, place: Place, many: int) -> None:
        for _ in range(many):
            words = f"post {sum(map(len, self.posted.values()))}"
            with self.engine.begin() as connection:
                self.box(connection).post(place, a_card(words))
            self.posted[place.name].append(words)

    @rule(place=places, subject=subjects)
    def show(self, place: Place, subject: str) -> None:
        self.version[subject] += 1
        with self.engine.begin() as connection:
            box = self.box(connection)
            box.show(place, About("answer", subject))
            box.refresh(About("answer", subject))
        self.shown.add((place.name, subject))

    @rule(subject=subjects)
    def refresh(self, subject: str) -> None:
        self.version[subject] += 1
        with self.engine.begin() as connection:
            self.box(connection).refresh(About("answer", subject))

    @rule(place=places, subject=subjects)
    def change_ones_mind(self, place: Place, subject: str) -> None:
        with self.engine.connect() as connection:
            self.box(connection).post(place, a_card("never"))
            self.box(connection).show(place, About("answer", subject))

    @rule(seconds=st.sampled_from([1, 20, 45, 60, 300]))
    def wait(self, seconds: int) -> None:
        self.clock.move(seconds=seconds)

    @rule(mishaps=st.lists(st.sampled_from(MISHAPS), min_size=1, max_size=4))
    def deliver(self, mishaps: list[Mishap]) -> None:
        self.platform.mishaps.extend(mishaps)
        self.doubts += sum(one in HIDDEN for one in mishaps)
        self.run()
        self.platform.mishaps.clear()

    @rule(
        mishap=st.sampled_from([Mishap.NONE, Mishap.ACCEPTED_UNANSWERED]),
        step=st.sampled_from(Step),
    )
    def die(self, mishap: Mishap, step: Step) -> None:
        self.doubts += len(PLACES) + 1
        self.platform.mishaps.append(mishap)
        self.office.dies = step
        self.run()
        self.office.dies = None
        self.platform.mishaps.clear()

    @precondition(lambda self: self.platform.log)
    @invariant()
    def nothing_is_said_twice(self) -> None:
        keys = Counter(one.key for one in self.platform.log if one.what == "send")
        repeats = sum(keys.values()) - len(keys)
        assert repeats <= (0 if self.can_find else self.doubts)

    @invariant()
    def nobody_hears_what_was_not_committed(self) -> None:
        assert "never" not in self.platform.sent()

    @invariant()
    def posts_arrive_in_order(self) -> None:
        for place, posted in self.posted.items():
            heard = dict.fromkeys(
                one.text
                for one in self.platform.log
                if one.address == place and one.text.startswith("post")
            )
            assert list(heard) == posted[: len(heard)]

    @invariant()
    def a_live_message_never_goes_back_in_time(self) -> None:
        for place in PLACES:
            for subject in SUBJECTS:
                versions = self.versions(place.name, subject)
                assert versions == sorted(versions)

    def teardown(self) -> None:
        self.settle_down()
        for place, posted in self.posted.items():
            heard = [one.text for one in self.platform.log if one.address == place]
            assert set(posted) <= set(heard)
        for place, subject in self.shown:
            assert self.versions(place, subject)[-1:] == [self.version[subject]]
            sends = [
                one
                for one in self.platform.log
                if (one.what, one.address) == ("send", place) and one.text.startswith(subject)
            ]
            assert len(sends) == 1 or not self.can_find
        self.engine.dispose()
        shutil.rmtree(self.folder)

    def settle_down(self) -> None:
        """Let the world be kind until all has left, which must not take for ever."""
        for _ in range(60):
            self.run()
            with self.engine.connect() as connection:
                unsent = select(func.count()).where(outbox.c.state != "sent")
                if connection.execute(unsent).scalar() == 0:
                    return
            self.clock.move(minutes=2)
        raise AssertionError("something never left")

    def run(self) -> None:
        delivery = Delivery(
            self.office,
            {"fake": self.platform},
            {"answer": self.draw},
            now=self.clock,
            patience=PATIENCE,
        )
        try:
            asyncio.run(delivery.empty())
        except Killed:
            return
        finally:
            delivery._counter.shutdown()

    def draw(self, subject: str) -> Card:
        return a_card(f"{subject} {self.version[subject]}")

    def box(self, connection: object) -> SqlOutbox:
        return SqlOutbox(connection, now=self.clock, new_id=self.new_id)  # type: ignore[arg-type]

    def versions(self, place: str, subject: str) -> list[int]:
        return [
            int(one.text.split()[1])
            for one in self.platform.log
            if one.address == place and one.text.startswith(f"{subject} ")
        ]


class MuteDeliveryMachine(DeliveryMachine):
    """The platform cannot be asked what became of a message."""

    can_find = False


QUICKLY = settings(
    max_examples=80,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
DeliveryMachine.TestCase.settings = QUICKLY
MuteDeliveryMachine.TestCase.settings = QUICKLY


TestWhereThePlatformCanBeAsked = DeliveryMachine.TestCase
TestWhereThePlatformCannotBeAsked = MuteDeliveryMachine.TestCase
