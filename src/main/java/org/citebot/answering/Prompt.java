package org.citebot.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citebot.corpus.ContentHash;
import org.jspecify.annotations.Nullable;

/**
 * A prompt as its file holds it: two parts under the headings {@code # System} and {@code # User}, with {@code
 * {{variables}}}.
 *
 * @param name of the file, without its ending
 * @param hash of the file's content
 * @param system the part with the rules
 * @param user the part with the question and the passages
 */
record Prompt(String name, ContentHash hash, String system, String user) {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\h*([\\p{L}\\p{N}_-]*)\\h*}}");
    private static final Pattern PARTS = Pattern.compile("(?s)\\A\\s*# System\\h*\\n(.*?)\\n# User\\h*\\n(.*)\\z");

    /**
     * Reads and checks a prompt.
     *
     * @param variables those that have to stand in it; it may hold no other
     * @throws PromptException with one line that says what is wrong
     */
    static Prompt parse(String name, String content, Set<String> variables) {
        Matcher parts = PARTS.matcher(content.replace("\r\n", "\n"));
        if (!parts.matches()) {
            throw new PromptException(name, "it needs the headings '# System' and '# User', in this order");
        }
        Set<String> used = new TreeSet<>();
        VARIABLE.matcher(content).results().forEach(variable -> used.add(variable.group(1)));
        List<String> problems = new ArrayList<>();
        used.stream()
                .filter(variable -> !variables.contains(variable))
                .forEach(variable -> problems.add("unknown variable {{" + variable + "}}"));
        new TreeSet<>(variables)
                .stream()
                        .filter(variable -> !used.contains(variable))
                        .forEach(variable -> problems.add("the variable {{" + variable + "}} is missing"));
        if (!problems.isEmpty()) {
            throw new PromptException(
                    name, String.join(", ", problems) + "; it takes " + String.join(", ", new TreeSet<>(variables)));
        }
        return new Prompt(
                name,
                ContentHash.of(content),
                parts.group(1).strip(),
                parts.group(2).strip());
    }

    /**
     * Puts values in the place of the variables; what looks like a variable inside a value stays as it is.
     *
     * @param asker on whose account a model is used; null for nobody's
     */
    ModelPrompt with(Map<String, String> values, @Nullable String asker) {
        return new ModelPrompt(fill(system, values), fill(user, values), asker);
    }

    private static String fill(String template, Map<String, String> values) {
        return VARIABLE.matcher(template)
                .replaceAll(variable -> Matcher.quoteReplacement(
                        Objects.requireNonNull(values.get(variable.group(1)), variable.group())));
    }
}
