package org.citebot.answering.conversation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citebot.language.TextSpan;
import org.citebot.language.WordLists;
import org.jspecify.annotations.Nullable;

/**
 * Makes a question that goes on with another one stand by itself. The first rule that fits counts:
 *
 * <ol>
 *   <li>"why?": the last question, and this one.
 *   <li>"and in January?", only days: the last question about these days.
 *   <li>"and about the troops?": the last question about something else.
 *   <li>"what about Putin?", only a name: the last question with this name in place of its first.
 *   <li>"and what did she say about the troops?": the name of whoever was talked about for the pronoun.
 *   <li>what begins with "and", or is a reply, and names nobody: with the names of the last question in brackets.
 * </ol>
 *
 * For many threads.
 */
public final class FollowUpRules {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}’'-]+");
    private static final Pattern END = Pattern.compile("[\\s?!.…]+$");
    private static final int MOST_WORDS_OF_A_NAME = 6;
    private static final int MOST_WORDS_OF_A_REPLY = 8;

    private final Names names = new Names();
    private final List<String> openers = WordLists.lines(FollowUpRules.class, "openers.txt").stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    private final Set<String> bare = Set.copyOf(
            WordLists.lines(FollowUpRules.class, "bare.txt").stream().distinct().toList());
    private final Set<String> subjects = WordLists.words(FollowUpRules.class, "persons.txt");
    private final Set<String> elsewhere = WordLists.words(FollowUpRules.class, "persons-elsewhere.txt");
    private final Pattern about = Pattern.compile(
            "(?<![\\p{L}\\p{M}])(?:"
                    + String.join("|", WordLists.words(FollowUpRules.class, "about.txt"))
                    + ")(?![\\p{L}\\p{M}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private final BiFunction<String, LocalDate, String> withoutDays;

    /** @param withoutDays takes the words out of a question, asked on a day, that tell days; the rest stays as it is */
    public FollowUpRules(BiFunction<String, LocalDate, String> withoutDays) {
        this.withoutDays = withoutDays;
    }

    /**
     * What a message asks by itself.
     *
     * @param last what was asked before it
     * @param reply whether it is a reply to the answer to that, and so belongs to it anyway
     * @param today the day on which it is asked
     * @return empty if it stands by itself already, or nobody could tell what it means
     */
    public Optional<String> rewrite(String message, Turn last, boolean reply, LocalDate today) {
        String text = message.strip();
        String rest = withoutOpener(text);
        boolean opened = !rest.equals(text);
        String core = END.matcher(rest).replaceFirst("");
        String before = END.matcher(last.question()).replaceFirst("");
        if (bare.contains(core.toLowerCase(Locale.ROOT))) {
            return Optional.of(before + " — " + lowerFirst(rest));
        }
        if (core.isEmpty() || (!opened && !reply && !hasLonelyPronoun(core))) {
            return Optional.empty();
        }
        String rewritten = firstOf(core, before, last, opened, reply, today);
        return rewritten == null ? Optional.empty() : Optional.of(ended(rewritten));
    }

    private @Nullable String firstOf(
            String core, String before, Turn last, boolean opened, boolean reply, LocalDate today) {
        if (END.matcher(withoutDays.apply(core, today)).replaceFirst("").isBlank()) {
            return END.matcher(withoutDays.apply(before, today).strip()).replaceFirst("") + " " + core;
        }
        MatchResult topic = beginning(about, core);
        if (topic != null) {
            return anotherTopic(before, core);
        }
        if (isName(core)) {
            return anotherName(before, core);
        }
        if (hasLonelyPronoun(core)) {
            return named(core, last);
        }
        boolean short_ = WORD.matcher(core).results().count() <= MOST_WORDS_OF_A_REPLY;
        return (opened || (reply && short_)) && names.in(core).isEmpty() ? withNames(core, last) : null;
    }

    /** "and about the troops?" after "What did ISW say about Lukashenko?". */
    private String anotherTopic(String before, String core) {
        Matcher old = about.matcher(before);
        return old.find() ? before.substring(0, old.start()) + lowerFirst(core) : before + " " + lowerFirst(core);
    }

    private String anotherName(String before, String name) {
        List<TextSpan> old = names.in(before);
        return old.isEmpty()
                ? before + " — " + name
                : before.substring(0, old.getFirst().start())
                        + name
                        + before.substring(old.getFirst().end());
    }

    private @Nullable String named(String core, Turn last) {
        String name = talkedAbout(last).orElse(null);
        if (name == null) {
            return null;
        }
        Matcher words = WORD.matcher(core);
        while (words.find()) {
            String word = words.group().toLowerCase(Locale.ROOT);
            if (subjects.contains(word)) {
                return upperFirst(core.substring(0, words.start()) + name + core.substring(words.end()));
            }
            if (elsewhere.contains(word)) {
                // An inflected form, or a possessive: the name would not fit in its place.
                return upperFirst(core) + " (" + name + ")";
            }
        }
        return null;
    }

    private @Nullable String withNames(String core, Turn last) {
        List<String> known = names(last.question());
        List<String> used = known.isEmpty() ? last.speakers() : known;
        return used.isEmpty() ? null : upperFirst(core) + " (" + String.join(", ", used) + ")";
    }

    /**
     * Whoever a pronoun means: who answers a question for a person; else the first one named in the question who is no
     * abbreviation, as those are bodies; else whoever is quoted in the answer; else the first name of any kind.
     */
    private Optional<String> talkedAbout(Turn last) {
        List<String> asked = names(last.question());
        boolean asksWho = asksForAPerson(last.question());
        if (asksWho && !last.speakers().isEmpty()) {
            return Optional.of(last.speakers().getFirst());
        }
        return asked.stream()
                .filter(name -> !name.equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .or(() -> asked.stream().findFirst())
                .or(() -> last.speakers().stream().findFirst())
                .or(() -> names(last.said()).stream().findFirst());
    }

    private static boolean asksForAPerson(String question) {
        Matcher first = WORD.matcher(question);
        return first.find()
                && Set.of("who", "whom", "кто", "хто", "kto")
                        .contains(first.group().toLowerCase(Locale.ROOT));
    }

    private List<String> names(String text) {
        return names.in(text).stream().map(span -> span.in(text)).distinct().toList();
    }

    /** Whether a pronoun stands in a text before any name that it could mean. */
    private boolean hasLonelyPronoun(String text) {
        int name = names.in(text).stream().mapToInt(TextSpan::start).min().orElse(text.length());
        Matcher words = WORD.matcher(text);
        while (words.find() && words.start() < name) {
            String word = words.group().toLowerCase(Locale.ROOT);
            if (subjects.contains(word) || elsewhere.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private boolean isName(String core) {
        List<TextSpan> found = names.in(core);
        boolean whole = found.size() == 1
                && found.getFirst().start() == 0
                && found.getFirst().end() == core.length();
        return whole && WORD.matcher(core).results().count() <= MOST_WORDS_OF_A_NAME;
    }

    private String withoutOpener(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String opener : openers) {
            boolean word = lower.startsWith(opener)
                    && lower.length() > opener.length()
                    && (Character.isWhitespace(lower.charAt(opener.length())) || lower.charAt(opener.length()) == ',');
            if (word) {
                return text.substring(opener.length()).replaceFirst("^[\\s,]+", "");
            }
        }
        return text;
    }

    private static @Nullable MatchResult beginning(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.lookingAt() ? matcher : null;
    }

    private static String ended(String question) {
        return END.matcher(question).replaceFirst("") + "?";
    }

    private static String lowerFirst(String text) {
        return text.isEmpty() || (text.length() > 1 && Character.isUpperCase(text.charAt(1)))
                ? text
                : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    private static String upperFirst(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
