package org.citebot.citation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How many true and how many false sentences of the set the checker keeps. The bounds are what it has reached. */
class SupportSetTest {

    private static final SupportSet SET = SupportSet.read();

    private final SupportChecker checker = new SupportChecker();

    @Test
    void holdsEnoughOfBothKindsInBothParts() {
        assertThat(SET.part(false, true)).hasSizeGreaterThan(100);
        assertThat(SET.part(false, false)).hasSizeGreaterThan(100);
        assertThat(SET.part(true, true)).hasSizeGreaterThan(40);
        assertThat(SET.part(true, false)).hasSizeGreaterThan(40);
    }

    @Test
    void keepsWhatIsTrueAndNothingElseOfThePartItWasBuiltWith() {
        assertThat(SET.kept(checker, false, true)).isGreaterThan(0.85);
        assertThat(SET.kept(checker, false, false)).isZero();
    }

    @Test
    void keepsNearlyNothingFalseOfThePartItHasNotSeen() {
        assertThat(SET.kept(checker, true, true)).isGreaterThan(0.5);
        assertThat(SET.kept(checker, true, false)).isLessThan(0.05);
    }
}
