package org.citebot.answering;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citebot.answering.SaidGroup.Remark;
import org.citebot.answering.StatementMerge.Merged;
import org.citebot.citation.Citation;
import org.citebot.corpus.DocumentDetails;
import org.citebot.language.TextSpan;
import org.citebot.retrieval.FoundStatement;
import org.citebot.retrieval.StatementFindings;
import org.citebot.retrieval.StatementQuestion;
import org.citebot.retrieval.StatementQuestion.Changed;
import org.citebot.retrieval.StatementQuestion.Compared;
import org.citebot.retrieval.StatementQuestion.WhatSaid;
import org.citebot.retrieval.StatementQuestion.WhenSaid;
import org.citebot.retrieval.StatementQuestion.WhetherSaid;
import org.citebot.retrieval.StatementQuestion.WhoSaid;
import org.citebot.statement.DateSaid;
import org.citebot.statement.KnownSpeaker;
import org.citebot.statement.NameKey;
import org.citebot.statement.SpeakerDirectory;
import org.citebot.statement.SpeechAct;
import org.citebot.statement.Statement;
import org.jspecify.annotations.Nullable;

/** Lays out the statements that answer a question: grouped by speaker and article, each with its citation. For one answer. */
final class StatementComposer {

    private static final int MOST = 8;
    private static final int MOST_TO_ONE_POINT = 5;
    /** Held so far, a topic is said in these words; less may be something near it. */
    private static final double IN_THESE_WORDS = 0.7;
    /** A further statement is so sure beside the surest. */
    private static final double SHARE_OF_BEST = 0.6;

    private static final int LONGEST_ROLE = 120;

    private final StatementFindings findings;
    private final SpeakerDirectory directory;
    private final List<Citation> citations = new ArrayList<>();
    private int left;

    StatementComposer(StatementFindings findings, SpeakerDirectory directory) {
        this.findings = findings;
        this.directory = directory;
    }

    /**
     * What is shown.
     *
     * @param opening what stands before the statements; null if nothing
     * @param left how many more there are
     */
    record Composed(
            @Nullable Opening opening, List<SaidGroup> groups, List<Citation> citations, int left, double confidence) {}

    /** Empty if no statement is as sure as that. */
    Optional<Composed> compose(double least) {
        double bar = Math.max(least, findings.confidence() * SHARE_OF_BEST);
        List<FoundStatement> sure = findings.found().stream()
                .filter(found -> found.confidence() >= bar)
                .toList();
        if (sure.isEmpty()) {
            return Optional.empty();
        }
        List<Merged> merged = StatementMerge.merge(sure);
        List<Merged> chosen = chosen(merged);
        left = merged.size() - chosen.size();
        Opening opening = opening(chosen);
        List<SaidGroup> groups = groups(chosen);
        return Optional.of(new Composed(opening, groups, citations, left, findings.confidence()));
    }

    /** The surest about a topic, the newest about anything. */
    private List<Merged> chosen(List<Merged> merged) {
        StatementQuestion question = findings.question();
        int most = question instanceof WhatSaid || question instanceof Compared || question instanceof Changed
                ? MOST
                : MOST_TO_ONE_POINT;
        List<Merged> order = new ArrayList<>(merged);
        if (question.topic() == null) {
            order.sort(Comparator.comparing(StatementComposer::day, newestFirst()));
        }
        return order.subList(0, Math.min(most, order.size()));
    }

    private @Nullable Opening opening(List<Merged> chosen) {
        return switch (findings.question()) {
            case WhetherSaid whether -> {
                List<FoundStatement> yes = chosen.stream()
                        .map(Merged::first)
                        .filter(one -> remark(one) == null)
                        .toList();
                if (yes.isEmpty()) {
                    yield Opening.Fixed.NOT_IN_SO_MANY_WORDS;
                }
                yield yes.stream().anyMatch(one -> one.topic() >= IN_THESE_WORDS)
                        ? Opening.Fixed.YES
                        : Opening.Fixed.PERHAPS;
            }
            // Without a point in question, each line tells its own day.
            case WhenSaid when ->
                when.topic() == null ? null : when(chosen.getFirst().first());
            case WhatSaid any -> null;
            case WhoSaid any -> null;
            case Compared any -> null;
            case Changed any -> Opening.Fixed.FIRST_TO_LATEST;
        };
    }

    private static Opening when(FoundStatement found) {
        DateSaid said = found.statement().said();
        return said == null ? new Opening.NoDay(found.version().details().published()) : new Opening.When(said);
    }

    private List<SaidGroup> groups(List<Merged> chosen) {
        List<Merged> order = new ArrayList<>(chosen);
        order.sort(order());
        Map<Place, List<Merged>> places = new LinkedHashMap<>();
        for (Merged one : order) {
            places.computeIfAbsent(place(one.first()), any -> new ArrayList<>()).add(one);
        }
        List<SaidGroup> groups = new ArrayList<>();
        places.forEach((place, merged) -> groups.add(group(place, merged)));
        return groups;
    }

    /** Denials behind the rest; speaker by speaker, the newest article first, in an article as it is read. */
    private Comparator<Merged> order() {
        Map<String, Integer> speakers = new LinkedHashMap<>();
        findings.speakers()
                .forEach(one -> speakers.putIfAbsent(one.match().speaker().name(), speakers.size()));
        findings.others()
                .forEach(one -> speakers.putIfAbsent(one.match().speaker().name(), speakers.size()));
        findings.found().forEach(one -> speakers.putIfAbsent(speakerName(one), speakers.size()));
        Comparator<@Nullable LocalDate> days = findings.question() instanceof Changed
                ? Comparator.nullsLast(Comparator.naturalOrder())
                : newestFirst();
        return Comparator.comparing((Merged one) -> remark(one.first()) != null)
                .thenComparing(one -> speakers.getOrDefault(speakerName(one.first()), speakers.size()))
                .thenComparing(StatementComposer::day, days)
                .thenComparing(one -> one.first().version().document())
                .thenComparing(one -> one.first().statement().span());
    }

    private static Comparator<@Nullable LocalDate> newestFirst() {
        return Comparator.nullsLast(Comparator.reverseOrder());
    }

    private static @Nullable LocalDate day(Merged merged) {
        return merged.first().version().details().published();
    }

    /** What a group has in common. */
    private record Place(@Nullable Remark remark, String speaker, String document, List<String> chain) {}

    private Place place(FoundStatement found) {
        return new Place(
                remark(found),
                speakerName(found),
                found.version().document().value(),
                found.statement().chain().stream()
                        .filter(link -> !isOutlet(link, found.version().details()))
                        .toList());
    }

    private static String speakerName(FoundStatement found) {
        return found.match() != null
                ? found.match().speaker().name()
                : String.valueOf(found.statement().speaker().name());
    }

    /** Null for what was said as it was asked about. */
    private @Nullable Remark remark(FoundStatement found) {
        Statement statement = found.statement();
        return switch (statement.reality()) {
            case NEGATED -> Remark.NOT_SAID;
            case HYPOTHETICAL -> Remark.CONDITIONAL;
            case FUTURE -> Remark.TO_BE_SAID;
            case SAID -> denies(found) ? Remark.DENIED : null;
        };
    }

    private boolean denies(FoundStatement found) {
        boolean askedForDenials = findings.question().acts().contains(SpeechAct.DENY);
        return findings.question() instanceof WhetherSaid
                && !askedForDenials
                && (found.statement().act() == SpeechAct.DENY || found.otherWay());
    }

    private SaidGroup group(Place place, Collection<Merged> merged) {
        FoundStatement first = merged.iterator().next().first();
        Optional<KnownSpeaker> known =
                first.match() != null ? Optional.of(first.match().speaker()) : directory.speakerOf(place.speaker());
        List<SaidLine> lines = merged.stream().map(this::line).toList();
        return new SaidGroup(
                place.remark(),
                known.map(KnownSpeaker::shown).orElse(place.speaker()),
                role(first.statement(), known),
                source(place, first.version().details()),
                lines);
    }

    private static @Nullable String role(Statement statement, Optional<KnownSpeaker> known) {
        String here = statement.speaker().role();
        String role = here != null
                ? here
                : known.flatMap(speaker -> speaker.roles().stream().findFirst())
                        .map(KnownSpeaker.Role::words)
                        .orElse(null);
        return role == null || role.length() > LONGEST_ROLE ? null : SaidWords.oneLine(role);
    }

    private static SaidSource source(Place place, DocumentDetails details) {
        String outlet = outlet(details);
        boolean own = outlet != null && NameKey.of(outlet).equals(NameKey.of(place.speaker()));
        List<String> reporters = place.chain().stream().map(SaidWords::oneLine).toList();
        return new SaidSource(reporters, own ? null : outlet, details.title(), details.published());
    }

    private static boolean isOutlet(String link, DocumentDetails details) {
        String outlet = outlet(details);
        return outlet != null && NameKey.of(outlet).equals(NameKey.of(link));
    }

    private static @Nullable String outlet(DocumentDetails details) {
        DocumentDetails.About about = details.about();
        return about == null ? details.source() : about.outlet();
    }

    private SaidLine line(Merged merged) {
        FoundStatement first = merged.first();
        SaidWords words = new SaidWords(first);
        int number = citation(first, words.cited());
        List<Integer> copies = merged.copies().stream()
                .map(copy -> citation(copy, new SaidWords(copy).cited()))
                .toList();
        return new SaidLine(
                speakerName(first),
                words.content(),
                words.shown(),
                words.isReported(),
                first.statement(),
                chain(first),
                words.inferred(),
                number,
                copies);
    }

    static List<String> chain(FoundStatement found) {
        List<String> chain = new ArrayList<>(found.statement().chain());
        String outlet = outlet(found.version().details());
        boolean own = outlet != null && NameKey.of(outlet).equals(NameKey.of(speakerName(found)));
        if (outlet != null
                && !own
                && chain.stream()
                        .noneMatch(link -> isOutlet(link, found.version().details()))) {
            chain.add(outlet);
        }
        return chain;
    }

    /** The number of the citation of a place; one place is cited once. */
    private int citation(FoundStatement found, TextSpan span) {
        for (Citation known : citations) {
            if (known.version().document().equals(found.version().document())
                    && known.span().equals(span)) {
                return known.number();
            }
        }
        Citation citation = Citation.of(citations.size() + 1, found.version(), found.passage(), span);
        citations.add(citation);
        return citation.number();
    }

    /** What is cited first of what was found, though it is no answer; null if nothing was. */
    @Nullable
    Citation nearest() {
        if (findings.found().isEmpty()) {
            return null;
        }
        FoundStatement best = findings.found().getFirst();
        return Citation.of(1, best.version(), best.passage(), new SaidWords(best).cited());
    }
}
