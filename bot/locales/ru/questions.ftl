# Ответ

questions-headline =
    { $count ->
        [one] { $count } лид: { $parts }
        [few] { $count } лида: { $parts }
        [many] { $count } лидов: { $parts }
       *[other] { $count } лида: { $parts }
    }
questions-understood = Понято так: { $what }
questions-headline-none = Ни по одной из этих строк лид не найден
questions-part-detail = { $part } ({ $detail })
questions-part-waiting = ждём ответа: { $count }

questions-funnel-title =
    { $count ->
        [one] Воронка: { $count } лид
        [few] Воронка: { $count } лида
        [many] Воронка: { $count } лидов
       *[other] Воронка: { $count } лида
    }
questions-funnel-received = Получено
questions-funnel-touched = Начат контакт
questions-funnel-in-conversation = Дошло до диалога
questions-funnel-qualified = Квалифицировано
questions-funnel-converted = Сконвертировано

questions-column-lead = Лид
questions-column-company = Компания
questions-column-email = E-mail
questions-column-crm-id = ID в CRM
questions-column-campaign = Кампания
questions-column-outcome = Итог
questions-column-reason = Причина
questions-column-look-again = Когда вернуться
questions-column-first-touch = Первый контакт
questions-column-business-hours = Рабочих часов до первого контакта
questions-column-last-touch = Последний контакт
questions-column-next-step = Следующий шаг
questions-column-known-from = Откуда известно
questions-column-as-of = По состоянию на
questions-table-caption = Лиды { $first }–{ $last } из { $count }

questions-outcome-reason = { $outcome }: { $reason }
questions-outcome-until = { $outcome } (вернуться: { $day })
questions-known-from = { $source }, { AGO($age) }
questions-left-the-crm = больше нет в CRM, замечено { AGO($age) }
questions-not-the-owners = ответственный не тот, что в CRM
questions-first-touch = { $at } (+{ $hours } раб. ч)
questions-moment = { $at }

questions-page-back = ‹ Назад
questions-page-on = Далее ›
questions-no-such-page = Этой страницы уже нет. Воспользуйтесь кнопками в последнем ответе.
questions-sheet = Всё в CSV
questions-sheet-sent = Файл сейчас придёт вам в личные сообщения.

questions-did-you-mean = Возможно, вы имели в виду…
questions-may-be = «{ $line }» — { $lead }?
questions-pick =
    { $count ->
        [1] Выбрать лид
        [one] Выбрать { $count } лид
        [few] Выбрать { $count } лида
        [many] Выбрать { $count } лидов
       *[other] Выбрать { $count } лида
    }
questions-pick-title = О ком речь?
questions-pick-nobody = Никто из списка
questions-pick-submit = Выбрать
questions-picked-already = С этими строками уже всё ясно.

questions-unknown-lines =
    { $count ->
        [one] Лид не найден: { $count } строка
        [few] Лид не найден: { $count } строки
        [many] Лид не найден: { $count } строк
       *[other] Лид не найден: { $count } строки
    }
questions-duplicate-lines =
    { $count ->
        [one] Повторы: { $count } строка
        [few] Повторы: { $count } строки
        [many] Повторы: { $count } строк
       *[other] Повторы: { $count } строки
    }
questions-more-lines = и ещё { $count }
questions-gone =
    { $count ->
        [one] После вопроса удалён { $count } лид.
        [few] После вопроса удалены { $count } лида.
        [many] После вопроса удалено { $count } лидов.
       *[other] После вопроса удалено { $count } лида.
    }

questions-gaps =
    { $count ->
        [one] В CRM нет данных, что стало с { $count } лидом.
        [few] В CRM нет данных, что стало с { $count } лидами.
        [many] В CRM нет данных, что стало с { $count } лидами.
       *[other] В CRM нет данных, что стало с { $count } лида.
    }
questions-price =
    Понадобится { $leads ->
        [one] { $leads } ответ
        [few] { $leads } ответа
        [many] { $leads } ответов
       *[other] { $leads } ответа
    } от { $people ->
        [one] { $people } человека
        [few] { $people } человек
        [many] { $people } человек
       *[other] { $people } человека
    }. { $places ->
        [0] На сегодня места для вопросов у них уже заняты.
        [one] Сегодня им можно задать ещё { $places } вопрос.
        [few] Сегодня им можно задать ещё { $places } вопроса.
        [many] Сегодня им можно задать ещё { $places } вопросов.
       *[other] Сегодня им можно задать ещё { $places } вопроса.
    }
questions-price-later =
    { $count ->
        [1] { $count } лид подождёт до следующего рабочего дня; через три рабочих дня вопрос закроется.
        [one] { $count } лид подождёт до следующих рабочих дней; через три рабочих дня вопрос закроется.
        [few] { $count } лида подождут до следующих рабочих дней; через три рабочих дня вопрос закроется.
        [many] { $count } лидов подождут до следующих рабочих дней; через три рабочих дня вопрос закроется.
       *[other] { $count } лида подождут до следующих рабочих дней; через три рабочих дня вопрос закроется.
    }
questions-ask-owners =
    { $count ->
        [1] Спросить ответственного
        [one] Спросить { $count } ответственного
        [few] Спросить { $count } ответственных
        [many] Спросить { $count } ответственных
       *[other] Спросить { $count } ответственного
    }
questions-nobody-to-ask =
    { $count ->
        [one] По { $count } лиду в чате некого спросить.
        [few] По { $count } лидам в чате некого спросить.
        [many] По { $count } лидам в чате некого спросить.
       *[other] По { $count } лида в чате некого спросить.
    }
questions-waiting =
    { $count ->
        [1] Ждём ответа по { $count } лиду. Карточка обновится сама.
        [one] Ждём ответов по { $count } лиду. Карточка обновляется по мере поступления.
        [few] Ждём ответов по { $count } лидам. Карточка обновляется по мере поступления.
        [many] Ждём ответов по { $count } лидам. Карточка обновляется по мере поступления.
       *[other] Ждём ответов по { $count } лида. Карточка обновляется по мере поступления.
    }
questions-closed = Закрыто: { $at }.

questions-only-the-asker = Это может сделать только автор вопроса, руководитель или администратор. О тех же лидах вы можете спросить сами.
questions-asked-already = Ответственных уже спросили. Карточка обновляется по мере ответов.
questions-nobody-left-to-ask = Спрашивать больше некого: недостающие итоги уже известны или о них спрашивали в последние 14 дней.
questions-gone-question = Этого вопроса уже нет. Задайте его, пожалуйста, ещё раз.

# Почему так долго?

questions-one-delay =
    { $count ->
        [one] Нашёлся { $count } лид.
        [few] Нашлись { $count } лида.
        [many] Нашлось { $count } лидов.
       *[other] Нашлось { $count } лида.
    } Спросите, пожалуйста, об одном, например по его адресу e-mail.
questions-delay-title = { $lead }: первый контакт через { $delay }
questions-delay-unclear = { $lead }: в CRM указаны только даты, часы посчитать нельзя
questions-delay-untouched = { $lead }: первого контакта в CRM пока нет
questions-step-created = Создан
questions-step-assigned = Назначен
questions-step-in-hours = Начало рабочего времени
questions-step-first-touch = Первый контакт
questions-step-after = { $at } (+ { $worked })
questions-delay-cause = Причина: { $cause }
questions-delay-waiting = Вопрос о причине у ответственного.
questions-delay-nobody = Причина неизвестна.
questions-delay-ask = Спросить о причине
questions-delay-causes-help = Ответственный выберет причину из списка. Речь об этапе процесса, а не о человеке.
questions-cause-routed-late = поздно распределён
questions-cause-outside-hours = вне рабочего времени
questions-cause-no-phone = нет номера телефона
questions-cause-capacity = много лидов сразу
questions-cause-other = другое

# Чем закончилось

questions-closing-title =
    { $count ->
        [one] Ваш вопрос о { $count } лиде закрыт. Известных итогов: { $known }
        [few] Ваш вопрос о { $count } лидах закрыт. Известных итогов: { $known }
        [many] Ваш вопрос о { $count } лидах закрыт. Известных итогов: { $known }
       *[other] Ваш вопрос о { $count } лида закрыт. Известных итогов: { $known }
    }
questions-closing-asked = Вопрос задан: { $at }.
questions-unreachable-title =
    { $count ->
        [one] Некого спросить в чате: { $count } лид
        [few] Некого спросить в чате: { $count } лида
        [many] Некого спросить в чате: { $count } лидов
       *[other] Некого спросить в чате: { $count } лида
    }
questions-no-account-line = { $lead }: { $owner } — нет учётной записи в чате
questions-no-owner-line = { $lead }: в CRM нет ответственного
questions-unreachable-help = Администратор может связать ответственных с их учётными записями в чате, а лидам без ответственного нужно назначить его в CRM.
questions-liaison-title =
    { $count ->
        [one] { $count } лид остался без ответа
        [few] { $count } лида остались без ответа
        [many] { $count } лидов осталось без ответа
       *[other] { $count } лида осталось без ответа
    }
questions-liaison-help = Чьи это лиды, не показывается. В карточке автора вопроса указано «никто не знает».

# Справка

questions-help-title = Спросите меня, что стало с вашими лидами
questions-help-text = Вставьте адреса e-mail, имена с компанией, ID из CRM или ссылки, каждый с новой строки или через запятую. Или спросите своими словами:
questions-help-example-list = Что стало с лидами: anna@acme.example, Jan Kowalski (Globex), L-1042?
questions-help-example-words = Что стало с лидами с вебинара за апрель?
questions-help-example-delay = Почему с anna@acme.example связались только через шесть часов?
questions-help-file = Ещё можно прислать мне файл CSV или XLSX в личном сообщении.
questions-help-commands = Или начните с одного из этих слов:
questions-help-flag = отметить anna@acme.example — сказать, что не так или что хорошо с лидом
questions-help-definition = определение — что обе команды называют квалифицированным лидом
questions-help-agenda = повестка — о чём будет следующая общая встреча
questions-help-digest = сводка — прошлая неделя в цифрах, только для вас
questions-help-settings = настройки — ваш язык, рабочие часы и отсутствия

# Вопросы менеджеру

questions-envelope-title =
    { $count ->
        [one] Что стало с { $count } лидом?
        [few] Что стало с { $count } лидами?
        [many] Что стало с { $count } лидами?
       *[other] Как дела с { $count } лида?
    }
questions-row-outcome = { $lead }
questions-row-delay = { $lead }: что замедлило первый контакт?
questions-row-background = { $first } · { $next }
questions-row-from = источник: { $source }
questions-row-created = в CRM с { $day }
questions-row-touched = последний контакт: { $day }
questions-row-asker = спрашивает { $person }
questions-row-reminder = это единственное напоминание
questions-row-expired = Время для ответа прошло, в карточке указано «никто не знает». Ответить всё ещё можно.
questions-answer-converted = Сконвертирован
questions-answer-qualified = Квалифицирован
questions-answer-in-conversation = Идёт диалог
questions-answer-trying = Пытаюсь связаться
questions-answer-later = Позже…
questions-answer-disqualified = Не подошёл…
questions-answer-not-touched = Контакта ещё не было
questions-answer-do-not-know = Пока не знаю
questions-answer-not-mine = Не мой лид
questions-said-converted = сконвертирован
questions-said-qualified = квалифицирован
questions-said-in-conversation = идёт диалог
questions-said-trying = пытаюсь связаться
questions-said-later = позже
questions-said-disqualified = не подошёл
questions-said-not-touched = контакта ещё не было
questions-said-do-not-know = пока не знаю
questions-said-not-mine = не мой лид
questions-said-cause = причина
questions-you-said = ✓ Ваш ответ: { $said }
questions-you-said-detail = ✓ Ваш ответ: { $said } ({ $detail })
questions-hint = { $answer }: { $lead }
questions-change = Изменить
questions-answer-anyway = Ответить
questions-back = Назад
questions-which-reason = Какая была основная причина?
questions-which-date = Когда стоит вернуться к теме?
questions-other-reason = Другая причина…
questions-other-date = Другой день…
questions-until = { $day }

questions-reason-label = Основная причина
questions-day-label = Когда вернуться
questions-note-label = Заметка
questions-note-hint = Полезный факт своими словами. Обязательно, только если выбрана «другая причина».
questions-details-submit = Ответить
questions-reason-needed = Выберите, пожалуйста, основную причину.
questions-day-needed = Выберите, пожалуйста, день начиная с завтрашнего, в пределах трёх лет.
questions-note-needed = Напишите, пожалуйста, в нескольких словах, в чём была причина.

questions-own-words = Своими словами…
questions-own-words-title = Своими словами
questions-own-words-label = Как дела с этими лидами?
questions-own-words-hint = Например: { $lead }: нет бюджета до апреля
questions-own-words-submit = Далее
questions-own-words-empty = Сначала напишите, пожалуйста, пару слов.
questions-proposal-title = Всё верно?
questions-proposal-help = Вот что удалось понять. Пока вы не подтвердите, ничего не сохранится. Всё неясное осталось пустым.
questions-proposal-words = Ваши слова: «{ $words }»
questions-proposal-outcome = { $lead }: итог
questions-proposal-reason = { $lead }: причина
questions-proposal-day = { $lead }: когда вернуться
questions-proposal-submit = Подтвердить
questions-confirmed =
    { $count ->
        [0] Ничего не выбрано, поэтому ничего не изменилось.
        [one] Спасибо, сохранён { $count } ответ.
        [few] Спасибо, сохранены { $count } ответа.
        [many] Спасибо, сохранено { $count } ответов.
       *[other] Спасибо, сохранено { $count } ответа.
    }

questions-not-yours = Ответить здесь может только тот, кому задан вопрос.
questions-row-changed = Эта строка тем временем изменилась. Воспользуйтесь последним сообщением.
questions-row-gone = Этот вопрос уже закрыт.
questions-all-answered = На все вопросы этого сообщения уже есть ответы.

# На личной странице

questions-home-more =
    { $count ->
        [one] и ещё { $count } лид в личных сообщениях
        [few] и ещё { $count } лида в личных сообщениях
        [many] и ещё { $count } лидов в личных сообщениях
       *[other] и ещё { $count } лида в личных сообщениях
    }
questions-home-ask = Спросить о лидах
questions-home-asked = Ваши вопросы
questions-home-asked-none = Вы пока ни о чём не спрашивали.
questions-home-line = вопрос задан { $at }
questions-home-filled = известно { $known } из { $count } · вопрос задан { $at }
questions-home-unfound = «{ $words }»: лид не найден
questions-home-delay = Почему так долго? { $lead }
questions-home-leads =
    { $more ->
        [one] { $lead } и ещё { $more } лид
        [few] { $lead } и ещё { $more } лида
        [many] { $lead } и ещё { $more } лидов
       *[other] { $lead } и ещё { $more } лида
    }
questions-home-again = Прислать ещё раз
questions-home-again-hint = { $action }: { $what }
questions-not-your-question = Это вопрос другого человека. О тех же лидах вы можете спросить сами.
questions-sent-again = Ответ в ваших личных сообщениях, там он продолжает обновляться.
questions-help-button = О чём можно спросить?
questions-known-asked =
    { $count ->
        [one] { $count } ваш вопрос и его текст
        [few] { $count } ваших вопроса и их текст
        [many] { $count } ваших вопросов и их текст
       *[other] { $count } вашего вопроса и их текст
    }
questions-known-asks =
    { $count ->
        [one] { $count } вопрос о ваших лидах
        [few] { $count } вопроса о ваших лидах
        [many] { $count } вопросов о ваших лидах
       *[other] { $count } вопроса о ваших лидах
    } и то, что вы ответили: { $answers ->
        [one] { $answers } ответ
        [few] { $answers } ответа
        [many] { $answers } ответов
       *[other] { $answers } ответа
    }

# Вопрос через форму

questions-ask-title = Спросить о лидах
questions-ask-label = О каких лидах?
questions-ask-hint = Адреса e-mail, имена с компанией, ID из CRM или ссылки, каждый с новой строки; или словами: лиды с вебинара за апрель. Длинный список пришлите личным сообщением, текстом или файлом.
questions-ask-submit = Спросить
questions-ask-empty = Вставьте, пожалуйста, лиды или опишите словами, какие вы имеете в виду.
questions-ask-taken = Ответ сейчас придёт вам в личные сообщения.
