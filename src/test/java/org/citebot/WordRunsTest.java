package org.citebot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordRunsTest {

    private static final WordRuns RUNS = new WordRuns("The miller’s cat slept all day, and woke at dusk.", 5);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "They say that cat slept all day and left",
                "CAT -- slept, ALL day; and",
                "cat\n * slept all\n * day and",
                "\"cat slept \" + \"all\\nday and\"",
                "the MILLER'S cat slept"
            })
    void findsACopiedRunWhateverStandsBetweenItsWords(String text) {
        assertThat(RUNS.firstShared(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cat slept all day", "cat slept all the day and woke", "day all slept cat the"})
    void findsNothingInShorterOrOtherWords(String text) {
        assertThat(RUNS.firstShared(text)).isEmpty();
    }

    @Test
    void aSourceShorterThanTheRunIsNeverFound() {
        assertThat(new WordRuns("one two", 3).firstShared("one two")).isEmpty();
    }
}
