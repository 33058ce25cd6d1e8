# O które leady ktoś pyta.

leads-none-named = O które leady chodzi? Wklej adresy e-mail, identyfikatory lub linki z CRM albo nazwiska z firmą; możesz też je opisać, na przykład „leady z webinaru z kwietnia”.
leads-too-long = Ten tekst ma ponad { $most } tysięcy znaków. Wyślij go w częściach albo jako plik CSV.
leads-too-many-lines = Wierszy jest { $count }, a jedno pytanie mieści najwyżej { $most }. Zapytaj w częściach.
leads-too-many = Pasujących leadów jest { $count }: { $what }. Jedno pytanie mieści najwyżej { $most }: podaj też krótszy okres, status lub kampanię.
leads-none-match = Nie pasuje żaden lead: { $what }.
leads-words-unknown = Żadna kampania, źródło ani status nie nazywa się „{ $words }”. Możesz napisać na przykład: { $examples }.
leads-words-unknown-empty = Żadna kampania, źródło ani status nie nazywa się „{ $words }”: jeszcze żadnych tu nie ma. Wklej adresy e-mail, identyfikatory z CRM lub nazwiska.

# Co zrozumiano ze słów, do nagłówka

leads-described = { $so_far } · { $part }
leads-of-campaigns = { $count ->
    [one] kampania { $names }
    [few] kampanie { $names }
    [many] kampanie { $names }
   *[other] kampanie { $names }
}
leads-of-campaigns-more = kampanie { $names } i jeszcze { $more }
leads-of-sources = { $count ->
    [one] źródło { $names }
    [few] źródła { $names }
    [many] źródła { $names }
   *[other] źródła { $names }
}
leads-of-sources-more = źródła { $names } i jeszcze { $more }
leads-with-status-new = jeszcze bez kontaktu
leads-with-status-attempting = próby kontaktu
leads-with-status-connected = w rozmowie
leads-with-status-nurturing = pielęgnowane
leads-with-status-qualified = zakwalifikowane
leads-with-status-converted = skonwertowane
leads-with-status-disqualified = zdyskwalifikowane
leads-on-day = utworzone { $day }
leads-between-days = utworzone od { $first } do { $last }
leads-since-day = utworzone od { $first }
leads-until-day = utworzone do { $last }
