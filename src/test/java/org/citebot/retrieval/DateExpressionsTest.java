package org.citebot.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateExpressionsTest {

    /** A Wednesday. */
    private static final LocalDate TODAY = LocalDate.of(2024, 2, 14);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "What happened today?, 2024-02-14, 2024-02-14",
                "What did he say yesterday?, 2024-02-13, 2024-02-13",
                "What did ISW say this week?, 2024-02-12, 2024-02-14",
                "What did ISW say last week?, 2024-02-05, 2024-02-11",
                "What was said last month?, 2024-01-01, 2024-01-31",
                "What has ISW said since 2024-01-29?, 2024-01-29, -",
                "What has ISW said since 29 January 2024?, 2024-01-29, -",
                "What has ISW said since the weekend and since 1st of February?, 2024-02-01, -",
                "What has ISW said since January 29?, 2024-01-29, -",
                "since Jan 29, 2024-01-29, -",
                "What changed since December?, 2023-12-01, -",
                "What changed since 2022?, 2022-01-01, -",
                "Что сказал ISW сегодня?, 2024-02-14, 2024-02-14",
                "Что сказал ISW с 29 января 2024?, 2024-01-29, -",
                "Що сказали вчора?, 2024-02-13, 2024-02-13",
                "Што сказаў ISW на мінулым тыдні?, 2024-02-05, 2024-02-11"
            })
    void findsTheWindow(String question, LocalDate from, @Nullable LocalDate to) {
        assertThat(DateExpressions.find(question, TODAY))
                .isNotNull()
                .extracting(DateWindow::from, DateWindow::to)
                .containsExactly(from, to);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What did ISW say?",
                "What did the todays of the past bring?",
                "since 30 February 2024",
                "since when?",
                "What happened in 2020?"
            })
    void findsNoneWhereNoneIsTold(String question) {
        assertThat(DateExpressions.find(question, TODAY)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is the latest on Belarus?",
                "the NEWEST report",
                "most recent statement",
                "последние новости"
            })
    void knowsWhatAsksForTheLatest(String question) {
        assertThat(DateExpressions.asksForLatest(question)).isTrue();
    }
}
