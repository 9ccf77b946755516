@NullMarked
package org.citebot.statement;

import org.jspecify.annotations.NullMarked;
