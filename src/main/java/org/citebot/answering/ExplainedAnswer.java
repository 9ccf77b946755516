package org.citebot.answering;

/** An answer, and how it came about. */
public record ExplainedAnswer(Answer answer, Explanation explanation) {}
