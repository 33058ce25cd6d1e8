# What many flags have in common

findings-title-campaign =
    { $count ->
        [one] { $count } отметка о кампании «{ $name }»: { $reason }
        [few] { $count } отметки о кампании «{ $name }»: { $reason }
        [many] { $count } отметок о кампании «{ $name }»: { $reason }
       *[other] { $count } отметки о кампании «{ $name }»: { $reason }
    }
findings-title-source =
    { $count ->
        [one] { $count } отметка о лидах из источника «{ $name }»: { $reason }
        [few] { $count } отметки о лидах из источника «{ $name }»: { $reason }
        [many] { $count } отметок о лидах из источника «{ $name }»: { $reason }
       *[other] { $count } отметки о лидах из источника «{ $name }»: { $reason }
    }
findings-title-criterion =
    { $count ->
        [one] { $count } отметка о лидах, не отвечающих критерию «{ $name }»: { $reason }
        [few] { $count } отметки о лидах, не отвечающих критерию «{ $name }»: { $reason }
        [many] { $count } отметок о лидах, не отвечающих критерию «{ $name }»: { $reason }
       *[other] { $count } отметки о лидах, не отвечающих критерию «{ $name }»: { $reason }
    }
findings-works = Что работает — { $finding }

findings-standing-open = Открыто с { $day }
findings-standing-for-meeting = К общей встрече · открыто с { $day }
findings-standing-accepted = Принято { $day }
findings-standing-declined = Не принято { $day }
findings-state-open = Открыто
findings-state-for-meeting = К общей встрече
findings-state-accepted = Принято
findings-state-declined = Не принято
findings-said-accepted = Что изменится: «{ $words }»
findings-said-declined = Почему ничего не меняется: «{ $words }»
findings-said-praise = Какие выводы: «{ $words }»
findings-all-withdrawn = Все отметки отозваны.

# How its leads fare

findings-object-campaign = Лиды кампании «{ $name }» с { $since }
findings-object-source = Лиды из источника «{ $name }» с { $since }
findings-object-criterion = Лиды с { $since }, не отвечающие критерию «{ $name }»
findings-share = { $hits } из { $of } ({ $low }–{ $high } %)
findings-share-percent = { $percent } % ({ $low }–{ $high } %)
findings-elsewhere = { $percent } %
findings-rates = { $object }: перспективных { $share }; среди остальных { $elsewhere }.
findings-rates-met = { $object }: перспективных { $share }; среди отвечающих ему { $elsewhere }.
findings-few-leads = { $object }: здесь или среди остальных слишком мало лидов с известным итогом для цифр; нужно не меньше { $fewest }.
findings-too-few = меньше { $fewest } лидов
findings-may-be-chance = Диапазоны пересекаются: разница может быть случайной.
findings-not-counted = Цифры по этим лидам появятся через несколько минут.
findings-help = Перспективные: идёт диалог, квалифицирован или конвертирован. Считаются только лиды с известным итогом; в скобках диапазон, который допускает такое число лидов (95 %). Цифры обновляются, когда известен итог ещё { $fewest } лидов; последний подсчёт: { $day }
findings-chart = Перспективные лиды в процентах — { $object }
findings-here-campaign = Эта кампания
findings-here-source = Этот источник
findings-here-criterion = Не отвечают
findings-there-campaign = Остальные
findings-there-source = Остальные
findings-there-criterion = Отвечают

# What can be done

findings-decide = Решить…
findings-decide-praise = Какие выводы…
findings-which = Какие лиды?
findings-form = Решение по наблюдению
findings-alike = Все его отметки, ждущие решения, получат это же решение, и продажи о нём узнают.
findings-decision = Что вы решаете?
findings-decision-accept = Принять: что-то изменится
findings-decision-decline = Не принимать: ничего не изменится
findings-words = Что изменится или почему ничего не меняется?
findings-words-praise = Что оставляем или делаем чаще?
findings-words-hint = Это прочитают продажи. Достаточно одной фразы.
findings-submit = Решить
findings-line = { $lead } · { $state }

# When it cannot be done

findings-gone = Этого наблюдения больше нет.
findings-overtaken = Кто-то успел раньше: наблюдение тем временем изменилось.
findings-changed = Это наблюдение тем временем изменилось. Его состояние сейчас: { $state }. Воспользуйтесь его последней карточкой.
findings-only-marketing = Решения по наблюдениям принимают маркетинг, руководители и администраторы. Вы можете посмотреть, о каких лидах речь.
