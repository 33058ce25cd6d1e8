# The envelope: what waits for a rep on a working day, in one message

envelopes-title = { $count ->
    [one] { $count } thing is waiting for your word
   *[other] { $count } things are waiting for your word
}
envelopes-done = { $count ->
    [one] Done, thank you: { $count } lead answered
   *[other] Done, thank you: { $count } leads answered
}
envelopes-over = The time to answer is over
envelopes-help = One tap each. “I do not know yet” is a good answer too; your name is never shown with it.
envelopes-thanks = Your answers are where they are needed. Some of them you can still change here.
envelopes-gone = This message is not in use any more.

# On a person's own page

envelopes-home-none-title = Nothing is waiting for you
envelopes-home-none = When somebody asks about your leads, they are listed here and in one direct message a day.
