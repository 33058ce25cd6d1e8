"""Gentle words in English."""

from __future__ import annotations

from handlers.flags.wording.rule import Noticed, Rule

_TEAM = (
    r"(?:(?:the |our |your )?(?:marketing|sales)(?: team| department| people| guys| folks)?"
    r"|(?:the |our |your )?(?:marketers|sdrs|bdrs)|your team|you(?: guys| people)?)"
)
_GIVE = r"(?:sends?|gives?|pass(?:es)?|hands?|forwards?|throws?|dumps?|push(?:es)?|delivers?)"
_GAVE = rf"(?:{_GIVE}|sent|gave|passed|handed|forwarded|threw|dumped|pushed|delivered)"
_CARELESS = r"(?:forgets?|ignores?|blames?|promises?)"
_LOOK = (
    r"(?:checks?|reads?|asks?|listens?|looks?|answers?|quali(?:fy|fies)|screens?|filters?"
    r"|verif(?:y|ies)|learns?|replies|reply|calls?|follows? up)"
)
_TRASH = r"(?:garbage|rubbish|trash|crap|junk|bullshit|shit)"
_SHEER = r"(?:total|complete|absolute|pure|utter|just|only|nothing but|more|the usual|such|always)"
_END = (
    r"(?=\s{0,3}(?:[.,;:!?)\n]|$|(?:again|and|but|because|from|for|every|this|instead|since|so)\b))"
)
_STUPID = r"(?:stupid|idiotic|moronic|useless|worthless|pathetic|lousy|crappy|shitty)"
_UNFIT = r"(?:lazy|incompetent|clueless|useless|stupid|ignorant|careless|unprofessional)"
_FOOLS = r"(?:idiots|morons|imbeciles|clowns|fools|assholes)"
_PIECE = r"(?:campaign|form|list|question|process|webinar|lead|contact)"

TOGETHER = "this is worth a look together"

RULES = (
    # swearing
    Rule(
        Noticed.INSULT,
        r"(?:fucking|f\*{1,5}ing|goddamn|damned|damn|bloody|freaking) (?-i:(?=[a-z]))",
        "",
    ),
    # blame
    Rule(
        Noticed.BLAME,
        rf"({_TEAM}) (?:have |has )?(?:forgot(?:ten)?|failed|neglected) to",
        r"\1 did not",
    ),
    Rule(
        Noticed.BLAME, rf"({_TEAM}) (did|do|does)(?: not|n['’]t) (?:even )?bother to", r"\1 \2 not"
    ),
    Rule(Noticed.BLAME, rf"({_TEAM}) could(?: not|n['’]t) (?:even )?be bothered to", r"\1 did not"),
    Rule(
        Noticed.BLAME,
        r"(?:it is|it['’]s|this is|that is|that['’]s) (?:all |entirely |clearly )?"
        r"(?:marketing['’]s|sales['’]|your) (?:own )?fault",
        TOGETHER,
    ),
    Rule(
        Noticed.BLAME,
        r"(is|was) (?:all |entirely |clearly )?(?:marketing['’]s|sales['’]|your) (?:own )?fault",
        r"\1 worth a look together",
    ),
    Rule(
        Noticed.BLAME,
        r"(i|we) blame (?:marketing|sales|you) for",
        r"\1 would like to look together at",
    ),
    Rule(Noticed.BLAME, r"(?:i|we) blame (?:marketing|sales|you)", TOGETHER),
    Rule(Noticed.BLAME, rf"{_TEAM} (?:is|are) to blame for", "please let us look together at"),
    Rule(Noticed.BLAME, rf"{_TEAM} (?:is|are) to blame", TOGETHER),
    Rule(Noticed.BLAME, rf"{_TEAM} should (?:have known|know)(?: better)?", TOGETHER),
    Rule(
        Noticed.BLAME,
        rf"{_TEAM} (?:(?:do|does|did)(?: not|n['’]t)|never|could(?: not|n['’]t)) (?:even |seem to )?"
        r"cares?(?: less)?(?: about (?:us|sales|marketing|quality|our (?:work|time)))?",
        TOGETHER,
    ),
    Rule(
        Noticed.BLAME,
        rf"{_TEAM} (?:have|has) (?:absolutely )?no (?:clue|idea)(?: about| of)? (?=\w)",
        "it would help to talk about ",
    ),
    Rule(
        Noticed.BLAME,
        rf"{_TEAM} (?:have|has) (?:absolutely )?no (?:clue|idea)",
        "it would help to talk about this",
    ),
    Rule(
        Noticed.BLAME,
        r"a (?:complete |total |pure )?waste of (?:(?:my|our|everyone['’]s|everybody['’]s) )?time",
        "time without a result",
    ),
    Rule(
        Noticed.BLAME,
        r"wast(e|es|ed|ing) (my|our|everyone['’]s|everybody['’]s) time",
        r"costing \2 time",
    ),
    # verdicts on a team
    Rule(
        Noticed.ABSOLUTE,
        rf"{_TEAM} keeps? (?:on )?(?:sending|giving|passing|dumping|throwing) us",
        "we get",
    ),
    Rule(
        Noticed.ABSOLUTE,
        rf"({_TEAM}) (?:(?:always|constantly|continually|forever) ){{1,3}}(?=(?:{_GIVE}|{_CARELESS})\b)",
        r"\1 ",
    ),
    Rule(
        Noticed.ABSOLUTE,
        rf"({_TEAM}) never(?: ever)? (check|read|ask|listen|look|answer|screen|filter|learn|call"
        r"|follow)s\b",
        r"\1 does not always \2",
    ),
    Rule(
        Noticed.ABSOLUTE,
        rf"({_TEAM}) never(?: ever)? (qualif|verif|repl)ies\b",
        r"\1 does not always \2y",
    ),
    Rule(Noticed.ABSOLUTE, rf"({_TEAM}) never(?: ever)? (?={_LOOK}\b)", r"\1 do not always "),
    Rule(
        Noticed.ABSOLUTE,
        r"(?:no ?one|nobody) (in|from|at) (marketing|sales) (?:ever )?"
        r"(?=(?:checks|reads|listens|looks|thinks|bothers|understands|cares)\b)",
        r"not everybody \1 \2 ",
    ),
    Rule(
        Noticed.ABSOLUTE,
        r"(?:all(?: of)?|every one of) (?:your|marketing['’]s|the marketing) leads (?=(?:are|were)\b)",
        "some leads ",
    ),
    Rule(
        Noticed.ABSOLUTE,
        r"(?:none|not one|not a single one) of (?:your|marketing['’]s|the marketing) leads "
        r"(?:is|are|was|were) (?:ever )?(?:any good|good|useful|worth anything)",
        "this lead did not fit",
    ),
    # insults
    Rule(
        Noticed.INSULT,
        rf"{_TEAM} (?:(?:only|just|again|once|keeps?|have|has|rarely) ){{0,2}}{_GAVE} "
        rf"(?:over )?(?:us |me )?(?:{_SHEER} ){{0,3}}{_TRASH}(?: leads?| contacts?)?(?: again)?{_END}",
        "this lead did not fit",
    ),
    Rule(
        Noticed.INSULT,
        rf"(?:we|i) (?:only |just )?(?:get|got|received?) (?:{_SHEER} ){{0,3}}{_TRASH}"
        rf"(?: leads?| contacts?)?(?: again)?{_END}",
        "this lead did not fit",
    ),
    Rule(Noticed.INSULT, rf"{_TRASH} (leads?|contacts?)", r"\1 that did not fit"),
    Rule(
        Noticed.INSULT,
        rf"(leads?|contacts?|campaigns?|lists?|this|it) (?:is|are|was|were) (?:{_SHEER} ){{0,2}}{_TRASH}{_END}",
        r"\1 did not fit",
    ),
    Rule(Noticed.INSULT, rf"an? {_STUPID} ({_PIECE})", r"a \1"),
    Rule(Noticed.INSULT, rf"{_STUPID} ({_PIECE}s?)", r"\1"),
    Rule(
        Noticed.INSULT,
        rf"(?:(?:the|those|these|you|some) )?{_FOOLS} (in|from|at) (marketing|sales)",
        r"colleagues \1 \2",
    ),
    Rule(Noticed.INSULT, rf"(?:those|these) {_FOOLS}", "they"),
    Rule(Noticed.INSULT, rf"you {_FOOLS}", "you"),
    Rule(
        Noticed.INSULT,
        rf"{_UNFIT} (marketing|marketers|sales (?:team|people|reps)|reps|colleagues)",
        r"\1",
    ),
    Rule(
        Noticed.INSULT,
        rf"{_TEAM} (?:is|are) (?:(?:so|too|just|simply|totally|completely|really|all) ){{0,2}}(?:{_UNFIT}|{_FOOLS})",
        TOGETHER,
    ),
    Rule(Noticed.INSULT, r"(leads?|campaigns?|lists?) sucks?", r"\1 did not fit"),
)
