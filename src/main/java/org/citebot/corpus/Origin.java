package org.citebot.corpus;

import java.nio.file.Path;

/**
 * Where a document came from. What is kept in step with one origin leaves the documents of every other alone.
 *
 * @param name {@code added} for a document that somebody added by itself, {@code corpus} for one of the folder that the
 *     settings name, wherever that lies, {@code folder:PATH} for one of another folder
 */
public record Origin(String name) {

    /** Documents that somebody added by themselves. */
    public static final Origin ADDED = new Origin("added");

    /** The documents of the folder that the settings name. */
    public static final Origin CORPUS_FOLDER = new Origin("corpus");

    /** The documents of another folder, called by its real path. */
    public static Origin folder(Path realPath) {
        return new Origin("folder:" + realPath);
    }

    @Override
    public String toString() {
        return name;
    }
}
