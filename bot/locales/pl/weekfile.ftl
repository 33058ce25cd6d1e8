# Tydzień w pliku i polecenie, które drukuje jego podsumowanie.

weekfile-title = Tydzień w liczbach: { $week }
weekfile-sent = Plik za chwilę będzie w Twoich wiadomościach prywatnych.
weekfile-number = { $number }

weekfile-counts = Leady
weekfile-reasons = Powody
weekfile-campaigns = Kampanie
weekfile-flags = Zgłoszenia
weekfile-questions = Pytania
weekfile-completeness = Kompletność
weekfile-owed = Zaległości

weekfile-column-part = Część
weekfile-column-what = Wskaźnik
weekfile-column-about = Czego dotyczy
weekfile-column-since = Od
weekfile-column-until = Do
weekfile-column-value = Wartość
weekfile-column-unit = Jednostka
weekfile-column-last = Tydzień wcześniej
weekfile-column-low = Zakres od
weekfile-column-high = Zakres do

weekfile-hidden = ukryte: mała grupa
weekfile-not-known = brak danych
weekfile-few-people = nie podajemy: mniej niż { $people } osób lub { $leads } leadów
weekfile-not-later = nie policzono: da się to ustalić tylko w danym tygodniu
weekfile-none-stands-out = żadna kampania się nie wyróżnia
weekfile-each-reason = każdy powód
weekfile-all-but = wszystkie poza { $campaign }

weekfile-unit-leads = leady
weekfile-unit-hours = godziny robocze
weekfile-unit-percent = procent
weekfile-unit-flags = zgłoszenia
weekfile-unit-words = słowa

weekfile-touch-median = Czas do pierwszego kontaktu, mediana
weekfile-touch-within = Pierwszy kontakt w ciągu { $agreed } godz. roboczych, około
weekfile-touch-leads = Pierwsze kontakty, co najmniej
weekfile-campaign-leads = Leady o znanym wyniku
weekfile-promising = Obiecujące leady
weekfile-promising-share = Odsetek obiecujących leadów
weekfile-flags-raised = Nowe zgłoszenia
weekfile-flags-praised = Zgłoszenia z pochwałą
weekfile-flags-accepted = Zgłoszenia przyjęte
weekfile-flags-declined = Zgłoszenia odrzucone
weekfile-flags-done = Zgłoszenia z wprowadzoną zmianą
weekfile-flags-waiting = Zgłoszenia czekające na decyzję, co najmniej
weekfile-praise = Pochwały
weekfile-did = Zgłoszone i załatwione
weekfile-before = Odsetek obiecujących leadów przed zmianą
weekfile-after = Odsetek obiecujących leadów po zmianie
weekfile-asked = Leady, o które pytano
weekfile-answered = W tym z odpowiedzią
weekfile-still-open = W tym wciąż otwarte
weekfile-complete = Otwarte leady ze wszystkimi polami potrzebnymi obu zespołom, około

weekfile-cannot-write = Nie można zapisać pliku { $file }.
