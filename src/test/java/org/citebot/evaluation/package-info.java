/** Tests of measuring and fitting: figures against values computed by hand, and mistakes in sets. */
@NullMarked
package org.citebot.evaluation;

import org.jspecify.annotations.NullMarked;
