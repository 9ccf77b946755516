package org.citebot.telegram;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.citebot.answering.Answer;
import org.citebot.answering.Question;
import org.citebot.answering.QuestionAnswerer;

/** Answers as a test says, and remembers what it was asked. */
final class ScriptedAnswerer implements QuestionAnswerer {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Duration deadline = USUAL_DEADLINE;
    private volatile Function<String, Answer> script = SampleAnswers::ferry;

    /** From here on answers like this; may throw or hang. */
    void script(Function<String, Answer> newScript) {
        script = newScript;
    }

    /** From the next start on. */
    void deadline(Duration longest) {
        deadline = longest;
    }

    @Override
    public Duration deadline() {
        return deadline;
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Answer answer(Question question) {
        asked.add(question.text());
        return script.apply(question.text());
    }
}
