package org.citebot.language;

import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ways of writing one number: 2, "2nd", II, "two" and "second"; 10000 and "10,000"; "80s" and "1980s". Of several
 * words, such as "twenty-one" or "one hundred", none is known but the last of a round one. For many threads.
 */
public final class NumberForms {

    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}([,.'’])\\d{3}(\\1\\d{3})*");
    private static final Pattern DIGITS = Pattern.compile("(\\d{1,15})(st|nd|rd|th)?");
    private static final Pattern DECADE = Pattern.compile("\\d0s");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\u00AD-]+");
    private static final long LEAST_GROUPED = 1_000;
    private static final long LARGEST_SPELT = 99;
    private static final Set<Long> ROUND = Set.of(100L, 1_000L, 1_000_000L);
    /** Those of wars, kings and chapters. */
    private static final int LARGEST_ROMAN = 39;
    /** A single letter may be anything. */
    private static final int SHORTEST_ROMAN = 2;

    /** By value. */
    private final List<String> roman;

    private final Map<Language, Map<Long, Set<String>>> words = new ConcurrentHashMap<>();

    /** Reads the words of a language when they are first asked for. */
    public NumberForms() {
        NumberFormat format = NumberFormat.getInstance(ULocale.forLanguageTag("en-u-nu-roman"));
        this.roman =
                IntStream.rangeClosed(0, LARGEST_ROMAN).mapToObj(format::format).toList();
    }

    /**
     * The ways in which a text of one language may write the number that a word of another tells; empty if it tells none.
     * Words are in small letters.
     *
     * @param word as it was written
     */
    public Set<String> of(String word, Language of, Language to) {
        if (DECADE.matcher(word).matches()) {
            return Set.of(word, "19" + word, "20" + word);
        }
        Long value = value(word, of);
        if (value == null) {
            return Set.of();
        }
        Set<String> forms = new HashSet<>(words(to).getOrDefault(value, Set.of()));
        forms.add(Long.toString(value));
        if (value >= LEAST_GROUPED) {
            forms.add(String.format(Locale.ENGLISH, "%,d", value));
            forms.add(String.format(Locale.GERMAN, "%,d", value));
        }
        if (value <= LARGEST_ROMAN && roman.get(value.intValue()).length() >= SHORTEST_ROMAN) {
            forms.add(roman.get(value.intValue()));
        }
        return forms;
    }

    private @Nullable Long value(String word, Language language) {
        String digits = GROUPED.matcher(word).matches() ? NO_DIGIT.matcher(word).replaceAll("") : word;
        Matcher number = DIGITS.matcher(digits);
        if (number.matches()) {
            return Long.valueOf(number.group(1));
        }
        if (word.length() >= SHORTEST_ROMAN && roman.contains(word)) {
            return (long) roman.indexOf(word);
        }
        String small = word.toLowerCase(Locale.ROOT);
        return words(language).entrySet().stream()
                .filter(entry -> entry.getValue().contains(small))
                .map(Map.Entry::getKey)
                .min(Long::compare)
                .orElse(null);
    }

    /** The words for each number, in small letters, and its ordinal. */
    private Map<Long, Set<String>> words(Language language) {
        return words.computeIfAbsent(language, NumberForms::spelt);
    }

    private static Map<Long, Set<String>> spelt(Language language) {
        if (language == Language.OTHER) {
            return Map.of();
        }
        ULocale locale = ULocale.forLanguageTag(language.code());
        RuleBasedNumberFormat words = new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT);
        RuleBasedNumberFormat ordinals = new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.ORDINAL);
        Map<Long, Set<String>> spelt = new HashMap<>();
        LongStream.concat(
                        LongStream.rangeClosed(1, LARGEST_SPELT), ROUND.stream().mapToLong(Long::longValue))
                .forEach(value -> spelt.put(
                        value,
                        Stream.concat(spelt(value, words), spelt(value, ordinals))
                                .collect(Collectors.toUnmodifiableSet())));
        return Map.copyOf(spelt);
    }

    private static Stream<String> spelt(long value, RuleBasedNumberFormat format) {
        return Arrays.stream(format.getRuleSetNames())
                .map(rules -> BETWEEN_WORDS.split(format.format(value, rules)))
                .filter(parts -> parts.length == 1 || ROUND.contains(value))
                .map(parts -> parts[parts.length - 1]);
    }
}
