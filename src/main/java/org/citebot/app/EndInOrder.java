package org.citebot.app;

import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** For work that the process must not be torn out of: ONNX Runtime crashes when the process ends during an inference. */
final class EndInOrder {

    private EndInOrder() {}

    /** Does some work; on Ctrl-C or SIGTERM it is interrupted, and the process ends when it has ended. */
    static <T> T call(Supplier<T> work) {
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = hook(Thread.currentThread(), ended);
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.get();
        } finally {
            ended.countDown();
            remove(hook);
        }
    }

    private static Thread hook(Thread worker, CountDownLatch ended) {
        return new Thread(() -> {
            worker.interrupt();
            try {
                ended.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook with it.
        }
    }
}
