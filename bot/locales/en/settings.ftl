# What people decide about themselves, and administrators about the company's channels.

settings-mine-title = Your settings
settings-language = Language
settings-zone = Time zone
settings-zone-option = { $offset } · { $city }
settings-hours = Working hours
settings-hours-text = { $days }, { $start }–{ $end }
settings-start = Work begins
settings-end = Work ends
settings-weekdays = Working days
settings-country = Public holidays
settings-no-country = none
settings-days-usual = Monday to Friday
settings-day-0 = Monday
settings-day-1 = Tuesday
settings-day-2 = Wednesday
settings-day-3 = Thursday
settings-day-4 = Friday
settings-day-5 = Saturday
settings-day-6 = Sunday
settings-away = Away
settings-away-day = { $day }
settings-away-days = { $first } – { $last }
settings-away-first = Away from
settings-away-last = Away until
settings-away-hint = First and last day. While you are away nothing is asked of you.
settings-save = Save
settings-button = Change settings
settings-saved = Your settings are saved.

settings-away-button = Away until …
settings-away-title = Away from today
settings-away-help = From today until the end of that day nothing is asked of you.
settings-away-last-day = Last day away
settings-away-saved = Noted: you are away until { $day }.
settings-back = I am back
settings-back-saved = Welcome back. From now on you are asked again.
settings-not-away = You are not away at the moment.

## What is wrong with a field

settings-end-after-start = Work must end later than it begins.
settings-weekday-needed = Please choose at least one working day.
settings-away-both = Please give both days, or neither.
settings-away-order = The last day comes before the first.
settings-away-range = Please choose a day from today on, within a year.

## What is known of a person

settings-known-who = Name and e-mail address: { $name }, { $email }
settings-known-role = Role and team: { $role }, { $side }
settings-known-speech = Language and time zone: { $language }, { $zone }
settings-known-hours = Working hours: { $hours }
settings-known-holidays = Public holidays: { $country }
settings-known-away = Absences, dates only: { $days }
settings-known-accounts = Chat accounts: { $names }
settings-role-rep = sales rep
settings-role-marketer = marketer
settings-role-manager = manager
settings-role-administrator = administrator
settings-side-sales = sales
settings-side-marketing = marketing

## For administrators

settings-administration = For administrators
settings-channels-button = Channels
settings-channels-title = Channels
settings-channels-help = Each team has one channel. Leadloop must be a member of it.
settings-channel-marketing = Marketing's channel
settings-channel-sales = Sales' channel
settings-channel-language-marketing = Language in marketing's channel
settings-channel-language-sales = Language in sales' channel
settings-channel-zone-marketing = Time zone of marketing's channel
settings-channel-zone-sales = Time zone of sales' channel
settings-channel-unset = not chosen yet
settings-channel-set = chosen: { $platform }, { $language }, { $zone }
settings-channels-saved = The channels are saved.
settings-channels-same = This is marketing's channel already. Please choose another one for sales.
settings-channel-unreadable = This channel cannot be used. Please choose another one.
settings-only-administrators = Only an administrator can do this.
settings-undelivered-none = Every message was delivered.
settings-undelivered = { $count ->
    [one] { $count } message could not be delivered.
   *[other] { $count } messages could not be delivered.
}
settings-undelivered-line = To { $who }: { $trouble }
settings-retry = Try again
settings-retried = { $count ->
    [0] There is nothing that could be sent again.
    [one] { $count } message is sent once more.
   *[other] { $count } messages are sent once more.
}

## In a channel

settings-hello-title = Hello, I am Leadloop
settings-hello-text = Mention me here and ask what became of leads. I answer in a thread, from our copy of the CRM, without anybody's name beside a lead. For example:
settings-hello-example-list = @Leadloop what happened to anna@acme.example and Jan Kowalski (Globex)?
settings-hello-example-words = @Leadloop what happened to the webinar leads from April?
settings-hello-example-delay = @Leadloop why was anna@acme.example called only after six hours?
settings-hello-help = An administrator can make this the channel of a team. I write here only when I am asked to.
settings-hello-is-marketing = This is marketing's channel.
settings-hello-is-sales = This is sales' channel.
settings-take-marketing = Make this marketing's channel
settings-take-sales = Make this sales' channel
settings-taken-by-marketing = This is marketing's channel already. Please choose another one for sales.
settings-taken-by-sales = This is sales' channel already. Please choose another one for marketing.
settings-no-channel-here = This is not a channel.
