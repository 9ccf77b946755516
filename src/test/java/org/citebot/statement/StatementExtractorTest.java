package org.citebot.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.citebot.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS) // The model of the tagger is read once.
class StatementExtractorTest {

    private final StatementExtractor extractor = new StatementExtractor();

    private List<Statement> extract(String text) {
        return extractor.extract(text, Language.ENGLISH, LocalDate.of(2024, 5, 9));
    }

    private Statement only(String text) {
        List<Statement> found = extract(text);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    Ada Marsh said that the lock would open in June. | INDIRECT | SAY | the lock would open in June
                    Ada Marsh said the lock would open in June. | INDIRECT | SAY | the lock would open in June
                    “The lock is ready,” said Ada Marsh. | DIRECT | SAY | “The lock is ready,”
                    "The lock is ready," Ada Marsh told reporters. | DIRECT | SAY | "The lock is ready,"
                    «The lock is ready,» Ada Marsh said. | DIRECT | SAY | «The lock is ready,»
                    ‘The lock’s ready,’ said Ada Marsh. | DIRECT | SAY | ‘The lock’s ready,’
                    The lock, according to Ada Marsh, is ready. | INDIRECT | SAY | The lock, according to Ada Marsh, is ready
                    According to Ada Marsh, the lock is ready. | INDIRECT | SAY | the lock is ready
                    Ada Marsh warned that the lock “may fail.” | MIXED | WARN | the lock “may fail.”
                    Ada Marsh denied that the lock had failed. | INDIRECT | DENY | the lock had failed
                    Ada Marsh promised to open the lock in June. | INDIRECT | PROMISE | to open the lock in June
                    A warning by Ada Marsh about “a leak” was read. | DIRECT | WARN | “a leak”
                    Ada Marsh called the lock “a wreck.” | MIXED | SAY | the lock “a wreck.”
                    Ada Marsh: “The lock is ready.” | DIRECT | SAY | “The lock is ready.”
                    The lock, Ada Marsh said, would open in June. | INDIRECT | SAY | The lock, Ada Marsh said, would open in June
                    Locks, argues Ada Marsh, a keeper, do not open. | INDIRECT | SAY | Locks, argues Ada Marsh, a keeper, do not open
                    The keeper, Ada Marsh, who is 63, told Mr. Roe that the lock leaked. | INDIRECT | SAY | the lock leaked
                    On Monday Ada Marsh said the lock leaked. | INDIRECT | SAY | the lock leaked
                    The lock was called “a wreck” by Ada Marsh. | DIRECT | SAY | “a wreck”
                    The town was accused by Ada Marsh of neglect. | INDIRECT | ACCUSE | of neglect
                    Ada Marsh’s claim that the lock is old has been denied. | INDIRECT | SAY | the lock is old
                    Ada Marsh went on to say that the lock leaked. | INDIRECT | SAY | the lock leaked
                    Ada Marsh grumbled that “the gate is next.” | DIRECT | SAY | “the gate is next.”
                    Ada Marsh accused the town of neglect. | INDIRECT | ACCUSE | the town of neglect
                    """)
    void findsWhatWasSaid(String text, StatementKind kind, SpeechAct act, String content) {
        Statement statement = only(text);

        assertThat(statement.span().in(text)).isEqualTo(content);
        assertThat(statement.kind()).isEqualTo(kind);
        assertThat(statement.act()).isEqualTo(act);
        assertThat(statement.speaker().name()).isEqualTo("Ada Marsh");
        assertThat(statement.speaker().resolution()).isEqualTo(Resolution.NAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The path, known as the “porridge run,” has changed since 2019.",
                "Nobody knows whether he might call on the army.",
                "Newsweek emailed the Foreign Ministry on Tuesday for comment.",
                "The ministry declined to comment.",
                "The company did not say whether the lock was open.",
                "She is said to be the oldest keeper of the valley.",
                "A sign at the gate reads “Keep Out.”",
                "Fifty-eight percent of the residents said they had bought water.",
                "The pair signed deals on trade and on fish.",
                "They rose as the pair announced deals on trade and on fish.",
                "The fan magazine, “Over the Bar,” has printed scarves.",
                "He refused to say that the lock leaked.",
                "The bakery sells a loaf called “the Sandbag.”"
            })
    void findsNothingWhereNobodySpeaks(String text) {
        assertThat(extract(text)).isEmpty();
    }

    @Test
    void aQuotationPartedByItsAttributionIsTwoStatements() {
        String text = "“The lock is ready,” Ada Marsh said, “but the gate is not.”";

        assertThat(extract(text))
                .extracting(statement -> statement.span().in(text))
                .containsExactly("“The lock is ready,”", "“but the gate is not.”");
    }

    @Test
    void aQuotationOverParagraphsKeepsItsSpeaker() {
        String text = "“The lock is ready,” Ada Marsh said.\n\n“We tried it twice.\n\n“It held.”";

        assertThat(extract(text))
                .extracting(statement -> statement.speaker().name())
                .containsExactly("Ada Marsh", "Ada Marsh", "Ada Marsh");
        assertThat(extract(text).getLast().speaker().resolution()).isEqualTo(Resolution.CARRIED);
    }

    @Test
    void shortMentionsLeadToTheFullName() {
        String text = "The Institute for the Study of Locks (ISL) said on Monday that one lock leaked.\n\n"
                + "Repairs will take a year, the ISL said. The institute added that it had no money.";

        assertThat(extract(text))
                .extracting(statement -> statement.speaker().name())
                .containsOnly("Institute for the Study of Locks")
                .hasSize(3);
        assertThat(extract(text))
                .extracting(statement -> statement.speaker().resolution())
                .containsExactly(Resolution.NAME, Resolution.ABBREVIATION, Resolution.ROLE);
    }

    @Test
    void aSurnameThatTwoBearIsNobodys() {
        String text = "Ada Marsh and Tom Marsh met on Monday. Marsh said the lock was open.";

        assertThat(only(text).speaker().name()).isNull();
        assertThat(only(text).speaker().resolution()).isEqualTo(Resolution.NONE);
    }

    @Test
    void aPronounThatTwoFitEquallyIsNobodys() {
        String text = "The board met Ada Marsh and Anna Reeve. She said the lock was old.";
        assertThat(only(text).speaker().name()).isNull();
        assertThat(only(text).speaker().resolution()).isEqualTo(Resolution.NONE);
    }

    @Test
    void whoPassesItOnStandsInTheChain() {
        Statement statement =
                only("Ada Marsh told donors last week that the lock “is a wreck,” the Plains Examiner reported.");

        assertThat(statement.speaker().name()).isEqualTo("Ada Marsh");
        assertThat(statement.chain()).containsExactly("Plains Examiner");
        assertThat(statement.addressee()).isEqualTo("donors");
    }

    @Test
    void tellsWhatWasNotSaidOrNotYet() {
        assertThat(only("Ada Marsh did not say that the lock was open.").reality())
                .isEqualTo(Reality.NEGATED);
        assertThat(only("Ada Marsh will tell staff that the lock is closed.").reality())
                .isEqualTo(Reality.FUTURE);
    }

    @Test
    void aDayOfTheWeekIsTheLastOneBeforeTheDocument() {
        // 9 May 2024 was a Thursday.
        assertThat(only("Ada Marsh said on Monday that the lock was open.").said())
                .isEqualTo(new DateSaid("Monday", DateSaid.Precision.WEEKDAY, LocalDate.of(2024, 5, 6)));
        assertThat(only("Ada Marsh announced last month that the lock was open.")
                        .said())
                .isEqualTo(new DateSaid("last month", DateSaid.Precision.MONTH, LocalDate.of(2024, 4, 1)));
    }

    @Test
    void aSpeakerHasTheRoleAndTheAbbreviationThatTheDocumentGives() {
        Speaker person = only("Ada Marsh, a fellow at the Lock Society, said that the lock was open.")
                .speaker();
        Speaker body = only("The Institute for the Study of Locks (ISL) said that the lock was open.")
                .speaker();

        assertThat(person.role()).isEqualTo("a fellow at the Lock Society");
        assertThat(person.abbreviation()).isNull();
        assertThat(body.role()).isNull();
        assertThat(body.abbreviation()).isEqualTo("ISL");
    }

    @Test
    void aReporterWhoCitesSomebodyPassesItOn() {
        Statement statement =
                only("The Meridian News Agency reported on Monday that the lock leaked, citing Ada Marsh.");

        assertThat(statement.speaker().name()).isEqualTo("Ada Marsh");
        assertThat(statement.chain()).containsExactly("Meridian News Agency");
    }

    @Test
    void whoReportsTheWordsOfAnotherOneIsInTheirChain() {
        List<Statement> found = extract(
                "Ada Marsh said that the lock leaked.\n\nReporting her comments, the Plains Examiner said that a pump had failed.");

        assertThat(found)
                .extracting(statement -> statement.speaker().name())
                .containsExactly("Ada Marsh", "Plains Examiner");
        assertThat(found.getFirst().chain()).containsExactly("Plains Examiner");
    }

    @Test
    void pronounsGoToWhomTheyFit() {
        String text = "Ada Marsh met Tom Reed, the mayor, at the lock. He said that it leaked. She said that it held.";

        assertThat(extract(text))
                .extracting(statement -> statement.speaker().name())
                .containsExactly("Tom Reed", "Ada Marsh");
    }

    @Test
    void aTranscriptNamesItsSpeakersBeforeAColon() {
        String text = "This is what the two said.\n\nMARSH: The lock leaks. It has to go.\n\nREED: It holds.";

        assertThat(extract(text))
                .extracting(statement -> statement.span().in(text))
                .containsExactly("The lock leaks. It has to go.", "It holds.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    RUSSIAN | Вчера Анна Марш заявила, что шлюз закрыт. | шлюз закрыт
                    RUSSIAN | «Шлюз закрыт», — сказала Анна Марш. | «Шлюз закрыт»
                    RUSSIAN | Анна Марш сказала: «Шлюз закрыт». | «Шлюз закрыт»
                    RUSSIAN | По словам Анна Марш, шлюз закрыт. | шлюз закрыт
                    UKRAINIAN | Анна Марш повідомила, що шлюз зачинено. | шлюз зачинено
                    UKRAINIAN | «Шлюз зачинено», — сказала речниця Анна Марш. | «Шлюз зачинено»
                    BELARUSIAN | Анна Марш паведаміла, што шлюз зачынены. | шлюз зачынены
                    """)
    void plainAttributionsOfOtherLanguages(Language language, String text, String content) {
        List<Statement> found = extractor.extract(text, language, null);

        assertThat(found).extracting(statement -> statement.span().in(text)).containsExactly(content);
        assertThat(found.getFirst().speaker().name()).isEqualTo("Анна Марш");
    }

    @Test
    void whatNamesNoSpeakerInAnotherLanguageIsLeftOut() {
        assertThat(extractor.extract("Он сказал, что шлюз закрыт.", Language.RUSSIAN, null))
                .isEmpty();
        assertThat(extractor.extract("Ona powiedziała: „Śluza jest zamknięta”.", Language.POLISH, null))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    Her deputy, Sen. Tom Reeve (D-R.I.), was blunter, arguing that the lock was old. | Tom Reeve
                    Ada Marsh wrote. In the letter, Marsh said the lock was old. The letter asks the town to close it. | Ada Marsh
                    Ada Marsh, a keeper, spoke first. The Ohio Republican said that the lock was old. | Ada Marsh
                    Ada Marsh and Tom Reeve said the lock was old. | Ada Marsh and Tom Reeve
                    Secretary of State Ada Marsh said the lock was old. | Ada Marsh
                    The ministry gave another version. In a note carried by Coast Wire, it said the lock was old. | the ministry
                    Ada Marsh came late. The town had asked the Reeve campaign to wait. She said the lock was old. | Ada Marsh
                    The lock was old, per Ada Marsh. | Ada Marsh
                    Ada Marsh called it “clean,” recalled a walk with a dog, and mocked the gate as “a fence.” | Ada Marsh
                    Ada Marsh met her deputy, Tom Reeve. Marsh and Reeve left. The pair said the lock was old. | Ada Marsh and Tom Reeve
                    Two officials spoke. One was glad. The other said the lock was old. | the other official
                    Ada Marsh’s counterpart, the Polish engineer Tom Reeve, said the lock was old. | Tom Reeve
                    Goalkeeper Ada Marsh met Tom Reeve, a captain. Reeve slept. The keeper said the lock was old. | Ada Marsh
                    A man who gave his name only as Dutch said the lock was old. | Dutch
                    Coast Freight Inc spoke. A statement on the company’s website said the lock was old. | Coast Freight Inc
                    Tom Reeve left. A nurse wept. She said the lock was old. | a nurse
                    The town’s mayor has resigned. Ada Marsh left on Monday. The mayor said the lock was old. | Ada Marsh
                    The Food and Lock Administration said the lock was old. | Food and Lock Administration
                    Ada Marsh, 41, came. Tom Reeve, a clerk, left. Marsh sat. The 41-year-old said that the lock was old. | Ada Marsh
                    Two aides to Ada Marsh left. People close to her said the lock was old. | People close to Ada Marsh
                    Ada Marsh met Tom Reeve. Nils Dahl left. Reeve sat. He said Reeve was old. | Nils Dahl
                    Ada Marsh and her son Tom Marsh left. A week later Ada Marsh sat. Marsh wept. She said it was old. | Ada Marsh
                    A clerk praised Yelp. It was read by a woman who runs a lock. She said the lock was old. | a woman
                    The buyer, a foundation in Ghent, is small. In a note it said the lock was old. | a foundation in Ghent
                    Ada Marsh, a lawyer, left. The judge said the lock was old. | the judge
                    Coast Airways slept. The airline said it was sad. The regulator said the lock was old. | the regulator
                    Coast Freight is sad. The union Lock Local is glad. The company said the lock was old. | Coast Freight
                    Last July, the national lock agency said the lock was old. | the national lock agency
                    Lockkeepers Without Borders said the lock was old. | Lockkeepers Without Borders
                    Groups spoke. One, Lockwatch, said the lock was old. | Lockwatch
                    Residents were glad. “The lock is old,” one said. | one resident
                    Germany and France urged calm. They said the lock was old. | Germany and France
                    The head of the Lock Board said the lock was old. Ada Marsh, in her first week, smiled. | Ada Marsh
                    The buyer of the old bank is a hospital group from Ghent. It said the lock was old. | a hospital group from Ghent
                    The buyer, Coast Freight, is a shipping group. It said the lock was old. | Coast Freight
                    A 38-year-old man fell in. Ada Marsh, 41, ran. The 38-year-old said the lock was old. | a 38-year-old man
                    A 38-year-old man fell in. Ada Marsh, 41, ran. The 41-year-old said that the lock was old. | Ada Marsh
                    Two keepers, Ada Marsh and Tom Reeve, met. The two keepers said the lock was old. | Ada Marsh and Tom Reeve
                    Two keepers met Ada Marsh and Tom Reeve. The two keepers said the lock was old. | Two keepers
                    Keepers spoke. One, a nurse from Ghent, said the lock was old. | a nurse from Ghent
                    Keepers spoke. One, at the old lock in Ghent, said the lock was old. | a keeper at the old lock in Ghent
                    Two people were there. One of them said the lock was old. | One of the people
                    The parent who complained, Tom Reeve, said the lock was old. | Tom Reeve
                    The parent who met Tom Reeve said the lock was old. | the parent who met Tom Reeve
                    Coast Freight, which makes gates, doors and pumps, warned that the lock was old. | Coast Freight
                    The lockhouse, St Bride’s, said the lock was old. | St Bride
                    Ada Marsh is a keeper. St Bride’s keeper said the lock was old. | St Bride’s keeper
                    Chief Executive Ada Marsh said the lock was old. | Ada Marsh
                    Secretary-General Ada Marsh said the lock was old. | Ada Marsh
                    County Clerk Tom Reeve said the lock was old. | Tom Reeve
                    DI Ada Marsh left. Tom Reeve sat. DI Marsh said the lock was old. | Ada Marsh
                    Ada Marsh left. The police said the lock was old. | the police
                    Marsh called his sister on Monday. She said the lock was old. | Marsh’s sister
                    Marsh called his sister on Monday. He said the lock was old. | Marsh
                    A keeper was let go, her lawyer announced Monday. Tom Reeve, her lawyer, said the lock was old. | Tom Reeve
                    The drug failed. The Lock and Drug Administration slept. The company said the lock was old. | the company
                    City Attorney Ada Marsh left. The city said the lock was old. | the city
                    It is true that Ada Marsh has left. In 2023 she said the lock was old. | Ada Marsh
                    Asked whether she was glad, Ada Marsh smiled. It was old, she said. | Ada Marsh
                    Nora Lund slept. Asked whether she was glad, Ada Marsh smiled. She said the lock was old. | Ada Marsh
                    Ada Marsh fired her keeper after he said it leaked. The keeper, Col. Tom Reeve, said the lock was old. | Tom Reeve
                    Cllr Tom Marsh met Dr. Ada Marsh. Dr. Marsh said the lock was old. | Ada Marsh
                    Ada Marsh slept. Her mother was older, she said. | Ada Marsh
                    Tom Reeve read a study published in Lock News by keepers from Ghent. The study says the lock was old. | keepers from Ghent
                    Tom Marsh’s wife, Ada, left. She said the lock was old. | Ada
                    Nora Lund met Tom Marsh. Her husband, Nils, said the lock was old. | Nils
                    Ada Marsh’s son, Tom, said the lock was old. | Tom
                    Two keepers, Ada Marsh and Tom Reeve, said the lock was old. | Ada Marsh and Tom Reeve
                    The last keeper, a clerk named Ada Marsh, said the lock was old. | Ada Marsh
                    Marlow Rovers are glad. Tom Reeve’s goal was late. The teenager said the lock was old. | Tom Reeve
                    Coast Freight slept. The lawsuit, filed in 2021, seeks $85 million. It alleges that the lock was old. | the lawsuit
                    In a notice on its site, Coast Freight spoke. It said the lock was old. | Coast Freight
                    The lock commission met. A spokesman left. The European Commission slept. The lock commission said it was old. | the lock commission
                    The general staff spoke. The army slept. It said the lock was old. | the army
                    Tom Reeve slept. The dad-of-three said the lock was old. | Tom Reeve
                    Coast Foods cut its forecast. The maker of Brindle bars and Tuck biscuits said the lock was old. | Coast Foods
                    A lock court on Thursday said the lock was old. | a lock court
                    In a post on Yelp, the family who run it thanked all and said the lock was old. | the family who run it
                    “My mother told me that the lock was old,” Ada Marsh said. | Ada Marsh
                    Ada Marsh left. The engineer who built it said the lock was old. | the engineer who built it
                    Ada Marsh left. The engineer said the lock was old. | Ada Marsh
                    Tom Reeve opened the gate. The driver told him that the lock was old. | the driver
                    Tom Reeve opened the gate. The driver told a guard that the lock was old. | Tom Reeve
                    The widow of a miner left. Ada Marsh, 81, slept. Tom Reeve sat. The former miner said that the lock was old. | Tom Reeve
                    The police came. Coast Freight slept. It said the lock was old. | Coast Freight
                    A panel of the lock commission last week said the lock was old. | a panel of the lock commission
                    Ada Marsh left. The next government at first denied it. It later said the lock was old. | the next government
                    The Lock Users’ Association met Ada Marsh. The Lock Teachers’ Union said the lock was old. | Lock Teachers’ Union
                    A letter to Ada Marsh from the lock board was read. The letter says the lock was old. | the lock board
                    """)
    void leadsTheLastStatementBackToItsSpeaker(String text, String speaker) {
        assertThat(extract(text).getLast().speaker().name()).isEqualTo(speaker);
    }

    @Test
    void questionsAndAnswersGoInTurn() {
        String text = "Lise Dahl asked the guard, Henrik Moe, about the key.\n\n“Did you have it?” Dahl asked.\n\n“No.”"
                + "\n\n“Did you see it?”\n\n“I saw a key,” Moe said.";

        assertThat(extract(text))
                .extracting(statement -> statement.speaker().name())
                .containsExactly("Lise Dahl", "Henrik Moe", "Lise Dahl", "Henrik Moe");
    }

    @Test
    void aQuestionThatNobodyAnswersKeepsItsSpeaker() {
        String text =
                "Tom Reeve came late.\n\n“Why did nobody listen?” Ada Marsh asked. “I still wonder.”\n\n“And I will.”";

        assertThat(extract(text))
                .extracting(statement -> statement.speaker().name())
                .containsOnly("Ada Marsh")
                .hasSize(3);
    }

    @Test
    void whatACouncillorCalledItIsNoName() {
        assertThat(only("Plans to charge drivers were dropped after what one keeper called “the biggest leak of all.”")
                        .speaker()
                        .name())
                .isEqualTo("one keeper");
    }

    @Test
    void findsPlainStatementsWithoutAModel() {
        String text = "Ada Marsh said that the lock was old. “It leaks,” she added.";

        List<Statement> found = StatementExtractor.withoutModel().extract(text, Language.ENGLISH, null);

        assertThat(found)
                .extracting(statement -> statement.span().in(text))
                .containsExactly("the lock was old", "“It leaks,”");
        assertThat(found).extracting(statement -> statement.speaker().name()).containsOnly("Ada Marsh");
    }
}
