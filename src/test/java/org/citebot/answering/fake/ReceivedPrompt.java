package org.citebot.answering.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the model was given.
 *
 * @param path of the request
 * @param model the name of the model that was asked for
 * @param system the rules
 * @param user the question with its passages
 */
public record ReceivedPrompt(String path, String model, String system, String user) {

    /** Between its marks, below its heading. */
    private static final Pattern PASSAGE =
            Pattern.compile("(?s)<<[0-9a-f]+ passage (\\d+)>>\\n[^\\n]*\\n(.*?)\\n<<[0-9a-f]+ end of passage");

    /**
     * One passage of the prompt: what stands between its marks.
     *
     * @param number as it stands there
     * @param text up to the next, with whatever stands around it
     */
    public record NumberedPassage(int number, String text) {

        /** Its sentences that have some length. */
        public List<String> sentences() {
            return Pattern.compile("(?<=[.!?])\\s+|\\n")
                    .splitAsStream(text)
                    .map(String::strip)
                    .filter(sentence -> sentence.length() > 20 && sentence.matches("(?s).*[.!?]"))
                    .toList();
        }
    }

    /** The numbered passages, in order. */
    public List<NumberedPassage> passages() {
        List<NumberedPassage> passages = new ArrayList<>();
        Matcher matcher = PASSAGE.matcher(user);
        while (matcher.find()) {
            passages.add(new NumberedPassage(
                    Integer.parseInt(matcher.group(1)), matcher.group(2).strip()));
        }
        return passages;
    }
}
