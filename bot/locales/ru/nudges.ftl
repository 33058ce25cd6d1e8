# Что видит продавец об устаревшем поле и что он может ответить.

nudges-title = { $count ->
    [one] { $count } поле на проверку
    [few] { $count } поля на проверку
    [many] { $count } полей на проверку
   *[other] { $count } полей на проверку
}
nudges-row = { $lead }: { $field }

# Почему мы спрашиваем
nudges-missing = Поле пока пустое · { $status }
nudges-missing-since = Поле пока пустое · { $status } с { $since }
nudges-silent = Контактов не отмечено с { $since } · { $status }
nudges-silent-never = Контактов ещё не отмечено · { $status }
nudges-unchanged = «{ $value }» без изменений не меньше { $days ->
    [one] { $days } рабочего дня
    [few] { $days } рабочих дней
    [many] { $days } рабочих дней
   *[other] { $days } рабочих дней
}
nudges-unchanged-since = «{ $value }» с { $since }

# Что можно сделать
nudges-value = { $value }
nudges-day = { $day }
nudges-hint = { $answer }: { $about }
nudges-fill = Заполнить…
nudges-other = Другое…
nudges-right = Всё ещё верно
nudges-nothing = Пока нечего написать
nudges-snooze = Позже…
nudges-not-mine = Не мой лид
nudges-more = Ещё…
nudges-snooze-until = Когда спросить снова?
nudges-tomorrow = Следующий рабочий день
nudges-next-week = На следующей неделе
nudges-other-day = Другой день…
nudges-back = Назад
nudges-rule-wrong = Это правило здесь не подходит
nudges-why = Почему меня спрашивают?
nudges-again = Изменить
nudges-in-crm = Измените это в { $system }, лид { $id }; строка тогда исчезнет сама.
nudges-help = Каждый ответ — одно нажатие. Заполненное вами попадёт в CRM с пометкой с вашим именем; остальные ответы ничего там не меняют.
nudges-help-off = Каждый ответ — одно нажатие. Отсюда в CRM ничего не записывается.

# Что сделано
nudges-done-fixed = Исправлено
nudges-done-still-right = Ваш ответ: всё ещё верно
nudges-done-nothing = Ваш ответ: пока нечего написать
nudges-done-snoozed = Отложено
nudges-done-snoozed-until = Вернётся не раньше { $day }
nudges-done-not-mine = Ваш ответ: не мой лид. Администраторы видят, без имени, что ему нужен другой ответственный.
nudges-done-rule-wrong = Это правило больше не спросит об этом лиде
nudges-done-expired = Больше не спрашиваем. В CRM всё остаётся как есть.
nudges-going = Передаём в { $system }.
nudges-written = Записано в { $system }
nudges-undone = Отменено. В { $system } снова прежнее значение.
nudges-dropped = В { $system } остаётся прежнее значение.
nudges-overtaken = Действует ваш более новый ответ.

# Формы
nudges-form-now = Сейчас в CRM: { $value }
nudges-form-submit = Записать в CRM
nudges-true = Да
nudges-false = Нет
nudges-snooze-title = Спросить позже
nudges-snooze-day = Не раньше
nudges-snooze-submit = Отложить
nudges-value-same = Так уже записано в CRM. Если это верно, нажмите «Всё ещё верно».
nudges-day-range = Выберите день позже сегодняшнего, но не позднее { $last }.
nudges-stale = Эта строка за это время изменилась. Ниже видно, как дела обстоят сейчас.
nudges-gone = Этой строки больше нет.
nudges-lead-gone = Этого лида больше нет в CRM, поэтому ничего не изменено.
nudges-lead-moved = У этого лида уже другой ответственный, поэтому ничего не изменено.

# Почему меня спрашивают?
nudges-why-title = Почему мы спрашиваем: { $lead }, { $field }
nudges-why-who = О правилах решают администраторы, на главной Leadloop. Если правило не подходит к этому лиду, нажмите «Это правило здесь не подходит».
nudges-why-rest = Об одном лиде мы не спрашиваем снова в течение 14 дней, а также пока запланирован следующий контакт.

# Сколько вопросов хочет получать человек
nudges-limits-now = { $count ->
    [0] Об устаревших полях CRM мы вас не спрашиваем.
    [one] Мы спрашиваем вас не более чем об { $count } устаревшем поле CRM в неделю.
    [few] Мы спрашиваем вас не более чем о { $count } устаревших полях CRM в неделю.
    [many] Мы спрашиваем вас не более чем о { $count } устаревших полях CRM в неделю.
   *[other] Мы спрашиваем вас не более чем о { $count } устаревших полях CRM в неделю.
}
nudges-limits-muted = Не раньше { $day }.
nudges-limits-change = Меньше или больше…
nudges-limits-title = Устаревшие поля CRM
nudges-limits-week = Не больше, в неделю
nudges-limits-cap = { $count ->
    [0] нисколько
    [one] { $count } строка
    [few] { $count } строки
    [many] { $count } строк
   *[other] { $count } строк
}
nudges-limits-until = Не раньше
nudges-limits-until-hint = Вопросы коллег будут приходить по-прежнему.
nudges-limits-submit = Сохранить
nudges-limits-saved = Сохранено.
nudges-known = { $count ->
    [one] { $count } поле CRM, о котором мы вас спрашивали, с вашим ответом
    [few] { $count } поля CRM, о которых мы вас спрашивали, с вашими ответами
    [many] { $count } полей CRM, о которых мы вас спрашивали, с вашими ответами
   *[other] { $count } полей CRM, о которых мы вас спрашивали, с вашими ответами
}

# Ничьи лиды: для администраторов
nudges-disowned-count =
    { $count ->
        [one] О { $count } лиде ответственный в CRM говорит, что это не его лид.
        [few] О { $count } лидах ответственные в CRM говорят, что это не их лиды.
        [many] О { $count } лидах ответственные в CRM говорят, что это не их лиды.
       *[other] О { $count } лида ответственные в CRM говорят, что это не их лиды.
    }
nudges-disowned-look = Показать лиды
nudges-disowned-title = «Не мой лид», говорят ответственные
nudges-disowned-none = Никто не говорил, что лид не его.
nudges-disowned-lead = { $lead } · { $system } { $id } · с { $since }
nudges-disowned-more =
    { $count ->
        [one] Ещё { $count } лид появится, когда исчезнут эти.
        [few] Ещё { $count } лида появятся, когда исчезнут эти.
        [many] Ещё { $count } лидов появятся, когда исчезнут эти.
       *[other] Ещё { $count } лида появятся, когда исчезнут эти.
    }
nudges-disowned-help = Назначьте этим лидам в CRM другого ответственного, и они исчезнут из списка сами. До тех пор об их устаревших полях никого не спрашиваем.
