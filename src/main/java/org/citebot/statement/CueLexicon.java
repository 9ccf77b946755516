package org.citebot.statement;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.citebot.language.WordLists;
import org.citebot.statement.Cue.Frame;
import org.jspecify.annotations.Nullable;

/** The verbs and nouns of speech in all their forms. Immutable, for many threads. */
final class CueLexicon {

    private final Map<String, List<Cue>> verbs = new HashMap<>();
    private final Map<String, SpeechAct> nouns = new HashMap<>();

    CueLexicon() {
        WordLists.lines(CueLexicon.class, "cues.txt").forEach(this::addVerb);
        for (String line : WordLists.lines(CueLexicon.class, "cue-nouns.txt")) {
            String[] parts = line.split("\\s+", -1);
            nouns.put(parts[0], act(parts[1]));
        }
    }

    /** Whether a sentence can hold an attribution at all: others need no tags. */
    boolean isWorthReading(Sentence sentence) {
        return sentence.tokens().stream()
                .anyMatch(token -> token.isQuote()
                        || verbs.containsKey(token.word())
                        || nouns.containsKey(token.word())
                        || token.word().equals("according")
                        || token.word().equals("per"));
    }

    /** The verb of speech at a place of a tagged sentence; null if none stands there, or a noun of the same form. */
    @Nullable
    Cue verb(Sentence sentence, int index) {
        return sentence.isWord(index) && isVerb(sentence, index) ? form(sentence, index) : null;
    }

    /** Whether a word, in lower case, is a form of a verb of speech. */
    boolean isForm(String word) {
        return verbs.containsKey(word);
    }

    private @Nullable Cue form(Sentence sentence, int index) {
        Cue plain = null;
        for (Cue cue : verbs.getOrDefault(sentence.word(index), List.of())) {
            if (cue.particle() == null) {
                plain = cue;
            } else if (cue.particle().equals(sentence.word(index + 1))) {
                return cue;
            }
        }
        return plain;
    }

    /** A tagger that does not know a verb in the past takes it for an adjective or a name. */
    private static boolean isVerb(Sentence sentence, int index) {
        boolean past = sentence.word(index).endsWith("ed") && !sentence.isCapital(index);
        boolean behindSubject = sentence.isNoun(index - 1)
                || sentence.tag(index - 1).equals("PRP")
                || sentence.isMark(index - 1, ",)")
                || sentence.isQuote(index - 1);
        return sentence.isVerb(index) || (past && behindSubject);
    }

    /** The act of a noun of speech; null if the word is none. */
    @Nullable
    SpeechAct noun(Sentence sentence, int index) {
        return sentence.isNoun(index) ? nouns.get(sentence.word(index)) : null;
    }

    private static SpeechAct act(String name) {
        return SpeechAct.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private void addVerb(String line) {
        String[] halves = line.split(" : ", -1);
        String[] parts = halves[0].strip().split("\\s+", -1);
        String[] lemma = parts[0].split("\\+", -1);
        Set<Frame> frames = EnumSet.noneOf(Frame.class);
        for (String frame : parts[2].split(",", -1)) {
            frames.add(Frame.valueOf(frame.toUpperCase(Locale.ROOT)));
        }
        Cue cue = new Cue(lemma[0], lemma.length > 1 ? lemma[1] : null, act(parts[1]), frames);
        Set<String> forms =
                new HashSet<>(List.of(halves.length > 1 ? halves[1].strip().split("\\s+", -1) : regular(lemma[0])));
        forms.add(lemma[0]);
        forms.add(present(lemma[0]));
        forms.forEach(
                form -> verbs.computeIfAbsent(form, key -> new ArrayList<>()).add(cue));
    }

    private static String present(String lemma) {
        if (lemma.endsWith("y") && "aeiou".indexOf(lemma.charAt(lemma.length() - 2)) < 0) {
            return lemma.substring(0, lemma.length() - 1) + "ies";
        }
        return lemma.endsWith("s") || lemma.endsWith("h") ? lemma + "es" : lemma + "s";
    }

    private static String[] regular(String lemma) {
        String past;
        if (lemma.endsWith("e")) {
            past = lemma + "d";
        } else if (lemma.endsWith("y") && "aeiou".indexOf(lemma.charAt(lemma.length() - 2)) < 0) {
            past = lemma.substring(0, lemma.length() - 1) + "ied";
        } else {
            past = lemma + "ed";
        }
        String stem = lemma.endsWith("e") && !lemma.endsWith("ee") ? lemma.substring(0, lemma.length() - 1) : lemma;
        return new String[] {past, stem + "ing"};
    }
}
