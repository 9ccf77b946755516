package org.citebot.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Looks whether the same is said in all languages.
 *
 * @param values what stands for the arguments of a text in the check, made from a number
 */
public record PhrasebookCheck(Spoken<Phrasebook> books, Values values) {

    /** An argument or a number that stayed as it was written. */
    private static final Pattern UNSAID = Pattern.compile("\\{\\w+[,}]|# ");

    /** Something of the right kind for an argument of a text. */
    @FunctionalInterface
    public interface Values {

        Object of(String key, String argument, int number);
    }

    /** Where the arguments of these names are numbers, and all others words. */
    public static PhrasebookCheck of(Class<?> beside, String name, Set<String> numbers) {
        return new PhrasebookCheck(
                Spoken.phrasebooks(beside, name),
                (key, argument, number) -> numbers.contains(argument) ? number : "«" + argument + "»");
    }

    /** All languages have these texts and no others, with the same arguments, and can say them of any number. */
    public void isComplete(Set<String> keys) {
        Phrasebook english = books.in(Language.ENGLISH);
        for (Language language : Spoken.LANGUAGES) {
            Phrasebook book = books.in(language);
            assertThat(book.language()).isEqualTo(language);
            assertThat(book.keys()).as(language.code()).isEqualTo(keys);
            for (String key : keys) {
                String place = language.code() + " " + key;
                assertThat(book.arguments(key)).as(place).isEqualTo(english.arguments(key));
                for (int number : List.of(0, 1, 2, 5, 21, 1_000)) {
                    assertThat(say(book, key, number)).as(place).isNotBlank().doesNotContainPattern(UNSAID);
                }
            }
        }
    }

    /** No text but these is as in English. */
    public void isTranslated(Set<String> alike) {
        Phrasebook english = books.in(Language.ENGLISH);
        for (Language language : Spoken.LANGUAGES.subList(1, Spoken.LANGUAGES.size())) {
            for (String key : english.keys()) {
                if (!alike.contains(key)) {
                    assertThat(say(books.in(language), key, 2))
                            .as(language.code() + " " + key)
                            .isNotEqualTo(say(english, key, 2));
                }
            }
        }
    }

    /** What is to be found in a text, such as the commands in it, is the same in all languages. */
    public void holdsTheSame(Function<String, ?> found) {
        for (String key : books.in(Language.ENGLISH).keys()) {
            Object expected = found.apply(say(books.in(Language.ENGLISH), key, 2));
            for (Language language : Spoken.LANGUAGES) {
                assertThat(found.apply(say(books.in(language), key, 2)))
                        .as(language.code() + " " + key)
                        .isEqualTo(expected);
            }
        }
    }

    private String say(Phrasebook book, String key, int number) {
        Map<String, Object> said = new HashMap<>();
        book.arguments(key).forEach(argument -> said.put(argument, values.of(key, argument, number)));
        return book.say(key, said);
    }
}
