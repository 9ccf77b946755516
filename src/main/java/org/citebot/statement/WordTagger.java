package org.citebot.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citebot.language.WordLists;

/** Tags by small lists of words, by endings and by the word before, without a model. Immutable, for many threads. */
final class WordTagger implements Tagger {

    private final Map<String, String> tags = new HashMap<>();
    private final CueLexicon lexicon;

    WordTagger(CueLexicon lexicon) {
        this.lexicon = lexicon;
        for (String line : WordLists.lines(WordTagger.class, "tags.txt")) {
            String[] parts = line.split("\\s+", -1);
            for (int i = 1; i < parts.length; i++) {
                tags.put(parts[i], parts[0]);
            }
        }
    }

    @Override
    public Sentence tag(Sentence sentence) {
        List<Token> tagged = new ArrayList<>();
        String before = "";
        for (int i = 0; i < sentence.size(); i++) {
            Token token = sentence.token(i);
            before = token.isWord() ? tag(sentence, i, before) : token.isQuote() ? "" : token.text();
            tagged.add(token.withTag(before));
        }
        return new Sentence(sentence.span(), tagged, sentence.paragraph());
    }

    /** @param before the tag of the token before */
    private String tag(Sentence sentence, int index, String before) {
        String word = sentence.word(index);
        String known = tags.get(word.indexOf('\'') > 0 ? word.substring(0, word.indexOf('\'')) : word);
        if (known != null
                && (index == 0
                        || !sentence.isCapital(index)
                        || sentence.token(index).text().equals("I"))) {
            return inContext(word, known, sentence, index, before);
        }
        if (Character.isDigit(word.isEmpty() ? ' ' : word.charAt(0))) {
            return "CD";
        }
        boolean first = index == 0 || sentence.isMark(index - 1, ":—");
        if (sentence.isCapital(index) && (!first || !lexicon.isForm(word))) {
            return "NNP";
        }
        return lexicon.isForm(word) ? verb(word, before, true) : byEnding(word, before);
    }

    /** "her" and "that" are two words each. */
    private static String inContext(String word, String known, Sentence sentence, int index, String before) {
        boolean wordFollows = sentence.isWord(index + 1);
        return switch (word) {
            case "her" ->
                wordFollows && !sentence.word(index + 1).matches("to|that|on|in|at|by|and|for|from|with")
                        ? "PRP$"
                        : "PRP";
            case "that" -> before.startsWith("NN") || before.startsWith("V") ? "IN" : "DT";
            default -> known;
        };
    }

    private static String byEnding(String word, String before) {
        if (word.endsWith("ly")) {
            return "RB";
        }
        if (word.endsWith("ing") && word.length() > 4) {
            return "VBG";
        }
        if (word.endsWith("ed") && word.length() > 3) {
            return verb(word, before, false);
        }
        if (before.equals("TO") || before.equals("MD")) {
            return "VB";
        }
        if (word.length() > 4
                && (word.endsWith("al")
                        || word.endsWith("ous")
                        || word.endsWith("ive")
                        || word.endsWith("ful")
                        || word.endsWith("able")
                        || word.endsWith("ible")
                        || word.endsWith("ic")
                        || word.endsWith("less"))) {
            return "JJ";
        }
        return word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") ? "NNS" : "NN";
    }

    /** @param speech whether it is a verb of speech, whatever its ending */
    private static String verb(String word, String before, boolean speech) {
        boolean noun = before.equals("DT") || before.equals("PRP$") || before.equals("JJ") || before.equals("CD");
        if (word.endsWith("ing")) {
            return noun ? "NN" : "VBG";
        }
        boolean past =
                word.endsWith("ed") || word.matches("said|told|wrote|read|put|began|spoke|swore|went|withdrew|foresaw");
        if (past) {
            return noun ? "VBN" : "VBD";
        }
        if (before.equals("TO") || before.equals("MD")) {
            return "VB";
        }
        if (noun || !speech || before.startsWith("V") || before.equals("IN")) {
            return word.endsWith("s") ? "NNS" : "NN";
        }
        return word.endsWith("s") ? "VBZ" : before.startsWith("NN") || before.equals("PRP") ? "VBP" : "NN";
    }
}
