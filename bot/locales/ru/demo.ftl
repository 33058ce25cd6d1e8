# Собственные слова демо в браузере. «Leadloop» — имя, оно не переводится.

demo-demo = демо
demo-channels = Каналы
demo-channel = Канал на { $language ->
    [pl] польском
    [ru] русском
    [zh] китайском
   *[en] английском
} языке
demo-direct = Личные сообщения
demo-home = Главная
demo-home-about = Ваша страница в Leadloop
demo-at-home = Ваша страница — «{ demo-home }» на боковой панели.
demo-messages = Беседы
demo-you = Вы:
demo-be = Выберите, кто вы
demo-menu = Открыть меню
demo-close = Закрыть
demo-cancel = Отмена
demo-dismiss = Скрыть
demo-choose = Выберите…
demo-optional = необязательно
demo-bot = бот
demo-edited = обновлено
demo-updated = Обновлено:
demo-new = Новое
demo-unread = не прочитано
demo-earlier = Показать более ранние сообщения
demo-only-you = Это видите только вы
demo-gallery = Все карточки и формы

## Who somebody is

demo-role-rep = Продажи
demo-role-marketer = Маркетинг
demo-role-manager = Руководитель
demo-role-administrator = Администратор

## Writing

demo-write-channel = Спросите @Leadloop в #{ $channel }
demo-write-direct = Спросите Leadloop или приложите список лидов
demo-send = Отправить
demo-attach = Приложить список лидов (CSV или XLSX)
demo-mention = Упомянуть Leadloop
demo-sample = Попробовать пример

## The clock

demo-clock = Время в демо
demo-clock-hour = +1 час
demo-clock-tomorrow = Завтра 9:30
demo-clock-monday = Понедельник 9:00
demo-clock-workdays = Через 3 рабочих дня

## What one might try

demo-try-marketer = Вставьте переданные лиды и спросите, что с ними стало. Ответ придёт сразу, а о том, чего не знает CRM, Leadloop сам спросит ответственных.
demo-try-rep = Пока делать нечего. Когда маркетинг спросит о ваших лидах, вам придёт одно личное сообщение, и на каждую строку можно ответить одним нажатием. А если с лидом что-то не так, напишите «отметить» и его адрес.
demo-try-manager = Спросите о кампании или списке лидов. Вы видите то же, что и обе команды: одну правду, без имён рядом с задержками.
demo-try-administrator = Спросите о любом списке лидов. Здесь вы узнаете и об ответственных без учётной записи в чате, и о сообщениях, которые не удалось доставить.

## The story, step by step

demo-guide = История в восемь шагов
demo-guide-end = Вот и вся история. Tom читает в своих сообщениях, что решили, а Maya через три рабочих дня после вопроса получает итог. Дальше: напишите Leadloop «определение», «повестка» или «сводка». Исправленное продавцами видно в разделе «{ demo-crm-open }» внизу боковой панели: измените там что-нибудь вручную и посмотрите, что будет.
demo-open = Открыть
demo-step-ask = { $person } спрашивает о лидах
demo-step-owners = Спросить ответственных
demo-step-answer = Ответить на вопрос
demo-step-watch = Карточка заполняется
demo-step-flag = { $person } отмечает слабый лид
demo-step-decide = { $person } принимает решение
demo-step-fix = Утром поправить CRM
demo-step-digest = В понедельник: сводка

## CRM в демо

demo-crm-open = CRM в демо
demo-crm-about = Вымышленная и только на этом компьютере. Leadloop читает её и пишет в неё так же, как делал бы это с вашей. Измените что-нибудь вручную и посмотрите, что будет.
demo-crm-chat = Назад в чат
demo-crm-look = Пусть Leadloop посмотрит сейчас
demo-crm-looks = Он смотрит каждые пять минут, при каждом переводе часов и после каждой своей записи.
demo-crm-looked = Leadloop посмотрел и знает, что здесь записано.
demo-crm-saved = Сохранено. Leadloop этого ещё не видел: если продавец сейчас заполнит то же поле, он увидит оба значения.
demo-crm-search = Имя, компания или номер
demo-crm-find = Найти
demo-crm-found = Найдено
demo-crm-found-none = Лида с таким именем нет.
demo-crm-asked = { $person }: об этих лидах Leadloop сейчас спрашивает
demo-crm-asked-all = Об этих лидах Leadloop сейчас спрашивает продавцов
demo-crm-asked-none = Ни об одном. Об устаревших полях Leadloop спрашивает в рабочий день в 9:30 по часам самого продавца: переведите часы в чате.
demo-crm-changed = Изменено с начала демо
demo-crm-changed-none = Пока ничего.
demo-crm-owner = Ответственный: { $name }
demo-crm-all = Все лиды
demo-crm-next-day = Дата следующего шага
demo-crm-save = Сохранить
demo-crm-history = Что изменилось
demo-crm-history-none = С начала демо – ничего.
demo-crm-by-hand = { $at } · вручную, здесь
demo-crm-by-leadloop = { $at } · через Leadloop

## When something is wrong

demo-offline = Связь потеряна. Пробуем снова…
demo-failed = Это не дошло до демо. Попробуйте ещё раз.
demo-incident = У нас что-то пошло не так; это записано как инцидент { $incident }. Попробуйте ещё раз.
demo-bad-request = Демо не смогло прочитать этот запрос. Обновите страницу.
demo-foreign = Этот запрос пришёл не со страницы демо. Обновите её.
demo-no-person = В демо нет такого человека.
demo-no-conversation = Вы не участвуете в этой беседе.
demo-no-file = Этого файла здесь больше нет.
demo-file-where = Пожалуйста, отправляйте файлы в личной беседе с Leadloop.

## The gallery

demo-gallery-title = Leadloop: все карточки и формы
demo-gallery-lang = Язык
demo-gallery-theme = Цвета
demo-gallery-width = Ширина
demo-gallery-en = English
demo-gallery-pl = Polski
demo-gallery-ru = Русский
demo-gallery-zh = 中文
demo-gallery-all = Все
demo-gallery-auto = Как в системе
demo-gallery-light = Светлые
demo-gallery-dark = Тёмные
demo-gallery-desk = Стол
demo-gallery-phone = Телефон
demo-sample-question = что стало с этими лидами?
demo-sample-flag = отметить { $lead }
