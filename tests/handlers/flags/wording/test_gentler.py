"""Gentle words: what is proposed, and what is left alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.flags.wording import chinese, english, polish, russian
from handlers.flags.wording.gentler import gentler
from handlers.flags.wording.rule import Noticed

PROPOSALS = {
    # English
    "Marketing always sends garbage.": "This lead did not fit.",
    "marketing again sent us total crap, and it cost us a day": "this lead did not fit, and it cost us a day",
    "You guys keep sending us students.": "We get students.",
    "The marketing team never checks the budget.": "The marketing team does not always check the budget.",
    "You guys never verify the phone number": "You guys do not always verify the phone number",
    "Sales never replies": "Sales does not always reply",
    "sales never calls back": "sales does not always call back",
    "Marketing forgot to ask for the budget": "Marketing did not ask for the budget",
    "you didn't even bother to read the note": "you did not read the note",
    "It's marketing's fault!": "This is worth a look together!",
    "The wrong number is all your fault": "The wrong number is worth a look together",
    "I blame marketing for the wrong number": "I would like to look together at the wrong number",
    "Marketing doesn't care about our time.": "This is worth a look together.",
    "You have no idea who we sell to.": "It would help to talk about who we sell to.",
    "A complete waste of our time.": "Time without a result.",
    "Nobody in marketing reads the notes.": "Not everybody in marketing reads the notes.",
    "All your leads are garbage.": "Some leads did not fit.",
    "Another junk lead": "Another lead that did not fit",
    "Those idiots in marketing sent a student.": "Colleagues in marketing sent a student.",
    "A useless form and a stupid question": "A form and a question",
    "Damn, this fucking form asks nothing": "Damn, this form asks nothing",
    # Polish
    "Marketing zawsze wysyła śmieci.": "Ten lead nie pasował.",
    "Ciągle wysyłacie nam studentów": "Wysyłacie nam studentów",
    "Marketing nigdy nie sprawdza budżetu.": "Marketing często nie sprawdza budżetu.",
    "Nikt w marketingu nie sprawdza telefonów.": "W marketingu często nikt nie sprawdza telefonów.",
    "Marketing ma to w d***, serio": "Warto przyjrzeć się temu razem, serio",
    "To wina marketingu!": "Warto przyjrzeć się temu razem!",
    "Zły numer z winy marketingu": "Zły numer na etapie marketingu",
    "Śmieciowe leady z targów": "Niepasujące leady z targów",
    "Ci idioci z marketingu przysłali studenta": "Koledzy z marketingu przysłali studenta",
    "Kompletna strata czasu.": "Praca bez efektu.",
    "marketing nie ma pojęcia, komu sprzedajemy": "warto omówić, komu sprzedajemy",
    # Russian
    "Маркетинг вечно шлёт нам мусор.": "Лид не подошёл.",
    "Вечно присылаете студентов": "Присылаете студентов",
    "Маркетинг никогда не проверяет телефоны": "Маркетинг не всегда проверяет телефоны",
    "Никто в маркетинге не проверяет бюджет.": "Не каждый в маркетинге проверяет бюджет.",
    "Это всё вина маркетинга!": "Стоит разобраться в этом вместе!",
    "мусорная заявка, мусорных лидов много": "неподходящая заявка, неподходящих лидов много",
    "Эти идиоты из маркетинга прислали студента": "Коллеги из маркетинга прислали студента",
    "Пустая трата времени.": "Работа без результата.",
    "маркетинг понятия не имеет, кому мы продаём": "стоит обсудить, кому мы продаём",
    # Chinese
    "市场部总是给我们发垃圾线索。": "这条线索不合适。",
    "市场部从来不核实电话": "市场部并不总是核实电话",
    "都是市场部的错！": "值得一起看看！",
    "这条线索就是浪费时间": "这条线索花了时间却没有结果",
    "市场部那帮白痴发来学生": "市场部同事发来学生",
    "市场部没人看备注": "市场部不是每个人都看备注",
    "市场部根本不知道我们卖给谁": "可以一起聊聊我们卖给谁",
    "又是垃圾线索": "又是不合适的线索",
}

NEUTRAL = (
    # English: absolutes about the lead are facts, and so is what a company deals in
    "The company never answered the phone.",
    "Nobody picked up in five attempts.",
    "They always buy in the fourth quarter.",
    "The contact never heard of us and always used a competitor.",
    "They collect garbage in three cities and need routing software.",
    "Their garbage collection runs on paper.",
    "A waste management company; rubbish trucks, 40 of them.",
    "The e-mail went to their junk folder.",
    "He failed to get a budget approved.",
    "She forgot to mention that they are a school.",
    "The form did not ask for the budget.",
    "Marketing sent the list on Monday.",
    "Marketing always asks for the role; this time the field was empty.",
    "Nobody from marketing was in the call.",
    "Wrong number, it belongs to a bakery.",
    "The lead is a student and writes a thesis about our market.",
    "Lazy loading of the page lost the form's last field.",
    "Their current tool is useless to them, so there is a real need.",
    "Bloody Mary Bars Ltd, twelve venues.",
    "It is our fault: the call came a week late.",
    "You never told the lead about the price, says the note; it was in the brochure.",
    # Polish
    "Firma nigdy nie odebrała telefonu.",
    "Nikt nie odbiera, pięć prób.",
    "Zawsze kupują w czwartym kwartale.",
    "Firma wywozi śmieci z trzech miast.",
    "Zajmują się śmieciami i recyklingiem.",
    "Kontakt to student, pisze pracę o naszym rynku.",
    "Marketing wysłał listę w poniedziałek.",
    "Klient zapomniał o spotkaniu.",
    "Błędny numer, należy do piekarni.",
    "Nikt z marketingu nie był na rozmowie.",
    "Budżet zamrożony do kwietnia, prośba o kontakt później.",
    # Russian
    "Компания ни разу не взяла трубку.",
    "Никто не отвечает, пять попыток.",
    "Они всегда покупают в четвёртом квартале.",
    "Компания вывозит мусор из трёх городов.",
    "Мусорные контейнеры и переработка, 200 сотрудников.",
    "Это студент, пишет диплом о нашем рынке.",
    "Маркетинг прислал список в понедельник.",
    "Клиент забыл о встрече.",
    "Производят блины и сырники.",
    "Никто из маркетинга не был на звонке.",
    "Они никогда не слышали о нас.",
    # Chinese
    "对方从来不接电话。",
    "打了五次都没人接。",
    "他们总是在第四季度采购。",
    "这家公司做垃圾处理和垃圾分类。",
    "邮件进了垃圾邮件箱。",
    "联系人是学生，在写毕业论文。",
    "市场部周一发来了名单。",
    "市场部没有人负责这个区域。",
    "他们一直用竞争对手的产品。",
    "电话号码是错误的，打到了一家面包店。",
)


@pytest.mark.parametrize(("harsh", "calm"), PROPOSALS.items())
def test_a_harsh_sentence_brings_a_calmer_one(harsh: str, calm: str) -> None:
    proposal = gentler(harsh)
    assert proposal is not None
    assert proposal.text == calm
    assert gentler(calm) is None


@pytest.mark.parametrize("sentence", NEUTRAL)
def test_a_fact_is_left_alone(sentence: str) -> None:
    assert gentler(sentence) is None


def test_facts_side_by_side_are_left_alone() -> None:
    assert gentler(" ".join(NEUTRAL)) is None
    assert gentler("\n".join(reversed(NEUTRAL))) is None


def test_it_is_told_what_was_noticed() -> None:
    proposal = gentler("Marketing always sends garbage. It's marketing's fault.")
    assert proposal is not None
    assert set(proposal.noticed) == set(Noticed)


def test_facts_around_a_harsh_word_stay() -> None:
    proposal = gentler("Wrong number.  Marketing always sends garbage.\nThe address is a school's.")
    assert proposal is not None
    assert proposal.text == "Wrong number. This lead did not fit.\nThe address is a school's."


def test_all_languages_are_tried_on_one_note() -> None:
    proposal = gentler("Another junk lead. To wina marketingu. 垃圾线索")
    assert proposal is not None
    assert "junk" not in proposal.text
    assert "wina" not in proposal.text
    assert "垃圾" not in proposal.text


def test_where_nothing_would_be_left_nothing_is_proposed() -> None:
    assert gentler("他妈的") is None


WORDS = sorted({word for text in (*PROPOSALS, *NEUTRAL) for word in text.split()})
PIECES = st.sampled_from([*WORDS, *PROPOSALS, *NEUTRAL, ",", ".", "\n", "  ", "\ue000", "always"])


@given(st.lists(PIECES, max_size=12).map(" ".join) | st.lists(PIECES, max_size=12).map("".join))
def test_a_proposal_brings_no_further_proposal(text: str) -> None:
    proposal = gentler(text)
    if proposal is not None:
        assert proposal.text
        assert gentler(proposal.text) is None


@given(st.text())
def test_any_text_can_be_looked_at(text: str) -> None:
    proposal = gentler(text)
    assert proposal is None or proposal.text != text


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        *("x", " ", "\t ", "marketing ", "marketing always ", "always ", "you ", "kurwa "),
        *("маркетинг вечно ", "你们总是从来", "a useless ", "zawsze ", "мусор ", "垃圾", "\ue000"),
    ],
)
def test_a_hundred_kilobytes_of_rubbish_are_looked_at_in_a_moment(piece: str) -> None:
    """Whoever goes back and forth in such a text would not come to its end today."""
    gentler(piece * (100_000 // len(piece)))


@pytest.mark.parametrize("module", [english, polish, russian, chinese])
def test_no_rule_goes_on_without_end(module: object) -> None:
    """Only a bounded repetition is looked at in a time that grows no faster than the text."""
    rules = module.RULES  # type: ignore[attr-defined]
    assert not [rule.words for rule in rules if re.search(r"(?<!\\)[*+]|,\}", rule.words)]


@pytest.mark.parametrize("module", [english, polish, russian, chinese])
def test_every_rule_stands_for_something(module: object) -> None:
    rules = module.RULES  # type: ignore[attr-defined]
    assert len({rule.words for rule in rules}) == len(rules)
    assert {rule.noticed for rule in rules} == set(Noticed)
