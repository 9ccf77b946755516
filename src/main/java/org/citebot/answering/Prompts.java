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

    private static final Logger LOG = LoggerFactory.getLogger(Prompts.class);
    private static final String ANSWER = "answer";

    private final Path folder;
    private String content;
    private Prompt answer;

    private Prompts(Path folder, String content, Prompt answer) {
        this.folder = folder;
        this.content = content;
        this.answer = answer;
    }

    /**
     * Reads and checks them all.
     *
     * @throws PromptException if one is missing, or holds an unknown variable, or lacks one
     */
    public static Prompts open(Path folder) {
        String content = read(folder);
        return new Prompts(folder, content, Prompt.parse(ANSWER, content, ANSWER_VARIABLES));
    }

    /** The prompt for answers, as its file stands at this moment. */
    synchronized Prompt answer() {
        try {
            String current = read(folder);
            if (!current.equals(content)) {
                content = current;
                answer = Prompt.parse(ANSWER, current, ANSWER_VARIABLES);
            }
        } catch (PromptException e) {
            LOG.warn("{}; the version before stays in use", e.getMessage());
        }
        return answer;
    }

    private static String read(Path folder) {
        try {
            return Files.readString(folder.resolve(ANSWER + ".md"));
        } catch (NoSuchFileException e) {
            throw new PromptException(
                    ANSWER,
                    "there is no such file in " + folder.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new PromptException(ANSWER, "it cannot be read as UTF-8 text");
        }
    }
}
