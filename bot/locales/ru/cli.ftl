settings-wrong = Исправьте настройки: { $faults }
check-all-well = Всё в порядке: настройки верны, база данных доступна.
ask-no-file = Файла { $file } нет.
