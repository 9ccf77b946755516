package org.citebot.retrieval;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.citebot.corpus.DocumentVersion;
import org.citebot.corpus.Passage;
import org.citebot.corpus.SpeakerAliases;
import org.citebot.index.TextAnalysis;
import org.citebot.language.Language;
import org.citebot.language.TextSpan;
import org.citebot.statement.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Says how much of the topic of one question a statement holds. What stands in its own words counts in full, what its
 * passage or its title tells less, because a statement may call by "the move" what they name; a name that none of them has
 * is another topic. For one thread.
 */
final class TopicMatcher {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final Pattern NEGATION = Pattern.compile(
            "\\b(not|no|never|none|nobody|nothing|neither|nor|without|cannot|denies|denied|не|ни|нет|без|никогда|ні|немає"
                    + "|няма|nie|bez|nigdy)\\b|n['’]t\\b",
            FLAGS);
    /** A whole sentence says what its parts are about, and a passage what its sentences are. */
    private static final double IN_SENTENCE = 0.9;

    private static final double IN_PASSAGE = 0.6;
    /** Where a question is about one point, what stands around tells less. */
    private static final double AROUND_A_POINT = 0.4;

    private final @Nullable AnalyzedQuestion topic;
    private final double around;
    private final QuestionWeigher weigher;
    private final TextAnalysis analysis;
    private final Map<Language, List<AskedWord>> words = new EnumMap<>(Language.class);

    /**
     * @param topic null where anything will do
     * @param point whether it is one point, as in "who said that …", rather than something to talk about
     */
    TopicMatcher(@Nullable AnalyzedQuestion topic, boolean point, QuestionWeigher weigher, TextAnalysis analysis) {
        this.topic = topic;
        this.around = point ? AROUND_A_POINT : IN_PASSAGE;
        this.weigher = weigher;
        this.analysis = analysis;
    }

    /** From 0 to 1. */
    double match(DocumentVersion version, Passage passage, Statement statement) {
        AnalyzedQuestion asked = topic;
        if (asked == null) {
            return 1;
        }
        Language language = version.details().language();
        List<AskedWord> askedWords = words.computeIfAbsent(language, any -> weigher.words(asked, language));
        TextWords content = held(statement.span().in(version.text()), version);
        TextWords sentence = held(sentences(version, passage, statement.span()), version);
        TextWords passageWords =
                held(version.details().title() + "\n" + passage.span().in(version.text()), version);
        double whole = 0;
        double covered = 0;
        for (AskedWord word : askedWords) {
            double share = Math.max(
                    word.heldBy(content),
                    Math.max(word.heldBy(sentence) * IN_SENTENCE, word.heldBy(passageWords) * around));
            if (share == 0 && word.name()) {
                return 0;
            }
            whole += word.weight();
            covered += word.weight() * share;
        }
        return whole == 0 ? 0 : covered / whole;
    }

    /** Whether one of topic and statement denies, and the other does not. */
    boolean isOtherWay(DocumentVersion version, Statement statement) {
        return topic != null
                && NEGATION.matcher(topic.text()).find()
                        != NEGATION.matcher(statement.span().in(version.text())).find();
    }

    private static String sentences(DocumentVersion version, Passage passage, TextSpan span) {
        StringBuilder text = new StringBuilder();
        for (TextSpan sentence : passage.sentences()) {
            if (sentence.start() < span.end() && span.start() < sentence.end()) {
                text.append(sentence.in(version.text())).append('\n');
            }
        }
        return text.toString();
    }

    private TextWords held(String text, DocumentVersion version) {
        Language language = version.details().language();
        String named = SpeakerAliases.with(text, version.details());
        Set<String> terms = analysis.terms(named, language).stream()
                .map(TextAnalysis.Term::text)
                .collect(Collectors.toUnmodifiableSet());
        return new TextWords(terms, analysis.keys(named, language));
    }
}
