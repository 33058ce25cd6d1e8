# Cotygodniowe podsumowanie dla obu kanałów.

digests-title = Podsumowanie tygodnia: { $week }
digests-week = tydzień { $number }, { $first } – { $last }
digests-week-short = t. { $number }

# Tydzień w jednym zdaniu

digests-came-in =
    { $count ->
        [one] Przyszedł { $count } nowy lead
        [few] Przyszły { $count } nowe leady
        [many] Przyszło { $count } nowych leadów
       *[other] Przyszło { $count } nowego leada
    }
digests-came-usual = { digests-came-in }, jak zwykle
digests-came-more = { digests-came-in }, więcej niż zwykle
digests-came-fewer = { digests-came-in }, mniej niż zwykle
digests-part-qualified = kwalifikowane z nich: { $count }
digests-part-accepted = przyjęte: { $count }
digests-part-won = wygrane: { $count }
digests-headline = { $start }; { $parts }.

# Wiersze

digests-line = { $what }: { $count }
digests-line-last = { $what }: { $count } (tydzień wcześniej { $last })
digests-line-usual = { $what }: { $count } (zwykle { $low }–{ $high })
digests-line-both = { $what }: { $count } (tydzień wcześniej { $last }, zwykle { $low }–{ $high })
digests-line-reasons = { $line }: { $reasons }
digests-count-leads-in = Nowe leady
digests-count-qualified = Kwalifikowane
digests-count-accepted = Przyjęte przez sprzedaż
digests-count-talking = Rozpoczęte rozmowy
digests-count-won = Wygrane
digests-count-disqualified = Zdyskwalifikowane
digests-count-recycled = Odłożone na później
digests-reason = { $reason } { $count }
digests-reason-unknown = bez podanego powodu
digests-reason-others = wszystkie inne powody
digests-first-touch = Pierwszy kontakt: { $hours } godz. roboczych od przekazania (mediana)
digests-first-touch-last = Pierwszy kontakt: { $hours } godz. roboczych od przekazania (mediana, tydzień wcześniej { $last })
digests-first-touch-within = { $waited }; około { $percent }% w uzgodnione { $agreed } godz.
digests-standout-better = Lepiej niż gdzie indziej: { $campaign }, obiecujące { $promising } z { $leads } od { $since } ({ $low }–{ $high }%, gdzie indziej { $elsewhere }%)
digests-standout-worse = Słabiej niż gdzie indziej: { $campaign }, obiecujące { $promising } z { $leads } od { $since } ({ $low }–{ $high }%, gdzie indziej { $elsewhere }%)
digests-flags = Zgłoszenia: { $parts }
digests-flags-raised = nowe { $count }
digests-flags-accepted = przyjęte { $count }
digests-flags-declined = odrzucone { $count }
digests-flags-done = wprowadzone zmiany { $count }
digests-flags-waiting = czekające { $count }
digests-questions = Leady, o które pytano: { $parts }
digests-questions-asked = łącznie { $count }
digests-questions-answered = z odpowiedzią { $count }
digests-questions-open = wciąż otwarte { $count }
digests-completeness = CRM: około { $percent }% otwartych leadów jest kompletnych
digests-completeness-last = CRM: około { $percent }% otwartych leadów jest kompletnych (tydzień wcześniej { $last }%)
digests-praise = Pochwały: { $parts }
digests-praised = { $reason } ({ $campaign })
digests-did = Zgłoszone i załatwione: { $what }
digests-did-on = Zgłoszone i załatwione ({ $subject }): { $what }
digests-effect-better = { $did }. Obiecujących leadów jest więcej: { $before } przed, { $after } po
digests-effect-worse = { $did }. Obiecujących leadów jest mniej: { $before } przed, { $after } po
digests-effect-chance = { $did }. Obiecujące leady: przed zmianą { $before }, po zmianie { $after }; to może być przypadek
digests-share = { $percent }% ({ $low }–{ $high }%)

# Wykresy

digests-trend-title = Nowe leady tydzień po tygodniu, { $first } – { $last }
digests-reasons-title = Powody dyskwalifikacji ({ $count }): { $week }

# Gdy działo się niewiele

digests-empty = Spokojny tydzień: z żadnym leadem nic się nie działo.
digests-small = Sprawa dotyczy mniej niż { $fewest } leadów, więc w tym tygodniu nie ma liczb: mówiłyby o pojedynczych leadach. O los każdego z nich można zapytać w każdej chwili.
digests-hidden = Liczby mniejsze niż { $fewest } są pominięte tam, gdzie mówiłyby o pojedynczych leadach.
digests-first-week = To pierwszy zliczany tydzień, więc nie ma go jeszcze z czym porównać.
digests-few-weeks =
    { $weeks ->
        [one] Zwykły zakres podajemy, gdy znanych jest { $fewest } wcześniejszych tygodni; na razie znany jest { $weeks }.
        [few] Zwykły zakres podajemy, gdy znanych jest { $fewest } wcześniejszych tygodni; na razie znane są { $weeks }.
        [many] Zwykły zakres podajemy, gdy znanych jest { $fewest } wcześniejszych tygodni; na razie znanych jest { $weeks }.
       *[other] Zwykły zakres podajemy, gdy znanych jest { $fewest } wcześniejszych tygodni; na razie znanych jest { $weeks }.
    }
digests-holidays = Krótszy tydzień: { $days }.
digests-holiday = { $day } – święto ({ $name })
digests-counted-late = Ten tydzień zliczono długo po jego końcu, więc pominięto to, co było widać tylko na bieżąco.
digests-so-far = Tydzień jeszcze trwa. Stan na { $at }.
digests-sent-late = To podsumowanie przychodzi później, bo o zwykłej porze Leadloop nie działał.
digests-missed = Podsumowanie poprzedniego tygodnia nie pojawiło się tutaj. Można o nie poprosić, podając numer tygodnia.

# Decyzje

digests-before = Wcześniejsze decyzje
digests-promised = { $what } „{ $words }”.
digests-became-open = { $what } Nikt się tego nie podjął.
digests-became-taken = { $what } Zajmuje się tym { $side }, do { $day }.
digests-became-overdue = { $what } Zajmuje się tym { $side }, sprawa wciąż otwarta; plan był do { $day }.
digests-became-done = { $what } Zrobione.
digests-became-dropped = { $what } Zostaje, jak jest.
digests-side-sales = sprzedaż
digests-side-marketing = marketing
digests-to-decide = Do decyzji
digests-decide-finding = Kilka zgłoszeń ({ $about }) podaje ten sam powód: co zmieniamy?
digests-decide-campaign-worse = { $about } daje mniej obiecujących leadów niż reszta: co zmieniamy?
digests-decide-campaign-better = { $about } daje więcej obiecujących leadów niż reszta: robimy tego więcej?
digests-decide-amendment = Jest propozycja definicji w wersji { $about }: podpisujemy?
digests-decide-debt-sales = Odpowiedzi w sprawie leadów są po terminie: na kiedy będą?
digests-decide-debt-marketing = Decyzje w sprawie zgłoszeń są po terminie: na kiedy będą?
digests-decide-completeness = Wielu otwartym leadom brakuje pól potrzebnych obu zespołom: które uzupełniamy najpierw?
digests-decided-by-sales = O tym decyduje sprzedaż.
digests-decided-by-marketing = O tym decyduje marketing.
digests-take = Podejmij…
digests-leave = Zostaw, jak jest
digests-hint = { $action }: { $what }
digests-owes-sales = Co sprzedaż jest winna marketingowi
digests-owes-marketing = Co marketing jest winien sprzedaży
digests-owes-nothing = Nic nie jest po terminie.
digests-debt-answers = Odpowiedzi w sprawie leadów: co najmniej { $count }
digests-debt-some-answers = Odpowiedzi w sprawie niektórych leadów
digests-debt-decisions = Decyzje w sprawie zgłoszeń: co najmniej { $count }
digests-debt-some-decisions = Decyzje w sprawie niektórych zgłoszeń
digests-debt-signatures = Podpisy pod propozycjami: co najmniej { $count }
digests-debt-some-signatures = Podpis pod proponowaną definicją albo odmowa
digests-debt-actions = Zadania ze wspólnego spotkania: co najmniej { $count }
digests-debt-some-actions = Zadania ze wspólnego spotkania

digests-take-title = Podjęcie sprawy
digests-take-what = Co zostanie zrobione?
digests-take-hint = Jedno zdanie; oba zespoły przeczytają je w następnym podsumowaniu.
digests-take-owner = Kto się tym zajmie?
digests-take-due = Do kiedy?
digests-take-submit = Podejmij
digests-owner-elsewhere-sales = Decyzja należy do sprzedaży. Wybierz kogoś ze sprzedaży.
digests-owner-elsewhere-marketing = Decyzja należy do marketingu. Wybierz kogoś z marketingu.
digests-not-yours-sales = Decyzja należy do sprzedaży.
digests-not-yours-marketing = Decyzja należy do marketingu.
digests-only-managers-leave = Zostawić sprawę bez zmian mogą tylko menedżerowie. Możesz ją podjąć.
digests-decision-gone = Tej sprawy nie ma już do decyzji.
digests-decided-already = W międzyczasie zapadła już decyzja.

# Które leady?

digests-which = Które leady?…
digests-as-csv = Tydzień jako CSV
digests-as-xlsx = Tydzień jako XLSX
digests-which-title = Które leady?
digests-which-help = Wybrany okres: { $week }. Lista przyjdzie w wiadomości prywatnej.
digests-which-label = Liczba
digests-which-submit = Pokaż listę
digests-which-reason = { $what }, { $reason }: { $count }
digests-leads-of = { $what }, { $week }
digests-leads-of-reason = { $what }, { $reason }, { $week }
digests-leads-sent = Lista jest w Twoich wiadomościach prywatnych. Leady: { $count }
digests-nothing-to-list = Dla tego tygodnia nie ma leadów do pokazania.
digests-no-such-week = Nie znam takiego tygodnia. Napisz na przykład „podsumowanie 47”, „podsumowanie 2026-W47” albo „podsumowanie zeszły tydzień”.
digests-week-to-come = Ten tydzień, { $first } – { $last }, jeszcze się nie zaczął.
digests-sent-to-you = Jest w Twoich wiadomościach prywatnych.

# Podgląd dla menedżerów

digests-preview-title = Podgląd podsumowania: { $week }
digests-preview-help = Menedżerowie widzą to wcześniej niż oba kanały.
digests-no-channels = Nie wybrano jeszcze kanału dla podsumowania. Administrator może to zrobić na stronie głównej bota.
digests-edition-planned = Kanał ({ $side }): zaplanowane na { $at }.
digests-edition-held = Kanał ({ $side }): wstrzymane do zwolnienia.
digests-edition-sent = Kanał ({ $side }): wysłane { $at }.
digests-edition-skipped = Kanał ({ $side }): nie wysłano, bo było już za późno.
digests-send = Wyślij teraz
digests-hold = Wstrzymaj
digests-release = Zwolnij
digests-add-note = Dodaj notatkę…
digests-sent = Podsumowanie jest w drodze do obu kanałów i w poniedziałek już nie przyjdzie.
digests-held = Podsumowanie jest wstrzymane. Wyjdzie, gdy zwolni je ktoś z menedżerów.
digests-released = Podsumowanie jest zwolnione. Wyjdzie o swojej porze, a jeśli już minęła, to teraz.
digests-has-left = To podsumowanie już wyszło albo jest za stare, by je wysłać.
digests-week-not-over = Tydzień trwa do końca dnia { $last }. Potem podsumowanie można wysłać od razu.
digests-only-managers = Mogą to zrobić tylko menedżerowie i administratorzy.
digests-held-title = Podsumowanie jest wstrzymane: { $week }
digests-held-help = Jego pora minęła, a żaden kanał go nie ma. Po zwolnieniu wyjdzie od razu.
digests-skipped-sales = Podsumowanie nie dotarło do sprzedaży: { $week }
digests-skipped-marketing = Podsumowanie nie dotarło do marketingu: { $week }
digests-skipped-help = Leadloop nie działał dłużej niż dwa dni po jego porze, więc nie wysłano go z opóźnieniem. Nadal można je obejrzeć.
digests-look = Obejrzyj
digests-home-waits = Podsumowanie w przygotowaniu: { $week }.
digests-home-held = Podsumowanie wstrzymane: { $week }.
digests-home-look = Podgląd
digests-note-title = Notatka do podsumowania
digests-note-help = { $week }. Przeczytają ją oba kanały; podpisuje ją strona, nie osoba.
digests-note-label = Notatka
digests-note-hint = Puste pole usuwa notatkę.
digests-note-submit = Zapisz
digests-note-sales = Notatka od sprzedaży: { $words }
digests-note-marketing = Notatka od marketingu: { $words }
