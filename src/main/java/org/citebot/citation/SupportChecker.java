package org.citebot.citation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citebot.citation.Support.Reason;
import org.citebot.citation.Support.Supported;
import org.citebot.citation.Support.Unsupported;
import org.citebot.corpus.DocumentVersion;
import org.citebot.corpus.Passage;
import org.citebot.corpus.SpeakerAliases;
import org.citebot.language.Opposites;
import org.citebot.language.TextSpan;

/**
 * Tells whether a passage proves a sentence that somebody else wrote, by its words alone. Every name, number, date and
 * quotation of the sentence, and most of its other words, have to stand together in the passage, in one sentence or in
 * a few that follow each other, denied where it denies, certain where it is certain, in the same roles. When in doubt it
 * does not: a true sentence too many is lost rather than a wrong one said. Immutable, for many threads.
 */
public final class SupportChecker {

    /** How many sentences of a passage may prove one sentence together. */
    private static final int MOST_SENTENCES = 3;

    private static final Pattern QUOTED = Pattern.compile(
            "[\"“”„«]([^\"“”„«»]+)[\"“”»]|(?<![\\p{L}\\p{N}])['‘‚]([^'‘’]+(?:’\\p{L}[^'‘’]*)*)['’](?!\\p{L})");
    private static final Pattern PASSIVE = Pattern.compile("(?i)\\bby\\b");

    private final TermReader terms = new TermReader();
    private final Opposites opposites = new Opposites();
    private final Assertion assertion = new Assertion();

    /** Checks a sentence, without its markers, against one passage. Never throws. */
    public Support check(String sentence, DocumentVersion version, Passage passage) {
        if (!assertion.isMadeBy(sentence)) {
            return new Unsupported(Reason.NO_STATEMENT, "a question, a request or words to the reader", 0);
        }
        Claim claim = new Claim(sentence, terms.read(sentence, version.details().language()));
        Unsupported nearest = new Unsupported(Reason.WORDS, "nothing of it is there", 0);
        if (claim.terms().isEmpty()) {
            return nearest;
        }
        List<Evidence> evidence =
                passage.sentences().stream().map(span -> read(span, version)).toList();
        for (int length = 1; length <= Math.min(MOST_SENTENCES, evidence.size()); length++) {
            Supported best = null;
            for (List<Evidence> run : runs(evidence, length)) {
                Support support = check(claim, version, run);
                if (support instanceof Supported found && (best == null || found.overlap() > best.overlap())) {
                    best = found;
                } else if (support instanceof Unsupported not && not.overlap() > nearest.overlap()) {
                    nearest = not;
                }
            }
            if (best != null) {
                return best;
            }
        }
        return nearest;
    }

    private static List<List<Evidence>> runs(List<Evidence> sentences, int length) {
        List<List<Evidence>> runs = new ArrayList<>();
        for (int start = 0; start + length <= sentences.size(); start++) {
            runs.add(sentences.subList(start, start + length));
        }
        return runs;
    }

    private Support check(Claim claim, DocumentVersion version, List<Evidence> run) {
        TextSpan span =
                new TextSpan(run.getFirst().span().start(), run.getLast().span().end());
        String text = span.in(version.text());
        List<Term> found = run.stream().flatMap(one -> one.terms().stream()).toList();
        Comparison whole = new Comparison(claim.terms(), found);
        Optional<Unsupported> objection = quotation(claim, text, whole)
                .or(() -> whole.objection(opposites))
                .or(() -> denial(claim, text, whole))
                .or(() -> whole.otherRoles(isPassive(claim.text()) == isPassive(text)))
                .or(() -> foreignCore(claim, run, whole));
        return objection.<Support>map(not -> not).orElseGet(() -> new Supported(span, whole.overlap()));
    }

    /** The terms of a sentence, with the other names of the speakers in it. */
    private Evidence read(TextSpan span, DocumentVersion version) {
        String text = SpeakerAliases.with(span.in(version.text()), version.details());
        return new Evidence(span, terms.read(text, version.details().language()));
    }

    private Optional<Unsupported> denial(Claim claim, String text, Comparison whole) {
        return terms.denies(claim.text()) && !terms.denies(text)
                ? Optional.of(new Unsupported(Reason.NEGATION, "nothing is denied there", whole.overlap()))
                : Optional.empty();
    }

    /** Quotation marks stand only around words of the text itself; what was left out of them may be dots. */
    private static Optional<Unsupported> quotation(Claim claim, String text, Comparison whole) {
        String plain = plain(text);
        Matcher quoted = QUOTED.matcher(claim.text());
        while (quoted.find()) {
            String words = quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
            for (String part : words.split("…|\\.\\.\\.|\\[\\.\\.\\.]", -1)) {
                String core = plain(part).replaceAll("^[\\s,.;:!?]+|[\\s,.;:!?]+$", "");
                if (!core.isEmpty() && !containsWords(plain, core)) {
                    return Optional.of(new Unsupported(Reason.QUOTATION, "not its words: " + core, whole.overlap()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean containsWords(String text, String words) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(words) + "(?![\\p{L}\\p{N}])")
                .matcher(text)
                .find();
    }

    /** White space and quotation marks are typography; a first capital may be the sentence's own. */
    private static String plain(String text) {
        return text.replaceAll("[\\s\\p{Z}]+", " ")
                .replaceAll("[“”„«»]", "\"")
                .replaceAll("[‘’‚ʼ]", "'")
                .replaceAll("[‐‑–—]", "-");
    }

    /**
     * Of several sentences one is the core, and may leave a name to its neighbours only if it has none of its own: else
     * what one person said would prove what another one did.
     */
    private static Optional<Unsupported> foreignCore(Claim claim, List<Evidence> run, Comparison whole) {
        if (run.size() == 1) {
            return Optional.empty();
        }
        return run.stream()
                .map(sentence -> new Comparison(claim.terms(), sentence.terms()))
                .max(Comparator.comparingDouble(Comparison::overlap))
                .filter(Comparison::namesOthers)
                .map(core -> new Unsupported(Reason.ROLES, "said of others there", whole.overlap()));
    }

    private static boolean isPassive(String text) {
        return PASSIVE.matcher(text).find();
    }

    private record Claim(String text, List<Term> terms) {}

    /** A sentence of the passage. */
    private record Evidence(TextSpan span, List<Term> terms) {}
}
