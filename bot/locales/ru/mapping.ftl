# Подключённые CRM: насколько свежа наша копия и что значат их слова и поля.

mapping-title = CRM
mapping-file = Загруженные файлы
mapping-in-step = данные актуальны, сверено { AGO($age) }
mapping-as-of = наша копия сверена { AGO($age) }
mapping-first-load = идёт первая загрузка
mapping-look = Неизвестные слова
mapping-fields-look = Поля
mapping-trouble-title = Leadloop не может прочитать данные { $system }
mapping-trouble-busy = { $system }: система занята и просит обратиться позже. Ничего не потеряно.
mapping-trouble-spent = Дневной лимит запросов { $system } исчерпан. Leadloop продолжит, когда появится новый; ничего не потеряно.
mapping-trouble-credentials = CRM { $system } больше не принимает учётные данные Leadloop. Обновите их, пожалуйста, в настройках Leadloop; ничего не потеряно.
mapping-trouble-forbidden = CRM { $system } не даёт Leadloop прочитать то, что ему нужно. Проверьте, пожалуйста, права доступа; ничего не потеряно.
mapping-trouble-unreachable = Нет связи с { $system }. Leadloop продолжает попытки; ничего не потеряно.
mapping-trouble-odd = CRM { $system } отвечает так, что Leadloop этого не понимает. Подробности в журнале; ничего не потеряно.
mapping-trouble-expired = CRM { $system } больше не помнит, что изменилось с прошлого раза, поэтому Leadloop читает всё заново. Ничего не потеряно.
mapping-trouble-fault = При чтении { $system } произошёл сбой в самом Leadloop. Попытки продолжаются, подробности в журнале; ничего не потеряно.

# Words

mapping-words =
    { $count ->
        [one] { $count } слово из CRM ждёт пояснения
        [few] { $count } слова из CRM ждут пояснения
        [many] { $count } слов из CRM ждут пояснения
       *[other] { $count } слова из CRM ждёт пояснения
    }
mapping-words-help = Пока никто не сказал, что значит слово, состояние таких лидов считается неизвестным. Leadloop ничего не угадывает.
mapping-no-words = Leadloop знает все слова, которые есть у лидов
mapping-no-words-help = Как только в CRM появится новый статус или новая причина, они будут здесь.
mapping-word-status = Статус «{ $word }» · { $system }
mapping-word-reason = Причина «{ $word }» · { $system }
mapping-count =
    { $count ->
        [one] { $count } лид
        [few] { $count } лида
        [many] { $count } лидов
       *[other] { $count } лида
    }
mapping-more =
    { $count ->
        [one] Дальше ещё { $count } слово.
        [few] Дальше ещё { $count } слова.
        [many] Дальше ещё { $count } слов.
       *[other] Дальше ещё { $count } слова.
    }
mapping-means = Это значит: { $meaning }
mapping-choose = Выбрать…
mapping-choose-hint = Выбрать, что значит «{ $word }»
mapping-said =
    { $count ->
        [one] «{ $word }» теперь значит: { $meaning }. Изменился { $count } лид.
        [few] «{ $word }» теперь значит: { $meaning }. Изменились { $count } лида.
        [many] «{ $word }» теперь значит: { $meaning }. Изменилось { $count } лидов.
       *[other] «{ $word }» теперь значит: { $meaning }. Изменилось { $count } лида.
    }
mapping-said-already = Это уже решено. Откройте, пожалуйста, список ещё раз.
mapping-left-out = Ничего, не учитывать
mapping-status-new = Новый
mapping-status-attempting = Пытаемся связаться
mapping-status-connected = Идёт разговор
mapping-status-nurturing = Позже
mapping-status-qualified = Квалифицирован
mapping-status-converted = Конвертирован
mapping-status-disqualified = Дисквалифицирован
mapping-status-reason = { $status }: { $reason }
mapping-form-title = Что это значит?
mapping-form-means = «{ $word }» значит
mapping-form-reason = По причине
mapping-form-count =
    { $count ->
        [one] Это слово есть у { $count } лида. Он изменится сразу — здесь, а не в CRM.
        [few] Это слово есть у { $count } лидов. Они изменятся сразу — здесь, а не в CRM.
        [many] Это слово есть у { $count } лидов. Они изменятся сразу — здесь, а не в CRM.
       *[other] Это слово есть у { $count } лида. Они изменятся сразу — здесь, а не в CRM.
    }
mapping-form-save = Сохранить

# Fields

mapping-fields-title = Поля CRM
mapping-fields-help = Leadloop может спрашивать об этих полях, когда они пусты или устарели. В CRM он записывает только то, что подтвердил конкретный человек, и только в поля, где это здесь разрешено.
mapping-fields-none = Пока не выбрано ни одного поля.
mapping-fields-unknown = Leadloop ещё не прочитал поля этой CRM. Попробуйте через несколько минут.
mapping-field-maybe = Поле «{ $field }» кажется знакомым.
mapping-field-read = { $field } → { $meaning }
mapping-field-written = { $field } → { $meaning } (можно записывать в CRM)
mapping-field-add = Выбрать поле
mapping-field-title = Поле CRM
mapping-field-which = Поле в CRM
mapping-field-means = В Leadloop это
mapping-field-own = Другое…
mapping-field-name = Название, если это другое
mapping-field-name-hint = Так, как его называют в командах
mapping-field-writes = Можно записывать в CRM после подтверждения человеком
mapping-field-read-only = CRM никому не даёт записывать в это поле.
mapping-field-kept = Сохранено. Теперь Leadloop заново читает все лиды, чтобы узнать это поле; это займёт некоторое время.
mapping-field-status = Статус
mapping-field-reason = Причина
mapping-field-next-step = Следующий шаг
mapping-field-next-step-date = Дата следующего шага
mapping-field-situation = Ситуация
mapping-field-needs = Потребности
mapping-field-objections = Возражения
mapping-field-budget = Бюджет
mapping-field-authority = Кто принимает решение
mapping-field-timeframe = Сроки покупки

# `leadloop check`

check-crm-well = { $system }: данные актуальны, сверено { AGO($age) }.
check-crm-first = { $system }: первая загрузка идёт или ещё не началась.
