package org.citebot.answering.model;

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
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.citebot.answering.ModelPrompt;
import org.citebot.answering.ModelReply.Failed.Cause;
import org.citebot.answering.model.CallResult.Broke;
import org.citebot.answering.model.CallResult.Wrote;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call of a chat model of LangChain4j, ended in time whatever the model does: its read time-out counts until an
 * answer begins, so a server that trickles would never meet it. LangChain4j's exceptions end here.
 */
final class ChatModelCall implements ModelCall {

    private static final Logger LOG = LoggerFactory.getLogger(ChatModelCall.class);

    private final ChatModel model;
    private final @Nullable StreamingChatModel streaming;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @param streaming the same model, telling what it writes; null for one that cannot */
    ChatModelCall(ChatModel model, @Nullable StreamingChatModel streaming) {
        this.model = model;
        this.streaming = streaming;
    }

    @Override
    public CallResult call(ModelPrompt prompt, Duration within) {
        return call(within, () -> model.chat(request(prompt)));
    }

    @Override
    public CallResult call(ModelPrompt prompt, Duration within, Consumer<String> soFar) {
        StreamingChatModel telling = streaming;
        return telling == null ? call(prompt, within) : call(within, () -> stream(telling, request(prompt), soFar));
    }

    /** Returns when all is written; an interrupt ends it. */
    private static ChatResponse stream(StreamingChatModel telling, ChatRequest request, Consumer<String> soFar)
            throws InterruptedException, ExecutionException {
        CompletableFuture<ChatResponse> whole = new CompletableFuture<>();
        telling.chat(request, new StreamingChatResponseHandler() {

            private final StringBuilder text = new StringBuilder();

            @Override
            public void onPartialResponse(String part) {
                soFar.accept(text.append(part).toString());
            }

            @Override
            public void onCompleteResponse(ChatResponse response) {
                whole.complete(response);
            }

            @Override
            public void onError(Throwable error) {
                whole.completeExceptionally(error);
            }
        });
        return whole.get();
    }

    private CallResult call(Duration within, Callable<ChatResponse> task) {
        if (!within.isPositive()) {
            return new Broke(Cause.TIMEOUT, false, true, null);
        }
        Future<ChatResponse> response = threads.submit(task);
        try {
            return translate(response.get(within.toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException e) {
            return translate(e.getCause() == null ? e : e.getCause());
        } catch (java.util.concurrent.TimeoutException e) {
            return new Broke(Cause.TIMEOUT, false, false, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Broke(Cause.TIMEOUT, false, false, null);
        } finally {
            response.cancel(true);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        if (model instanceof LlamaChatModel llama) {
            llama.close();
        }
    }

    private static ChatRequest request(ModelPrompt prompt) {
        List<ChatMessage> messages = new ArrayList<>();
        if (!prompt.system().isBlank()) {
            messages.add(SystemMessage.from(prompt.system()));
        }
        messages.add(UserMessage.from(prompt.user()));
        return ChatRequest.builder().messages(messages).build();
    }

    private static CallResult translate(ChatResponse response) {
        String text = response.aiMessage().text();
        TokenUsage usage = response.tokenUsage();
        return new Wrote(
                text == null ? "" : text,
                usage == null ? -1 : count(usage.inputTokenCount()),
                usage == null ? -1 : count(usage.outputTokenCount()));
    }

    private static int count(@Nullable Integer tokens) {
        return tokens == null ? -1 : tokens;
    }

    private static CallResult translate(Throwable failure) {
        Broke broke = find(failure, RefusedRequestException.class)
                .map(ChatModelCall::ofStatus)
                .orElseGet(() -> ofFailure(failure));
        LOG.atDebug().log("The call of the model failed: {} ({})", broke.cause(), kinds(failure));
        return broke;
    }

    private static Broke ofStatus(RefusedRequestException refused) {
        int status = refused.statusCode();
        boolean retryable = status == 408 || status == 429 || status >= 500;
        Cause cause = status == 408 ? Cause.TIMEOUT : status >= 500 ? Cause.UNAVAILABLE : Cause.REFUSED;
        String remedy = "HTTP " + status + ": " + advice(status);
        if (!retryable) {
            LOG.warn("The model's server refuses with {}", remedy);
        }
        return new Broke(cause, retryable, true, refused.retryAfter(), remedy);
    }

    private static String advice(int status) {
        return switch (status) {
            case 401, 402, 403 -> "check model.key, and what it may be used for";
            case 404 -> "check model.name and model.url";
            case 400, 422 -> "check model.name, model.temperature and model.max-output-tokens";
            case 429 -> "it is asked too often, or the quota is used up; look at your account there";
            case 408, 500, 502, 503, 504, 529 -> "it is in trouble itself; try again later";
            default -> "check model.url";
        };
    }

    private static Broke ofFailure(Throwable failure) {
        if (find(failure, ConnectException.class).isPresent()
                || find(failure, HttpConnectTimeoutException.class).isPresent()
                || find(failure, UnresolvedAddressException.class).isPresent()) {
            return new Broke(Cause.UNAVAILABLE, true, true, null);
        }
        if (find(failure, TimeoutException.class).isPresent()) {
            return new Broke(Cause.TIMEOUT, false, false, null);
        }
        if (find(failure, PromptTooLongException.class).isPresent()) {
            return new Broke(Cause.REFUSED, false, true, null);
        }
        if (find(failure, IOException.class).isEmpty()) {
            LOG.warn("The model's answer cannot be read: {}", kinds(failure));
        }
        return new Broke(Cause.UNAVAILABLE, true, false, null);
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> kind) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 10; depth++, cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return Optional.of(kind.cast(cause));
            }
        }
        return Optional.empty();
    }

    /** Without their messages, which may quote what was sent. */
    private static String kinds(Throwable failure) {
        StringBuilder kinds = new StringBuilder(failure.getClass().getSimpleName());
        Throwable cause = failure.getCause();
        for (int depth = 0; cause != null && depth < 10; depth++, cause = cause.getCause()) {
            kinds.append(" < ").append(cause.getClass().getSimpleName());
        }
        return kinds.toString();
    }
}
