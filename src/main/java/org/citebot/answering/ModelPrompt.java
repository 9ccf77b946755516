package org.citebot.answering;

/** What a model is given: the rules, and the question with its passages. */
public record ModelPrompt(String system, String user) {}
