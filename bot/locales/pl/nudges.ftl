# Co handlowiec widzi o nieaktualnym polu i co może o nim powiedzieć.

nudges-title = { $count ->
    [one] { $count } pole do sprawdzenia
    [few] { $count } pola do sprawdzenia
    [many] { $count } pól do sprawdzenia
   *[other] { $count } pól do sprawdzenia
}
nudges-row = { $lead }: { $field }

# Dlaczego pytamy o to pole
nudges-missing = Nic tam jeszcze nie ma · { $status }
nudges-missing-since = Nic tam jeszcze nie ma · { $status } od { $since }
nudges-silent = Brak odnotowanego kontaktu od { $since } · { $status }
nudges-silent-never = Brak odnotowanego kontaktu · { $status }
nudges-unchanged = „{ $value }” bez zmian od co najmniej { $days ->
    [one] { $days } dnia roboczego
    [few] { $days } dni roboczych
    [many] { $days } dni roboczych
   *[other] { $days } dni roboczych
}
nudges-unchanged-since = „{ $value }” od { $since }

# Co można zrobić
nudges-value = { $value }
nudges-day = { $day }
nudges-hint = { $answer }: { $about }
nudges-fill = Uzupełnij…
nudges-other = Inna wartość…
nudges-right = Nadal aktualne
nudges-nothing = Na razie nic do wpisania
nudges-snooze = Później…
nudges-not-mine = To nie mój lead
nudges-more = Więcej…
nudges-snooze-until = Kiedy zapytać ponownie?
nudges-tomorrow = Następny dzień roboczy
nudges-next-week = Za tydzień
nudges-other-day = Inny dzień…
nudges-back = Wróć
nudges-rule-wrong = Ta reguła tu nie pasuje
nudges-why = Skąd to pytanie?
nudges-again = Zmień
nudges-in-crm = Zmień to w systemie { $system }, lead { $id }; wiersz zniknie wtedy sam.
nudges-help = Każda odpowiedź to jedno dotknięcie. To, co wpiszesz, trafi do CRM z notatką z Twoim imieniem i nazwiskiem; inne odpowiedzi niczego tam nie zmieniają.
nudges-help-off = Każda odpowiedź to jedno dotknięcie. Nic stąd nie trafia do CRM.

# Co zrobiono
nudges-done-fixed = Poprawione
nudges-done-still-right = Twoja odpowiedź: nadal aktualne
nudges-done-nothing = Twoja odpowiedź: na razie nic do wpisania
nudges-done-snoozed = Odłożone
nudges-done-snoozed-until = Wróci najwcześniej { $day }
nudges-done-not-mine = Twoja odpowiedź: to nie mój lead. Administratorzy widzą, bez nazwiska, że potrzebuje innego opiekuna.
nudges-done-rule-wrong = Ta reguła nie zapyta już o tego leada
nudges-done-expired = Już o to nie pytamy. W CRM nic się nie zmienia.
nudges-going = W drodze do systemu { $system }.
nudges-written = Zapisano w systemie { $system }
nudges-undone = Cofnięte. W systemie { $system } jest znów poprzednia wartość.
nudges-dropped = W systemie { $system } zostaje obecna wartość.
nudges-overtaken = Liczy się Twoja nowsza odpowiedź.

# Formularze
nudges-form-now = Teraz w CRM: { $value }
nudges-form-submit = Zapisz w CRM
nudges-true = Tak
nudges-false = Nie
nudges-snooze-title = Zapytaj później
nudges-snooze-day = Nie wcześniej niż
nudges-snooze-submit = Odłóż
nudges-value-same = To już jest w CRM. Jeśli się zgadza, wybierz „Nadal aktualne”.
nudges-day-range = Wybierz dzień późniejszy niż dzisiejszy, najdalej { $last }.
nudges-stale = Ten wiersz się w międzyczasie zmienił. Poniżej widać aktualny stan.
nudges-gone = Tego wiersza już nie ma.
nudges-lead-gone = Tego leada nie ma już w CRM, więc nic się nie zmieniło.
nudges-lead-moved = Tym leadem zajmuje się już inna osoba, więc nic się nie zmieniło.

# Skąd to pytanie?
nudges-why-title = Skąd to pytanie: { $lead }, { $field }
nudges-why-who = O regułach decydują administratorzy, na stronie głównej Leadloop. Jeśli reguła nie pasuje do tego leada, wybierz „Ta reguła tu nie pasuje”.
nudges-why-rest = O tego samego leada nie pytamy ponownie przez 14 dni ani wtedy, gdy zaplanowano kolejny krok.

# Ile pytań ktoś chce dostawać
nudges-limits-now = { $count ->
    [0] Nie pytamy Cię o nieaktualne pola w CRM.
    [one] Pytamy Cię najwyżej o { $count } nieaktualne pole w CRM na tydzień.
    [few] Pytamy Cię najwyżej o { $count } nieaktualne pola w CRM na tydzień.
    [many] Pytamy Cię najwyżej o { $count } nieaktualnych pól w CRM na tydzień.
   *[other] Pytamy Cię najwyżej o { $count } nieaktualnych pól w CRM na tydzień.
}
nudges-limits-muted = Najwcześniej { $day }.
nudges-limits-change = Mniej lub więcej…
nudges-limits-title = Nieaktualne pola w CRM
nudges-limits-week = Najwyżej na tydzień
nudges-limits-cap = { $count ->
    [0] wcale
    [one] { $count } wiersz
    [few] { $count } wiersze
    [many] { $count } wierszy
   *[other] { $count } wierszy
}
nudges-limits-until = Nie wcześniej niż
nudges-limits-until-hint = Pytania od innych nadal będą przychodzić.
nudges-limits-submit = Zapisz
nudges-limits-saved = Zapisano.
nudges-known = { $count ->
    [one] { $count } pole w CRM, o które Cię pytaliśmy, wraz z odpowiedzią
    [few] { $count } pola w CRM, o które Cię pytaliśmy, wraz z odpowiedziami
    [many] { $count } pól w CRM, o które Cię pytaliśmy, wraz z odpowiedziami
   *[other] { $count } pól w CRM, o które Cię pytaliśmy, wraz z odpowiedziami
}

# Leady niczyje: dla administratorów
nudges-disowned-count =
    { $count ->
        [one] Opiekun { $count } leada w CRM mówi, że to nie jego lead.
        [few] Opiekunowie { $count } leadów w CRM mówią, że to nie ich leady.
        [many] Opiekunowie { $count } leadów w CRM mówią, że to nie ich leady.
       *[other] Opiekunowie { $count } leada w CRM mówią, że to nie ich leady.
    }
nudges-disowned-look = Pokaż leady
nudges-disowned-title = „Nie moje”, mówią opiekunowie
nudges-disowned-none = Nikt nie powiedział, że lead nie jest jego.
nudges-disowned-lead = { $lead } · { $system } { $id } · od { $since }
nudges-disowned-more =
    { $count ->
        [one] Jeszcze { $count } lead pojawi się, gdy te znikną.
        [few] Jeszcze { $count } leady pojawią się, gdy te znikną.
        [many] Jeszcze { $count } leadów pojawi się, gdy te znikną.
       *[other] Jeszcze { $count } leada pojawi się, gdy te znikną.
    }
nudges-disowned-help = Zmień w CRM opiekuna tych leadów; wtedy same znikną z listy. Do tego czasu nikogo nie pytamy o ich nieaktualne pola.
