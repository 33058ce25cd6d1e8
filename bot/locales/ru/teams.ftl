# What only Teams says.

## Forms

teams-required = Заполните это поле.
teams-no-channels = Leadloop пока не добавлен ни в один канал. Добавьте его в команду, упомяните в нужном канале и откройте эту форму ещё раз.

## Ответы на входе

teams-open-form = Открыть форму
teams-done = Готово.
teams-done-before = Это уже сделано. Как обстоят дела сейчас, видно в последнем сообщении.
teams-in-direct = Ответ — в вашем чате с Leadloop.
teams-please-correct = Пожалуйста, исправьте:
teams-form-closed = Leadloop уже не помнит эту форму. Откройте её ещё раз.
teams-shared-channel = Эту беседу могут читать люди не из вашей компании, поэтому лиды здесь не показываются. Спросите в чате с Leadloop.
teams-incident = У нас что-то пошло не так; это записано как инцидент { $incident }. Попробуйте ещё раз.
teams-unfurl-neutral = Лид в CRM. Чтобы узнать, что с ним стало, спросите Leadloop в чате.
teams-file-no-access = Leadloop не может прочитать этот файл. Прикрепите его в чате с Leadloop или вставьте лиды текстом.
teams-file-late = Teams не успел передать файл. Отправьте его ещё раз или вставьте лиды текстом.
teams-file-too-large = Файл слишком большой: список может занимать не больше { $limit } МБ. Отправьте список покороче.
teams-file-gone = Этот файл больше не хранится. Запросите его ещё раз.
teams-file-declined = Хорошо, файл остаётся у нас. Запросите его, когда понадобится.
teams-help-title = Leadloop расскажет, что стало с вашими лидами
teams-help-paste = Вставьте сюда лиды и спросите: «что стало с этими лидами?»
teams-help-file = Или прикрепите список в файле CSV или XLSX.
teams-help-channel = В канале упомяните Leadloop: ответ придёт в ту же ветку.
teams-help-ask = Спросить о лидах
teams-help-flag = Отметить лид
teams-help-home = Показать мою страницу
teams-help-settings = Мои настройки
