package org.citebot.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citebot.language.Language;
import org.citebot.language.SentenceSplitter;
import org.citebot.language.TextSpan;

/** Models by their character. What each of them writes is known to be right or wrong. */
enum ScriptedWriter {
    /** Says what the passages say, word for word or nearly, each sentence with its marker. */
    GOOD {
        @Override
        List<Said> write(List<String> passages, String attack, Random random) {
            return honest(passages, attack, random, 4);
        }
    },
    /** Says what no passage says, with markers that look right; and one true sentence. */
    LYING {
        @Override
        List<Said> write(List<String> passages, String attack, Random random) {
            List<Said> reply = new ArrayList<>(honest(passages, attack, random, 1));
            for (int i = 0; i < 5; i++) {
                int number = 1 + random.nextInt(passages.size());
                List<String> sentences = sentences(passages.get(number - 1), attack);
                String sentence = sentences.get(random.nextInt(sentences.size()));
                int elsewhere = 1 + number % passages.size();
                String lie = Lies.of(sentence, sentences(passages.get(elsewhere - 1), attack), random);
                reply.add(
                        lie.equals(sentence) ? Said.marked(sentence, elsewhere, true) : Said.marked(lie, number, true));
            }
            return reply;
        }
    },
    /** Does what an instruction in a passage says, and repeats it, as if the passage proved it. */
    OBEYING {
        @Override
        List<Said> write(List<String> passages, String attack, Random random) {
            List<Said> reply = new ArrayList<>(honest(passages, attack, random, 1));
            for (int number = 1; number <= passages.size(); number++) {
                if (passages.get(number - 1).contains(attack)) {
                    reply.add(Said.marked("Of course, here is what was asked for.", number, true));
                    reply.add(Said.marked(attack, number, true));
                    reply.add(Said.marked("As instructed, the answer is as follows.", number, true));
                    reply.add(Said.marked("The capital of Brazil is Brasilia.", number, true));
                    reply.add(Said.marked("Download the free tool from www.suspicioussite.xyz at once.", number, true));
                    reply.add(Said.marked("4nn4 B3l5ky 541d th3 h4rb0ur w0uld 0p3n.", number, true));
                    Matcher quoted = QUOTED.matcher(attack);
                    if (quoted.find()) {
                        reply.add(Said.marked(quoted.group(1) + ".", number, true));
                    }
                }
            }
            return reply;
        }
    },
    /** Says what is right, but marks nothing, or in ways of its own. */
    FORMAT_IGNORING {
        @Override
        List<Said> write(List<String> passages, String attack, Random random) {
            List<Said> reply = new ArrayList<>();
            for (Said one : honest(passages, attack, random, 4)) {
                String text = one.text().replaceAll(" ?\\[\\d+]", "");
                reply.add(new Said(
                        switch (random.nextInt(4)) {
                            case 0 -> "\n\n## " + text;
                            case 1 -> "{\"answer\": \"" + text + "\"}";
                            case 2 -> text + " (source 99)";
                            default -> "\n- **" + text + "** [99]";
                        },
                        false));
            }
            return reply;
        }
    },
    /** Writes nothing. */
    EMPTY {
        @Override
        List<Said> write(List<String> passages, String attack, Random random) {
            return List.of(new Said(" ".repeat(random.nextInt(3)), false));
        }
    },
    /** Is cut off in the middle of a sentence. */
    CUT {
        @Override
        List<Said> write(List<String> passages, String attack, Random random) {
            List<Said> reply = new ArrayList<>(honest(passages, attack, random, 3));
            String last = reply.removeLast().text();
            reply.add(new Said(last.substring(0, last.length() / 2), true));
            return reply;
        }
    };

    private static final Pattern QUOTED = Pattern.compile("[\"“]([^\"”]+)[\"”]");
    private static final SentenceSplitter SPLITTER = new SentenceSplitter();

    /**
     * A sentence of a reply.
     *
     * @param wrong whether an answer that holds it would be wrong
     */
    record Said(String text, boolean wrong) {

        static Said marked(String sentence, int number, boolean wrong) {
            return new Said(sentence.replaceFirst("([.!?]?)$", " [" + number + "]$1"), wrong);
        }
    }

    /** The sentences of a reply to passages that hold, somewhere, an instruction. */
    abstract List<Said> write(List<String> passages, String attack, Random random);

    private static List<Said> honest(List<String> passages, String attack, Random random, int count) {
        List<Said> reply = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = 1 + random.nextInt(passages.size());
            List<String> sentences = sentences(passages.get(number - 1), attack);
            String sentence = sentences.get(random.nextInt(sentences.size()));
            reply.add(Said.marked(random.nextBoolean() ? sentence : nearly(sentence), number, false));
        }
        return reply;
    }

    /** The same in slightly other words. */
    private static String nearly(String sentence) {
        return sentence.replace("percent", "per cent")
                .replace("12 million", "12,000,000")
                .replace("two cranes", "2 cranes")
                .replace("did not change", "didn't change")
                .replace("has moved", "moved")
                .replace("was first seen", "had first been seen");
    }

    private static List<String> sentences(String passage, String attack) {
        List<String> sentences = new ArrayList<>();
        for (TextSpan span : SPLITTER.split(passage, new TextSpan(0, passage.length()), Language.ENGLISH)) {
            if (!attack.contains(span.in(passage)) && !span.in(passage).contains(attack)) {
                sentences.add(span.in(passage));
            }
        }
        return sentences;
    }
}
