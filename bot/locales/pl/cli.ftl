settings-wrong = Popraw ustawienia: { $faults }
check-all-well = Wszystko w porządku: ustawienia są poprawne, a baza danych działa.
ask-no-file = Nie ma pliku { $file }.
