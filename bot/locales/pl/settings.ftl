# What people decide about themselves, and administrators about the company's channels.

settings-mine-title = Twoje ustawienia
settings-language = Język
settings-zone = Strefa czasowa
settings-zone-option = { $offset } · { $city }
settings-hours = Godziny pracy
settings-hours-text = { $days }, { $start }–{ $end }
settings-start = Początek pracy
settings-end = Koniec pracy
settings-weekdays = Dni robocze
settings-country = Dni wolne od pracy
settings-no-country = brak
settings-days-usual = od poniedziałku do piątku
settings-day-0 = poniedziałek
settings-day-1 = wtorek
settings-day-2 = środa
settings-day-3 = czwartek
settings-day-4 = piątek
settings-day-5 = sobota
settings-day-6 = niedziela
settings-away = Nieobecność
settings-away-day = { $day }
settings-away-days = { $first } – { $last }
settings-away-first = Nieobecność od
settings-away-last = Nieobecność do
settings-away-hint = Pierwszy i ostatni dzień. W tym czasie o nic nie pytamy.
settings-save = Zapisz
settings-button = Zmień ustawienia
settings-saved = Ustawienia zapisane.

settings-away-button = Nie ma mnie do…
settings-away-title = Nieobecność od dziś
settings-away-help = Od dziś do końca wybranego dnia o nic nie pytamy.
settings-away-last-day = Ostatni dzień nieobecności
settings-away-saved = Zapisano nieobecność do { $day }.
settings-back = Już jestem
settings-back-saved = Witamy z powrotem. Od teraz znów możemy o coś zapytać.
settings-not-away = Nie ma teraz zapisanej nieobecności.

## What is wrong with a field

settings-end-after-start = Koniec pracy musi być później niż początek.
settings-weekday-needed = Wybierz co najmniej jeden dzień roboczy.
settings-away-both = Podaj oba dni albo żadnego.
settings-away-order = Ostatni dzień jest wcześniejszy niż pierwszy.
settings-away-range = Wybierz dzień od dzisiaj, w ciągu roku.

## What is known of a person

settings-known-who = Imię i nazwisko oraz adres e-mail: { $name }, { $email }
settings-known-role = Rola i zespół: { $role }, { $side }
settings-known-speech = Język i strefa czasowa: { $language }, { $zone }
settings-known-hours = Godziny pracy: { $hours }
settings-known-holidays = Dni wolne od pracy: { $country }
settings-known-away = Nieobecności, same daty: { $days }
settings-known-accounts = Konta na czacie: { $names }
settings-role-rep = handlowiec
settings-role-marketer = marketing
settings-role-manager = menedżer
settings-role-administrator = administrator
settings-side-sales = sprzedaż
settings-side-marketing = marketing

## For administrators

settings-administration = Dla administratorów
settings-channels-button = Kanały
settings-channels-title = Kanały
settings-channels-help = Każdy zespół ma jeden kanał. Leadloop musi do niego należeć.
settings-channel-marketing = Kanał marketingu
settings-channel-sales = Kanał sprzedaży
settings-channel-language-marketing = Język w kanale marketingu
settings-channel-language-sales = Język w kanale sprzedaży
settings-channel-zone-marketing = Strefa czasowa kanału marketingu
settings-channel-zone-sales = Strefa czasowa kanału sprzedaży
settings-channel-unset = jeszcze nie wybrano
settings-channel-set = wybrany: { $platform }, { $language }, { $zone }
settings-channels-saved = Kanały zapisane.
settings-channels-same = To już jest kanał marketingu. Wybierz inny dla sprzedaży.
settings-channel-unreadable = Tego kanału nie można użyć. Wybierz inny.
settings-only-administrators = Może to zrobić tylko administrator.
settings-undelivered-none = Wszystkie wiadomości zostały dostarczone.
settings-undelivered =
    { $count ->
        [one] Nie udało się dostarczyć { $count } wiadomości.
        [few] Nie udało się dostarczyć { $count } wiadomości.
        [many] Nie udało się dostarczyć { $count } wiadomości.
       *[other] Nie udało się dostarczyć { $count } wiadomości.
    }
settings-undelivered-line = { $who }: { $trouble }
settings-retry = Spróbuj ponownie
settings-retried =
    { $count ->
        [0] Nie ma nic, co można wysłać ponownie.
        [one] Wysyłamy ponownie { $count } wiadomość.
        [few] Wysyłamy ponownie { $count } wiadomości.
        [many] Wysyłamy ponownie { $count } wiadomości.
       *[other] Wysyłamy ponownie { $count } wiadomości.
    }

## In a channel

settings-hello-title = Cześć, tu Leadloop
settings-hello-text = Wspomnij mnie tutaj i zapytaj, co się stało z leadami. Odpowiadam w wątku, na podstawie naszej kopii CRM; przy leadach nie ma niczyich nazwisk. Na przykład:
settings-hello-example-list = @Leadloop co się stało z leadami: anna@acme.example, Jan Kowalski (Globex)?
settings-hello-example-words = @Leadloop co się stało z leadami z webinaru z kwietnia?
settings-hello-example-delay = @Leadloop dlaczego pierwszy kontakt z anna@acme.example był dopiero po sześciu godzinach?
settings-hello-help = Administrator może uczynić ten kanał kanałem jednego z zespołów. Piszę tu tylko wtedy, gdy ktoś mnie o to prosi.
settings-hello-is-marketing = To jest kanał marketingu.
settings-hello-is-sales = To jest kanał sprzedaży.
settings-take-marketing = Ustaw jako kanał marketingu
settings-take-sales = Ustaw jako kanał sprzedaży
settings-taken-by-marketing = To już jest kanał marketingu. Wybierz inny dla sprzedaży.
settings-taken-by-sales = To już jest kanał sprzedaży. Wybierz inny dla marketingu.
settings-no-channel-here = To nie jest kanał.
