package org.citebot.app;

import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** For work that the process must not be torn out of: ONNX Runtime crashes when the process ends during an inference. */
final class EndInOrder {

    private EndInOrder() {}

    /**
     * Does some work.
     *
     * @param stop is run on Ctrl-C or SIGTERM and makes the work end; the process ends when it has
     */
    static <T> T call(Supplier<T> work, Runnable stop) {
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(() -> {
            stop.run();
            await(ended);
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.get();
        } finally {
            ended.countDown();
            remove(hook);
        }
    }

    private static void await(CountDownLatch ended) {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook with it.
        }
    }
}
