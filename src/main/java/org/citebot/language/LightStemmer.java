package org.citebot.language;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Brings the forms of a word to one form by cutting endings, without any dictionary. It is for comparing two texts with
 * each other, where a word cut too short costs little; searching has better analysers.
 */
final class LightStemmer {

    private static final int SHORTEST_CYRILLIC_STEM = 3;
    private static final int SHORTEST_POLISH_STEM = 4;

    private static final List<String> CYRILLIC = longestFirst(
            "ами ями ыми ими ого его ому ему ах ях ов ев ам ям ом ем ой ей ую юю ая яя ое ее ые ие ый ий ым им ых их "
                    + "ать ять ить еть уть ешь ет ут ют ит ат ят ла ло ли л ал ил ел ся сь ость ости а я о е у ю ы и ь і ї "
                    + "ами ями ого ому ів їв ій их ити ати ав ив ав ив ла ло ли ага яга аму яму ымі імі амі ямі ам ям "
                    + "ау яу ць ць уць юць аць яць іць ыць аў іў ыў");

    private static final List<String> POLISH =
            longestFirst("ami ach owi ów om em ie ego emu ej ym im ych ich ymi imi ą "
                    + "ę a e i o u y ał ała ali ało ił iła ili iło ć ać ić eć");

    private LightStemmer() {}

    /** The stem, in lower case and folded: without accents, with е for ё. */
    static String stem(String word, Language language) {
        String lower = word.toLowerCase(Locale.ROOT).replace('’', '\'').replace('ʼ', '\'');
        return switch (language) {
            case RUSSIAN, UKRAINIAN, BELARUSIAN ->
                isLatin(lower) ? english(fold(lower)) : fold(cut(lower, CYRILLIC, SHORTEST_CYRILLIC_STEM));
            case POLISH -> fold(cut(lower, POLISH, SHORTEST_POLISH_STEM));
            case ENGLISH, OTHER -> english(fold(lower));
        };
    }

    private static boolean isLatin(String word) {
        return Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.LATIN;
    }

    private static String fold(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKD)
                .replaceAll("\\p{Mn}", "")
                .replace('ł', 'l');
    }

    private static String cut(String word, List<String> endings, int shortest) {
        for (String ending : endings) {
            if (word.length() - ending.length() >= shortest && word.endsWith(ending)) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }

    /** Possessives, plurals, -ed, -ing and -ly; a doubled consonant and a silent e go with them. */
    private static String english(String word) {
        String stem = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word.replace("'", "");
        if (stem.length() > 4 && stem.endsWith("ies")) {
            stem = stem.substring(0, stem.length() - 3) + "y";
        } else if (stem.length() > 3 && stem.endsWith("s") && !stem.endsWith("ss") && !stem.endsWith("us")) {
            stem = stem.substring(0, stem.length() - (stem.matches(".*(?:ss|sh|ch|x|zz)es") ? 2 : 1));
        }
        stem = withoutVerbEnding(stem);
        if (stem.length() > 5 && stem.endsWith("ly")) {
            stem = stem.substring(0, stem.length() - 2);
        }
        if (stem.length() > 3 && stem.endsWith("e")) {
            stem = stem.substring(0, stem.length() - 1);
        }
        return stem.length() > 3 && stem.endsWith("y") ? stem.substring(0, stem.length() - 1) + "i" : stem;
    }

    private static String withoutVerbEnding(String word) {
        for (String ending : List.of("ing", "ed")) {
            int length = word.length() - ending.length();
            if (length >= 3 && word.endsWith(ending) && hasVowel(word.substring(0, length))) {
                String stem = word.substring(0, length);
                boolean doubled = stem.charAt(length - 1) == stem.charAt(length - 2)
                        && "lsz".indexOf(stem.charAt(length - 1)) < 0;
                return doubled ? stem.substring(0, length - 1) : stem;
            }
        }
        return word;
    }

    private static boolean hasVowel(String letters) {
        return letters.chars().anyMatch(letter -> "aeiouy".indexOf(letter) >= 0);
    }

    private static List<String> longestFirst(String endings) {
        return Stream.of(endings.split(" ", -1))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }
}
