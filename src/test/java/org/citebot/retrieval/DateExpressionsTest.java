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

    private final DateExpressions dates = new DateExpressions();

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
                "What has ISW said since the summit and since 1st of February?, 2024-02-01, -",
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
                "Что решили в этом году?, 2024-01-01, 2024-02-14",
                // Ranges
                "What did ISW say between 29 January and 5 February?, 2024-01-29, 2024-02-05",
                "What did ISW say between 29 January 2023 and 5 February 2024?, 2023-01-29, 2024-02-05",
                "What did ISW say from January to March?, 2024-01-01, 2024-03-31",
                "What did ISW say from November to March 2023?, 2022-11-01, 2023-03-31",
                "What did ISW say between March and January 2023?, 2022-03-01, 2023-01-31",
                "What did ISW say between March 2023 and January 2023?, 2023-01-01, 2023-03-31",
                "What did ISW say from 10 December to 5 January?, 2023-12-10, 2024-01-05",
                "What did ISW say from 2024-01-29 to 2024-02-02?, 2024-01-29, 2024-02-02",
                "What did ISW say from 1 to 15 January?, 2024-01-01, 2024-01-15",
                "What did ISW say in January–February 2023?, 2023-01-01, 2023-02-28",
                "What did ISW say 1-15 January 2023?, 2023-01-01, 2023-01-15",
                "What did ISW say from Monday to yesterday?, 2024-02-12, 2024-02-13",
                "What was said between 2021 and 2022?, 2021-01-01, 2022-12-31",
                "Что сказал ISW между 29 января и 5 февраля?, 2024-01-29, 2024-02-05",
                "Что сказал ISW с января по март?, 2024-01-01, 2024-03-31",
                "Что сказал ISW с 1 по 15 января 2024 года?, 2024-01-01, 2024-01-15",
                "Что говорили с 2004 по 2014 год?, 2004-01-01, 2014-12-31",
                "Що сказав ISW між 29 січня та 5 лютого?, 2024-01-29, 2024-02-05",
                "Що сказав ISW з січня до березня 2023 року?, 2023-01-01, 2023-03-31",
                "Што сказаў ISW паміж 29 студзеня і 5 лютага?, 2024-01-29, 2024-02-05",
                "Што сказаў ISW са студзеня?, 2024-01-01, -",
                "Што сказаў ISW з 1 па 15 студзеня?, 2024-01-01, 2024-01-15",
                "Co powiedział ISW między 29 stycznia a 5 lutego?, 2024-01-29, 2024-02-05",
                "Co powiedział ISW od stycznia do marca 2023 roku?, 2023-01-01, 2023-03-31",
                // Bounds
                "What did ISW say before 29 January 2024?, -, 2024-01-28",
                "What did ISW say after 29 January 2024?, 2024-01-30, -",
                "What did ISW say after January?, 2024-02-01, -",
                "What did ISW say until 29 January 2024?, -, 2024-01-29",
                "What did ISW say until March 2023?, -, 2023-02-28",
                "What did ISW say through March 2023?, -, 2023-03-31",
                "What did ISW say before 2022?, -, 2021-12-31",
                "What did ISW say after 2022 about Belarus?, 2023-01-01, -",
                "What has ISW said since Monday?, 2024-02-12, -",
                "What has ISW said since last week?, 2024-02-05, -",
                "What has ISW said since yesterday?, 2024-02-13, -",
                "What has ISW said since two weeks ago?, 2024-01-29, -",
                "What has ISW said since the beginning of the year?, 2024-01-01, -",
                "What has ISW said since the weekend?, 2024-02-10, -",
                "Что сказал ISW до 29 января?, -, 2024-01-29",
                "Что сказал ISW до марта 2023 года?, -, 2023-02-28",
                "Что сказал ISW после 29.01.2024?, 2024-01-30, -",
                "Что сказал ISW по 15 января?, -, 2024-01-15",
                "Что сказал ISW с начала года?, 2024-01-01, -",
                "Що сказав ISW після 29 січня?, 2024-01-30, -",
                "Що сказав ISW до 2022 року?, -, 2021-12-31",
                "Що сказав ISW перед 29 січня?, -, 2024-01-28",
                "Што сказаў ISW пасля 29 студзеня?, 2024-01-30, -",
                "Што сказаў ISW да 29 студзеня?, -, 2024-01-29",
                "Co powiedział ISW przed 29 stycznia?, -, 2024-01-28",
                "Co powiedział ISW po 29 stycznia?, 2024-01-30, -",
                "Co powiedział ISW od początku roku?, 2024-01-01, -",
                // Counted from today
                "What did ISW say this quarter?, 2024-01-01, 2024-02-14",
                "What did ISW say last quarter?, 2023-10-01, 2023-12-31",
                "What did ISW say last year?, 2023-01-01, 2023-12-31",
                "What did ISW say last Monday?, 2024-02-12, 2024-02-12",
                "What did ISW say last Wednesday?, 2024-02-07, 2024-02-07",
                "What did ISW say last January?, 2024-01-01, 2024-01-31",
                "What did ISW say last spring?, 2023-03-01, 2023-05-31",
                "What did ISW say last weekend?, 2024-02-10, 2024-02-11",
                "What did ISW say the day before yesterday?, 2024-02-12, 2024-02-12",
                "What did ISW say 3 days ago?, 2024-02-11, 2024-02-11",
                "What did ISW say a week ago?, 2024-02-05, 2024-02-11",
                "What did ISW say two months ago?, 2023-12-01, 2023-12-31",
                "What did ISW say over the past week?, 2024-02-08, 2024-02-14",
                "What did ISW say in the last month?, 2024-01-15, 2024-02-14",
                "What did ISW say in the last few days?, 2024-02-12, 2024-02-14",
                "What did ISW say in the last 24 hours?, 2024-02-13, 2024-02-14",
                "What did ISW say in the past three weeks?, 2024-01-25, 2024-02-14",
                "Что сказали в прошлом году?, 2023-01-01, 2023-12-31",
                "Что сказали в прошлый понедельник?, 2024-02-12, 2024-02-12",
                "Что сказали позавчера?, 2024-02-12, 2024-02-12",
                "Что сказали три дня назад?, 2024-02-11, 2024-02-11",
                "Что сказали неделю назад?, 2024-02-05, 2024-02-11",
                "Что сказали за последнюю неделю?, 2024-02-08, 2024-02-14",
                "Что сказали за последние несколько дней?, 2024-02-12, 2024-02-14",
                "Что сказали в этом квартале?, 2024-01-01, 2024-02-14",
                "Что сказали прошлым летом?, 2023-06-01, 2023-08-31",
                "Що сказали минулого року?, 2023-01-01, 2023-12-31",
                "Що сказали минулого понеділка?, 2024-02-12, 2024-02-12",
                "Що сказали два тижні тому?, 2024-01-29, 2024-02-04",
                "Що сказали за останній тиждень?, 2024-02-08, 2024-02-14",
                "Што сказалі ў мінулым годзе?, 2023-01-01, 2023-12-31",
                "Што сказалі два тыдні таму?, 2024-01-29, 2024-02-04",
                "Што сказалі за апошні тыдзень?, 2024-02-08, 2024-02-14",
                "Co powiedziano w zeszłym roku?, 2023-01-01, 2023-12-31",
                "Co powiedziano w zeszły poniedziałek?, 2024-02-12, 2024-02-12",
                "Co powiedziano dwa tygodnie temu?, 2024-01-29, 2024-02-04",
                "Co powiedziano w ostatnim tygodniu?, 2024-02-08, 2024-02-14",
                "Co powiedziano w ciągu ostatnich dwóch tygodni?, 2024-02-01, 2024-02-14",
                // Parts of a year
                "What did ISW say in the first half of 2024?, 2024-01-01, 2024-06-30",
                "What did ISW say in the second half of January?, 2024-01-16, 2024-01-31",
                "What did ISW say in the first half of the year?, 2024-01-01, 2024-06-30",
                "What did ISW say in Q4 2023?, 2023-10-01, 2023-12-31",
                "What did ISW say in the third quarter of 2023?, 2023-07-01, 2023-09-30",
                "What did ISW say in the last quarter of 2023?, 2023-10-01, 2023-12-31",
                "What did ISW say in 2023?, 2023-01-01, 2023-12-31",
                "What did ISW say in 2026?, 2026-01-01, 2026-12-31",
                "What did ISW say in spring?, 2023-03-01, 2023-05-31",
                "What did ISW say in the summer of 2022?, 2022-06-01, 2022-08-31",
                "What did ISW say this winter?, 2023-12-01, 2024-02-14",
                "What did ISW say in winter 2024?, 2023-12-01, 2024-02-29",
                "Что сказал ISW в первой половине 2024 года?, 2024-01-01, 2024-06-30",
                "Что сказал ISW в первом квартале 2023 года?, 2023-01-01, 2023-03-31",
                "Что сказал ISW весной?, 2023-03-01, 2023-05-31",
                "Что сказал ISW летом 2022 года?, 2022-06-01, 2022-08-31",
                "Що сказав ISW у першій половині 2024 року?, 2024-01-01, 2024-06-30",
                "Що сказав ISW навесні 2022 року?, 2022-03-01, 2022-05-31",
                "Што сказаў ISW у першай палове 2024 года?, 2024-01-01, 2024-06-30",
                "Што сказаў ISW вясной?, 2023-03-01, 2023-05-31",
                "Co powiedział ISW w pierwszej połowie 2024 roku?, 2024-01-01, 2024-06-30",
                "Co powiedział ISW wiosną 2022?, 2022-03-01, 2022-05-31"
            })
    void findsTheWindow(String question, @Nullable LocalDate from, @Nullable LocalDate to) {
        assertThat(dates.find(question, TODAY)).isNotNull().satisfies(found -> {
            assertThat(found.window().from()).isEqualTo(from);
            assertThat(found.window().to()).isEqualTo(to);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What did ISW say?",
                "What did the todays of the past bring?",
                "since 30 February 2024",
                "since when?",
                "What happened on 1 May 1945?",
                "What happened in June/July 1754?",
                "What was it like before 2020 elections?",
                "Who scored in the first half?",
                "What was said in the fall of Kabul?",
                "What did he say in the last year of the war?",
                "What did they say on Monday?",
                "What did they say on 29 January 2024?",
                "What is in area 51-2024?",
                "since 31.02.2024",
                "Would it rain in marching season?"
            })
    void findsNoneWhereNoneIsTold(String question) {
        assertThat(dates.find(question, TODAY)).isNull();
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
