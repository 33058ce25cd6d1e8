# Еженедельная сводка для обоих каналов.

digests-title = Сводка за неделю: { $week }
digests-week = неделя { $number }, { $first } — { $last }
digests-week-short = нед. { $number }

# Неделя одной фразой

digests-came-in =
    { $count ->
        [one] Пришёл { $count } новый лид
        [few] Пришли { $count } новых лида
        [many] Пришло { $count } новых лидов
       *[other] Пришло { $count } нового лида
    }
digests-came-usual = { digests-came-in }, как обычно
digests-came-more = { digests-came-in }, больше обычного
digests-came-fewer = { digests-came-in }, меньше обычного
digests-part-qualified = из них квалифицированных { $count }
digests-part-accepted = принято { $count }
digests-part-won = выиграно { $count }
digests-headline = { $start }; { $parts }.

# Строки

digests-line = { $what }: { $count }
digests-line-last = { $what }: { $count } (неделей раньше { $last })
digests-line-usual = { $what }: { $count } (обычно { $low }–{ $high })
digests-line-both = { $what }: { $count } (неделей раньше { $last }, обычно { $low }–{ $high })
digests-line-reasons = { $line }: { $reasons }
digests-count-leads-in = Новые лиды
digests-count-qualified = Квалифицированы
digests-count-accepted = Приняты продажами
digests-count-talking = Начался диалог
digests-count-won = Выиграны
digests-count-disqualified = Не подошли
digests-count-recycled = Отложены
digests-reason = { $reason } { $count }
digests-reason-unknown = причина не указана
digests-reason-others = все остальные причины
digests-first-touch = Первый контакт: { $hours } ч рабочего времени после передачи (медиана)
digests-first-touch-last = Первый контакт: { $hours } ч рабочего времени после передачи (медиана, неделей раньше { $last })
digests-first-touch-within = { $waited }; около { $percent } % в согласованные { $agreed } ч
digests-standout-better = Лучше остальных: { $campaign }, перспективных { $promising } из { $leads } с { $since } ({ $low }–{ $high } %, в других { $elsewhere } %)
digests-standout-worse = Слабее остальных: { $campaign }, перспективных { $promising } из { $leads } с { $since } ({ $low }–{ $high } %, в других { $elsewhere } %)
digests-flags = Отметки: { $parts }
digests-flags-raised = новых { $count }
digests-flags-accepted = принято { $count }
digests-flags-declined = отклонено { $count }
digests-flags-done = изменений внесено { $count }
digests-flags-waiting = ждут { $count }
digests-questions = Лиды, о которых спрашивали: { $parts }
digests-questions-asked = всего { $count }
digests-questions-answered = с ответом { $count }
digests-questions-open = ещё без ответа { $count }
digests-completeness = CRM: заполнено полностью около { $percent } % открытых лидов
digests-completeness-last = CRM: заполнено полностью около { $percent } % открытых лидов (неделей раньше { $last } %)
digests-praise = Похвала: { $parts }
digests-praised = { $reason } ({ $campaign })
digests-did = Вы сказали — мы сделали: { $what }
digests-did-on = Вы сказали — мы сделали ({ $subject }): { $what }
digests-effect-better = { $did }. Перспективных лидов стало больше: было { $before }, стало { $after }
digests-effect-worse = { $did }. Перспективных лидов стало меньше: было { $before }, стало { $after }
digests-effect-chance = { $did }. Перспективных лидов до изменения { $before }, после { $after }; это может быть случайностью
digests-share = { $percent } % ({ $low }–{ $high } %)

# Графики

digests-trend-title = Новые лиды по неделям, { $first } — { $last }
digests-reasons-title = Почему лиды не подошли ({ $count }): { $week }

# Когда событий мало

digests-empty = Спокойная неделя: ни с одним лидом ничего не происходило.
digests-small = Речь о менее чем { $fewest } лидах, поэтому чисел на этой неделе нет: они говорили бы об отдельных лидах. Что стало с каждым, можно спросить в любой момент.
digests-hidden = Числа меньше { $fewest } опущены там, где они говорили бы об отдельных лидах.
digests-first-week = Это первая неделя подсчёта, поэтому сравнивать её пока не с чем.
digests-few-weeks =
    { $weeks ->
        [one] Обычный диапазон появится, когда накопится недель: { $fewest }; пока известна { $weeks }.
        [few] Обычный диапазон появится, когда накопится недель: { $fewest }; пока известны { $weeks }.
        [many] Обычный диапазон появится, когда накопится недель: { $fewest }; пока известно { $weeks }.
       *[other] Обычный диапазон появится, когда накопится недель: { $fewest }; пока известно { $weeks }.
    }
digests-holidays = Неделя короче обычной: { $days }.
digests-holiday = { $day } — праздник ({ $name })
digests-counted-late = Эта неделя подсчитана намного позже её окончания, поэтому опущено то, что было видно только в те дни.
digests-so-far = Неделя ещё не закончилась. Данные на { $at }.
digests-sent-late = Сводка приходит позже: в обычное время Leadloop не работал.
digests-missed = Сводка за прошлую неделю здесь не появилась. Её можно запросить по номеру недели.

# Решения

digests-before = Прежние решения
digests-promised = { $what } «{ $words }».
digests-became-open = { $what } Никто за это не взялся.
digests-became-taken = { $what } До { $day } этим занимается сторона: { $side }.
digests-became-overdue = { $what } Планировали до { $day }, вопрос ещё открыт (сторона: { $side }).
digests-became-done = { $what } Сделано.
digests-became-dropped = { $what } Оставили как есть.
digests-side-sales = продажи
digests-side-marketing = маркетинг
digests-to-decide = Нужно решить
digests-decide-finding = Несколько отметок ({ $about }) называют одну и ту же причину: что меняем?
digests-decide-campaign-worse = { $about } даёт меньше перспективных лидов, чем остальные: что меняем?
digests-decide-campaign-better = { $about } даёт больше перспективных лидов, чем остальные: усиливаем?
digests-decide-amendment = Предложена версия { $about } определения: подписываем?
digests-decide-debt-sales = Срок ответов о лидах прошёл: к какому дню они будут?
digests-decide-debt-marketing = Срок решений по отметкам прошёл: к какому дню они будут?
digests-decide-completeness = У многих открытых лидов не заполнены поля, нужные обеим командам: какие заполняем сначала?
digests-decided-by-sales = Это решают продажи.
digests-decided-by-marketing = Это решает маркетинг.
digests-take = Взяться…
digests-leave = Оставить как есть
digests-hint = { $action }: { $what }
digests-owes-sales = Что за продажами перед маркетингом
digests-owes-marketing = Что за маркетингом перед продажами
digests-owes-nothing = Просроченного нет.
digests-debt-answers = Ответы о лидах: не меньше { $count }
digests-debt-some-answers = Ответы о некоторых лидах
digests-debt-decisions = Решения по отметкам: не меньше { $count }
digests-debt-some-decisions = Решения по некоторым отметкам
digests-debt-signatures = Подписи под предложениями: не меньше { $count }
digests-debt-some-signatures = Подпись под предложенным определением или отказ
digests-debt-actions = Задачи совместной встречи: не меньше { $count }
digests-debt-some-actions = Задачи совместной встречи

digests-take-title = Взяться за вопрос
digests-take-what = Что будет сделано?
digests-take-hint = Одно предложение; обе команды прочитают его в следующей сводке.
digests-take-owner = Кто это сделает?
digests-take-due = До какого дня?
digests-take-submit = Взяться
digests-owner-elsewhere-sales = Это решают продажи. Выберите, пожалуйста, кого-то из продаж.
digests-owner-elsewhere-marketing = Это решает маркетинг. Выберите, пожалуйста, кого-то из маркетинга.
digests-not-yours-sales = Это решают продажи.
digests-not-yours-marketing = Это решает маркетинг.
digests-only-managers-leave = Оставить как есть могут только руководители. Вы можете взяться за это.
digests-decision-gone = Этого вопроса уже нет среди решений.
digests-decided-already = Тем временем это уже решили.

# Какие лиды?

digests-which = Какие лиды?…
digests-as-csv = Неделя в CSV
digests-as-xlsx = Неделя в XLSX
digests-which-title = Какие лиды?
digests-which-help = Период: { $week }. Список придёт вам личным сообщением.
digests-which-label = Показатель
digests-which-submit = Показать список
digests-which-reason = { $what }, { $reason }: { $count }
digests-leads-of = { $what }, { $week }
digests-leads-of-reason = { $what }, { $reason }, { $week }
digests-leads-sent = Список — в ваших личных сообщениях. Лидов: { $count }
digests-nothing-to-list = Для этой недели показывать нечего.
digests-no-such-week = Такой недели я не знаю. Напишите, например, «сводка 47», «сводка 2026-W47» или «сводка прошлая неделя».
digests-week-to-come = Эта неделя, { $first } — { $last }, ещё не началась.
digests-sent-to-you = Сводка — в ваших личных сообщениях.

# Предпросмотр для руководителей

digests-preview-title = Предпросмотр сводки: { $week }
digests-preview-help = Руководители видят это раньше обоих каналов.
digests-no-channels = Канал для сводки ещё не выбран. Администратор может выбрать его на главной странице бота.
digests-edition-planned = Канал ({ $side }): запланирована на { $at }.
digests-edition-held = Канал ({ $side }): задержана до разрешения.
digests-edition-sent = Канал ({ $side }): отправлена { $at }.
digests-edition-skipped = Канал ({ $side }): не отправлена, было уже слишком поздно.
digests-send = Отправить сейчас
digests-hold = Задержать
digests-release = Разрешить отправку
digests-add-note = Добавить заметку…
digests-sent = Сводка отправляется в оба канала и в понедельник не повторится.
digests-held = Сводка задержана. Она уйдёт, когда её разрешит кто-то из руководителей.
digests-released = Отправка разрешена. Сводка уйдёт в своё время, а если оно прошло — сейчас.
digests-has-left = Эта сводка уже ушла или слишком старая для отправки.
digests-week-not-over = Неделя закончится { $last }, и после этого сводку можно отправить сразу.
digests-only-managers = Это могут сделать только руководители и администраторы.
digests-held-title = Сводка задержана: { $week }
digests-held-help = Её время прошло, и ни один канал её не получил. После разрешения она уйдёт сразу.
digests-skipped-sales = Сводка не дошла до продаж: { $week }
digests-skipped-marketing = Сводка не дошла до маркетинга: { $week }
digests-skipped-help = Leadloop не работал больше двух дней после её времени, поэтому с опозданием она не отправлена. Посмотреть её по-прежнему можно.
digests-look = Посмотреть
digests-home-waits = Готовится сводка: { $week }.
digests-home-held = Сводка задержана: { $week }.
digests-home-look = Предпросмотр
digests-note-title = Заметка к сводке
digests-note-help = { $week }. Её прочитают оба канала; подписана она стороной, а не именем.
digests-note-label = Заметка
digests-note-hint = Пустое поле убирает заметку.
digests-note-submit = Сохранить
digests-note-sales = Заметка от продаж: { $words }
digests-note-marketing = Заметка от маркетинга: { $words }
