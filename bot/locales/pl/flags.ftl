# Zgłaszanie leada

flags-button = Zgłoś leada
flags-button-hint = Zgłoś tego leada: { $lead }
flags-title = Zgłoszenie leada
flags-which = O którego leada chodzi?
flags-which-hint = Adres e-mail, nazwisko z nazwą firmy, ID z CRM albo link.
flags-which-empty = Wskaż leada, o którego chodzi.
flags-none-found = Nie udało się znaleźć leada pasującego do tych słów. Podaj adres e-mail, nazwisko z nazwą firmy, ID z CRM albo link.
flags-left-out =
    { $count ->
        [one] Jeszcze { $count } lead się tu nie zmieścił.
        [few] Jeszcze { $count } leady się tu nie zmieściły.
        [many] Jeszcze { $count } leadów się tu nie zmieściło.
       *[other] Jeszcze { $count } leada się tu nie zmieściło.
    }
flags-kind = Co chcesz powiedzieć?
flags-kind-reject = Zwrot: nie powinien był do nas trafić (przed kontaktem)
flags-kind-disqualify = Dyskwalifikacja: nic z tego nie będzie (po kontakcie)
flags-kind-recycle = Wrócić później: w danym dniu albo gdy coś się wydarzy
flags-kind-praise = Pochwała: takich leadów nam trzeba
flags-form-reject = Powód zwrotu
flags-form-disqualify = Powód dyskwalifikacji
flags-form-recycle = Do ponownego kontaktu
flags-form-praise = Pochwała leada
flags-go-on = Dalej
flags-submit = Wyślij do marketingu
flags-save = Zapisz
flags-offer =
    { $count ->
        [one] Zgłosić tego leada?
        [few] Znaleziono { $count } leady. Którego chcesz zgłosić?
        [many] Znaleziono { $count } leadów. Którego chcesz zgłosić?
       *[other] Znaleziono { $count } leada. Którego chcesz zgłosić?
    }
flags-offer-none = Którego leada chcesz zgłosić?

flags-about = { $lead }, źródło: { $source }
flags-about-reason = { $lead }: { $reason }
flags-fit = Dopasowanie: spełnione kryteria – { $met } z { $count }
flags-fit-missed = Dopasowanie: spełnione kryteria – { $met } z { $count }; niespełnione: { $missed }
flags-work =
    Praca: pierwszy kontakt po { $hours } godz. rob., { $attempts ->
        [0] brak prób w CRM
        [one] { $attempts } próba
        [few] { $attempts } próby
        [many] { $attempts } prób
       *[other] { $attempts } próby
    }
flags-work-unclear =
    Praca: kontakt był, godziny nieznane, { $attempts ->
        [0] brak prób w CRM
        [one] { $attempts } próba
        [few] { $attempts } próby
        [many] { $attempts } prób
       *[other] { $attempts } próby
    }
flags-work-untouched = Praca: jeszcze bez kontaktu
flags-with-colleague = Według CRM tego leada prowadzi ktoś inny z zespołu. Mimo to można go zgłosić; jeśli trafił do Ciebie przez pomyłkę, powie o tym powód „niewłaściwy opiekun”.
flags-standing = Już zgłoszony, czeka na decyzję: { $reasons }. Drugi głos jest mile widziany, zwłaszcza z innym powodem.

flags-reason = Powód
flags-another-reason = Inny powód…
flags-seen-reject = Co widać?
flags-seen-disqualify = Co wiadomo z rozmowy?
flags-seen-recycle = Jak wygląda sytuacja?
flags-seen-praise = Co się sprawdziło?
flags-seen-hint = Wystarczy jeden fakt: „Adres e-mail jest z uczelni”. Marketing przeczyta to bez Twojego nazwiska.
flags-would-help = Co pomogłoby następnym razem?
flags-day = Wrócić w dniu
flags-trigger = Albo wrócić, gdy
flags-trigger-hint = Co musi się najpierw wydarzyć: „gdy otworzą nowe biuro”
flags-day-or-trigger = Podaj dzień albo to, co musi się najpierw wydarzyć.
flags-day-range = Wybierz dzień od jutra, w ciągu dwóch lat.
flags-note-needed = Opisz w kilku słowach, jaki jest powód.

flags-gentle-title = Może tak?
flags-gentle-why = Fakty trafiają lepiej. Zwróciło uwagę: { $what }. Poniżej spokojniejsza wersja; możesz ją zmienić albo wpisać znów własne słowa. Niczego z tego nie zapisujemy, a Twój tekst wyślemy bez zmian.
flags-gentle-own = Twoje słowa: „{ $words }”
flags-gentle-blame = wskazywanie winnych
flags-gentle-absolute = uogólnienie w rodzaju „zawsze” lub „nigdy”
flags-gentle-insult = mocne słowo

flags-raised = Dziękujemy, zgłoszenie jest w marketingu
flags-raised-next = Marketing podejmie decyzję do { $day }. Dowiesz się, co postanowiono i co to zmieniło; do tego czasu zgłoszenie jest w części „Moje zgłoszenia”.
flags-praised = Dziękujemy, marketing się ucieszy
flags-praised-next = Pochwała nie wymaga decyzji. Pokazuje marketingowi, czego robić więcej.
flags-said-already = Ten lead jest już zgłoszony przez Ciebie z tym samym powodem i czeka w marketingu (stan: { $state }). Można zgłosić także inny powód.
flags-lead-gone = Tego leada nie ma już w CRM: został usunięty albo połączony z innym.
flags-gone = Tego zgłoszenia już nie ma.
flags-overtaken = Ktoś był szybszy: to zgłoszenie zmieniło się w międzyczasie.

## Własne zgłoszenia i zgłoszenia dla marketingu

flags-mine = Moje zgłoszenia
flags-mine-none = Nie masz jeszcze żadnych zgłoszeń. Napisz, co jest nie tak z leadem albo co się sprawdziło, i zobacz, co z tego wyniknie.
flags-mine-all = Wszystkie moje zgłoszenia
flags-state-raised = { $state } · zgłoszono { $day }
flags-state-change = { $state } · co się zmienia: { $what }
flags-desk-title = Zgłoszenia od sprzedaży
flags-desk =
    { $count ->
        [0] Żadne zgłoszenie nie czeka na decyzję
        [one] { $count } zgłoszenie czeka na decyzję
        [few] { $count } zgłoszenia czekają na decyzję
        [many] { $count } zgłoszeń czeka na decyzję
       *[other] { $count } zgłoszenia czeka na decyzję
    }
flags-desk-none = Żadne zgłoszenie nie czeka na decyzję.
flags-desk-show = Pokaż
flags-desk-more =
    { $count ->
        [one] i jeszcze { $count }
        [few] i jeszcze { $count }
        [many] i jeszcze { $count }
       *[other] i jeszcze { $count }
    }
flags-due = { $state } · decyzja do { $day }
flags-again = Otwórz tutaj
flags-again-hint = Otwórz zgłoszenie: { $lead }
flags-sent-again = Karta jest w Twoich wiadomościach prywatnych.
flags-only-marketing = Tę listę widzą tylko marketing, menedżerowie i administratorzy.
flags-known = Twoje zgłoszenia z ich treścią i dalszymi losami, najnowsze z { $day }; na kanałach nigdy nie widać, że są Twoje

## Powody firmy

flags-reasons = Powody zgłoszeń
flags-reasons-button = Zmień powody
flags-reasons-count =
    { $count ->
        [one] Do wyboru jest { $count } powód
        [few] Do wyboru są { $count } powody
        [many] Do wyboru jest { $count } powodów
       *[other] Do wyboru jest { $count } powodu
    }; ukryte: { $hidden }.
flags-reasons-mapped =
    { $count ->
        [0] Żaden nie ma jeszcze odpowiednika w CRM, więc żaden nie jest tam zapisywany.
        [one] { $count } ma odpowiednik w CRM; pozostałe nie są tam zapisywane.
        [few] { $count } mają odpowiednik w CRM; pozostałe nie są tam zapisywane.
        [many] { $count } ma odpowiednik w CRM; pozostałe nie są tam zapisywane.
       *[other] { $count } ma odpowiednik w CRM; pozostałe nie są tam zapisywane.
    }
flags-reason-of-kind = { $kind }: { $reason }
flags-reason-add = { $kind }: dodaj powód
flags-label = Wasza nazwa
flags-label-hint = Puste pole oznacza nazwę: { $reason }
flags-label-new = Krótko i o leadzie, nie o ludziach.
flags-label-taken = Inny powód tego rodzaju ma już taką nazwę.
flags-first = Na pierwszym ekranie
flags-first-full =
    { $most ->
        [one] Na pierwszym ekranie mieści się { $most } powód. Najpierw zdejmij z niego któryś.
        [few] Na pierwszym ekranie mieszczą się { $most } powody. Najpierw zdejmij z niego któryś.
        [many] Na pierwszym ekranie mieści się { $most } powodów. Najpierw zdejmij z niego któryś.
       *[other] Na pierwszym ekranie mieści się { $most } powodu. Najpierw zdejmij z niego któryś.
    }
flags-hidden = Ukryty
flags-crm-value = Wartość w CRM
flags-crm-value-hint = Dokładnie tak, jak jest w CRM. Przy pustym polu nic nie zapisujemy.
flags-reasons-saved = Powód zapisano.
flags-reasons-full = Liczba własnych powodów: { $most }, więcej się nie zmieści. Zmień nazwę któregoś z nich.
flags-reason-gone = Tego powodu już nie ma. Otwórz listę jeszcze raz.
flags-only-administrators = Może to zrobić tylko administrator.

## Zwrot przed kontaktem

flags-reason-outside-target = spoza grupy docelowej
flags-reason-not-the-role = inna rola, niż szukamy
flags-reason-low-intent = za małe zainteresowanie
flags-reason-bad-contact-data = błędne lub brakujące dane kontaktowe
flags-reason-duplicate = duplikat
flags-reason-wrong-owner = niewłaściwy opiekun lub region
flags-reason-existing-customer = już jest klientem
flags-reason-already-worked = ktoś już go prowadzi
flags-reason-client-conflict = konflikt z klientem
flags-reason-unidentified = nie wiadomo, kto to jest
flags-reason-not-a-lead = to w ogóle nie lead
flags-reason-support-request = prośba o pomoc techniczną
flags-reason-customer-success = sprawa dla opieki nad klientem
flags-reason-partner = partner
flags-reason-job-seeker = szuka pracy
flags-reason-student = student lub studentka
flags-reason-employee = ktoś z naszej firmy
flags-reason-community = społeczność lub program open source
flags-reason-export-blocked = tam nie wolno nam sprzedawać
flags-reason-consultant = konsultant lub konkurencja się rozgląda
flags-reason-vendor = chce nam coś sprzedać
flags-reason-spam = spam
flags-reason-test-record = rekord testowy
flags-reason-reject-other = coś innego

## Dyskwalifikacja

flags-reason-no-need = brak potrzeby
flags-reason-no-budget = brak budżetu lub za drogo
flags-reason-no-authority = nie decyduje o zakupie
flags-reason-no-interest = brak zainteresowania
flags-reason-competitor = wybór konkurencji
flags-reason-product-gap = produktowi czegoś brakuje
flags-reason-stays-with-current = zostaje przy obecnym rozwiązaniu
flags-reason-bad-fit = nie pasuje do nas
flags-reason-personal-use = do użytku prywatnego
flags-reason-left-company = już tam nie pracuje
flags-reason-opted-out = rezygnacja z kontaktu
flags-reason-disqualify-other = coś innego

## Wrócić później

flags-reason-not-ready = brak gotowości do zakupu
flags-reason-evaluating = jeszcze porównuje oferty
flags-reason-in-contract = trwa inna umowa
flags-reason-budget-later = budżet będzie później
flags-reason-no-response = na razie bez odpowiedzi
flags-reason-interest-later = na razie brak zainteresowania
flags-reason-product-later = czeka na funkcję
flags-reason-not-worked = jeszcze nieopracowany
flags-reason-recycle-other = coś innego

## Pochwała

flags-reason-right-role = właściwa rola
flags-reason-real-need = prawdziwa potrzeba
flags-reason-knew-us = już nas znali
flags-reason-good-timing = dobry moment
flags-reason-good-data = pełne, poprawne dane
flags-reason-asked-for-call = prośba o rozmowę
flags-reason-praise-other = coś innego
