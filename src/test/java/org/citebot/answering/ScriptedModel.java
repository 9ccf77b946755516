package org.citebot.answering;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A language model that writes what a test tells it to, and remembers what it was asked. For one thread. */
final class ScriptedModel implements LanguageModel {

    private static final Pattern PASSAGE = Pattern.compile(
            "(?s)<<(\\p{XDigit}{32}) passage (\\d+)>>\\nOutlet: [^\\n]*\\n(.*?)\\n<<\\1 end of passage \\2>>");

    private final Function<ModelPrompt, ModelReply> script;
    private final List<ModelPrompt> prompts = new ArrayList<>();
    private final List<Duration> times = new ArrayList<>();

    ScriptedModel(Function<ModelPrompt, ModelReply> script) {
        this.script = script;
    }

    static ScriptedModel saying(String reply) {
        return new ScriptedModel(prompt -> new ModelReply.Written(reply, 0, 0));
    }

    static ScriptedModel failing(ModelReply.Failed.Cause cause) {
        return new ScriptedModel(prompt -> new ModelReply.Failed(cause));
    }

    /** The passages of a prompt, as a model that keeps to the marks reads them. */
    static List<String> passages(ModelPrompt prompt) {
        List<String> passages = new ArrayList<>();
        Matcher matcher = PASSAGE.matcher(prompt.user());
        while (matcher.find()) {
            passages.add(matcher.group(3));
        }
        return passages;
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public ModelReply write(ModelPrompt prompt, Duration within) {
        prompts.add(prompt);
        times.add(within);
        return script.apply(prompt);
    }

    /** Tells what it writes word by word. */
    @Override
    public ModelReply write(ModelPrompt prompt, Duration within, Consumer<String> soFar) {
        ModelReply reply = write(prompt, within);
        if (reply instanceof ModelReply.Written written) {
            StringBuilder text = new StringBuilder();
            for (String word : written.text().split("(?<= )", -1)) {
                soFar.accept(text.append(word).toString());
            }
        }
        return reply;
    }

    List<ModelPrompt> prompts() {
        return prompts;
    }

    List<Duration> times() {
        return times;
    }
}
