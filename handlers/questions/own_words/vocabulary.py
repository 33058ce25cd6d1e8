"""What reps say about a lead, and what it means, in English, Polish, Russian and Chinese.

Phrases are separated by commas; ``*`` stands for any ending. A phrase with "not" before it means `denied` instead.
"""

from __future__ import annotations

from dataclasses import dataclass

from handlers.lead import Reason
from handlers.questions.model import Said


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase tells about a lead; nothing, where it is only known."""

    said: Said | None = None
    reason: Reason | None = None
    faint: bool = False
    """It tells the outcome only where nothing else does: "talked to him"."""
    now: bool = False
    """It holds for the present, so that a reason puts the lead off and does not end it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Phrases that mean the same."""

    means: Meaning
    phrases: str
    denied: Meaning = Meaning()


NOTHING = Meaning()
_NOT_NEEDED = Meaning(reason=Reason.NO_NEED)
_TRYING = Meaning(said=Said.TRYING)
_TALKED = Meaning(said=Said.IN_CONVERSATION, faint=True)
_TALKING = Meaning(said=Said.IN_CONVERSATION)
_DEAD = Meaning(said=Said.DISQUALIFIED)
_UNTOUCHED = Meaning(said=Said.NOT_TOUCHED)
_LATER = Meaning(said=Said.LATER)

OUTCOMES: tuple[Entry, ...] = (
    Entry(
        Meaning(said=Said.CONVERTED),
        "bought, purchased, won, closed won, deal closed, closed deal, done deal, signed, converted, "
        "became customer, became client, new customer, ordered, placed order, paid, chose us, went with us, "
        "bought from us, signed with us, sold, deal done, kupił*, zakupił*, podpisał*, podpisana, podpisany, "
        "podpisane, wygran*, wygrał*, zamówił*, zapłacił*, opłacił*, został* klient*, wybrał* nas, mamy umowę, "
        "sprzedan*, sprzedał*, купил*, приобрел*, подписал*, подписан, подписана, подписано, подписаны, оплатил*, "
        "оплачен*, заплатил*, выиграл*, выигран*, сделка закрыта, закрыли сделку, сделка состоялась, стал* клиент*, "
        "выбрал* нас, заказал*, продан*, продал*, купил* у нас, "
        "成交, 买了, 购买了, 已购买, 已买, 签了, 签约了, 已签约, 已经签约, 签单了, 签单啦, 已签单, 合同签了, 签下, "
        "已签, 下单了, 已下单, 付款了, 已付款, 付了, 转化, 赢单, 拿下, 搞定, 选了我们, 选择了我们",
    ),
    Entry(
        _TALKING,
        "buy, buying, buys, purchase, sign, signing, want to buy, wants to buy, wants to sign, kupić, kupi, kupią, "
        "podpisać, podpisze, chce kupić, chcą kupić, chce podpisać, купить, купит, купят, покупать, подписать, "
        "подпишет, подпишут, хочет купить, хотят купить, "
        "想买, 要买, 会买, 准备买, 准备签, 要签, 想签, 会签, 打算买",
        denied=_DEAD,
    ),
    Entry(
        _TALKING,
        "signed nda, paid for pilot, paid for trial, podpisał* nda, podpisani*, подписал* nda, подписани*, 签约, "
        "签单, 签合同, 下单, 签字, 签保密协议",
    ),
    Entry(
        Meaning(said=Said.QUALIFIED),
        "qualified, zakwalifikowan*, kwalifikowan*, квалифицирован*, 合格",
        denied=_DEAD,
    ),
    Entry(
        Meaning(said=Said.QUALIFIED),
        "demo, meeting, appointment, booked, scheduled, spotkan*, umówion*, umówił*, umówili*, prezentacj*, "
        "встреч*, демо, презентаци*, демонстраци*, договорились, "
        "约了, 约好, 约在, 约见, 会议, 演示, 见面, 拜访, 预约",
    ),
    Entry(
        Meaning(said=Said.QUALIFIED, faint=True),
        "had meeting, had demo, after meeting, after demo, demo done, did demo, met, po demo, po spotkaniu, "
        "był* demo, był* spotkan*, spotkał*, после демо, после встреч*, был* встреч*, был* демо, провел* демо, "
        "встретил*, "
        "演示过, 见过, 拜访过",
    ),
    Entry(
        _TALKING,
        "interested, interest, zainteresowan*, interesuje, considering, rozważa*, интересно, интересен, интересна, "
        "интересны, интересует*, интерес, заинтересован*, рассматрива*, "
        "感兴趣, 有兴趣, 兴趣, 意向, 有意向, 考虑, 在考虑",
        denied=_NOT_NEEDED,
    ),
    Entry(
        _TALKING,
        "in conversation, in talks, talking, in touch, negotiat*, in discussion*, discussing, evaluating, thinking, "
        "thinks about it, reviewing, warm, hot, engaged, pilot, trial, poc, in progress, ongoing, keen, "
        "asked for offer, asked for quote, asked for price*, wants offer, wants quote, wants demo, wants meeting, "
        "asked for demo, asked for pricing, rozmawiamy, w rozmowach, w trakcie rozmów, negocj*, zastanawia*, myśli, "
        "analizuj*, testuj*, ciepły, gorący, chce ofertę, chce demo, chce spotkania, prosi o ofertę, prosi o demo, "
        "poprosił* o ofertę, poprosił* o demo, w toku, общаемся, в переговорах, переговор*, обсуждаем, обсуждают, "
        "думает, думают, тестирует, тестируют, в работе, в процессе, теплый, горячий, просит кп, попросил* кп, "
        "хочет демо, торгуемся, ведем, "
        "在谈, 正在谈, 洽谈, 沟通中, 谈判, 跟进中, 试用, 想了解, 要报价, 评估, 正在沟通, 聊着, 想要报价",
    ),
    Entry(
        _TALKED,
        "talked, spoke, spoken, chatted, had call",
        denied=_UNTOUCHED,
    ),
    Entry(
        _TALKED,
        "called back, waiting for decision, waiting on decision, czekam na decyzję, czekamy na decyzję, sent offer, "
        "offer sent, sent proposal, proposal sent, sent quote, quote sent, sent info, sent price*, sent contract, "
        "rozmawiał*, rozmow*, gadał*, pogadał*, wysłał* ofert*, wysłan* ofert*, ofert* wysłan*, oferta poszła, "
        "poszła oferta, жду решени*, ждем решени*, общал*, пообщал*, поговорил*, говорил*, разговаривал*, созвон*, "
        "отправил* кп, отправил* предложен*, кп отправлен*, выслал* кп, скинул* кп, "
        "等答复, 等回复, 等客户, 报价已发, 已发报价, 聊过, 聊了, 谈过, 谈了, 沟通过, 发了报价, 已报价, 报价了, "
        "发了方案, 发过报价, 发报价",
    ),
    Entry(
        _TALKED,
        "answered, replied, responded, picked up, oddzwonił*, odpisał*, odpowiedział*, odebrał*, w kontakcie, "
        "ответил*, перезвонил*, взял* трубку, на связи, в контакте, "
        "回复了, 回了, 回电, 接了, 联系上, 联系到",
        denied=_TRYING,
    ),
    Entry(
        NOTHING,
        "answer, answers, answering, reply, replies, replying, response, respond, responds, responding, pick up, "
        "picks up, picking up, pickup, reach, reached, get hold of, get through, reachable, show up, showed up, "
        "come to meeting, come to demo, odbiera, odbierają, odpowiada, odpowiadają, odpisuje, odpisują, odpowiedzi, "
        "kontaktu, oddzwania, oddzwaniają, dodzwonił*, dodzwonić, reaguje, odzewu, pojawił*, przyszedł, przyszł*, "
        "złapać, отвечает, отвечают, ответа, берет, берут, берет трубку, берут трубку, дозвонил*, дозвониться, "
        "выходит на связь, реакции, пришел, пришл*, поднимает, снимает трубку, брал* трубку, "
        "回复, 回, 回我, 接, 接电话, 接听, 打通, 反应, 回应, 消息, 来, 动静",
        denied=_TRYING,
    ),
    Entry(
        _TRYING,
        "voicemail, voice mail, vm, lvm, rings out, rang out, just rings, wyłączon*, ringing, left message, "
        "left msg, trying, chasing, tried, attempt*, no show, ghosted, ghosting, ghosts, silent, silence, "
        "radio silence, went dark, gone quiet, went quiet, gone dark, busy line, line busy, unresponsive, "
        "lost contact, out of office, poczta głosowa, poczta, skrzynk*, sekretarka, próbuj*, próbował*, cisza, "
        "milczy, milczą, zajęte, głuch*, brak sygnału, выключен*, автоответчик, голосовая почта, тишина, молчит, "
        "молчат, пытаюсь, пытал*, пробую, пробовал*, дозваниваюсь, сбрасывает, занято, игнор*, недозвон, вне зоны, "
        "гудки, недоступ*, трубку бросает, "
        "留言, 语音信箱, 打不通, 联系不上, 联系不到, 关机, 占线, 尝试, 已读不回, 不在服务区, 无法接通, 无人接听, "
        "放鸽子, 没音讯",
    ),
    Entry(
        Meaning(said=Said.TRYING, faint=True),
        "called, phoned, emailed, contacted, dialed, rang, dzwonił*, zadzwonił*, kontaktował*, pisał*, napisał*, "
        "звонил*, позвонил*, связывал*, писал*, написал*, "
        "打了电话, 联系过, 打过电话, 打过, 打了, 跟进过",
        denied=_UNTOUCHED,
    ),
    Entry(
        _LATER,
        "later, some day, someday, come back, comes back, coming back, get back, call back, callback, follow up, "
        "followup, postponed, postpone, on hold, paused, pause, put off, delayed, another time, next time, nurture, "
        "parked, park, recycle, revisit, check back, reconnect, circle back, try again, eventually, remind, "
        "wait until, wait till, put on ice, on ice, frozen, później, pozniej, potem, kiedyś, wróc*, wrac*, powrót, "
        "odłożon*, odłożył*, przełożon*, przełożył*, przesunięt*, przesunął*, wstrzyman*, wstrzymał*, zawieszon*, "
        "odezwać, odezwie, odezwą, odezwę, przypomnieć, przypomnij*, zadzwonić ponownie, oddzwonić, w przyszłości, "
        "позже, попозже, потом, вернуться, вернемся, вернутся, вернется, вернусь, возвращ*, когда нибудь, отложил*, "
        "отложен*, откладыв*, перенес*, перенос*, на паузе, пауза, паузу, перезвонить, напомнить, в будущем, "
        "набрать, заморозили, заморожен*, "
        "以后, 再说, 再联系, 过段时间, 晚点, 推迟, 暂缓, 搁置, 延期, 等等, 回头, 将来, 再看, 再聊, 下次, 再跟进, "
        "改天, 之后",
    ),
    Entry(
        Meaning(said=Said.LATER, reason=Reason.TIMING),
        "not now, not right now, not at moment, nie teraz, не сейчас, 现在不行, 先不",
    ),
    Entry(
        _DEAD,
        "dead, lost, disqualified, disqualify, dq, junk, trash, garbage, closed lost, unqualified, said no, "
        "says no, rejected, declined, refused, drop it, dropped, dropped out, gave up, giving up, not lead, no go, "
        "no deal, no chance, turned us down, passed on us, write off, bankrupt*, out of business, "
        "project cancelled, project canceled, upadłoś*, zbankrut*, projekt anulowan*, martw*, trup, przegran*, "
        "przegrał*, stracon*, odpada*, odpadł*, dyskwalifik*, zdyskwalifikowan*, niezakwalifikowan*, odrzucił*, "
        "odrzucon*, odmówił*, odmowa, zrezygnował*, rezygnuj*, do kosza, nic z tego, do skreślenia, umarł*, "
        "обанкрот*, компания закрылась, проект закрыли, мертв*, мертвяк, труп, проиграл*, проигран*, потерян*, "
        "потеряли, слил*, слит, отказ, отказал*, отказыва*, дисквалиф*, мусор, не лид, в корзину, в топку, помер*, "
        "умер*, отвалил*, "
        "倒闭, 项目取消, 死单, 死了, 丢单, 丢了, 输了, 输单, 失败, 拒绝, 放弃, 无效, 黄了, 没戏, 流失, 没希望, "
        "淘汰, 废了, 不合格",
    ),
    Entry(
        NOTHING,
        "want, wants, chce, chcą, хочет, хотят, 想要, 要",
        denied=_DEAD,
    ),
    Entry(
        _UNTOUCHED,
        "untouched, not started, on my list, nieruszon*, nietknięt*, нетронут*, руки не дошли, 未联系, 未跟进, "
        "未处理, 还没打, 没打电话",
    ),
    Entry(
        NOTHING,
        "touch, touched, contact, started, start, worked, looked, got to, gotten to, get to, reached out, call, "
        "called him, called her, called them, ruszał*, ruszon*, ruszył*, dotykał*, zaczął*, zaczęł*, zdążył*, "
        "czasu zadzwonić, kiedy zadzwonić, time to call, chance to call, zajmował*, времени позвонить, трогал*, "
        "тронул*, дошли, добрал*, начинал*, начал*, успел*, занимал*, "
        "时间打, 联系, 打电话, 跟进, 处理, 接触, 碰, 动, 来得及",
        denied=_UNTOUCHED,
    ),
    Entry(
        Meaning(said=Said.DO_NOT_KNOW),
        "dont know, do not know, no idea, not sure, no clue, dunno, idk, cant say, cant remember, dont remember, "
        "unsure, cannot remember, nie wiem, nie pamiętam, nie mam pojęcia, nie jestem pewien, nie jestem pewna, "
        "nie wiadomo, не знаю, не помню, без понятия, не уверен, не уверена, неизвестно, хз, непонятно, не понятно, "
        "понятия не имею, "
        "不知道, 不清楚, 不确定, 不记得, 不了解",
    ),
    Entry(
        Meaning(said=Said.NOT_MINE),
        "not mine, not my lead, not my account, not my territory, not my region, not my customer, wrong rep, "
        "wrong owner, wrong territory, someone elses, somebody elses, belongs to, reassign*, handed over, not me, "
        "nie mój, nie moja, nie moje, nie mój lead, nie do mnie, cudz*, inny handlowiec, innego handlowca, "
        "inny opiekun, inny region, przekazan*, oddał*, należy do, не мой, не моя, не мое, не мои, чужой, чужая, "
        "не ко мне, другой менеджер, другого менеджера, передал* колле*, передал* друг*, переназнач*, "
        "不是我的, 不归我, 别人的, 转给, 不是我负责, 不属于我, 其他同事, 不是我客户, 同事的",
    ),
)

REASONS: tuple[Entry, ...] = (
    Entry(
        Meaning(reason=Reason.NO_BUDGET),
        "budget frozen, budżet* frozen, frozen budget, budget freeze, budget cut, cut budget, budget gone, "
        "budget spent, budget used up, budget blocked, budget on hold, budget exhausted, out of budget, "
        "out of money, lack of budget, lack of money, budżet* zamroż*, zamroż* budżet*, budżet* ścięt*, "
        "budżet* obcięt*, obcię* budżet*, ścię* budżet*, budżet* wyczerpan*, budżet* wstrzyman*, бюджет* замороз*, "
        "бюджет* заморож*, замороз* бюджет*, заморож* бюджет*, бюджет* порезали, порезали бюджет*, бюджет* урез*, "
        "урез* бюджет*, бюджет* срезал*, бюджет* закончил*, бюджет* кончил*, бюджет* исчерпан*, закончил* бюджет*, "
        "закончил* деньги, деньги закончил*, "
        "预算冻结, 冻结预算, 预算砍了, 砍预算, 预算用完, 预算不足, 预算不够, 缺钱, 缺预算, 没钱",
    ),
    Entry(
        Meaning(said=Said.LATER, reason=Reason.NO_BUDGET),
        "budget not approved, budżet* nie zatwierdzon*, бюджет не согласован*, 预算没批, 预算还没批",
    ),
    Entry(
        NOTHING,
        "afford, stać, budget*, money, funds, cash, funding, budżet*, pieniędz*, kasy, środków, hajsu, бюджет*, "
        "денег, деньги, средств, финансирован*, "
        "预算, 钱, 资金, 经费",
        denied=Meaning(reason=Reason.NO_BUDGET),
    ),
    Entry(
        Meaning(reason=Reason.PRICE),
        "expensive, pricey, costly, price high, price too high, over budget, lost on price, because of price, "
        "price issue, za drog*, zbyt drog*, drogo, za wysoka cena, cena za wysoka, cena zaporowa, przez cenę, "
        "дорого, дороговат*, слишком дорог*, высок* цен*, цен* высок*, цен* не устро*, цен* не подош*, "
        "не устро* цен*, из за цен*, "
        "超出预算, 超出他们预算, 超预算, 太贵, 贵了, 嫌贵, 贵, 价格高, 价格太高, 价格不合适",
    ),
    Entry(
        NOTHING,
        "need, needed, needs, use case, potrzeb*, potrzebuj*, нужно, нужен, нужна, нужны, нуждается, надо, "
        "потребност*, требуется, актуальн*, "
        "需要, 需求",
        denied=_NOT_NEEDED,
    ),
    Entry(
        _NOT_NEEDED,
        "uninterested, disinterested, lost interest, happy with current, niezainteresowan*, niepotrzebn*, zbędn*, "
        "stracił* zainteresowanie, неинтересн*, ненужно, неактуальн*, незаинтересован*, потерял* интерес, 用不上",
    ),
    Entry(
        Meaning(reason=Reason.NOT_TARGET),
        "wrong industry, wrong country, wrong segment, wrong size, company too small, too small, bad fit, poor fit, "
        "outside target, outside icp, out of scope, student, job seeker, private person, poza targetem, za mał*, "
        "zła branża, student*, osoba prywatna, nie nasz klient, nie nasza grupa, nie nasz segment, nie z branży, "
        "nie ta branża, не наш клиент, не наш профиль, не наш сегмент, нецелев*, не целев*, не тот сегмент, "
        "слишком маленьк*, студент*, частное лицо, физлицо, "
        "不是目标, 不对口, 规模太小, 太小, 学生, 个人用户, 非目标, 行业不对",
    ),
    Entry(
        NOTHING,
        "fit, target, icp, relevant, pasuje, pasują, target*, подходит, подходят, 合适, 匹配, 符合",
        denied=Meaning(reason=Reason.NOT_TARGET),
    ),
    Entry(
        Meaning(reason=Reason.COMPETITOR),
        "competitor*, competition, chose, chosen, went with, going with, bought from, signed with, lost to, "
        "bought elsewhere, bought something else, bought another, went elsewhere, other vendor, another vendor, "
        "another supplier, switched to, picked another, picked someone else, konkurenc*, konkurent*, "
        "wygrał* konkuren*, kupił* u, kupił* gdzie indziej, kupił* od, kupił* coś innego, kupił* inn*, podpisał* z, "
        "wybrał*, poszli do, inny dostawca, innego dostawcę, u innego, конкурент*, выбрал*, ушли к, ушел к, ушла к, "
        "купил* у, купил* в друг*, купил* друго*, взял* друго*, подписал* с, другой поставщик, другого поставщика, "
        "другое решение, "
        "竞品, 竞争对手, 对手, 选了, 选择了, 选了别家, 别家, 友商, 同行, 别的供应商, 其他供应商, 买了别家, "
        "买了别的, 签了别家, 其他家, 用了别家",
    ),
    Entry(
        NOTHING,
        "talking to competitor*, compare with competitor*, comparing with competitor*",
    ),
    Entry(
        Meaning(reason=Reason.BAD_DATA),
        "wrong number, wrong phone, wrong email, bad number, bad email, bad data, bounce*, invalid, fake, "
        "number disconnected, left company, no such person, not in service, wrong contact, number dead, "
        "dead number, email dead, zły numer, zły mail, zły email, złe dane, błędn*, nieprawidłow*, odbił*, odbija*, "
        "fałszyw*, pomyłka, numer nieaktywn*, zmyślon*, неверн*, неправильн*, не тот номер, фейк*, битый, уволил*, "
        "ошибся номером, левый номер, несуществующ*, номер чужой, "
        "空号, 号码错误, 错误号码, 错号, 号码不对, 号码错了, 邮箱错误, 邮箱不对, 退信, 离职, 假的, 查无此人, 停机, "
        "打错, 信息错误, 邮件退回",
    ),
    Entry(
        NOTHING,
        "exist, exists, heard of him, heard of her, work there, works there, working there, istnieje, pracuje, "
        "pracuje tam, существует, работает, работает там, 存在",
        denied=Meaning(reason=Reason.BAD_DATA),
    ),
    Entry(
        Meaning(reason=Reason.UNREACHABLE),
        "unreachable, impossible to reach, nieosiągaln*, nie do złapania, невозможно связаться, "
        "невозможно дозвониться, 失联, 一直联系不上, 始终联系不上, 一直打不通",
    ),
    Entry(
        NOTHING,
        "decision maker, decisionmaker, decides, authority, in charge, right person, decyzyjn*, decyduje, "
        "decydent*, лпр, решает, принимает решен*, тот человек, "
        "决策权, 决策人, 决策者, 做主, 决定权, 拍板",
        denied=Meaning(reason=Reason.NO_AUTHORITY),
    ),
    Entry(
        Meaning(reason=Reason.NO_AUTHORITY),
        "wrong person, intern, just assistant, zła osoba, stażyst*, niedecyzyjn*, стажер*, 做不了主, 说了不算, "
        "实习生",
    ),
    Entry(
        Meaning(reason=Reason.TIMING),
        "bad timing, wrong time, wrong timing, wrong moment, too early, too busy, zły moment, za wcześnie, "
        "nie ten czas, nie ten moment, не время, не вовремя, рано, рановато, "
        "时机不对, 太早, 还早, 没空, 时机不成熟, 太忙",
    ),
    Entry(
        NOTHING,
        "ready, time, right time, czas, czasu, gotow*, времени, готов*, 时间, 准备好",
        denied=Meaning(reason=Reason.TIMING),
    ),
    Entry(
        Meaning(reason=Reason.ALREADY_CUSTOMER),
        "already customer, already client, already customers, already our customer, already our client, "
        "existing customer, existing client, current customer, already ours, contract with us, już klient*, "
        "już nasz klient*, już jest klient*, już nasz*, już mamy, obecny klient, nasz klient, stały klient, "
        "уже клиент*, уже наш клиент, наш клиент, действующий клиент, текущий клиент, "
        "老客户, 已经客户, 已经是客户, 已经是我们客户, 已经是我们的客户, 已是客户, 现有客户",
    ),
    Entry(
        Meaning(reason=Reason.DUPLICATE),
        "duplicate*, duplicated, dupe, double entry, test lead, test entry, just test, duplikat*, dubel, "
        "zdublowan*, lead testowy, testowy lead, wpis testowy, дубл*, задвоен*, тестов* лид, тестов* заявк*, "
        "тестов* запис*, "
        "重复, 测试, 重了",
    ),
    Entry(
        Meaning(reason=Reason.OPTED_OUT),
        "unsubscribe*, opted out, opt out, do not contact, dont contact, do not call, dont call, dont email, dnc, "
        "gdpr, stop emailing, stop calling, asked to be removed, leave alone, wypisał*, wypisać, nie kontaktować, "
        "nie dzwonić, nie życzy sobie, prosi o usunięcie, rodo, отписал*, не звонить, не писать, не беспокоить, "
        "просит удалить, просил* удалить, "
        "退订, 拉黑, 不要联系, 别联系, 不要打, 别打, 勿扰, 不要再联系, 别再联系, 别再打",
    ),
    Entry(
        Meaning(reason=Reason.OTHER),
        "missing feature*, feature missing, brakuje funkcj*, не хватает функци*, 缺功能, 功能不足",
    ),
)
