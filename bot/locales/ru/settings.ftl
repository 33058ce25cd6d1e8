# What people decide about themselves, and administrators about the company's channels.

settings-mine-title = Ваши настройки
settings-language = Язык
settings-zone = Часовой пояс
settings-zone-option = { $offset } · { $city }
settings-hours = Рабочее время
settings-hours-text = { $days }, { $start }–{ $end }
settings-start = Начало работы
settings-end = Конец работы
settings-weekdays = Рабочие дни
settings-country = Государственные праздники
settings-no-country = нет
settings-days-usual = с понедельника по пятницу
settings-day-0 = понедельник
settings-day-1 = вторник
settings-day-2 = среда
settings-day-3 = четверг
settings-day-4 = пятница
settings-day-5 = суббота
settings-day-6 = воскресенье
settings-away = Отсутствие
settings-away-day = { $day }
settings-away-days = { $first } – { $last }
settings-away-first = Отсутствую с
settings-away-last = Отсутствую по
settings-away-hint = Первый и последний день. В это время вас ни о чём не спрашивают.
settings-save = Сохранить
settings-button = Изменить настройки
settings-saved = Настройки сохранены.

settings-away-button = Отсутствую до…
settings-away-title = Отсутствие с сегодняшнего дня
settings-away-help = С сегодняшнего дня и до конца выбранного дня вас ни о чём не спрашивают.
settings-away-last-day = Последний день отсутствия
settings-away-saved = Записано: вы отсутствуете по { $day }.
settings-back = Я на месте
settings-back-saved = С возвращением! Теперь вопросы снова будут приходить.
settings-not-away = Сейчас отсутствие не отмечено.

## What is wrong with a field

settings-end-after-start = Конец работы должен быть позже начала.
settings-weekday-needed = Выберите, пожалуйста, хотя бы один рабочий день.
settings-away-both = Укажите, пожалуйста, оба дня или ни одного.
settings-away-order = Последний день раньше первого.
settings-away-range = Выберите, пожалуйста, день начиная с сегодняшнего, в пределах года.

## What is known of a person

settings-known-who = Имя и адрес e-mail: { $name }, { $email }
settings-known-role = Роль и команда: { $role }, { $side }
settings-known-speech = Язык и часовой пояс: { $language }, { $zone }
settings-known-hours = Рабочее время: { $hours }
settings-known-holidays = Государственные праздники: { $country }
settings-known-away = Отсутствия, только даты: { $days }
settings-known-accounts = Учётные записи в чате: { $names }
settings-role-rep = менеджер по продажам
settings-role-marketer = маркетолог
settings-role-manager = руководитель
settings-role-administrator = администратор
settings-side-sales = продажи
settings-side-marketing = маркетинг

## For administrators

settings-administration = Для администраторов
settings-channels-button = Каналы
settings-channels-title = Каналы
settings-channels-help = У каждой команды один канал. Leadloop должен в нём состоять.
settings-channel-marketing = Канал маркетинга
settings-channel-sales = Канал продаж
settings-channel-language-marketing = Язык в канале маркетинга
settings-channel-language-sales = Язык в канале продаж
settings-channel-zone-marketing = Часовой пояс канала маркетинга
settings-channel-zone-sales = Часовой пояс канала продаж
settings-channel-unset = ещё не выбран
settings-channel-set = выбран: { $platform }, { $language }, { $zone }
settings-channels-saved = Каналы сохранены.
settings-channels-same = Это уже канал маркетинга. Выберите, пожалуйста, другой для продаж.
settings-channel-unreadable = Этот канал использовать нельзя. Выберите, пожалуйста, другой.
settings-only-administrators = Это может сделать только администратор.
settings-undelivered-none = Все сообщения доставлены.
settings-undelivered =
    { $count ->
        [one] Не удалось доставить { $count } сообщение.
        [few] Не удалось доставить { $count } сообщения.
        [many] Не удалось доставить { $count } сообщений.
       *[other] Не удалось доставить { $count } сообщения.
    }
settings-undelivered-line = { $who }: { $trouble }
settings-retry = Попробовать ещё раз
settings-retried =
    { $count ->
        [0] Отправить ещё раз нечего.
        [one] Ещё раз отправляем { $count } сообщение.
        [few] Ещё раз отправляем { $count } сообщения.
        [many] Ещё раз отправляем { $count } сообщений.
       *[other] Ещё раз отправляем { $count } сообщения.
    }

## In a channel

settings-hello-title = Здравствуйте, это Leadloop
settings-hello-text = Упомяните меня здесь и спросите, что стало с лидами. Я отвечу в ветке по нашей копии CRM; ничьих имён рядом с лидами нет. Например:
settings-hello-example-list = @Leadloop что стало с лидами: anna@acme.example, Jan Kowalski (Globex)?
settings-hello-example-words = @Leadloop что стало с лидами с вебинара за апрель?
settings-hello-example-delay = @Leadloop почему с anna@acme.example связались только через шесть часов?
settings-hello-help = Администратор может назначить этот канал одной из команд. Я пишу сюда, только когда меня просят.
settings-hello-is-marketing = Это канал маркетинга.
settings-hello-is-sales = Это канал продаж.
settings-take-marketing = Сделать каналом маркетинга
settings-take-sales = Сделать каналом продаж
settings-taken-by-marketing = Это уже канал маркетинга. Выберите, пожалуйста, другой для продаж.
settings-taken-by-sales = Это уже канал продаж. Выберите, пожалуйста, другой для маркетинга.
settings-no-channel-here = Это не канал.
