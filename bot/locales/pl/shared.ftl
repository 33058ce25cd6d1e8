# Words that every feature uses.

verbatim = { $text }
none = –

## What became of a lead: in a table, and counted in a headline

outcome-converted = Skonwertowany
outcome-qualified = Zakwalifikowany
outcome-in-conversation = W rozmowach
outcome-trying = Próby kontaktu
outcome-later = Odłożony na później
outcome-disqualified = Zdyskwalifikowany
outcome-not-touched = Bez kontaktu
outcome-unknown = Brak informacji

outcome-count-converted =
    { $count ->
        [one] { $count } skonwertowany
        [few] { $count } skonwertowane
        [many] { $count } skonwertowanych
       *[other] { $count } skonwertowanego
    }
outcome-count-qualified =
    { $count ->
        [one] { $count } zakwalifikowany
        [few] { $count } zakwalifikowane
        [many] { $count } zakwalifikowanych
       *[other] { $count } zakwalifikowanego
    }
outcome-count-in-conversation = { $count } w rozmowach
outcome-count-trying = { $count } na razie bez odpowiedzi
outcome-count-later =
    { $count ->
        [one] { $count } odłożony
        [few] { $count } odłożone
        [many] { $count } odłożonych
       *[other] { $count } odłożonego
    }
outcome-count-disqualified =
    { $count ->
        [one] { $count } zdyskwalifikowany
        [few] { $count } zdyskwalifikowane
        [many] { $count } zdyskwalifikowanych
       *[other] { $count } zdyskwalifikowanego
    }
outcome-count-not-touched = { $count } bez kontaktu
outcome-count-unknown = { $count } bez informacji

## Why a lead was disqualified or put off; also inside parentheses

reason-no-need = brak potrzeby
reason-no-budget = brak budżetu
reason-not-target = spoza grupy docelowej
reason-competitor = wybór konkurencji
reason-bad-data = błędne dane kontaktowe
reason-unreachable = nie udało się skontaktować
reason-no-authority = nie decyduje o zakupie
reason-price = cena
reason-timing = nieodpowiedni moment
reason-already-customer = już jest klientem
reason-duplicate = duplikat
reason-opted-out = rezygnacja z kontaktu
reason-other = inny powód

reason-count = { $reason }: { $count }

## Where a fact comes from, and how old it is

provenance-crm = CRM
provenance-rep = od handlowca
provenance-waiting = zapytano, czekamy
provenance-nobody = nikt nie wie

business-hours =
    { $hours ->
        [one] { $hours } godzina robocza
        [few] { $hours } godziny robocze
        [many] { $hours } godzin roboczych
       *[other] { $hours } godziny roboczej
    }

## When something cannot be done

router-unknown = Ta wersja Leadloop tego nie zna. Jeśli był to przycisk ze starszej wersji, skorzystaj z najnowszej wiadomości albo zadaj pytanie jeszcze raz.
people-unknown = Leadloop nie zna tej osoby. Może ją dodać administrator.

## What every chat says

chat-label = { $label }:
chat-more = … i jeszcze { $count }
chat-choose = Wybierz…
chat-yes = Tak
chat-earliest = Najwcześniej { $day }.

# Beside a field of a form
form-choose = Wybierz jedną z podanych możliwości.
form-day-wrong = To nie jest data.
form-empty = Proszę uzupełnić to pole.
form-too-long = Maksymalna długość to { $longest } znaków, a jest ich { $length }.
