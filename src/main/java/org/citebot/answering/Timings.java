package org.citebot.answering;

import java.time.Duration;

/** How long an answer took: finding the passages, and making the answer from them. */
public record Timings(Duration retrieve, Duration compose) {}
