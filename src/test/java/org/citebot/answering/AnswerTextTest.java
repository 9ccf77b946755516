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
        "2024-03-31, today",
        "2024-03-30, 1 day ago",
        "2024-03-01, 30 days ago",
        "2024-02-29, 1 month ago",
        "2023-04-01, 11 months ago",
        "2023-03-31, 1 year ago",
        "1999-01-01, 25 years ago",
        "2024-04-02, in 2 days"
    })
    void tellsTheAgeOfADay(LocalDate day, String age) {
        assertThat(AnswerText.age(day, TODAY)).isEqualTo(age);
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
