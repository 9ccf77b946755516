package org.citebot.statement;

import org.citebot.statement.Cue.Form;
import org.citebot.statement.WordClasses.WordClass;

/**
 * A verb of speech with its auxiliaries: "had later told", "did not say".
 *
 * @param from the first token of the group
 * @param verb the token of the verb itself
 * @param to behind the verb and its particle
 * @param cue which verb it is
 * @param form its form
 * @param passive "was told"
 * @param infinitive "to say"
 * @param modal with "may", "might", "could": nobody's statement
 * @param reality what its auxiliaries make of it
 */
record VerbGroup(
        int from,
        int verb,
        int to,
        Cue cue,
        Form form,
        boolean passive,
        boolean infinitive,
        boolean modal,
        Reality reality) {

    static VerbGroup of(Sentence sentence, int verb, CueLexicon.Entry entry, WordClasses words) {
        int from = verb;
        boolean passive = false;
        boolean modal = false;
        boolean auxiliary = false;
        Reality reality = Reality.SAID;
        while (from > 0) {
            String word = sentence.word(from - 1);
            if (words.is(WordClass.NEGATIONS, word)) {
                reality = Reality.NEGATED;
            } else if (word.equals("having")) {
                modal = true;
            } else if (words.is(WordClass.MODALS, word)) {
                modal = true;
            } else if (word.equals("would") && reality == Reality.SAID) {
                reality = Reality.HYPOTHETICAL;
            } else if (word.equals("will") && reality == Reality.SAID) {
                reality = Reality.FUTURE;
            } else if (words.is(WordClass.AUXILIARIES, word)) {
                passive |= !auxiliary && words.is(WordClass.BE, word) && entry.form() == Form.PAST;
                auxiliary = true;
            } else if ((sentence.isCapital(from - 1) && from > 1) || !isAdverb(word, words)) {
                break;
            }
            from--;
        }
        boolean infinitive = from > 0 && sentence.word(from - 1).equals("to");
        int to = verb + 1 + (entry.cue().particle() == null ? 0 : 1);
        Form form = entry.form() == Form.GERUND && auxiliary ? Form.PAST : entry.form();
        return new VerbGroup(from, verb, to, entry.cue(), form, passive, infinitive, modal, reality);
    }

    private static boolean isAdverb(String word, WordClasses words) {
        return words.is(WordClass.ADVERBS, word)
                || (word.length() > 4 && word.endsWith("ly") && !word.equals("family"));
    }

    /** Whether it is the verb of a clause with a subject of its own. */
    boolean isFinite() {
        return !infinitive && form != Form.GERUND && (form != Form.BASE || reality != Reality.SAID || from < verb);
    }
}
