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

/** Who is one speaker and who is not, and whom the words of a question may mean. */
class SpeakerDirectoryTest {

    private static final LocalDate JANUARY = LocalDate.of(2024, 1, 30);
    private static final LocalDate MARCH = LocalDate.of(2024, 3, 1);

    private final DirectoryBuilder builder = new DirectoryBuilder();

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
