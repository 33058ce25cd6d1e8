# Неделя в файле и команда, которая печатает её сводку.

weekfile-title = Неделя в цифрах: { $week }
weekfile-sent = Файл сейчас придёт вам в личные сообщения.
weekfile-number = { $number }

weekfile-counts = Лиды
weekfile-reasons = Причины
weekfile-campaigns = Кампании
weekfile-flags = Отметки
weekfile-questions = Вопросы
weekfile-completeness = Полнота
weekfile-owed = Долги

weekfile-column-part = Раздел
weekfile-column-what = Показатель
weekfile-column-about = О чём
weekfile-column-since = С
weekfile-column-until = По
weekfile-column-value = Значение
weekfile-column-unit = Единица
weekfile-column-last = Неделей раньше
weekfile-column-low = Диапазон от
weekfile-column-high = Диапазон до

weekfile-hidden = скрыто: малая группа
weekfile-not-known = нет данных
weekfile-few-people = не сообщается: меньше { $people } человек или { $leads } лидов
weekfile-not-later = не посчитано: это видно только в саму неделю
weekfile-none-stands-out = ни одна кампания не выделяется
weekfile-each-reason = каждая причина
weekfile-all-but = все, кроме { $campaign }

weekfile-unit-leads = лиды
weekfile-unit-hours = рабочие часы
weekfile-unit-percent = проценты
weekfile-unit-flags = отметки
weekfile-unit-words = слова

weekfile-touch-median = Время до первого контакта, медиана
weekfile-touch-within = Первый контакт в пределах { $agreed } рабочих часов, около
weekfile-touch-leads = Первые контакты, не меньше
weekfile-campaign-leads = Лиды с известным исходом
weekfile-promising = Перспективные лиды
weekfile-promising-share = Доля перспективных лидов
weekfile-flags-raised = Новые отметки
weekfile-flags-praised = Отметки с похвалой
weekfile-flags-accepted = Отметки принятые
weekfile-flags-declined = Отметки отклонённые
weekfile-flags-done = Отметки, по которым всё сделано
weekfile-flags-waiting = Отметки, ждущие решения, не меньше
weekfile-praise = Похвала
weekfile-did = Вы сказали — мы сделали
weekfile-before = Доля перспективных лидов до изменения
weekfile-after = Доля перспективных лидов после изменения
weekfile-asked = Лиды, о которых спросили
weekfile-answered = Из них с ответом
weekfile-still-open = Из них ещё открыты
weekfile-complete = Открытые лиды со всеми полями, нужными обеим командам, около

weekfile-cannot-write = Не удаётся записать файл { $file }.
