package org.citebot.telegram.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.citebot.language.Language;
import org.citebot.language.Phrasebook;
import org.citebot.language.Phrasebook.Unit;
import org.citebot.language.Spoken;
import org.citebot.moderation.DetailField;
import org.citebot.telegram.text.Excerpt;
import org.citebot.telegram.text.FormattedText;
import org.citebot.telegram.text.TextBuilder;

/** The words of the desk in one language. For many threads. */
public final class DeskWords {

    private static final Spoken<DeskWords> ALL = Spoken.inEach(DeskWords::new);

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Where the words of somebody else are to stand: no text has these characters. */
    private static final Pattern PLACE = Pattern.compile("\uE000(\\d+)\uE001");

    private final Phrasebook book;

    private DeskWords(Language language) {
        this.book = Phrasebook.read(DeskWords.class, "desk", language);
    }

    /** Those of a language; English ones for a language in which the bot does not speak. */
    public static DeskWords in(Language language) {
        return ALL.in(language);
    }

    /** Words of a document or a person, on one line of at most so many UTF-16 units. */
    record Quote(String words, int longest) {}

    Language language() {
        return book.language();
    }

    public String say(DeskPhrase phrase) {
        return book.say(phrase.key(), Map.of());
    }

    String say(DeskPhrase phrase, Map<String, ?> values) {
        return book.say(phrase.key(), values);
    }

    String say(DeskPhrase phrase, String name, Object value) {
        return say(phrase, Map.of(name, value));
    }

    /** A line that nothing has to be looked up for. */
    public FormattedText line(DeskPhrase phrase) {
        return FormattedText.plain(say(phrase));
    }

    DeskReply reply(DeskPhrase phrase) {
        return DeskReply.of(line(phrase));
    }

    DeskReply reply(DeskPhrase phrase, Map<String, ?> values) {
        return DeskReply.of(add(new TextBuilder(), phrase, values).build());
    }

    /** Adds words of ours, in which a command may be tapped; a {@link Quote} among the values is shown as foreign. */
    TextBuilder add(TextBuilder text, DeskPhrase phrase, Map<String, ?> values) {
        List<Quote> quotes = new ArrayList<>();
        Map<String, Object> given = new HashMap<>();
        values.forEach((name, value) -> given.put(name, value instanceof Quote quote ? place(quotes, quote) : value));
        String said = say(phrase, given);
        Matcher places = PLACE.matcher(said);
        int at = 0;
        while (places.find()) {
            text.ours(said.substring(at, places.start()));
            Quote quote = quotes.get(Integer.parseInt(places.group(1)));
            Excerpt.add(text, quote.words(), quote.longest());
            at = places.end();
        }
        return text.ours(said.substring(at));
    }

    TextBuilder add(TextBuilder text, DeskPhrase phrase, String name, Object value) {
        return add(text, phrase, Map.of(name, value));
    }

    private static String place(List<Quote> quotes, Quote quote) {
        quotes.add(quote);
        return "\uE000" + (quotes.size() - 1) + "\uE001";
    }

    /** E.g. {@code 2024-05-31 10:00 UTC}, in every language. */
    static String moment(Instant at) {
        return MOMENT.format(at);
    }

    /** E.g. {@code 3 minutes ago}. */
    String ago(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        if (age.toMinutes() < 1) {
            return say(DeskPhrase.JUST_NOW);
        }
        if (age.toHours() < 1) {
            return book.ago(age.toMinutes(), Unit.MINUTES);
        }
        return age.toDays() < 1 ? book.ago(age.toHours(), Unit.HOURS) : book.ago(age.toDays(), Unit.DAYS);
    }

    /** What a language is called, e.g. {@code English}. */
    String nameOf(Language language) {
        return language == Language.OTHER
                ? say(DeskPhrase.OTHER_LANGUAGE)
                : Locale.of(language.code())
                        .getDisplayLanguage(Locale.of(book.language().code()));
    }

    String label(DetailField field) {
        return say(
                switch (field) {
                    case TITLE -> DeskPhrase.TITLE;
                    case OUTLET -> DeskPhrase.OUTLET;
                    case DATE -> DeskPhrase.DATE;
                    case URL -> DeskPhrase.LINK;
                });
    }

    /** The field of a label in any of the languages, since lines are copied from messages to others too. */
    static Optional<DetailField> field(String label) {
        return Stream.of(DetailField.values())
                .filter(field -> Spoken.LANGUAGES.stream()
                        .anyMatch(language -> in(language).label(field).equalsIgnoreCase(label.strip())))
                .findFirst();
    }
}
