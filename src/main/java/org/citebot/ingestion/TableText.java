package org.citebot.ingestion;

import java.util.ArrayList;
import java.util.List;

/**
 * A table as text. Each row becomes a block of its own that can be read, and cited, without the rest: "City: Minsk;
 * Population: 2 million". Without a header the cells alone stand there.
 */
final class TableText {

    private List<String> header = List.of();
    private final List<Block> rows = new ArrayList<>();

    void addRow(List<String> cells, boolean isHeader) {
        if (isHeader && header.isEmpty() && rows.isEmpty()) {
            header = List.copyOf(cells);
            return;
        }
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i).strip();
            if (!cell.isEmpty()) {
                String name = i < header.size() ? header.get(i).strip() : "";
                parts.add(name.isEmpty() ? cell : name + ": " + cell);
            }
        }
        rows.add(Block.text(String.join("; ", parts)));
    }

    List<Block> blocks() {
        return rows.isEmpty() && !header.isEmpty() ? List.of(Block.text(String.join("; ", header))) : rows;
    }
}
