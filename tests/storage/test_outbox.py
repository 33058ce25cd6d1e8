"""What leaves, in which order, to where, and what is left over."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from datetime import timedelta
from itertools import count

import pytest
from sqlalchemy import Connection, Engine, event, select, update
from sqlalchemy.exc import IntegrityError

from handlers.message import Card, Sheet
from handlers.parcel import (
    Backlog,
    Doubtful,
    Fate,
    Gone,
    Later,
    Parcel,
    Parked,
    Patience,
    Paused,
    Sent,
    Trouble,
)
from handlers.people import Language, Person, PersonId, Place, Role, Side
from handlers.phrase import say, verbatim
from handlers.work import DEEDS_REMEMBERED, About, IfUnsure
from storage import once
from storage.cleaning import NightlyCleaning
from storage.outbox import SqlOutbox
from storage.people import SqlPeople
from storage.post_office import SqlPostOffice
from storage.schema import channels, due_slots, once_keys, outbox
from storage.work import Database
from tests.builders import Clock, a_rep

SALES = Place.channel(Side.SALES)
MARKETING = Place.channel(Side.MARKETING)
PIOTR = Place.direct(PersonId("piotr"))
ADA = Place.direct(PersonId("ada"))
ANSWER = About("questions.answer", "q-1")
PATIENCE = Patience()
RUNNING = {"fake": timedelta(seconds=2)}


def a_card(words: str = "hello") -> Card:
    return Card(verbatim(words), ())


class House:
    """An outbox with its counter, two channels, a rep and an administrator."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        numbers = count(1)
        self.clock = clock
        self.engine = engine
        self.new_id = lambda: f"key-{next(numbers)}"
        self.database = Database(engine, now=clock, new_id=self.new_id)
        self.office = SqlPostOffice(engine, now=clock, new_id=self.new_id)
        with engine.begin() as connection:
            for side in Side:
                self._channel(connection, side.value)
            self._person(connection, a_rep(language=Language.POLISH))
            self._person(connection, a_rep("Ada Admin", role=Role.ADMINISTRATOR))

    def _channel(self, connection: Connection, place: str) -> None:
        row = {"place": place, "platform": "fake", "address": f"#{place}"}
        connection.execute(channels.insert().values(**row, language="en", zone="Europe/Warsaw"))

    def _person(self, connection: Connection, person: Person) -> None:
        people = SqlPeople(connection)
        people.add(person)
        people.give_account(person.id, "fake", f"@{person.id}")

    def post(self, place: Place, *texts: str, if_unsure: IfUnsure = IfUnsure.REPEAT) -> None:
        with self.database.open_work() as work:
            for one in texts:
                work.outbox.post(place, a_card(one), if_unsure=if_unsure)
            work.commit()

    def show(self, place: Place, about: About = ANSWER) -> None:
        self.do(lambda box: box.show(place, about))

    def refresh(self, about: About = ANSWER) -> None:
        self.do(lambda box: box.refresh(about))

    def do(self, deed: Callable[[SqlOutbox], object]) -> None:
        with self.database.open_work() as work:
            deed(work.outbox)
            work.commit()

    def claim(self, room: int = 50) -> list[Parcel]:
        return [*self.office.claim(RUNNING, room)]

    def claim_one(self) -> Parcel:
        [parcel] = self.claim()
        return parcel

    def send_all(self) -> list[Parcel]:
        """Deliver whatever may leave now; each message gets its key as reference."""
        sent: list[Parcel] = []
        while parcels := self.claim():
            for parcel in parcels:
                self.office.settle(parcel, Sent(parcel.reference or parcel.key))
            sent += parcels
        return sent

    def states(self) -> list[str]:
        with self.engine.connect() as connection:
            return list(connection.execute(select(outbox.c.state).order_by(outbox.c.id)).scalars())

    def troubles(self) -> list[str]:
        with self.engine.connect() as connection:
            parked = select(outbox.c.trouble).where(outbox.c.state == "parked")
            return list(connection.execute(parked.order_by(outbox.c.id)).scalars())


@pytest.fixture
def house(engine: Engine, clock: Clock) -> House:
    return House(engine, clock)


@contextmanager
def counted(engine: Engine) -> Iterator[list[str]]:
    """Collect the statements that are sent to the database."""
    statements: list[str] = []

    def collect(_: object, __: object, statement: str, *___: object) -> None:
        statements.append(statement)

    event.listen(engine, "before_cursor_execute", collect)
    yield statements
    event.remove(engine, "before_cursor_execute", collect)


def words(parcels: list[Parcel]) -> list[str]:
    return [str(one.content.title.args[0][1]) for one in parcels if isinstance(one.content, Card)]


# ---- what is written down


def test_nothing_leaves_without_a_commit(house: House) -> None:
    with house.database.open_work() as work:
        work.outbox.post(SALES, a_card())
        work.outbox.show(SALES, ANSWER)
    assert house.claim() == []


def test_a_message_leaves_as_it_was_written(house: House) -> None:
    sheet = Sheet(say("a"), "leads", (say("b"),), ((verbatim("Anna"),),))
    house.do(lambda box: box.post(PIOTR, sheet, if_unsure=IfUnsure.LEAVE))
    parcel = house.claim_one()
    assert parcel.content == sheet
    assert parcel.if_unsure is IfUnsure.LEAVE
    assert not parcel.unsure
    assert parcel.reference is None


def test_a_person_is_written_to_in_their_language_and_a_channel_in_its_own(house: House) -> None:
    house.post(PIOTR, "one")
    house.post(SALES, "two")
    direct, channel = house.claim()
    assert (direct.to.address, direct.to.language) == ("@piotr", Language.POLISH)
    assert (channel.to.address, channel.to.zone) == ("#sales", "Europe/Warsaw")


def test_a_live_message_waits_once_however_often_it_changes(house: House) -> None:
    for _ in range(10):
        house.show(SALES)
        house.refresh()
    assert house.states() == ["waiting"]


def test_each_place_and_subject_has_its_own_live_message(house: House) -> None:
    house.show(SALES)
    house.show(MARKETING)
    house.show(SALES, About("questions.answer", "q-2"))
    assert len(house.states()) == 3


def test_refreshing_what_stands_nowhere_does_nothing(house: House) -> None:
    house.refresh()
    assert house.states() == []


def test_a_live_message_is_known_to_stand_where_it_waits_or_was_sent(house: House) -> None:
    with house.database.open_work() as work:
        assert not work.outbox.stands(SALES, ANSWER)
        work.outbox.show(SALES, ANSWER)
        assert work.outbox.stands(SALES, ANSWER)
        work.commit()
    house.send_all()
    with house.database.look() as work:
        assert work.outbox.stands(SALES, ANSWER)
        assert not work.outbox.stands(PIOTR, ANSWER)


def test_refreshing_reaches_every_place_where_the_message_stands(house: House) -> None:
    house.show(SALES)
    house.show(PIOTR)
    first = house.send_all()
    house.clock.move(seconds=2)
    house.refresh()
    again = house.send_all()
    assert {one.place for one in again} == {SALES, PIOTR}
    assert {one.place: one.reference for one in again} == {one.place: one.key for one in first}


def test_a_change_while_the_message_is_under_way_is_drawn_again(house: House) -> None:
    house.show(SALES)
    under_way = house.claim_one()
    house.refresh()
    house.show(SALES)
    assert house.states() == ["sending", "waiting"]
    house.office.settle(under_way, Sent("m-1"))
    house.clock.move(seconds=2)
    assert house.claim_one().reference == "m-1"


def test_a_live_message_that_is_never_repeated_is_not_posted_anew_by_a_refresh(
    house: House,
) -> None:
    house.do(lambda box: box.show(SALES, ANSWER, if_unsure=IfUnsure.LEAVE))
    parcel = house.claim_one()
    assert parcel.if_unsure is IfUnsure.LEAVE
    house.refresh()
    house.office.settle(parcel, Parked(Trouble.UNSURE))
    house.refresh()
    assert [one for one in house.claim() if one.place == SALES] == []


def test_a_live_message_that_is_never_repeated_is_refreshed_once_it_stands(house: House) -> None:
    house.do(lambda box: box.show(SALES, ANSWER, if_unsure=IfUnsure.LEAVE))
    house.send_all()
    house.clock.move(minutes=1)
    house.refresh()
    assert house.claim_one().reference is not None


def test_a_message_that_vanished_is_refreshed_no_more(house: House) -> None:
    house.show(SALES)
    house.send_all()
    house.clock.move(seconds=2)
    house.refresh()
    house.office.settle(house.claim_one(), Gone())
    house.refresh()
    assert house.claim() == []
    house.show(SALES)
    assert house.claim_one().reference is None


@pytest.mark.parametrize("deed", ["show", "refresh"])
def test_a_press_costs_two_statements_at_most(house: House, deed: str) -> None:
    house.show(SALES)
    house.send_all()
    with house.database.open_work() as work, counted(house.engine) as statements:
        match deed:
            case "show":
                work.outbox.show(SALES, ANSWER)
            case _:
                work.outbox.refresh(ANSWER)
        assert len(statements) == 2
        work.outbox.refresh(ANSWER)
        assert len(statements) == 3


def test_a_change_is_not_lost_between_a_press_and_a_claim_that_comes_before_its_commit(
    house: House,
) -> None:
    """The press sees the waiting row; a sender must not draw it before the press has committed."""
    house.show(SALES)
    claimed: list[Parcel] = []
    sender = threading.Thread(target=lambda: claimed.extend(house.claim()))
    with house.database.open_work() as work:
        work.outbox.show(SALES, ANSWER)
        sender.start()
        sender.join(0.3)
        assert claimed == []
        work.commit()
    sender.join()
    assert len(claimed + house.claim()) == 1


# ---- order


def test_a_place_is_served_in_order_one_at_a_time(house: House) -> None:
    house.post(SALES, "one", "two", "three")
    first = house.claim_one()
    assert house.claim() == []
    house.office.settle(first, Sent("m-1"))
    assert words([first, *house.send_all()]) == ["one", "two", "three"]


def test_other_places_do_not_wait(house: House) -> None:
    house.post(SALES, "one", "two")
    house.post(MARKETING, "three")
    assert words(house.claim()) == ["one", "three"]


def test_no_more_is_claimed_than_there_is_room_for(house: House) -> None:
    house.post(SALES, "one")
    house.post(MARKETING, "two")
    house.post(PIOTR, "three")
    assert words(house.claim(room=2)) == ["one", "two"]


def test_what_rests_holds_up_what_was_written_after_it(house: House) -> None:
    house.post(SALES, "one", "two")
    later = house.clock() + timedelta(minutes=1)
    house.office.settle(house.claim_one(), Later(at=later, counts=True))
    assert house.claim() == []
    house.clock.move(minutes=1)
    assert words(house.claim()) == ["one"]


def test_a_live_message_that_rests_lets_others_pass(house: House) -> None:
    house.show(SALES)
    house.post(SALES, "two")
    later = house.clock() + timedelta(minutes=1)
    house.office.settle(house.claim_one(), Later(at=later, counts=True))
    assert words(house.claim()) == ["two"]


def test_what_is_parked_holds_up_nobody(house: House) -> None:
    house.post(SALES, "one", "two")
    house.office.settle(house.claim_one(), Parked(Trouble.REFUSED, "too_long"))
    assert words(house.claim(room=1)) == ["two"]


def test_many_that_must_wait_do_not_keep_a_claim_from_the_next_place(house: House) -> None:
    for number in range(40):
        house.show(SALES, About("questions.answer", f"q-{number}"))
    house.post(MARKETING, "one")
    house.office.settle(house.claim(room=1)[0], Paused(house.clock() + timedelta(minutes=1)))
    rounds = 0
    while not (parcels := house.claim(room=2)):
        rounds += 1
        assert rounds < 10
    assert words(parcels) == ["one"]


def test_a_live_message_is_not_redrawn_more_often_than_its_platform_likes(house: House) -> None:
    house.show(SALES)
    house.send_all()
    house.refresh()
    assert house.claim() == []
    house.clock.move(seconds=1.9)
    assert house.claim() == []
    house.clock.move(seconds=0.1)
    assert house.claim_one().content == ANSWER


def test_two_replicas_never_serve_one_place_at_the_same_time(house: House) -> None:
    for number in range(30):
        house.post([SALES, MARKETING, PIOTR][number % 3], f"{number}")
    seen: list[str] = []

    def serve(_: int) -> None:
        office = SqlPostOffice(house.engine, now=house.clock, new_id=house.new_id)
        while len(seen) < 30:
            for parcel in office.claim(RUNNING, 2):
                seen.append(parcel.key)
                office.settle(parcel, Sent("m"))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(serve, range(4)))
    assert len(seen) == len(set(seen)) == 30


def test_the_database_itself_refuses_two_under_way_in_one_place(house: House) -> None:
    house.post(SALES, "one", "two")
    house.claim()
    with pytest.raises(IntegrityError), house.engine.begin() as connection:
        connection.execute(update(outbox).values(state="sending"))


# ---- leases and fences


def test_a_lease_that_ran_out_leaves_the_fate_unknown_and_rests(house: House) -> None:
    house.post(SALES, "one", "two")
    first = house.claim_one()
    house.clock.move(seconds=PATIENCE.lease.total_seconds())
    assert house.claim() == []
    assert house.states() == ["unsure", "waiting"]
    house.clock.move(seconds=PATIENCE.quarantine.total_seconds())
    doubt = house.claim_one()
    assert doubt.unsure
    assert (doubt.id, doubt.key, doubt.attempt) == (first.id, first.key, first.attempt)
    assert (doubt.to.platform, doubt.to.address) == ("fake", "#sales")


def test_an_unsure_message_is_looked_after_by_one_at_a_time(house: House) -> None:
    house.post(SALES, "one")
    house.office.settle(house.claim_one(), Doubtful(house.clock()))
    assert house.claim_one().unsure
    assert house.claim() == []
    house.clock.move(seconds=PATIENCE.lease.total_seconds())
    assert house.claim_one().unsure


def test_a_message_that_did_not_arrive_is_sent_again_with_the_same_key(house: House) -> None:
    house.post(SALES, "one")
    first = house.claim_one()
    house.office.settle(first, Doubtful(house.clock()))
    house.office.settle(house.claim_one(), Later(at=house.clock(), counts=True))
    again = house.claim_one()
    assert (again.key, again.attempt) == (first.key, first.attempt + 1)


def test_an_overtaken_attempt_changes_nothing(house: House) -> None:
    house.show(SALES)
    first = house.claim_one()
    house.office.settle(first, Doubtful(house.clock()))
    house.office.settle(house.claim_one(), Later(at=house.clock(), counts=True))
    second = house.claim_one()
    answers: list[Fate] = [Sent("old"), Gone(), Doubtful(house.clock()), Parked(Trouble.REFUSED)]
    for late in answers:
        house.office.settle(first, late)
    assert house.states() == ["sending"]
    house.office.settle(second, Sent("new"))
    house.clock.move(seconds=2)
    house.refresh()
    assert house.claim_one().reference == "new"


def test_a_late_answer_still_counts_while_nobody_has_tried_again(house: House) -> None:
    house.post(SALES, "one")
    first = house.claim_one()
    house.office.settle(first, Doubtful(house.clock()))
    house.office.settle(house.claim_one(), Later(at=house.clock(), counts=True))
    house.office.settle(first, Sent("m-1"))
    assert house.states() == ["sent"]


def test_a_late_answer_does_not_swallow_a_change_of_a_live_message(house: House) -> None:
    house.show(SALES)
    first = house.claim_one()
    house.office.settle(first, Doubtful(house.clock()))
    house.office.settle(house.claim_one(), Later(at=house.clock(), counts=True))
    house.show(SALES)
    house.office.settle(first, Sent("m-1"))
    assert house.claim_one().content == ANSWER


def test_what_crashes_every_time_is_parked_after_the_last_try(house: House) -> None:
    house.post(SALES, "poison", "two")
    for _ in range(PATIENCE.most_tries):
        house.claim_one()
        house.clock.move(seconds=PATIENCE.lease.total_seconds())
        house.claim()
        house.clock.move(seconds=PATIENCE.quarantine.total_seconds())
        house.office.settle(house.claim_one(), Later(at=house.clock(), counts=True))
    assert words(house.claim(room=1)) == ["two"]
    assert house.troubles() == ["failed"]


def test_what_the_platform_declines_unread_does_not_count_as_a_try(house: House) -> None:
    house.post(SALES, "one")
    for _ in range(PATIENCE.most_tries * 2):
        house.office.settle(house.claim_one(), Later(at=house.clock(), counts=False))
    assert words(house.claim()) == ["one"]


# ---- destinations


def test_a_throttled_destination_rests_and_the_others_do_not(house: House) -> None:
    house.post(SALES, "one", "two")
    house.post(MARKETING, "three")
    sales, marketing = house.claim()
    house.office.settle(sales, Paused(house.clock() + timedelta(seconds=30)))
    house.office.settle(marketing, Sent("m"))
    house.post(MARKETING, "four")
    assert words(house.claim()) == ["four"]
    house.clock.move(seconds=30)
    assert words(house.claim()) == ["one"]


def test_a_pause_survives_a_restart_and_holds_for_every_place_of_the_destination(
    house: House,
) -> None:
    with house.engine.begin() as connection:
        connection.execute(update(channels).values(address="#both"))
    house.post(SALES, "one")
    house.office.settle(house.claim_one(), Paused(house.clock() + timedelta(seconds=30)))
    house.post(MARKETING, "two")
    after = SqlPostOffice(house.engine, now=house.clock, new_id=house.new_id)
    assert after.claim(RUNNING, 5) == []
    house.clock.move(seconds=30)
    assert len(after.claim(RUNNING, 5)) == 2


def test_a_pause_that_is_noted_while_another_sender_looks_holds_for_it_too(house: House) -> None:
    house.show(SALES, ANSWER)
    throttled = house.claim_one()
    house.show(SALES, About("questions.answer", "q-2"))
    pause = Paused(house.clock() + timedelta(seconds=30))
    with ThreadPoolExecutor(1) as other:
        noted: list[Future[None]] = []

        def note(_: object, __: object, statement: str, *___: object) -> None:
            if "under_way" in statement and not noted:
                noted.append(other.submit(house.office.settle, throttled, pause))
                wait(noted, timeout=0.5)  # on SQLite it has to let the sender end first

        event.listen(house.engine, "before_cursor_execute", note)
        assert house.claim() == []
        event.remove(house.engine, "before_cursor_execute", note)
        assert len(noted) == 1
        noted[0].result()
    assert house.claim() == []
    house.clock.move(seconds=30)
    assert len(house.claim()) == 1


def test_a_longer_pause_takes_the_place_of_a_shorter_one(house: House) -> None:
    house.post(SALES, "one")
    for seconds in (10, 60):
        house.office.settle(house.claim_one(), Paused(house.clock() + timedelta(seconds=seconds)))
        house.clock.move(seconds=10)
    assert house.claim() == []


def test_a_person_without_account_parks_the_message_and_the_administrator_hears_it(
    house: House,
) -> None:
    with house.engine.begin() as connection:
        SqlPeople(connection).add(a_rep("Olga Nochat"))
    house.post(Place.direct(PersonId("olga")), "one")
    notice = house.claim_one()
    assert house.troubles() == ["no-destination"]
    assert notice.place == ADA
    assert isinstance(notice.content, Card)
    assert notice.content.title == say("delivery-parked", who=verbatim("Olga Nochat"))


def test_an_administrator_hears_of_a_place_once_a_day(house: House) -> None:
    house.post(SALES, "one", "two", "three")
    for _ in range(3):
        [sales, *_] = house.claim()
        house.office.settle(sales, Parked(Trouble.REFUSED, "is_archived"))
    assert sorted(house.states()) == ["parked", "parked", "parked", "sending"]


def test_trouble_with_an_administrators_own_messages_makes_no_more_messages(house: House) -> None:
    house.post(ADA, "one")
    house.office.settle(house.claim_one(), Parked(Trouble.REFUSED, "account_inactive"))
    assert house.states() == ["parked"]
    assert house.troubles() == ["refused: account_inactive"]


def test_the_account_on_a_running_platform_is_taken(house: House) -> None:
    with house.engine.begin() as connection:
        SqlPeople(connection).give_account(PersonId("piotr"), "another", "U1")
    house.post(PIOTR, "one")
    assert house.claim_one().to.platform == "fake"


def test_a_platform_that_does_not_run_is_waited_for_but_not_for_ever(house: House) -> None:
    house.post(SALES, "one")
    assert house.office.claim({}, 5) == []
    assert house.states() == ["waiting"]
    house.clock.move(hours=23)
    assert words(house.claim()) == ["one"]
    house.post(MARKETING, "two")
    house.clock.move(hours=24)
    house.office.claim({}, 5)
    assert house.troubles() == ["unavailable"]


def test_a_live_message_is_changed_where_it_stands_after_its_channel_moved(house: House) -> None:
    house.show(SALES)
    house.send_all()
    with house.engine.begin() as connection:
        connection.execute(update(channels).values(address="#moved"))
    house.clock.move(seconds=2)
    house.refresh()
    assert house.claim_one().to.address == "#sales"


def test_a_live_message_on_a_platform_that_is_gone_is_posted_anew(house: House) -> None:
    house.show(SALES)
    house.send_all()
    with house.engine.begin() as connection:
        connection.execute(update(channels).values(platform="other", address="#new"))
    house.refresh()
    [parcel] = house.office.claim({"other": timedelta()}, 5)
    assert (parcel.to.address, parcel.reference) == ("#new", None)
    house.office.settle(parcel, Sent("n-1"))
    house.refresh()
    [parcel] = house.office.claim({"other": timedelta()}, 5)
    assert parcel.reference == "n-1"


def test_a_damaged_message_is_parked_and_the_next_one_leaves(house: House) -> None:
    house.post(SALES, "one", "two")
    with house.engine.begin() as connection:
        first = select(outbox.c.id).order_by(outbox.c.id).limit(1).scalar_subquery()
        connection.execute(update(outbox).where(outbox.c.id == first).values(payload=b"{"))
    assert words(house.claim(room=1)) == ["two"]
    assert house.troubles() == ["damaged"]


# ---- how far behind, and what is swept


def test_the_backlog_tells_what_waits_and_since_when(house: House) -> None:
    assert house.office.backlog() == Backlog(
        waiting=0, sending=0, unsure=0, parked=0, oldest=timedelta()
    )
    house.post(SALES, "one", "two", "three")
    house.post(MARKETING, "four")
    house.post(PIOTR, "five")
    sales, marketing, _ = house.claim()
    house.office.settle(sales, Parked(Trouble.REFUSED))
    house.office.settle(marketing, Doubtful(house.clock()))
    house.clock.move(minutes=3)
    backlog = house.office.backlog()
    assert (backlog.waiting, backlog.sending, backlog.unsure, backlog.parked) == (3, 1, 1, 1)
    assert backlog.oldest == timedelta(minutes=3)


def test_what_was_sent_long_ago_is_swept_and_what_never_arrived_is_kept(house: House) -> None:
    house.post(SALES, "one")
    house.send_all()
    house.post(SALES, "two")
    house.office.settle(house.claim_one(), Parked(Trouble.REFUSED))
    sweep(house)
    house.clock.move(days=31)
    sweep(house)
    assert house.states() == ["parked", "waiting"]


def test_keys_of_what_was_done_are_swept_when_no_button_can_repeat_it_once_a_day(
    house: House,
) -> None:
    with house.engine.begin() as connection:
        once.claim(connection, "old", house.clock() - DEEDS_REMEMBERED - timedelta(days=1))
        once.claim(connection, "new", house.clock() - DEEDS_REMEMBERED + timedelta(days=1))
    sweep(house)
    with house.engine.begin() as connection:
        assert list(connection.execute(select(once_keys.c.key)).scalars()) == ["new"]
        once.claim(connection, "old", house.clock() - DEEDS_REMEMBERED - timedelta(days=1))
    sweep(house)
    with house.engine.connect() as connection:
        assert len(connection.execute(select(once_keys.c.key)).all()) == 2
        assert len(connection.execute(select(due_slots.c.job)).all()) == 1


def sweep(house: House) -> None:
    NightlyCleaning(house.engine)(house.clock())
