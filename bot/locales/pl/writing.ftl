# Zapisy w CRM: co się z nimi stało, ich dziennik i dlaczego czegoś nie zapisano.

writing-off = Zapisywanie w CRM jest tu wyłączone, więc nic się nie zmieniło.
writing-field-off = Tego pola nie można zapisywać z Leadloop. Administrator może na to pozwolić w ustawieniach CRM.
writing-no-such-value = Na liście w CRM nie ma wartości „{ $value }”, więc nie została zapisana. Wybierz jedną z wartości z listy.
writing-no-lead = Leadloop nie zna już tego leada.
writing-stale = To się w międzyczasie zmieniło. Zajrzyj do najnowszej wiadomości.
writing-undo-over = Zapisu sprzed ponad 24 godzin nie można tu cofnąć. Zmień go w CRM.

# Fields and values

writing-field-status = Status
writing-field-reason = Powód
writing-field-next-step = Następny krok
writing-field-next-step-date = Data następnego kroku
writing-field-situation = Sytuacja
writing-field-needs = Potrzeby
writing-field-objections = Obiekcje
writing-field-budget = Budżet
writing-field-authority = Kto decyduje
writing-field-timeframe = Termin zakupu
writing-empty = (puste)
writing-change = { $field }: { $old } → { $new }

# In the CRM

writing-note = { $person } – potwierdzone w Leadloop: { $changes }
writing-note-undo = { $person } – cofnięte w Leadloop: { $changes }

# Fate

writing-title-waiting = { $lead }: w drodze do CRM
writing-title-written = { $lead }: zapisano w CRM
writing-title-conflict = { $lead }: w CRM jest już inna wartość
writing-title-rejected = { $lead }: nie zapisano w CRM
writing-title-undone = { $lead }: cofnięto w CRM
writing-title-dropped = { $lead }: zostaje wartość z CRM
writing-title-overtaken = { $lead }: liczy się nowsza odpowiedź
writing-title-undo-waiting = { $lead }: trwa cofanie w CRM
writing-title-undo-late = { $lead }: nie cofnięto
writing-yours = Twoja wartość
writing-crms = W { $system }
writing-take-mine = Zapisz moją
writing-take-crms = Zostaw tak, jak jest w { $system }
writing-conflict-help = Ktoś zmienił to w CRM później. Nic nie zostało zapisane.
writing-said = { $system } odpowiada: { $words }
writing-impossible = Tego leada lub pola już nie ma albo nie wolno go już zapisywać.
writing-again = Spróbuj ponownie
writing-leave = Zostaw
writing-undo = Cofnij
writing-being-undone = To jest już cofane.
writing-undo-late = W CRM jest już inna wartość, więc nic nie zostało cofnięte.
writing-recent-look = Moje zmiany w CRM
writing-recent = Twoje ostatnie zmiany w CRM
writing-recent-none = Ostatnio nie było żadnych Twoich zmian w CRM

# Administrators

writing-trouble = Leadloop nie może zapisywać w { $system }
writing-trouble-credentials = System { $system } nie przyjmuje już danych dostępowych Leadloop. Trzeba je odnowić w ustawieniach Leadloop; potwierdzone odpowiedzi czekają i nie przepadły.
writing-trouble-forbidden = System { $system } nie pozwala Leadloop zapisywać. Trzeba sprawdzić uprawnienia; potwierdzone odpowiedzi czekają i nie przepadły.
writing-trouble-odd = System { $system } odpowiada w sposób, którego Leadloop nie rozumie. Więcej jest w dzienniku; potwierdzone odpowiedzi czekają i nie przepadły.
writing-trouble-spent = System { $system } nie przyjmuje dziś więcej zapytań: dzienny limit jest wyczerpany. Potwierdzone odpowiedzi czekają i nie zginą.
writing-log-look = Zmiany w CRM
writing-log = Zmiany wprowadzone w CRM przez Leadloop
writing-log-empty = W CRM nic jeszcze nie zapisano
writing-log-not-yours = Tę listę widzą tylko administratorzy.
writing-queue = W drodze do CRM
writing-unsure = Wysłane, a odpowiedź CRM przepadła
writing-unsure-none = O wszystkim, co wysłano, wiadomo, czy dotarło
writing-unsure-look = Co mogło dotrzeć
writing-unsure-help = Przed ponowną próbą Leadloop sprawdza w CRM, czy wartość dotarła, więc nic nie zostanie zapisane dwa razy. Jeśli trwa to godzinami, trzeba sprawdzić, czy Leadloop łączy się z CRM (leadloop check), i zajrzeć do leada w CRM.
writing-older = Starsze
writing-moment = { $at }
writing-column-when = Kiedy
writing-column-who = Kto potwierdził
writing-column-lead = Lead
writing-column-field = Pole
writing-column-old = Przedtem
writing-column-new = Potem
writing-column-fate = Wynik
writing-column-words = Co odpowiedział lub miał CRM
writing-fate-waiting = czeka
writing-fate-written = zapisano
writing-fate-conflict = w CRM jest inna wartość
writing-fate-rejected = odmowa
writing-fate-undone = zapisano i cofnięto
writing-fate-dropped = zostaje wartość z CRM
writing-fate-overtaken = liczy się nowsza odpowiedź
writing-fate-undo = cofnięcie: { $fate }

check-writing-off = Do CRM nic nie jest zapisywane: { $setting } jest wyłączone.
check-writing = { $system }: po potwierdzeniu wartości przez człowieka mogą być zapisywane pola: { $fields }.
check-writing-nothing = { $system }: zapis jest włączony, ale żadne pole nie jest jeszcze do niego dopuszczone. Zrobi to administrator w ustawieniach CRM na stronie głównej Leadloop.
check-writing-unclear = { $system }: te odpowiedzi nie są zapisywane, bo na liście w CRM nie ma odpowiadającej im wartości albo jest ich kilka: { $answers }.
check-writing-waiting = { $system }: potwierdzone wartości czekające na zapis: { $count }; najstarszą potwierdzono { AGO($age) }.
check-writing-parked = { $system }: wartości niezapisane, które czekają na decyzję osoby potwierdzającej: { $count }.
check-writing-unsure = { $system }: wartości wysłane, na które odpowiedź przepadła: { $count }; najstarszą potwierdzono { AGO($age) }. Przed ponowną próbą Leadloop sprawdza, czy dotarły.
check-writing-not-unmapped = { $system }: nie są zapisywane, bo na stronie głównej Leadloop w „Polach w CRM” nie przypisano im żadnego pola: { $fields }.
check-writing-not-gone = { $system }: nie są zapisywane, bo CRM nie ma już przypisanych pól albo nie pokazuje ich Leadloop: { $fields }.
check-writing-not-read-only = { $system }: nie są zapisywane, bo według opisu CRM pola są tylko do odczytu albo konto Leadloop nie ma prawa ich zmieniać: { $fields }.
check-writing-not-not-allowed = { $system }: nie są zapisywane, bo administrator nie dopuścił ich w „Polach w CRM” na stronie głównej Leadloop: { $fields }.
check-writing-not-settings = { $system }: nie są zapisywane, bo { $setting } ich nie obejmuje: { $fields }.
