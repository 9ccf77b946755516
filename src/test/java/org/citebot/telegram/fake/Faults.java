package org.citebot.telegram.fake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which faults come when: scripted by method, or drawn by seed. For many threads. */
public final class Faults {

    private final Map<String, Deque<Fault>> scripted = new ConcurrentHashMap<>();
    private final Map<String, Fault> lasting = new ConcurrentHashMap<>();
    private @Nullable Random random;
    private double rate;
    private List<Fault> choice = List.of();

    Faults() {}

    /** The next calls of a method meet these, one each. */
    public synchronized void next(String method, Fault... faults) {
        Deque<Fault> queue = scripted.computeIfAbsent(lower(method), key -> new ArrayDeque<>());
        queue.addAll(List.of(faults));
    }

    /** Every call of a method meets this one, until {@link #clear}. */
    public synchronized void always(String method, Fault fault) {
        lasting.put(lower(method), fault);
    }

    /** Any call meets one of these with the given probability. */
    public synchronized void random(long seed, double probability, List<Fault> faults) {
        random = new Random(seed);
        rate = probability;
        choice = List.copyOf(faults);
    }

    /** From here on nothing goes wrong. */
    public synchronized void clear() {
        scripted.clear();
        lasting.clear();
        random = null;
    }

    synchronized Optional<Fault> of(String method) {
        Deque<Fault> queue = scripted.get(lower(method));
        if (queue != null && !queue.isEmpty()) {
            return Optional.of(queue.poll());
        }
        Fault always = lasting.get(lower(method));
        if (always != null) {
            return Optional.of(always);
        }
        if (random != null && random.nextDouble() < rate) {
            return Optional.of(choice.get(random.nextInt(choice.size())));
        }
        return Optional.empty();
    }

    private static String lower(String method) {
        return method.toLowerCase(Locale.ROOT);
    }
}
