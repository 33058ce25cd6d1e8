"""Gentle words in Polish."""

from __future__ import annotations

from handlers.flags.wording.rule import Noticed, Rule

_TEAM = (
    r"(?:(?:nasz|wasz|ten) )?(?:dział marketingu|zespół marketingu|ludzie z marketingu|marketingowcy"
    r"|marketing|dział sprzedaży|zespół sprzedaży|handlowcy|sprzedaż)"
)
_WHOSE = (
    r"(?:działu marketingu|zespołu marketingu|marketingu|działu sprzedaży|sprzedaży|handlowców)"
)
_ALWAYS = r"(?:(?:zawsze|ciągle|wiecznie|stale|bez przerwy|cały czas|za każdym razem) ){1,3}"
_GIVES = (
    r"(?:wysyła|przysyła|podsyła|przekazuje|daje|dają|wrzuca|rzuca|dostarcza|przekazują)(?:ją)?"
)
_YOU_GIVE = r"(?:wysyłacie|przysyłacie|podsyłacie|przekazujecie|dajecie|wrzucacie|rzucacie)"
_SENT = r"(?:(?:przysł|wysł|podesł|przekaz)(?:ał|ała|ali)|dał|dała|dali)"
_CARELESS = r"(?:zapomina|ignoruje|obiecuje)(?:ją)?|zapominacie|ignorujecie|obiecujecie"
_LOOKS = (
    r"(?:(?:sprawdza|czyta|słucha|pyta|odpowiada|weryfikuje|kwalifikuje|filtruje|oddzwania)(?:ją)?"
    r"|patrzy|patrzą|dzwoni|dzwonią|myśli|myślą)"
)
_TRASH = r"(?:śmieci|śmieciowe (?:leady|kontakty)|syf|szajs|badziewie|dziadostwo|gówno|g\*{1,5}no|szmelc)"
_SHEER = r"(?:same|samo|sam|tylko|jakieś|kolejne|takie|zwykłe|totalne|znowu|znów|wciąż)"
_END = r"(?=\s{0,3}(?:[.,;:!?)\n]|$|(?:i|a|ale|bo|z|od|do|na|zamiast|więc|znowu|znów)\b))"
_FOOLS = r"(?:idioci|debile|kretyni|nieroby|lenie|głąby|matoły|ćwoki|pajace|głupki|durnie)"
_STUPID = r"(?:głupi(?:a|e|ego|ej|ą|m|ch)?|(?:idiotyczn|debiln|kretyńsk|durn|beznadziejn)\w{1,3})"
_UNFIT = (
    r"(?:niekompetentn|leniw|głup|beznadziejn|bezmyśln|nieprofesjonaln|nieodpowiedzialn)\w{1,3}"
)
_PIECE = r"(?:lead|kontakt|kampani|formularz|pytani|list)\w{0,4}"

TOGETHER = "warto przyjrzeć się temu razem"
DID_NOT_FIT = "ten lead nie pasował"

RULES = (
    # swearing
    Rule(
        Noticed.INSULT,
        r"(?:kurwa|k\*{1,5}a|do cholery|do diabła|cholern\w{1,3}|pieprzon\w{1,3}|jeban\w{1,3}|zasran\w{1,3})",
        "",
    ),
    # blame
    Rule(Noticed.BLAME, rf"z winy ({_WHOSE})", r"na etapie \1"),
    Rule(
        Noticed.BLAME,
        rf"(?:to )?(?:jest )?(?:tylko |wyłącznie )?(?:wina (?:{_WHOSE}|wasza)|wasza wina)",
        TOGETHER,
    ),
    Rule(
        Noticed.BLAME,
        rf"{_TEAM} (?:jest |są )?(?:temu |sam |sami )?(?:winny|winna|winien|winni)",
        TOGETHER,
    ),
    Rule(
        Noticed.BLAME,
        rf"{_TEAM} (?:ma|mają|macie) (?:to |nas )?(?:gdzieś|w nosie|w dupie|w d\*{{1,5}})",
        TOGETHER,
    ),
    Rule(
        Noticed.BLAME,
        rf"{_TEAM} (?:kompletnie |zupełnie )?nie (?:ma|mają) pojęcia,? "
        r"(?=(?:kto|kogo|komu|kim|co|czego|czym|jak|jaki|do kogo|dla kogo)\b)",
        "warto omówić, ",
    ),
    Rule(
        Noticed.BLAME,
        rf"{_TEAM} (?:kompletnie |zupełnie )?nie (?:ma|mają) (?:o niczym |o tym )?pojęcia",
        "warto to omówić",
    ),
    Rule(
        Noticed.BLAME,
        r"(?:(?:kompletn|totaln|zwykł|czyst)(?:a|ą) )?strat(a|ą|ę) (?:naszego |mojego )?czasu",
        r"prac\1 bez efektu",
    ),
    # verdicts on a team
    Rule(
        Noticed.ABSOLUTE,
        rf"({_TEAM}(?: nam)?) {_ALWAYS}(?=(?:nam |do nas )?(?:{_GIVES}|{_CARELESS})(?!\w))",
        r"\1 ",
    ),
    Rule(Noticed.ABSOLUTE, rf"{_ALWAYS}(?=(?:nam )?(?:{_YOU_GIVE}|{_CARELESS})(?!\w))", ""),
    Rule(Noticed.ABSOLUTE, rf"({_TEAM}) nigdy (?:nam )?nie (?={_LOOKS}(?!\w))", r"\1 często nie "),
    Rule(
        Noticed.ABSOLUTE,
        r"nikt (?:w|z) (marketingu|sprzedaży|dzia(?:łu|le) marketingu|dzia(?:łu|le) sprzedaży) "
        rf"(?:nigdy )?(?:tego )?nie (?={_LOOKS}(?!\w))",
        r"w \1 często nikt nie ",
    ),
    # insults
    Rule(
        Noticed.INSULT,
        rf"{_TEAM} (?:\w{{1,20}} ){{0,2}}(?:{_GIVES}|{_SENT}) (?:nam |do nas )?(?:{_SHEER} ){{0,2}}{_TRASH}{_END}",
        DID_NOT_FIT,
    ),
    Rule(
        Noticed.INSULT,
        rf"(?:wy )?{_YOU_GIVE} (?:nam |do nas )?(?:{_SHEER} ){{0,2}}{_TRASH}{_END}",
        DID_NOT_FIT,
    ),
    Rule(
        Noticed.INSULT,
        rf"(?:dostajemy|dostaliśmy|dostaję) (?:od was |od marketingu )?(?:{_SHEER} ){{0,2}}{_TRASH}{_END}",
        DID_NOT_FIT,
    ),
    Rule(
        Noticed.INSULT,
        r"śmieciow(y|ego|emu|ym|e|ych|ymi) ((?:lead|kontakt)\w{0,4})",
        r"niepasując\1 \2",
    ),
    Rule(
        Noticed.INSULT,
        rf"(lead|kontakt|lista) (?:to|jest) (?:{_SHEER} ){{0,2}}{_TRASH}{_END}",
        r"\1 nie pasuje",
    ),
    Rule(
        Noticed.INSULT,
        rf"(leady|kontakty|listy) (?:to|są) (?:{_SHEER} ){{0,2}}{_TRASH}{_END}",
        r"\1 nie pasują",
    ),
    Rule(Noticed.INSULT, rf"{_STUPID} ({_PIECE})", r"\1"),
    Rule(
        Noticed.INSULT,
        rf"(?:(?:ci|jacyś|wszyscy) )?{_FOOLS} z (marketingu|działu marketingu|sprzedaży|działu sprzedaży)",
        r"koledzy z \1",
    ),
    Rule(
        Noticed.INSULT,
        rf"{_TEAM} (?:jest|są|to) (?:(?:po prostu|totalnie|kompletnie|tak|zbyt) ){{0,2}}(?:{_UNFIT}|{_FOOLS})",
        TOGETHER,
    ),
)
