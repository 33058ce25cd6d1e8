"""A person's page: theirs alone, never empty, and up to date after whatever is done on it."""

from __future__ import annotations

from handlers.interaction import Nothing, Open, Whisper
from handlers.message import Buttons, Card, Divider, Facts, Heading, Items, Note
from handlers.people import Place
from tests.handlers.home.conftest import House
from tests.handlers.questions.conftest import ADA, KASIA, MAREK, MAYA, PIOTR, phrases, presses


def routes_on(card: Card) -> set[str]:
    bars = [block for block in card.blocks if isinstance(block, Buttons)]
    return {button.does for bar in bars for button in bar.buttons}


def test_opening_the_page_brings_it_up_to_date(house: House) -> None:
    assert house.do("home.opened", MAYA) == Nothing()
    assert house.live(MAYA) == [(Place.home(MAYA.id).name, "home.card")]


def test_opening_it_twice_by_a_repeated_event_draws_it_once(house: House) -> None:
    for _ in range(2):
        house.do("home.opened", MAYA, once="event-1")
    assert len(house.live(MAYA)) == 1


def test_the_page_of_nobody_is_not_there(house: House) -> None:
    assert house.draw("nobody") is None


def test_the_page_is_never_empty_and_ends_with_help_and_what_is_known(house: House) -> None:
    for person in (MAYA, KASIA, PIOTR, MAREK, ADA):
        card = house.page(person)
        end = card.blocks[-1]
        assert isinstance(end, Buttons)
        assert [button.does for button in end.buttons] == ["questions.help", "home.knows"]
        assert {"questions.ask", "settings.mine", "settings.away"} <= routes_on(card)
        assert not any(
            isinstance(one, Divider) and isinstance(following, Divider)
            for one, following in zip(card.blocks, card.blocks[1:], strict=False)
        )


def test_a_rep_hears_when_nothing_waits_and_nobody_else_does(house: House) -> None:
    assert "envelopes-home-none" in phrases(house.page(PIOTR))
    assert "envelopes-home-none" not in phrases(house.page(MAYA))


def test_only_an_administrator_sees_what_administrators_do(house: House) -> None:
    theirs = {"settings.channels", "people.unmatched"}
    assert theirs <= routes_on(house.page(ADA))
    for person in (MAYA, KASIA, PIOTR, MAREK):
        assert not theirs & routes_on(house.page(person))
        assert "settings-administration" not in phrases(house.page(person))


def test_what_is_known_of_somebody_is_told_to_them_alone(house: House) -> None:
    reply = house.do("home.knows", PIOTR)
    assert isinstance(reply, Whisper)
    told = str(reply.card)
    assert PIOTR.email in told
    assert {"settings-known-away", "settings-known-accounts"} <= phrases(reply.card)
    for other in (MAYA, KASIA, MAREK, ADA):
        assert other.email not in told
        assert other.name not in told


def test_what_is_known_counts_ones_own_questions_and_answers(house: House) -> None:
    company = house.company
    company.ask_owners(company.ask(1, 2))
    [first, *_] = presses(company.envelope(PIOTR), "questions.answer")
    company.do("questions.answer", PIOTR, first)
    rep = house.do("home.knows", PIOTR)
    asker = house.do("home.knows", MAYA)
    assert isinstance(rep, Whisper)
    assert isinstance(asker, Whisper)
    assert counts(rep.card, "questions-known-asks") == {"count": 2, "answers": 1}
    assert counts(rep.card, "questions-known-asked") == {"count": 0}
    assert counts(asker.card, "questions-known-asked") == {"count": 1}


def counts(card: Card, key: str) -> dict[str, object]:
    lines = next(block.items for block in card.blocks if isinstance(block, Items))
    return next(dict(line.args) for line in lines if line.key == key)


# Rows that wait


def test_open_rows_stand_on_the_page_with_the_taps_of_the_envelope(house: House) -> None:
    company = house.company
    company.ask_owners(company.ask(1, 2))
    page, envelope = house.page(PIOTR), company.envelope(PIOTR)
    tapped = presses(page, "questions.answer")
    assert tapped
    assert all(press in presses(envelope, "questions.answer") for press in tapped)
    said = {press["said"] for press in presses(envelope, "questions.answer")}
    assert said == {
        press["said"]
        for does in ("answer", "details")
        for press in presses(page, f"questions.{does}")
    }
    assert presses(page, "questions.say") == presses(envelope, "questions.say")


def test_what_needs_more_than_a_tap_opens_a_form_on_the_page(house: House) -> None:
    company = house.company
    company.ask_owners(company.ask(1))
    for press in presses(house.page(PIOTR), "questions.details"):
        assert isinstance(house.do("questions.details", PIOTR, press), Open)


def test_an_answered_row_leaves_the_page_and_the_others_stay(house: House) -> None:
    company = house.company
    company.ask_owners(company.ask(1, 2))
    before = presses(house.page(PIOTR), "questions.answer")
    assert house.do("questions.answer", PIOTR, before[0]) == Nothing()
    after = {press["ask"] for press in presses(house.page(PIOTR), "questions.answer")}
    assert after == {press["ask"] for press in before} - {before[0]["ask"]}


def test_nobody_sees_the_rows_of_somebody_else(house: House) -> None:
    company = house.company
    company.ask_owners(company.ask(1, 2))
    for person in (MAYA, KASIA, MAREK, ADA):
        assert not presses(house.page(person), "questions.answer")


def test_a_question_about_a_delay_offers_its_causes(house: House) -> None:
    company = house.company
    company.do("said", MAYA, text="why was L-1 called so late?")
    company.ask_owners(company.newest_question())
    assert {press["said"] for press in presses(house.page(PIOTR), "questions.answer")} == {
        "cause",
        "do-not-know",
        "not-mine",
    }
    assert not presses(house.page(PIOTR), "questions.say")


# Questions of late


def test_ones_own_questions_stand_there_newest_first_at_most_five(house: House) -> None:
    company = house.company
    asked: list[str] = []
    for number in range(1, 8):
        asked.append(company.ask(number))
        company.clock.move(minutes=1)
    shown = [press["question"] for press in presses(house.page(MAYA), "questions.again")]
    assert shown == asked[:1:-1]
    assert not presses(house.page(KASIA), "questions.again")


def test_a_question_tells_how_far_it_is_filled(house: House) -> None:
    company = house.company
    company.ask_owners(company.ask(1, 2, 20))
    assert filled(house.page(MAYA)) == (1, 3)
    [first, *_] = presses(company.envelope(PIOTR), "questions.answer")
    company.do("questions.answer", PIOTR, first)
    assert filled(house.page(MAYA)) == (2, 3)


def filled(card: Card) -> tuple[object, object]:
    notes = [block.text for block in card.blocks if isinstance(block, Note)]
    told = next(dict(text.args) for text in notes if text.key == "questions-home-filled")
    return told["known"], told["count"]


def test_a_question_that_found_nothing_shows_its_words(house: House) -> None:
    house.company.do("said", MAYA, text="nobody@nowhere.example")
    assert "questions-home-unfound" in phrases(house.page(MAYA))


def test_an_answer_is_sent_again_to_ones_direct_message(house: House) -> None:
    question = house.company.ask(1)
    reply = house.do("questions.again", MAYA, question=question)
    assert isinstance(reply, Whisper)
    assert house.live(MAYA) == [(Place.direct(MAYA.id).name, "questions.answer")]


def test_the_settings_are_told_in_plain_words(house: House) -> None:
    card = house.page(MAYA)
    facts = [block for block in card.blocks if isinstance(block, Facts)]
    assert [label.key for label, _ in facts[0].pairs] == [
        "settings-language",
        "settings-zone",
        "settings-hours",
        "settings-country",
    ]
    assert Heading in {type(block) for block in card.blocks}
