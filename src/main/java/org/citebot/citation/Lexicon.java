package org.citebot.citation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.citebot.language.Language;
import org.citebot.language.Word;
import org.citebot.language.WordLists;

/**
 * Which English words say the same: forms of one verb, words of one family, and close synonyms. Words of other languages
 * say the same where their stems are equal. Immutable, for many threads.
 */
final class Lexicon {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final String ROOT = "~";
    private static final int SHORTEST_ROOT = 4;
    private static final List<String> FAMILY_ENDINGS = List.of(
            "ification",
            "ization",
            "isation",
            "ation",
            "ition",
            "ment",
            "ance",
            "ence",
            "sion",
            "ion",
            "ing",
            "ness",
            "ity",
            "ive",
            "able",
            "ful",
            "ure",
            "ant",
            "ent",
            "at",
            "al",
            "ic",
            "i");

    private final Map<String, String> bases = new HashMap<>();
    private final Set<String> pasts = new HashSet<>();
    private final Map<String, Set<String>> meanings = new HashMap<>();
    private final Map<String, Set<String>> widerMeanings = new HashMap<>();
    private final Map<String, Set<String>> narrowerMeanings = new HashMap<>();
    private final Set<String> phrases = new HashSet<>();
    private final Set<String> light;

    Lexicon() {
        for (String line : WordLists.lines(Lexicon.class, "irregular-forms.txt")) {
            List<String> forms = SPACE.splitAsStream(line).toList();
            String base = stem(forms.getFirst());
            for (String form : forms.subList(1, forms.size())) {
                bases.put(stem(form), base);
                if (!form.endsWith("ing")) {
                    pasts.add(form);
                }
            }
        }
        for (String line : WordLists.lines(Lexicon.class, "synonyms.txt")) {
            addMeaning(line);
        }
        WordLists.words(Lexicon.class, "possible.txt").forEach(this::addPhrase);
        WordLists.words(Lexicon.class, "future.txt").forEach(this::addPhrase);
        WordLists.words(Lexicon.class, "negations.txt").forEach(this::addPhrase);
        light = Set.copyOf(WordLists.words(Lexicon.class, "light-words.txt").stream()
                .map(this::entry)
                .toList());
    }

    private void addMeaning(String line) {
        String meaning = "=" + line;
        String[] sides = line.split(">", -1);
        Map<String, Set<String>> left = sides.length == 1 ? meanings : widerMeanings;
        for (String word : SPACE.split(sides[0].strip(), -1)) {
            left.computeIfAbsent(entry(word), key -> new HashSet<>()).add(meaning);
            addPhrase(word);
        }
        if (sides.length > 1) {
            for (String word : SPACE.split(sides[1].strip(), -1)) {
                narrowerMeanings
                        .computeIfAbsent(entry(word), key -> new HashSet<>())
                        .add(meaning);
                addPhrase(word);
            }
        }
    }

    private void addPhrase(String word) {
        if (word.contains("_")) {
            phrases.add(entry(word));
        }
    }

    /** The key of a word, or of a phrase with its words joined by underscores, in a list. */
    String entry(String word) {
        if (word.endsWith("%")) {
            return word;
        }
        List<String> keys = new ArrayList<>();
        for (String part : word.split("_", -1)) {
            keys.add(base(stem(part)));
        }
        return String.join("_", keys);
    }

    private static String stem(String word) {
        List<Word> words = Word.of(word, Language.ENGLISH);
        return words.isEmpty() ? word : words.getFirst().stem();
    }

    /** The stem of a verb's base for that of an irregular form of it; else the stem itself. */
    String base(String stem) {
        return bases.getOrDefault(stem, stem);
    }

    /** Whether a word in lower case has the form of a past tense or of a participle. */
    boolean isPast(String word) {
        return pasts.contains(word) || (word.length() > 3 && word.endsWith("ed"));
    }

    boolean isPhrase(String key) {
        return phrases.contains(key);
    }

    /** Whether a word says next to nothing of its own. */
    boolean isLight(String key) {
        return light.contains(key);
    }

    boolean isKnown(String key) {
        return light.contains(key) || meanings.containsKey(key) || widerMeanings.containsKey(key);
    }

    /** What a word of the evidence says: one of these is among the {@link #asked} of every word that it proves. */
    Set<String> told(Term term) {
        Set<String> signs = same(term);
        signs.addAll(narrowerMeanings.getOrDefault(term.key(), Set.of()));
        return signs;
    }

    private Set<String> same(Term term) {
        Set<String> signs = new HashSet<>(meanings.getOrDefault(term.key(), Set.of()));
        signs.add(term.key());
        if (!term.is(Term.Kind.NUMBER)) {
            signs.add(ROOT + root(term.key()));
        }
        return signs;
    }

    Set<String> asked(Term term) {
        Set<String> signs = same(term);
        signs.addAll(widerMeanings.getOrDefault(term.key(), Set.of()));
        return signs;
    }

    /** Whether a sign is what the words of a family have in common. */
    static boolean isRoot(String sign) {
        return sign.startsWith(ROOT);
    }

    /** What the words of a family have in common: {@code announc} for announce and announcement. */
    private static String root(String key) {
        for (String ending : FAMILY_ENDINGS) {
            if (key.endsWith(ending) && key.length() - ending.length() >= SHORTEST_ROOT) {
                return withoutE(key.substring(0, key.length() - ending.length()));
            }
        }
        return withoutE(key);
    }

    private static String withoutE(String stem) {
        return stem.length() > SHORTEST_ROOT && stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
    }
}
