package org.citebot.statement;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.citebot.language.WordLists;
import org.citebot.statement.Cue.Form;
import org.citebot.statement.Cue.Frame;
import org.jspecify.annotations.Nullable;

/** The verbs and nouns of speech in all their forms. Immutable, for many threads. */
final class CueLexicon {

    private final Map<String, List<Entry>> verbs = new HashMap<>();
    private final Map<String, SpeechAct> nouns = new HashMap<>();

    /** A form of a verb. Past and participle look alike with nearly all of them. */
    record Entry(Cue cue, Form form) {}

    CueLexicon() {
        WordLists.lines(CueLexicon.class, "cues.txt").forEach(this::addVerb);
        for (String line : WordLists.lines(CueLexicon.class, "cue-nouns.txt")) {
            String[] parts = line.split("\\s+", -1);
            nouns.put(parts[0], act(parts[1]));
        }
    }

    /** The verb at a place of a sentence; null if there is none. */
    @Nullable
    Entry verb(Sentence sentence, int index) {
        Entry plain = null;
        for (Entry entry : verbs.getOrDefault(sentence.word(index), List.of())) {
            String particle = entry.cue().particle();
            if (particle == null) {
                plain = entry;
            } else if (particle.equals(sentence.word(index + 1))) {
                return entry;
            }
        }
        return plain;
    }

    /** The act of a noun of speech; null if the word is none. */
    @Nullable
    SpeechAct noun(String word) {
        return nouns.get(word);
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
        String[] irregular = halves.length > 1 ? halves[1].strip().split("\\s+", -1) : regular(lemma[0]);
        add(lemma[0], new Entry(cue, Form.BASE));
        add(present(lemma[0]), new Entry(cue, Form.PRESENT));
        add(irregular[0], new Entry(cue, Form.PAST));
        if (!irregular[1].equals(irregular[0])) {
            add(irregular[1], new Entry(cue, Form.PAST));
        }
        add(irregular[2], new Entry(cue, Form.GERUND));
    }

    private void add(String form, Entry entry) {
        verbs.computeIfAbsent(form, key -> new ArrayList<>()).add(entry);
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
        return new String[] {past, past, stem + "ing"};
    }
}
