package org.citebot.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.citebot.corpus.DocumentVersion;
import org.citebot.language.Language;
import org.citebot.language.TextSpan;
import org.citebot.statement.WordClasses.WordClass;
import org.jspecify.annotations.Nullable;

/**
 * Extracts who said what from a document version, by rules. Immutable, for many threads. One holds the model of its tagger,
 * some 30 MB, once it has read an English text: a process needs only one.
 */
public final class StatementExtractor {

    private final WordClasses words = new WordClasses();
    private final RoleNouns roles = new RoleNouns();
    private final SentenceReader sentences = new SentenceReader();
    private final CueLexicon lexicon = new CueLexicon();
    private final Tagger tagger;
    private final AttributionMatcher matcher = new AttributionMatcher(words, lexicon);
    private final SlavicRule slavic = new SlavicRule();
    private final DateSaidReader dates = new DateSaidReader(words);

    /** With OpenNLP's tagger; its model is loaded with the first English text. */
    public StatementExtractor() {
        this(new PartOfSpeechTagger());
    }

    private StatementExtractor(Tagger tagger) {
        this.tagger = tagger;
    }

    /** Without a model: parts of speech by lists of words and endings. Faster, and finds less. */
    public static StatementExtractor withoutModel() {
        return new StatementExtractor(new WordTagger(new CueLexicon()));
    }

    /**
     * The statements in the order of the text, outer ones before those that they hold; few of a Russian, Ukrainian or
     * Belarusian text, none of one in another language.
     */
    public List<Statement> extract(DocumentVersion version) {
        return extract(
                version.text(), version.details().language(), version.details().published());
    }

    /**
     * The statements of a text.
     *
     * @param published when it came out; null if unknown
     */
    List<Statement> extract(String text, Language language, @Nullable LocalDate published) {
        List<Sentence> plain = sentences.read(text, language);
        return switch (language) {
            case ENGLISH -> {
                List<Sentence> tagged = plain.stream().map(tagger::tag).toList();
                yield statements(text, tagged, matcher.match(tagged), published);
            }
            case RUSSIAN, UKRAINIAN, BELARUSIAN -> {
                List<Sentence> named = plain.stream().map(SlavicRule::withNames).toList();
                yield statements(text, named, slavic.match(named), published);
            }
            case POLISH, OTHER -> List.of();
        };
    }

    private List<Statement> statements(
            String text, List<Sentence> read, List<Attribution> found, @Nullable LocalDate published) {
        SpeakerResolver speakers = new SpeakerResolver(read, words, roles);
        List<Statement> statements = new ArrayList<>();
        for (Attribution attribution : found) {
            TextSpan span = trimmed(text, attribution.content());
            if (span.length() > 0) {
                statements.add(statement(attribution, span, kind(attribution, span), speakers, published));
            }
        }
        return statements;
    }

    private Statement statement(
            Attribution found,
            TextSpan span,
            StatementKind kind,
            SpeakerResolver speakers,
            @Nullable LocalDate published) {
        Speaker speaker = speakers.resolve(found);
        Phrase hearer = found.hearer();
        List<String> chain =
                new ArrayList<>(found.via().stream().map(speakers::name).toList());
        if (hearer != null && isOutlet(hearer) && chain.isEmpty()) {
            chain.add(speakers.name(hearer));
        }
        return new Statement(
                span,
                kind,
                speaker,
                found.cue(),
                found.verb(),
                found.act(),
                found.reality(),
                hearer == null ? null : speakers.name(hearer),
                chain,
                dates.read(found.sentence(), span, published),
                published,
                speaker.name() == null ? found.confidence() / 2 : found.confidence());
    }

    private boolean isOutlet(Phrase hearer) {
        boolean outlet = false;
        for (int i = hearer.from(); i < hearer.to(); i++) {
            outlet |= words.is(WordClass.OUTLETS, hearer.sentence().word(i).toLowerCase(Locale.ROOT))
                    && hearer.sentence().isCapital(hearer.to() - 1);
        }
        return outlet;
    }

    private static StatementKind kind(Attribution found, TextSpan span) {
        int quoted = 0;
        for (Token token : found.sentence().tokens()) {
            if (token.isQuote() && span.contains(token.span())) {
                quoted += token.span().length();
            }
        }
        if (quoted == 0) {
            return StatementKind.INDIRECT;
        }
        return quoted >= span.length() - 1 ? StatementKind.DIRECT : StatementKind.MIXED;
    }

    /** Without white space and a comma at its ends. */
    private static TextSpan trimmed(String text, TextSpan span) {
        int start = span.start();
        int end = span.end();
        while (end > start
                && (Character.isWhitespace(text.charAt(end - 1)) || ",;:—".indexOf(text.charAt(end - 1)) >= 0)) {
            end--;
        }
        while (start < end && (Character.isWhitespace(text.charAt(start)) || text.charAt(start) == ',')) {
            start++;
        }
        return new TextSpan(start, end);
    }
}
