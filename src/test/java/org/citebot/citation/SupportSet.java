package org.citebot.citation;

import java.util.ArrayList;
import java.util.List;
import org.citebot.language.WordLists;

/** Passages of invented news, with sentences that they prove and sentences that they do not. */
record SupportSet(List<Example> examples) {

    /**
     * A sentence about a passage.
     *
     * @param name of the passage
     * @param heldOut whether it is only measured, never worked with
     * @param kind of the change
     * @param supported whether the passage proves it
     */
    record Example(
            String name, boolean heldOut, TestPassage passage, String kind, String sentence, boolean supported) {}

    static SupportSet read() {
        List<Example> examples = new ArrayList<>();
        List<String> passage = new ArrayList<>();
        String name = "";
        for (String line : WordLists.lines(SupportSet.class, "support-set.txt")) {
            if (line.startsWith("= ")) {
                name = line.substring(2);
                passage.clear();
            } else if (line.startsWith("+ ") || line.startsWith("- ")) {
                String[] parts = line.substring(2).split(" \\| ", 2);
                TestPassage read = TestPassage.english(passage.toArray(String[]::new));
                examples.add(
                        new Example(name, name.endsWith(" held-out"), read, parts[0], parts[1], line.startsWith("+")));
            } else {
                passage.add(line);
            }
        }
        return new SupportSet(List.copyOf(examples));
    }

    List<Example> part(boolean heldOut, boolean supported) {
        return examples.stream()
                .filter(example -> example.heldOut() == heldOut && example.supported() == supported)
                .toList();
    }

    /** The share of a part that a checker takes for proved. */
    double kept(SupportChecker checker, boolean heldOut, boolean supported) {
        List<Example> part = part(heldOut, supported);
        long kept = part.stream()
                .filter(one -> checker.check(
                                one.sentence(),
                                one.passage().version(),
                                one.passage().passage())
                        instanceof Support.Supported)
                .count();
        return (double) kept / part.size();
    }
}
