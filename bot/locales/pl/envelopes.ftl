# Koperta: to, co w dniu roboczym czeka na handlowca, w jednej wiadomości

envelopes-title =
    { $count ->
        [one] { $count } sprawa czeka na Twoją odpowiedź
        [few] { $count } sprawy czekają na Twoją odpowiedź
        [many] { $count } spraw czeka na Twoją odpowiedź
       *[other] { $count } sprawy czeka na Twoją odpowiedź
    }
envelopes-done =
    { $count ->
        [one] Dziękujemy, mamy odpowiedź: { $count } lead
        [few] Dziękujemy, mamy komplet odpowiedzi: { $count } leady
        [many] Dziękujemy, mamy komplet odpowiedzi: { $count } leadów
       *[other] Dziękujemy, mamy komplet odpowiedzi: { $count } leada
    }
envelopes-over = Czas na odpowiedź minął
envelopes-help = Na każde pytanie wystarczy jedno kliknięcie. „Jeszcze nie wiem” to też dobra odpowiedź i nigdy nie pokazujemy przy niej Twojego nazwiska.
envelopes-thanks = Twoje odpowiedzi są już tam, gdzie są potrzebne. Niektóre możesz tu jeszcze zmienić.
envelopes-gone = Ta wiadomość nie jest już aktualna.

# Na własnej stronie

envelopes-home-none-title = Nic nie czeka na Twoją odpowiedź
envelopes-home-none = Gdy ktoś zapyta o Twoje leady, zobaczysz je tutaj i w jednej wiadomości prywatnej dziennie.
