# What many flags have in common

findings-title-campaign =
    { $count ->
        [one] { $count } flag on the campaign “{ $name }”: { $reason }
       *[other] { $count } flags on the campaign “{ $name }”: { $reason }
    }
findings-title-source =
    { $count ->
        [one] { $count } flag on leads from “{ $name }”: { $reason }
       *[other] { $count } flags on leads from “{ $name }”: { $reason }
    }
findings-title-criterion =
    { $count ->
        [one] { $count } flag on leads that miss “{ $name }”: { $reason }
       *[other] { $count } flags on leads that miss “{ $name }”: { $reason }
    }
findings-works = What works – { $finding }

findings-standing-open = Open since { $day }
findings-standing-for-meeting = For the joint meeting · open since { $day }
findings-standing-accepted = Accepted on { $day }
findings-standing-declined = Declined on { $day }
findings-state-open = Open
findings-state-for-meeting = For the joint meeting
findings-state-accepted = Accepted
findings-state-declined = Declined
findings-said-accepted = What changes: “{ $words }”
findings-said-declined = Why nothing changes: “{ $words }”
findings-said-praise = What we make of it: “{ $words }”
findings-all-withdrawn = All of its flags have been withdrawn.

# How its leads fare

findings-object-campaign = Leads of the campaign “{ $name }” since { $since }
findings-object-source = Leads from “{ $name }” since { $since }
findings-object-criterion = Leads since { $since } that miss “{ $name }”
findings-share = { $hits } of { $of } ({ $low }–{ $high }%)
findings-share-percent = { $percent }% ({ $low }–{ $high }%)
findings-elsewhere = { $percent }%
findings-rates = { $object }: { $share } are promising; elsewhere { $elsewhere }.
findings-rates-met = { $object }: { $share } are promising; of those that meet it { $elsewhere }.
findings-few-leads = { $object }: too few leads with a known outcome, here or elsewhere, for figures; at least { $fewest } are needed.
findings-too-few = fewer than { $fewest } leads
findings-may-be-chance = The ranges overlap: the difference may be chance.
findings-not-counted = The figures of its leads follow within minutes.
findings-help = Promising: in conversation, qualified or converted. Only leads with a known outcome count; in brackets, the range that so few leads allow (95%). The figures move on once { $fewest } more leads are known; last counted on { $day }.
findings-chart = Promising leads in per cent – { $object }
findings-here-campaign = This campaign
findings-here-source = This source
findings-here-criterion = Miss it
findings-there-campaign = Elsewhere
findings-there-source = Elsewhere
findings-there-criterion = Meet it

# What can be done

findings-decide = Decide…
findings-decide-praise = What we make of it…
findings-which = Which leads?
findings-form = Decide the finding
findings-alike = All of its flags that wait for a decision are decided alike, and sales hears of it.
findings-decision = What do you decide?
findings-decision-accept = Accept: something changes
findings-decision-decline = Decline: nothing changes
findings-words = What changes, or why does nothing change?
findings-words-praise = What do you keep, or do more of?
findings-words-hint = Sales reads this. One sentence is enough.
findings-submit = Decide
findings-line = { $lead } · { $state }

# When it cannot be done

findings-gone = This finding is not there any more.
findings-overtaken = Somebody was faster: this finding has changed in the meantime.
findings-changed = This finding has moved on in the meantime. Its state is now: { $state }. Please use its newest card.
findings-only-marketing = Marketing, managers and administrators decide on findings. You can see which leads it is about.
