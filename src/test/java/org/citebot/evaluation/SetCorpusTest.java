package org.citebot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentDetails;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetCorpusTest {

    @TempDir
    private Path folder;

    private CorpusStore store() {
        return CorpusStore.open(folder.resolve("corpus.db"), Clock.systemUTC());
    }

    private int load(String lines) throws IOException {
        Path file = Files.writeString(folder.resolve("corpus.jsonl"), lines);
        return new SetCorpus(store()).load(file);
    }

    private DocumentVersion document(String id) {
        return store().current(SetCorpus.documentId(id)).orElseThrow();
    }

    @Test
    void documentsOfEqualTextStaySeparate() throws IOException {
        assertThat(load("""
                {"id": "a", "text": "The pier is open."}
                {"id": "b", "text": "The pier is open."}
                """)).isEqualTo(2);

        assertThat(store().list()).hasSize(2);
    }

    @Test
    void everyStringIsAnId() {
        List<String> ids = Stream.of(
                        "plain",
                        "Plain",
                        " ",
                        "\n",
                        "a".repeat(500),
                        "a".repeat(501),
                        "\ud800",
                        "\ud801",
                        "a\u0000b",
                        "Сад#1")
                .toList();

        assertThat(ids.stream().map(SetCorpus::documentId).distinct()).hasSize(ids.size());
        assertThat(SetCorpus.documentId("Сад#1")).isEqualTo(new DocumentId("Сад#1"));
    }

    @Test
    void loadingAgainChangesNothing() throws IOException {
        String lines = "{\"id\": \"a\", \"text\": \"The pier is open.\"}\n";
        load(lines);
        long revision = store().revision();
        load(lines);

        assertThat(store().revision()).isEqualTo(revision);
    }

    @Test
    void aDocumentHasWhatItsLineTells() throws IOException {
        load("""
                {"id": "a", "text": "Пирс открыт. Он новый.", "title": "Пирс", "source": "Port Gazette", \
                "published": "2024-03-01", "url": "https://example.org/a", "language": "ru"}
                {"id": "b", "text": "The pier is open.\\nIt is new.", "url": "no link", "language": ""}
                """);

        DocumentDetails details = document("a").details();
        assertThat(details.title()).isEqualTo("Пирс");
        assertThat(details.source()).isEqualTo("Port Gazette");
        assertThat(details.published()).hasToString("2024-03-01");
        assertThat(details.url()).hasToString("https://example.org/a");
        assertThat(document("a").passages().getFirst().sentences()).hasSize(2);
        assertThat(document("b").details().title()).isEqualTo("The pier is open.");
        assertThat(document("b").details().url()).isNull();
    }

    @Test
    void theHashIsThatOfTheContent() throws IOException {
        Path one = Files.writeString(folder.resolve("one"), "abc");
        Path other = Files.writeString(folder.resolve("other"), "abc");

        assertThat(SetCorpus.hash(one)).isEqualTo(SetCorpus.hash(other));
        assertThat(SetCorpus.hash(one).hex()).startsWith("ba7816bf");
    }
}
