package org.citebot.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.citebot.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptsTest {

    private static final String GOOD =
            "# System\nRules, {{mark}}, {{ today }}, {{not_in_sources}}\n# User\n{{question}}\n{{passages}}\n";

    private static final String TRANSLATE = "# System\n{{mark}} {{language}}\n# User\n{{question}}\n";

    private static final String CONDENSE = "# System\n{{mark}} {{today}}\n# User\n{{conversation}}\n{{question}}\n";

    @TempDir
    private Path folder;

    private Prompts open(String content) throws IOException {
        Files.writeString(folder.resolve("answer.md"), content);
        Files.writeString(folder.resolve("translate.md"), TRANSLATE);
        Files.writeString(folder.resolve("condense.md"), CONDENSE);
        return Prompts.open(folder);
    }

    private static ModelPrompt filled(Prompt prompt, String question) {
        Map<String, String> values = new HashMap<>();
        Prompts.ANSWER_VARIABLES.forEach(variable -> values.put(variable, "<" + variable + ">"));
        values.put("question", question);
        return prompt.with(values, null);
    }

    @Test
    void thePromptOfTheProjectIsGood() {
        Prompt prompt = Prompts.open(Project.root().resolve("prompts")).answer();

        assertThat(filled(prompt, "Q").system()).contains("<mark>", "<today>").doesNotContain("{{");
        assertThat(filled(prompt, "Q").user()).contains("Q", "<passages>").doesNotContain("{{");
    }

    @Test
    void thePromptForTranslationsIsGood() {
        Prompt prompt = Prompts.open(Project.root().resolve("prompts")).translate();

        ModelPrompt filled = prompt.with(Map.of("question", "Q", "mark", "M", "language", "English"), null);
        assertThat(filled.system()).contains("M", "English").doesNotContain("{{");
        assertThat(filled.user()).contains("Q", "English").doesNotContain("{{");
    }

    @Test
    void everyPromptIsCheckedWhenTheFolderIsOpened() throws IOException {
        open(GOOD);
        Files.writeString(folder.resolve("translate.md"), TRANSLATE.replace("{{language}}", "{{tongue}}"));

        assertThatThrownBy(() -> Prompts.open(folder))
                .isInstanceOf(PromptException.class)
                .hasMessageStartingWith("prompts/translate.md: ")
                .hasMessageContaining("tongue");
    }

    @Test
    void aValueIsNeverReadAsATemplate() throws IOException {
        ModelPrompt prompt = filled(open(GOOD).answer(), "What is {{passages}} or $1 or \\?");

        assertThat(prompt.user()).isEqualTo("What is {{passages}} or $1 or \\?\n<passages>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {{today}}  | {{tomorrow}} | unknown variable {{tomorrow}}, the variable {{today}} is missing
            {{mark}}   | mark         | the variable {{mark}} is missing
            # User     | # Person     | it needs the headings '# System' and '# User'
            {{mark}}   | {{mark}}{{}} | unknown variable {{}}
            """)
    void aMistakeIsToldInOneLine(String right, String wrong, String message) {
        String content = GOOD.replace("{{ today }}", "{{today}}").replace(right, wrong);

        assertThatThrownBy(() -> open(content))
                .isInstanceOf(PromptException.class)
                .hasMessageStartingWith("prompts/answer.md: ")
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> Prompts.open(folder))
                .isInstanceOf(PromptException.class)
                .hasMessageContaining("prompts/answer.md: there is no such file");
    }

    @Test
    void aChangeIsReadAndABadOneIsNot() throws IOException {
        Prompts prompts = open(GOOD);
        Prompt first = prompts.answer();

        Files.writeString(folder.resolve("answer.md"), GOOD + "More.");
        Prompt second = prompts.answer();
        assertThat(second.user()).endsWith("More.");
        assertThat(second.hash()).isNotEqualTo(first.hash());

        Files.writeString(folder.resolve("answer.md"), "nothing");
        assertThat(prompts.answer()).isEqualTo(second);
        Files.delete(folder.resolve("answer.md"));
        assertThat(prompts.answer()).isEqualTo(second);

        Files.writeString(folder.resolve("answer.md"), GOOD);
        assertThat(prompts.answer()).isEqualTo(first);
    }
}
