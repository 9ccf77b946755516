package org.citebot.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.citebot.index.TextAnalysis;
import org.citebot.language.Language;
import org.citebot.language.LanguageDetector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeDemandTest {

    private final TextAnalysis analysis = new TextAnalysis();

    @AfterEach
    void close() {
        analysis.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | true | How many years has the mayor been in power? | The mayor has been in power for years.",
                "en | false | How many years has the mayor been in power? | The mayor has been in power for thirty years.",
                "en | false | How many years has the mayor been in power? | The mayor has ruled since 1994.",
                "en | true | How many of the 12 ships came home? | All the ships came home, not only the 12.",
                "en | false | How many pounds of coal does the ship burn? | The ship burns 4 kg (8.8 lb) of coal.",
                "en | true | How many pounds did the ship cost? | The ship burns 4 kg of coal.",
                "en | false | How long has the bell been in use? | The bell has been in use since at least the mid-14th century.",
                "en | true | How long has the bell been in use? | The bell is a work of the 14th century.",
                "en | false | How many members may each town send? | Each town may send one member.",
                "en | true | How many members may each town send? | One may be sent by a town.",
                "en | true | When did the bridge open? | The mayor opened the bridge with a speech.",
                "en | false | When did the bridge open? | The mayor opened the bridge on Monday.",
                "en | false | When did the bridge open? | The bridge opened after the flood.",
                "en | false | What did the mayor say when the bridge opened? | The mayor praised the bridge.",
                "en | false | Who opened the bridge? | The mayor opened the bridge.",
                "en | false | Where was the bridge built? | The bridge was built in a swamp.",
                "ru | true | Сколько лет мэр у власти? | Мэр остаётся у власти.",
                "ru | false | Сколько лет мэр у власти? | Мэр у власти тридцать лет.",
                "ru | true | Когда открыли мост? | Мост открыл мэр с речью.",
                "ru | false | Когда открыли мост? | Мост открыли весной.",
                "uk | true | Скільки років мер при владі? | Мер залишається при владі.",
                "uk | false | Скільки років мер при владі? | Мер при владі п’ятнадцять років.",
                "uk | true | Коли відкрили міст? | Міст відкрив мер із промовою.",
                "uk | false | Коли відкрили міст? | Міст відкрили у вівторок.",
                "be | true | Колькі гадоў мэр ва ўладзе? | Мэр застаецца ва ўладзе.",
                "be | false | Колькі гадоў мэр ва ўладзе? | Мэр ва ўладзе дваццаць гадоў.",
                "be | true | Калі адкрылі мост? | Мост адкрыў мэр з прамовай.",
                "be | false | Калі адкрылі мост? | Мост адкрылі ў снежні.",
                "pl | true | Ile lat burmistrz jest u władzy? | Burmistrz jest u władzy.",
                "pl | false | Ile lat burmistrz jest u władzy? | Burmistrz rządzi piętnaście lat.",
                "pl | true | Kiedy otwarto most? | Most otworzył burmistrz z przemową.",
                "pl | false | Kiedy otwarto most? | Most otwarto we wtorek.",
                "en | true | How many years has the mayor been in power? | The mayor won the elections in 2020.",
                "en | true | How many years has the mayor been in power? | The mayor spoke on Monday, January 29, 2024.",
                "en | true | How many years has the mayor been in power? | The mayor employs 30 people.",
                "en | false | How long has the mayor been in power? | The mayor's 30-year rule goes on.",
                "en | false | How long did the storm last? | It lasted a week.",
                "en | false | How long did the storm last? | It lasted two and a half days.",
                "en | true | How long did the storm last? | It was the third storm.",
                "en | false | How long is the bridge? | It measures 500 metres.",
                "en | true | How long is the bridge? | It was built by 500 men.",
                "en | true | How many did they sell? | They sold some in 2019.",
                "en | false | How many did they sell? | They sold 12.",
                "en | true | How much money did the bank lend the town? | The bank signed on Monday, January 29, 2024.",
                "en | true | How much money did the bank lend the town? | The bank met 3 councillors at 10:30.",
                "en | false | How much money did the bank lend the town? | The bank lent it $100 million.",
                "en | false | How much did the bank lend the town? | The bank lent it 5,000 euros.",
                "en | false | How much did the bridge cost? | It cost millions.",
                "en | true | How much did the bridge cost? | It was opened on 3 May 2019 by 20 men.",
                "en | true | How many men built the bridge? | It was built in 1812, on the 21st try, by 5 p.m.",
                "en | true | How many men built the bridge? | The F-16 flew over it in the 1990s.",
                "en | false | How many men built the bridge? | The work of 1,500 men.",
                "en | false | How many men built the bridge? | The work of 1500 men.",
                "en | false | How many men built the bridge? | A third of all.",
                "en | false | How much grain was sold? | They sold 20 tons.",
                "en | false | How often does the ferry run? | It runs every hour.",
                "en | true | What is the population of the town? | Up to 97 percent of the population are against it.",
                "en | true | What is the population of the town? | A majority of the population, 97% of it, is against it.",
                "en | false | What is the population of the town? | The town has 3,400 people, 40 percent of them old.",
                "en | true | What was the average height of the towers? | The towers were high.",
                "en | false | What was the average height of the towers? | They stood 80 metres high.",
                "en | true | What is the population of the town? | About 97 per cent of the population are against it.",
                "en | false | What was the highest price of oil? | Oil was at $40 per barrel.",
                "en | false | What percentage of the population is old? | Up to 97 percent are.",
                "en | false | What is the idea of the height of the towers? | They were to be seen.",
                "ru | true | Какова численность населения города? | Против 97 процентов населения.",
                "ru | false | Какова численность населения города? | В городе живут 3400 человек.",
                "uk | true | Яка висота вежі? | Вежа дуже висока.",
                "be | false | Якая вышыня вежы? | Вежа мае 80 метраў.",
                "pl | true | Jaka jest wysokość wieży? | Wieża jest wysoka.",
                "en | false | What year did the bridge open? | It opened in 2019.",
                "en | false | When did the bridge open? | It opened in 2019.",
                "ru | true | Сколько лет мэр у власти? | Мэр победил на выборах в 2020 году.",
                "ru | true | Сколько лет мэр у власти? | Мэр выступил 29 января 2024 года.",
                "ru | false | Сколько лет мэр у власти? | Мэр правит с 1994 года.",
                "ru | false | Сколько лет мэр у власти? | Его 30-летнее правление продолжается.",
                "ru | false | Как долго шёл дождь? | Дождь шёл 3 дня.",
                "ru | true | Сколько денег банк дал городу? | Банк подписал договор 29 января 2024 года.",
                "ru | false | Сколько денег банк дал городу? | Банк дал 100 миллионов рублей.",
                "ru | true | Сколько стоит мост? | Это 21-й мост, открыт в 10:30.",
                "ru | false | Сколько стоит мост? | Мост обошёлся в 5 000 рублей.",
                "ru | true | Сколько Минск одолжил городу? | Там жили 20 человек.",
                "ru | false | Сколько человек строило мост? | Строили 1500 человек.",
                "ru | false | В каком году открыли мост? | Мост открыли в 2019 году.",
                "uk | true | Скільки років мер при владі? | Мер переміг на виборах у 2020 році.",
                "uk | false | Скільки років мер при владі? | Мер править з 1994 року.",
                "uk | true | Скільки грошей банк дав місту? | Банк підписав угоду 29 січня 2024 року.",
                "uk | false | Скільки грошей банк дав місту? | Банк дав 5 млн гривень.",
                "uk | true | Скільки коштує міст? | Міст відкрили 29.01.2024.",
                "uk | true | Скільки людей будувало міст? | Це 5-й міст.",
                "uk | false | Скільки людей будувало міст? | Будували двадцять людей.",
                "be | true | Колькі гадоў мэр ва ўладзе? | Мэр перамог на выбарах у 2020 годзе.",
                "be | false | Колькі гадоў мэр ва ўладзе? | Мэр кіруе з 1994 года.",
                "be | true | Колькі грошай банк даў гораду? | Банк падпісаў дамову 29 студзеня 2024 года.",
                "be | false | Колькі грошай банк даў гораду? | Банк даў мільён рублёў.",
                "be | true | Колькі каштуе мост? | Мост адкрылі ў 10:30.",
                "be | false | Колькі людзей будавала мост? | Будавалі пяць чалавек.",
                "pl | true | Ile lat burmistrz jest u władzy? | Burmistrz wygrał wybory w 2020 roku.",
                "pl | false | Ile lat burmistrz jest u władzy? | Burmistrz rządzi od 1994 roku.",
                "pl | true | Ile pieniędzy bank pożyczył miastu? | Bank podpisał umowę 29 stycznia 2024 r.",
                "pl | false | Ile pieniędzy bank pożyczył miastu? | Bank pożyczył 100 tys. złotych.",
                "pl | true | Ile kosztuje most? | Most otwarto 29.01.2024 o 10:30.",
                "pl | false | Ile kosztuje most? | Most kosztuje dwa miliony.",
                "pl | false | Jak długo padało? | Padało trzy dni.",
                "pl | false | Ilu ludzi budowało most? | Budowało go 20 ludzi.",
                "und | false | How many years has the mayor been in power? | Pormestari on vallassa."
            })
    void seesWhetherANumberOrATimeIsMissing(String language, boolean missing, String question, String sentence) {
        AnalyzedQuestion analyzed = new QuestionAnalyzer(new LanguageDetector(), analysis)
                .analyze(question, LocalDate.of(2024, 2, 10), null);
        assertThat(TypeDemand.of(analyzed, Language.ofCode(language)).isMissing(sentence))
                .isEqualTo(missing);
    }
}
