package org.citebot.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks a bot that runs on this machine how it is. */
final class RunningBot {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private RunningBot() {}

    /**
     * One line.
     *
     * @throws UserError if none answers, or one that is not well
     */
    static String health(MonitoringSettings settings) {
        String address = "http://" + settings.host() + ":" + settings.port() + "/health";
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(PATIENCE)
                    .build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return line(address, new ObjectMapper().readTree(response.body()));
        } catch (ConnectException e) {
            return "none: nothing listens at " + address;
        } catch (IOException e) {
            throw new UserError(ExitCode.FAILED, "what listens at " + address + " is no Citebot that runs");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError(ExitCode.FAILED, "Interrupted.");
        }
    }

    private static String line(String address, JsonNode health) {
        List<String> ill = new ArrayList<>();
        health.path("checks").properties().forEach(check -> {
            if (!check.getValue().path("healthy").asBoolean()) {
                ill.add(check.getKey() + ": " + check.getValue().path("detail").asText());
            }
        });
        if (health.path("healthy").asBoolean()) {
            return "well, at " + address;
        }
        throw new UserError(ExitCode.FAILED, "not well: " + String.join("; ", ill));
    }
}
