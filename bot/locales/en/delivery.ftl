# Messages that did not arrive, told to an administrator.

delivery-parked = A message to { $who } could not be delivered.
delivery-detail = The platform says: { $detail }
delivery-channel-sales = the sales channel
delivery-channel-marketing = the marketing channel
delivery-channel-other = another channel
delivery-trouble-no-destination = Leadloop does not know where to reach them. Connect the account or set the channel.
delivery-trouble-refused = The platform refuses it. Check that the channel exists and that Leadloop is in it.
delivery-trouble-refused-person = The platform refuses it. They may have blocked or removed Leadloop, or have no account any more. Once they have added it again or written to it, try again.
delivery-trouble-unavailable = The platform has not taken it for a whole day.
delivery-trouble-unsure = It may have arrived, but the platform does not tell. It is not sent again, so that nobody reads it twice.
delivery-trouble-failed = Every attempt broke off. The log tells more.
delivery-trouble-damaged = It was written by another version and cannot be read any more.
