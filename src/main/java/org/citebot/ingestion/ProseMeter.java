package org.citebot.ingestion;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * How much running text stands directly in each block of a page: in its own words and those of the inline elements in
 * it, whether the page marks paragraphs with {@code p}, with {@code div} or with line breaks alone.
 */
final class ProseMeter {

    /** A block with less says nothing of where the article is: a button, a date, a tag. */
    private static final int SHORTEST_PARAGRAPH = 25;

    /** What stands directly in one block, in characters. */
    static final class Prose {

        private int length;
        private int linked;
        private int commas;

        boolean isParagraph() {
            return length >= SHORTEST_PARAGRAPH;
        }

        /** Characters that are no links. */
        int unlinked() {
            return length - linked;
        }

        /** As in Readability: one point, one a comma, one a hundred characters; less the share of links. */
        double score() {
            return (1 + commas + length / 100.0) * unlinked() / length;
        }
    }

    private final Map<Element, Prose> blocks = new HashMap<>();

    ProseMeter(Element root) {
        root.traverse((NodeVisitor) (node, depth) -> {
            if (node instanceof TextNode words && !words.isBlank()) {
                add(words, root);
            }
        });
    }

    Map<Element, Prose> blocks() {
        return blocks;
    }

    /** The characters of paragraphs inside an element, links left out. */
    int lengthIn(Element element) {
        int length = 0;
        for (Element inside : element.getAllElements()) {
            Prose prose = blocks.get(inside);
            length += prose != null && prose.isParagraph() ? prose.unlinked() : 0;
        }
        return length;
    }

    private void add(TextNode words, Element root) {
        boolean inLink = false;
        Node block = words.parent();
        while (block instanceof Element element && !element.isBlock() && !element.equals(root)) {
            inLink |= element.normalName().equals("a");
            block = element.parent();
        }
        if (block instanceof Element element) {
            String text = words.text().strip();
            Prose prose = blocks.computeIfAbsent(element, any -> new Prose());
            prose.length += text.length();
            prose.linked += inLink ? text.length() : 0;
            prose.commas +=
                    (int) text.chars().filter(character -> character == ',').count();
        }
    }
}
