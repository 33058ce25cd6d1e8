# Wspólne spotkanie sprzedaży i marketingu.

agenda-title = { $title }, { $at }
agenda-length = Czas trwania
agenda-room = Gdzie
agenda-minutes =
    { $count ->
        [one] { $count } minuta
        [few] { $count } minuty
        [many] { $count } minut
       *[other] { $count } minuty
    }
agenda-moved-from = Przeniesione z { $day }.
agenda-moved-from-day-off = { $day } to dzień wolny, więc spotkanie odbędzie się w najbliższy dzień roboczy.
agenda-clocks-change = Tego dnia zmiana czasu pomija zwykłą godzinę, więc spotkanie zaczyna się { $at }.
agenda-is-over = Spotkanie się skończyło. Decyzje i zadania można dopisywać do czasu opublikowania notatki.
agenda-minutes-are-posted = Notatka ze spotkania: { $at }.
agenda-is-cancelled = To spotkanie się nie odbędzie. Otwarte tematy wrócą w następnym planie.
agenda-empty = Na razie nie ma o czym rozmawiać. Tematy pojawiają się same, a własne można dodać.
agenda-more = i jeszcze { $count }

# Minuta po minucie

agenda-slot = Min. { $first }–{ $last } · { $what }
agenda-opening = Otwarte zadania
agenda-closing = Co ustalono i kto co robi do kiedy
agenda-if-time-allows = Jeśli starczy czasu, a jeśli nie – następnym razem
agenda-spare = { $what } ({ $minutes } min)
agenda-spare-decided = { $what }: { $words }
agenda-taken-off = Zdjęte z tego planu
agenda-dropped = { $what }: { $words }
agenda-decided = Ustalono na spotkaniu: { $words }

agenda-topic-flag = Zgłoszenie: { $lead }
agenda-topic-finding = Wniosek: { $about }
agenda-topic-finding-flags =
    { $count ->
        [one] Wniosek: { $about } ({ $count } zgłoszenie)
        [few] Wniosek: { $about } ({ $count } zgłoszenia)
        [many] Wniosek: { $about } ({ $count } zgłoszeń)
       *[other] Wniosek: { $about } ({ $count } zgłoszenia)
    }
agenda-topic-reason = { $what } – { $reason }
agenda-topic-amendment = Definicja kwalifikowanego leada: propozycja, wersja { $number }
agenda-debt-sales =
    { $count ->
        [one] Odpowiedzi sprzedaży: czeka jeszcze co najmniej { $count } lead
        [few] Odpowiedzi sprzedaży: czekają jeszcze co najmniej { $count } leady
        [many] Odpowiedzi sprzedaży: czeka jeszcze co najmniej { $count } leadów
       *[other] Odpowiedzi sprzedaży: czeka jeszcze co najmniej { $count } leada
    }
agenda-debt-some-sales = Czekamy jeszcze na część odpowiedzi sprzedaży
agenda-debt-marketing =
    { $count ->
        [one] Decyzje marketingu: czeka jeszcze co najmniej { $count } zgłoszenie
        [few] Decyzje marketingu: czekają jeszcze co najmniej { $count } zgłoszenia
        [many] Decyzje marketingu: czeka jeszcze co najmniej { $count } zgłoszeń
       *[other] Decyzje marketingu: czeka jeszcze co najmniej { $count } zgłoszenia
    }
agenda-debt-some-marketing = Czekamy jeszcze na część decyzji marketingu w sprawie zgłoszeń
agenda-elsewhere-flag = Decyzja o zgłoszeniu zapada na jego karcie w kanale marketingu; to, co zapiszesz tutaj, trafi do notatki.
agenda-elsewhere-finding = Decyzja o wniosku zapada na jego karcie w kanałach; to, co zapiszesz tutaj, trafi do notatki.
agenda-elsewhere-amendment = Wersja definicji zacznie obowiązywać, gdy na jej karcie podpiszą ją szefowie obu stron.
agenda-side-sales = sprzedaż
agenda-side-marketing = marketing

# Przyciski

agenda-decide = Ustalono…
agenda-decide-again = Zmień ustalenie…
agenda-show-flags = Które zgłoszenia?
agenda-show-version = Pokaż propozycję
agenda-earlier = ↑ Wcześniej
agenda-later = ↓ Później
agenda-time = Minuty…
agenda-drop = Zdejmij…
agenda-put-back = Przywróć: { $what }
agenda-hint = { $action }: { $what }
agenda-add = Dodaj temat…
agenda-agree = Uzgodnij zadanie…
agenda-post-minutes = Opublikuj notatkę
agenda-actions-button = Otwarte zadania
agenda-as-calendar = Plik kalendarza
agenda-as-text = Markdown
agenda-save = Zapisz

# Formularze

agenda-add-title = Dodaj temat
agenda-add-label = O czym porozmawiać?
agenda-add-hint = Raczej o kampanii, kryterium lub kroku niż o osobie.
agenda-add-submit = Dodaj
agenda-time-title = Czas na temat
agenda-time-label = Minuty
agenda-drop-title = Zdejmij z planu
agenda-drop-submit = Zdejmij
agenda-why = Dlaczego? Wystarczy kilka słów.
agenda-decide-title = Co ustalono
agenda-decide-label = Ustalono na spotkaniu
agenda-agree-title = Uzgodnij zadanie
agenda-agree-what = Co trzeba zrobić?
agenda-agree-hint = Jedna rzecz, tak aby było wiadomo, kiedy jest zrobiona.
agenda-agree-owner = Kto się tym zajmie?
agenda-agree-due = Do kiedy?
agenda-agree-submit = Uzgodnij

# Zadania

agenda-action-open = { $what } · do { $day } · { $side }
agenda-action-overdue = { $what } · termin minął { $day } · { $side }
agenda-actions =
    { $count ->
        [one] { $count } otwarte zadanie
        [few] { $count } otwarte zadania
        [many] { $count } otwartych zadań
       *[other] { $count } otwartego zadania
    }
agenda-no-actions = Nie ma otwartych zadań
agenda-yours =
    { $count ->
        [one] Uzgodnione na spotkaniu: { $count } zadanie dla Ciebie
        [few] Uzgodnione na spotkaniu: { $count } zadania dla Ciebie
        [many] Uzgodnione na spotkaniu: { $count } zadań dla Ciebie
       *[other] Uzgodnione na spotkaniu: { $count } zadania dla Ciebie
    }
agenda-yours-help = Przypomnimy raz, w dniu roboczym przed terminem. Inni widzą stronę, a nie Twoje imię i nazwisko.
agenda-due-soon =
    { $count ->
        [one] Zbliża się termin: { $count } Twoje zadanie
        [few] Zbliża się termin: { $count } Twoje zadania
        [many] Zbliża się termin: { $count } Twoich zadań
       *[other] Zbliża się termin: { $count } Twojego zadania
    }
agenda-due-soon-help = To jedyne przypomnienie. Co pozostanie otwarte, wróci w następnym planie, bez nazwisk.
agenda-done-button = Zrobione
agenda-done = Zrobione, dziękujemy: { $what }
agenda-drop-action = Rezygnacja…
agenda-drop-action-title = Rezygnacja z zadania
agenda-drop-action-submit = Zrezygnuj
agenda-action-closed = To zadanie jest już zamknięte.
agenda-action-gone = Tego zadania już nie ma.
agenda-only-the-owner = Zamknąć zadanie może tylko osoba, która się go podjęła, albo menedżer.
agenda-owner-unknown = Leadloop nie zna tej osoby. Wybierz kogoś, kto z niego korzysta.
agenda-due-range = Wybierz dzień od dziś, w ciągu roku.

# Notatka

agenda-minutes-title = Notatka: { $title }, { $at }
agenda-minutes-decisions = Ustalenia
agenda-minutes-decision = { $what } – { $words }
agenda-minutes-actions = Uzgodnione zadania
agenda-minutes-action = { $what }: { $owner }, do { $day }
agenda-minutes-closed = Zamknięte od ostatniego spotkania
agenda-minutes-done = ✓ { $what }
agenda-minutes-given-up = { $what }: rezygnacja ({ $words })
agenda-minutes-dropped = Zdjęte z planu
agenda-minutes-left = Wróci następnym razem
agenda-minutes-nothing = Nic nie zapisano.
agenda-already-minuted = Notatka jest już opublikowana, więc ten plan jest zamknięty. Co pozostało otwarte, wróci w następnym.
agenda-not-over = Spotkanie jeszcze trwa lub się nie zaczęło. Notatkę można opublikować po jego zakończeniu.

# Seria

agenda-series-title = Wspólne spotkanie
agenda-series-name = Nazwa
agenda-series-rhythm = Jak często
agenda-rhythm-weekly = co tydzień
agenda-rhythm-fortnightly = co dwa tygodnie
agenda-rhythm-monthly = co miesiąc, w ten sam dzień tygodnia
agenda-rhythm-quarterly = co trzy miesiące, w ten sam dzień tygodnia
agenda-series-first-day = Pierwsze spotkanie
agenda-series-first-day-hint = Wyznacza też dzień tygodnia: drugi wtorek miesiąca pozostaje drugim wtorkiem.
agenda-series-starts = Początek
agenda-series-zone = Strefa czasowa
agenda-series-room-hint = Sala lub link.
agenda-series-end = Zakończ tę serię
agenda-series-saved = Zapisano. Następne spotkanie: { $at }.
agenda-series-ended = Seria zakończona. Otwarte zadania zostają u osób, które się ich podjęły.
agenda-series-changed = W międzyczasie ktoś inny zmienił wspólne spotkanie. Zamknij ten formularz i otwórz go ponownie.
agenda-in-the-past = To już minęło. Wybierz późniejszy dzień lub godzinę.
agenda-too-far = Wybierz dzień w ciągu roku.
agenda-first-day-off = W ten dzień tygodnia nikt nie pracuje. Wybierz dzień roboczy.
agenda-beyond-the-next = Kolejne spotkanie jest { $at }. Wybierz wcześniejszy dzień albo odwołaj to spotkanie.
agenda-move-title = Przenieś spotkanie
agenda-move-day = Nowy dzień
agenda-meeting-moved = Zapisano. Spotkanie: { $at }.
agenda-moved = Przeniesione: { $title }, teraz { $at }
agenda-moved-before = Wcześniejszy termin: { $at }.
agenda-cancel-title = Odwołaj spotkanie
agenda-cancel-submit = Odwołaj spotkanie
agenda-cancelled = Odwołane: { $title }, { $at }
agenda-cancelled-why = { $words }
agenda-cancelled-help = Otwarte tematy wrócą w następnym planie.
agenda-calendar-about = Plan spotkania jest w Leadloop, w kanałach obu zespołów.

# Gdy czegoś nie da się zrobić

agenda-none = Nie ma zaplanowanego wspólnego spotkania
agenda-none-help = Menedżer może założyć serię; plan spotkania powstaje potem sam ze zgłoszeń, wniosków i otwartych zadań.
agenda-set-up = Zaplanuj wspólne spotkanie…
agenda-gone = Tego spotkania już nie ma.
agenda-item-gone = Tego tematu nie ma już w planie.
agenda-changed = Plan w międzyczasie się zmienił. Spójrz na niego jeszcze raz.
agenda-decided-meanwhile = W międzyczasie ktoś zapisał: „{ $words }”. Twoje słowa nadal tu są, można je tam dopisać.
agenda-meeting-cancelled = To spotkanie zostało odwołane. Skorzystaj z następnego planu.
agenda-none-to-change = Nie ma zaplanowanego spotkania, które można jeszcze zmienić.
agenda-only-managers = Wspólne spotkanie mogą planować, przenosić i odwoływać tylko menedżerowie i administratorzy.
agenda-sent = Plan jest w Twoich wiadomościach prywatnych i tam się aktualizuje.
agenda-stands-above = Plan jest już wyżej w tej rozmowie; właśnie został zaktualizowany.
agenda-file-sent = Plik za chwilę będzie w Twoich wiadomościach prywatnych.

# Na stronie osoby

agenda-home-title = Wspólne spotkanie
agenda-home-none = Nie ma zaplanowanego wspólnego spotkania.
agenda-home-next =
    { $count ->
        [0] { $title }: { $at }
        [one] { $title }: { $at }, { $count } temat
        [few] { $title }: { $at }, { $count } tematy
        [many] { $title }: { $at }, { $count } tematów
       *[other] { $title }: { $at }, { $count } tematu
    }
agenda-home-show = Pokaż plan
agenda-home-move = Przenieś…
agenda-home-cancel = Odwołaj…
agenda-home-series = Seria…
agenda-known-actions =
    { $count ->
        [one] { $count } otwarte zadanie uzgodnione na wspólnych spotkaniach
        [few] { $count } otwarte zadania uzgodnione na wspólnych spotkaniach
        [many] { $count } otwartych zadań uzgodnionych na wspólnych spotkaniach
       *[other] { $count } otwartego zadania uzgodnionego na wspólnych spotkaniach
    }
