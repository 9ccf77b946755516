package org.citebot.citation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citebot.language.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * A number in a text, however it is written: 100,000 and 100 thousand and a hundred thousand are one.
 *
 * @param value written plainly, with a % behind it for per cent: {@code 100000}, {@code 41.3%}
 * @param span where it stands, with its scale and per cent
 */
record Quantity(String value, TextSpan span) {

    private static final Pattern DIGITS = Pattern.compile(
            "(?<![\\p{L}\\p{Nd}])(?:(\\p{Nd}{1,3}(?:[,.'’\\u00A0\\u202F\\u2009 ]\\p{Nd}{3}(?!\\p{Nd}))+)|(\\p{Nd}{1,30}))(?:[.,](\\p{Nd}{1,15})(?!\\p{Nd}))?");

    private static final Pattern SCALE = Pattern.compile(
            "\\G[\\s\\u00A0-]{0,2}(hundred|thousand|million|billion|trillion|thsd|mln|bln|млн|млрд|тыс|тис|сот|tys|mld|mlrd|k|m|mn|bn|tn"
                    + "|тысяч\\p{L}{0,2}|мил+ион\\p{L}{0,2}|мільйон\\p{L}{0,2}|мільён\\p{L}{0,2}|мил+иард\\p{L}{0,2}|мільярд\\p{L}{0,2}|tysi\\p{L}{1,3}|milion\\p{L}{0,2}|miliard\\p{L}{0,2})(?![\\p{L}\\p{Nd}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern PERCENT = Pattern.compile(
            "\\G[\\s\\u00A0-]{0,2}(?:%|per ?cent(?!\\p{L})|pct(?!\\p{L})|процент\\p{L}{0,3}|відсот\\p{L}{0,4}|працэнт\\p{L}{0,3}|procent\\p{L}{0,2})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private static final Map<String, Integer> SMALL = Map.ofEntries(
            Map.entry("zero", 0),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("thirteen", 13),
            Map.entry("fourteen", 14),
            Map.entry("fifteen", 15),
            Map.entry("sixteen", 16),
            Map.entry("seventeen", 17),
            Map.entry("eighteen", 18),
            Map.entry("nineteen", 19),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40),
            Map.entry("fifty", 50),
            Map.entry("sixty", 60),
            Map.entry("seventy", 70),
            Map.entry("eighty", 80),
            Map.entry("ninety", 90),
            Map.entry("one", 1),
            Map.entry("dozen", 12));

    private static final Map<String, Long> LARGE = Map.of(
            "thousand", 1_000L, "million", 1_000_000L, "billion", 1_000_000_000L, "trillion", 1_000_000_000_000L);

    /** The numbers of a text, in order. A single "one" is a pronoun more often than a number, and is none. */
    static List<Quantity> of(String text) {
        List<Quantity> quantities = new ArrayList<>();
        int from = 0;
        Matcher digits = DIGITS.matcher(text);
        Matcher word = WORD.matcher(text);
        while (from < text.length()) {
            boolean digit = digits.find(from);
            boolean letters = word.find(from);
            if (digit && (!letters || digits.start() < word.start())) {
                Quantity quantity = scaled(text, digits);
                quantities.add(quantity);
                from = quantity.span().end();
            } else if (letters) {
                Quantity quantity = spelled(text, word.start());
                if (quantity != null) {
                    quantities.add(quantity);
                }
                from = quantity == null ? word.end() : quantity.span().end();
            } else {
                break;
            }
        }
        return quantities;
    }

    private static Quantity scaled(String text, Matcher digits) {
        String whole =
                digits.group(1) == null ? digits.group(2) : digits.group(1).replaceAll("\\P{Nd}", "");
        String fraction = digits.group(3) == null ? "" : "." + digits.group(3);
        BigDecimal value = new BigDecimal(whole + fraction);
        int end = digits.end();
        Matcher scale = SCALE.matcher(text);
        while (scale.find(end)) {
            value = value.multiply(BigDecimal.valueOf(scale(scale.group(1).toLowerCase(Locale.ROOT))));
            end = scale.end();
        }
        return withPercent(text, value, digits.start(), end);
    }

    private static Quantity withPercent(String text, BigDecimal value, int start, int end) {
        Matcher percent = PERCENT.matcher(text);
        String plain = value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        return percent.find(end)
                ? new Quantity(plain + "%", new TextSpan(start, percent.end()))
                : new Quantity(plain, new TextSpan(start, end));
    }

    private static long scale(String word) {
        if (word.startsWith("hundred") || word.equals("сот")) {
            return 100;
        }
        if (word.startsWith("thou")
                || word.startsWith("thsd")
                || word.startsWith("тыс")
                || word.startsWith("тис")
                || word.startsWith("tys")
                || word.equals("k")) {
            return 1_000;
        }
        boolean billion = word.startsWith("b")
                || word.startsWith("млрд")
                || (word.startsWith("ml") && word.endsWith("d"))
                || word.contains("ард")
                || word.contains("ярд")
                || word.startsWith("miliard");
        if (billion) {
            return 1_000_000_000L;
        }
        return word.startsWith("t") ? 1_000_000_000_000L : 1_000_000;
    }

    /** A number in English words that begins at {@code start}; null if there is none. */
    private static @Nullable Quantity spelled(String text, int start) {
        BigDecimal total = BigDecimal.ZERO;
        long current = 0;
        boolean any = false;
        boolean onlyOne = true;
        boolean linked = false;
        int end = start;
        Matcher word = WORD.matcher(text);
        for (int at = start; word.find(at); at = word.end()) {
            String name = word.group().toLowerCase(Locale.ROOT);
            boolean near = at == start || text.substring(at, word.start()).matches("[\\s\\u00A0-]{1,2}");
            Integer small = SMALL.get(name);
            if (!near || (linked && small == null)) {
                break;
            }
            if (small != null
                    && (!any
                            || current % 100 == 0
                            || (current % 10 == 0 && current % 100 >= 20 && small < 10)
                            || small == 12)) {
                current = name.equals("dozen") && current > 0 ? current * 12 : current + small;
                onlyOne &= name.equals("one");
            } else if (name.equals("hundred") && (any || at == start)) {
                current = Math.max(current, 1) * 100;
                onlyOne = false;
            } else if (LARGE.containsKey(name)) {
                total = total.add(
                        BigDecimal.valueOf(Math.max(current, 1)).multiply(BigDecimal.valueOf(LARGE.get(name))));
                current = 0;
                onlyOne = false;
            } else if (name.equals("and")
                    && any
                    && !onlyOne
                    && (current % 100 == 0 && (current > 0 || total.signum() > 0))) {
                linked = true;
                continue;
            } else {
                break;
            }
            linked = false;
            any = true;
            end = word.end();
        }
        return !any || onlyOne ? null : withPercent(text, total.add(BigDecimal.valueOf(current)), start, end);
    }
}
