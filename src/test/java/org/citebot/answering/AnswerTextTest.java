package org.citebot.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTextTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 3, 31);

    @ParameterizedTest
    @CsvSource({
        "0, today",
        "1, yesterday",
        "3, 3 days ago",
        "13, 13 days ago",
        "14, 2 weeks ago",
        "59, 8 weeks ago",
        "92, 3 months ago",
        "366, 1 year ago",
        "800, 2 years ago",
        "-1, tomorrow",
        "-4, in 4 days"
    })
    void tellsTheAgeOfADay(int days, String age) {
        assertThat(Age.inWords(TODAY.minusDays(days), TODAY)).isEqualTo(age);
    }

    @Test
    void tellsAWindowOfDays() {
        LocalDate from = LocalDate.of(2024, 1, 3);

        assertThat(AnswerText.days(from, TODAY)).isEqualTo("3 Jan 2024 to 31 Mar 2024");
        assertThat(AnswerText.days(from, from)).isEqualTo("3 Jan 2024");
        assertThat(AnswerText.days(from, null)).isEqualTo("since 3 Jan 2024");
        assertThat(AnswerText.days(null, from)).isEqualTo("until 3 Jan 2024");
    }

    @Test
    void tellsWhatWasSearched() {
        assertThat(AnswerText.of(new Searched(1, null, null))).isEqualTo("1 document");
        assertThat(AnswerText.of(new Searched(12, TODAY, TODAY))).isEqualTo("12 documents (31 Mar 2024)");
    }
}
