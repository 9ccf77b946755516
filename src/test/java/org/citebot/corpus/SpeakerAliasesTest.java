package org.citebot.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.citebot.language.Language;
import org.junit.jupiter.api.Test;

class SpeakerAliasesTest {

    private static final Map<String, List<String>> SPEAKERS =
            Map.of("Institute of Tests", List.of("IoT", "the Institute"), "Ann Äbel", List.of("Ms. Äbel"));

    @Test
    void addsTheOtherNamesOfThoseWhoAreNamed() {
        assertThat(with("Said IoT.", SPEAKERS)).isEqualTo("Said IoT.\nthe Institute\nInstitute of Tests");
        assertThat(with("Ann Äbel and the Institute", SPEAKERS))
                .isEqualTo("Ann Äbel and the Institute\nMs. Äbel\nIoT\nInstitute of Tests");
    }

    @Test
    void leavesATextAloneThatNamesNobody() {
        assertThat(with("Nobody spoke.", SPEAKERS)).isEqualTo("Nobody spoke.");
        assertThat(with("Anything.", Map.of())).isEqualTo("Anything.");
    }

    @Test
    void aNameInsideAWordIsNone() {
        assertThat(with("xIoT, IoTs, IoT2, ЯIoT, iot", SPEAKERS)).doesNotContain("\n");
        assertThat(with("IoTs and IoT", SPEAKERS)).contains("\nthe Institute");
        assertThat(with("(IoT)", SPEAKERS)).contains("\nthe Institute");
    }

    @Test
    void aBlankNameNamesNobody() {
        assertThat(with("Nobody spoke.", Map.of("Ann", List.of("", " ")))).isEqualTo("Nobody spoke.");
        assertThat(with("Ann spoke.", Map.of("Ann", List.of("", "A.")))).isEqualTo("Ann spoke.\nA.");
    }

    @Test
    void aNameIsNoPattern() {
        assertThat(with("Mr (x", Map.of("A.B", List.of("(x")))).isEqualTo("Mr (x\nA.B");
        assertThat(with("AxB", Map.of("A.B", List.of("(x")))).isEqualTo("AxB");
    }

    private static String with(String text, Map<String, List<String>> speakers) {
        return SpeakerAliases.with(
                text, new DocumentDetails("Title", null, null, null, Language.ENGLISH, null, speakers));
    }
}
