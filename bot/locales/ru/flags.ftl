# Отметка о лиде

flags-button = Отметить лид
flags-button-hint = Отметить этот лид: { $lead }
flags-title = Отметка о лиде
flags-which = О каком лиде речь?
flags-which-hint = Адрес e-mail, имя с компанией, ID из CRM или ссылка.
flags-which-empty = Укажите, пожалуйста, о каком лиде речь.
flags-none-found = По этим словам лид не найден. Укажите, пожалуйста, адрес e-mail, имя с компанией, ID из CRM или ссылку.
flags-left-out =
    { $count ->
        [one] Ещё { $count } лид сюда не поместился.
        [few] Ещё { $count } лида сюда не поместились.
        [many] Ещё { $count } лидов сюда не поместилось.
       *[other] Ещё { $count } лида сюда не поместилось.
    }
flags-kind = Что вы хотите сказать?
flags-kind-reject = Возврат: он не должен был прийти к нам (до контакта)
flags-kind-disqualify = Дисквалификация: ничего не выйдет (после контакта)
flags-kind-recycle = Вернуться позже: в назначенный день или после события
flags-kind-praise = Похвала: такие лиды нам и нужны
flags-form-reject = Причина возврата
flags-form-disqualify = Причина дисквалификации
flags-form-recycle = Вернуться позже
flags-form-praise = Похвалить лид
flags-go-on = Далее
flags-submit = Отправить маркетингу
flags-save = Сохранить
flags-offer =
    { $count ->
        [1] Отметить этот лид?
        [one] Нашёлся { $count } лид. Какой отметить?
        [few] Нашлись { $count } лида. Какой отметить?
        [many] Нашлось { $count } лидов. Какой отметить?
       *[other] Нашлось { $count } лида. Какой отметить?
    }
flags-offer-none = Какой лид вы хотите отметить?

flags-about = { $lead }, источник: { $source }
flags-about-reason = { $lead }: { $reason }
flags-fit = Соответствие: выполнено критериев { $met } из { $count }
flags-fit-missed = Соответствие: выполнено критериев { $met } из { $count }; не выполнено: { $missed }
flags-work =
    Работа: первый контакт через { $hours } раб. ч, { $attempts ->
        [0] попыток в CRM нет
        [one] { $attempts } попытка
        [few] { $attempts } попытки
        [many] { $attempts } попыток
       *[other] { $attempts } попытки
    }
flags-work-unclear =
    Работа: контакт был, часы неизвестны, { $attempts ->
        [0] попыток в CRM нет
        [one] { $attempts } попытка
        [few] { $attempts } попытки
        [many] { $attempts } попыток
       *[other] { $attempts } попытки
    }
flags-work-untouched = Работа: контакта ещё не было
flags-with-colleague = По данным CRM, этот лид у вашего коллеги. Отметить его всё равно можно; если он попал к вам по ошибке, об этом скажет причина «не тот ответственный».
flags-standing = Уже отмечен, решения пока нет: { $reasons }. Второй голос тоже важен, особенно с другой причиной.

flags-reason = Причина
flags-another-reason = Другая причина…
flags-seen-reject = Что вы увидели?
flags-seen-disqualify = Что вы увидели или услышали?
flags-seen-recycle = Как обстоят дела?
flags-seen-praise = Что сработало?
flags-seen-hint = Достаточно одного факта: «Адрес e-mail принадлежит вузу». Маркетинг прочтёт это без вашего имени.
flags-would-help = Что помогло бы в следующий раз?
flags-day = Вернуться в день
flags-trigger = Или вернуться, когда
flags-trigger-hint = Что должно произойти сначала: «когда откроется новый офис»
flags-day-or-trigger = Укажите, пожалуйста, день или то, что должно произойти сначала.
flags-day-range = Выберите, пожалуйста, день начиная с завтрашнего, в пределах двух лет.
flags-note-needed = Напишите, пожалуйста, в нескольких словах, в чём причина.

flags-gentle-title = Может быть, так?
flags-gentle-why = Факты слышат лучше. Что обратило на себя внимание: { $what }. Ниже более спокойный вариант; его можно изменить или снова написать по-своему. Ничего из этого не сохраняется, а ваш текст уйдёт как есть.
flags-gentle-own = Ваши слова: «{ $words }»
flags-gentle-blame = поиск виноватых
flags-gentle-absolute = обобщение вроде «всегда» или «никогда»
flags-gentle-insult = резкое слово

flags-raised = Спасибо, отметка у маркетинга
flags-raised-next = Маркетинг примет решение до { $day }. Вы узнаете, что решено и что изменилось; до тех пор отметка видна в разделе «Мои отметки».
flags-praised = Спасибо, маркетинг будет рад это узнать
flags-praised-next = Похвала решения не требует. Она показывает маркетингу, чего делать больше.
flags-said-already = Вы уже отметили этот лид с той же причиной, отметка у маркетинга (состояние: { $state }). Можно отметить и другую причину.
flags-lead-gone = Этого лида в CRM больше нет: он удалён или объединён с другим.
flags-gone = Этой отметки больше нет.
flags-overtaken = Кто-то успел раньше: эта отметка тем временем изменилась.

## Свои отметки и отметки для маркетинга

flags-mine = Мои отметки
flags-mine-none = Вы ещё не отметили ни одного лида. Напишите, что с лидом не так или что сработало, и узнайте, к чему это привело.
flags-mine-all = Все мои отметки
flags-state-raised = { $state } · создана { $day }
flags-state-change = { $state } · что меняется: { $what }
flags-desk-title = Отметки от продаж
flags-desk =
    { $count ->
        [0] Решения не ждёт ни одна отметка
        [one] Решения ждёт { $count } отметка
        [few] Решения ждут { $count } отметки
        [many] Решения ждут { $count } отметок
       *[other] Решения ждёт { $count } отметки
    }
flags-desk-none = Решения не ждёт ни одна отметка.
flags-desk-show = Показать
flags-desk-more =
    { $count ->
        [one] и ещё { $count }
        [few] и ещё { $count }
        [many] и ещё { $count }
       *[other] и ещё { $count }
    }
flags-due = { $state } · решение до { $day }
flags-again = Открыть здесь
flags-again-hint = Открыть отметку: { $lead }
flags-sent-again = Карточка в ваших личных сообщениях.
flags-only-marketing = Этот список видят только маркетинг, руководители и администраторы.
flags-known = Ваши отметки с их текстом и дальнейшей судьбой, последняя от { $day }; в каналах никогда не видно, что они ваши

## Причины компании

flags-reasons = Причины отметок
flags-reasons-button = Изменить причины
flags-reasons-count =
    { $count ->
        [one] Выбрать можно из { $count } причины
        [few] Выбрать можно из { $count } причин
        [many] Выбрать можно из { $count } причин
       *[other] Выбрать можно из { $count } причины
    }; скрыто: { $hidden }.
flags-reasons-mapped =
    { $count ->
        [0] Ни одной пока не сопоставлено значение CRM, поэтому в CRM ничего не пишется.
        [one] Значение CRM сопоставлено { $count } причине; остальные в CRM не пишутся.
        [few] Значение CRM сопоставлено { $count } причинам; остальные в CRM не пишутся.
        [many] Значение CRM сопоставлено { $count } причинам; остальные в CRM не пишутся.
       *[other] Значение CRM сопоставлено { $count } причины; остальные в CRM не пишутся.
    }
flags-reason-of-kind = { $kind }: { $reason }
flags-reason-add = { $kind }: добавить причину
flags-label = Ваше название
flags-label-hint = Если оставить пустым, называется так: { $reason }
flags-label-new = Коротко и о лиде, не о людях.
flags-label-taken = Так уже называется другая причина этого вида.
flags-first = На первом экране
flags-first-full =
    { $most ->
        [one] На первом экране помещается { $most } причина. Сначала уберите с него какую-нибудь.
        [few] На первом экране помещаются { $most } причины. Сначала уберите с него какую-нибудь.
        [many] На первом экране помещается { $most } причин. Сначала уберите с него какую-нибудь.
       *[other] На первом экране помещается { $most } причины. Сначала уберите с него какую-нибудь.
    }
flags-hidden = Скрыта
flags-crm-value = Значение в CRM
flags-crm-value-hint = В точности как в CRM. Если оставить пустым, ничего не пишется.
flags-reasons-saved = Причина сохранена.
flags-reasons-full = Своих причин уже { $most }, больше не поместится. Переименуйте, пожалуйста, одну из них.
flags-reason-gone = Этой причины больше нет. Откройте, пожалуйста, список ещё раз.
flags-only-administrators = Это может сделать только администратор.

## Возврат до контакта

flags-reason-outside-target = вне нашей целевой группы
flags-reason-not-the-role = не та роль, которую мы ищем
flags-reason-low-intent = слишком слабый интерес
flags-reason-bad-contact-data = контактные данные неверны или не указаны
flags-reason-duplicate = дубликат
flags-reason-wrong-owner = не тот ответственный или регион
flags-reason-existing-customer = уже наш клиент
flags-reason-already-worked = с ним уже работают
flags-reason-client-conflict = конфликт с клиентом
flags-reason-unidentified = непонятно, кто это
flags-reason-not-a-lead = вообще не лид
flags-reason-support-request = просит о поддержке
flags-reason-customer-success = вопрос для сопровождения клиентов
flags-reason-partner = партнёр
flags-reason-job-seeker = ищет работу
flags-reason-student = студент
flags-reason-employee = наш сотрудник
flags-reason-community = сообщество или программа open source
flags-reason-export-blocked = туда нам нельзя продавать
flags-reason-consultant = консультант или конкурент присматривается
flags-reason-vendor = хочет продать нам своё
flags-reason-spam = спам
flags-reason-test-record = тестовая запись
flags-reason-reject-other = другое

## Дисквалификация

flags-reason-no-need = нет потребности
flags-reason-no-budget = нет бюджета или слишком дорого
flags-reason-no-authority = не принимает решения
flags-reason-no-interest = нет интереса
flags-reason-competitor = выбор конкурента
flags-reason-product-gap = продукту чего-то не хватает
flags-reason-stays-with-current = остаётся при своём решении
flags-reason-bad-fit = не подходит нам
flags-reason-personal-use = для личных целей
flags-reason-left-company = больше там не работает
flags-reason-opted-out = просьба не связываться
flags-reason-disqualify-other = другое

## Вернуться позже

flags-reason-not-ready = к покупке пока не готовы
flags-reason-evaluating = ещё сравнивают варианты
flags-reason-in-contract = действует другой договор
flags-reason-budget-later = бюджет будет позже
flags-reason-no-response = пока нет ответа
flags-reason-interest-later = сейчас интереса нет
flags-reason-product-later = ждёт функции
flags-reason-not-worked = ещё не обработан
flags-reason-recycle-other = другое

## Похвала

flags-reason-right-role = нужная роль
flags-reason-real-need = настоящая потребность
flags-reason-knew-us = уже знали нас
flags-reason-good-timing = подходящий момент
flags-reason-good-data = полные и верные данные
flags-reason-asked-for-call = просьба о звонке
flags-reason-praise-other = другое
