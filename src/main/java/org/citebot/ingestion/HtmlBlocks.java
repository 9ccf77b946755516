package org.citebot.ingestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.citebot.language.Furniture;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** An element to blocks of plain text. For one use. */
final class HtmlBlocks {

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> LEAVES = Set.of("pre");

    /** Short pieces that are mostly links lead elsewhere. */
    private static final int SHORT = 200;

    private static final double MOSTLY_LINKS = 0.6;

    private final Element root;
    private final Furniture furniture;
    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private int linked;
    private int links;

    HtmlBlocks(Element root, Furniture furniture) {
        this.root = root;
        this.furniture = furniture;
    }

    List<Block> read() {
        visit(root);
        endBlock(Block.Kind.TEXT);
        // Below them stood what was left out: a list of links, a form.
        while (!blocks.isEmpty() && blocks.getLast().kind() == Block.Kind.HEADING) {
            blocks.removeLast();
        }
        return blocks;
    }

    private void visit(Element element) {
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode words) {
                String text = words.getWholeText().replaceAll("[ \\t\\r\\n]+", " ");
                open.append(text);
                linked += links > 0 ? text.length() : 0;
            } else if (node instanceof Element child) {
                visitElement(child);
            }
        }
    }

    private void visitElement(Element element) {
        boolean isLink = element.nameIs("a");
        links += isLink ? 1 : 0;
        visitByName(element);
        links -= isLink ? 1 : 0;
    }

    private void visitByName(Element element) {
        String name = element.normalName();
        if (name.equals("br")) {
            lineBreak();
        } else if (name.equals("table") && isData(element)) {
            endBlock(Block.Kind.TEXT);
            addTable(element);
        } else if (LEAVES.contains(name)) {
            endBlock(Block.Kind.TEXT);
            add(Block.text(element.wholeText()));
        } else if (HEADINGS.contains(name)) {
            endBlock(Block.Kind.TEXT);
            visit(element);
            endBlock(Block.Kind.HEADING);
        } else if (element.isBlock() || name.equals("figcaption") || name.equals("picture")) {
            endBlock(Block.Kind.TEXT);
            if (name.equals("li")) {
                open.append("- ");
            }
            visit(element);
            endBlock(Block.Kind.TEXT);
        } else {
            visit(element);
        }
    }

    /** Two line breaks in a row are how old pages end a paragraph. */
    private void lineBreak() {
        String text = open.toString().stripTrailing();
        if (open.indexOf("\n", text.length()) >= 0) {
            endBlock(Block.Kind.TEXT);
        } else {
            open.append('\n');
        }
    }

    private void endBlock(Block.Kind kind) {
        String text = open.toString()
                .replaceAll(" ?\\n ?", "\n")
                .replaceAll(" {2,}", " ")
                .strip();
        boolean leadsElsewhere = text.length() < SHORT && linked > MOSTLY_LINKS * text.length();
        if (!leadsElsewhere && !text.equals("-")) {
            add(new Block(kind, text));
        }
        open.setLength(0);
        linked = 0;
    }

    private void add(Block block) {
        if (!block.text().isBlank() && !furniture.isFurniture(block.text())) {
            blocks.add(block);
        }
    }

    /** Tables that only lay out a page hold paragraphs or other tables. */
    private static boolean isData(Element table) {
        return table.selectFirst("td p, td div, td table, td ul, td br") == null
                && table.select("tr").size() > 1;
    }

    private void addTable(Element table) {
        TableText text = new TableText();
        for (Element row : table.select("tr")) {
            List<String> cells =
                    row.select("th, td").stream().map(Element::text).toList();
            text.addRow(cells, row.selectFirst("td") == null);
        }
        text.blocks().forEach(this::add);
    }
}
