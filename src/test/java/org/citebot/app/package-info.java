/** Tests of the commands, run inside this process as a shell would run them. */
@NullMarked
package org.citebot.app;

import org.jspecify.annotations.NullMarked;
