package org.citebot.citation;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.citebot.citation.Support.Reason;
import org.citebot.citation.Support.Supported;
import org.citebot.citation.Support.Unsupported;
import org.citebot.corpus.DocumentVersion;
import org.citebot.corpus.Passage;
import org.citebot.corpus.SpeakerAliases;
import org.citebot.language.TextSpan;

/**
 * Tells whether a passage proves a sentence that somebody else wrote, by words and rules alone. Every name, number, date
 * and quotation of the sentence, and all of its other words that say something, have to stand in the passage, or close
 * synonyms of them (English), in one sentence or in a few. What is denied, only possible, planned or claimed there is so
 * in the sentence, the same do it to the same, and the same say it. Each refusal has its reason. When in doubt it does
 * not: a true sentence too many is lost rather than a wrong one said. Immutable, for many threads.
 */
public final class SupportChecker {

    /** How many sentences of a passage may prove one sentence together. */
    private static final int MOST_SENTENCES = 3;

    /** How many sentences of a passage are looked at in other places than side by side. */
    private static final int MOST_APART = 6;

    /** The share of its terms, by weight, that a sentence may put in words of its own. */
    private static final double OWN_WORDS = 0;

    private static final Pattern QUOTED = Pattern.compile(
            "[\"“”„«]([^\"“”„«»]+)[\"“”»]|(?<![\\p{L}\\p{N}])['‘‚]([^'‘’]+(?:’\\p{L}[^'‘’]*)*)['’](?!\\p{L})");

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?]+$");

    private final Lexicon lexicon = new Lexicon();
    private final TermReader terms = new TermReader(lexicon);
    private final Assertion assertion = new Assertion();
    private final SpeakerRule speakers = new SpeakerRule();
    private final List<Rule> rules;

    /** A checker that loses a true sentence rather than say a wrong one. */
    public SupportChecker() {
        this(OWN_WORDS);
    }

    /** @param ownWords the share of its terms, by weight, that a sentence may put in words that are not there */
    SupportChecker(double ownWords) {
        rules = List.of(
                new MissingRule(ownWords),
                new OperatorRule(),
                new MarkerRule(),
                new NumberRule(),
                new NeighbourRule(),
                new RoleRule(),
                new CoreRule());
    }

    /** Checks a sentence, without its markers, against one passage. Never throws. */
    public Support check(String sentence, DocumentVersion version, Passage passage) {
        if (!assertion.isMadeBy(sentence)) {
            return new Unsupported(Reason.NO_STATEMENT, "a question, a request or words to the reader", 0);
        }
        Claim claim = claim(sentence, version);
        List<Evidence> page = read(claim, version, passage);
        if (claim.terms().isEmpty() || page.isEmpty()) {
            return new Unsupported(Reason.WORDS, "nothing of it is there", 0);
        }
        EvidenceRanking ranking = ranking(claim, page);
        double share = ranking.share(ranking.best(MOST_SENTENCES));
        // What is nowhere in the passage is in none of its sentences.
        Optional<Unsupported> missing = missing(claim, page);
        Support support = missing.<Support>map(not -> not).orElseGet(() -> prove(claim, version, page, ranking));
        return support instanceof Unsupported not ? new Unsupported(not.reason(), not.words(), share) : support;
    }

    private Optional<Unsupported> missing(Claim claim, List<Evidence> page) {
        Alignment whole = new Alignment(
                lexicon, claim.terms(), page.stream().map(Evidence::proof).toList());
        String text = page.stream().map(Evidence::text).collect(Collectors.joining(" "));
        return quotation(claim, text, whole).or(() -> rules.getFirst().objection(whole));
    }

    private Support prove(Claim claim, DocumentVersion version, List<Evidence> page, EvidenceRanking ranking) {
        Unsupported nearest = new Unsupported(Reason.WORDS, "nothing of it is there", 0);
        Supported best = null;
        int size = 0;
        for (List<Integer> some : candidates(ranking, page.size())) {
            if (best != null && some.size() > size) {
                break;
            }
            size = some.size();
            Support support = check(claim, version, page, some);
            if (support instanceof Supported found && (best == null || found.overlap() > best.overlap())) {
                best = found;
            } else if (support instanceof Unsupported not && not.overlap() > nearest.overlap()) {
                nearest = not;
            }
        }
        return best == null ? nearest : best;
    }

    /**
     * The sentences of a passage, those first that speak most for a sentence. Each is worth the less the more of the
     * sentence those before it hold.
     */
    public List<TextSpan> evidence(String sentence, DocumentVersion version, Passage passage) {
        Claim claim = claim(sentence, version);
        List<Evidence> page = read(claim, version, passage);
        return ranking(claim, page).best(page.size()).stream()
                .map(i -> page.get(i).span())
                .toList();
    }

    private Claim claim(String sentence, DocumentVersion version) {
        return new Claim(sentence, terms.read(sentence, version.details().language()));
    }

    private EvidenceRanking ranking(Claim claim, List<Evidence> page) {
        return new EvidenceRanking(
                lexicon, claim.terms(), page.stream().map(Evidence::proof).toList());
    }

    /** Which sentences may prove it together: fewest first. */
    private Set<List<Integer>> candidates(EvidenceRanking ranking, int sentences) {
        List<Integer> best = ranking.best(MOST_APART);
        Set<List<Integer>> all = new LinkedHashSet<>();
        best.forEach(i -> all.add(List.of(i)));
        for (int i : best) {
            addRuns(all, i, 2, sentences);
        }
        for (int i : best) {
            best.stream().filter(j -> j > i).forEach(j -> all.add(List.of(i, j)));
        }
        for (int i : best) {
            addRuns(all, i, MOST_SENTENCES, sentences);
        }
        for (int i : best) {
            for (int j : best) {
                best.stream().filter(k -> j > i && k > j).forEach(k -> all.add(List.of(i, j, k)));
            }
        }
        return all;
    }

    private static void addRuns(Set<List<Integer>> all, int member, int length, int size) {
        for (int start = Math.max(0, member - length + 1); start <= member && start + length <= size; start++) {
            all.add(IntStream.range(start, start + length).boxed().toList());
        }
    }

    private Support check(Claim claim, DocumentVersion version, List<Evidence> page, List<Integer> some) {
        List<Evidence> run = some.stream().map(page::get).toList();
        TextSpan span =
                new TextSpan(run.getFirst().span().start(), run.getLast().span().end());
        Alignment whole = new Alignment(
                lexicon, claim.terms(), run.stream().map(Evidence::proof).toList());
        Optional<Unsupported> objection = quotation(claim, span.in(version.text()), whole);
        for (Rule rule : rules) {
            objection = objection.or(() -> rule.objection(whole));
        }
        return objection
                .or(() -> otherSpeaker(claim, version, page, some, whole))
                .<Support>map(not -> not)
                .orElseGet(() -> new Supported(span, whole.overlap()));
    }

    private Optional<Unsupported> otherSpeaker(
            Claim claim, DocumentVersion version, List<Evidence> page, List<Integer> some, Alignment whole) {
        int core = whole.core(content(claim, whole))
                .map(clause -> some.get(Alignment.sentence(clause)))
                .orElse(some.getFirst());
        Set<String> names = new HashSet<>();
        page.get(core).proof().terms().forEach(term -> names.add(term.key()));
        return speakers.isSaidByAnother(
                        claim.text(),
                        core,
                        page.stream().map(Evidence::text).toList(),
                        names,
                        version.details().speakers())
                ? whole.against(Reason.SPEAKER, "said by somebody else there")
                : Optional.empty();
    }

    /** The terms of a sentence but those that name who says it. */
    private List<Integer> content(Claim claim, Alignment whole) {
        Set<String> speaker = speakers.speaker(claim.text());
        return whole.terms()
                .filter(i -> !speaker.contains(claim.terms().get(i).key()))
                .toList();
    }

    private List<Evidence> read(Claim claim, DocumentVersion version, Passage passage) {
        return passage.sentences().stream()
                .map(span -> read(claim, span, version))
                .toList();
    }

    /** The terms of a sentence, with the other names of the speakers in it. */
    private Evidence read(Claim claim, TextSpan span, DocumentVersion version) {
        String own = span.in(version.text());
        String aliases = SpeakerAliases.with(own, version.details()).substring(own.length());
        // The other names belong to the sentence's last clause.
        String text = aliases.isEmpty() ? own : SENTENCE_END.matcher(own).replaceFirst("") + aliases.replace('\n', ' ');
        List<Term> read = terms.read(text, version.details().language());
        return new Evidence(span, text, Proof.of(lexicon, claim.terms(), read));
    }

    /** Quotation marks stand only around words of the text itself; what was left out of them may be dots. */
    private static Optional<Unsupported> quotation(Claim claim, String text, Alignment whole) {
        Matcher quoted = QUOTED.matcher(claim.text());
        while (quoted.find()) {
            String plain = plain(text);
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

    private record Claim(String text, List<Term> terms) {}

    /** A sentence of the passage. */
    private record Evidence(TextSpan span, String text, Proof proof) {}
}
