# Кто есть кто: кого Leadloop пускает и какой ответственный из CRM — какой человек.

# Тому, у кого нет доступа

people-outsider-bot = Leadloop разговаривает с людьми, а не с другими ботами.
people-outsider-deactivated = Эта учётная запись отключена, поэтому Leadloop не показывает ей лиды.
people-outsider-stranger = Leadloop показывает лиды только сотрудникам компании, для которой работает. Вы здесь из другой компании — обратитесь, пожалуйста, к своему контактному лицу.
people-outsider-guest = Leadloop показывает лиды только полноправным участникам этого рабочего пространства, а вы здесь гость. Если доступ нужен, попросите администратора пространства сделать вас полноправным участником.
people-outsider-no-domains = Leadloop пока никого не пускает: в настройках не указаны почтовые домены компании. Сообщите об этом тому, кто его обслуживает.
people-outsider-no-email = В вашем профиле нет подтверждённого адреса электронной почты, и Leadloop не может понять, кто вы. Добавьте в профиль рабочий адрес и попробуйте снова.
people-outsider-foreign-domain = Ваш адрес не относится к доменам компании, поэтому Leadloop не покажет вам лиды. Используйте рабочий адрес или обратитесь к администратору.
people-outsider-unchecked = Leadloop сейчас не может проверить, кто вы. Попробуйте через минуту; ничего не было сделано.

# Список ответственных для администратора

people-only-administrators = Это может сделать только администратор.
people-owner-unknown = Этого ответственного больше нет в CRM.
people-matched-already = { $owner }: соответствие уже найдено.
people-unmatched-title =
    { $count ->
        [one] { $count } ответственный из CRM не найден в чате
        [few] { $count } ответственных из CRM не найдены в чате
        [many] { $count } ответственных из CRM не найдены в чате
       *[other] { $count } ответственного из CRM не найдено в чате
    }
people-unmatched-help = Leadloop сопоставляет ответственных по адресу электронной почты и каждый день проверяет заново. До тех пор об их лидах никого не спрашивают.
people-all-matched = Все ответственные за открытые лиды найдены в чате
people-all-matched-help = Leadloop сопоставляет ответственных по адресу электронной почты. Здесь появятся те, кого найти не удалось.
people-open-leads =
    { $count ->
        [one] { $count } открытый лид · почта в CRM: { $email }
        [few] { $count } открытых лида · почта в CRM: { $email }
        [many] { $count } открытых лидов · почта в CRM: { $email }
       *[other] { $count } открытого лида · почта в CRM: { $email }
    }
people-no-address = нет
people-mismatch-no-address = В CRM нет адреса этого ответственного, а в чате никого так не зовут.
people-mismatch-no-person = В чате нет никого с таким адресом или именем.
people-mismatch-other-email = В чате есть { $person } с тем же именем, но с адресом { $email }.
people-mismatch-several = В чате подходят несколько человек или учётных записей.
people-mismatch-no-account = Это { $person } ({ $email }), но учётной записи в чате нет.
people-is = Это { $person }
people-match = Указать человека
people-match-hint = Указать человека: { $owner }
people-gone = Больше не работает у нас
people-gone-hint = Больше не работает у нас: { $owner }
people-undo = Отменить
people-undo-hint = Вернуть в список: { $owner }
people-page = Страница { $page } из { $pages }
people-page-back = ‹ Назад
people-page-on = Дальше ›
people-match-title = Кто это?
people-fact-owner = Ответственный в CRM
people-fact-email = Почта в CRM
people-match-whom = Человек в чате
people-match-whom-hint = Теперь о лидах этого ответственного будут спрашивать этого человека.
people-look = Найти ответственных
people-matched = { $owner } — это { $person }. Теперь о лидах есть кого спросить.
people-matched-unmet = { $owner } — это { $person }. О лидах можно будет спросить, когда Leadloop найдёт учётную запись этого человека в чате.
people-left = { $owner } больше не в списке; эти лиды считаются лидами без ответственного.
people-restored = { $owner } снова в списке.
people-pick-unknown = Leadloop не знает этого человека или не может дать ему доступ.
people-known-as = Вы как ответственное лицо в CRM: { $owner }

# В командной строке

people-no-domains = Сначала задайте { $setting }: без почтовых доменов компании никто не получит доступ.
people-no-email = { $email } — это не адрес электронной почты.
people-foreign-email = { $email } не относится к доменам компании.
people-which-side = Укажите, на чьей стороне { $email }: sales или marketing.
people-no-such-owner = В CRM нет ответственного с именем { $owner }.
people-several-owners = Ответственных с именем { $owner } несколько. Укажите номер одного из них: { $owners }.
people-owner-line = { $id } ({ $owner })
people-role-told = { $person }: { $role }, { $side }.
people-table-people =
    { $count ->
        [0] Leadloop пока никого не знает.
        [one] { $count } человек
        [few] { $count } человека
        [many] { $count } человек
       *[other] { $count } человека
    }
people-table-gone = Больше не работают у нас
people-column-number = №
people-column-name = Имя
people-column-email = Почта
people-column-role = Роль
people-column-side = Сторона
people-column-chat = Чат
people-column-owner = Ответственный
people-column-leads = Открытые лиды
people-column-why = Почему

# The first message

people-welcome-title = Leadloop на месте
people-welcome-next = Три шага, и ваши команды могут начинать:
people-welcome-channels = Откройте главную страницу Leadloop и выберите каналы маркетинга и продаж.
people-welcome-invite = Пригласите Leadloop в оба канала.
people-welcome-ask = Спросите его там: «что стало с anna@example.com?»
people-welcome-quiet = Вы получили это сообщение, потому что настроили Leadloop. Больше он никому не пишет, пока его о чём-нибудь не спросят.
