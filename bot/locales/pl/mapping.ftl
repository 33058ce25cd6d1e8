# Podłączone systemy CRM: jak aktualna jest nasza kopia i co znaczą ich słowa i pola.

mapping-title = CRM
mapping-file = Zaimportowane pliki
mapping-in-step = na bieżąco, stan { AGO($age) }
mapping-as-of = stan naszej kopii: { AGO($age) }
mapping-first-load = trwa pierwsze wczytywanie
mapping-look = Nieznane słowa
mapping-fields-look = Pola
mapping-trouble-title = Leadloop nie może odczytać danych z { $system }
mapping-trouble-busy = System { $system } jest zajęty i prosi o powrót później. Nic nie przepadło.
mapping-trouble-spent = Dzienny limit { $system } jest wyczerpany. Leadloop wróci do pracy, gdy pojawi się nowy; nic nie przepadło.
mapping-trouble-credentials = System { $system } nie przyjmuje już danych dostępowych Leadloop. Trzeba je odnowić w ustawieniach Leadloop; nic nie przepadło.
mapping-trouble-forbidden = System { $system } nie pozwala Leadloop odczytać czegoś, co jest potrzebne. Trzeba sprawdzić uprawnienia; nic nie przepadło.
mapping-trouble-unreachable = Nie można połączyć się z { $system }. Leadloop próbuje dalej; nic nie przepadło.
mapping-trouble-odd = System { $system } odpowiada w sposób, którego Leadloop nie rozumie. Więcej jest w dzienniku; nic nie przepadło.
mapping-trouble-expired = System { $system } nie pamięta już, co się zmieniło od ostatniego razu, więc Leadloop czyta wszystko od nowa. Nic nie przepadło.
mapping-trouble-fault = Podczas odczytu z { $system } wystąpił błąd po stronie Leadloop. Kolejne próby trwają, więcej jest w dzienniku; nic nie przepadło.

# Words

mapping-words =
    { $count ->
        [one] { $count } słowo z CRM czeka na wyjaśnienie
        [few] { $count } słowa z CRM czekają na wyjaśnienie
        [many] { $count } słów z CRM czeka na wyjaśnienie
       *[other] { $count } słowa z CRM czeka na wyjaśnienie
    }
mapping-words-help = Dopóki nikt nie powie, co znaczy dane słowo, leady z tym słowem mają stan nieznany. Leadloop niczego nie zgaduje.
mapping-no-words = Leadloop zna wszystkie słowa, które mają leady
mapping-no-words-help = Gdy w CRM pojawi się nowy status albo powód, trafi na tę listę.
mapping-word-status = Status „{ $word }” · { $system }
mapping-word-reason = Powód „{ $word }” · { $system }
mapping-count =
    { $count ->
        [one] { $count } lead
        [few] { $count } leady
        [many] { $count } leadów
       *[other] { $count } leada
    }
mapping-more =
    { $count ->
        [one] Potem jeszcze { $count } słowo.
        [few] Potem jeszcze { $count } słowa.
        [many] Potem jeszcze { $count } słów.
       *[other] Potem jeszcze { $count } słowa.
    }
mapping-means = To znaczy: { $meaning }
mapping-choose = Wybierz…
mapping-choose-hint = Wybierz, co znaczy „{ $word }”
mapping-said =
    { $count ->
        [one] „{ $word }” znaczy teraz: { $meaning }. Zmienił się { $count } lead.
        [few] „{ $word }” znaczy teraz: { $meaning }. Zmieniły się { $count } leady.
        [many] „{ $word }” znaczy teraz: { $meaning }. Zmieniło się { $count } leadów.
       *[other] „{ $word }” znaczy teraz: { $meaning }. Zmieniło się { $count } leada.
    }
mapping-said-already = Ta decyzja już zapadła. Otwórz listę jeszcze raz.
mapping-left-out = Nic; pomiń
mapping-status-new = Nowy
mapping-status-attempting = Próby kontaktu
mapping-status-connected = W rozmowie
mapping-status-nurturing = Na później
mapping-status-qualified = Zakwalifikowany
mapping-status-converted = Skonwertowany
mapping-status-disqualified = Odrzucony
mapping-status-reason = { $status }: { $reason }
mapping-form-title = Co to znaczy?
mapping-form-means = „{ $word }” znaczy
mapping-form-reason = Z powodem
mapping-form-count =
    { $count ->
        [one] To słowo ma { $count } lead. Zmieni się od razu, tutaj, a nie w CRM.
        [few] To słowo mają { $count } leady. Zmienią się od razu, tutaj, a nie w CRM.
        [many] To słowo ma { $count } leadów. Zmienią się od razu, tutaj, a nie w CRM.
       *[other] To słowo ma { $count } leada. Zmienią się od razu, tutaj, a nie w CRM.
    }
mapping-form-save = Zapisz

# Fields

mapping-fields-title = Pola w CRM
mapping-fields-help = Leadloop może pytać o te pola, gdy są puste albo nieaktualne. Do CRM zapisuje tylko to, co potwierdziła konkretna osoba, i tylko w polach, dla których tu na to pozwolono.
mapping-fields-none = Nie wybrano jeszcze żadnego pola.
mapping-fields-unknown = Leadloop nie zna jeszcze pól tego CRM. Spróbuj ponownie za kilka minut.
mapping-field-maybe = Pole „{ $field }” brzmi znajomo.
mapping-field-read = { $field } → { $meaning }
mapping-field-written = { $field } → { $meaning } (można zapisywać w CRM)
mapping-field-add = Wybierz pole
mapping-field-title = Pole w CRM
mapping-field-which = Pole w CRM
mapping-field-means = W Leadloop to
mapping-field-own = Coś innego…
mapping-field-name = Nazwa, jeśli to coś innego
mapping-field-name-hint = Tak, jak mówią o tym zespoły
mapping-field-writes = Można zapisywać w CRM po potwierdzeniu przez osobę
mapping-field-read-only = CRM nie pozwala zapisywać w tym polu.
mapping-field-kept = Zapisano. Leadloop czyta teraz wszystkie leady od nowa, żeby poznać to pole; to chwilę potrwa.
mapping-field-status = Status
mapping-field-reason = Powód
mapping-field-next-step = Następny krok
mapping-field-next-step-date = Data następnego kroku
mapping-field-situation = Sytuacja
mapping-field-needs = Potrzeby
mapping-field-objections = Obiekcje
mapping-field-budget = Budżet
mapping-field-authority = Kto decyduje
mapping-field-timeframe = Termin zakupu

# `leadloop check`

check-crm-well = { $system }: dane na bieżąco, stan { AGO($age) }.
check-crm-first = { $system }: pierwsze wczytywanie trwa albo jeszcze się nie zaczęło.
