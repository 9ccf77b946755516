package org.citebot.statement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTagFormat;
import opennlp.tools.postag.POSTaggerME;
import org.jspecify.annotations.Nullable;

/**
 * Gives English words the tags of the Penn Treebank, with OpenNLP. Its model, some 30 MB of memory, is loaded with the
 * first sentence. For many threads.
 */
final class PartOfSpeechTagger implements Tagger {

    private static final String MODEL = "/en-pos-maxent.bin";

    private static final List<String> CLITICS = List.of("n't", "'s", "'ll", "'re", "'ve", "'d", "'m");

    /** Those that a name in capitals may hold; another word so tagged amid a sentence is a name itself. */
    private static final Set<String> PREPOSITIONS = Set.of(
            "of", "for", "in", "on", "at", "to", "from", "with", "by", "against", "without", "as", "that", "if",
            "under", "over", "after", "before", "not", "so", "because", "since", "while", "than", "per", "via", "and",
            "like", "up", "down", "about");

    private volatile @Nullable POSModel model;

    @Override
    public Sentence tag(Sentence sentence) {
        List<String> pieces = new ArrayList<>();
        int[] first = new int[sentence.size()];
        for (int i = 0; i < sentence.size(); i++) {
            first[i] = pieces.size();
            addPieces(sentence.token(i), pieces);
        }
        // A tagger of OpenNLP is for one thread, and cheap.
        String[] tags = new POSTaggerME(model(), POSTagFormat.PENN).tag(pieces.toArray(String[]::new));
        List<Token> tagged = new ArrayList<>();
        for (int i = 0; i < sentence.size(); i++) {
            tagged.add(sentence.token(i).withTag(tags[first[i]]));
        }
        return corrected(new Sentence(sentence.span(), tagged, sentence.paragraph()));
    }

    /** Where the model, which learned from a business newspaper, goes wrong again and again. */
    private static Sentence corrected(Sentence sentence) {
        List<Token> tokens = new ArrayList<>();
        for (int i = 0; i < sentence.size(); i++) {
            tokens.add(sentence.token(i).withTag(correctedTag(sentence, i)));
        }
        return new Sentence(sentence.span(), tokens, sentence.paragraph());
    }

    private static String correctedTag(Sentence sentence, int i) {
        String tag = sentence.tag(i);
        String word = sentence.word(i);
        String next = sentence.word(i + 1);
        boolean clause = next.equals("that") && !sentence.isPossessive(i - 1);
        if (tag.equals("NN") && sentence.token(i).text().matches("\\p{Lu}{2,}")) {
            return "NNP";
        }
        boolean amid = sentence.isWord(i - 1) || sentence.isMark(i - 1, ",");
        if (amid
                && sentence.isCapital(i)
                && sentence.isCapital(i + 1)
                && tag.matches("IN|VBP?|RB")
                && !PREPOSITIONS.contains(word)) {
            return "NNP";
        }
        if (word.matches("evening|morning")) {
            return "NN";
        }
        if (word.matches("general|elect")
                && sentence.word(i - 1).matches("secretary|attorney|director|inspector|governor|president")) {
            return "NN";
        }
        if (word.matches("more|fewer|less|most") && sentence.tag(i + 1).matches("MD|VBD|VBP")) {
            return "NN";
        }
        if (word.equals("think") && next.startsWith("tank")) {
            return "NN";
        }
        if (tag.equals("UH") && sentence.isCapital(i) && !word.matches("yes|no|oh|well|ah|wow|hey|ok")) {
            return "NNP";
        }
        if (tag.equals("NNS")
                && clause
                && !isTold(sentence, i)
                && sentence.tag(i - 1).matches("NNP|PRP")) {
            return "VBZ";
        }
        if (tag.equals("NN") && word.endsWith("ing") && (clause || (next.equals("to") && sentence.isVerb(i + 2)))) {
            return "VBG";
        }
        return word.equals("late") && sentence.tag(i + 1).equals("IN") ? "RB" : tag;
    }

    /** "told Liberty Cable viewers that": behind a verb and a name no other verb follows. */
    private static boolean isTold(Sentence sentence, int index) {
        int at = index - 1;
        while (at > 0 && sentence.tag(at).startsWith("NNP")) {
            at--;
        }
        return sentence.tag(at).equals("VBD");
    }

    /** As the treebank cuts words; what a quotation holds does not matter to the sentence around it. */
    private static void addPieces(Token token, List<String> pieces) {
        String text = token.text().replace('’', '\'').replace('ʼ', '\'');
        switch (token.kind()) {
            case QUOTE -> pieces.addAll(List.of("``", "''"));
            case MARK -> pieces.add(mark(text));
            case WORD -> {
                String clitic = CLITICS.stream()
                        .filter(end -> text.endsWith(end) && text.length() > end.length())
                        .findFirst()
                        .orElse(text.endsWith("'") && text.length() > 1 ? "'" : "");
                pieces.add(text.substring(0, text.length() - clitic.length()));
                if (!clitic.isEmpty()) {
                    pieces.add(clitic);
                }
            }
        }
    }

    private static String mark(String text) {
        return switch (text) {
            case "(", "[" -> "-LRB-";
            case ")", "]" -> "-RRB-";
            case "—", "–" -> "--";
            case "…" -> "...";
            case "“", "‘", "«", "„" -> "``";
            case "”", "»", "\"" -> "''";
            default -> text;
        };
    }

    private POSModel model() {
        POSModel loaded = model;
        if (loaded == null) {
            synchronized (this) {
                loaded = model;
                if (loaded == null) {
                    loaded = load();
                    model = loaded;
                }
            }
        }
        return loaded;
    }

    private static POSModel load() {
        try (InputStream in = PartOfSpeechTagger.class.getResourceAsStream(MODEL)) {
            if (in == null) {
                throw new IllegalStateException("Missing from the class path: " + MODEL);
            }
            return new POSModel(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + MODEL, e);
        }
    }
}
