package org.citebot.answering.model;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaIterator;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.ModelParameters;
import de.kherud.llama.Pair;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.TokenUsage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A model from a GGUF file, run in this process by llama.cpp. One text is written at a time, by a thread that belongs to
 * the model, because native code would hold a virtual thread's carrier for as long as it runs. An interrupt stops the
 * writing at the next token. For many threads, which wait for each other.
 */
final class LlamaChatModel implements ChatModel, AutoCloseable {

    /** How much it reads and writes at once, in tokens: the memory for it is taken when the model is loaded. */
    private static final int CONTEXT_TOKENS = 8_192;

    /**
     * How much of a prompt is read without a look at whether it is still wanted, in UTF-16 units. The library cannot be
     * stopped while it reads; it remembers what it has read of a prompt that begins in the same way.
     */
    private static final int CHUNK = 2_000;

    private static final long CLOSING_SECONDS = 10;

    /**
     * Where the marks begin by which models of several families know the end of a message, or another speaker: in a text
     * that is data, they are broken up.
     */
    private static final Pattern CONTROL = Pattern.compile("(?<=<)(?=[|｜]|/?s>|(start|end)_of_|(bos|eos|pad|unk)>)"
            + "|(?<=\\[)(?=/?(INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL))");

    /**
     * What is lost on the way into the library: its JSON escapes no control characters, and its strings hold nothing
     * beyond the basic plane, such as emoji.
     */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\x{10000}-\\x{10FFFF}]");

    private final LlamaModel model;
    private final ModelSettings settings;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("llama").daemon(true).factory());

    private LlamaChatModel(LlamaModel model, ModelSettings settings) {
        this.model = model;
        this.settings = settings;
    }

    /**
     * Loads the file.
     *
     * @param natives where the native library is unpacked
     * @throws ModelUnavailableException if the file is no model, or there is no library for this machine
     */
    static LlamaChatModel load(ModelSettings settings, Path natives) {
        Path file = settings.path().orElseThrow();
        try {
            LlamaLibrary.start(natives);
            ModelParameters parameters = new ModelParameters()
                    .disableLog()
                    .setModel(file.toString())
                    .setCtxSize(CONTEXT_TOKENS)
                    .setThreads(Runtime.getRuntime().availableProcessors());
            return new LlamaChatModel(new LlamaModel(parameters), settings);
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new ModelUnavailableException("The model in " + file + " cannot be run here: check model.path", e);
        }
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        return write(request, part -> {});
    }

    /** The same model, telling each part that it writes; a call of it returns when all is written. */
    StreamingChatModel streaming() {
        return new StreamingChatModel() {
            @Override
            public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
                handler.onCompleteResponse(write(request, handler::onPartialResponse));
            }
        };
    }

    private ChatResponse write(ChatRequest request, Consumer<String> parts) {
        AtomicBoolean cancelled = new AtomicBoolean();
        Future<ChatResponse> response = writer.submit(() -> write(request, cancelled, parts));
        try {
            return response.get();
        } catch (InterruptedException e) {
            cancelled.set(true);
            response.cancel(false);
            Thread.currentThread().interrupt();
            throw new TimeoutException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    /** Stops writing, and frees the model when the writing has stopped. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        writer.shutdown();
        try {
            if (writer.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                model.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ChatResponse write(ChatRequest request, AtomicBoolean cancelled, Consumer<String> parts) {
        String prompt = model.applyTemplate(
                new InferenceParameters("").setMessages(system(request), List.of(new Pair<>("user", user(request)))));
        int read = model.encode(prompt).length;
        int most = CONTEXT_TOKENS - settings.maxOutputTokens();
        if (read > most) {
            throw new PromptTooLongException(read, most);
        }
        for (int end = CHUNK; end < prompt.length() && !stopped(cancelled); end += CHUNK) {
            model.complete(new InferenceParameters(prompt.substring(0, end))
                    .setCachePrompt(true)
                    .setNPredict(1));
        }
        StringBuilder text = new StringBuilder();
        int written = stopped(cancelled) ? 0 : generate(prompt, cancelled, text, parts);
        return ChatResponse.builder()
                .aiMessage(AiMessage.from(text.toString()))
                .tokenUsage(new TokenUsage(read, written))
                .build();
    }

    private int generate(String prompt, AtomicBoolean cancelled, StringBuilder text, Consumer<String> parts) {
        InferenceParameters parameters =
                new InferenceParameters(prompt).setCachePrompt(true).setNPredict(settings.maxOutputTokens());
        settings.temperature().ifPresent(temperature -> parameters.setTemperature((float) temperature));
        int written = 0;
        LlamaIterator tokens = model.generate(parameters).iterator();
        while (tokens.hasNext()) {
            if (stopped(cancelled)) {
                tokens.cancel();
                break;
            }
            String part = tokens.next().toString();
            text.append(part);
            parts.accept(part);
            written++;
        }
        return written;
    }

    private boolean stopped(AtomicBoolean cancelled) {
        return cancelled.get() || closed.get();
    }

    private static String system(ChatRequest request) {
        return request.messages().stream()
                .filter(SystemMessage.class::isInstance)
                .map(message -> printable(((SystemMessage) message).text()))
                .collect(Collectors.joining("\n\n"));
    }

    private static String user(ChatRequest request) {
        return request.messages().stream()
                .filter(UserMessage.class::isInstance)
                .map(LlamaChatModel::data)
                .collect(Collectors.joining("\n\n"));
    }

    private static String data(ChatMessage message) {
        String text = ((UserMessage) message).singleText();
        return CONTROL.matcher(printable(text)).replaceAll(" ");
    }

    private static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ");
    }
}
