# Words that every feature uses.

verbatim = { $text }
none = –

## What became of a lead: in a table, and counted in a headline

outcome-converted = Сконвертирован
outcome-qualified = Квалифицирован
outcome-in-conversation = Идёт диалог
outcome-trying = Пытаемся связаться
outcome-later = Отложен
outcome-disqualified = Не подошёл
outcome-not-touched = Контакта ещё не было
outcome-unknown = Нет данных

outcome-count-converted =
    { $count ->
        [one] { $count } сконвертирован
        [few] { $count } сконвертированы
        [many] { $count } сконвертировано
       *[other] { $count } сконвертировано
    }
outcome-count-qualified =
    { $count ->
        [one] { $count } квалифицирован
        [few] { $count } квалифицированы
        [many] { $count } квалифицировано
       *[other] { $count } квалифицировано
    }
outcome-count-in-conversation = { $count } в диалоге
outcome-count-trying = { $count } пока без ответа
outcome-count-later =
    { $count ->
        [one] { $count } отложен
        [few] { $count } отложены
        [many] { $count } отложено
       *[other] { $count } отложено
    }
outcome-count-disqualified =
    { $count ->
        [one] { $count } не подошёл
        [few] { $count } не подошли
        [many] { $count } не подошли
       *[other] { $count } не подошло
    }
outcome-count-not-touched = { $count } ещё без контакта
outcome-count-unknown = { $count } без данных

## Why a lead was disqualified or put off; also inside parentheses

reason-no-need = нет потребности
reason-no-budget = нет бюджета
reason-not-target = не наша аудитория
reason-competitor = выбрали конкурента
reason-bad-data = неверные контакты
reason-unreachable = не удалось связаться
reason-no-authority = не принимает решений
reason-price = цена
reason-timing = не то время
reason-already-customer = уже клиент
reason-duplicate = дубль
reason-opted-out = отказ от контактов
reason-other = другая причина

reason-count = { $reason }: { $count }

## Where a fact comes from, and how old it is

provenance-crm = CRM
provenance-rep = со слов менеджера
provenance-waiting = спросили, ждём
provenance-nobody = никто не знает

business-hours =
    { $hours ->
        [one] { $hours } рабочий час
        [few] { $hours } рабочих часа
        [many] { $hours } рабочих часов
       *[other] { $hours } рабочего часа
    }

## When something cannot be done

router-unknown = Эта версия Leadloop такого не знает. Если это была кнопка из прежней версии, воспользуйтесь последним сообщением или задайте вопрос ещё раз.
people-unknown = Leadloop не знает этого человека. Добавить его может администратор.

## What every chat says

chat-label = { $label }:
chat-more = … и ещё { $count }
chat-choose = Выберите…
chat-yes = Да
chat-earliest = Не раньше { $day }

# Beside a field of a form
form-choose = Выберите, пожалуйста, один из вариантов.
form-day-wrong = Это не дата.
form-empty = Заполните, пожалуйста, это поле.
form-too-long = Не больше { $longest } знаков; сейчас их { $length }.
