package org.citebot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.citebot.evaluation.PageEvaluator.PageResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageEvaluatorTest {

    private static final String ARTICLE =
            "The harbour master of Ostrow told reporters on Friday that the new pier will open in June.";

    @TempDir
    private Path folder;

    private PageResult evaluate(LabelledPage page) throws IOException {
        Files.writeString(
                folder.resolve("гавань 1+2%.html"),
                "<html><body><article><p>" + ARTICLE + "</p><p>" + ARTICLE.replace("pier", "quay")
                        + "</p></article></body></html>");
        return new PageEvaluator(folder).evaluate(page);
    }

    private static LabelledPage fragments(List<String> with, List<String> without) {
        return new LabelledPage("гавань 1+2%.html", null, with, without);
    }

    @Test
    void fragmentsAreCountedInTheArticle() throws IOException {
        PageResult result = evaluate(fragments(
                List.of("harbour  master\nof Ostrow", "the new quay", "never said"),
                List.of("told reporters", "Menu")));

        assertThat(result).isEqualTo(new PageResult(false, 2, 1, 1));
    }

    @Test
    void aPageThatIsNotThereGivesNothing() {
        PageResult result = new PageEvaluator(folder)
                .evaluate(new LabelledPage("absent.html", null, List.of("a", "b"), List.of("c")));

        assertThat(result).isEqualTo(new PageResult(false, 0, 0, 2));
    }

    @Test
    void aTextIsComparedByFourWordShingles() throws IOException {
        // Eight words are five shingles, all of them taken; the two sentences of 17 words are 31, so 26 are beside.
        PageResult result = evaluate(new LabelledPage(
                "гавань 1+2%.html", "The harbour master of Ostrow told reporters on", List.of(), List.of()));

        assertThat(result.shingles()).isTrue();
        assertThat(result.taken()).isEqualTo(5 / 31.0, within(1e-9));
        assertThat(result.beside()).isEqualTo(26 / 31.0, within(1e-9));
        assertThat(result.left()).isZero();
    }

    @Test
    void fragmentsOfAllPagesCountTogether() {
        Map<String, Figure> figures =
                PageEvaluator.figures(List.of(new PageResult(false, 3, 0, 1), new PageResult(false, 1, 2, 0)));

        assertThat(value(figures, "precision")).isEqualTo(4 / 6.0, within(1e-9));
        assertThat(value(figures, "recall")).isEqualTo(4 / 5.0, within(1e-9));
        assertThat(value(figures, "f1")).isEqualTo(2 * 4 / 11.0, within(1e-9));
    }

    @Test
    void textsAreAveragedOverPages() {
        Map<String, Figure> figures = PageEvaluator.figures(List.of(
                new PageResult(true, 0.5, 0.5, 0), new PageResult(true, 0.8, 0, 0.2), new PageResult(true, 0, 0, 1)));

        assertThat(value(figures, "precision")).isEqualTo((0.5 + 1) / 2, within(1e-9));
        assertThat(value(figures, "recall")).isEqualTo((1 + 0.8 + 0) / 3, within(1e-9));
        assertThat(value(figures, "f1")).isEqualTo(2 * 0.75 * 0.6 / 1.35, within(1e-9));
    }

    private static double value(Map<String, Figure> figures, String name) {
        return figures.getOrDefault(name, new Figure(-1, -1, -1)).value();
    }
}
