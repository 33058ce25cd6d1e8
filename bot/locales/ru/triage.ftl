# A flag's way

triage-state-raised = Новая
triage-state-acknowledged = Принята к сведению
triage-state-needs-more = Ждёт ответа продаж
triage-state-for-meeting = К общей встрече
triage-state-accepted = Принята
triage-state-declined = Не принята
triage-state-done = Выполнена
triage-state-reopened = Открыта снова
triage-state-withdrawn = Отозвана

triage-kind-reject = Возврат до контакта
triage-kind-disqualify = Дисквалификация
triage-kind-recycle = Вернуться позже
triage-kind-praise = Похвала

triage-step-raise = Отметка создана
triage-step-acknowledge = Принята к сведению
triage-step-accept = Принята
triage-step-ask = Запрошены подробности
triage-step-add = Добавлены подробности
triage-step-to-meeting = Вынесена на общую встречу
triage-step-decline = Не принята
triage-step-finish = Выполнена
triage-step-reopen = Открыта снова
triage-step-withdraw = Отозвана

triage-remedy = Где устраняем причину?
triage-remedy-targeting = Таргетинг кампании
triage-remedy-scoring = Скоринг
triage-remedy-data = Формы и обогащение данных
triage-remedy-routing = Распределение лидов
triage-remedy-follow-up = Дальнейшая работа с лидом
triage-remedy-product = Продукт, цена, позиционирование
triage-remedy-timing = Сроки
triage-remedy-protection = Защита от спама
triage-remedy-nothing = Исправлять нечего

# The card in marketing’s channel

triage-card-title = { $kind }: { $lead } — { $reason }
triage-new = { $state } · подтвердите до { $first } · решение до { $day }
triage-unseen = { $state } · срок подтверждения: { $first } · решение до { $day }
triage-due = { $state } · решение до { $day }
triage-overdue = { $state } · срок решения прошёл { $day }
triage-standing-asked = { $state } · пока ответа нет, срок не идёт
triage-since = { $state }: { $day }
triage-thanked = Прочитано, спасибо

triage-fact-campaign = Кампания
triage-fact-source = Источник
triage-fact-seen = Что увидели
triage-fact-would-help = Что помогло бы
triage-fact-trigger = Вернуться после события
triage-fact-look-again = Вернуться
triage-day = { $day }
triage-lead-gone = Этого лида уже нет в CRM. Отметка о нём остаётся здесь.

triage-fit = Соответствие
triage-work = Работа
triage-fit-and-work = Соответствие и работа
triage-fit-caption = Определение, версия { $version }: выполнено критериев { $met } из { $count }
triage-fit-none = В день этого лида определение ещё не действовало
triage-fit-met = { $words }
triage-fit-missed = { $words }
triage-fit-unknown = ? { $words }
triage-fit-broken = { $words } (этого поля в CRM больше нет)
triage-worked = Первый контакт через { $hours }, { $attempts }
triage-worked-sometime = Контакт был, в часах неизвестно, { $attempts }
triage-not-worked = Первого контакта ещё не было, { $attempts }
triage-attempts =
    { $count ->
        [0] попыток в CRM нет
        [one] { $count } попытка
        [few] { $count } попытки
        [many] { $count } попыток
       *[other] { $count } попытки
    }

triage-promise = Что изменится: «{ $words }» ({ $remedy })
triage-promise-by = Что изменится до { $day }: «{ $words }» ({ $remedy })
triage-promise-kept = Что изменилось: «{ $words }» ({ $remedy })
triage-said-ask = Маркетинг спрашивает: «{ $words }»
triage-said-add = Продажи добавляют: «{ $words }»
triage-said-decline = Почему ничего не меняется: «{ $words }»
triage-said-finish = Что сделано: «{ $words }»
triage-said-reopen = Почему открыта снова: «{ $words }»
triage-said-withdraw = Почему отозвана: «{ $words }»

triage-button-acknowledge = Подтвердить
triage-button-thanks = Спасибо
triage-button-accept = Принять…
triage-button-ask = Нужны подробности…
triage-button-to-meeting = На встречу
triage-button-decline = Не принимать…
triage-button-finish = Выполнено…
triage-button-reopen = Открыть снова…
triage-button-add = Ответить…
triage-button-withdraw = Отозвать…
triage-button-history = История

# When it cannot be done

triage-changed = Эта отметка тем временем изменилась. Её состояние сейчас: { $state }. Воспользуйтесь её последней карточкой.
triage-words-kept = { $why } Ваш текст остался здесь, его можно скопировать.
triage-only-marketing = Решения по отметкам принимают маркетинг, руководители и администраторы. Вы можете следить за историей.
triage-only-the-raiser = Это может сделать только автор отметки.
triage-passed-on = Спасибо. Маркетинг видит это на карточке отметки.

# The forms

triage-about = { $lead } ({ $reason })

triage-form-accept = Принять отметку
triage-words-accept = Что изменится?
triage-hint-accept = Это прочитают продажи. Достаточно одной фразы.
triage-submit-accept = Принять
triage-due-label = К какому дню?
triage-due-range = Выберите, пожалуйста, день начиная с сегодняшнего, в пределах года.

triage-form-ask = Нужны подробности
triage-words-ask = Что нужно узнать у продаж?
triage-hint-ask = Один вопрос, от которого зависит решение. Пока ответа нет, срок не идёт.
triage-submit-ask = Спросить

triage-form-add = Подробности
triage-words-add = Ваш ответ
triage-hint-add = Лучше всего факт: что вы увидели или услышали.
triage-submit-add = Ответить

triage-form-decline = Не принимать
triage-words-decline = Почему ничего не меняется?
triage-hint-decline = Это прочитают продажи; они могут открыть отметку снова, назвав причину.
triage-submit-decline = Не принимать

triage-form-finish = Выполнено
triage-words-finish = Что сделано?
triage-hint-finish = Это прочитают продажи. Через четыре недели сравним цифры.
triage-submit-finish = Выполнено
triage-done-label = В какой день?
triage-done-range = Выберите, пожалуйста, сегодняшний или прошедший день, не раньше чем год назад.

triage-form-reopen = Открыть снова
triage-words-reopen = Почему стоит посмотреть ещё раз?
triage-hint-reopen = Что нового или чего раньше не было видно?
triage-submit-reopen = Открыть снова

triage-form-withdraw = Отозвать отметку
triage-words-withdraw = Почему?
triage-hint-withdraw = По желанию. Позже отметку можно открыть снова.
triage-submit-withdraw = Отозвать

# The history

triage-history-title = История: { $lead }
triage-history-line = { $at } · { $who }: { $step }
triage-history-words = { $at } · { $who }: { $step } — «{ $words }»
triage-history-earlier =
    { $count ->
        [one] ранее ещё { $count } шаг
        [few] ранее ещё { $count } шага
        [many] ранее ещё { $count } шагов
       *[other] ранее ещё { $count } шага
    }
triage-history-names = Имена видны вам, потому что вы администратор.
triage-history-sides = Имена не показываются.
triage-side-sales = Продажи
triage-side-marketing = Маркетинг
triage-somebody = Кто-то

# In the envelope of who raised it

triage-envelope-title =
    { $count ->
        [one] Маркетинг спрашивает о { $count } вашей отметке
        [few] Маркетинг спрашивает о { $count } ваших отметках
        [many] Маркетинг спрашивает о { $count } ваших отметках
       *[other] Маркетинг спрашивает о { $count } ваших отметках
    }

# You said, we did

triage-receipt-title =
    { $count ->
        [one] Вы сказали — мы сделали: { $count } отметка
        [few] Вы сказали — мы сделали: { $count } отметки
        [many] Вы сказали — мы сделали: { $count } отметок
       *[other] Вы сказали — мы сделали: { $count } отметки
    }
triage-receipt-accept = { $flags }: принято.
triage-receipt-to-meeting = { $flags }: обсудим на общей встрече.
triage-receipt-decline = { $flags }: ничего не меняется, потому что «{ $words }»
triage-receipt-finish = { $flags }: выполнено. «{ $words }»
triage-receipt-reopen = { $flags }: снова открыто, потому что «{ $words }»
triage-receipt-thanks = { $flags }: маркетинг прочитал похвалу. Спасибо!
triage-more =
    { $count ->
        [one] и ещё { $count } отметка
        [few] и ещё { $count } отметки
        [many] и ещё { $count } отметок
       *[other] и ещё { $count } отметки
    }
triage-mine = Мои отметки

# Four weeks later

triage-effects-title =
    { $count ->
        [one] Четыре недели спустя: что дало { $count } изменение
        [few] Четыре недели спустя: что дали { $count } изменения
        [many] Четыре недели спустя: что дали { $count } изменений
       *[other] Четыре недели спустя: что дали { $count } изменения
    }
triage-effects-help = Перспективные: идёт диалог или дальше. Считаются только лиды с известным итогом. Диапазон в процентах показывает, насколько можно верить такому числу лидов.
triage-effect-flags = { $flags }
triage-effect-share = { $share }, { $first } — { $last }
triage-effect-nowhere = У лида нет ни кампании, ни источника, поэтому считать нечего.
triage-effect-too-few = { $subject }: слишком мало лидов, чтобы судить. С { $first } по { $last } до изменения или после него пришло меньше { $fewest } лидов с известным итогом.
triage-effect-chance = { $subject }: разница может быть случайной. Перспективных лидов до изменения: { $before }; после: { $after }
triage-effect-better = { $subject }: перспективных лидов стало больше. До изменения: { $before }; после: { $after }
triage-effect-worse = { $subject }: перспективных лидов стало меньше. До изменения: { $before }; после: { $after }

# The reminder

triage-reminder-title = Эти отметки ждут решения
triage-reminder-line = { $flag }: срок прошёл { $day }
triage-reminder-help = Можно принять, запросить подробности, не принять с объяснением или вынести на общую встречу. Это единственное напоминание об этих отметках.
triage-desk = Отметки без решения
