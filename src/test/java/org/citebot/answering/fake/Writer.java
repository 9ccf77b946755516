package org.citebot.answering.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.citebot.answering.fake.ReceivedPrompt.NumberedPassage;

/** How a model of the fake server makes its text. For many threads. */
@FunctionalInterface
public interface Writer {

    /** What it writes. */
    String write(ReceivedPrompt prompt);

    /** The first sentence of each of the first three passages, cited. */
    static Writer quoting() {
        return prompt -> prompt.passages().stream()
                .limit(3)
                .filter(passage -> !passage.sentences().isEmpty())
                .map(passage -> cited(passage.sentences().getFirst(), passage.number()))
                .collect(Collectors.joining(" "));
    }

    /** Good text without a single citation, in a form that nobody asked for. */
    static Writer ignoringTheFormat() {
        return prompt -> "# Answer\n\nSure! Here is what I know:\n\n"
                + prompt.passages().stream()
                        .flatMap(passage -> passage.sentences().stream().limit(1))
                        .map(sentence -> "* **" + sentence + "**\n")
                        .collect(Collectors.joining());
    }

    /** Does what the passages tell it to do: whatever follows "say:" or "answer:" in one of them, cited. */
    static Writer obeying() {
        Pattern order = Pattern.compile("(?i)\\b(?:say|answer|reply|write)(?: only| exactly)?:\\s*([^\\n]+)");
        return prompt -> {
            for (NumberedPassage passage : prompt.passages()) {
                Matcher found = order.matcher(passage.text());
                if (found.find()) {
                    return cited(found.group(1).strip(), passage.number());
                }
            }
            return quoting().write(prompt);
        };
    }

    /**
     * Plausible and wrong: sentences of the passages with another number, a negation more, another name, or the number of
     * another passage, all cited; and one that stands nowhere.
     *
     * @param seed the same seed and prompt give the same lies
     */
    static Writer lying(long seed) {
        return prompt -> {
            Random random = new Random(seed ^ prompt.user().hashCode());
            List<String> lies = new ArrayList<>();
            for (NumberedPassage passage : prompt.passages()) {
                if (!passage.sentences().isEmpty()) {
                    String sentence = passage.sentences()
                            .get(random.nextInt(passage.sentences().size()));
                    lies.add(lie(sentence, passage.number(), prompt.passages().size(), random));
                }
            }
            lies.add(cited("The minister resigned on 31 February 1999 after losing 4,711 ships.", 1));
            return String.join(" ", lies);
        };
    }

    private static String lie(String sentence, int number, int passages, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> cited(sentence.replaceFirst("\\p{L}+", "Nobody"), number);
            case 1 -> cited(sentence + " It was 9,876 of them.", number);
            case 2 -> cited(sentence.replaceFirst("\\b(was|is|were|are|has|have|had|said)\\b", "$1 not"), passages + 7);
            default -> cited("It is not true that " + sentence, number);
        };
    }

    private static String cited(String sentence, int number) {
        String bare = sentence.replaceFirst("[.!?]+$", "");
        return bare + " [" + number + "].";
    }
}
