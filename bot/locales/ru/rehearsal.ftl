# Репетиция: о чём правила об устаревших полях спросили бы в прошедшие дни.

rehearsal-title = Репетиция
rehearsal-about = Посмотрите, о чём правила спросили бы в последние рабочие дни, и попробуйте другие настройки. Никого не спрашиваем и ничего не сохраняем.
rehearsal-show = Репетиция за 30 дней
rehearsal-other = Попробовать другие настройки
rehearsal-only = Репетиция правил доступна только администраторам и руководителям.
rehearsal-waiting =
    Идёт репетиция за { $days ->
        [one] { $days } рабочий день
        [few] { $days } рабочих дня
        [many] { $days } рабочих дней
       *[other] { $days } рабочего дня
    }…
rehearsal-waiting-help = Результат появится в этом сообщении через несколько секунд; если лидов очень много, это займёт до минуты.
rehearsal-failed = Репетиция не удалась
rehearsal-failed-help = Ничего не изменилось. Попробуйте ещё раз; если это повторится, причина записана в журнале.
rehearsal-begun = Идёт репетиция… Результат придёт в личном сообщении.
rehearsal-one-at-a-time = Ваша предыдущая репетиция ещё идёт. Пожалуйста, дождитесь её.
rehearsal-headline = Репетиция с { $first } по { $last }
rehearsal-total = { $rows } в { $envelopes }.
rehearsal-rows =
    { $count ->
        [one] { $count } строка
        [few] { $count } строки
        [many] { $count } строк
       *[other] { $count } строки
    }
rehearsal-envelopes =
    { $count ->
        [one] { $count } сообщении
        [few] { $count } сообщениях
        [many] { $count } сообщениях
       *[other] { $count } сообщения
    }
rehearsal-nothing =
    { $days ->
        [one] За { $days } рабочий день никого ни о чём не спросили бы.
        [few] За { $days } рабочих дня никого ни о чём не спросили бы.
        [many] За { $days } рабочих дней никого ни о чём не спросили бы.
       *[other] За { $days } рабочего дня никого ни о чём не спросили бы.
    }
rehearsal-history = Наша история начинается { $day }. За более ранние дни учтено только то, что есть в CRM и сегодня, поэтому строк могло быть больше.
rehearsal-no-history = Истории у нас ещё нет: учтено только то, что есть в CRM сегодня, поэтому строк могло быть больше.
rehearsal-no-rules = Ни одно правило не спрашивает, или ни в одной CRM нет таких полей.
rehearsal-too-few = Распределение строк по менеджерам видно, когда их не меньше { $fewest }. Иначе оно говорило бы о каждом из них.
rehearsal-help = На репетиции никто не отвечает, поэтому лид возвращается через 14 дней. Вопросы коллег не учтены; они занимают места первыми. Лиды отнесены к сегодняшним ответственным.
rehearsal-by-rule = Строки по правилам
rehearsal-by-load = Менеджеры по числу строк в неделю
rehearsal-by-person = По людям: только для администраторов
rehearsal-more =
    { $count ->
        [one] Ещё { $count } человек есть в файле.
        [few] Ещё { $count } человека есть в файле.
        [many] Ещё { $count } человек есть в файле.
       *[other] Ещё { $count } человека есть в файле.
    }
rehearsal-figure = { $count }
rehearsal-load-from = { $least } и больше
rehearsal-column-rule = Правило
rehearsal-column-rows = Строки
rehearsal-column-weekly = Строк в неделю
rehearsal-column-reps = Менеджеры
rehearsal-column-person = Кто
rehearsal-column-envelopes = Сообщения
rehearsal-column-day = День
rehearsal-column-lead = Лид
rehearsal-column-crm = CRM
rehearsal-column-id = ID в CRM
rehearsal-sheet = Прислать CSV
rehearsal-sent = Файл придёт в личном сообщении.

# The form

rehearsal-form = Другие настройки
rehearsal-form-about = Сами правила не изменятся.
rehearsal-form-days = За сколько рабочих дней
rehearsal-form-hint = Через сколько рабочих дней правило спрашивает. Пусто: не спрашивает.
rehearsal-form-submit = Провести репетицию
rehearsal-wrong-days = Можно указать от 1 до { $most } рабочих дней.

# On the command line

rehearsal-written =
    { $count ->
        [one] В файл { $file } записана { $count } строка.
        [few] В файл { $file } записаны { $count } строки.
        [many] В файл { $file } записано { $count } строк.
       *[other] В файл { $file } записано { $count } строки.
    }
