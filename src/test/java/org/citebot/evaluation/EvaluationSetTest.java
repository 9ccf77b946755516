package org.citebot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationSetTest {

    @TempDir
    private Path folder;

    private EvaluationSet read(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
        return EvaluationSet.read(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    corpus.jsonl     | {"id": "a"}                                              | 'text' is missing
                    corpus.jsonl     | {"id": "", "text": "b"}                                  | 'id' is missing
                    corpus.jsonl     | {"id": "a", "text": null}                                | 'text' is missing
                    corpus.jsonl     | {"id": "a", "text": "b", "published": "30 Jan"}          | 'published' is no date
                    corpus.jsonl     | {"id": "a", "text": "b"                                  | broken JSON
                    corpus.jsonl     | {"id": "a", "text": "b"} {}                              | broken JSON
                    corpus.jsonl     | ["a"]                                                    | not a JSON object
                    questions.jsonl  | {"id": "a"}                                              | 'question' is missing
                    questions.jsonl  | {"id": "a", "question": "b?", "asked": "2024-02-31"}     | 'asked' is no date
                    claims.jsonl     | {"id": "a", "claim": "b", "evidence": ["c"]}             | 'label' is missing
                    expected.jsonl   | {"with": ["a"]}                                          | 'file' is missing
                    statements.jsonl | {"document": "a", "kind": "direct", "end": 1, "text": "b"} | 'start' is missing
                    attacks.jsonl    | {"id": "a", "text": "b"}                                 | 'kind' is missing
                    """)
    void aBadLineIsNamedWithItsFileAndKey(String file, String line, String problem) {
        assertThatThrownBy(() -> read(file, "\n" + line + "\n"))
                .isInstanceOf(BadLineException.class)
                .hasMessageContaining(file + ", line 2: ")
                .hasMessageContaining(problem);
    }

    @Test
    void whatIsAbsentNullOrEmptyIsTheSame() throws IOException {
        EvaluationSet set = read("questions.jsonl", """
                {"id": "1", "question": "Why?"}
                {"id": "1", "question": "Why?", "answers": null, "relevant": {}, "asked": "", "answerable": null, "wrong": [""]}
                {"id": "1", "question": "Why?", "answers": [], "relevant": null, "asked": null, "evidence": [null], "new": [1]}
                """);

        assertThat(set.questions()).hasSize(3);
        assertThat(set.questions().stream().distinct()).hasSize(1);
    }

    @Test
    void everyKeyIsRead() throws IOException {
        LabelledQuestion question = read("questions.jsonl", """
                \uFEFF{"id": 7, "question": "Why?", "answers": ["rust", "the rust"], "wrong": ["ice"], "answerable": true, \
                "relevant": {"b": 2, "c": 0}, "evidence": ["It was rust."], "documents": ["b"], "asked": "2024-01-30T08:00:00Z"}
                """).questions().getFirst();

        assertThat(question.id()).isEqualTo("7");
        assertThat(question.answers()).containsExactly("rust", "the rust");
        assertThat(question.wrong()).containsExactly("ice");
        assertThat(question.relevant()).containsEntry("b", 2.0).containsEntry("c", 0.0);
        assertThat(question.asked()).isEqualTo(LocalDate.of(2024, 1, 30));
        assertThat(question.documents()).containsExactly("b");
        assertThat(question.hasAnswers()).isTrue();
        assertThat(question.hasEvidence()).isTrue();
    }

    @Test
    void aQuestionWithoutAnAnswerHasNoneWhateverStandsThere() throws IOException {
        LabelledQuestion question = read(
                        "questions.jsonl",
                        "{\"id\": \"1\", \"question\": \"Why?\", \"answerable\": false, \"answers\": [\"ice\"]}")
                .questions()
                .getFirst();

        assertThat(question.hasAnswers()).isFalse();
    }

    @Test
    void sentencesOfAClaimKeepTheirNumbers() throws IOException {
        LabelledClaim claim = read("claims.jsonl", """
                {"id": "1", "claim": "It rusts.", "evidence": ["a", "", "c"], "label": "supported", "supporting": [[0, 2], []]}
                """).claims().getFirst();

        assertThat(claim.evidence()).containsExactly("a", "", "c");
        assertThat(claim.supporting()).containsExactly(List.of(0, 2));
        assertThat(claim.isSupported()).isTrue();
    }
}
