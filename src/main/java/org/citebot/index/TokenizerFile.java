package org.citebot.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citebot.index.TokenTemplate.Part;

/**
 * A {@code tokenizer.json} of Hugging Face's {@code tokenizers}. Two kinds are known: WordPiece, of BERT and what descends
 * from it, and Unigram, of XLM-RoBERTa and most multilingual models. Whatever else stands in the file is refused, because
 * a model that reads other numbers than it learned judges at random.
 */
final class TokenizerFile {

    private static final Set<String> UNIGRAM_NORMALIZERS =
            Set.of("", "Precompiled", "NFKC", "Nmt", "Sequence", "Replace", "Strip");
    private static final Set<String> UNIGRAM_SPLITTERS = Set.of("Sequence", "WhitespaceSplit", "Metaspace");

    private final Path file;
    private final JsonNode json;
    private final Map<String, Long> marks = new HashMap<>();

    private TokenizerFile(Path file, JsonNode json) {
        this.file = file;
        this.json = json;
        json.path("added_tokens")
                .forEach(token -> marks.put(
                        token.path("content").asText(), token.path("id").asLong()));
    }

    /** @throws ModelFileException if it is none, or of another kind */
    static Tokenizer read(Path file) {
        try {
            return new TokenizerFile(file, new JsonMapper().readTree(file.toFile())).tokenizer();
        } catch (IOException e) {
            throw new ModelFileException(
                    file + " is no tokenizer.json: " + e.getClass().getSimpleName(), e);
        }
    }

    private Tokenizer tokenizer() {
        String type = json.path("model").path("type").asText();
        PieceTokenizer.Pieces pieces = switch (type) {
            case "WordPiece" -> wordPieces();
            case "Unigram" -> unigrams();
            case "" -> throw new ModelFileException(file + " is no tokenizer.json: it names no type of model");
            default -> throw unknown("a model of type " + type);
        };
        return new PieceTokenizer(pieces, template("single", 1), template("pair", 2));
    }

    private PieceTokenizer.Pieces wordPieces() {
        JsonNode normalizer = json.path("normalizer");
        if (!"BertNormalizer".equals(type(normalizer))
                || !"BertPreTokenizer".equals(type(json.path("pre_tokenizer")))) {
            throw unknown("WordPiece without BERT's own normalizer and pre-tokenizer");
        }
        boolean lowercase = normalizer.path("lowercase").asBoolean();
        if (normalizer.path("strip_accents").asBoolean(lowercase) != lowercase) {
            throw unknown("capitals and accents treated differently");
        }
        Map<String, Integer> vocabulary = new HashMap<>();
        json.path("model")
                .path("vocab")
                .properties()
                .forEach(
                        entry -> vocabulary.put(entry.getKey(), entry.getValue().asInt()));
        return new WordPieceTokenizer(vocabulary, lowercase);
    }

    private PieceTokenizer.Pieces unigrams() {
        check(json.path("normalizer"), "normalizers", UNIGRAM_NORMALIZERS);
        check(json.path("pre_tokenizer"), "pretokenizers", UNIGRAM_SPLITTERS);
        List<String> pieces = new ArrayList<>();
        List<Double> scores = new ArrayList<>();
        json.path("model").path("vocab").forEach(entry -> {
            pieces.add(entry.path(0).asText());
            scores.add(entry.path(1).asDouble());
        });
        int unknown = json.path("model").path("unk_id").asInt(-1);
        if (unknown < 0 || unknown >= pieces.size()) {
            throw unknown("a vocabulary without an unknown piece");
        }
        if (json.path("model").path("byte_fallback").asBoolean()) {
            throw unknown("bytes in the place of unknown characters");
        }
        return new UnigramPieces(pieces, scores, unknown);
    }

    private void check(JsonNode step, String inSequence, Set<String> known) {
        if (!known.contains(type(step))) {
            throw unknown(type(step).isEmpty() ? "no splitting at white space" : type(step));
        }
        step.path(inSequence).forEach(each -> check(each, inSequence, known));
    }

    private TokenTemplate template(String name, int texts) {
        JsonNode processor = json.path("post_processor");
        return switch (type(processor)) {
            case "TemplateProcessing" -> templateProcessing(processor, name);
            case "BertProcessing" -> framed(processor, texts, false);
            case "RobertaProcessing" -> framed(processor, texts, true);
            default -> throw unknown("marks by " + type(processor));
        };
    }

    private TokenTemplate templateProcessing(JsonNode processor, String name) {
        List<Part> parts = new ArrayList<>();
        for (JsonNode part : processor.path(name)) {
            JsonNode mark = part.path("SpecialToken");
            JsonNode text = part.path("Sequence");
            parts.add(
                    mark.isMissingNode()
                            ? Part.ofText(
                                    "B".equals(text.path("id").asText()) ? 1 : 0,
                                    text.path("type_id").asLong())
                            : Part.ofMark(
                                    mark(mark.path("id").asText()),
                                    mark.path("type_id").asLong()));
        }
        return new TokenTemplate(parts);
    }

    /** The marks that older files name: of BERT one between two texts, of RoBERTa two. */
    private static TokenTemplate framed(JsonNode processor, int texts, boolean twice) {
        long first = processor.path("cls").path(1).asLong();
        long last = processor.path("sep").path(1).asLong();
        List<Part> parts = new ArrayList<>(List.of(Part.ofMark(first, 0), Part.ofText(0, 0), Part.ofMark(last, 0)));
        if (texts == 2) {
            long type = twice ? 0 : 1;
            if (twice) {
                parts.add(Part.ofMark(last, 0));
            }
            parts.addAll(List.of(Part.ofText(1, type), Part.ofMark(last, type)));
        }
        return new TokenTemplate(parts);
    }

    private long mark(String name) {
        Long number = marks.get(name);
        if (number == null) {
            throw new ModelFileException(file + " does not number its mark " + name);
        }
        return number;
    }

    private static String type(JsonNode step) {
        return step.path("type").asText();
    }

    private ModelFileException unknown(String what) {
        return new ModelFileException(file + " tells of " + what
                + ", which is not known here: tokenizers of BERT (WordPiece) and XLM-RoBERTa (Unigram) are");
    }
}
