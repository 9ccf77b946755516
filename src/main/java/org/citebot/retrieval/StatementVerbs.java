package org.citebot.retrieval;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.citebot.language.WordLists;
import org.citebot.statement.SpeechAct;

/** The verbs and nouns with which people ask who said what. Immutable. */
final class StatementVerbs {

    private static final String NOUN = "noun:";
    private static final String TELL = "tell";
    private static final String NOT_WHO = "=";

    private final Map<String, Set<SpeechAct>> acts = new HashMap<>();
    private final Map<String, String> kinds = new TreeMap<>();
    private final Map<String, Set<SpeechAct>> nounActs = new TreeMap<>();

    StatementVerbs() {
        for (String line : WordLists.lines(StatementVerbs.class, "statement-verbs.txt")) {
            List<String> words = List.of(line.split("\\s+", -1));
            String kind = words.getFirst();
            for (String form : words.subList(1, words.size())) {
                if (kind.startsWith(NOUN)) {
                    nounActs.put(form, act(kind.substring(NOUN.length())));
                } else {
                    kinds.put(form, kind);
                    acts.put(form, act(kind));
                }
            }
        }
    }

    private static Set<SpeechAct> act(String kind) {
        return kind.equals("-") || kind.equals(NOT_WHO) || kind.equals(TELL)
                ? Set.of()
                : Set.of(SpeechAct.valueOf(kind.toUpperCase(Locale.ROOT)));
    }

    /** The acts that a verb or a noun asks for; empty for any. */
    Set<SpeechAct> acts(String form) {
        String lower = form.toLowerCase(Locale.ROOT);
        return acts.getOrDefault(lower, nounActs.getOrDefault(lower, Set.of()));
    }

    /** Any verb, as a regular expression. */
    String verb() {
        return anyOf(kinds.keySet(), form -> true);
    }

    /** A verb that makes "who" ask for a speaker. */
    String saying() {
        return anyOf(kinds.keySet(), form -> !NOT_WHO.equals(kinds.get(form)));
    }

    /** Any verb in -ing. */
    String gerund() {
        return anyOf(kinds.keySet(), form -> form.endsWith("ing"));
    }

    /** A verb whose object is the person told. */
    String telling() {
        return anyOf(kinds.keySet(), form -> TELL.equals(kinds.get(form)));
    }

    /** A noun. */
    String noun() {
        return anyOf(nounActs.keySet(), form -> true);
    }

    private static String anyOf(Set<String> forms, Predicate<String> which) {
        return forms.stream()
                .filter(which)
                .sorted((one, other) -> other.length() - one.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?:", ")"));
    }
}
