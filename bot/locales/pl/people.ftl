# Kto jest kim: kogo Leadloop wpuszcza i który opiekun z CRM jest którą osobą.

# Dla kogoś, kto nie ma dostępu

people-outsider-bot = Leadloop rozmawia z ludźmi, nie z innymi botami.
people-outsider-deactivated = To konto jest dezaktywowane, więc Leadloop nie pokazuje mu leadów.
people-outsider-stranger = Leadloop pokazuje leady tylko osobom z firmy, dla której pracuje. To konto należy do innej firmy – w razie potrzeby zapytaj swoją osobę kontaktową.
people-outsider-guest = Leadloop pokazuje leady tylko pełnoprawnym członkom tego obszaru roboczego, a to jest konto gościa. W razie potrzeby poproś o pełne konto osobę, która zarządza obszarem roboczym.
people-outsider-no-domains = Leadloop nikogo jeszcze nie wpuszcza: w ustawieniach brakuje firmowych domen e-mail. Przekaż to osobie, która nim zarządza.
people-outsider-no-email = W Twoim profilu nie ma potwierdzonego adresu e-mail, więc Leadloop nie wie, z kim rozmawia. Dodaj do profilu adres służbowy i spróbuj jeszcze raz.
people-outsider-foreign-domain = Twój adres e-mail nie należy do żadnej z firmowych domen, więc Leadloop nie pokaże Ci leadów. Użyj adresu służbowego albo zapytaj administratora.
people-outsider-unchecked = Leadloop nie może teraz sprawdzić, z kim rozmawia. Spróbuj za minutę; nic nie zostało zrobione.

# Lista opiekunów dla administratora

people-only-administrators = To może zrobić tylko administrator.
people-owner-unknown = Tego opiekuna nie ma już w CRM.
people-matched-already = Opiekun { $owner } jest już dopasowany.
people-unmatched-title =
    { $count ->
        [one] { $count } opiekun z CRM nie jest dopasowany do nikogo na czacie
        [few] { $count } opiekunowie z CRM nie są dopasowani do nikogo na czacie
        [many] { $count } opiekunów z CRM nie jest dopasowanych do nikogo na czacie
       *[other] { $count } opiekuna z CRM nie jest dopasowane do nikogo na czacie
    }
people-unmatched-help = Leadloop dopasowuje opiekunów po adresie e-mail i codziennie sprawdza od nowa. Do tego czasu nikt nie dostaje pytań o ich leady.
people-all-matched = Każdy opiekun otwartych leadów jest dopasowany do osoby na czacie
people-all-matched-help = Leadloop dopasowuje opiekunów po adresie e-mail. Kogo nie da się dopasować, ten pojawi się tutaj.
people-open-leads =
    { $count ->
        [one] { $count } otwarty lead · e-mail w CRM: { $email }
        [few] { $count } otwarte leady · e-mail w CRM: { $email }
        [many] { $count } otwartych leadów · e-mail w CRM: { $email }
       *[other] { $count } otwartego leada · e-mail w CRM: { $email }
    }
people-no-address = brak
people-mismatch-no-address = W CRM nie ma adresu e-mail tego opiekuna, a na czacie nikt się tak nie nazywa.
people-mismatch-no-person = Na czacie nikt nie ma tego adresu e-mail ani się tak nie nazywa.
people-mismatch-other-email = Na czacie tak samo nazywa się { $person }, ale z adresem { $email }.
people-mismatch-several = Na czacie pasuje kilka osób albo kont.
people-mismatch-no-account = To { $person } ({ $email }), ale bez konta na czacie.
people-is = To { $person }
people-match = Dopasuj osobę
people-match-hint = Dopasuj osobę: { $owner }
people-gone = Już tu nie pracuje
people-gone-hint = Już tu nie pracuje: { $owner }
people-undo = Cofnij
people-undo-hint = Przywróć na listę: { $owner }
people-page = Strona { $page } z { $pages }
people-page-back = ‹ Wstecz
people-page-on = Dalej ›
people-match-title = Kto to jest?
people-fact-owner = Opiekun w CRM
people-fact-email = E-mail w CRM
people-match-whom = Osoba na czacie
people-match-whom-hint = Od teraz pytania o leady tego opiekuna dostanie ta osoba.
people-look = Dopasuj opiekunów
people-matched = Opiekun { $owner } to teraz { $person }. Można już pytać o te leady.
people-matched-unmet = Opiekun { $owner } to teraz { $person }. O te leady będzie można pytać, gdy Leadloop znajdzie konto tej osoby na czacie.
people-left = Na liście nie ma już: { $owner }. Te leady liczą się jako leady bez opiekuna.
people-restored = Opiekun { $owner } wrócił na listę.
people-pick-unknown = Leadloop nie zna tej osoby albo nie może jej wpuścić.
people-known-as = Twoja nazwa jako opiekuna w CRM: { $owner }

# W wierszu poleceń

people-no-domains = Najpierw ustaw { $setting }: bez firmowych domen e-mail nikt nie zostanie wpuszczony.
people-no-email = { $email } to nie jest adres e-mail.
people-foreign-email = { $email } nie należy do żadnej z firmowych domen.
people-which-side = Podaj, po której stronie jest { $email }: sales czy marketing.
people-no-such-owner = Nie ma w CRM opiekuna o nazwie { $owner }.
people-several-owners = Kilku opiekunów nazywa się { $owner }. Podaj numer jednego z nich: { $owners }.
people-owner-line = { $id } ({ $owner })
people-role-told = { $person }: { $role }, { $side }.
people-table-people =
    { $count ->
        [0] Leadloop nikogo jeszcze nie zna.
        [one] { $count } osoba
        [few] { $count } osoby
        [many] { $count } osób
       *[other] { $count } osoby
    }
people-table-gone = Już tu nie pracują
people-column-number = Nr
people-column-name = Imię i nazwisko
people-column-email = E-mail
people-column-role = Rola
people-column-side = Strona
people-column-chat = Czat
people-column-owner = Opiekun
people-column-leads = Otwarte leady
people-column-why = Dlaczego

# The first message

people-welcome-title = Leadloop już jest
people-welcome-next = Trzy kroki i Wasze zespoły mogą zaczynać:
people-welcome-channels = Na stronie głównej Leadloop wybierz kanał marketingu i kanał sprzedaży.
people-welcome-invite = Zaproś Leadloop do obu kanałów.
people-welcome-ask = Zapytaj tam: „co się stało z anna@example.com?”
people-welcome-quiet = Ta wiadomość przychodzi do osoby, która skonfigurowała Leadloop. Do nikogo innego nie pisze, dopóki ktoś go o coś nie zapyta.
