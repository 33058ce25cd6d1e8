settings-wrong = Popraw ustawienia: { $faults }
check-all-well = Wszystko w porządku.
ask-no-file = Nie ma pliku { $file }.
ask-nothing-imported = Nie ma tu jeszcze żadnych leadów: wczytaj je poleceniem leadloop import PLIK.
run-salesforce-no-proof = Salesforce wymaga poświadczenia: sekretu aplikacji albo użytkownika z kluczem prywatnym. Szczegóły są w docs/crm.md.
run-crm-twice = Dwa połączenia dostarczają leady tego samego CRM. Proszę nadać eksportowanemu plikowi własną nazwę w { $setting } albo usunąć jedno z połączeń.
run-no-key-file = Nie można odczytać pliku z kluczem { $file }.
run-dynamics-no-proof = Dynamics wymaga dzierżawy, aplikacji i poświadczenia: sekretu, certyfikatu albo tożsamości zarządzanej. Szczegóły są w docs/crm.md.
run-no-platform = Żadna platforma nie jest jeszcze skonfigurowana. Podłącz Slacka (docs/slack.md) lub Teams (docs/teams.md) albo wypróbuj „leadloop demo”.
run-slack-no-door = Slack potrzebuje jeszcze jednego ustawienia: tokenu aplikacji (Socket Mode) albo klucza podpisu (HTTP). Gdzie je znaleźć, opisuje docs/slack.md.
run-teams-no-tenant = Teams potrzebuje jeszcze jednego ustawienia: identyfikatora dzierżawy Entra. Gdzie go znaleźć, opisuje docs/teams.md.
run-teams-no-proof = Teams potrzebuje jeszcze jednego ustawienia: klucza tajnego, certyfikatu albo tożsamości zarządzanej. Jak je uzyskać, opisuje docs/teams.md.

# leadloop check

check-database = Baza danych działa.
check-no-domains = Na razie nikt nie ma dostępu: podaj domeny pocztowe firmy w { $setting }.
check-no-administrators = Na razie nikt nie może zarządzać Leadloop: podaj kogoś w { $setting }.
check-no-platform = Żadna platforma nie jest jeszcze skonfigurowana. Jak ją podłączyć, opisują docs/slack.md i docs/teams.md.
check-clock = Zegar chodzi dobrze.
check-clock-unknown = Slack nie podał czasu, więc nie można było porównać zegara.
check-clock-wrong = { $minutes ->
    [one] Zegar jest przesunięty o { $minutes } minutę, więc wywołania ze Slacka byłyby odrzucane. Ustaw go przez NTP.
    [few] Zegar jest przesunięty o { $minutes } minuty, więc wywołania ze Slacka byłyby odrzucane. Ustaw go przez NTP.
    [many] Zegar jest przesunięty o { $minutes } minut, więc wywołania ze Slacka byłyby odrzucane. Ustaw go przez NTP.
   *[other] Zegar jest przesunięty o { $minutes } minuty, więc wywołania ze Slacka byłyby odrzucane. Ustaw go przez NTP.
}
check-slack-workspace = Slack przyjmuje token bota, przestrzeń robocza: { $name }.
check-slack-token = Slack odrzuca token bota ({ $code }). Skopiuj go ponownie z Install App.
check-slack-away = Nie udało się połączyć ze Slackiem ({ $error }).
check-slack-rights = Leadloop ma wszystkie potrzebne uprawnienia.
check-slack-scopes = Brakuje uprawnień: { $scopes }. Dodaj je do aplikacji i zainstaluj ją ponownie.
check-slack-optional = Bez { $scopes } nie można wysyłać list leadów jako pliku. Reszta działa.
check-slack-http = Slack łączy się z Leadloop przez HTTP, a jego podpis można sprawdzić.
check-slack-socket = Leadloop może otworzyć połączenie ze Slackiem (Socket Mode).
check-slack-app-token = Slack odrzuca token aplikacji ({ $code }). Zaczyna się od xapp i wymaga connections:write.
check-slack-no-channel = Nie podano kanału ({ $team }). Administrator może go wybrać na stronie głównej Leadloop.
check-slack-channel = Leadloop jest tam, gdzie trzeba: { $team }.
check-slack-channel-shared = Uwaga: { $team } jest udostępniony innej firmie, więc nie trafią tam dane leadów. Wybierz inny.
check-slack-channel-closed = Leadloop nie może pisać tutaj: { $team } ({ $code }). Zaproś go tam.
check-slack-administrator = Slack nie zna nikogo z adresem { $email }.
check-slack-administrator-known = Slack zna administratora { $email }.
check-teams-token = Entra wydaje aplikacji { $app } token do Teams.
check-teams-refused = Entra odrzuca aplikację ({ $code }). Sprawdź jej identyfikator, dzierżawę oraz klucz tajny lub certyfikat; co znaczą kody, opisuje docs/teams.md.
check-teams-away = Nie udało się połączyć z Microsoftem ({ $error }).
check-teams-keys = Klucze, którymi sprawdza się wywołania z Teams, są dostępne.
check-teams-no-keys = Nie udało się pobrać kluczy, którymi sprawdza się wywołania z Teams, więc każde byłoby odrzucone. Leadloop musi mieć dostęp do { $host }.
check-teams-certificate = Certyfikat jest ważny do { $until }.
check-teams-certificate-soon = Certyfikat wygasa { $until }. Zarejestruj wkrótce nowy.
check-teams-certificate-over = Certyfikat wygasł { $until }. Zarejestruj nowy.
check-teams-certificate-odd = Nie można odczytać certyfikatu { $file }.
check-teams-endpoint = Teams musi mieć dostęp do { $address }: to adres punktu końcowego wiadomości.
check-teams-no-endpoint = Teams łączy się tylko z publicznym adresem: podaj jego host w { $setting }.
check-teams-install = Leadloop może zainstalować się opiekunom leadów, z którymi nie miał jeszcze kontaktu.
check-teams-no-install = Leadloop nie może zainstalować się opiekunom leadów ({ $code }). Potrzebuje dwóch uprawnień w Graph i swojego pakietu w katalogu organizacji.
check-teams-no-users = Bez User.Read.All można znaleźć tylko tych opiekunów, którzy są w jednym zespole z Leadloop.
check-teams-no-channel = Nie podano kanału ({ $team }). Administrator może go wybrać na stronie głównej Leadloop.
check-teams-channel = Leadloop jest tam, gdzie trzeba: { $team }.
check-teams-channel-shared = Uwaga: { $team } czyta ktoś spoza firmy, więc nie trafią tam dane leadów. Wybierz inny kanał.
check-teams-channel-closed = Leadloop nie może pisać tutaj: { $team } ({ $code }). Dodaj go do zespołu i wspomnij go tam raz.
check-teams-administrator = Leadloop nie zna jeszcze w Teams administratora { $email }. Wystarczy, że ta osoba doda Leadloop dla siebie albo do swojego zespołu.
check-teams-administrator-known = Teams zna administratora { $email }.
