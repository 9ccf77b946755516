package org.citebot.app;

import java.nio.file.Path;
import org.citebot.answering.model.ModelSettings;
import org.citebot.config.Settings;
import org.citebot.telegram.TelegramSettings;

/**
 * Every setting there is.
 *
 * @param data the folder that holds all state
 * @param folder the folder of documents that is kept in step
 * @param embedding whether passages are found by meaning too
 * @param model those of the model that writes answers
 * @param telegram those of the bot
 * @param monitoring where its health and figures are served
 */
public record AllSettings(
        Path data,
        Path folder,
        boolean embedding,
        ModelSettings model,
        TelegramSettings telegram,
        MonitoringSettings monitoring) {

    /** Reads them all; relative paths count from the project's own folder. Mistakes show when the settings are verified. */
    public static AllSettings read(Settings settings, Path home) {
        return new AllSettings(
                settings.value("data", "data", "Folder of all state: the store, the index, the model", home::resolve),
                settings.value(
                        "corpus.folder",
                        "seeds",
                        "Folder of documents that is kept in step with the corpus",
                        home::resolve),
                settings.value(
                        "retrieval.embedding",
                        "true",
                        "Find passages by meaning too (true), or by words alone (false)",
                        AllSettings::truth),
                ModelSettings.read(settings, home),
                TelegramSettings.read(settings),
                MonitoringSettings.read(settings));
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("true or false");
        };
    }
}
