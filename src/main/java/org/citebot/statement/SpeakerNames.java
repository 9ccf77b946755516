package org.citebot.statement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citebot.language.Language;
import org.citebot.language.PhoneticKeys;
import org.citebot.statement.SpeakerMatch.How;
import org.jspecify.annotations.Nullable;

/** Compares the words of a question with the names and roles of one speaker. Immutable. */
final class SpeakerNames {

    /** A shorter word has too many neighbours for a slip. */
    private static final int SHORTEST_SLIP = 5;

    private static final Set<String> STOP = Set.of(
            "the", "a", "an", "of", "for", "in", "on", "at", "and", "to", "based", "former", "this", "that", "its",
            "his", "her", "their");

    /** Behind these stands of what or where somebody is what they are called. */
    private static final Pattern HEADS_END =
            Pattern.compile("(?i)\\s+(?:of|for|at|in|on|from|with|to|by|who|whose|based)\\s.*");

    private static final Pattern BETWEEN_HEADS = Pattern.compile("\\s*(?:[,;]|\\sand\\s)\\s*");
    private static final Pattern DOUBLED = Pattern.compile("(\\p{L})\\1");
    private static final List<String> ADJECTIVES = List.of("n", "an", "ian", "ese");

    private final KnownSpeaker speaker;
    private final List<List<Word>> names = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private final List<Description> described = new ArrayList<>();
    private final Set<String> own = new HashSet<>();
    private final RoleNouns related;

    SpeakerNames(KnownSpeaker speaker, RoleNouns related) {
        this.speaker = speaker;
        this.related = related;
        Stream.of(Stream.of(speaker.name()), Stream.ofNullable(speaker.abbreviation()), speaker.aliases().stream())
                .flatMap(name -> name)
                .map(NameKey::of)
                .filter(key -> !key.isEmpty())
                .distinct()
                .forEach(key -> {
                    keys.add(key);
                    names.add(words(key, Language.OTHER));
                });
        keys.forEach(key -> own.addAll(NameKey.words(key)));
        speaker.roles().forEach(role -> described.add(Description.of(role.words())));
    }

    /**
     * How a document describes somebody.
     *
     * @param heads what they are called: "fellow" of "a fellow at the Atlantic Council"
     * @param words all of it
     */
    private record Description(Set<String> heads, Set<String> words) {

        static Description of(String role) {
            Set<String> heads = BETWEEN_HEADS
                    .splitAsStream(role)
                    .map(part -> NameKey.words(
                                    NameKey.of(HEADS_END.matcher(part).replaceFirst("")))
                            .getLast())
                    .collect(Collectors.toUnmodifiableSet());
            return new Description(heads, Set.copyOf(NameKey.words(NameKey.of(role))));
        }
    }

    /** A word of a name, by its letters and its sound. */
    private record Word(String text, Set<String> sounds, Set<String> telling) {

        static Word of(String text, Language language) {
            // A name begins with a capital, however somebody types it.
            String capital = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
            PhoneticKeys keys = PhoneticKeys.of(capital, language);
            return new Word(text, keys.whole(), keys.telling());
        }

        boolean sounds(Word other) {
            boolean otherScript = isCyrillic(text) != isCyrillic(other.text);
            return otherScript
                    ? !Collections.disjoint(sounds, other.sounds)
                    : !Collections.disjoint(telling, other.telling);
        }

        private static boolean isCyrillic(String word) {
            return Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.CYRILLIC;
        }
    }

    private static List<Word> words(String key, Language language) {
        return NameKey.words(key).stream().map(word -> Word.of(word, language)).toList();
    }

    /** How words mean this speaker; null if they do not. */
    @Nullable
    How match(String asked, Language language) {
        String key = NameKey.of(asked);
        if (key.isEmpty()) {
            return null;
        }
        if (keys.contains(key)) {
            return How.NAME;
        }
        List<Word> words = words(key, language);
        return names.stream()
                .map(name -> match(words, name))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElseGet(() -> isDescribedBy(NameKey.words(key)) ? How.ROLE : null);
    }

    KnownSpeaker speaker() {
        return speaker;
    }

    private static @Nullable How match(List<Word> asked, List<Word> name) {
        if (asked.size() > name.size()) {
            return name.size() == 1
                            && asked.getLast().text().equals(name.getFirst().text())
                    ? How.FULLER
                    : null;
        }
        How worst = How.NAME;
        List<Word> left = new ArrayList<>(name);
        for (Word word : asked) {
            Word same = first(left, other -> other.text().equals(word.text()));
            Word alike = same != null ? same : first(left, word::sounds);
            Word slip = alike != null ? alike : first(left, other -> isSlip(word.text(), other.text()));
            if (slip == null || (STOP.contains(word.text()) && asked.size() == 1)) {
                return null;
            }
            left.remove(slip);
            worst = same != null ? worst : worse(worst, alike != null ? How.SOUND : How.SLIP);
        }
        if (left.isEmpty()) {
            return worst;
        }
        boolean endsIt = !left.contains(name.getLast());
        return worse(worst, endsIt ? How.SURNAME : How.PART);
    }

    private static How worse(How one, How other) {
        return one.certainty() <= other.certainty() ? one : other;
    }

    private static @Nullable Word first(Collection<Word> words, Predicate<Word> test) {
        return words.stream().filter(test).findFirst().orElse(null);
    }

    /**
     * Whether one description, perhaps with words of the name, holds all that is asked, and what somebody is called among it:
     * Russia is not its president, nor a council its fellow.
     */
    private boolean isDescribedBy(List<String> asked) {
        List<String> telling =
                asked.stream().filter(word -> !STOP.contains(word)).toList();
        return described.stream()
                .anyMatch(role -> telling.stream().anyMatch(word -> isCalled(word, role.heads()))
                        && telling.stream().allMatch(word -> isOf(word, role.words()) || own.contains(word)));
    }

    /** "journalist", or "reporter", of "a Belarusian journalist"; "Russian" of "president of Russia". */
    private boolean isOf(String word, Set<String> role) {
        return isCalled(word, role) || role.stream().anyMatch(one -> isCountry(word, one));
    }

    private boolean isCalled(String word, Set<String> role) {
        return word.length() > 1
                && (role.contains(word) || role.stream().anyMatch(one -> related.isAnother(word, one)));
    }

    /** Belarusian, Belarussian and Belarus. */
    private static boolean isCountry(String asked, String told) {
        String one = undoubled(asked);
        String other = undoubled(told);
        return one.equals(other)
                || ADJECTIVES.stream().anyMatch(ending -> one.equals(other + ending) || other.equals(one + ending));
    }

    private static String undoubled(String word) {
        return DOUBLED.matcher(word).replaceAll("$1");
    }

    /** Two letters swapped, or one too many or too few; another letter makes another name. */
    private static boolean isSlip(String one, String other) {
        if (Math.min(one.length(), other.length()) < SHORTEST_SLIP || one.charAt(0) != other.charAt(0)) {
            return false;
        }
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return switch (one.length() - other.length()) {
            case 1 -> one.substring(at + 1).equals(other.substring(at));
            case -1 -> one.substring(at).equals(other.substring(at + 1));
            case 0 ->
                at + 1 < one.length()
                        && one.charAt(at) == other.charAt(at + 1)
                        && one.charAt(at + 1) == other.charAt(at)
                        && one.substring(at + 2).equals(other.substring(at + 2));
            default -> false;
        };
    }
}
