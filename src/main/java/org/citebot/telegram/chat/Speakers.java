package org.citebot.telegram.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.citebot.answering.Answer;
import org.citebot.answering.SaidLine;
import org.citebot.citation.Citation;
import org.citebot.corpus.ContentHash;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentVersion;
import org.citebot.language.Language;
import org.citebot.language.TextSpan;
import org.citebot.statement.KnownSpeaker;
import org.citebot.statement.SpeakerDirectory;
import org.citebot.statement.SpeakerMatch;
import org.citebot.statement.SpeakerRegister;
import org.citebot.statement.Statement;
import org.citebot.statement.StatementArchive;

/** Who is quoted in the documents: by the directory and the statements that answers about who said what come from. */
public final class Speakers {

    private static final int HASH_LENGTH = 16;

    private final SpeakerRegister register;
    private final StatementArchive archive;

    /** Of the documents of one corpus. For many threads. */
    public Speakers(CorpusStore store, SpeakerRegister register) {
        this.register = register;
        this.archive = new StatementArchive(store);
    }

    /** Those of whom there are statements, those with the most first. */
    List<KnownSpeaker> all() {
        return register.directory().speakers().stream()
                .filter(speaker -> speaker.statements() > 0)
                .toList();
    }

    /** What people say for a speaker: the abbreviation where nobody else has it, else the name. */
    String usual(KnownSpeaker speaker) {
        String abbreviation = speaker.abbreviation();
        KnownSpeaker meant = abbreviation == null ? null : register.directory().named(abbreviation);
        return abbreviation != null && speaker.equals(meant) ? abbreviation : speaker.name();
    }

    /** Who says the words at a place of a document that answers; empty if that is not known. */
    Optional<KnownSpeaker> of(DocumentVersion version, TextSpan quote) {
        List<Statement> statements =
                archive.stored(Map.of(version.document(), version)).getOrDefault(version.document(), List.of());
        return speaker(statements, quote, register.directory());
    }

    /** Those who are quoted in an answer, in its order, under their usual names. */
    public List<String> quoted(Answer answer) {
        SpeakerDirectory directory = register.directory();
        Stream<KnownSpeaker> speakers = answer instanceof Answer.StatementsAnswer said
                ? said.lines().stream().map(SaidLine::speaker).flatMap(name -> directory.speakerOf(name).stream())
                : quoted(answer.citations(), directory);
        return speakers.map(this::usual).distinct().toList();
    }

    private Stream<KnownSpeaker> quoted(List<Citation> citations, SpeakerDirectory directory) {
        Map<DocumentId, DocumentVersion> versions = new HashMap<>();
        citations.forEach(citation -> versions.put(citation.version().document(), citation.version()));
        Map<DocumentId, List<Statement>> said = archive.stored(versions);
        return citations.stream()
                .flatMap(citation ->
                        speaker(said.getOrDefault(citation.version().document(), List.of()), citation.span(), directory)
                                .stream());
    }

    /** The speaker of the first statement that a place holds some of. */
    private static Optional<KnownSpeaker> speaker(
            List<Statement> statements, TextSpan place, SpeakerDirectory directory) {
        return statements.stream()
                .filter(statement -> statement.span().start() < place.end()
                        && place.start() < statement.span().end())
                .sorted(Comparator.comparing(Statement::span))
                .flatMap(statement -> Optional.ofNullable(statement.speaker().name()).stream())
                .flatMap(name -> directory.speakerOf(name).stream())
                .findFirst();
    }

    /** By what a link names a speaker: a hash, since every name has one that fits. */
    static String key(KnownSpeaker speaker) {
        return hash(speaker.name());
    }

    /** Whom a link means that has the hash of a name, or a name as people write one into a link; empty if nobody. */
    Optional<KnownSpeaker> linked(String key) {
        for (KnownSpeaker speaker : all()) {
            if (names(speaker).stream()
                    .anyMatch(name -> hash(name).equals(key) || squeezed(name).equals(squeezed(key)))) {
                return Optional.of(speaker);
            }
        }
        List<SpeakerMatch> found = register.directory().find(key, Language.OTHER);
        return found.size() == 1 ? Optional.of(found.getFirst().speaker()) : Optional.empty();
    }

    private static Set<String> names(KnownSpeaker speaker) {
        List<String> names = new ArrayList<>(speaker.aliases());
        names.add(speaker.name());
        if (speaker.abbreviation() != null) {
            names.add(speaker.abbreviation());
        }
        return new LinkedHashSet<>(names);
    }

    private static String squeezed(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    private static String hash(String name) {
        return ContentHash.of(name).hex().substring(0, HASH_LENGTH);
    }
}
