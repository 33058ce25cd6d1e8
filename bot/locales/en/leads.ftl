# Which leads somebody asks about.

leads-none-named = Which leads? Paste e-mail addresses, CRM ids or links, or names with their company; or describe them, such as “the webinar leads from April”.
leads-too-long = This text is longer than { $most } thousand characters. Please send it in parts, or as a CSV file.
leads-too-many-lines = These are { $count } lines, and one question takes { $most } at most. Please ask in parts.
leads-too-many = { $count } leads fit: { $what }. One question takes { $most } at most: name a shorter period, a status or a campaign as well.
leads-none-match = No lead fits: { $what }.
leads-words-unknown = No campaign, source or status is called “{ $words }”. You could say for example: { $examples }.
leads-words-unknown-empty = No campaign, source or status is called “{ $words }”: none are known here yet. Paste e-mail addresses, CRM ids or names instead.

# What was understood from words, for the headline: “source Webinar · 1 Apr 2026 to 30 Apr 2026”

leads-described = { $so_far } · { $part }
leads-of-campaigns = { $count ->
    [one] campaign { $names }
   *[other] campaigns { $names }
}
leads-of-campaigns-more = campaigns { $names } and { $more } more
leads-of-sources = { $count ->
    [one] source { $names }
   *[other] sources { $names }
}
leads-of-sources-more = sources { $names } and { $more } more
leads-with-status-new = not contacted yet
leads-with-status-attempting = being contacted
leads-with-status-connected = in conversation
leads-with-status-nurturing = nurtured
leads-with-status-qualified = qualified
leads-with-status-converted = converted
leads-with-status-disqualified = disqualified
leads-on-day = created on { $day }
leads-between-days = created { $first } to { $last }
leads-since-day = created since { $first }
leads-until-day = created until { $last }
