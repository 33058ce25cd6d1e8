# What only Slack says.

slack-cancel = Anuluj
slack-close = Zamknij
slack-chart-values = Liczba

## Odpowiedzi na wejściu

slack-too-late = Slack nie doczekał się formularza. Naciśnij jeszcze raz.
slack-in-direct = Już sprawdzam: odpowiedź znajdziesz w wiadomości prywatnej od Leadloop.
slack-at-home = Twoja strona jest w aplikacji Leadloop, na karcie „Strona główna”.
slack-open-form = Otwórz formularz
slack-please-correct = Popraw, proszę:
slack-shared-channel = Ten kanał jest współdzielony z inną firmą, dlatego nie pokazujemy w nim leadów. Zapytaj w wiadomości prywatnej.
slack-incident = Coś poszło nie tak po naszej stronie; zapisaliśmy to jako incydent { $incident }. Spróbuj ponownie.
slack-unfurl-neutral = Lead w CRM. O jego losy zapytaj Leadloop w wiadomości prywatnej.
slack-file-no-access = Leadloop nie ma tu dostępu do plików. Wklej leady jako tekst albo poproś administratora o zgodę na odczyt plików.
slack-file-late = Slack nie przekazał pliku na czas. Wyślij go jeszcze raz albo wklej leady jako tekst.
slack-file-too-large = Plik jest za duży: lista może mieć najwyżej { $limit } MB. Wyślij krótszą.

# The manifest

slack-manifest-https = Slack łączy się tylko z adresami, które zaczynają się od https://.
slack-manifest-hosts = Slack informuje o linkach do najwyżej { $most } hostów. Podaj ich mniej w { $setting }.
