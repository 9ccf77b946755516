package org.citebot.retrieval;

import java.util.regex.Pattern;

/** Tells whether a sentence holds the kind of thing that a question asks for. */
final class AnswerTypeMatcher {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private static final Pattern QUANTITY = Pattern.compile(
            "\\p{Nd}|\\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundreds?"
                    + "|thousands?|millions?|billions?|dozens?|half|twice|none|several|dwa|trzy|cztery|pięć|tysi\\w+|milion\\w*"
                    + "|дв[ае]|три|четыре|пять|чотири|пʼять|чатыры|пяць|тысяч\\w*|тысяч\\w*|миллион\\w*|мільйон\\w*"
                    + "|мільён\\w*|сотн\\w*|соцень)\\b",
            FLAGS);

    private static final Pattern TIME = Pattern.compile(
            "\\b((1\\d|20)\\d{2}s?|(mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tomorrow|(last|this|next)"
                    + " (week|month|year|night)|\\d{1,2}(st|nd|rd|th)? century|jan(uary)?|feb(ruary)?|march|april|may|june"
                    + "|july|aug(ust)?|sept(ember)?|oct(ober)?|nov(ember)?|dec(ember)?|понедельник\\w*|вторник\\w*|сред[уы]"
                    + "|четверг\\w*|пятниц\\w*|суббот\\w*|воскресень\\w*|\\d+-?(х|м|й|го)? (год\\w*|році|року|годзе)"
                    + "|январ\\w*|феврал\\w*|март\\w*|апрел\\w*|ма[йяе]|июн\\w*|июл\\w*|август\\w*|сентябр\\w*|октябр\\w*"
                    + "|ноябр\\w*|декабр\\w*|век\\w*)\\b",
            FLAGS);

    /** A capital inside the sentence, not at its start. */
    private static final Pattern NAME =
            Pattern.compile("(?<=[\\p{L}\\p{N},;:)\"”»’'] ?[ (\"“«])\\p{Lu}[\\p{L}\\p{M}]+");

    private static final Pattern PLACE = Pattern.compile(
            "\\b(in|at|near|from|to|into|on|across|of|outside|в|во|на|у|ў|из|под|біля|каля|w|we|na|z|pod)"
                    + " (the )?(\\p{Ll}+ )?\\p{Lu}[\\p{L}\\p{M}]+",
            Pattern.UNICODE_CHARACTER_CLASS);

    private AnswerTypeMatcher() {}

    static boolean holds(AnswerType type, String sentence) {
        return switch (type) {
            case HOW_MANY -> QUANTITY.matcher(sentence).find();
            case WHEN -> TIME.matcher(sentence).find();
            case WHERE -> PLACE.matcher(sentence).find();
            case WHO -> NAME.matcher(sentence).find();
            case ANY -> true;
        };
    }
}
