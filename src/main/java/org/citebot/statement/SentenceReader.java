package org.citebot.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citebot.language.Language;
import org.citebot.language.ParagraphSplitter;
import org.citebot.language.SentenceSplitter;
import org.citebot.language.TextSpan;

/** Reads a text into sentences, none of which ends inside a quotation. Immutable, for many threads. */
final class SentenceReader {

    private static final Pattern TOKEN = Pattern.compile(
            "(?:\\p{Lu}\\.){2,}(?:-\\p{L}+)?|[@#]?[\\p{L}\\p{N}]+(?:[-'’ʼ&/.,](?=[\\p{L}\\p{N}])[\\p{L}\\p{N}]+)*"
                    + "(?:(?<=s)[’'](?=\\s)|\\+(?=[\\s’',.]))?|&|\\S");

    private static final Pattern ABBREVIATION = Pattern.compile("\\p{Lu}[\\p{L}.]{0,5}");

    private final ParagraphSplitter paragraphs = new ParagraphSplitter();
    private final SentenceSplitter sentences = new SentenceSplitter();
    private final QuotationFinder quotations = new QuotationFinder();

    List<Sentence> read(String text, Language language) {
        List<Sentence> read = new ArrayList<>();
        int number = 0;
        for (TextSpan paragraph : paragraphs.split(text)) {
            List<Quotation> quoted = quotations.find(text, paragraph);
            int start = paragraph.start();
            for (TextSpan sentence : sentences.split(text, paragraph, language)) {
                if (quoted.stream().noneMatch(quotation -> cuts(quotation.span(), sentence.end()))) {
                    TextSpan whole = new TextSpan(start, sentence.end());
                    read.add(new Sentence(whole, tokens(text, whole, quoted), number));
                    start = next(text, sentence.end(), paragraph.end());
                }
            }
            if (start < paragraph.end()) {
                TextSpan rest = new TextSpan(start, paragraph.end());
                read.add(new Sentence(rest, tokens(text, rest, quoted), number));
            }
            number++;
        }
        return read;
    }

    private static boolean cuts(TextSpan quotation, int boundary) {
        return quotation.start() < boundary && boundary < quotation.end();
    }

    private static int next(String text, int from, int limit) {
        int at = from;
        while (at < limit && (Character.isWhitespace(text.charAt(at)) || Character.isSpaceChar(text.charAt(at)))) {
            at++;
        }
        return at;
    }

    private static List<Token> tokens(String text, TextSpan span, List<Quotation> quoted) {
        List<Token> tokens = new ArrayList<>();
        int start = span.start();
        for (Quotation quotation : quoted) {
            if (span.contains(quotation.span())) {
                addPlain(text, start, quotation.span().start(), tokens);
                tokens.add(new Token(quotation.span(), quotation.span().in(text), "", Token.Kind.QUOTE));
                start = quotation.span().end();
            }
        }
        addPlain(text, start, span.end(), tokens);
        return tokens;
    }

    private static void addPlain(String text, int start, int end, List<Token> tokens) {
        Matcher matcher = TOKEN.matcher(text).region(start, end);
        while (matcher.find()) {
            String found = matcher.group();
            Token last = tokens.isEmpty() ? null : tokens.getLast();
            boolean inside = last != null
                    && found.equals(".")
                    && matcher.end() < end
                    && last.end() == matcher.start()
                    && ABBREVIATION.matcher(last.text()).matches();
            if (inside && last != null) {
                tokens.set(tokens.size() - 1, word(last.start(), last.text() + "."));
            } else if (Character.isLetterOrDigit(found.codePointAt(0)) || found.length() > 1 || found.equals("&")) {
                tokens.add(word(matcher.start(), found));
            } else {
                tokens.add(new Token(new TextSpan(matcher.start(), matcher.end()), found, "", Token.Kind.MARK));
            }
        }
    }

    private static Token word(int start, String found) {
        String word = found.toLowerCase(Locale.ROOT).replace('’', '\'').replace('ʼ', '\'');
        if (word.endsWith("'s") && word.length() > 4) {
            word = word.substring(0, word.length() - 2);
        } else if (word.endsWith("'") || (word.endsWith(".") && word.indexOf('.') == word.length() - 1)) {
            word = word.substring(0, word.length() - 1);
        }
        return new Token(new TextSpan(start, start + found.length()), found, word, Token.Kind.WORD);
    }
}
