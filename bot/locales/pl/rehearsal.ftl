# Próba: o co reguły o nieaktualnych polach zapytałyby w minionych dniach.

rehearsal-title = Próba
rehearsal-about = Sprawdź, o co reguły zapytałyby w ostatnich dniach roboczych, i wypróbuj inne ustawienia. Nikogo nie pytamy i niczego nie zapisujemy.
rehearsal-show = Próba z 30 dni
rehearsal-other = Wypróbuj inne ustawienia
rehearsal-only = Próbę reguł mogą robić tylko administratorzy i menedżerowie.
rehearsal-waiting =
    Próba z { $days ->
        [one] ostatniego dnia roboczego
        [few] ostatnich { $days } dni roboczych
        [many] ostatnich { $days } dni roboczych
       *[other] ostatnich { $days } dni roboczych
    } trwa…
rehearsal-waiting-help = Wynik pojawi się za chwilę w tej wiadomości; przy bardzo wielu leadach trwa to do minuty.
rehearsal-failed = Próba się nie udała
rehearsal-failed-help = Nic się nie zmieniło. Spróbuj jeszcze raz; jeśli to się powtórzy, przyczyna jest w dzienniku.
rehearsal-begun = Próba trwa… Wynik przyjdzie w wiadomości prywatnej.
rehearsal-one-at-a-time = Poprzednia próba jeszcze trwa. Poczekaj na jej wynik.
rehearsal-headline = Próba od { $first } do { $last }
rehearsal-total = { $rows } w { $envelopes }.
rehearsal-rows =
    { $count ->
        [one] { $count } wiersz
        [few] { $count } wiersze
        [many] { $count } wierszy
       *[other] { $count } wiersza
    }
rehearsal-envelopes =
    { $count ->
        [one] { $count } wiadomości
        [few] { $count } wiadomościach
        [many] { $count } wiadomościach
       *[other] { $count } wiadomości
    }
rehearsal-nothing =
    { $days ->
        [one] W ciągu { $days } dnia roboczego nikt nie dostałby żadnego pytania.
        [few] W ciągu { $days } dni roboczych nikt nie dostałby żadnego pytania.
        [many] W ciągu { $days } dni roboczych nikt nie dostałby żadnego pytania.
       *[other] W ciągu { $days } dnia roboczego nikt nie dostałby żadnego pytania.
    }
rehearsal-history = Nasza historia zaczyna się { $day }. Za wcześniejsze dni liczymy tylko to, co w CRM jest do dziś, więc wierszy mogło być więcej.
rehearsal-no-history = Nie mamy jeszcze historii: liczymy tylko to, co jest dziś w CRM, więc wierszy mogło być więcej.
rehearsal-no-rules = Żadna reguła nie pyta albo żaden CRM nie ma tych pól.
rehearsal-too-few = Rozkład wierszy na handlowców pokazujemy, gdy jest ich co najmniej { $fewest }. Przy mniejszej liczbie mówiłby coś o każdej z tych osób.
rehearsal-help = W próbie nikt nie odpowiada, więc lead wraca po 14 dniach. Pytań od współpracowników nie liczymy; mają pierwszeństwo. Leady przypisujemy ich dzisiejszym opiekunom.
rehearsal-by-rule = Wiersze według reguł
rehearsal-by-load = Handlowcy według liczby wierszy w tygodniu
rehearsal-by-person = Według osób: tylko dla administratorów
rehearsal-more =
    { $count ->
        [one] Jeszcze { $count } osoba jest w pliku.
        [few] Jeszcze { $count } osoby są w pliku.
        [many] Jeszcze { $count } osób jest w pliku.
       *[other] Jeszcze { $count } osoby jest w pliku.
    }
rehearsal-figure = { $count }
rehearsal-load-from = { $least } i więcej
rehearsal-column-rule = Reguła
rehearsal-column-rows = Wiersze
rehearsal-column-weekly = Wiersze w tygodniu
rehearsal-column-reps = Handlowcy
rehearsal-column-person = Osoba
rehearsal-column-envelopes = Wiadomości
rehearsal-column-day = Dzień
rehearsal-column-lead = Lead
rehearsal-column-crm = CRM
rehearsal-column-id = ID w CRM
rehearsal-sheet = Wyślij jako CSV
rehearsal-sent = Plik przyjdzie w wiadomości prywatnej.

# The form

rehearsal-form = Inne ustawienia
rehearsal-form-about = Same reguły się nie zmienią.
rehearsal-form-days = Ile dni roboczych wstecz
rehearsal-form-hint = Dni robocze, po których reguła pyta. Puste: nie pyta.
rehearsal-form-submit = Zrób próbę
rehearsal-wrong-days = Możliwe jest od 1 do { $most } dni roboczych.

# On the command line

rehearsal-written =
    { $count ->
        [one] Zapisano { $count } wiersz w pliku { $file }.
        [few] Zapisano { $count } wiersze w pliku { $file }.
        [many] Zapisano { $count } wierszy w pliku { $file }.
       *[other] Zapisano { $count } wiersza w pliku { $file }.
    }
