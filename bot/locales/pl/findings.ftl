# What many flags have in common

findings-title-campaign =
    { $count ->
        [one] { $count } zgłoszenie o kampanii „{ $name }”: { $reason }
        [few] { $count } zgłoszenia o kampanii „{ $name }”: { $reason }
        [many] { $count } zgłoszeń o kampanii „{ $name }”: { $reason }
       *[other] { $count } zgłoszenia o kampanii „{ $name }”: { $reason }
    }
findings-title-source =
    { $count ->
        [one] { $count } zgłoszenie o leadach ze źródła „{ $name }”: { $reason }
        [few] { $count } zgłoszenia o leadach ze źródła „{ $name }”: { $reason }
        [many] { $count } zgłoszeń o leadach ze źródła „{ $name }”: { $reason }
       *[other] { $count } zgłoszenia o leadach ze źródła „{ $name }”: { $reason }
    }
findings-title-criterion =
    { $count ->
        [one] { $count } zgłoszenie o leadach bez „{ $name }”: { $reason }
        [few] { $count } zgłoszenia o leadach bez „{ $name }”: { $reason }
        [many] { $count } zgłoszeń o leadach bez „{ $name }”: { $reason }
       *[other] { $count } zgłoszenia o leadach bez „{ $name }”: { $reason }
    }
findings-works = Co działa – { $finding }

findings-standing-open = Otwarty od { $day }
findings-standing-for-meeting = Na wspólne spotkanie · otwarty od { $day }
findings-standing-accepted = Uwzględniony { $day }
findings-standing-declined = Nieuwzględniony { $day }
findings-state-open = Otwarty
findings-state-for-meeting = Na wspólne spotkanie
findings-state-accepted = Uwzględniony
findings-state-declined = Nieuwzględniony
findings-said-accepted = Co się zmieni: „{ $words }”
findings-said-declined = Dlaczego nic się nie zmienia: „{ $words }”
findings-said-praise = Co z tego wynika: „{ $words }”
findings-all-withdrawn = Wszystkie zgłoszenia zostały wycofane.

# How its leads fare

findings-object-campaign = Leady z kampanii „{ $name }” od { $since }
findings-object-source = Leady ze źródła „{ $name }” od { $since }
findings-object-criterion = Leady od { $since }, które nie spełniają „{ $name }”
findings-share = { $hits } z { $of } ({ $low }–{ $high }%)
findings-share-percent = { $percent }% ({ $low }–{ $high }%)
findings-elsewhere = { $percent }%
findings-rates = { $object }: obiecujące są { $share }; wśród pozostałych { $elsewhere }.
findings-rates-met = { $object }: obiecujące są { $share }; wśród spełniających { $elsewhere }.
findings-few-leads = { $object }: tutaj lub wśród pozostałych za mało leadów o znanym wyniku na liczby; potrzeba co najmniej { $fewest }.
findings-too-few = mniej niż { $fewest } leadów
findings-may-be-chance = Przedziały zachodzą na siebie: różnica może być przypadkowa.
findings-not-counted = Liczby o tych leadach pojawią się za kilka minut.
findings-help = Obiecujące: w rozmowach, zakwalifikowane lub skonwertowane. Liczą się tylko leady o znanym wyniku; w nawiasie przedział, na jaki pozwala taka liczba leadów (95%). Liczby zmieniają się, gdy znany jest wynik kolejnych { $fewest } leadów; ostatnio policzono { $day }.
findings-chart = Obiecujące leady w procentach – { $object }
findings-here-campaign = Ta kampania
findings-here-source = To źródło
findings-here-criterion = Nie spełniają
findings-there-campaign = Pozostałe
findings-there-source = Pozostałe
findings-there-criterion = Spełniają

# What can be done

findings-decide = Decyzja…
findings-decide-praise = Co z tego wynika…
findings-which = Które leady?
findings-form = Decyzja o wniosku
findings-alike = Wszystkie jego zgłoszenia, które czekają na decyzję, dostaną tę samą, a sprzedaż się o niej dowie.
findings-decision = Jaka jest decyzja?
findings-decision-accept = Uwzględnić: coś się zmieni
findings-decision-decline = Nie uwzględniać: nic się nie zmieni
findings-words = Co się zmieni albo dlaczego nic się nie zmienia?
findings-words-praise = Co zostaje bez zmian lub czego będzie więcej?
findings-words-hint = Przeczyta to sprzedaż. Wystarczy jedno zdanie.
findings-submit = Zapisz decyzję
findings-line = { $lead } · { $state }

# When it cannot be done

findings-gone = Tego wniosku już nie ma.
findings-overtaken = Ktoś był szybszy: ten wniosek w międzyczasie się zmienił.
findings-changed = Ten wniosek w międzyczasie się zmienił. Jego stan to teraz: { $state }. Skorzystaj z najnowszej karty.
findings-only-marketing = O wnioskach decydują marketing, menedżerowie i administratorzy. Możesz zobaczyć, o których leadach mowa.
