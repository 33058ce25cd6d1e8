# A flag's way

triage-state-raised = Nowe
triage-state-acknowledged = Przyjęte do wiadomości
triage-state-needs-more = Czeka na sprzedaż
triage-state-for-meeting = Na wspólne spotkanie
triage-state-accepted = Uwzględnione
triage-state-declined = Nieuwzględnione
triage-state-done = Zrobione
triage-state-reopened = Ponownie otwarte
triage-state-withdrawn = Wycofane

triage-kind-reject = Zwrot przed kontaktem
triage-kind-disqualify = Dyskwalifikacja
triage-kind-recycle = Do ponownego kontaktu
triage-kind-praise = Pochwała

triage-step-raise = Zgłoszenie
triage-step-acknowledge = Przyjęcie do wiadomości
triage-step-accept = Uwzględnienie
triage-step-ask = Prośba o uzupełnienie
triage-step-add = Uzupełnienie
triage-step-to-meeting = Wpisanie na wspólne spotkanie
triage-step-decline = Nieuwzględnienie
triage-step-finish = Wykonanie
triage-step-reopen = Ponowne otwarcie
triage-step-withdraw = Wycofanie

triage-remedy = Gdzie usuwamy przyczynę?
triage-remedy-targeting = Kierowanie kampanii
triage-remedy-scoring = Scoring
triage-remedy-data = Formularze i wzbogacanie danych
triage-remedy-routing = Przydzielanie leadów
triage-remedy-follow-up = Dalszy kontakt
triage-remedy-product = Produkt, cena, pozycjonowanie
triage-remedy-timing = Termin
triage-remedy-protection = Ochrona przed spamem
triage-remedy-nothing = Nie ma czego poprawiać

# The card in marketing’s channel

triage-card-title = { $kind }: { $lead } – { $reason }
triage-new = { $state } · prosimy o potwierdzenie do { $first } · decyzja do { $day }
triage-unseen = { $state } · termin potwierdzenia: { $first } · decyzja do { $day }
triage-due = { $state } · decyzja do { $day }
triage-overdue = { $state } · termin decyzji minął { $day }
triage-standing-asked = { $state } · zegar stoi do czasu odpowiedzi
triage-since = { $state }: { $day }
triage-thanked = Przeczytane, dziękujemy

triage-fact-campaign = Kampania
triage-fact-source = Źródło
triage-fact-seen = Co zauważono
triage-fact-would-help = Co by pomogło
triage-fact-trigger = Wrócić, gdy
triage-fact-look-again = Wrócić dnia
triage-day = { $day }
triage-lead-gone = Tego leada nie ma już w CRM. Zgłoszenie pozostaje tutaj.

triage-fit = Dopasowanie
triage-work = Praca
triage-fit-and-work = Dopasowanie i praca
triage-fit-caption = Definicja, wersja { $version }: spełnione kryteria { $met } z { $count }
triage-fit-none = W dniu tego leada nie obowiązywała żadna definicja
triage-fit-met = { $words }
triage-fit-missed = { $words }
triage-fit-unknown = ? { $words }
triage-fit-broken = { $words } (tego pola nie ma już w CRM)
triage-worked = Pierwszy kontakt po: { $hours }, { $attempts }
triage-worked-sometime = Kontakt był, liczba godzin nieznana, { $attempts }
triage-not-worked = Jeszcze bez pierwszego kontaktu, { $attempts }
triage-attempts =
    { $count ->
        [0] brak prób w CRM
        [one] { $count } próba
        [few] { $count } próby
        [many] { $count } prób
       *[other] { $count } próby
    }

triage-promise = Co się zmieni: „{ $words }” ({ $remedy })
triage-promise-by = Co się zmieni do { $day }: „{ $words }” ({ $remedy })
triage-promise-kept = Co się zmieniło: „{ $words }” ({ $remedy })
triage-said-ask = Marketing pyta: „{ $words }”
triage-said-add = Sprzedaż dodaje: „{ $words }”
triage-said-decline = Dlaczego nic się nie zmienia: „{ $words }”
triage-said-finish = Co zrobiono: „{ $words }”
triage-said-reopen = Dlaczego znów otwarte: „{ $words }”
triage-said-withdraw = Dlaczego wycofane: „{ $words }”

triage-button-acknowledge = Potwierdź odbiór
triage-button-thanks = Dziękujemy
triage-button-accept = Uwzględnij…
triage-button-ask = Potrzeba więcej…
triage-button-to-meeting = Na spotkanie
triage-button-decline = Nie uwzględniaj…
triage-button-finish = Zrobione…
triage-button-reopen = Otwórz ponownie…
triage-button-add = Odpowiedz…
triage-button-withdraw = Wycofaj…
triage-button-history = Historia

# When it cannot be done

triage-changed = To zgłoszenie w międzyczasie się zmieniło. Jego stan to teraz: { $state }. Skorzystaj z jego najnowszej karty.
triage-words-kept = { $why } Wpisany tekst nadal tu jest i można go skopiować.
triage-only-marketing = O zgłoszeniach decydują marketing, menedżerowie i administratorzy. Możesz śledzić historię.
triage-only-the-raiser = Może to zrobić tylko autor zgłoszenia.
triage-passed-on = Dziękujemy. Marketing widzi to na karcie zgłoszenia.

# The forms

triage-about = { $lead } ({ $reason })

triage-form-accept = Uwzględnij zgłoszenie
triage-words-accept = Co się zmieni?
triage-hint-accept = Przeczyta to sprzedaż. Wystarczy jedno zdanie.
triage-submit-accept = Uwzględnij
triage-due-label = Do kiedy?
triage-due-range = Wybierz dzień od dzisiaj, w ciągu najbliższego roku.

triage-form-ask = Potrzeba więcej
triage-words-ask = Czego dowiedzieć się od sprzedaży?
triage-hint-ask = Jedno pytanie, które rozstrzyga. Zegar stoi do czasu odpowiedzi.
triage-submit-ask = Zapytaj

triage-form-add = Uzupełnij
triage-words-add = Twoja odpowiedź
triage-hint-add = Najlepszy jest fakt: co było widać lub słychać.
triage-submit-add = Odpowiedz

triage-form-decline = Nie uwzględniaj
triage-words-decline = Dlaczego nic się nie zmieni?
triage-hint-decline = Przeczyta to sprzedaż i może otworzyć zgłoszenie ponownie, podając powód.
triage-submit-decline = Nie uwzględniaj

triage-form-finish = Zrobione
triage-words-finish = Co zrobiono?
triage-hint-finish = Przeczyta to sprzedaż. Po czterech tygodniach porównamy liczby.
triage-submit-finish = Zrobione
triage-done-label = Którego dnia?
triage-done-range = Wybierz dzisiaj albo dzień wcześniejszy, najdalej rok temu.

triage-form-reopen = Otwórz ponownie
triage-words-reopen = Dlaczego warto spojrzeć jeszcze raz?
triage-hint-reopen = Co jest nowe albo czego wcześniej nie było widać?
triage-submit-reopen = Otwórz ponownie

triage-form-withdraw = Wycofaj zgłoszenie
triage-words-withdraw = Dlaczego?
triage-hint-withdraw = Nieobowiązkowo. Zgłoszenie można później otworzyć ponownie.
triage-submit-withdraw = Wycofaj

# The history

triage-history-title = Historia: { $lead }
triage-history-line = { $at } · { $who }: { $step }
triage-history-words = { $at } · { $who }: { $step } – „{ $words }”
triage-history-earlier =
    { $count ->
        [one] { $count } wcześniejszy krok
        [few] { $count } wcześniejsze kroki
        [many] { $count } wcześniejszych kroków
       *[other] { $count } wcześniejszego kroku
    }
triage-history-names = Widzisz imiona i nazwiska, bo masz rolę administratora.
triage-history-sides = Nazwiska nie są pokazywane.
triage-side-sales = Sprzedaż
triage-side-marketing = Marketing
triage-somebody = Ktoś

# In the envelope of who raised it

triage-envelope-title =
    { $count ->
        [one] Marketing pyta o { $count } Twoje zgłoszenie
        [few] Marketing pyta o { $count } Twoje zgłoszenia
        [many] Marketing pyta o { $count } Twoich zgłoszeń
       *[other] Marketing pyta o { $count } Twojego zgłoszenia
    }

# You said, we did

triage-receipt-title =
    { $count ->
        [one] Twój głos, nasz ruch: { $count } zgłoszenie
        [few] Twój głos, nasz ruch: { $count } zgłoszenia
        [many] Twój głos, nasz ruch: { $count } zgłoszeń
       *[other] Twój głos, nasz ruch: { $count } zgłoszenia
    }
triage-receipt-accept = { $flags }: uwzględnione.
triage-receipt-to-meeting = { $flags }: omówimy to na wspólnym spotkaniu.
triage-receipt-decline = { $flags }: nic się nie zmienia, bo „{ $words }”
triage-receipt-finish = { $flags }: zrobione. „{ $words }”
triage-receipt-reopen = { $flags }: ponownie otwarte, bo „{ $words }”
triage-receipt-thanks = { $flags }: marketing przeczytał pochwałę. Dziękujemy!
triage-more =
    { $count ->
        [one] i jeszcze { $count } zgłoszenie
        [few] i jeszcze { $count } zgłoszenia
        [many] i jeszcze { $count } zgłoszeń
       *[other] i jeszcze { $count } zgłoszenia
    }
triage-mine = Moje zgłoszenia

# Four weeks later

triage-effects-title =
    { $count ->
        [one] Cztery tygodnie później: co dała { $count } zmiana
        [few] Cztery tygodnie później: co dały { $count } zmiany
        [many] Cztery tygodnie później: co dało { $count } zmian
       *[other] Cztery tygodnie później: co dało { $count } zmiany
    }
triage-effects-help = Obiecujące: w rozmowach lub dalej. Liczą się tylko leady o znanym wyniku. Przedział w procentach mówi, na ile pewny jest wynik z tak małej liczby leadów.
triage-effect-flags = { $flags }
triage-effect-share = { $share }, { $first } – { $last }
triage-effect-nowhere = Ten lead nie pochodzi z żadnej kampanii ani źródła, więc nie ma czego policzyć.
triage-effect-too-few = { $subject }: za mało leadów, żeby coś stwierdzić. Od { $first } do { $last } przed zmianą lub po niej było mniej niż { $fewest } leadów o znanym wyniku.
triage-effect-chance = { $subject }: obiecujące leady przed zmianą: { $before }; po zmianie: { $after }. Różnica może być przypadkowa.
triage-effect-better = { $subject }: obiecujących leadów jest więcej. Przed zmianą: { $before }; po zmianie: { $after }.
triage-effect-worse = { $subject }: obiecujących leadów jest mniej. Przed zmianą: { $before }; po zmianie: { $after }.

# The reminder

triage-reminder-title = Te zgłoszenia czekają na decyzję
triage-reminder-line = { $flag }: termin minął { $day }
triage-reminder-help = Można uwzględnić, dopytać, nie uwzględnić z podaniem powodu albo zabrać na wspólne spotkanie. To jedyne przypomnienie o tych zgłoszeniach.
triage-desk = Zgłoszenia bez decyzji
