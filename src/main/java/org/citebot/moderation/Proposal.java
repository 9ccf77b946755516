package org.citebot.moderation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citebot.corpus.DocumentDetails;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.PassageOutline;
import org.citebot.corpus.PersonId;
import org.citebot.ingestion.ParsedFile.ParsedDocument;
import org.citebot.language.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * A document that waits to be approved, as its moderators are to see it.
 *
 * @param id counted from 1
 * @param proposer who brought it; null if that person was forgotten
 * @param created when
 * @param name of the file
 * @param details title, outlet, date, link and language, with what was edited
 * @param text the plain text that would be quoted
 * @param leftOut what of the text would prove nothing: title, headings, credits and other page furniture; in reading
 *     order, without white space around it
 * @param passages how many passages of evidence it has; 0 where nothing of it could ever be quoted
 * @param replaces the document that an approval gives a new version, because the file names its id; null if an approval
 *     makes a document
 * @param similar documents that answer and are much like it, the most alike first
 */
public record Proposal(
        long id,
        @Nullable PersonId proposer,
        Instant created,
        String name,
        DocumentDetails details,
        String text,
        List<TextSpan> leftOut,
        int passages,
        @Nullable DocumentId replaces,
        List<NearDuplicate> similar) {

    /** What stands in a line, without white space around it. */
    private static final Pattern LINE = Pattern.compile("[^\\s\\p{Z}](?:.*[^\\s\\p{Z}])?");

    public Proposal {
        leftOut = List.copyOf(leftOut);
        similar = List.copyOf(similar);
    }

    static Proposal of(ProposalRow row, ParsedDocument parsed, List<NearDuplicate> similar) {
        return new Proposal(
                row.id(),
                row.proposer(),
                row.created(),
                row.name(),
                row.edits().over(parsed.details()),
                parsed.text(),
                leftOut(parsed),
                parsed.passages().size(),
                row.replaces(),
                similar);
    }

    private static List<TextSpan> leftOut(ParsedDocument parsed) {
        List<TextSpan> leftOut = new ArrayList<>();
        int from = 0;
        for (PassageOutline passage : parsed.passages()) {
            for (TextSpan sentence : passage.sentences()) {
                addLines(parsed.text(), from, sentence.start(), leftOut);
                from = sentence.end();
            }
        }
        addLines(parsed.text(), from, parsed.text().length(), leftOut);
        return leftOut;
    }

    private static void addLines(String text, int start, int end, List<TextSpan> lines) {
        Matcher line = LINE.matcher(text).region(start, end);
        while (line.find()) {
            if (line.group().codePoints().anyMatch(Character::isLetterOrDigit)) {
                lines.add(new TextSpan(line.start(), line.end()));
            }
        }
    }
}
