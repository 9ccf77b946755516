/**
 * How fast Citebot is, printed and never asserted: a machine at work makes any figure worse. What is compared runs in
 * turns in one run, so that a load meets both sides, and the ratio of each round says more than either figure.
 */
@NullMarked
package org.citebot.benchmark;

import org.jspecify.annotations.NullMarked;
