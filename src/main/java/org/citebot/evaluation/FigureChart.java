package org.citebot.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Figures as a picture: a bar for each, with its interval. It reads on a light page as on a dark one. */
public final class FigureChart {

    private static final int LABELS = 330;
    private static final int SCALE = 400;
    private static final int ROW = 20;
    private static final int WIDTH = LABELS + SCALE + 70;

    private FigureChart() {}

    /** An SVG of all figures, set by set. */
    public static String svg(List<Evaluation> evaluations) {
        StringBuilder rows = new StringBuilder();
        int y = ROW;
        for (Evaluation evaluation : evaluations) {
            rows.append(String.format(
                    Locale.ROOT,
                    "<text x=\"8\" y=\"%d\" font-weight=\"bold\">%s</text>\n",
                    y + 14,
                    escape(evaluation.set())));
            y += ROW;
            for (Map.Entry<String, Figure> figure : evaluation.figures().entrySet()) {
                rows.append(row(figure.getKey(), figure.getValue(), y));
                y += ROW;
            }
            y += ROW / 2;
        }
        return String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" font-family="sans-serif" font-size="13">
                <rect width="100%%" height="100%%" fill="#ffffff"/>
                """, WIDTH, y + ROW, WIDTH, y + ROW) + rows + "</svg>\n";
    }

    private static String row(String name, Figure figure, int y) {
        return String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>"
                        + "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"12\" fill=\"#6fa8dc\"/>"
                        + "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"#1c4587\" stroke-width=\"2\"/>"
                        + "<text x=\"%d\" y=\"%d\">%.3f</text>\n",
                LABELS - 8,
                y + 14,
                escape(name),
                LABELS,
                y + 4,
                along(figure.value()),
                LABELS + along(figure.low()),
                LABELS + along(figure.high()),
                y + 10,
                y + 10,
                LABELS + SCALE + 10,
                y + 14,
                figure.value());
    }

    private static double along(double value) {
        return Math.clamp(value, 0, 1) * SCALE;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
