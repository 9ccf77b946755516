/**
 * Reads the settings: a YAML file and the environment over it, all mistakes reported at once. Each feature's own record
 * of settings stands with the feature, and reads itself through {@link org.citebot.config.Settings}.
 *
 * <p>YAML is read for its structure only, with SnakeYAML, and values are taken as they are written: {@code no} is not
 * false, {@code 2024-01-30} not an instant and {@code ${x}} no expression. A configuration framework such as SmallRye
 * would layer file and environment too, but takes the last of two equal keys, passes over a file that is no mapping,
 * knows no lines, and doubles the time that this takes at each start.
 *
 * <p>A file may hold a token, so nothing that a parser says about broken YAML is repeated: it quotes the file.
 */
@NullMarked
package org.citebot.config;

import org.jspecify.annotations.NullMarked;
