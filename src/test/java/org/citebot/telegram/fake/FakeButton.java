package org.citebot.telegram.fake;

import org.jspecify.annotations.Nullable;

/**
 * A button below a message.
 *
 * @param data what a press brings back; null for a button of another kind
 */
public record FakeButton(String label, @Nullable String data) {}
