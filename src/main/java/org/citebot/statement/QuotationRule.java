package org.citebot.statement;

import java.util.ArrayList;
import java.util.List;
import org.citebot.language.TextSpan;
import org.citebot.statement.SubjectFinder.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Attributions of quotations without a verb of speech: behind a colon, beside another verb ("“…,” came the reply"), or
 * alone in their sentence. Immutable, for many threads.
 */
final class QuotationRule {

    private static final int LONGEST_NAME = 4;

    private final WordClasses words;

    QuotationRule(WordClasses words) {
        this.words = words;
    }

    /**
     * The attributions of the quotations that have none yet.
     *
     * @param before the sentence before; null for the first
     * @param last the attribution before in the text; null if there is none
     */
    List<Attribution> find(
            Sentence sentence, @Nullable Sentence before, @Nullable Attribution last, List<Attribution> known) {
        List<Attribution> found = new ArrayList<>();
        for (int i = 0; i < sentence.size(); i++) {
            if (!sentence.isQuote(i)) {
                continue;
            }
            TextSpan quote = sentence.token(i).span();
            if (known.stream().anyMatch(other -> overlaps(other.content(), quote))) {
                continue;
            }
            Attribution one = isAlone(sentence) ? alone(sentence, i, before, last) : beside(sentence, i);
            if (one != null) {
                found.add(one);
            }
        }
        return found;
    }

    /** "CLINTON: We will …": the paragraph of a transcript, behind the name that opens it. */
    List<Attribution> transcript(List<Sentence> sentences, int index) {
        Sentence sentence = sentences.get(index);
        int colon = 0;
        while (sentence.isCapital(colon) && colon < LONGEST_NAME) {
            colon++;
        }
        boolean opens = index == 0 || sentences.get(index - 1).paragraph() != sentence.paragraph();
        if (!opens || colon == 0 || !sentence.isMark(colon, ":") || !sentence.isWord(colon + 1)) {
            return List.of();
        }
        int last = index;
        while (last + 1 < sentences.size() && sentences.get(last + 1).paragraph() == sentence.paragraph()) {
            last++;
        }
        if (sentences.get(last).isMark(sentences.get(last).size() - 1, "?")) {
            return List.of();
        }
        TextSpan content = new TextSpan(
                sentence.token(colon + 1).start(), sentences.get(last).span().end());
        return List.of(new Attribution(
                content,
                new Phrase(sentence, 0, colon),
                sentence.token(colon).span(),
                null,
                SpeechAct.SAY,
                Reality.SAID,
                null,
                List.of(),
                sentence,
                0.7));
    }

    private static boolean overlaps(TextSpan one, TextSpan other) {
        return one.start() < other.end() && other.start() < one.end();
    }

    private static boolean isAlone(Sentence sentence) {
        return sentence.tokens().stream().noneMatch(Token::isWord);
    }

    /** A quotation that is a sentence of its own belongs to whoever spoke before. */
    private static Attribution alone(
            Sentence sentence, int quote, @Nullable Sentence before, @Nullable Attribution last) {
        boolean near = last != null
                && (last.sentence().equals(before) || last.sentence().paragraph() == sentence.paragraph());
        Phrase introduced = near || before == null ? null : main(before);
        return attribution(sentence, quote, introduced, near ? 0.85 : 0.5);
    }

    private @Nullable Attribution beside(Sentence sentence, int quote) {
        String text = sentence.token(quote).text();
        boolean whole = Quotations.isSentence(text);
        Phrase speaker = null;
        double confidence = 0.6;
        if (sentence.isMark(quote - 1, ":")) {
            speaker = main(sentence);
            confidence = 0.8;
        } else if (whole && quote == 0) {
            speaker = behind(sentence, 1);
        } else if (whole && sentence.isMark(quote - 1, ",") && quote + 1 >= sentence.limit()) {
            speaker = main(sentence);
        } else if (Quotations.words(text) >= 4) {
            int that = complementizer(sentence, quote);
            speaker = Governors.governor(sentence, that < 0 ? quote : that);
            confidence = 0.4;
        }
        return speaker == null || StatementCheck.isSign(speaker, words) || StatementCheck.isNobody(speaker)
                ? null
                : attribution(sentence, quote, speaker, confidence);
    }

    /** The "that" of the clause in which a token stands, if a verb stands right before; negative if there is none. */
    private static int complementizer(Sentence sentence, int index) {
        for (int i = index - 1; i > 1; i--) {
            if (sentence.word(i).equals("that") && sentence.tag(i).equals("IN")) {
                return i;
            }
        }
        return -1;
    }

    /** "she went on", "came the reply". */
    private static @Nullable Phrase behind(Sentence sentence, int from) {
        int at = sentence.isMark(from, ",") ? from + 1 : from;
        Phrase subject = NounPhrases.beginningAt(sentence, at);
        if (subject != null) {
            return sentence.isFinite(subject.to())
                            || sentence.tag(subject.to()).startsWith("RB")
                            || sentence.isMark(subject.to(), ",")
                    ? subject
                    : null;
        }
        return sentence.isFinite(at) || sentence.word(at).endsWith("ed") ? SubjectFinder.after(sentence, at + 1) : null;
    }

    /** The subject of the first verb of a sentence; without a verb, the noun phrase with which it begins. */
    private static @Nullable Phrase main(Sentence sentence) {
        for (int i = 1; i < sentence.size(); i++) {
            if (sentence.isFinite(i)) {
                Subject subject = SubjectFinder.before(
                        sentence, VerbGroup.of(sentence, i, null).from());
                if (subject != null) {
                    return subject.speaker();
                }
            }
        }
        return NounPhrases.beginningAt(sentence, 0);
    }

    private static Attribution attribution(Sentence sentence, int quote, @Nullable Phrase speaker, double confidence) {
        return new Attribution(
                sentence.token(quote).span(),
                speaker,
                null,
                null,
                SpeechAct.SAY,
                Reality.SAID,
                null,
                List.of(),
                sentence,
                confidence);
    }
}
