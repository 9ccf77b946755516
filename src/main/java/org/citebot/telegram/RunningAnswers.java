package org.citebot.telegram;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.citebot.corpus.PersonId;
import org.citebot.telegram.UpdateDecoder.Received;
import org.citebot.telegram.UpdateDecoder.UnreadableUpdateException;

/**
 * The answers that are being made, so that those who asked can stop them. In its chat a {@code /stop} waits behind the
 * very answer that it means, so it is looked for in the inbox as soon as something has come in. For many threads.
 */
final class RunningAnswers {

    private final Inbox inbox;
    private final UpdateDecoder decoder;
    private final BotIdentity bot;
    private final Map<Key, Running> running = new ConcurrentHashMap<>();
    private final Set<Key> stopped = ConcurrentHashMap.newKeySet();

    private record Key(long chat, PersonId person) {}

    RunningAnswers(Inbox inbox, UpdateDecoder decoder, BotIdentity bot) {
        this.inbox = inbox;
        this.decoder = decoder;
        this.bot = bot;
    }

    /** An answer that this thread is making. */
    final class Running implements AutoCloseable {

        private final Key key;
        private final Thread thread = Thread.currentThread();
        private boolean ended;
        private boolean isStopped;

        private Running(Key key) {
            this.key = key;
        }

        private synchronized void stop() {
            if (!ended) {
                isStopped = true;
                stopped.add(key);
                thread.interrupt();
            }
        }

        /** Ends; whether it was stopped. From here on the thread is not interrupted on its account. */
        synchronized boolean end() {
            ended = true;
            if (isStopped) {
                // What it was interrupted for is over.
                Thread.interrupted();
            }
            return isStopped;
        }

        @Override
        public void close() {
            end();
            running.remove(key, this);
        }
    }

    Running begin(Asking asking) {
        Key key = new Key(asking.target().chat(), asking.person());
        stopped.remove(key);
        Running begun = new Running(key);
        running.put(key, begun);
        return begun;
    }

    /** Stops what people want to have stopped by now. */
    void look() {
        for (Map.Entry<Key, Running> entry : running.entrySet()) {
            boolean wanted = inbox.waiting(entry.getKey().chat()).stream()
                    .anyMatch(json -> isStop(json, entry.getKey().person()));
            if (wanted) {
                entry.getValue().stop();
            }
        }
    }

    /** Whether the last answer of a person in a chat was stopped; tells it once. */
    boolean tookStop(long chat, PersonId person) {
        return stopped.remove(new Key(chat, person));
    }

    private boolean isStop(String json, PersonId person) {
        try {
            return decoder.decode(json)
                    .filter(received -> received instanceof Received.Written written
                            && person.equals(Sender.asker(written.message()))
                            && Command.of(written.message().getText())
                                    .filter(command ->
                                            command.isFor(bot) && command.name().equals("stop"))
                                    .isPresent())
                    .isPresent();
        } catch (UnreadableUpdateException e) {
            return false;
        }
    }
}
