# Własne słowa demo w przeglądarce. „Leadloop” to nazwa i się nie zmienia.

demo-demo = demo
demo-channels = Kanały
demo-channel = Kanał po { $language ->
    [pl] polsku
    [ru] rosyjsku
    [zh] chińsku
   *[en] angielsku
}
demo-direct = Wiadomości bezpośrednie
demo-home = Strona główna
demo-home-about = Twoja strona w Leadloop
demo-at-home = Twoja strona to „{ demo-home }” na pasku bocznym.
demo-messages = Rozmowy
demo-you = Jesteś:
demo-be = Wybierz, kim jesteś
demo-menu = Otwórz menu
demo-close = Zamknij
demo-cancel = Anuluj
demo-dismiss = Ukryj
demo-choose = Wybierz…
demo-optional = nieobowiązkowe
demo-bot = bot
demo-edited = zaktualizowano
demo-updated = Zaktualizowano:
demo-new = Nowe
demo-unread = nieprzeczytane
demo-earlier = Pokaż wcześniejsze wiadomości
demo-only-you = Widzisz to tylko Ty
demo-gallery = Wszystkie karty i formularze

## Who somebody is

demo-role-rep = Sprzedaż
demo-role-marketer = Marketing
demo-role-manager = Menedżer
demo-role-administrator = Administrator

## Writing

demo-write-channel = Zapytaj @Leadloop na #{ $channel }
demo-write-direct = Zapytaj Leadloop lub dołącz listę leadów
demo-send = Wyślij
demo-attach = Dołącz listę leadów (CSV lub XLSX)
demo-mention = Wspomnij Leadloop
demo-sample = Wypróbuj przykład

## The clock

demo-clock = Czas w demo
demo-clock-hour = +1 godzina
demo-clock-tomorrow = Jutro 9:30
demo-clock-monday = Poniedziałek 9:00
demo-clock-workdays = Za 3 dni robocze

## What one might try

demo-try-marketer = Wklej przekazane leady i zapytaj, co się z nimi stało. Odpowiedź przyjdzie od razu, a o to, czego nie wie CRM, Leadloop zapyta opiekunów leadów za Ciebie.
demo-try-rep = Na razie nie ma tu nic do zrobienia. Gdy marketing zapyta o Twoje leady, przyjdzie jedna wiadomość bezpośrednia, a na każdy wiersz odpowiesz jednym kliknięciem. Możesz też powiedzieć, co było nie tak z leadem: napisz „zgłoś” i jego adres.
demo-try-manager = Zapytaj o kampanię lub listę leadów. Widzisz to samo co oba zespoły: jedną prawdę, bez nazwisk przy opóźnieniach.
demo-try-administrator = Zapytaj o dowolną listę leadów. Tu zobaczysz też opiekunów bez konta na czacie i wiadomości, których nie udało się dostarczyć.

## The story, step by step

demo-guide = Historia w ośmiu krokach
demo-guide-end = To cała historia. Tom czyta w swoich wiadomościach, co zdecydowano, a Maya trzy dni robocze po pytaniu dostaje podsumowanie. Dalej: napisz do Leadloop „definicja”, „spotkanie” albo „podsumowanie”. To, co poprawili handlowcy, widać w „{ demo-crm-open }” na dole paska bocznego: zmień tam coś ręcznie i zobacz, co się stanie.
demo-open = Otwórz
demo-step-ask = { $person } pyta o 20 leadów
demo-step-owners = Zapytaj opiekunów
demo-step-answer = Odpowiedz na pytanie
demo-step-watch = Karta się wypełnia
demo-step-flag = { $person } zgłasza słabego leada
demo-step-decide = { $person } decyduje
demo-step-fix = Rano: popraw pole CRM
demo-step-digest = W poniedziałek: podsumowanie

## CRM w demo

demo-crm-open = CRM w demo
demo-crm-about = Zmyślony i tylko na tym komputerze. Leadloop czyta go i zapisuje w nim tak, jak robiłby to w Twoim. Zmień coś ręcznie i zobacz, co się stanie.
demo-crm-chat = Wróć do czatu
demo-crm-look = Niech Leadloop zajrzy teraz
demo-crm-looks = Zagląda co pięć minut, przy każdym przesunięciu zegara i po każdym własnym zapisie.
demo-crm-looked = Leadloop zajrzał i wie, co tu jest.
demo-crm-saved = Zapisano. Leadloop jeszcze tego nie widział: handlowiec, który teraz wypełni to samo pole, zobaczy obie wartości.
demo-crm-search = Imię i nazwisko, firma lub identyfikator
demo-crm-find = Szukaj
demo-crm-found = Znalezione
demo-crm-found-none = Żaden lead tak się nie nazywa.
demo-crm-asked = { $person } – o te leady Leadloop teraz pyta
demo-crm-asked-all = O te leady Leadloop teraz pyta handlowców
demo-crm-asked-none = O żadne. O nieaktualne pola Leadloop pyta w dzień roboczy o 9:30 według zegara danej osoby: przesuń zegar w czacie.
demo-crm-changed = Zmienione od początku demo
demo-crm-changed-none = Na razie nic.
demo-crm-owner = Opiekun: { $name }
demo-crm-all = Wszystkie leady
demo-crm-next-day = Data następnego kroku
demo-crm-save = Zapisz
demo-crm-history = Co się zmieniło
demo-crm-history-none = Nic od początku demo.
demo-crm-by-hand = { $at } · ręcznie, tutaj
demo-crm-by-leadloop = { $at } · przez Leadloop

## When something is wrong

demo-offline = Utracono połączenie. Próbuję ponownie…
demo-failed = To nie dotarło do demo. Spróbuj ponownie.
demo-incident = Coś poszło nie tak po naszej stronie; zapisaliśmy to jako incydent { $incident }. Spróbuj ponownie.
demo-bad-request = Demo nie mogło odczytać tego żądania. Odśwież stronę.
demo-foreign = To żądanie nie pochodzi ze strony demo. Odśwież ją.
demo-no-person = W demo nie ma takiej osoby.
demo-no-conversation = Nie uczestniczysz w tej rozmowie.
demo-no-file = Tego pliku już tu nie ma.
demo-file-where = Pliki wysyłaj w wiadomości bezpośredniej do Leadloop.

## The gallery

demo-gallery-title = Leadloop: wszystkie karty i formularze
demo-gallery-lang = Język
demo-gallery-theme = Kolory
demo-gallery-width = Szerokość
demo-gallery-en = English
demo-gallery-pl = Polski
demo-gallery-ru = Русский
demo-gallery-zh = 中文
demo-gallery-all = Wszystkie
demo-gallery-auto = Jak w systemie
demo-gallery-light = Jasne
demo-gallery-dark = Ciemne
demo-gallery-desk = Biurko
demo-gallery-phone = Telefon
demo-sample-question = co się stało z tymi leadami?
demo-sample-flag = zgłoś { $lead }
