# Правила об устаревших полях: что видят и решают администраторы, и файл.

rules-title = Правила об устаревших полях
rules-count = О пустых и устаревших полях спрашивают { $on } из { $count } правил.
rules-some-paused =
    { $count ->
        [one] { $count } правило приостановилось само: на него редко реагировали.
        [few] { $count } правила приостановились сами: на них редко реагировали.
        [many] { $count } правил приостановились сами: на них редко реагировали.
       *[other] { $count } правила приостановилось само: на них редко реагировали.
    }
rules-look = Показать правила
rules-add = Добавить правило
rules-help = Дни считаются рабочие, без праздников. Мы не спрашиваем о лиде, по которому назначен следующий контакт, по которому решает маркетинг или о котором кого-то спрашивали в последние 14 дней. Из нескольких правил спрашивает первое.
rules-back = Назад
rules-further = Ещё правила

# A rule in words

rules-unchanged =
    { $days ->
        [one] { $field }: без изменений { $days } рабочий день · { $statuses }
        [few] { $field }: без изменений { $days } рабочих дня · { $statuses }
        [many] { $field }: без изменений { $days } рабочих дней · { $statuses }
       *[other] { $field }: без изменений { $days } рабочего дня · { $statuses }
    }
rules-missing =
    { $days ->
        [0] { $field }: пусто · { $statuses }
        [one] { $field }: пусто спустя { $days } рабочий день после смены статуса · { $statuses }
        [few] { $field }: пусто спустя { $days } рабочих дня после смены статуса · { $statuses }
        [many] { $field }: пусто спустя { $days } рабочих дней после смены статуса · { $statuses }
       *[other] { $field }: пусто спустя { $days } рабочего дня после смены статуса · { $statuses }
    }
rules-silent =
    { $days ->
        [one] Нет контакта { $days } рабочий день · { $statuses }
        [few] Нет контакта { $days } рабочих дня · { $statuses }
        [many] Нет контакта { $days } рабочих дней · { $statuses }
       *[other] Нет контакта { $days } рабочего дня · { $statuses }
    }

# How it stands, and what can be done

rules-on = Это правило спрашивает.
rules-off = Выключено.
rules-no-field = Никого не спрашиваем: такого поля нет ни в CRM, ни в загруженном файле.
rules-paused = Приостановилось само. { $why }
rules-why = За две недели обработано строк: { $acted } из { $ended }.
rules-why-half = За две недели обработано меньше половины его строк.
rules-switch-on = Включить
rules-switch-on-hint = Включить: { $rule }
rules-switch-off = Выключить
rules-switch-off-hint = Выключить: { $rule }
rules-switched-on = Правило снова спрашивает, начиная со следующего конверта.
rules-switched-off = Правило больше не спрашивает. На уже заданные вопросы по-прежнему можно ответить.
rules-edit = Изменить
rules-edit-hint = Изменить: { $rule }
rules-saved = Правило сохранено.
rules-gone = Этого правила больше нет. Откройте, пожалуйста, список ещё раз.
rules-too-many = Правил может быть не больше { $most }.
rules-paused-title = Правило об устаревших полях приостановилось само
rules-paused-help = Возможно, оно спрашивает слишком рано или о поле, которое мало что значит. Оно молчит, пока вы его снова не включите.

# The form

rules-form = Изменение правила
rules-form-new = Новое правило
rules-form-watch = Спрашивать, когда поле
rules-watch-unchanged = слишком долго не меняется
rules-watch-missing = пусто
rules-watch-silent = любое: с лидом никто не связывался
rules-form-field = Поле
rules-form-statuses = Пока статус лида
rules-form-days = Через сколько рабочих дней
rules-form-days-hint = 0 — спрашивать сразу, для пустых полей.
rules-form-on = Правило спрашивает
rules-form-save = Сохранить
rules-wrong-number = Укажите, пожалуйста, целое число дней.
rules-wrong-days = Можно указать от 0 до { $most } дней.
rules-wrong-at-once = Не меньше одного дня, если только поле не пустое.
rules-wrong-no-status = Выберите хотя бы один статус.
rules-wrong-closed = Когда лид закрыт, можно спросить только о причине.
rules-wrong-unchanged = Только о статусе и следующем шаге Leadloop знает, с каких пор они не меняются.
rules-wrong-missing = Это поле не бывает пустым. Выберите причину, следующий шаг или своё поле.
rules-wrong-silent = Правило об отсутствии контакта спрашивает о статусе.

# The file, on the command line

rules-exported =
    { $count ->
        [one] { $count } правило записано в { $file }.
        [few] { $count } правила записаны в { $file }.
        [many] { $count } правил записано в { $file }.
       *[other] { $count } правила записано в { $file }.
    }
rules-imported =
    { $count ->
        [one] Загружено { $count } правило. Правила, которых в файле нет, выключены.
        [few] Загружено { $count } правила. Правила, которых в файле нет, выключены.
        [many] Загружено { $count } правил. Правила, которых в файле нет, выключены.
       *[other] Загружено { $count } правила. Правила, которых в файле нет, выключены.
    }
rules-file-unreadable = Не удаётся прочитать { $file }. Проверьте, что файл существует и кто может его читать.
rules-file-unwritable = Не удаётся записать { $file }. Проверьте папку и права на запись.
rules-file-no-toml = { $file } — некорректный TOML. Ничего не изменено.
rules-file-no-rules = В { $file } должны быть таблицы [[rule]], хотя бы одна, и больше ничего. Ничего не изменено.
rules-file-id = Правилу номер { $place } нужен id: не больше 40 букв, цифр, дефисов и подчёркиваний. Ничего не изменено.
rules-file-twice = У двух правил id { $rule }. Ничего не изменено.
rules-file-missing = В правиле { $rule } не сказано { $part }. Ничего не изменено.
rules-file-unknown = В правиле { $rule } есть { $part }, а такого параметра нет. Ничего не изменено.
rules-file-wrong = Правило { $rule }, { $part }: { $why } Ничего не изменено.
rules-file-words = Возможны: { $words }.
rules-file-kind-str = Нужен текст.
rules-file-kind-int = Нужно целое число.
rules-file-kind-bool = Нужно true или false.
rules-file-kind-list = Нужен список.
