"""The small words around what reps say: what denies, doubts, dates, sums up, or says nothing at all."""

from __future__ import annotations

from handlers.questions.own_words.vocabulary import NOTHING, Entry, Meaning

PRESENT = Entry(
    Meaning(now=True),
    "now, right now, currently, at moment, for now, at present, this year, this quarter, teraz, obecnie, aktualnie, "
    "na razie, narazie, chwilowo, w tym roku, w tym kwartale, сейчас, пока, пока что, в данный момент, временно, "
    "в этом году, "
    "现在, 目前, 暂时, 今年, 眼下, 短期内",
)

KNOWN: tuple[Entry, ...] = (
    Entry(
        NOTHING,
        "not only, lost my, lost our, didnt buy, did not buy, didnt sign, did not sign, brought, thought, fought, "
        "lunch, month, months, week, weeks, company, client, customer, person, lead, deal, price, offer, email, "
        "emails, phone, number, cena, oferta, klient*, firm*, please, still, today, very, really, about, where, "
        "there, their, would, could, should, клиент*, компани*, цен*, номер*, "
        "客户, 公司, 电话, 价格, 不错, 没问题, 不多",
    ),
)
"""Phrases that say nothing of an outcome, but are no typing errors of others and deny nothing."""

NEGATIONS = (
    "not no never none nobody nothing neither nor without zero dont doesnt didnt isnt arent wasnt werent havent "
    "hasnt hadnt cant cannot couldnt wont wouldnt aint nie brak bez nikt nigdy nic żaden żadnego żadnych не нет "
    "нету без никто никогда ни ничего никаких "
    "没 沒 不 无 未 别"
)
LATE_NEGATIONS = "none zero brak нет нету 没 无"
"""They may also follow what they deny: "бюджета нет"."""

HEDGES = (
    "maybe perhaps probably possibly might may guess suppose seems unless if whether instead or może chyba "
    "prawdopodobnie podobno jeśli jeżeli czy albo lub zamiast raczej pewnie может возможно наверное наверно "
    "вероятно вроде если ли или либо вместо похоже кажется "
    "可能 也许 大概 或许 好像 如果 要么 或者 估计 代替"
)

FILLERS = (
    "a an the is are was were been be being has have he she they it its him her his them their our so also too yet "
    "really quite very jest są być została zostały ma mają się jeszcze ich jego jej bardzo это есть них него нее "
    "их ее его он она они еще очень "
    "被 他 她 们 也 很 都 吧 呢 啊"
)
"""Words that phrases are compared without."""

SMALL_WORDS = (
    "i me we had just and with from at in on to of for by this that will can do did does as up out call again "
    "please i już to on z w we na do od za po o u przez dla oraz zadzwonić tel proszę znów znowu и а уже с в во на "
    "к от до за по о об для звонить позвонить снова опять "
    "和 跟 与 了 吗 请 打 再 我 是 的 在"
)
"""Words that may stand beside a date without saying more."""

PAST = (
    "called talked spoke met had was were did tried emailed sent left rang bounced yesterday dzwonił* rozmawiał* "
    "był* miał* wysłał* spotkał* próbował* pisał* wczoraj gadał* napisał* odbił* звонил* говорил* общал* был* "
    "отправил* встречал* встретил* писал* поговорил* созвонил* вчера пытал* пробовал* "
    "过 昨"
)
"""Words of what has been: a day beside them is no day to look again on."""

ALL = (
    "all, both, everyone, everybody, wszystkie, wszyscy, wszystkich, oba, obie, obaj, obydwa, все, всех, оба, обе, "
    "都, 全部, 所有"
)
NOT_ALL = (
    "at all, not all, all day, all week, all good, all the, sent all, nie wszystkie, nie wszyscy, все еще, все же, "
    "все равно, все это, не все, не оба, "
    "不都, 一直都, 从来都, 什么都, 谁都"
)
OTHERS = "the rest, rest, others, the others, reszta, pozostałe, pozostali, остальные, остальных, 其他, 其余, 剩下"
NOT_OTHERS = "rest of, the rest of, reszta zespołu, 其他同事, 其他供应商, 其他家"

GENERIC_NAME_WORDS = (
    "group holding systems solutions software consulting services technologies tech media global international "
    "digital partners company firma grupa uslugi poland polska russia china europe sales marketing office компания "
    "группа холдинг россия"
)
GENERIC_CHINESE = (
    "有限 限公 公司 科技 技有 技股 集团 团有 股份 份有 信息 技术 术有 北京 上海 深圳 广州 中国"
)
"""Words and pairs of signs that tell no lead from another."""
