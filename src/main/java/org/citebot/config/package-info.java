/** Reads the settings: a YAML file and the environment over it, all mistakes reported at once. */
@NullMarked
package org.citebot.config;

import org.jspecify.annotations.NullMarked;
