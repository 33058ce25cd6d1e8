# Совместная встреча продаж и маркетинга.

agenda-title = { $title }, { $at }
agenda-length = Длительность
agenda-room = Где
agenda-minutes =
    { $count ->
        [one] { $count } минута
        [few] { $count } минуты
        [many] { $count } минут
       *[other] { $count } минуты
    }
agenda-moved-from = Перенесено с { $day }.
agenda-moved-from-day-off = { $day } — нерабочий день, поэтому встреча пройдёт в следующий рабочий.
agenda-clocks-change = В этот день часы переводят и обычный час пропускается, поэтому встреча начнётся { $at }.
agenda-is-over = Встреча закончилась. Решения и задачи можно записывать, пока не опубликован протокол.
agenda-minutes-are-posted = Протокол опубликован { $at }.
agenda-is-cancelled = Эта встреча не состоится. Открытые темы вернутся в следующую повестку.
agenda-empty = Пока обсуждать нечего. Темы появляются сами, свои тоже можно добавить.
agenda-more = и ещё { $count }

# По минутам

agenda-slot = Мин. { $first }–{ $last } · { $what }
agenda-opening = Открытые задачи
agenda-closing = Что решено и кто что делает до какого срока
agenda-if-time-allows = Если хватит времени, иначе в следующий раз
agenda-spare = { $what } ({ $minutes } мин)
agenda-spare-decided = { $what }: { $words }
agenda-taken-off = Снято с этой повестки
agenda-dropped = { $what }: { $words }
agenda-decided = Решено на встрече: { $words }

agenda-topic-flag = Отметка о лиде { $lead }
agenda-topic-finding = Наблюдение: { $about }
agenda-topic-finding-flags =
    { $count ->
        [one] Наблюдение: { $about } ({ $count } отметка)
        [few] Наблюдение: { $about } ({ $count } отметки)
        [many] Наблюдение: { $about } ({ $count } отметок)
       *[other] Наблюдение: { $about } ({ $count } отметки)
    }
agenda-topic-reason = { $what } — { $reason }
agenda-topic-amendment = Определение квалифицированного лида: предложена версия { $number }
agenda-debt-sales =
    { $count ->
        [one] Ответы продаж: ещё открыто не меньше { $count } лида
        [few] Ответы продаж: ещё открыто не меньше { $count } лидов
        [many] Ответы продаж: ещё открыто не меньше { $count } лидов
       *[other] Ответы продаж: ещё открыто не меньше { $count } лида
    }
agenda-debt-some-sales = Ещё ждём часть ответов от продаж
agenda-debt-marketing =
    { $count ->
        [one] Решения маркетинга: ещё открыто не меньше { $count } отметки
        [few] Решения маркетинга: ещё открыто не меньше { $count } отметок
        [many] Решения маркетинга: ещё открыто не меньше { $count } отметок
       *[other] Решения маркетинга: ещё открыто не меньше { $count } отметки
    }
agenda-debt-some-marketing = Ещё ждём часть решений маркетинга по отметкам
agenda-elsewhere-flag = Решение по отметке принимают в её карточке в канале маркетинга; то, что вы запишете здесь, попадёт в протокол.
agenda-elsewhere-finding = Решение по наблюдению принимают в его карточке в каналах; то, что вы запишете здесь, попадёт в протокол.
agenda-elsewhere-amendment = Версия определения вступит в силу, когда её подпишут в её карточке руководители обеих сторон.
agenda-side-sales = продажи
agenda-side-marketing = маркетинг

# Кнопки

agenda-decide = Решено…
agenda-decide-again = Изменить решение…
agenda-show-flags = Какие отметки?
agenda-show-version = Показать предложение
agenda-earlier = ↑ Раньше
agenda-later = ↓ Позже
agenda-time = Минуты…
agenda-drop = Снять…
agenda-put-back = Вернуть: { $what }
agenda-hint = { $action }: { $what }
agenda-add = Добавить тему…
agenda-agree = Договориться о задаче…
agenda-post-minutes = Опубликовать протокол
agenda-actions-button = Открытые задачи
agenda-as-calendar = Файл календаря
agenda-as-text = Markdown
agenda-save = Сохранить

# Формы

agenda-add-title = Добавить тему
agenda-add-label = Что обсудить?
agenda-add-hint = Лучше о кампании, критерии или шаге, а не о человеке.
agenda-add-submit = Добавить
agenda-time-title = Время на тему
agenda-time-label = Минуты
agenda-drop-title = Снять с повестки
agenda-drop-submit = Снять
agenda-why = Почему? Достаточно нескольких слов.
agenda-decide-title = Что решено
agenda-decide-label = Решено на встрече
agenda-agree-title = Договориться о задаче
agenda-agree-what = Что нужно сделать?
agenda-agree-hint = Одно дело, чтобы всем было ясно, сделано ли оно.
agenda-agree-owner = Кто это сделает?
agenda-agree-due = До какого дня?
agenda-agree-submit = Договориться

# Задачи

agenda-action-open = { $what } · до { $day } · { $side }
agenda-action-overdue = { $what } · срок был { $day } · { $side }
agenda-actions =
    { $count ->
        [one] { $count } открытая задача
        [few] { $count } открытые задачи
        [many] { $count } открытых задач
       *[other] { $count } открытой задачи
    }
agenda-no-actions = Открытых задач нет
agenda-yours =
    { $count ->
        [one] Договорённость со встречи: { $count } задача для вас
        [few] Договорённости со встречи: { $count } задачи для вас
        [many] Договорённости со встречи: { $count } задач для вас
       *[other] Договорённости со встречи: { $count } задачи для вас
    }
agenda-yours-help = Напомним один раз, в рабочий день перед сроком. Другие видят сторону, а не ваше имя.
agenda-due-soon =
    { $count ->
        [one] Скоро срок: { $count } ваша задача
        [few] Скоро срок: { $count } ваши задачи
        [many] Скоро срок: { $count } ваших задач
       *[other] Скоро срок: { $count } вашей задачи
    }
agenda-due-soon-help = Это единственное напоминание. Что останется открытым, вернётся в следующую повестку, без имён.
agenda-done-button = Сделано
agenda-done = Сделано, спасибо: { $what }
agenda-drop-action = Отказаться…
agenda-drop-action-title = Отказаться от задачи
agenda-drop-action-submit = Отказаться
agenda-action-closed = Эта задача уже закрыта.
agenda-action-gone = Этой задачи больше нет.
agenda-only-the-owner = Закрыть задачу может только тот, кто за неё взялся, или руководитель.
agenda-owner-unknown = Leadloop не знает этого человека. Выберите того, кто им пользуется.
agenda-due-range = Выберите, пожалуйста, день начиная с сегодняшнего, в пределах года.

# Протокол

agenda-minutes-title = Протокол: { $title }, { $at }
agenda-minutes-decisions = Решено
agenda-minutes-decision = { $what } — { $words }
agenda-minutes-actions = Договорённости
agenda-minutes-action = { $what }: { $owner }, до { $day }
agenda-minutes-closed = Закрыто с прошлой встречи
agenda-minutes-done = ✓ { $what }
agenda-minutes-given-up = { $what }: отказались ({ $words })
agenda-minutes-dropped = Снято с повестки
agenda-minutes-left = Вернётся в следующий раз
agenda-minutes-nothing = Ничего не записано.
agenda-already-minuted = Протокол опубликован, поэтому эта повестка закрыта. Что осталось открытым, вернётся в следующую.
agenda-not-over = Встреча ещё не закончилась. Протокол можно опубликовать, когда её время пройдёт.

# Серия

agenda-series-title = Совместная встреча
agenda-series-name = Название
agenda-series-rhythm = Как часто
agenda-rhythm-weekly = каждую неделю
agenda-rhythm-fortnightly = раз в две недели
agenda-rhythm-monthly = раз в месяц, в тот же день недели
agenda-rhythm-quarterly = раз в три месяца, в тот же день недели
agenda-series-first-day = Первая встреча
agenda-series-first-day-hint = Задаёт и день недели: второй вторник месяца останется вторым вторником.
agenda-series-starts = Начало
agenda-series-zone = Часовой пояс
agenda-series-room-hint = Комната или ссылка.
agenda-series-end = Завершить эту серию
agenda-series-saved = Записано. Следующая встреча: { $at }.
agenda-series-ended = Серия завершена. Открытые задачи остаются у тех, кто за них взялся.
agenda-series-changed = Кто-то другой тем временем изменил совместную встречу. Закройте эту форму и откройте её снова.
agenda-in-the-past = Это уже в прошлом. Выберите более поздний день или время.
agenda-too-far = Выберите, пожалуйста, день в пределах года.
agenda-first-day-off = В этот день недели никто не работает. Выберите рабочий день.
agenda-beyond-the-next = Следующая за этой встреча — { $at }. Выберите более ранний день или отмените эту встречу.
agenda-move-title = Перенести встречу
agenda-move-day = Новый день
agenda-meeting-moved = Записано. Встреча: { $at }.
agenda-moved = Перенесено: { $title }, теперь { $at }
agenda-moved-before = Раньше планировалось: { $at }.
agenda-cancel-title = Отменить встречу
agenda-cancel-submit = Отменить встречу
agenda-cancelled = Отменено: { $title }, { $at }
agenda-cancelled-why = { $words }
agenda-cancelled-help = Открытые темы вернутся в следующую повестку.
agenda-calendar-about = Повестка — в Leadloop, в каналах обеих команд.

# Когда что-то нельзя сделать

agenda-none = Совместная встреча не запланирована
agenda-none-help = Руководитель может завести серию; повестка потом составляется сама из отметок, наблюдений и открытых задач.
agenda-set-up = Запланировать совместную встречу…
agenda-gone = Этой встречи больше нет.
agenda-item-gone = Этой темы уже нет в повестке.
agenda-changed = Повестка тем временем изменилась. Взгляните на неё ещё раз.
agenda-decided-meanwhile = Тем временем кто-то записал: «{ $words }». Ваши слова всё ещё здесь, их можно добавить туда.
agenda-meeting-cancelled = Эта встреча отменена. Воспользуйтесь следующей повесткой.
agenda-none-to-change = Нет запланированной встречи, которую ещё можно изменить.
agenda-only-managers = Планировать, переносить и отменять совместную встречу могут только руководители и администраторы.
agenda-sent = Повестка в ваших личных сообщениях и обновляется там.
agenda-stands-above = Повестка уже есть выше в этой переписке; она только что обновлена.
agenda-file-sent = Файл сейчас придёт вам в личные сообщения.

# На личной странице

agenda-home-title = Совместная встреча
agenda-home-none = Совместная встреча не запланирована.
agenda-home-next =
    { $count ->
        [0] { $title }: { $at }
        [one] { $title }: { $at }, { $count } тема
        [few] { $title }: { $at }, { $count } темы
        [many] { $title }: { $at }, { $count } тем
       *[other] { $title }: { $at }, { $count } темы
    }
agenda-home-show = Показать повестку
agenda-home-move = Перенести…
agenda-home-cancel = Отменить…
agenda-home-series = Серия…
agenda-known-actions =
    { $count ->
        [one] { $count } открытая задача, за которую вы взялись на совместных встречах
        [few] { $count } открытые задачи, за которые вы взялись на совместных встречах
        [many] { $count } открытых задач, за которые вы взялись на совместных встречах
       *[other] { $count } открытой задачи, за которую вы взялись на совместных встречах
    }
