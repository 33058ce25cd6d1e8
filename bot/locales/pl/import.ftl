# Wczytywanie tego, co wyeksportował CRM

## dlaczego odrzucono cały import
import-no-files = Podaj co najmniej jeden plik do wczytania.
import-no-file = Nie ma pliku { $file }.
import-unreadable = Nie można odczytać pliku { $file }. Sprawdź uprawnienia.
import-empty = W pliku { $file } nie ma żadnych wierszy do wczytania.
import-no-table = { $file } nie jest tabelą tekstową. Wyeksportuj dane ponownie jako CSV lub XLSX.
import-old-workbook = { $file } to stary plik Excela albo plik chroniony hasłem. Zapisz go jako .xlsx bez hasła lub jako CSV.
import-damaged = Plik { $file } jest uszkodzony albo chroniony hasłem. Zapisz go ponownie jako .xlsx lub CSV.
import-macros = Plik { $file } zawiera makra. Zapisz go jako .xlsx bez makr lub jako CSV.
import-bomb = Plik { $file } po otwarciu urósłby do ogromnych rozmiarów, więc nie został otwarty. Zapisz arkusz jako CSV.
import-too-large = Plik { $file } przekracza { $limit } MB, które można wczytać za jednym razem. Podziel go albo wyeksportuj mniej kolumn.
import-too-many-rows = { $limit ->
        [one] Plik { $file } ma więcej niż { NUMBER($limit) } wiersz. Podziel go albo zapisz jako CSV.
        [few] Plik { $file } ma więcej niż { NUMBER($limit) } wiersze. Podziel go albo zapisz jako CSV.
        [many] Plik { $file } ma więcej niż { NUMBER($limit) } wierszy. Podziel go albo zapisz jako CSV.
       *[other] Plik { $file } ma więcej niż { NUMBER($limit) } wierszy. Podziel go albo zapisz jako CSV.
    }
import-too-many-columns = { $limit ->
        [one] Plik { $file } ma więcej niż { NUMBER($limit) } kolumnę. Wyeksportuj tylko te, których potrzebujesz.
        [few] Plik { $file } ma więcej niż { NUMBER($limit) } kolumny. Wyeksportuj tylko te, których potrzebujesz.
        [many] Plik { $file } ma więcej niż { NUMBER($limit) } kolumn. Wyeksportuj tylko te, których potrzebujesz.
       *[other] Plik { $file } ma więcej niż { NUMBER($limit) } kolumn. Wyeksportuj tylko te, których potrzebujesz.
    }
import-no-identity = Żadna kolumna pliku { $file } nie mówi, którego leada dotyczy wiersz: ani identyfikator, ani adres e-mail, ani nazwisko z firmą. Nagłówki: { $headings }. W pliku mapowania można wskazać znaczenie kolumn.
import-nothing-of-leads = W pliku { $file } nie ma leadów, szans sprzedaży ani aktywności. Wczytaj go razem z leadami, do których należy.
import-several-systems = Te pliki pochodzą z kilku CRM-ów ({ $systems }). Wczytaj każdy CRM osobno.
import-too-many-refused = { $refused ->
        [one] Trzeba by odrzucić { NUMBER($refused) } wiersz z { NUMBER($read) }, więc niczego nie wczytano. Wiersz wraz z powodem znajdziesz w { $refused_file }.
        [few] Trzeba by odrzucić { NUMBER($refused) } wiersze z { NUMBER($read) }, więc niczego nie wczytano. Wiersze wraz z powodami znajdziesz w { $refused_file }.
        [many] Trzeba by odrzucić { NUMBER($refused) } wierszy z { NUMBER($read) }, więc niczego nie wczytano. Wiersze wraz z powodami znajdziesz w { $refused_file }.
       *[other] Trzeba by odrzucić { NUMBER($refused) } wierszy z { NUMBER($read) }, więc niczego nie wczytano. Wiersze wraz z powodami znajdziesz w { $refused_file }.
    }
import-unknown-zone = Nie ma strefy czasowej { $zone }. Wpisz ją jako Europe/Warsaw lub UTC.
import-no-room = Nie można zapisać pliku { $file } ani obok importu, ani w bieżącym folderze.
import-mapping-unreadable = Plik mapowania { $file } nie jest poprawnym plikiem TOML.
import-mapping-table = W pliku mapowania { $file } jest tabela [{ $table }], która nic tu nie znaczy. Dozwolone są [columns], [status], [reason], [tags] i [stage], z tekstem po obu stronach.
import-mapping-field = W pliku mapowania { $file } podano pole { $field }, którego nie ma. Własne pola zaczynają się od „extra.”.
import-mapping-long = W pliku mapowania { $file } nazwa pola { $field } jest za długa: po „extra.” zmieści się najwyżej { $most } znaków.
import-mapping-word = W pliku mapowania { $file } pod [{ $table }] jest { $word }, a Leadloop nie zna takiego statusu ani powodu.

## dlaczego odrzucono wiersz
import-refused-columns = { $found ->
        [one] { NUMBER($found) } komórka zamiast { NUMBER($expected) }
        [few] { NUMBER($found) } komórki zamiast { NUMBER($expected) }
        [many] { NUMBER($found) } komórek zamiast { NUMBER($expected) }
       *[other] { NUMBER($found) } komórek zamiast { NUMBER($expected) }
    }
import-refused-one-field = Cały wiersz znalazł się w jednym cudzysłowie
import-refused-cell = Komórka jest za długa albo brakuje zamykającego cudzysłowu
import-refused-long = { $heading }: za długi tekst
import-refused-date = { $heading }: { $value } nie jest datą
import-refused-no-date = Brak daty
import-refused-identity = Brak identyfikatora, adresu e-mail oraz nazwiska z firmą
import-refused-no-lead = Nie należy do żadnego znanego leada

## co warto wiedzieć
import-note-sessions = { $file } zawiera wizyty na stronie, które nie są kontaktem ze strony sprzedaży, więc został pominięty.
import-note-date-order = W pliku { $file } nic nie wskazuje, czy w datach najpierw stoi dzień, czy miesiąc; przyjęto dzień.

## raport
import-report-title = Import zakończony
import-report-system = Źródło
import-report-read = Wczytane wiersze
import-report-new = Nowe leady
import-report-changed = Zmienione leady
import-report-unchanged = Leady bez zmian
import-report-activities = Nowe aktywności
import-report-repeated = Powtórzone wiersze (liczy się ostatni)
import-report-refused = Odrzucone wiersze
import-report-refused-file = Odrzucone wiersze wraz z powodami są w { $file }
import-report-columns = Kolumny
import-report-file = Plik
import-report-heading = Nagłówek
import-report-field = Znaczenie
import-report-left-out = pominięta
import-report-words = Nieznane słowa (zachowane bez zmian; ich znaczenie można podać w pliku mapowania)
import-report-word = Słowo
import-report-table = Gdzie
import-report-count = Ile razy
import-report-dates = Kolejność w datach
import-report-year-first = rok, miesiąc, dzień
import-report-day-first = dzień, miesiąc, rok
import-report-month-first = miesiąc, dzień, rok
import-progress-reading = Wczytywanie
import-progress-writing = Zapisywanie
