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
                "Што сказаў ISW на мінулым тыдні?, 2024-02-05, 2024-02-11",
                "Что сообщили вчера?, 2024-02-13, 2024-02-13",
                "Что сообщили на прошлой неделе?, 2024-02-05, 2024-02-11",
                "Що повідомили минулого тижня?, 2024-02-05, 2024-02-11",
                "Co powiedziano w zeszłym tygodniu?, 2024-02-05, 2024-02-11",
                "Co powiedziano wczoraj?, 2024-02-13, 2024-02-13",
                "Кто выступил с 1 января?, 2024-01-01, -",
                "Хто выступіў з 1 студзеня?, 2024-01-01, -",
                "Хто виступив з 1 січня 2024 року?, 2024-01-01, -",
                "Kto przemawiał od 1 stycznia?, 2024-01-01, -",
                "What was agreed in January?, 2024-01-01, 2024-01-31",
                "What was agreed in March?, 2023-03-01, 2023-03-31",
                "What was agreed in February?, 2024-02-01, 2024-02-29",
                "What did he say in December 2022?, 2022-12-01, 2022-12-31",
                "О чём договорились в январе?, 2024-01-01, 2024-01-31",
                "Про що домовилися у січні?, 2024-01-01, 2024-01-31",
                "Пра што дамовіліся ў студзені?, 2024-01-01, 2024-01-31",
                "Na co się umówiono w styczniu?, 2024-01-01, 2024-01-31",
                "What did he say in the last 3 days?, 2024-02-12, 2024-02-14",
                "Что он сказал за последние 2 недели?, 2024-02-01, 2024-02-14",
                "Co powiedział w ciągu ostatnich 3 dni?, 2024-02-12, 2024-02-14",
                "What was decided this year?, 2024-01-01, 2024-02-14",
                "Что решили в этом году?, 2024-01-01, 2024-02-14"
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
                "What happened in 2020?",
                "What happened on 1 May 1945?",
                "What happened in June/July 1754?",
                "Что случилось в период с 2004 по 2014 год?",
                "Would it rain in marching season?"
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
                "последние новости",
                "останні новини",
                "апошнія навіны",
                "najnowsze wiadomości"
            })
    void knowsWhatAsksForTheLatest(String question) {
        assertThat(DateExpressions.asksForLatest(question)).isTrue();
    }
}
