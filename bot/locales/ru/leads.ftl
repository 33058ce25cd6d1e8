# О каких лидах спрашивают.

leads-none-named = О каких лидах речь? Вставьте адреса эл. почты, идентификаторы или ссылки из CRM либо имена с компанией; можно и описать: «лиды с вебинара за апрель».
leads-too-long = В этом тексте больше { $most } тысяч знаков. Отправьте его по частям или файлом CSV.
leads-too-many-lines = Строк: { $count }, а в одном вопросе может быть не больше { $most }. Спросите по частям.
leads-too-many = Подходящих лидов: { $count } ({ $what }). В одном вопросе может быть не больше { $most }: укажите ещё более короткий период, статус или кампанию.
leads-none-match = Ни один лид не подходит: { $what }.
leads-words-unknown = Ни кампании, ни источника, ни статуса «{ $words }» нет. Можно сказать, например: { $examples }.
leads-words-unknown-empty = Ни кампании, ни источника, ни статуса «{ $words }» нет: здесь пока нет ни одного. Вставьте адреса эл. почты, идентификаторы из CRM или имена.

# Что понято из слов, для заголовка

leads-described = { $so_far } · { $part }
leads-of-campaigns = { $count ->
    [one] кампания { $names }
    [few] кампании { $names }
    [many] кампании { $names }
   *[other] кампании { $names }
}
leads-of-campaigns-more = кампании { $names } и ещё { $more }
leads-of-sources = { $count ->
    [one] источник { $names }
    [few] источники { $names }
    [many] источники { $names }
   *[other] источники { $names }
}
leads-of-sources-more = источники { $names } и ещё { $more }
leads-with-status-new = ещё без контакта
leads-with-status-attempting = идут попытки связаться
leads-with-status-connected = в разговоре
leads-with-status-nurturing = прогреваются
leads-with-status-qualified = квалифицированы
leads-with-status-converted = конвертированы
leads-with-status-disqualified = дисквалифицированы
leads-on-day = созданы { $day }
leads-between-days = созданы с { $first } по { $last }
leads-since-day = созданы с { $first }
leads-until-day = созданы по { $last }
