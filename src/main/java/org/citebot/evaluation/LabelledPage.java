package org.citebot.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page and what its article holds: either the whole text, or some fragments.
 *
 * @param file name of the page in the folder of pages
 * @param text the article; null if only fragments are known
 * @param with fragments that it holds
 * @param without fragments of the page that are not of the article
 */
record LabelledPage(String file, @Nullable String text, List<String> with, List<String> without) {

    LabelledPage {
        with = List.copyOf(with);
        without = List.copyOf(without);
    }

    static LabelledPage of(JsonLine line) {
        String name = line.text("file");
        String article = line.find("text");
        return new LabelledPage(name, article, line.texts("with"), line.texts("without"));
    }
}
