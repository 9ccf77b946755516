package org.citebot.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.citebot.corpus.DocumentDetails.About;
import org.citebot.corpus.DocumentId;
import org.citebot.ingestion.ParsedFile.ParsedDocument;
import org.citebot.ingestion.ParsedFile.Unreadable;
import org.citebot.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentParserTest {

    private final DocumentParser parser = new DocumentParser();

    @Test
    void readsTheFrontMatterOfAFile() {
        ParsedDocument document = parse("digest.md", """
                ---
                # kept by hand
                id: union-state
                title: "Union State: a digest"
                source: Citebot digest
                published: 2024-01-31T08:15:00-05:00
                url: https://example.org/a
                language: en
                about: {title: Closer Together, outlet: The Paper}
                speakers:
                  Institute for the Study of War: [ISW]
                  Jane Doe: Ms. Doe
                tags: [ignored]
                ---
                # Union State: a digest

                The two met on Monday. They signed a decree.
                """);
        assertThat(document.id()).isEqualTo(new DocumentId("union-state"));
        assertThat(document.details().title()).isEqualTo("Union State: a digest");
        assertThat(document.details().source()).isEqualTo("Citebot digest");
        assertThat(document.details().published()).isEqualTo(LocalDate.of(2024, 1, 31));
        assertThat(document.details().url()).isEqualTo(URI.create("https://example.org/a"));
        assertThat(document.details().language()).isEqualTo(Language.ENGLISH);
        assertThat(document.details().about()).isEqualTo(new About("Closer Together", "The Paper"));
        assertThat(document.details().speakers())
                .isEqualTo(Map.of("Institute for the Study of War", List.of("ISW"), "Jane Doe", List.of("Ms. Doe")));
        assertThat(document.text()).isEqualTo("Union State: a digest\n\nThe two met on Monday. They signed a decree.");
        assertThat(sentences(document)).containsExactly("The two met on Monday.", "They signed a decree.");
    }

    @Test
    void takesTheFirstLineForTheTitleAndNotForEvidence() {
        ParsedDocument document = parse("a.txt", "Closer Together\n\n0\n24\n\nThey met in St. Petersburg.\n");
        assertThat(document.id()).isNull();
        assertThat(document.details().title()).isEqualTo("Closer Together");
        assertThat(document.text()).startsWith("Closer Together\n\n0\n24");
        assertThat(sentences(document)).containsExactly("They met in St. Petersburg.");
    }

    @Test
    void takesATitleRightAboveTheText() {
        ParsedDocument document = parse("a.txt", "Closer Together\nThey met in St. Petersburg.\nNobody came.");
        assertThat(sentences(document)).containsExactly("They met in St. Petersburg.", "Nobody came.");
    }

    @Test
    void doesNotLoseTheFirstSentenceOfATextWithoutTitle() {
        assertThat(sentences(parse("a.txt", "The capital of Belarus is Minsk.")))
                .containsExactly("The capital of Belarus is Minsk.");
        assertThat(sentences(parse("a.txt", "The capital of Belarus\nis Minsk. It is large.")))
                .containsExactly("The capital of Belarus\nis Minsk.", "It is large.");
    }

    @Test
    void takesTheMarkupOutOfMarkdown() {
        ParsedDocument document = parse("a.md", """
                # The *title*

                Some **bold** and [linked words](https://evil.example/x) with `code`
                on two lines. ![picture](p.png)

                ## A heading

                - first item
                - second item

                1. one
                2. two

                > A quoted sentence.

                | City  | People |
                |-------|--------|
                | Minsk | 2 million |

                <!-- hidden --> <b>Shown.</b>
                """);
        assertThat(document.details().title()).isEqualTo("The title");
        assertThat(document.text()).isEqualTo("""
                        The title

                        Some bold and linked words with code on two lines.

                        A heading

                        - first item

                        - second item

                        1. one

                        2. two

                        A quoted sentence.

                        City: Minsk; People: 2 million

                        Shown.""");
        assertThat(sentences(document))
                .containsExactly(
                        "Some bold and linked words with code on two lines.",
                        "first item",
                        "second item",
                        "one",
                        "two",
                        "A quoted sentence.",
                        "City: Minsk; People: 2 million",
                        "Shown.");
    }

    @Test
    void takesTheArticleOutOfAPage() {
        ParsedDocument document = parse("a.html", """
                <!doctype html><html lang="en-GB"><head><title>Closer | The Paper</title>
                <meta property="og:title" content="Closer Together">
                <meta property="og:site_name" content="The Paper">
                <link rel="canonical" href="https://paper.example/closer">
                <script type="application/ld+json">
                  {"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle",
                   "datePublished": "2024-01-31T08:00:00Z", "publisher": {"name": "Other"}}]}
                </script></head><body>
                <nav><a href="/">Home</a><a href="/world">World</a></nav>
                <article><h1>Closer Together</h1>
                <div class="social-share"><p>0</p><p>24</p></div>
                <p>The two presidents met on Monday, in St.&nbsp;Petersburg, and signed a long list of papers.</p>
                <figure><img src="x.jpg"><figcaption>They meet on 29 January 2024.</figcaption></figure>
                <p>Getty Images</p>
                <p>They agreed on <a href="/trade">trade</a>, energy, and a company for the media of both.</p>
                <aside><p>Read more: Something else</p></aside></article>
                <footer><p>All rights reserved</p></footer></body></html>
                """);
        assertThat(document.details().title()).isEqualTo("Closer Together");
        assertThat(document.details().source()).isEqualTo("The Paper");
        assertThat(document.details().published()).isEqualTo(LocalDate.of(2024, 1, 31));
        assertThat(document.details().url()).isEqualTo(URI.create("https://paper.example/closer"));
        assertThat(document.details().language()).isEqualTo(Language.ENGLISH);
        assertThat(sentences(document))
                .containsExactly(
                        "The two presidents met on Monday, in St.\u00A0Petersburg, and signed a long list of papers.",
                        "They meet on 29 January 2024.",
                        "They agreed on trade, energy, and a company for the media of both.");
    }

    @Test
    void stripsInvisibleCharactersAndKeepsTypography() {
        ParsedDocument document = parse("a.txt", "A ti\u00ADtle\r\n\r\n“It’s\u200B a\u202E trap…” — he\u00A0said.");
        assertThat(document.text()).isEqualTo("A title\n\n“It’s a trap…” — he\u00A0said.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\n\nA rule comes first.\n",
                "---\nA rule\n---\nand another.\n",
                "---\nNote: a rule above, and no end below.\n",
                "---\nx",
                "----\ntitle: x\n---\n"
            })
    void takesARuleForARule(String text) {
        assertThat(parse("a.txt", text).text()).isEqualTo(text.strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            title: [a, b]                  | a.md: line 2: title: holds a list or a map where one value belongs
            published: 29.01.2024          | a.md: line 2: published: '29.01.2024' is no date; write it as 2024-01-29
            published: 2024-02-30          | a.md: line 2: published: '2024-02-30' is no date; write it as 2024-01-29
            url: javascript:alert(1)       | a.md: line 2: url: 'javascript:alert(1)' is no web address; write it as https://host/path
            language: e                    | a.md: line 2: language: 'e' is no language code; write it as en, ru, uk, be or pl
            title: "open                   | a.md: line
            title: a: b                    | a.md: line 2: the front matter is no YAML
            about: {outlet: x}             | a.md: line 2: about: needs a title
            speakers: [a]                  | a.md: line 2: speakers: is a name with a list of other names
            """)
    void namesFileLineAndKeyOfBrokenFrontMatter(String line, String reason) {
        String text = "---\n" + line + "\n---\nText.\n";
        assertThat(parser.parse("a.md", text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(Unreadable.class, file -> {
                    assertThat(file.message()).startsWith(reason);
                    assertThat(file.message()).doesNotContain("\n").contains("; correct");
                });
    }

    @Test
    void namesEveryMistakeAtOnce() {
        String text = "---\ntitle: Fine\npublished: soon\nurl: nowhere\n---\nText.\n";
        assertThat(parser.parse("a.md", text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        file -> assertThat(file.message()).contains("line 3: published", "line 4: url"));
    }

    @Test
    void namesFrontMatterThatIsNotClosed() {
        assertThat(parser.parse("a.md", "---\ntitle: x\n\nText.".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Unreadable.class, file -> assertThat(file.message()).contains("not closed"));
    }

    @Test
    void refusesWhatIsNoText() {
        assertUnreadable("a.txt", new byte[0], "is empty");
        assertUnreadable("a.txt", " \n\u200B\n ".getBytes(StandardCharsets.UTF_8), "holds no text");
        assertUnreadable("a.md", "---\ntitle: x\n---\n".getBytes(StandardCharsets.UTF_8), "holds no text");
        assertUnreadable("a.txt", new byte[] {'a', 0, 'b'}, "is no text");
        assertUnreadable("a.txt", "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8), "is a PDF");
        assertUnreadable("a.txt", new byte[] {(byte) 0xC3, (byte) 0x28, (byte) 0xFF}, "is not in UTF-8");
        assertUnreadable("a.docx", "x".getBytes(StandardCharsets.UTF_8), "type");
    }

    @Test
    void namesAFileThatIsNotThere(@TempDir Path folder) {
        assertThat(parser.parse(folder.resolve("none.txt")))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        file -> assertThat(file.message()).contains("none.txt").contains("cannot be read"));
    }

    @Test
    void readsAFileByItsPath(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "Title\n\nA sentence.");
        assertThat(parser.parse(file)).isInstanceOf(ParsedDocument.class);
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1251, Президент подписал указ об объединении экономик двух стран.",
        "windows-1251, Хто папярэдзіў пра ўступленне ў вайну?",
        "windows-1250, Kto ostrzegał przed wejściem do wojny?",
        "windows-1252, The café’s owner said “no” – twice.",
        "UTF-16, Президент подписал указ.",
        "UTF-8, Президент підписав указ."
    })
    void readsOtherCharsetsWhereTheyAreCertain(String charset, String text) {
        assertThat(parse("a.txt", text.getBytes(Charset.forName(charset))).text())
                .isEqualTo(text);
    }

    @Test
    void refusesACharsetThatIsNotCertain() {
        byte[] koi8 = "Президент подписал указ об объединении.".getBytes(Charset.forName("KOI8-R"));
        assertUnreadable("a.txt", koi8, "is not in UTF-8");
    }

    @Test
    void believesTheCharsetThatAPageNames() {
        String page = "<html><head><meta charset=koi8-r></head><body><p>Президент подписал указ.</p></body></html>";
        assertThat(parse("a.html", page.getBytes(Charset.forName("KOI8-R"))).text())
                .isEqualTo("Президент подписал указ.");
    }

    @Test
    void forgivesAPageABrokenByteWhereItNamesUtf8() {
        String page = "<html><head><meta charset=utf-8></head><body><p>" + "Ein schöner Satz. ".repeat(100) + "</p><p>";
        byte[] content = (page + "?</p></body></html>").getBytes(StandardCharsets.UTF_8);
        content[page.getBytes(StandardCharsets.UTF_8).length] = (byte) 0xE4;
        assertThat(parse("a.html", content).text()).startsWith("Ein schöner Satz.");
    }

    private ParsedDocument parse(String name, String text) {
        return parse(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private ParsedDocument parse(String name, byte[] content) {
        return switch (parser.parse(name, content)) {
            case ParsedDocument document -> document;
            case Unreadable file -> throw new AssertionError(file.message());
        };
    }

    private void assertUnreadable(String name, byte[] content, String reason) {
        assertThat(parser.parse(name, content))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        file -> assertThat(file.message()).startsWith(name).contains(reason));
    }

    private static List<String> sentences(ParsedDocument document) {
        return document.passages().stream()
                .flatMap(passage -> passage.sentences().stream())
                .map(sentence -> sentence.in(document.text()))
                .toList();
    }
}
