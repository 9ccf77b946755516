package org.citebot.language;

import java.util.Locale;

/** A language that Citebot analyses by its own rules; every other one is {@link #OTHER} and found by its words. */
public enum Language {
    ENGLISH("en"),
    RUSSIAN("ru"),
    UKRAINIAN("uk"),
    BELARUSIAN("be"),
    POLISH("pl"),
    OTHER("und");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** The BCP 47 code: {@code en}, {@code ru}, …; {@code und} for {@link #OTHER}. */
    public String code() {
        return code;
    }

    /** The language of a BCP 47 tag such as {@code en}, {@code en-GB} or {@code uk_UA}; {@link #OTHER} if unknown. */
    public static Language ofCode(String tag) {
        String primary = Locale.forLanguageTag(tag.strip().replace('_', '-')).getLanguage();
        for (Language language : values()) {
            if (language.code.equals(primary)) {
                return language;
            }
        }
        return OTHER;
    }
}
