settings-wrong = Исправьте настройки: { $faults }
check-all-well = Всё в порядке.
ask-no-file = Файла { $file } нет.
ask-nothing-imported = Лидов здесь пока нет: загрузите их командой leadloop import ФАЙЛ.
run-salesforce-no-proof = Salesforce нужно подтверждение: секрет приложения или пользователь с закрытым ключом. Подробности в docs/crm.md.
run-crm-twice = Два подключения дают лиды одной и той же CRM. Укажите для выгружаемого файла своё имя в { $setting } или уберите одно из подключений.
run-no-key-file = Не удаётся прочитать файл ключа { $file }.
run-dynamics-no-proof = Dynamics нужны клиент (tenant), приложение и подтверждение: секрет, сертификат или управляемое удостоверение. Подробности в docs/crm.md.
run-no-platform = Ни одна платформа ещё не настроена. Подключите Slack (docs/slack.md) или Teams (docs/teams.md) либо попробуйте «leadloop demo».
run-slack-no-door = Для Slack нужна ещё одна настройка: токен приложения для Socket Mode или секрет подписи для HTTP. Где их взять, сказано в docs/slack.md.
run-teams-no-tenant = Для Teams нужна ещё одна настройка: идентификатор клиента Entra. Где его взять, сказано в docs/teams.md.
run-teams-no-proof = Для Teams нужна ещё одна настройка: секрет клиента, сертификат или управляемое удостоверение. Как их получить, сказано в docs/teams.md.

# leadloop check

check-database = База данных работает.
check-no-domains = Пока доступа нет ни у кого: укажите почтовые домены компании в { $setting }.
check-no-administrators = Пока никто не может управлять Leadloop: укажите кого-нибудь в { $setting }.
check-no-platform = Ни одна платформа ещё не настроена. Как её подключить, сказано в docs/slack.md и docs/teams.md.
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
check-teams-token = Entra выдаёт приложению { $app } токен для Teams.
check-teams-refused = Entra отклоняет приложение ({ $code }). Проверьте его идентификатор, клиент (tenant) и секрет или сертификат; что значат коды, сказано в docs/teams.md.
check-teams-away = Не удалось связаться с Microsoft ({ $error }).
check-teams-keys = Ключи, которыми проверяются вызовы Teams, доступны.
check-teams-no-keys = Не удалось получить ключи, которыми проверяются вызовы Teams, и каждый вызов отклонялся бы. Leadloop должен иметь доступ к { $host }.
check-teams-certificate = Сертификат действует до { $until }.
check-teams-certificate-soon = Сертификат истекает { $until }. Зарегистрируйте вскоре новый.
check-teams-certificate-over = Сертификат истёк { $until }. Зарегистрируйте новый.
check-teams-certificate-odd = Не удаётся прочитать сертификат { $file }.
check-teams-endpoint = Teams должен иметь доступ к { $address }: это адрес конечной точки сообщений.
check-teams-no-endpoint = Teams обращается только по публичному адресу: укажите его хост в { $setting }.
check-teams-install = Leadloop может установить себя ответственным, с которыми ещё не встречался.
check-teams-no-install = Leadloop не может установить себя ответственным ({ $code }). Ему нужны два права в Graph и его пакет в каталоге организации.
check-teams-no-users = Без User.Read.All находятся только те ответственные, кто состоит в одной команде с Leadloop.
check-teams-no-channel = Канал не указан ({ $team }). Администратор может выбрать его на главной странице Leadloop.
check-teams-channel = Leadloop добавлен куда нужно: { $team }.
check-teams-channel-shared = Внимание: { $team } читает кто-то не из компании, поэтому данные о лидах туда не попадут. Выберите другой канал.
check-teams-channel-closed = Leadloop не может писать сюда: { $team } ({ $code }). Добавьте его в команду и один раз упомяните его там.
check-teams-administrator = Администратор { $email } ещё не встречался в Teams. Пусть он добавит Leadloop себе или в свою команду.
check-teams-administrator-known = Teams знает администратора { $email }.
