# What both teams call a qualified lead: criteria, versions, proposals, signatures.

definition-title-draft = Ваше предложение: версия { $number }
definition-title-proposed = Предложена версия { $number }
definition-title-in-force = Что мы называем квалифицированным лидом: версия { $number }
definition-title-replaced = Версия { $number }, заменена более поздней
definition-title-withdrawn = Версия { $number }: предложение отозвано
definition-none = Согласованного определения квалифицированного лида пока нет
definition-none-help = Предложить его может любой сотрудник продаж или маркетинга. Оно вступит в силу, когда его подпишут руководители обеих сторон, по одному от каждой.
definition-no-criteria = Критериев пока нет.

# A criterion

definition-criterion = { $words } ({ $test })
definition-covering = { $criterion }; охватывает: { $reasons }
definition-only-a-person = может судить только человек
definition-words-drafted = Ничего из этого: { $reasons }
definition-test-broken = поля «{ $field }» больше нет
definition-test-filled = { $field }: заполнено
definition-test-empty = { $field }: пусто
definition-test-one-of = { $field }: одно из значений: { $values }
definition-test-none-of = { $field }: ни одно из значений: { $values }
definition-test-contains = { $field } содержит: { $values }
definition-test-at-least = { $field }: не меньше { $values }
definition-test-at-most = { $field }: не больше { $values }
definition-test-own-domain = { $field }: не на бесплатном сервисе
definition-broken = Одна из проверок смотрит на поле, которого у лидов больше нет, и ничего не говорит. Администратор может вернуть поле в импорт; предложить другую проверку может каждый.

definition-field-company = компания
definition-field-title = должность
definition-field-email = почта
definition-field-phone = телефон
definition-field-source = источник
definition-field-campaign = кампания
definition-field-status = статус в CRM
definition-field-owner = ответственный
definition-field-next-step = следующий шаг
definition-field-a-person = Никакое поле: может судить только человек

# Since when, and who signed

definition-in-force-from = Действует с
definition-in-force-until = Действовала до
definition-moment = { $at }
definition-signed-sales = Подпись продаж
definition-signed-marketing = Подпись маркетинга
definition-signature = { $name }, { $at }
definition-unsigned = пока нет

definition-show = Показать
definition-show-number = Версия { $number }
definition-show-whole = Весь текст
definition-propose = Предложить изменение
definition-versions = Все версии

# Versions

definition-versions-title = { $count ->
    [0] Версий пока нет
    [one] { $count } версия определения
    [few] { $count } версии определения
    [many] { $count } версий определения
   *[other] { $count } версии определения
}
definition-line-proposed = { $number }: предложена { $at }, критерии: { $count }
definition-line-in-force = { $number }: действует с { $at }, критерии: { $count }
definition-line-replaced = { $number }: действовала с { $at }, заменена, критерии: { $count }
definition-line-withdrawn = { $number }: отозвана { $at }, критерии: { $count }
definition-page-back = ‹ Новее
definition-page-on = Старее ›
definition-no-such-version = Такой версии нет.

# A lead's fit

definition-fit-title = { $lead }: соответствие
definition-fit = Критерии: { $parts } (версия { $number })
definition-count-met = выполнено: { $count }
definition-count-missed = не выполнено: { $count }
definition-count-unknown = неизвестно: { $count }
definition-count-broken = без поля: { $count }
definition-verdict-met = ✓ { $criterion }
definition-verdict-missed = ✗ { $criterion }
definition-verdict-unknown = ? { $criterion }: неизвестно
definition-verdict-broken = ? { $criterion }: поля больше нет
definition-fit-help = Лид оценивается по определению того дня, когда он был создан.
definition-none-that-day = { $lead }: в день создания этого лида никакое определение не действовало.
definition-lead-gone = Этого лида больше нет в нашей копии CRM.

# A proposal

definition-proposal-title = Предложение к определению квалифицированного лида: версия { $number }
definition-proposed-by-sales = Это изменение предлагают продажи. Оно вступит в силу, когда его подпишут руководители обеих сторон, по одному от каждой.
definition-proposed-by-marketing = Это изменение предлагает маркетинг. Оно вступит в силу, когда его подпишут руководители обеих сторон, по одному от каждой.
definition-proposed-by-leadloop = Это изменение подготовил Leadloop по отметкам о лидах. Оно вступит в силу, когда его подпишут руководители обеих сторон, по одному от каждой.
definition-why = Почему: { $words }
definition-uncovered = По лидам, у которых все критерии были в порядке, за предыдущие 90 дней причину «{ $reason }» назвали в { $count } отказах из { $rejections }. Ни один критерий о ней не говорит.
definition-examples = Например:
definition-silent = Критерий «{ $criterion }» действует с { $since }. Отказов с тех пор: { $count }; ни в одном его не назвали.
definition-outdated = Основано на версии { $base }. Тем временем вступила в силу версия { $now }: посмотрите, пожалуйста, ещё раз.
definition-outdated-first = Тем временем вступила в силу версия { $now }: посмотрите, пожалуйста, ещё раз.
definition-added = Новое
definition-dropped = Больше не требуется
definition-changed = Изменено
definition-reads-now = { $was } → { $now }
definition-same = Текст совпадает с действующим.
definition-fares = Из новейших лидов за последние 90 дней (не меньше { $leads }) хотя бы один критерий не выполнили бы { $then } %, по версии { $number } — { $now } %.
definition-fares-first = Из новейших лидов за последние 90 дней (не меньше { $leads }) хотя бы один критерий не выполнили бы { $then } %.
definition-fares-few = За последние 90 дней лидов меньше { $least }: слишком мало, чтобы сказать, что изменится.
definition-sign = Подписать
definition-sign-hint = Подписать версию { $number } от имени вашей стороны
definition-edit = Изменить
definition-withdraw = Отозвать …

# In the making

definition-draft-help = Пока этого не видит никто, кроме вас. За основу взят действующий текст.
definition-edit-help = Это предложение и каждое его изменение сразу видят обе команды. Менять его можно до первой подписи.
definition-draft-outdated = Пока вы работали над предложением, вступила в силу версия { $now }. Можно продолжить или удалить черновик и начать заново.
definition-add = Добавить критерий
definition-change = Изменить критерий
definition-drop = Убрать критерий
definition-put = Показать обеим командам
definition-discard = Удалить черновик
definition-discarded = Черновик предложения удалён.
definition-which = Какой критерий?
definition-change-title = Изменить критерий
definition-change-submit = Изменить
definition-drop-title = Убрать критерий
definition-drop-submit = Убрать
definition-add-title = Добавить критерий
definition-words-label = Простыми словами
definition-words-hint = Одно условие для квалифицированного лида. Например: принимает решения о закупках
definition-field-label = Какое поле об этом говорит?
definition-field-hint = На следующем шаге вы укажете, как проверять поле.
definition-covers-label = Причины отметок, которые говорят о несоответствии
definition-covers-hint = Отметки с этими причинами относятся к этому критерию.
definition-go-on = Дальше
definition-test-title = Проверка критерия
definition-test-of = { $criterion }: что об этом говорит поле «{ $field }»?
definition-operator-label = Поле …
definition-operator-filled = заполнено
definition-operator-empty = пусто
definition-operator-one-of = равно одному из значений
definition-operator-none-of = не равно ни одному из значений
definition-operator-contains = содержит одно из значений
definition-operator-at-least = не меньше (число)
definition-operator-at-most = не больше (число)
definition-operator-own-domain = не на бесплатном почтовом сервисе
definition-values-label = … из этих значений
definition-values-hint = Самые частые значения у новейших лидов.
definition-typed-label = … или из этих
definition-typed-hint = По одному в строке. Регистр и диакритика не важны.
definition-save = Сохранить
definition-put-title = Показать командам
definition-put-hint = Одна-две фразы, которые прочтут обе команды.
definition-put-submit = Показать
definition-put-done = Версия { $number } теперь в обоих каналах. Её должны подписать руководители обеих сторон, по одному от каждой.
definition-withdraw-title = Отозвать предложение
definition-withdraw-hint = Одна фраза, которую прочтут обе команды.
definition-withdraw-submit = Отозвать
definition-withdrawn-done = Версия { $number } отозвана. Она останется в списке версий.
definition-why-label = Почему?
definition-signed-for-sales = Подписано от имени продаж. Версия { $number } вступит в силу, когда её подпишет и маркетинг.
definition-signed-for-marketing = Подписано от имени маркетинга. Версия { $number } вступит в силу, когда её подпишут и продажи.
definition-agreed = Обе стороны подписали: с этого момента действует версия { $number }.

# When something cannot be done

definition-field-holds-words = В поле «{ $field }» слова, а не числа. Выберите, пожалуйста, другую проверку.
definition-number-needed = Укажите, пожалуйста, ровно одно число.
definition-values-needed = Укажите, пожалуйста, хотя бы одно значение.
definition-values-too-many = Значений может быть не больше { $most }.
definition-too-many = Критериев может быть не больше { $most }, чтобы каждый мог держать их в голове. Уберите или измените один из них.
definition-criterion-gone = Этого критерия в предложении больше нет. Воспользуйтесь последней карточкой.
definition-nothing-left = В определении должен быть хотя бы один критерий.
definition-nothing-changed = Текст совпадает с действующим. Сначала измените что-нибудь.
definition-put-already = Версия { $number } уже в обоих каналах. Отозвать её можно там.
definition-not-yours = Изменить этот текст может только тот, кто его предложил. Вы можете его подписать или сделать своё предложение.
definition-not-yours-to-withdraw = Отозвать предложение может только тот, кто его сделал, либо руководитель продаж или маркетинга.
definition-frozen = Версию { $number } уже подписала одна сторона, поэтому её текст не меняется. Вы можете сделать другое предложение.
definition-closed-in-force = Версия { $number } уже действует.
definition-closed-replaced = Версия { $number } действовала и была заменена.
definition-closed-withdrawn = Версия { $number } отозвана.
definition-only-heads = Подписать может только руководитель продаж или маркетинга. Если у стороны его нет, это может сделать администратор этой стороны.
definition-signed-already-sales = Продажи это уже подписали.
definition-signed-already-marketing = Маркетинг это уже подписал.
definition-text-changed = Текст изменился с тех пор, как появилась эта карточка. Посмотрите на него ещё раз; ничего не подписано.
definition-other-in-force = Тем временем вступила в силу версия { $number }. Посмотрите ещё раз, что изменится; ничего не подписано.

# On a person's own page

definition-home-title = Что мы называем квалифицированным лидом
definition-home-line = { $count ->
    [one] Версия { $number } · { $count } критерий · с { $since }
    [few] Версия { $number } · { $count } критерия · с { $since }
    [many] Версия { $number } · { $count } критериев · с { $since }
   *[other] Версия { $number } · { $count } критерия · с { $since }
}
definition-home-broken = Проверки определения смотрят на поля, которых у лидов больше нет: { $fields }.
definition-waiting = Ждёт вашей подписи: { $proposal }
