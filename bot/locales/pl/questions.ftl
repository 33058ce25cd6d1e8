# Odpowiedź

questions-headline =
    { $count ->
        [one] { $count } lead: { $parts }
        [few] { $count } leady: { $parts }
        [many] { $count } leadów: { $parts }
       *[other] { $count } leada: { $parts }
    }
questions-understood = Zrozumiano jako: { $what }
questions-headline-none = Nie udało się znaleźć leada dla żadnej z tych pozycji
questions-part-detail = { $part } ({ $detail })
questions-part-waiting = czekamy na odpowiedź: { $count }

questions-funnel-title =
    { $count ->
        [one] Lejek: { $count } lead
        [few] Lejek: { $count } leady
        [many] Lejek: { $count } leadów
       *[other] Lejek: { $count } leada
    }
questions-funnel-received = Otrzymane
questions-funnel-touched = Podjęto kontakt
questions-funnel-in-conversation = Doszło do rozmowy
questions-funnel-qualified = Zakwalifikowane
questions-funnel-converted = Skonwertowane

questions-column-lead = Lead
questions-column-company = Firma
questions-column-email = E-mail
questions-column-crm-id = ID w CRM
questions-column-campaign = Kampania
questions-column-outcome = Wynik
questions-column-reason = Powód
questions-column-look-again = Kiedy wrócić
questions-column-first-touch = Pierwszy kontakt
questions-column-business-hours = Godziny robocze do pierwszego kontaktu
questions-column-last-touch = Ostatni kontakt
questions-column-next-step = Następny krok
questions-column-known-from = Skąd wiadomo
questions-column-as-of = Stan na
questions-table-caption = Leady { $first }–{ $last } z { $count }

questions-outcome-reason = { $outcome }: { $reason }
questions-outcome-until = { $outcome } (wrócić: { $day })
questions-known-from = { $source }, { AGO($age) }
questions-left-the-crm = nie ma już w CRM, zauważono { AGO($age) }
questions-not-the-owners = inny opiekun niż w CRM
questions-first-touch = { $at } (po { $hours } godz. rob.)
questions-moment = { $at }

questions-page-back = ‹ Poprzednia
questions-page-on = Następna ›
questions-no-such-page = Tej strony już nie ma. Skorzystaj z przycisków w najnowszej odpowiedzi.
questions-sheet = Całość w CSV
questions-sheet-sent = Plik za chwilę będzie w Twoich wiadomościach prywatnych.

questions-did-you-mean = Czy chodziło o…?
questions-may-be = „{ $line }” – { $lead }?
questions-pick =
    { $count ->
        [one] Wskaż leada
        [few] Wskaż { $count } leady
        [many] Wskaż { $count } leadów
       *[other] Wskaż { $count } leada
    }
questions-pick-title = O kogo chodzi?
questions-pick-nobody = Nikt z tej listy
questions-pick-submit = Wybierz
questions-picked-already = Te pozycje są już wyjaśnione.

questions-unknown-lines =
    { $count ->
        [one] { $count } pozycja bez pasującego leada
        [few] { $count } pozycje bez pasującego leada
        [many] { $count } pozycji bez pasującego leada
       *[other] { $count } pozycji bez pasującego leada
    }
questions-duplicate-lines =
    { $count ->
        [one] { $count } powtórzona pozycja
        [few] { $count } powtórzone pozycje
        [many] { $count } powtórzonych pozycji
       *[other] { $count } powtórzonej pozycji
    }
questions-more-lines = i jeszcze { $count }
questions-gone =
    { $count ->
        [one] W międzyczasie usunięto { $count } leada.
        [few] W międzyczasie usunięto { $count } leady.
        [many] W międzyczasie usunięto { $count } leadów.
       *[other] W międzyczasie usunięto { $count } leada.
    }

questions-gaps =
    { $count ->
        [one] W CRM nie ma informacji, co się stało z { $count } leadem.
        [few] W CRM nie ma informacji, co się stało z { $count } leadami.
        [many] W CRM nie ma informacji, co się stało z { $count } leadami.
       *[other] W CRM nie ma informacji, co się stało z { $count } leada.
    }
questions-price =
    Potrzeba { $leads } odpowiedzi od { $people ->
        [one] { $people } osoby
        [few] { $people } osób
        [many] { $people } osób
       *[other] { $people } osoby
    }. { $places ->
        [0] Na dziś nie mają już wolnych miejsc na pytania.
        [one] Dziś można im zadać jeszcze { $places } pytanie.
        [few] Dziś można im zadać jeszcze { $places } pytania.
        [many] Dziś można im zadać jeszcze { $places } pytań.
       *[other] Dziś można im zadać jeszcze { $places } pytania.
    }
questions-price-later =
    { $count ->
        [one] { $count } lead poczeka do następnego dnia roboczego; po trzech dniach roboczych pytanie się zamyka.
        [few] { $count } leady poczekają na kolejne dni robocze; po trzech dniach roboczych pytanie się zamyka.
        [many] { $count } leadów poczeka na kolejne dni robocze; po trzech dniach roboczych pytanie się zamyka.
       *[other] { $count } leada poczeka na kolejne dni robocze; po trzech dniach roboczych pytanie się zamyka.
    }
questions-ask-owners =
    { $count ->
        [one] Zapytaj opiekuna
        [few] Zapytaj { $count } opiekunów
        [many] Zapytaj { $count } opiekunów
       *[other] Zapytaj { $count } opiekuna
    }
questions-nobody-to-ask =
    { $count ->
        [one] W sprawie { $count } leada nie ma kogo zapytać na czacie.
        [few] W sprawie { $count } leadów nie ma kogo zapytać na czacie.
        [many] W sprawie { $count } leadów nie ma kogo zapytać na czacie.
       *[other] W sprawie { $count } leada nie ma kogo zapytać na czacie.
    }
questions-waiting =
    { $count ->
        [one] Czekamy na odpowiedź w sprawie { $count } leada. Karta uzupełni się sama.
        [few] Czekamy na odpowiedzi w sprawie { $count } leadów. Karta uzupełnia się na bieżąco.
        [many] Czekamy na odpowiedzi w sprawie { $count } leadów. Karta uzupełnia się na bieżąco.
       *[other] Czekamy na odpowiedzi w sprawie { $count } leada. Karta uzupełnia się na bieżąco.
    }
questions-closed = Zamknięto: { $at }.

questions-only-the-asker = Może to zrobić tylko osoba, która zadała pytanie, menedżer albo administrator. O te same leady możesz zapytać we własnym pytaniu.
questions-asked-already = Opiekunowie leadów już dostali pytania. Karta uzupełnia się, gdy odpowiadają.
questions-nobody-left-to-ask = Nie ma już kogo pytać: brakujące wyniki są już znane albo pytaliśmy o nie w ciągu ostatnich 14 dni.
questions-gone-question = Tego pytania już nie ma. Zadaj je jeszcze raz.

# Skąd tyle czasu?

questions-one-delay =
    { $count ->
        [one] Pasuje { $count } lead.
        [few] Pasują { $count } leady.
        [many] Pasuje { $count } leadów.
       *[other] Pasuje { $count } leada.
    } Zapytaj o jeden naraz, na przykład podając jego adres e-mail.
questions-delay-title = { $lead }: czas do pierwszego kontaktu – { $delay }
questions-delay-unclear = { $lead }: w CRM są same daty, więc godzin nie da się policzyć
questions-delay-untouched = { $lead }: w CRM nie ma jeszcze pierwszego kontaktu
questions-step-created = Utworzono
questions-step-assigned = Przydzielono
questions-step-in-hours = Początek godzin pracy
questions-step-first-touch = Pierwszy kontakt
questions-step-after = { $at } (+ { $worked })
questions-delay-cause = Przyczyna: { $cause }
questions-delay-waiting = Pytanie o przyczynę jest u opiekuna leada.
questions-delay-nobody = Przyczyna nie jest znana.
questions-delay-ask = Zapytaj o przyczynę
questions-delay-causes-help = Opiekun leada wybierze przyczynę z listy. Chodzi o etap procesu, nie o osobę.
questions-cause-routed-late = późne przydzielenie
questions-cause-outside-hours = poza godzinami pracy
questions-cause-no-phone = brak numeru telefonu
questions-cause-capacity = dużo leadów naraz
questions-cause-other = coś innego

# Jak się skończyło

questions-closing-title =
    { $count ->
        [one] Twoje pytanie o { $count } leada jest zamknięte. Znane wyniki: { $known }
        [few] Twoje pytanie o { $count } leady jest zamknięte. Znane wyniki: { $known }
        [many] Twoje pytanie o { $count } leadów jest zamknięte. Znane wyniki: { $known }
       *[other] Twoje pytanie o { $count } leada jest zamknięte. Znane wyniki: { $known }
    }
questions-closing-asked = Data pytania: { $at }.
questions-unreachable-title =
    { $count ->
        [one] Nie ma kogo zapytać na czacie: { $count } lead
        [few] Nie ma kogo zapytać na czacie: { $count } leady
        [many] Nie ma kogo zapytać na czacie: { $count } leadów
       *[other] Nie ma kogo zapytać na czacie: { $count } leada
    }
questions-no-account-line = { $lead }: { $owner } – brak konta na czacie
questions-no-owner-line = { $lead }: brak opiekuna w CRM
questions-unreachable-help = Administrator może połączyć opiekunów z ich kontami na czacie, a leadom bez opiekuna trzeba go przypisać w CRM.
questions-liaison-title =
    { $count ->
        [one] { $count } lead pozostał bez odpowiedzi
        [few] { $count } leady pozostały bez odpowiedzi
        [many] { $count } leadów pozostało bez odpowiedzi
       *[other] { $count } leada pozostało bez odpowiedzi
    }
questions-liaison-help = Nie pokazujemy, czyje to leady. Na karcie osoby pytającej widać „nikt nie wie”.

# Pomoc

questions-help-title = Zapytaj mnie, co się stało z Twoimi leadami
questions-help-text = Wklej adresy e-mail, nazwiska z nazwą firmy, ID z CRM albo linki, każdy w osobnym wierszu lub po przecinku. Możesz też zapytać własnymi słowami:
questions-help-example-list = Co się stało z leadami: anna@acme.example, Jan Kowalski (Globex), L-1042?
questions-help-example-words = Co się stało z leadami z webinaru z kwietnia?
questions-help-example-delay = Dlaczego pierwszy kontakt z anna@acme.example był dopiero po sześciu godzinach?
questions-help-file = Możesz też wysłać mi plik CSV lub XLSX w wiadomości prywatnej.
questions-help-commands = Możesz też zacząć od jednego z tych słów:
questions-help-flag = zgłoś anna@acme.example: powiedz, co jest nie tak lub co jest dobre w leadzie
questions-help-definition = definicja: co oba zespoły nazywają kwalifikowanym leadem
questions-help-agenda = spotkanie: o czym będzie następne wspólne spotkanie
questions-help-digest = podsumowanie: poprzedni tydzień w liczbach, tylko dla Ciebie
questions-help-settings = ustawienia: Twój język, godziny pracy i nieobecności

# Pytania dla handlowca

questions-envelope-title =
    { $count ->
        [one] Co słychać w sprawie { $count } leada?
        [few] Co słychać w sprawie { $count } leadów?
        [many] Co słychać w sprawie { $count } leadów?
       *[other] Co słychać w sprawie { $count } leada?
    }
questions-row-outcome = { $lead }
questions-row-delay = { $lead }: co wydłużyło czas do pierwszego kontaktu?
questions-row-background = { $first } · { $next }
questions-row-from = źródło: { $source }
questions-row-created = w CRM od { $day }
questions-row-touched = ostatni kontakt: { $day }
questions-row-asker = pyta { $person }
questions-row-reminder = to jedyne przypomnienie
questions-row-expired = Czas na odpowiedź minął i na karcie widać „nikt nie wie”. Nadal można odpowiedzieć.
questions-answer-converted = Skonwertowany
questions-answer-qualified = Zakwalifikowany
questions-answer-in-conversation = W rozmowach
questions-answer-trying = Próbuję się skontaktować
questions-answer-later = Później…
questions-answer-disqualified = Zdyskwalifikowany…
questions-answer-not-touched = Jeszcze bez kontaktu
questions-answer-do-not-know = Jeszcze nie wiem
questions-answer-not-mine = Nie mój lead
questions-said-converted = skonwertowany
questions-said-qualified = zakwalifikowany
questions-said-in-conversation = w rozmowach
questions-said-trying = próbuję się skontaktować
questions-said-later = później
questions-said-disqualified = zdyskwalifikowany
questions-said-not-touched = jeszcze bez kontaktu
questions-said-do-not-know = jeszcze nie wiem
questions-said-not-mine = nie mój lead
questions-said-cause = przyczyna
questions-you-said = ✓ Twoja odpowiedź: { $said }
questions-you-said-detail = ✓ Twoja odpowiedź: { $said } ({ $detail })
questions-hint = { $answer }: { $lead }
questions-change = Zmień
questions-answer-anyway = Odpowiedz
questions-back = Wróć
questions-which-reason = Jaki był główny powód?
questions-which-date = Kiedy warto wrócić do tematu?
questions-other-reason = Inny powód…
questions-other-date = Inny dzień…
questions-until = { $day }

questions-reason-label = Główny powód
questions-day-label = Kiedy wrócić do tematu
questions-note-label = Notatka
questions-note-hint = Przydatny fakt, własnymi słowami. Wymagane tylko przy wyborze „inny powód”.
questions-details-submit = Odpowiedz
questions-reason-needed = Wybierz główny powód.
questions-day-needed = Wybierz dzień od jutra, w ciągu najbliższych trzech lat.
questions-note-needed = Napisz w kilku słowach, jaki był powód.

questions-own-words = Własnymi słowami…
questions-own-words-title = Własnymi słowami
questions-own-words-label = Co słychać w sprawie tych leadów?
questions-own-words-hint = Na przykład: { $lead }: brak budżetu do kwietnia
questions-own-words-submit = Dalej
questions-own-words-empty = Najpierw napisz kilka słów.
questions-proposal-title = Czy to się zgadza?
questions-proposal-help = Oto, co udało się zrozumieć. Nic nie zostanie zapisane, dopóki tego nie potwierdzisz. To, co niejasne, pozostaje puste.
questions-proposal-words = Twoje słowa: „{ $words }”
questions-proposal-outcome = { $lead }: wynik
questions-proposal-reason = { $lead }: powód
questions-proposal-day = { $lead }: kiedy wrócić
questions-proposal-submit = Potwierdź
questions-confirmed =
    { $count ->
        [0] Nic nie wybrano, więc nic się nie zmieniło.
        [one] Dziękujemy, zapisano { $count } odpowiedź.
        [few] Dziękujemy, zapisano { $count } odpowiedzi.
        [many] Dziękujemy, zapisano { $count } odpowiedzi.
       *[other] Dziękujemy, zapisano { $count } odpowiedzi.
    }

questions-not-yours = Odpowiedzieć może tu tylko osoba, która dostała to pytanie.
questions-row-changed = Ta pozycja w międzyczasie się zmieniła. Skorzystaj z najnowszej wiadomości.
questions-row-gone = To pytanie nie jest już aktualne.
questions-all-answered = Na wszystkie pytania z tej wiadomości są już odpowiedzi.

# Na własnej stronie

questions-home-more =
    { $count ->
        [one] i jeszcze { $count } lead w wiadomościach prywatnych
        [few] i jeszcze { $count } leady w wiadomościach prywatnych
        [many] i jeszcze { $count } leadów w wiadomościach prywatnych
       *[other] i jeszcze { $count } leada w wiadomościach prywatnych
    }
questions-home-ask = Zapytaj o leady
questions-home-asked = Twoje pytania
questions-home-asked-none = Nie ma tu jeszcze żadnych pytań.
questions-home-line = zapytano { $at }
questions-home-filled = znane wyniki: { $known } z { $count } · zapytano { $at }
questions-home-unfound = „{ $words }”: nie znaleziono leada
questions-home-delay = Skąd tyle czasu? { $lead }
questions-home-leads =
    { $more ->
        [one] { $lead } i jeszcze { $more } lead
        [few] { $lead } i jeszcze { $more } leady
        [many] { $lead } i jeszcze { $more } leadów
       *[other] { $lead } i jeszcze { $more } leada
    }
questions-home-again = Wyślij mi jeszcze raz
questions-home-again-hint = { $action }: { $what }
questions-not-your-question = To pytanie zadał ktoś inny. O te same leady możesz zapytać we własnym pytaniu.
questions-sent-again = Odpowiedź jest w Twoich wiadomościach prywatnych i tam nadal się uzupełnia.
questions-help-button = O co mogę zapytać?
questions-known-asked =
    { $count ->
        [one] { $count } Twoje pytanie wraz z treścią
        [few] { $count } Twoje pytania wraz z treścią
        [many] { $count } Twoich pytań wraz z treścią
       *[other] { $count } Twojego pytania wraz z treścią
    }
questions-known-asks =
    { $count ->
        [one] { $count } pytanie o Twoje leady
        [few] { $count } pytania o Twoje leady
        [many] { $count } pytań o Twoje leady
       *[other] { $count } pytania o Twoje leady
    } i to, co na nie odpowiedziano: { $answers ->
        [one] { $answers } odpowiedź
        [few] { $answers } odpowiedzi
        [many] { $answers } odpowiedzi
       *[other] { $answers } odpowiedzi
    }

# Pytanie w formularzu

questions-ask-title = Zapytaj o leady
questions-ask-label = O które leady chodzi?
questions-ask-hint = Adresy e-mail, nazwiska z nazwą firmy, ID z CRM albo linki, każdy w osobnym wierszu; albo słowami: leady z webinaru z kwietnia. Dłuższą listę wyślij w wiadomości prywatnej, jako tekst albo plik.
questions-ask-submit = Zapytaj
questions-ask-empty = Wklej leady albo napisz własnymi słowami, o które chodzi.
questions-ask-taken = Odpowiedź za chwilę będzie w Twoich wiadomościach prywatnych.
