package org.citebot.ingestion;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;

/**
 * Markdown (CommonMark with tables) to blocks of plain text: the text of links without their addresses, no marks of
 * emphasis, no images; code as it stands. Immutable, for many threads.
 */
final class MarkdownReader {

    private final Parser parser =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    List<Block> read(String markdown) {
        List<Block> blocks = new ArrayList<>();
        addChildren(parser.parse(markdown), blocks);
        return blocks;
    }

    private void addChildren(Node parent, List<Block> blocks) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Heading heading -> blocks.add(Block.heading(inline(heading)));
                case Paragraph paragraph -> blocks.add(Block.text(inline(paragraph)));
                case BulletList list -> addList(list, -1, blocks);
                case OrderedList list -> {
                    Integer first = list.getMarkerStartNumber();
                    addList(list, first == null ? 1 : first, blocks);
                }
                case FencedCodeBlock code -> blocks.add(Block.text(code.getLiteral()));
                case IndentedCodeBlock code -> blocks.add(Block.text(code.getLiteral()));
                case TableBlock table -> addTable(table, blocks);
                case HtmlBlock html ->
                    blocks.add(Block.text(Jsoup.parse(html.getLiteral()).text()));
                default -> addChildren(node, blocks);
            }
        }
    }

    /** Each item is a block of its own that begins with its mark, so that it reads as one and is split as one. */
    private void addList(Node list, int first, List<Block> blocks) {
        int number = first;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (item instanceof ListItem) {
                List<Block> inside = new ArrayList<>();
                addChildren(item, inside);
                String mark = first < 0 ? "- " : number++ + ". ";
                for (int i = 0; i < inside.size(); i++) {
                    Block block = inside.get(i);
                    blocks.add(i == 0 ? new Block(block.kind(), mark + block.text()) : block);
                }
            }
        }
    }

    private static void addTable(TableBlock table, List<Block> blocks) {
        TableText text = new TableText();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow) {
                    text.addRow(cells(row), isHeader(row));
                }
            }
        }
        blocks.addAll(text.blocks());
    }

    private static List<String> cells(Node row) {
        List<String> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            cells.add(inline(cell));
        }
        return cells;
    }

    private static boolean isHeader(Node row) {
        return row.getFirstChild() instanceof TableCell cell && cell.isHeader();
    }

    private static String inline(Node parent) {
        InlineText text = new InlineText();
        parent.accept(text);
        return text.text.toString().strip();
    }

    private static final class InlineText extends AbstractVisitor {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void visit(Text words) {
            text.append(words.getLiteral());
        }

        @Override
        public void visit(Code code) {
            text.append(code.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak lineBreak) {
            text.append(' ');
        }

        @Override
        public void visit(HardLineBreak lineBreak) {
            text.append('\n');
        }

        /** Its description is not seen on the page. */
        @Override
        public void visit(Image image) {}
    }
}
