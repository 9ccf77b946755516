package org.citebot.ingestion;

import java.util.List;
import org.citebot.language.Furniture;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page to the blocks of its article and to what it says of itself. Immutable, for many threads. */
final class HtmlReader {

    private final Furniture furniture = new Furniture();

    /** An article without the page around it. */
    record Page(FrontMatter metadata, List<Block> blocks) {}

    Page read(String html) {
        Document page = Jsoup.parse(html);
        FrontMatter metadata = HtmlMetadata.read(page);
        Element article = ArticleFinder.find(page);
        return new Page(metadata, new HtmlBlocks(article, furniture).read());
    }
}
