package org.citebot.language;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings a word, as languages and scripts spell it, to a common key: Лукашенко, Лукашэнкам, Lukashenka and Łukaszenki
 * have one in common, and so have президент and president.
 *
 * <p>A key is a rough transcription. Consonants that languages write for each other are one: г, х, g, h and kh; в, w and
 * v; с, з, ц, s and z. Vowels differ most, so a run of them is a dot, and one at the end, where cases are told, is
 * nothing. It is cut to its first {@value #LONGEST} signs, because languages borrow the beginning of a word and give it an
 * ending of their own. A case that ends in a consonant is cut before; as only a dictionary could tell whether -ов is a
 * case or belongs to Харьков, a word may have two keys.
 *
 * @param whole what words have in common that are the same name, and nearly always the same thing
 * @param beginnings what words have in common that may be of one root: exports and экспортный, but pilot and piloting too
 */
public record PhoneticKeys(Set<String> whole, Set<String> beginnings) {

    private static final int LONGEST = 7;
    private static final int BEGINNING = 5;
    /** So that a beginning is never taken for a whole key. */
    private static final char AND_SO_ON = '*';

    private static final char VOWELS = '.';
    private static final char NOTHING = ' ';

    /** Fewer consonants tell too little: half the short words of a language would share a key. */
    private static final int FEWEST = 3;

    private static final int FEWEST_OF_NAMES = 2;
    private static final int SHORTEST_STEM = 3;

    private static final PhoneticKeys NONE = new PhoneticKeys(Set.of(), Set.of());
    private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{Mn}'’ʼ]+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’ʼ]s?$|['’ʼ]");
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    /** The endings of cases that do not end in vowels, й or ь. */
    private static final List<String> CYRILLIC_ENDINGS = longestFirst(
            "ом ем ём ам ям ым им ім їм эм ами ями ымі імі ими ыми ах ях ых их іх їх ого его ага яга ому ему"
                    + " аму яму ов ев ів їв аў яў ові еві єві");

    private static final List<String> POLISH_ENDINGS =
            longestFirst("em iem owi iowi ego iego emu iemu ym im ami iami imi" + " ymi ach iach ich ych om iom ów");
    private static final List<String> PLURAL = List.of("s");

    /** What the Latin script writes with several letters, by the first of them, the longer ones first. */
    private static final Map<Character, List<LetterGroup>> LATIN_GROUPS = Stream.of(
                    new LetterGroup("shch", "š"),
                    new LetterGroup("szcz", "š"),
                    new LetterGroup("sch", "š"),
                    new LetterGroup("tch", "c"),
                    new LetterGroup("dzh", "j"),
                    new LetterGroup("sh", "š"),
                    new LetterGroup("sz", "š"),
                    new LetterGroup("ch", "c"),
                    new LetterGroup("cz", "c"),
                    new LetterGroup("zh", "j"),
                    new LetterGroup("kh", "h"),
                    new LetterGroup("gh", "h"),
                    new LetterGroup("ph", "f"),
                    new LetterGroup("th", "t"),
                    new LetterGroup("ck", "k"),
                    new LetterGroup("qu", "kv"),
                    new LetterGroup("ts", "s"),
                    new LetterGroup("tz", "s"),
                    new LetterGroup("dj", "j"),
                    new LetterGroup("wh", "v"),
                    new LetterGroup("ce", "s."),
                    new LetterGroup("ci", "s."),
                    new LetterGroup("cy", "s."),
                    new LetterGroup("x", "ks"))
            .collect(Collectors.groupingBy(group -> group.letters().charAt(0)));

    private record LetterGroup(String letters, String signs) {}

    public PhoneticKeys {
        whole = Set.copyOf(whole);
        beginnings = Set.copyOf(beginnings);
    }

    /**
     * The keys of a word.
     *
     * @param language of the text in which it stands
     * @return without any for a number, and for a word too short to tell
     */
    public static PhoneticKeys of(String word, Language language) {
        if (!LETTERS.matcher(word).matches()) {
            return NONE;
        }
        String plain = APOSTROPHES.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
        if (plain.isEmpty()) {
            return NONE;
        }
        boolean cyrillic = Character.UnicodeScript.of(plain.codePointAt(0)) == Character.UnicodeScript.CYRILLIC;
        int fewest = Character.isUpperCase(word.codePointAt(0)) ? FEWEST_OF_NAMES : FEWEST;
        Set<String> whole = new LinkedHashSet<>();
        Set<String> beginnings = new LinkedHashSet<>();
        String stem = stem(plain, endings(cyrillic, language));
        for (String form : stem.equals(plain) ? List.of(plain) : List.of(plain, stem)) {
            String key = cyrillic ? ofCyrillic(form, language) : ofLatin(form);
            if (consonants(key) >= fewest) {
                whole.add(key.substring(0, Math.min(LONGEST, key.length())));
                if (key.length() > BEGINNING) {
                    beginnings.add(key.substring(0, BEGINNING) + AND_SO_ON);
                }
            }
        }
        return new PhoneticKeys(whole, beginnings);
    }

    /** The whole keys with so many consonants that two names of one language hardly share one by chance. */
    public Set<String> telling() {
        return whole.stream().filter(key -> consonants(key) > FEWEST).collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> endings(boolean cyrillic, Language language) {
        if (cyrillic) {
            return CYRILLIC_ENDINGS;
        }
        return language == Language.POLISH ? POLISH_ENDINGS : PLURAL;
    }

    private static String stem(String word, List<String> endings) {
        for (String ending : endings) {
            int stem = word.length() - ending.length();
            if (stem >= SHORTEST_STEM && word.endsWith(ending)) {
                return word.substring(0, stem);
            }
        }
        return word;
    }

    private static String ofCyrillic(String word, Language language) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char next = i + 1 < word.length() ? word.charAt(i + 1) : NOTHING;
            // One sound in two letters: дж, and дз where Belarusian softens a д.
            if (word.charAt(i) == 'д' && (next == 'ж' || (next == 'з' && language == Language.BELARUSIAN))) {
                add(key, next == 'ж' ? 'j' : 'd');
                i++;
            } else if (word.charAt(i) == 'у' && i == 0 && "аеиіоэя".indexOf(next) >= 0) {
                add(key, 'v');
            } else if (word.charAt(i) == 'ц' && language == Language.BELARUSIAN && "еёіюяь".indexOf(next) >= 0) {
                add(key, 't');
            } else {
                add(key, cyrillic(word.charAt(i)));
            }
        }
        return withoutLastVowels(key);
    }

    private static char cyrillic(char letter) {
        return switch (letter) {
            case 'б' -> 'b';
            case 'в', 'ў' -> 'v';
            case 'г', 'ґ', 'х' -> 'h';
            case 'д' -> 'd';
            case 'ж' -> 'j';
            case 'з', 'с', 'ц' -> 's';
            case 'к' -> 'k';
            case 'л' -> 'l';
            case 'м' -> 'm';
            case 'н' -> 'n';
            case 'п' -> 'p';
            case 'р' -> 'r';
            case 'т' -> 't';
            case 'ф' -> 'f';
            case 'ч' -> 'c';
            case 'ш', 'щ' -> 'š';
            case 'ь', 'ъ' -> NOTHING;
            default -> VOWELS;
        };
    }

    private static String ofLatin(String word) {
        String letters = word.chars().allMatch(letter -> letter < 128) ? word : ascii(word);
        StringBuilder key = new StringBuilder();
        int i = 0;
        while (i < letters.length()) {
            LetterGroup group = group(letters, i);
            if (group == null) {
                add(key, latin(letters.charAt(i)));
                i++;
            } else {
                group.signs().chars().forEach(sign -> add(key, (char) sign));
                i += group.letters().length();
            }
        }
        return withoutLastVowels(key);
    }

    /** The carons of the Slavic alphabets tell sounds; other marks are left out. */
    private static String ascii(String word) {
        String sounds = word.replace("š", "sh")
                .replace("ž", "zh")
                .replace("ż", "zh")
                .replace("č", "ch")
                .replace('ł', 'l')
                .replace("ß", "s");
        return MARKS.matcher(Normalizer.normalize(sounds, Normalizer.Form.NFKD)).replaceAll("");
    }

    private static @Nullable LetterGroup group(String letters, int from) {
        for (LetterGroup group : LATIN_GROUPS.getOrDefault(letters.charAt(from), List.of())) {
            if (letters.startsWith(group.letters(), from)) {
                return group;
            }
        }
        return null;
    }

    private static char latin(char letter) {
        return switch (letter) {
            case 'b', 'd', 'f', 'h', 'j', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v' -> letter;
            case 'c', 'q' -> 'k';
            case 'g' -> 'h';
            case 'w' -> 'v';
            case 'z' -> 's';
            default -> VOWELS;
        };
    }

    /** A doubled letter is one. */
    private static void add(StringBuilder key, char sign) {
        if (sign != NOTHING && (key.isEmpty() || key.charAt(key.length() - 1) != sign)) {
            key.append(sign);
        }
    }

    private static String withoutLastVowels(StringBuilder key) {
        int end = key.length();
        while (end > 0 && key.charAt(end - 1) == VOWELS) {
            end--;
        }
        return key.substring(0, end);
    }

    private static int consonants(String key) {
        int consonants = 0;
        for (int i = 0; i < key.length(); i++) {
            consonants += key.charAt(i) == VOWELS ? 0 : 1;
        }
        return consonants;
    }

    private static List<String> longestFirst(String endings) {
        return Stream.of(endings.split(" ", -1))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }
}
