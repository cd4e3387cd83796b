package dev.hookglass.store;

import dev.hookglass.event.Answer;

/** What the sender of an event got, waiting to be committed. */
record PendingAnswer(long eventId, Answer answer) {}
