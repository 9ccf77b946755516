package org.citebot.answering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The prompts in a folder, one Markdown file each. They are read again where they have changed; a change that cannot be
 * used is logged, and the last good one stays in use. For many threads.
 */
public final class Prompts {

    /** What the prompt for answers has to hold. */
    static final Set<String> ANSWER_VARIABLES = Set.of("question", "passages", "mark", "today", "not_in_sources");

    /** What the prompt for translations has to hold. */
    static final Set<String> TRANSLATE_VARIABLES = Set.of("question", "mark", "language");

    /** What the prompt for questions that go on with others has to hold. */
    static final Set<String> CONDENSE_VARIABLES = Set.of("question", "conversation", "mark", "today");

    private static final Logger LOG = LoggerFactory.getLogger(Prompts.class);

    private final PromptFile answer;
    private final PromptFile translate;
    private final PromptFile condense;

    private Prompts(PromptFile answer, PromptFile translate, PromptFile condense) {
        this.answer = answer;
        this.translate = translate;
        this.condense = condense;
    }

    /**
     * Reads and checks them all.
     *
     * @throws PromptException if one is missing, or holds an unknown variable, or lacks one
     */
    public static Prompts open(Path folder) {
        return new Prompts(
                new PromptFile(folder, "answer", ANSWER_VARIABLES),
                new PromptFile(folder, "translate", TRANSLATE_VARIABLES),
                new PromptFile(folder, "condense", CONDENSE_VARIABLES));
    }

    /** The prompt for answers, as its file stands at this moment. */
    Prompt answer() {
        return answer.current();
    }

    /** The prompt for the translation of a question, as its file stands at this moment. */
    Prompt translate() {
        return translate.current();
    }

    /** The prompt for questions that go on with others, as its file stands at this moment. */
    Prompt condense() {
        return condense.current();
    }

    /** One of the files. */
    private static final class PromptFile {

        private final Path folder;
        private final String name;
        private final Set<String> variables;
        private String content;
        private Prompt prompt;

        PromptFile(Path folder, String name, Set<String> variables) {
            this.folder = folder;
            this.name = name;
            this.variables = variables;
            this.content = read(folder, name);
            this.prompt = Prompt.parse(name, content, variables);
        }

        synchronized Prompt current() {
            try {
                String now = read(folder, name);
                if (!now.equals(content)) {
                    content = now;
                    prompt = Prompt.parse(name, now, variables);
                }
            } catch (PromptException e) {
                LOG.warn("{}; the version before stays in use", e.getMessage());
            }
            return prompt;
        }

        private static String read(Path folder, String name) {
            try {
                return Files.readString(folder.resolve(name + ".md"));
            } catch (NoSuchFileException e) {
                throw new PromptException(
                        name,
                        "there is no such file in " + folder.toAbsolutePath().getParent());
            } catch (IOException e) {
                throw new PromptException(name, "it cannot be read as UTF-8 text");
            }
        }
    }
}
