# Загрузка того, что выгрузила CRM

## почему отклонена вся загрузка
import-no-files = Укажите хотя бы один файл для загрузки.
import-no-file = Файла { $file } нет.
import-unreadable = Файл { $file } не удаётся прочитать. Проверьте права доступа.
import-empty = В файле { $file } нет строк для загрузки.
import-no-table = { $file } не похож на текстовую таблицу. Выгрузите данные ещё раз в CSV или XLSX.
import-old-workbook = { $file } — старый файл Excel или файл под паролем. Сохраните его как .xlsx без пароля или как CSV.
import-damaged = Файл { $file } повреждён или защищён паролем. Сохраните его заново как .xlsx или CSV.
import-macros = В файле { $file } есть макросы. Сохраните его как .xlsx без макросов или как CSV.
import-bomb = При открытии файл { $file } разросся бы до огромного размера, поэтому он не открыт. Сохраните лист как CSV.
import-too-large = Файл { $file } больше { $limit } МБ, которые можно загрузить за один раз. Разделите его или выгрузите меньше столбцов.
import-too-many-rows = { $limit ->
        [one] В файле { $file } больше { NUMBER($limit) } строки. Разделите его или сохраните как CSV.
        [few] В файле { $file } больше { NUMBER($limit) } строк. Разделите его или сохраните как CSV.
        [many] В файле { $file } больше { NUMBER($limit) } строк. Разделите его или сохраните как CSV.
       *[other] В файле { $file } больше { NUMBER($limit) } строк. Разделите его или сохраните как CSV.
    }
import-too-many-columns = { $limit ->
        [one] В файле { $file } больше { NUMBER($limit) } столбца. Выгрузите только нужные.
        [few] В файле { $file } больше { NUMBER($limit) } столбцов. Выгрузите только нужные.
        [many] В файле { $file } больше { NUMBER($limit) } столбцов. Выгрузите только нужные.
       *[other] В файле { $file } больше { NUMBER($limit) } столбцов. Выгрузите только нужные.
    }
import-no-identity = Ни один столбец файла { $file } не говорит, о каком лиде строка: нет ни идентификатора, ни адреса почты, ни имени с компанией. Заголовки: { $headings }. Значение столбцов можно указать в файле сопоставления.
import-nothing-of-leads = В файле { $file } нет ни лидов, ни сделок, ни активностей. Загрузите его вместе с лидами, к которым он относится.
import-several-systems = Эти файлы из разных CRM ({ $systems }). Загружайте каждую CRM отдельно.
import-too-many-refused = { $refused ->
        [one] Пришлось бы отклонить { NUMBER($refused) } строку из { NUMBER($read) }, поэтому ничего не загружено. Строка с причиной — в { $refused_file }.
        [few] Пришлось бы отклонить { NUMBER($refused) } строки из { NUMBER($read) }, поэтому ничего не загружено. Строки с причинами — в { $refused_file }.
        [many] Пришлось бы отклонить { NUMBER($refused) } строк из { NUMBER($read) }, поэтому ничего не загружено. Строки с причинами — в { $refused_file }.
       *[other] Пришлось бы отклонить { NUMBER($refused) } строк из { NUMBER($read) }, поэтому ничего не загружено. Строки с причинами — в { $refused_file }.
    }
import-unknown-zone = Часового пояса { $zone } нет. Напишите его как Europe/Moscow или UTC.
import-no-room = Файл { $file } не удаётся записать ни рядом с загрузкой, ни в рабочей папке.
import-mapping-unreadable = Файл сопоставления { $file } — не TOML.
import-mapping-table = В файле сопоставления { $file } есть таблица [{ $table }], которая здесь ничего не значит. Допустимы [columns], [status], [reason], [tags] и [stage], с текстом с обеих сторон.
import-mapping-field = В файле сопоставления { $file } указано поле { $field }, которого нет. Свои поля начинаются с «extra.».
import-mapping-long = В файле сопоставления { $file } слишком длинное имя поля { $field }: после «extra.» помещается не больше { $most } знаков.
import-mapping-word = В файле сопоставления { $file } в таблице [{ $table }] стоит { $word }: такого статуса или причины в Leadloop нет.

## почему отклонена строка
import-refused-columns = { $found ->
        [one] { NUMBER($found) } ячейка вместо { NUMBER($expected) }
        [few] { NUMBER($found) } ячейки вместо { NUMBER($expected) }
        [many] { NUMBER($found) } ячеек вместо { NUMBER($expected) }
       *[other] { NUMBER($found) } ячеек вместо { NUMBER($expected) }
    }
import-refused-one-field = Вся строка взята в одни кавычки
import-refused-cell = Ячейка слишком длинная или кавычка не закрыта
import-refused-long = { $heading }: слишком длинный текст
import-refused-date = { $heading }: { $value } — не дата
import-refused-no-date = Нет даты
import-refused-identity = Нет ни идентификатора, ни адреса почты, ни имени с компанией
import-refused-no-lead = Не относится ни к одному известному лиду

## что стоит знать
import-note-sessions = В файле { $file } — посещения сайта; это не касания продаж, поэтому он пропущен.
import-note-date-order = По файлу { $file } не видно, что в датах стоит первым, день или месяц; принят день.

## отчёт
import-report-title = Загрузка завершена
import-report-system = Источник
import-report-read = Прочитано строк
import-report-new = Новых лидов
import-report-changed = Изменённых лидов
import-report-unchanged = Лидов без изменений
import-report-activities = Новых активностей
import-report-repeated = Повторных строк (учтена последняя)
import-report-refused = Отклонено строк
import-report-refused-file = Отклонённые строки с причинами — в { $file }
import-report-columns = Столбцы
import-report-file = Файл
import-report-heading = Заголовок
import-report-field = Значение
import-report-left-out = пропущен
import-report-words = Незнакомые слова (сохранены как есть; их значение можно указать в файле сопоставления)
import-report-word = Слово
import-report-table = Где
import-report-count = Сколько раз
import-report-dates = Порядок в датах
import-report-year-first = год, месяц, день
import-report-day-first = день, месяц, год
import-report-month-first = месяц, день, год
import-progress-reading = Чтение
import-progress-writing = Запись
