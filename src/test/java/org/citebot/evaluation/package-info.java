/** Tests of measuring and fitting, on numbers made for each test. */
@NullMarked
package org.citebot.evaluation;

import org.jspecify.annotations.NullMarked;
