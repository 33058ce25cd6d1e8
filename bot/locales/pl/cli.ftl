settings-wrong = Popraw ustawienia: { $faults }
check-all-well = Wszystko w porządku.
ask-no-file = Nie ma pliku { $file }.
run-no-platform = Żadna platforma nie jest jeszcze skonfigurowana. Podaj token bota Slacka (zob. docs/slack.md) albo wypróbuj „leadloop demo”.
run-slack-no-door = Slack potrzebuje jeszcze jednego ustawienia: tokenu aplikacji (Socket Mode) albo klucza podpisu (HTTP). Gdzie je znaleźć, opisuje docs/slack.md.

# leadloop check

check-database = Baza danych działa.
check-no-domains = Na razie nikt nie ma dostępu: podaj domeny pocztowe firmy w { $setting }.
check-no-administrators = Na razie nikt nie może zarządzać Leadloop: podaj kogoś w { $setting }.
check-no-platform = Żadna platforma nie jest jeszcze skonfigurowana. Jak podłączyć Slacka, opisuje docs/slack.md.
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
