package org.citebot.statement;

import java.time.LocalDate;
import java.util.List;
import org.citebot.language.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody said, according to a document. Statements nest: what somebody is quoted as saying that another
 * one said is a statement too, with the outer speaker in its chain.
 *
 * @param span the content in the text of the document version, quotation marks included; never empty
 * @param kind how much of it is quoted
 * @param speaker who said it
 * @param cue the words that mark the attribution, a lone colon included; null where the speaker goes on without any
 * @param verb the lemma of the cue: "say", "warn"; null where it is no verb or noun of speech
 * @param act what the cue makes of it
 * @param reality whether it was said at all
 * @param addressee whom it was told to, in the document's words; null if it does not say so
 * @param chain who passed it on, nearest first: names as the document gives them; empty if the document has it first hand
 * @param said when it was said; null if the sentence does not tell
 * @param documentDate when the document came out; null if unknown
 * @param confidence how far the rule that found it can be trusted, from 0 to 1; no probability
 */
public record Statement(
        TextSpan span,
        StatementKind kind,
        Speaker speaker,
        @Nullable TextSpan cue,
        @Nullable String verb,
        SpeechAct act,
        Reality reality,
        @Nullable String addressee,
        List<String> chain,
        @Nullable DateSaid said,
        @Nullable LocalDate documentDate,
        double confidence) {

    public Statement {
        chain = List.copyOf(chain);
        if (span.length() == 0) {
            throw new IllegalArgumentException("A statement has words");
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("A confidence lies between 0 and 1: " + confidence);
        }
    }

    /** The same by another speaker. */
    Statement by(Speaker other) {
        return new Statement(
                span, kind, other, cue, verb, act, reality, addressee, chain, said, documentDate, confidence);
    }
}
