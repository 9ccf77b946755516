package org.citebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PeriodicWorkTest {

    @Test
    void workGoesOnAfterAFailureAndEndsWhenClosed() throws InterruptedException {
        CountDownLatch rounds = new CountDownLatch(3);
        Collection<Thread> threads = new ConcurrentLinkedQueue<>();
        PeriodicWork work = new PeriodicWork();
        work.every(Duration.ofMillis(1), "Failing on purpose", () -> {
            threads.add(Thread.currentThread());
            rounds.countDown();
            throw new IllegalStateException("for the test");
        });
        assertThat(rounds.await(30, TimeUnit.SECONDS)).isTrue();
        work.close();
        assertThat(threads)
                .isNotEmpty()
                .allSatisfy(thread -> assertThat(thread.isAlive()).isFalse());
    }

    @Test
    void closingWaitsForTheRoundInHandAndDoesNotInterruptIt() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        PeriodicWork work = new PeriodicWork();
        work.every(Duration.ofMillis(1), "Waiting", () -> {
            begun.countDown();
            try {
                go.await();
                ended.incrementAndGet();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        work.stop();
        Thread closing = Thread.ofPlatform().start(work::close);
        assertThat(closing.join(Duration.ofMillis(100))).isFalse();
        go.countDown();
        closing.join();
        assertThat(ended).hasValue(1);
    }
}
