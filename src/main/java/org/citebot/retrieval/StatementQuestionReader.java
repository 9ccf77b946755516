package org.citebot.retrieval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citebot.language.WordLists;
import org.citebot.retrieval.StatementQuestion.Changed;
import org.citebot.retrieval.StatementQuestion.Compared;
import org.citebot.retrieval.StatementQuestion.WhatSaid;
import org.citebot.retrieval.StatementQuestion.WhenSaid;
import org.citebot.retrieval.StatementQuestion.WhetherSaid;
import org.citebot.retrieval.StatementQuestion.WhoSaid;
import org.citebot.statement.SpeechAct;
import org.jspecify.annotations.Nullable;

/** Recognises questions about who said what by the patterns of {@code statement-questions.txt}. Immutable, for many threads. */
public final class StatementQuestionReader {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    /** Nobody asks longer for what somebody said; the patterns take their time on long texts. In UTF-16 units. */
    private static final int LONGEST = 400;

    private static final Pattern ENDS = Pattern.compile("^[\\s¿,;:–—-]+|[\\s?!.…,;:–—-]+$");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final String ABOUT = "(?:about|on|of|regarding|concerning|over|against|for"
            + "|об?|обо|про|насчёт|насчет|по поводу|относительно|щодо|стосовно|аб|пра|наконт|o|na temat)";
    private static final String CHANGE = "(?:change|changed|evolve|evolved|shift|shifted|develop|developed)";
    /** Nobody can be asked about who is not named. */
    private static final Pattern NOBODY = Pattern.compile(
            "(?:you|he|she|it|they|we|i|him|her|them|this|that|он|она|они|він|вона|вони|ён|яна|яны)", FLAGS);

    private static final Pattern NOTHING = Pattern.compile(
            "(?:this|that|it|so|these|those|things?|anything|something|это|то|так|об этом|це|те|про це|гэта|тое|пра гэта|to|o tym)",
            FLAGS);

    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");

    private final AskingWords askingWords = new AskingWords();
    private final StatementVerbs verbs = new StatementVerbs();
    private final List<Form> forms = new ArrayList<>();

    private record Form(String kind, boolean loose, Pattern pattern) {}

    /** Reads the patterns. */
    public StatementQuestionReader() {
        for (String line : WordLists.lines(StatementQuestionReader.class, "statement-questions.txt")) {
            String[] parts = line.split(" ", 2);
            boolean loose = parts[0].endsWith("+");
            forms.add(new Form(
                    loose ? parts[0].substring(0, parts[0].length() - 1) : parts[0],
                    loose,
                    Pattern.compile(expression(parts[1]), FLAGS)));
        }
    }

    private String expression(String pattern) {
        return pattern.replace("{xc}", "(?<x>[^,]+?)")
                .replace("{x}", "(?<x>.+?)")
                .replace("{z}", "(?<z>.+?)")
                .replace("{y}", "(?<y>.+?)")
                .replace("{t}", "(?<t>.+)")
                .replace("{v}", "(?<v>" + verbs.verb() + ")")
                .replace("{saying}", "(?<v>" + verbs.saying() + ")")
                .replace("{w}", verbs.verb())
                .replace("{ing}", "(?<v>" + verbs.gerund() + ")")
                .replace("{tell}", "(?<v>" + verbs.telling() + ")")
                .replace("{noun}", "(?<v>" + verbs.noun() + ")")
                .replace("{about}", ABOUT)
                .replace("{change}", CHANGE);
    }

    /** @param question without the words that tell days; empty if it asks for something else */
    public Optional<ReadQuestion> read(String question) {
        if (question.length() > LONGEST) {
            return Optional.empty();
        }
        return match(question).map(read -> new ReadQuestion(read, null)).or(() -> {
            String respelt = respelt(question.strip());
            return respelt.equals(question.strip())
                    ? Optional.empty()
                    : match(respelt).map(read -> new ReadQuestion(read, respelt));
        });
    }

    /** With the slips of words of asking put right: "wat did ISW sya". */
    private String respelt(String question) {
        Matcher words = WORD.matcher(question);
        StringBuilder respelt = new StringBuilder();
        while (words.find()) {
            String word = words.group();
            String right = askingWords.contain(word)
                    ? word
                    : askingWords
                            .like(word.toLowerCase(Locale.ROOT), words.start() == 0)
                            .orElse(word);
            words.appendReplacement(respelt, Matcher.quoteReplacement(right));
        }
        return words.appendTail(respelt).toString();
    }

    private Optional<StatementQuestion> match(String question) {
        String plain = ENDS.matcher(SPACE.matcher(question).replaceAll(" ")).replaceAll("");
        for (Form form : forms) {
            Matcher matcher = form.pattern().matcher(plain);
            if (matcher.matches()) {
                return Optional.ofNullable(question(form, matcher));
            }
        }
        return Optional.empty();
    }

    private @Nullable StatementQuestion question(Form form, Matcher found) {
        String speaker = group(found, "x");
        String topic = topic(found);
        String told = group(found, "y");
        String verb = group(found, "v");
        Set<SpeechAct> acts = verb == null ? Set.of() : verbs.acts(verb);
        if (form.kind().equals("who")) {
            String point = group(found, "t");
            return point == null ? null : new WhoSaid(told, point, acts);
        }
        if (speaker == null || NOBODY.matcher(speaker).matches()) {
            return null;
        }
        boolean loose = form.loose();
        return switch (form.kind()) {
            case "what" -> new WhatSaid(speaker, loose, told, topic, acts);
            case "when" -> new WhenSaid(speaker, loose, told, topic, acts);
            case "whether" ->
                topic == null
                        ? new WhatSaid(speaker, loose, told, null, acts)
                        : new WhetherSaid(speaker, loose, told, topic, acts);
            case "change" -> new Changed(speaker, topic, acts);
            case "compare" -> {
                String other = group(found, "z");
                yield other == null ? null : new Compared(speaker, other, topic, acts);
            }
            default -> throw new IllegalStateException("A kind of question that nobody knows: " + form.kind());
        };
    }

    /** "That" and its like tell no topic. */
    private static @Nullable String topic(Matcher found) {
        String topic = group(found, "t");
        return topic == null || NOTHING.matcher(topic).matches() ? null : topic;
    }

    private static @Nullable String group(Matcher found, String name) {
        if (!found.namedGroups().containsKey(name)) {
            return null;
        }
        String words = found.group(name);
        return words == null || words.isBlank() ? null : ENDS.matcher(words).replaceAll("");
    }
}
