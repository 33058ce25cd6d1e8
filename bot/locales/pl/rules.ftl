# Reguły o nieaktualnych polach: co widzą i ustalają administratorzy, oraz plik.

rules-title = Reguły o nieaktualnych polach
rules-count = O puste lub nieaktualne pola pyta { $on } z { $count } reguł.
rules-some-paused =
    { $count ->
        [one] { $count } reguła wstrzymała się sama, bo rzadko coś z niej wynikało.
        [few] { $count } reguły wstrzymały się same, bo rzadko coś z nich wynikało.
        [many] { $count } reguł wstrzymało się samo, bo rzadko coś z nich wynikało.
       *[other] { $count } reguły wstrzymało się samo, bo rzadko coś z nich wynikało.
    }
rules-look = Pokaż reguły
rules-add = Dodaj regułę
rules-help = Dni to dni robocze, bez świąt. Nie pytamy o leada, który ma umówiony następny kontakt, o którym decyduje marketing ani o którego ktoś był pytany w ciągu 14 dni. Z kilku reguł pyta pierwsza.
rules-back = Wstecz
rules-further = Kolejne reguły

# A rule in words

rules-unchanged =
    { $days ->
        [one] { $field }: bez zmian od { $days } dnia roboczego · { $statuses }
        [few] { $field }: bez zmian od { $days } dni roboczych · { $statuses }
        [many] { $field }: bez zmian od { $days } dni roboczych · { $statuses }
       *[other] { $field }: bez zmian od { $days } dnia roboczego · { $statuses }
    }
rules-missing =
    { $days ->
        [0] { $field }: puste · { $statuses }
        [one] { $field }: puste { $days } dzień roboczy po zmianie statusu · { $statuses }
        [few] { $field }: puste { $days } dni robocze po zmianie statusu · { $statuses }
        [many] { $field }: puste { $days } dni roboczych po zmianie statusu · { $statuses }
       *[other] { $field }: puste { $days } dnia roboczego po zmianie statusu · { $statuses }
    }
rules-silent =
    { $days ->
        [one] Brak kontaktu od { $days } dnia roboczego · { $statuses }
        [few] Brak kontaktu od { $days } dni roboczych · { $statuses }
        [many] Brak kontaktu od { $days } dni roboczych · { $statuses }
       *[other] Brak kontaktu od { $days } dnia roboczego · { $statuses }
    }

# How it stands, and what can be done

rules-on = Ta reguła pyta.
rules-off = Wyłączona.
rules-no-field = Nikt nie jest pytany: tego pola nie ma ani w CRM, ani w zaimportowanym pliku.
rules-paused = Wstrzymała się sama. { $why }
rules-why = W ciągu dwóch tygodni zareagowano na { $acted } z { $ended } wierszy.
rules-why-half = W ciągu dwóch tygodni na mniej niż połowę jej wierszy ktoś zareagował.
rules-switch-on = Włącz
rules-switch-on-hint = Włącz: { $rule }
rules-switch-off = Wyłącz
rules-switch-off-hint = Wyłącz: { $rule }
rules-switched-on = Reguła znów pyta, od najbliższej koperty.
rules-switched-off = Reguła już nie pyta. Na zadane pytania nadal można odpowiedzieć.
rules-edit = Zmień
rules-edit-hint = Zmień: { $rule }
rules-saved = Regułę zapisano.
rules-gone = Tej reguły już nie ma. Otwórz listę jeszcze raz.
rules-too-many = Reguł może być najwyżej { $most }.
rules-paused-title = Reguła o nieaktualnych polach wstrzymała się sama
rules-paused-help = Być może pyta za wcześnie albo o pole, które niewiele znaczy. Milczy, dopóki ktoś jej znów nie włączy.

# The form

rules-form = Zmiana reguły
rules-form-new = Nowa reguła
rules-form-watch = Pytaj, gdy pole
rules-watch-unchanged = zbyt długo się nie zmienia
rules-watch-missing = jest puste
rules-watch-silent = dowolne: nikt nie kontaktował się z leadem
rules-form-field = Pole
rules-form-statuses = Dopóki status leada to
rules-form-days = Po ilu dniach roboczych
rules-form-days-hint = 0: pytanie od razu, tylko o puste pola.
rules-form-on = Reguła pyta
rules-form-save = Zapisz
rules-wrong-number = Podaj całkowitą liczbę dni.
rules-wrong-days = Możliwe jest od 0 do { $most } dni.
rules-wrong-at-once = Co najmniej jeden dzień, chyba że chodzi o puste pola.
rules-wrong-no-status = Wybierz przynajmniej jeden status.
rules-wrong-closed = Gdy lead jest zamknięty, można zapytać tylko o powód.
rules-wrong-unchanged = Tylko dla statusu i następnego kroku Leadloop wie, od kiedy się nie zmieniają.
rules-wrong-missing = To pole nie może być puste. Wybierz powód, następny krok lub własne pole.
rules-wrong-silent = Reguła o braku kontaktu pyta o status.

# The file, on the command line

rules-exported =
    { $count ->
        [one] Zapisano { $count } regułę w { $file }.
        [few] Zapisano { $count } reguły w { $file }.
        [many] Zapisano { $count } reguł w { $file }.
       *[other] Zapisano { $count } reguły w { $file }.
    }
rules-imported =
    { $count ->
        [one] Wczytano { $count } regułę. Reguły, których w pliku nie ma, są wyłączone.
        [few] Wczytano { $count } reguły. Reguły, których w pliku nie ma, są wyłączone.
        [many] Wczytano { $count } reguł. Reguły, których w pliku nie ma, są wyłączone.
       *[other] Wczytano { $count } reguły. Reguły, których w pliku nie ma, są wyłączone.
    }
rules-file-unreadable = Nie da się odczytać { $file }. Sprawdź, czy plik istnieje i kto może go czytać.
rules-file-unwritable = Nie da się zapisać { $file }. Sprawdź folder i prawa zapisu.
rules-file-no-toml = { $file } nie jest poprawnym plikiem TOML. Nic nie zmieniono.
rules-file-no-rules = { $file } musi zawierać tabele [[rule]], przynajmniej jedną, i nic więcej. Nic nie zmieniono.
rules-file-id = Reguła numer { $place } potrzebuje id: najwyżej 40 liter, cyfr, łączników i podkreśleń. Nic nie zmieniono.
rules-file-twice = Dwie reguły mają id { $rule }. Nic nie zmieniono.
rules-file-missing = W regule { $rule } brakuje { $part }. Nic nie zmieniono.
rules-file-unknown = W regule { $rule } jest { $part }, a takiego ustawienia tu nie ma. Nic nie zmieniono.
rules-file-wrong = Reguła { $rule }, { $part }: { $why } Nic nie zmieniono.
rules-file-words = Możliwe są: { $words }.
rules-file-kind-str = Potrzebny jest tekst.
rules-file-kind-int = Potrzebna jest liczba całkowita.
rules-file-kind-bool = Potrzebne jest true albo false.
rules-file-kind-list = Potrzebna jest lista.
