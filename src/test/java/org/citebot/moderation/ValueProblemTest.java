package org.citebot.moderation;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.citebot.language.PhrasebookCheck;
import org.junit.jupiter.api.Test;

class ValueProblemTest {

    @Test
    void everyProblemIsToldInEveryLanguage() {
        PhrasebookCheck check = PhrasebookCheck.of(ValueProblem.class, "values", Set.of("length", "most"));

        check.isComplete(
                Arrays.stream(ValueProblem.values()).map(ValueProblem::key).collect(Collectors.toSet()));
        check.isTranslated(Set.of());
    }
}
