package org.citebot.statement;

/**
 * A speaker whom the words of a question may mean.
 *
 * @param how the words led to the speaker
 */
public record SpeakerMatch(KnownSpeaker speaker, How how) {

    /** How words led to a speaker, the surest first. */
    public enum How {
        /** They are a name, an alias or the abbreviation. */
        NAME(1),
        /** They are a part of a name that ends it: a surname. */
        SURNAME(0.95),
        /** They are some words of the name. */
        PART(0.75),
        /** They sound like the name, in another spelling or script. */
        SOUND(0.8),
        /** They describe the speaker as documents do. */
        ROLE(0.75),
        /** They are the name with a slip of the hand. */
        SLIP(0.75),
        /** They hold more than the only name known, which is their last word. */
        FULLER(0.65);

        private final double certainty;

        How(double certainty) {
            this.certainty = certainty;
        }

        /** How sure it is that this speaker is meant, from 0 to 1: a judgement, not a measurement. */
        public double certainty() {
            return certainty;
        }
    }
}
