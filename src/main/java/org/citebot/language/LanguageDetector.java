package org.citebot.language;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the language of a text from the letters of its words and from the most frequent of them. It is made for the
 * five languages of {@link Language}, for single questions as for whole articles. Deterministic, immutable, for many
 * threads.
 */
public final class LanguageDetector {

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{Mn}]*(?:['’ʼ]\\p{L}[\\p{L}\\p{Mn}]*)*");

    /** Enough to be sure: the rest of a long text is not looked at. */
    private static final int WORDS_READ = 2_000;

    /** The share of Cyrillic words from which a text with one frequent Cyrillic word is Cyrillic with foreign names. */
    private static final double CYRILLIC_WITH_NAMES = 0.2;

    private final List<LanguageProfile> cyrillic;
    private final List<LanguageProfile> latin;

    public LanguageDetector() {
        List<LanguageProfile> profiles = LanguageProfile.all();
        cyrillic = profiles.stream().filter(LanguageProfile::isCyrillic).toList();
        latin = profiles.stream().filter(profile -> !profile.isCyrillic()).toList();
    }

    /**
     * The language that most of a text is written in. A Russian question about "ISW" is Russian; plain Latin letters
     * are English unless the words say otherwise; a text without letters is {@link Language#OTHER}.
     */
    public Language detect(String text) {
        Words words = Words.of(text);
        if (words.isOfOtherScript()) {
            return Language.OTHER;
        }
        return isCyrillic(words) ? best(cyrillic, words.cyrillic) : best(latin, words.latin);
    }

    /** Foreign names stand in Cyrillic texts more often than the other way round, so a few such words decide. */
    private boolean isCyrillic(Words words) {
        double share = (double) words.cyrillic.size() / (words.cyrillic.size() + words.latin.size());
        return share > 0.5
                || (share >= CYRILLIC_WITH_NAMES && words.cyrillic.stream().anyMatch(this::isFrequentCyrillic));
    }

    private boolean isFrequentCyrillic(String word) {
        return cyrillic.stream().anyMatch(profile -> profile.isFrequent(word));
    }

    /** Among equals the first of the list, which orders the languages by how often they are met. */
    private static Language best(List<LanguageProfile> profiles, List<String> words) {
        Language best = Language.OTHER;
        int bestScore = -1;
        for (LanguageProfile profile : profiles) {
            int score = words.stream().mapToInt(profile::score).sum();
            if (score > bestScore) {
                bestScore = score;
                best = profile.language();
            }
        }
        return best;
    }

    private record Words(List<String> cyrillic, List<String> latin, int others) {

        static Words of(String text) {
            List<String> cyrillic = new ArrayList<>();
            List<String> latin = new ArrayList<>();
            int others = 0;
            Matcher matcher = WORD.matcher(text);
            while (matcher.find() && cyrillic.size() + latin.size() + others < WORDS_READ) {
                String word = matcher.group().toLowerCase(Locale.ROOT);
                UnicodeScript script = UnicodeScript.of(word.codePointAt(0));
                if (script == UnicodeScript.CYRILLIC) {
                    cyrillic.add(word);
                } else if (script == UnicodeScript.LATIN) {
                    latin.add(word);
                } else {
                    others++;
                }
            }
            return new Words(cyrillic, latin, others);
        }

        /** Also true of a text without words. */
        boolean isOfOtherScript() {
            return others >= cyrillic.size() + latin.size();
        }
    }
}
