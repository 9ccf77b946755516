package org.citebot.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that is done again and again in the background. What fails is logged and tried again. For one thread. */
final class PeriodicWork implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PeriodicWork.class);

    private final List<Thread> threads = new ArrayList<>();

    /**
     * Begins some work, on a thread of its own.
     *
     * @param name what it does, as a log would say it
     * @param pause from the end of one round to the beginning of the next
     */
    void every(Duration pause, String name, Runnable work) {
        threads.add(Thread.ofVirtual().name(name).start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                round(name, work);
                try {
                    Thread.sleep(pause);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }));
    }

    private static void round(String name, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (!Thread.currentThread().isInterrupted()) {
                LOG.error("{} failed; it is tried again", name, e);
            }
        }
    }

    /** Interrupts the work and waits until it has ended. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
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
