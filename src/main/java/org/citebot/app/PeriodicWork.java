package org.citebot.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that is done again and again in the background. What fails is logged and tried again. It is never interrupted:
 * an interrupt during a write closes Lucene's files, the lock of the writer among them. To be used by one thread.
 */
final class PeriodicWork implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PeriodicWork.class);

    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch stopping = new CountDownLatch(1);

    /**
     * Begins some work, on a thread of its own.
     *
     * @param pause from the end of one round to the beginning of the next
     * @param name what it does, as a log would say it
     */
    void every(Duration pause, String name, Runnable work) {
        threads.add(Thread.ofVirtual().name(name).start(() -> {
            try {
                do {
                    round(name, work);
                } while (!stopping.await(pause.toNanos(), TimeUnit.NANOSECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    private void round(String name, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (stopping.getCount() > 0) {
                LOG.error("{} failed; it is tried again", name, e);
            }
        }
    }

    /** Begins no more rounds. */
    void stop() {
        stopping.countDown();
    }

    /** Waits until the last rounds have ended. */
    @Override
    public void close() {
        stop();
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
