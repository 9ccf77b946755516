package org.citebot.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.citebot.corpus.CorpusStore;
import org.citebot.language.Language;
import org.citebot.statement.KnownSpeaker.Role;
import org.citebot.statement.SpeakerDecision.Kind;
import org.citebot.statement.SpeakerMatch.How;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is one speaker and who is not, and whom the words of a question may mean. */
class SpeakerDirectoryTest {

    private static final LocalDate JANUARY = LocalDate.of(2024, 1, 30);
    private static final LocalDate MARCH = LocalDate.of(2024, 3, 1);

    private final RoleNouns roles = new RoleNouns();
    private final DirectoryBuilder builder = new DirectoryBuilder(new LoneSurnames(roles), roles);

    private SpeakerDirectoryTest with(LocalDate published, DocumentSpeaker... speakers) {
        builder.add(published, List.of(speakers));
        return this;
    }

    private static DocumentSpeaker speaker(String name) {
        return speaker(name, null, null);
    }

    private static DocumentSpeaker speaker(
            String name, @Nullable String abbreviation, @Nullable String role, String... aliases) {
        return new DocumentSpeaker(name, abbreviation, role, List.of(aliases), 1);
    }

    private static List<String> names(SpeakerDirectory directory) {
        return directory.speakers().stream().map(KnownSpeaker::name).sorted().toList();
    }

    private static SpeakerDecision same(String name, String other) {
        return new SpeakerDecision(Kind.SAME, name, other);
    }

    @Test
    void anAbbreviationThatOneDocumentExplainsIsKnownInAll() {
        SpeakerDirectory directory = with(JANUARY, speaker("Institute for the Study of War", "ISW", "a think tank"))
                .with(MARCH, speaker("ISW"))
                .builder
                .build(List.of());
        KnownSpeaker isw = directory.speakers().getFirst();
        assertThat(names(directory)).containsExactly("Institute for the Study of War");
        assertThat(isw.shown()).isEqualTo("Institute for the Study of War (ISW)");
        assertThat(isw.statements()).isEqualTo(2);
        assertThat(isw.keys()).containsExactlyInAnyOrder("institute for the study of war", "isw");
    }

    @Test
    void twoOfOneSurnameStayTwoAndALoneSurnameIsNeither() {
        SpeakerDirectory directory = with(JANUARY, speaker("John Smith", null, null, "Smith"), speaker("Anna Smith"))
                .with(MARCH, speaker("Smith"))
                .builder
                .build(List.of());
        assertThat(names(directory)).containsExactly("Anna Smith", "John Smith", "Smith");
        assertThat(directory.find("Smith", Language.ENGLISH))
                .extracting(match -> match.speaker().name())
                .contains("Anna Smith", "John Smith", "Smith");
        assertThat(directory.find("Anna Smith", Language.ENGLISH))
                .extracting(match -> match.speaker().name())
                .startsWith("Anna Smith")
                .doesNotContain("John Smith");
    }

    @Test
    void aSurnameAloneMeansTheOnlyPersonWhoHasIt() {
        SpeakerDirectory directory = with(JANUARY, speaker("Vladimir Putin", null, "Russian President"))
                .with(MARCH, speaker("Putin", null, "the Russian leader"))
                .builder
                .build(List.of());
        KnownSpeaker putin = directory.speakers().getFirst();
        assertThat(names(directory)).containsExactly("Vladimir Putin");
        assertThat(putin.keys()).containsExactlyInAnyOrder("vladimir putin", "putin");
        assertThat(putin.inferred()).containsExactly("Putin");
        assertThat(directory.find("Putin", Language.ENGLISH)).hasSize(1);
    }

    @Test
    void aSurnameAloneIsNobodysWhereTwoHaveIt() {
        SpeakerDirectory directory = with(JANUARY, speaker("Boris Johnson"), speaker("Mike Johnson"))
                .with(MARCH, speaker("Johnson"))
                .builder
                .build(List.of());
        assertThat(names(directory)).containsExactly("Boris Johnson", "Johnson", "Mike Johnson");
        assertThat(directory.speakers())
                .allSatisfy(speaker -> assertThat(speaker.inferred()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "Financial Times, , Times, ",
        "European Commission, , Commission, ",
        "South Korea, , Korea, ",
        "Mary Keane, the senator, Keane, the goalkeeper",
    })
    void aSurnameAloneStaysAloneWhereNothingTellsThatItIsOne(
            String full, @Nullable String role, String lone, @Nullable String loneRole) {
        SpeakerDirectory directory = with(JANUARY, speaker(full, null, role))
                .with(MARCH, speaker(lone, null, loneRole))
                .builder
                .build(List.of());
        assertThat(names(directory)).containsExactlyInAnyOrder(full, lone);
    }

    @Test
    void aModeratorsSplitOutlivesWhatIsInferredFromASurname() {
        with(JANUARY, speaker("Vladimir Putin")).with(MARCH, speaker("Putin"));
        assertThat(names(builder.build(List.of(new SpeakerDecision(Kind.APART, "Putin", null)))))
                .containsExactly("Putin", "Vladimir Putin");
        SpeakerDirectory other = with(MARCH, speaker("Ada Quill")).builder.build(List.of(same("Putin", "Ada Quill")));
        assertThat(other.named("Putin")).isEqualTo(other.named("Ada Quill"));
        assertThat(names(builder.build(List.of()))).containsExactly("Ada Quill", "Vladimir Putin");
    }

    @Test
    void whoIsMergedWithAnotherSpellingStillHasTheOnlySurname() {
        with(JANUARY, speaker("Alexander Lukashenko"), speaker("Alyaksandr Lukashenko"))
                .with(MARCH, speaker("Lukashenko"));
        assertThat(names(builder.build(List.of()))).hasSize(3);
        assertThat(names(builder.build(List.of(same("Alyaksandr Lukashenko", "Alexander Lukashenko")))))
                .containsExactly("Alexander Lukashenko");
    }

    @ParameterizedTest
    @CsvSource({
        "the Belarusian journalist, Hanna Liubakova",
        "the Belarusian reporter, Hanna Liubakova",
        "the Atlantic Council fellow, Hanna Liubakova",
        "the US think tank, Institute for the Study of War",
        "the ISW think tank, Institute for the Study of War",
        "the president of Russia, Vladimir Putin",
        "the Russian leader, Vladimir Putin",
        "the Belarusian president, Alexander Lukashenko",
        "Belarusian President Lukashenko, Alexander Lukashenko",
        "the president of Belarus, Alexander Lukashenko",
    })
    void aDescriptionMeansTheOnlyOneItFits(String words, String name) {
        assertThat(described().find(words, Language.ENGLISH))
                .singleElement()
                .satisfies(match -> assertThat(match.speaker().name()).isEqualTo(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Belarus", "the Belarusian", "Russia", "the US", "the Atlantic Council", "Atlantic"})
    void whereSomebodyIsFromIsNoDescription(String words) {
        assertThat(described().find(words, Language.ENGLISH)).isEmpty();
    }

    @Test
    void aDescriptionThatFitsTwoMeansBothAndOneThatFitsPartsOfTwoRolesNobody() {
        assertThat(described().find("the journalist", Language.ENGLISH)).hasSize(2);
        assertThat(described().find("the Russian journalist", Language.ENGLISH)).isEmpty();
    }

    private SpeakerDirectory described() {
        return with(
                        JANUARY,
                        speaker(
                                "Hanna Liubakova",
                                null,
                                "Belarusian journalist, a non-resident fellow at the Atlantic Council"),
                        speaker("Institute for the Study of War", "ISW", "the U.S.-based independent think tank"),
                        speaker("Ada Quill", null, "a journalist"),
                        speaker("Vladimir Putin", null, "Russian President"),
                        speaker("Alexander Lukashenko", null, "Belarussian President"))
                .builder
                .build(List.of());
    }

    @Test
    void spellingsOfOneSoundAreFoundTogetherAndStayApart() {
        SpeakerDirectory directory = with(JANUARY, speaker("Alexander Lukashenko"), speaker("Volodymyr Zelensky"))
                .with(MARCH, speaker("Alyaksandr Lukashenka"), speaker("Аляксандр Лукашэнка"))
                .builder
                .build(List.of());
        assertThat(names(directory)).hasSize(4);
        assertThat(directory.find("Лукашенко", Language.RUSSIAN))
                .extracting(match -> match.speaker().name())
                .contains("Alexander Lukashenko", "Alyaksandr Lukashenka", "Аляксандр Лукашэнка");
        assertThat(directory.find("Łukaszenka", Language.POLISH)).hasSize(3);
        assertThat(directory.find("Зеленський", Language.UKRAINIAN))
                .singleElement()
                .satisfies(match -> assertThat(match.how()).isEqualTo(How.SOUND));
    }

    @ParameterizedTest
    @CsvSource({
        "ISW, NAME",
        "the Institute for the Study of War, NAME",
        "isw, NAME",
        "the institute, PART",
        "the US think tank, ROLE",
        "the Insitute for the Study of War, SLIP",
    })
    void wordsMeanASpeakerMoreOrLessSurely(String words, How how) {
        SpeakerDirectory directory = with(
                        JANUARY,
                        speaker("Institute for the Study of War", "ISW", "an independent think tank based in the U.S."))
                .builder
                .build(List.of());
        assertThat(directory.find(words, Language.ENGLISH))
                .singleElement()
                .satisfies(match -> assertThat(match.how()).isEqualTo(how));
    }

    @Test
    void nobodyIsFoundWhereNobodyIsMeant() {
        SpeakerDirectory directory =
                with(JANUARY, speaker("Bohdan Krotevych")).builder.build(List.of());
        assertThat(directory.find("the IMF", Language.ENGLISH)).isEmpty();
        assertThat(directory.find("Krotevich", Language.ENGLISH)).isNotEmpty();
        assertThat(directory.find("Krotevyhc", Language.ENGLISH)).isNotEmpty();
        assertThat(directory.find("Bohdan Khmelnytsky", Language.ENGLISH)).isEmpty();
        assertThat(directory.find("", Language.ENGLISH)).isEmpty();
    }

    @Test
    void rolesHaveTheDaysOfTheirDocuments() {
        SpeakerDirectory directory = with(JANUARY, speaker("Ada Quill", null, "the harbour master"))
                .with(MARCH, speaker("Ada Quill", null, "the harbour master"))
                .with(MARCH.plusDays(9), speaker("Ada Quill", null, "the mayor"))
                .builder
                .build(List.of());
        assertThat(directory.speakers().getFirst().roles())
                .containsExactly(
                        new Role("the mayor", MARCH.plusDays(9), MARCH.plusDays(9)),
                        new Role("the harbour master", JANUARY, MARCH));
    }

    @Test
    void moderatorsMakeNamesOneAndTakeThemApartAgain() {
        with(JANUARY, speaker("Alexander Lukashenko"), speaker("Łukaszenka"));
        SpeakerDirectory merged = builder.build(List.of(same("Łukaszenka", "Alexander Lukashenko")));
        assertThat(names(merged)).containsExactly("Alexander Lukashenko");
        assertThat(merged.speakers().getFirst().statements()).isEqualTo(2);
        assertThat(merged.named("Łukaszenka")).isEqualTo(merged.speakers().getFirst());

        SpeakerDirectory split = builder.build(List.of(
                same("Łukaszenka", "Alexander Lukashenko"), new SpeakerDecision(Kind.APART, "Łukaszenka", null)));
        assertThat(names(split)).containsExactly("Alexander Lukashenko", "Łukaszenka");
    }

    @Test
    void aNameThatNoDocumentHasYetCanBeAnAlias() {
        with(JANUARY, speaker("Alexander Lukashenko"));
        SpeakerDirectory directory = builder.build(List.of(same("Batka", "Alexander Lukashenko")));
        assertThat(directory.find("Batka", Language.ENGLISH))
                .singleElement()
                .satisfies(match -> assertThat(match.how()).isEqualTo(How.NAME));
    }

    @Test
    void decisionsOutliveTheProcess(@TempDir Path folder) {
        Path file = folder.resolve("corpus.db");
        CorpusStore store = CorpusStore.open(file, Clock.systemUTC());
        SpeakerRegister register = new SpeakerRegister(store);
        assertThat(register.directory().speakers()).isEmpty();
        store.inTransaction(transaction -> {
            SpeakerRegister.decide(transaction, same("Batka", "Alexander Lukashenko"));
            return 0;
        });
        assertThat(new SpeakerRegister(CorpusStore.open(file, Clock.systemUTC())).decisions())
                .containsExactly(same("Batka", "Alexander Lukashenko"));
    }
}
