package org.citebot.retrieval;

import java.util.Set;
import org.citebot.statement.SpeechAct;
import org.jspecify.annotations.Nullable;

/**
 * A question about who said what, in its own words: nobody is looked up yet. Acts are those that its verb asks for, and
 * empty where any will do, as with "say".
 */
public sealed interface StatementQuestion {

    /** What it is about; null if about anything. */
    @Nullable
    String topic();

    /** The acts that its verb asks for; empty for any. */
    Set<SpeechAct> acts();

    /**
     * What did X say, tell Y, say about T?
     *
     * @param speaker one name; perhaps with words behind it that are no part of it, where {@code loose}
     * @param addressee whom it was told to; null if the question does not say so
     */
    record WhatSaid(
            String speaker,
            boolean loose,
            @Nullable String addressee,
            @Nullable String topic,
            Set<SpeechAct> acts) implements StatementQuestion {}

    /** Who said T? */
    record WhoSaid(@Nullable String addressee, String topic, Set<SpeechAct> acts) implements StatementQuestion {}

    /** Did X say T? */
    record WhetherSaid(
            String speaker, boolean loose, @Nullable String addressee, String topic, Set<SpeechAct> acts)
            implements StatementQuestion {}

    /** When did X say T? */
    record WhenSaid(
            String speaker,
            boolean loose,
            @Nullable String addressee,
            @Nullable String topic,
            Set<SpeechAct> acts) implements StatementQuestion {}

    /** How do the words of X and of Z on T compare? */
    record Compared(String speaker, String other, @Nullable String topic, Set<SpeechAct> acts)
            implements StatementQuestion {}

    /** How did the words of X on T change over time? */
    record Changed(String speaker, @Nullable String topic, Set<SpeechAct> acts) implements StatementQuestion {}
}
