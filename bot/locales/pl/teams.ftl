# What only Teams says.

## Forms

teams-required = To pole trzeba wypełnić.
teams-no-channels = Leadloop nie ma jeszcze dostępu do żadnego kanału. Dodaj go do zespołu, wspomnij o nim na kanale i otwórz ten formularz ponownie.

## Odpowiedzi na wejściu

teams-open-form = Otwórz formularz
teams-done = Gotowe.
teams-done-before = To już zostało zrobione. Aktualny stan pokazuje najnowsza wiadomość.
teams-in-direct = Odpowiedź znajdziesz w czacie z Leadloop.
teams-please-correct = Popraw, proszę:
teams-form-closed = Leadloop nie pamięta już tego formularza. Otwórz go jeszcze raz.
teams-shared-channel = Tę rozmowę mogą czytać osoby spoza firmy, dlatego nie pokazujemy w niej leadów. Zapytaj w czacie z Leadloop.
teams-incident = Coś poszło nie tak po naszej stronie; zapisaliśmy to jako incydent { $incident }. Spróbuj ponownie.
teams-unfurl-neutral = Lead w CRM. O jego losy zapytaj Leadloop w czacie.
teams-file-no-access = Leadloop nie może odczytać tego pliku. Załącz go w czacie z Leadloop albo wklej leady jako tekst.
teams-file-late = Teams nie przekazał pliku na czas. Wyślij go jeszcze raz albo wklej leady jako tekst.
teams-file-too-large = Plik jest za duży: lista może mieć najwyżej { $limit } MB. Wyślij krótszą.
teams-file-gone = Tego pliku już nie przechowujemy. Poproś o niego jeszcze raz.
teams-file-declined = W porządku, plik zostaje u nas. Poproś o niego, gdy będzie potrzebny.
teams-help-title = Leadloop powie Ci, co się stało z Twoimi leadami
teams-help-paste = Wklej tu leady i zapytaj: „co się stało z tymi leadami?”
teams-help-file = Możesz też załączyć listę w pliku CSV lub XLSX.
teams-help-channel = Na kanale wspomnij Leadloop: odpowiedź pojawi się w tym samym wątku.
teams-help-ask = Zapytaj o leady
teams-help-flag = Zgłoś leada
teams-help-home = Pokaż moją stronę
teams-help-settings = Moje ustawienia
