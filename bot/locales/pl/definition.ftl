# What both teams call a qualified lead: criteria, versions, proposals, signatures.

definition-title-draft = Twoja propozycja: wersja { $number }
definition-title-proposed = Propozycja: wersja { $number }
definition-title-in-force = Co nazywamy kwalifikowanym leadem: wersja { $number }
definition-title-replaced = Wersja { $number }, zastąpiona późniejszą
definition-title-withdrawn = Wersja { $number }: propozycja wycofana
definition-none = Nie ma jeszcze uzgodnionej definicji kwalifikowanego leada
definition-none-help = Propozycję może złożyć każda osoba ze sprzedaży i z marketingu. Wchodzi w życie, gdy podpisze ją po jednej osobie kierującej z każdej strony.
definition-no-criteria = Nie ma jeszcze żadnego kryterium.

# A criterion

definition-criterion = { $words } ({ $test })
definition-covering = { $criterion }; obejmuje: { $reasons }
definition-only-a-person = ocenić może tylko człowiek
definition-words-drafted = Żaden z tych przypadków: { $reasons }
definition-test-broken = pola „{ $field }” już nie ma
definition-test-filled = { $field }: uzupełnione
definition-test-empty = { $field }: puste
definition-test-one-of = { $field }: jedna z wartości: { $values }
definition-test-none-of = { $field }: żadna z wartości: { $values }
definition-test-contains = { $field } zawiera: { $values }
definition-test-at-least = { $field }: co najmniej { $values }
definition-test-at-most = { $field }: najwyżej { $values }
definition-test-own-domain = { $field }: poza darmową pocztą
definition-broken = Jeden z testów sprawdza pole, którego leady już nie mają, więc niczego nie mówi. Administrator może przywrócić pole w imporcie; każda osoba może też zaproponować inny test.

definition-field-company = firma
definition-field-title = stanowisko
definition-field-email = e-mail
definition-field-phone = telefon
definition-field-source = źródło
definition-field-campaign = kampania
definition-field-status = status w CRM
definition-field-owner = opiekun
definition-field-next-step = następny krok
definition-field-a-person = Żadne pole: ocenić może tylko człowiek

# Since when, and who signed

definition-in-force-from = Obowiązuje od
definition-in-force-until = Obowiązywała do
definition-moment = { $at }
definition-signed-sales = Podpis sprzedaży
definition-signed-marketing = Podpis marketingu
definition-signature = { $name }, { $at }
definition-unsigned = jeszcze nie ma

definition-show = Pokaż
definition-show-number = Wersja { $number }
definition-show-whole = Cały tekst
definition-propose = Zaproponuj zmianę
definition-versions = Wszystkie wersje

# Versions

definition-versions-title = { $count ->
    [0] Nie ma jeszcze żadnej wersji
    [one] { $count } wersja definicji
    [few] { $count } wersje definicji
    [many] { $count } wersji definicji
   *[other] { $count } wersji definicji
}
definition-line-proposed = { $number }: propozycja z { $at }, kryteria: { $count }
definition-line-in-force = { $number }: obowiązuje od { $at }, kryteria: { $count }
definition-line-replaced = { $number }: obowiązywała od { $at }, zastąpiona, kryteria: { $count }
definition-line-withdrawn = { $number }: wycofana { $at }, kryteria: { $count }
definition-page-back = ‹ Nowsze
definition-page-on = Starsze ›
definition-no-such-version = Nie ma takiej wersji.

# A lead's fit

definition-fit-title = { $lead }: dopasowanie
definition-fit = Kryteria: { $parts } (wersja { $number })
definition-count-met = spełnione: { $count }
definition-count-missed = niespełnione: { $count }
definition-count-unknown = nieznane: { $count }
definition-count-broken = bez pola: { $count }
definition-verdict-met = ✓ { $criterion }
definition-verdict-missed = ✗ { $criterion }
definition-verdict-unknown = ? { $criterion }: nie wiadomo
definition-verdict-broken = ? { $criterion }: pola już nie ma
definition-fit-help = Leada ocenia się według definicji z dnia, w którym powstał.
definition-none-that-day = { $lead }: w dniu utworzenia tego leada nie obowiązywała żadna definicja.
definition-lead-gone = Tego leada nie ma już w naszej kopii CRM.

# A proposal

definition-proposal-title = Propozycja definicji kwalifikowanego leada: wersja { $number }
definition-proposed-by-sales = Tę zmianę proponuje sprzedaż. Wejdzie w życie, gdy podpisze ją po jednej osobie kierującej z każdej strony.
definition-proposed-by-marketing = Tę zmianę proponuje marketing. Wejdzie w życie, gdy podpisze ją po jednej osobie kierującej z każdej strony.
definition-proposed-by-leadloop = Tę zmianę przygotował Leadloop na podstawie zgłoszeń. Wejdzie w życie, gdy podpisze ją po jednej osobie kierującej z każdej strony.
definition-why = Dlaczego: { $words }
definition-uncovered = Powód „{ $reason }” podano w { $count } z { $rejections } odrzuceń leadów, którym w poprzedzających 90 dniach nie brakowało żadnego kryterium. Żadne kryterium o tym nie mówi.
definition-examples = Na przykład:
definition-silent = Kryterium „{ $criterion }” obowiązuje od { $since }. Liczba odrzuceń od tego czasu: { $count }; w żadnym go nie podano.
definition-outdated = Powstała na podstawie wersji { $base }. W międzyczasie weszła w życie wersja { $now }: prosimy spojrzeć jeszcze raz.
definition-outdated-first = W międzyczasie weszła w życie wersja { $now }: prosimy spojrzeć jeszcze raz.
definition-added = Nowe
definition-dropped = Już niewymagane
definition-changed = Zmienione
definition-reads-now = { $was } → { $now }
definition-same = Tekst jest taki sam jak obowiązujący.
definition-fares = Z najnowszych leadów z ostatnich 90 dni (co najmniej { $leads }) przynajmniej jednego kryterium nie spełniłoby { $then }%; według wersji { $number }: { $now }%.
definition-fares-first = Z najnowszych leadów z ostatnich 90 dni (co najmniej { $leads }) przynajmniej jednego kryterium nie spełniłoby { $then }%.
definition-fares-few = W ostatnich 90 dniach leadów było mniej niż { $least }: za mało, by powiedzieć, jak by wypadły.
definition-sign = Podpisz
definition-sign-hint = Podpisz wersję { $number } w imieniu swojej strony
definition-edit = Zmień
definition-withdraw = Wycofaj …

# In the making

definition-draft-help = Nikt inny jeszcze tego nie widzi. Punktem wyjścia jest obowiązujący tekst.
definition-edit-help = Oba zespoły widzą tę propozycję i od razu każdą zmianę. Można ją zmieniać do pierwszego podpisu.
definition-draft-outdated = Od rozpoczęcia pracy nad propozycją weszła w życie wersja { $now }. Można kontynuować albo odrzucić szkic i zacząć od nowa.
definition-add = Dodaj kryterium
definition-change = Zmień jedno
definition-drop = Usuń jedno
definition-put = Pokaż obu zespołom
definition-discard = Odrzuć szkic
definition-discarded = Szkic propozycji odrzucony.
definition-which = Które kryterium?
definition-change-title = Zmiana kryterium
definition-change-submit = Zmień
definition-drop-title = Usunięcie kryterium
definition-drop-submit = Usuń
definition-add-title = Nowe kryterium
definition-words-label = Prostymi słowami
definition-words-hint = Jedna rzecz, którą musi mieć kwalifikowany lead. Na przykład: decyduje o zakupach
definition-field-label = Które pole o tym mówi?
definition-field-hint = W następnym kroku określisz, jak sprawdzić to pole.
definition-covers-label = Powody zgłoszeń, które oznaczają brak
definition-covers-hint = Zgłoszenia z tych powodów liczą się do tego kryterium.
definition-go-on = Dalej
definition-test-title = Test kryterium
definition-test-of = { $criterion }: co mówi o tym pole „{ $field }”?
definition-operator-label = Pole …
definition-operator-filled = jest uzupełnione
definition-operator-empty = jest puste
definition-operator-one-of = jest jedną z wartości
definition-operator-none-of = nie jest żadną z wartości
definition-operator-contains = zawiera jedną z wartości
definition-operator-at-least = wynosi co najmniej (liczba)
definition-operator-at-most = wynosi najwyżej (liczba)
definition-operator-own-domain = jest poza darmową pocztą
definition-values-label = … z tych wartości
definition-values-hint = Wartości najczęstsze wśród najnowszych leadów.
definition-typed-label = … albo z tych
definition-typed-hint = Po jednej w wierszu. Wielkość liter i znaki diakrytyczne nie mają znaczenia.
definition-save = Zapisz
definition-put-title = Pokaż obu zespołom
definition-put-hint = Jedno lub dwa zdania, które przeczytają oba zespoły.
definition-put-submit = Pokaż
definition-put-done = Wersja { $number } jest teraz na obu kanałach. Musi ją podpisać po jednej osobie kierującej z każdej strony.
definition-withdraw-title = Wycofanie propozycji
definition-withdraw-hint = Jedno zdanie, które przeczytają oba zespoły.
definition-withdraw-submit = Wycofaj
definition-withdrawn-done = Wersja { $number } została wycofana. Pozostaje na liście wersji.
definition-why-label = Dlaczego?
definition-signed-for-sales = Podpisano w imieniu sprzedaży. Wersja { $number } wejdzie w życie, gdy podpisze ją też marketing.
definition-signed-for-marketing = Podpisano w imieniu marketingu. Wersja { $number } wejdzie w życie, gdy podpisze ją też sprzedaż.
definition-agreed = Obie strony podpisały: od teraz obowiązuje wersja { $number }.

# When something cannot be done

definition-field-holds-words = Pole „{ $field }” zawiera słowa, nie liczby. Wybierz inny test.
definition-number-needed = Podaj dokładnie jedną liczbę.
definition-values-needed = Podaj co najmniej jedną wartość.
definition-values-too-many = Maksymalna liczba wartości to { $most }.
definition-too-many = Definicja może mieć najwyżej { $most } kryteriów, żeby każdy mógł je zapamiętać. Usuń lub zmień jedno z nich.
definition-criterion-gone = Tego kryterium nie ma już w propozycji. Skorzystaj z najnowszej karty.
definition-nothing-left = Definicja potrzebuje co najmniej jednego kryterium.
definition-nothing-changed = Tekst jest taki sam jak obowiązujący. Najpierw coś zmień.
definition-put-already = Wersja { $number } jest już na obu kanałach. Tam można ją wycofać.
definition-not-yours = Ten tekst może zmienić tylko osoba, która go zaproponowała. Możesz go podpisać albo złożyć własną propozycję.
definition-not-yours-to-withdraw = Wycofać propozycję może tylko osoba, która ją złożyła, albo osoba kierująca sprzedażą lub marketingiem.
definition-frozen = Wersję { $number } podpisała już jedna strona, więc jej tekst się nie zmieni. Możesz złożyć inną propozycję.
definition-closed-in-force = Wersja { $number } już obowiązuje.
definition-closed-replaced = Wersja { $number } obowiązywała i została zastąpiona.
definition-closed-withdrawn = Wersja { $number } została wycofana.
definition-only-heads = Podpisać może tylko osoba kierująca sprzedażą lub marketingiem. Jeśli strona nie ma takiej osoby, może to zrobić administrator z tej strony.
definition-signed-already-sales = Sprzedaż już to podpisała.
definition-signed-already-marketing = Marketing już to podpisał.
definition-text-changed = Tekst zmienił się od czasu, gdy powstała ta karta. Spójrz na niego jeszcze raz; nic nie zostało podpisane.
definition-other-in-force = W międzyczasie weszła w życie wersja { $number }. Spójrz jeszcze raz, co by się zmieniło; nic nie zostało podpisane.

# On a person's own page

definition-home-title = Co nazywamy kwalifikowanym leadem
definition-home-line = { $count ->
    [one] Wersja { $number } · { $count } kryterium · od { $since }
    [few] Wersja { $number } · { $count } kryteria · od { $since }
    [many] Wersja { $number } · { $count } kryteriów · od { $since }
   *[other] Wersja { $number } · { $count } kryterium · od { $since }
}
definition-home-broken = Testy definicji sprawdzają pola, których leady już nie mają: { $fields }.
definition-waiting = Czeka na Twój podpis: { $proposal }
