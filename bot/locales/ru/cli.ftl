settings-wrong = Исправьте настройки: { $faults }
check-all-well = Всё в порядке.
ask-no-file = Файла { $file } нет.
run-no-platform = Ни одна платформа ещё не настроена. Укажите токен бота Slack (см. docs/slack.md) или попробуйте «leadloop demo».
run-slack-no-door = Для Slack нужна ещё одна настройка: токен приложения для Socket Mode или секрет подписи для HTTP. Где их взять, сказано в docs/slack.md.

# leadloop check

check-database = База данных работает.
check-no-domains = Пока доступа нет ни у кого: укажите почтовые домены компании в { $setting }.
check-no-administrators = Пока никто не может управлять Leadloop: укажите кого-нибудь в { $setting }.
check-no-platform = Ни одна платформа ещё не настроена. Как подключить Slack, сказано в docs/slack.md.
check-clock = Часы идут верно.
check-clock-unknown = Slack не сообщил время, поэтому сверить часы не удалось.
check-clock-wrong = { $minutes ->
    [one] Часы расходятся на { $minutes } минуту, и вызовы Slack отклонялись бы. Настройте NTP.
    [few] Часы расходятся на { $minutes } минуты, и вызовы Slack отклонялись бы. Настройте NTP.
    [many] Часы расходятся на { $minutes } минут, и вызовы Slack отклонялись бы. Настройте NTP.
   *[other] Часы расходятся на { $minutes } минуты, и вызовы Slack отклонялись бы. Настройте NTP.
}
check-slack-workspace = Slack принимает токен бота, рабочее пространство: { $name }.
check-slack-token = Slack отклоняет токен бота ({ $code }). Скопируйте его заново из раздела Install App.
check-slack-away = Не удалось связаться со Slack ({ $error }).
check-slack-rights = У Leadloop есть все нужные права.
check-slack-scopes = Не хватает прав: { $scopes }. Добавьте их приложению и установите его заново.
check-slack-optional = Без { $scopes } нельзя присылать списки лидов файлом. Всё остальное работает.
check-slack-http = Slack обращается к Leadloop по HTTP, и его подпись можно проверить.
check-slack-socket = Leadloop может открыть соединение со Slack (Socket Mode).
check-slack-app-token = Slack отклоняет токен приложения ({ $code }). Он начинается с xapp, и ему нужно право connections:write.
check-slack-no-channel = Канал не указан ({ $team }). Администратор может выбрать его на главной странице Leadloop.
check-slack-channel = Leadloop добавлен куда нужно: { $team }.
check-slack-channel-shared = Внимание: { $team } открыт для другой компании, поэтому данные о лидах туда не попадут. Выберите другой.
check-slack-channel-closed = Leadloop не может писать сюда: { $team } ({ $code }). Пригласите его.
check-slack-administrator = Slack не знает участника с адресом { $email }.
check-slack-administrator-known = Slack знает администратора { $email }.
