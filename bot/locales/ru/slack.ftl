# What only Slack says.

slack-cancel = Отмена
slack-close = Закрыть
slack-chart-values = Количество

## Ответы на входе

slack-too-late = Slack не дождался формы. Нажмите ещё раз.
slack-in-direct = Уже проверяю: ответ придёт вам в личные сообщения от Leadloop.
slack-at-home = Ваша страница — в приложении Leadloop, на вкладке «Главная».
slack-open-form = Открыть форму
slack-please-correct = Пожалуйста, исправьте:
slack-shared-channel = Этот канал открыт и для другой компании, поэтому лиды здесь не показываются. Спросите в личном сообщении.
slack-incident = У нас что-то пошло не так; это записано как инцидент { $incident }. Попробуйте ещё раз.
slack-unfurl-neutral = Лид в CRM. Чтобы узнать, что с ним стало, спросите Leadloop в личном сообщении.
slack-file-no-access = У Leadloop здесь нет доступа к файлам. Вставьте лиды текстом или попросите администратора разрешить чтение файлов.
slack-file-late = Slack не успел передать файл. Отправьте его ещё раз или вставьте лиды текстом.
slack-file-too-large = Файл слишком большой: список может занимать не больше { $limit } МБ. Отправьте список покороче.

# The manifest

slack-manifest-https = Slack обращается только к адресам, которые начинаются с https://.
slack-manifest-hosts = Slack сообщает о ссылках не более чем на { $most } хостов. Укажите меньше в { $setting }.
