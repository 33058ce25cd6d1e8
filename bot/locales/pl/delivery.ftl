# Wiadomości, które nie dotarły; czyta je administrator.

delivery-parked = Nie udało się dostarczyć wiadomości. Odbiorca: { $who }.
delivery-detail = Platforma podaje: { $detail }
delivery-channel-sales = kanał sprzedaży
delivery-channel-marketing = kanał marketingu
delivery-channel-other = inny kanał
delivery-trouble-no-destination = Leadloop nie wie, dokąd ją wysłać. Połącz konto albo ustaw kanał.
delivery-trouble-refused = Platforma jej nie przyjmuje. Sprawdź, czy kanał istnieje i czy Leadloop w nim jest.
delivery-trouble-refused-person = Platforma jej nie przyjmuje. Być może ta osoba zablokowała lub usunęła Leadloop albo nie ma już konta. Gdy znów doda Leadloop albo do niego napisze, spróbuj ponownie.
delivery-trouble-unavailable = Platforma nie przyjęła jej przez całą dobę.
delivery-trouble-unsure = Być może dotarła, ale platforma tego nie mówi. Nie wyślemy jej ponownie, żeby nikt nie czytał jej dwa razy.
delivery-trouble-failed = Każda próba została przerwana. Więcej jest w dzienniku.
delivery-trouble-damaged = Zapisała ją inna wersja i nie da się jej już odczytać.
