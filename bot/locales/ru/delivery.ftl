# Сообщения, которые не дошли; их читает администратор.

delivery-parked = Не удалось доставить сообщение. Получатель: { $who }.
delivery-detail = Платформа сообщает: { $detail }
delivery-channel-sales = канал продаж
delivery-channel-marketing = канал маркетинга
delivery-channel-other = другой канал
delivery-trouble-no-destination = Leadloop не знает, куда его отправить. Подключите учётную запись или укажите канал.
delivery-trouble-refused = Платформа его не принимает. Проверьте, что канал существует и что Leadloop в нём состоит.
delivery-trouble-refused-person = Платформа его не принимает. Возможно, получатель заблокировал или удалил Leadloop либо его учётной записи больше нет. Когда он снова добавит Leadloop или напишет ему, повторите попытку.
delivery-trouble-unavailable = Платформа не принимала его целые сутки.
delivery-trouble-unsure = Возможно, оно дошло, но платформа этого не говорит. Повторно оно не отправляется, чтобы никто не прочитал его дважды.
delivery-trouble-failed = Каждая попытка прерывалась. Подробности в журнале.
delivery-trouble-damaged = Его записала другая версия, и прочитать его больше нельзя.
