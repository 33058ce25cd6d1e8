# Запись в CRM: что с ней стало, её журнал и почему что-то не записано.

writing-off = Запись в CRM здесь выключена, поэтому ничего не изменилось.
writing-field-off = Это поле нельзя менять из Leadloop. Администратор может разрешить это в настройках CRM.
writing-no-such-value = В списке CRM нет значения «{ $value }», поэтому оно не записано. Выберите одно из значений списка.
writing-no-lead = Leadloop больше не знает этого лида.
writing-stale = Здесь уже что-то изменилось. Посмотрите последнее сообщение.
writing-undo-over = Запись старше 24 часов здесь отменить нельзя. Измените её в CRM.

# Fields and values

writing-field-status = Статус
writing-field-reason = Причина
writing-field-next-step = Следующий шаг
writing-field-next-step-date = Дата следующего шага
writing-field-situation = Ситуация
writing-field-needs = Потребности
writing-field-objections = Возражения
writing-field-budget = Бюджет
writing-field-authority = Кто решает
writing-field-timeframe = Срок покупки
writing-empty = (пусто)
writing-change = { $field }: { $old } → { $new }

# In the CRM

writing-note = { $person } — подтверждено в Leadloop: { $changes }
writing-note-undo = { $person } — отменено в Leadloop: { $changes }

# Fate

writing-title-waiting = { $lead }: отправляется в CRM
writing-title-written = { $lead }: записано в CRM
writing-title-conflict = { $lead }: в CRM уже другое значение
writing-title-rejected = { $lead }: не записано в CRM
writing-title-undone = { $lead }: отменено в CRM
writing-title-dropped = { $lead }: остаётся значение из CRM
writing-title-overtaken = { $lead }: действует ваш более новый ответ
writing-title-undo-waiting = { $lead }: отменяется в CRM
writing-title-undo-late = { $lead }: не отменено
writing-yours = Ваше значение
writing-crms = В { $system }
writing-take-mine = Записать моё
writing-take-crms = Оставить как в { $system }
writing-conflict-help = Кто-то изменил это в CRM после того, как вы это видели. Ничего не записано.
writing-said = { $system } отвечает: { $words }
writing-impossible = Лида или поля больше нет, либо менять его больше нельзя.
writing-again = Попробовать ещё раз
writing-leave = Оставить как есть
writing-undo = Отменить
writing-being-undone = Отмена уже выполняется.
writing-undo-late = В CRM уже другое значение, поэтому ничего не отменено.
writing-recent-look = Мои изменения в CRM
writing-recent = Ваши последние изменения в CRM
writing-recent-none = В последнее время вы ничего не меняли в CRM

# Administrators

writing-trouble = Leadloop не может записывать в { $system }
writing-trouble-credentials = { $system } больше не принимает учётные данные Leadloop. Обновите их в настройках Leadloop; подтверждённые ответы ждут и не потеряны.
writing-trouble-forbidden = { $system } не разрешает Leadloop запись. Проверьте права; подтверждённые ответы ждут и не потеряны.
writing-trouble-odd = Leadloop не понимает ответа { $system }. Подробности в журнале; подтверждённые ответы ждут и не потеряны.
writing-trouble-spent = { $system } сегодня больше не принимает запросов: дневной лимит исчерпан. Подтверждённые ответы ждут и не потеряются.
writing-log-look = Изменения в CRM
writing-log = Изменения в CRM, сделанные через Leadloop
writing-log-empty = В CRM ещё ничего не записано
writing-log-not-yours = Этот список видят только администраторы.
writing-queue = На пути в CRM
writing-unsure = Отправлено, но ответ CRM потерян
writing-unsure-none = Обо всём отправленном известно, дошло ли оно
writing-unsure-look = Что могло дойти
writing-unsure-help = Перед новой попыткой Leadloop смотрит в CRM, дошло ли значение, поэтому ничего не запишется дважды. Если это длится часами, проверьте, доступна ли CRM для Leadloop (leadloop check), и посмотрите на лид в самой CRM.
writing-older = Более старые
writing-moment = { $at }
writing-column-when = Когда
writing-column-who = Кто подтвердил
writing-column-lead = Лид
writing-column-field = Поле
writing-column-old = До
writing-column-new = После
writing-column-fate = Итог
writing-column-words = Что ответила или содержала CRM
writing-fate-waiting = ждёт
writing-fate-written = записано
writing-fate-conflict = в CRM другое значение
writing-fate-rejected = отказ
writing-fate-undone = записано и отменено
writing-fate-dropped = остаётся значение из CRM
writing-fate-overtaken = действует более новый ответ
writing-fate-undo = отмена: { $fate }

check-writing-off = В CRM ничего не записывается: { $setting } выключено.
check-writing = { $system }: после подтверждения человеком могут записываться поля: { $fields }.
check-writing-nothing = { $system }: запись включена, но ни одно поле для неё ещё не разрешено. Это делает администратор в настройках CRM на главной Leadloop.
check-writing-unclear = { $system }: эти ответы не записываются, потому что в списке CRM для них нет значения или подходят несколько: { $answers }.
check-writing-waiting = { $system }: подтверждённые значения, ожидающие записи: { $count }; самое старое подтверждено { AGO($age) }.
check-writing-parked = { $system }: значения, которые не записаны и ждут решения сотрудника: { $count }.
check-writing-unsure = { $system }: отправленные значения, ответ на которые потерян: { $count }; самое старое подтверждено { AGO($age) }. Перед новой попыткой Leadloop смотрит, дошли ли они.
check-writing-not-unmapped = { $system }: не записываются, потому что в разделе «Поля CRM» на главной Leadloop им не назначено поле: { $fields }.
check-writing-not-gone = { $system }: не записываются, потому что назначенных полей в CRM больше нет или она не показывает их Leadloop: { $fields }.
check-writing-not-read-only = { $system }: не записываются, потому что, по описанию самой CRM, поля доступны только для чтения или у пользователя Leadloop нет права их менять: { $fields }.
check-writing-not-not-allowed = { $system }: не записываются, потому что администратор не разрешил этого в разделе «Поля CRM» на главной Leadloop: { $fields }.
check-writing-not-settings = { $system }: не записываются, потому что { $setting } их не включает: { $fields }.
