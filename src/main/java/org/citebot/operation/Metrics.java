package org.citebot.operation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The figures of one process. Names are those of Prometheus without their endings: a count gets {@code _total}, a time
 * {@code _seconds}. Labels take few values, all of them from the code. For many threads.
 */
public final class Metrics {

    private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);
    private static final Duration SHORTEST = Duration.ofMillis(5);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    /** With the memory and the processor time of the process. */
    public static Metrics ofProcess() {
        Metrics metrics = new Metrics();
        new JvmMemoryMetrics().bindTo(metrics.registry);
        new ProcessorMetrics().bindTo(metrics.registry);
        return metrics;
    }

    /**
     * Counts one more.
     *
     * @param labels names and values in turn; the same names for the same count
     */
    public void count(String name, String help, String... labels) {
        Counter.builder(name).description(help).tags(labels).register(registry).increment();
    }

    /**
     * Notes how long something took, into a histogram from 5 ms to a minute.
     *
     * @param labels names and values in turn; the same names for the same time
     */
    public void time(String name, String help, Duration time, String... labels) {
        Timer.builder(name)
                .description(help)
                .tags(labels)
                .publishPercentileHistogram()
                .minimumExpectedValue(SHORTEST)
                .maximumExpectedValue(LONGEST)
                .register(registry)
                .record(time);
    }

    /** A figure that is asked for whenever somebody looks; one that cannot be told is left out. */
    public void gauge(String name, String help, Supplier<Number> figure) {
        Gauge.builder(name, () -> orNone(name, figure)).description(help).register(registry);
    }

    /** All figures, as Prometheus reads them ({@code text/plain; version=0.0.4}). */
    public String scrape() {
        return registry.scrape();
    }

    private static Number orNone(String name, Supplier<Number> figure) {
        try {
            return figure.get();
        } catch (RuntimeException e) {
            LOG.warn("The figure {} cannot be told: {}", name, e.getClass().getSimpleName());
            return Double.NaN;
        }
    }
}
