package org.citebot.statement;

import org.jspecify.annotations.Nullable;

/**
 * Whom some words mean.
 *
 * @param entity null if that is open
 * @param resolution how the words led there
 */
record Referent(@Nullable Entity entity, Resolution resolution) {}
