package org.citebot.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML file of nested keys, flattened: {@code telegram: {token: x}} and {@code telegram.token: x} mean the same.
 *
 * @param name how messages call the file
 * @param entries by full key, in the order of the file
 */
record ConfigFile(String name, Map<String, Entry> entries) {

    private static final String ADVICE = "indent with spaces, not tabs, one 'key: value' a line, and put quotes around"
            + " a value that holds ': ' or ' #' or starts with a special character";

    /**
     * A value and where it stands.
     *
     * @param value as written, without quotes; empty where nothing is written
     * @param line counted from 1
     */
    record Entry(String value, int line) {}

    /** Reads a file; a missing one has no entries. Throws {@link ConfigException} for whatever is no map of keys. */
    static ConfigFile read(Path file) {
        String name = file.toString();
        try {
            return parse(name, Files.exists(file) ? Files.readString(file) : "");
        } catch (IOException e) {
            throw new ConfigException(List.of(name + ": cannot be read; it must be a text file in UTF-8"));
        }
    }

    static ConfigFile parse(String name, String text) {
        Node root = root(name, text);
        Reader reader = new Reader(name);
        if (root instanceof MappingNode mapping) {
            reader.addAll("", mapping);
        } else if (root != null && !Tag.NULL.equals(root.getTag())) {
            reader.problem(root, "the file holds no 'key: value'; " + ADVICE);
        }
        if (!reader.problems.isEmpty()) {
            throw new ConfigException(reader.problems);
        }
        return new ConfigFile(name, reader.entries);
    }

    private static @Nullable Node root(String name, String text) {
        if (text.isBlank()) {
            return null;
        }
        LoaderOptions options = new LoaderOptions();
        // A section that refers to itself would be read for ever.
        options.setMaxAliasesForCollections(0);
        try {
            return new Yaml(options).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            // The parser's own words quote the file, which may hold a token.
            throw new ConfigException(List.of(place(name, e.getProblemMark()) + ": is no YAML here; " + ADVICE));
        } catch (YAMLException e) {
            throw new ConfigException(List.of(
                    name + ": is no YAML that can be read: a control character, or sections nested without end"));
        }
    }

    private static String place(String name, @Nullable Mark mark) {
        return mark == null ? name : name + ":" + (mark.getLine() + 1);
    }

    /** Where a key stands, as a message begins; the key is in the file. */
    String place(String key) {
        Entry entry = entries.get(key);
        return entry == null ? name : name + ":" + entry.line;
    }

    /** Collects the entries of nested sections, and what is wrong with them. */
    private static final class Reader {

        private final String name;
        private final Map<String, Entry> entries = new LinkedHashMap<>();
        private final List<String> problems = new ArrayList<>();

        Reader(String name) {
            this.name = name;
        }

        void addAll(String prefix, MappingNode section) {
            for (NodeTuple tuple : section.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    add(prefix + key.getValue(), key, tuple.getValueNode());
                } else {
                    problem(tuple.getKeyNode(), "a key must be a word");
                }
            }
        }

        private void add(String key, Node keyNode, Node value) {
            switch (value) {
                case MappingNode section -> addAll(key + ".", section);
                case ScalarNode scalar -> addValue(key, keyNode, scalar);
                case SequenceNode list -> problem(list, "'" + key + "' is a list; it takes one value");
                default -> problem(value, "'" + key + "' has no value that can be read");
            }
        }

        private void addValue(String key, Node keyNode, ScalarNode scalar) {
            String value =
                    Tag.NULL.equals(scalar.getTag()) ? "" : scalar.getValue().strip();
            Entry before = entries.putIfAbsent(
                    key, new Entry(value, keyNode.getStartMark().getLine() + 1));
            if (before != null) {
                problem(keyNode, "'" + key + "' is already set in line " + before.line);
            }
        }

        void problem(Node node, String what) {
            problems.add(place(name, node.getStartMark()) + ": " + what);
        }
    }
}
