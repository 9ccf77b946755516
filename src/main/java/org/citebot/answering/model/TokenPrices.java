package org.citebot.answering.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What tokens cost, in whatever currency the provider bills.
 *
 * @param input price of a million tokens read
 * @param output price of a million tokens written
 */
public record TokenPrices(BigDecimal input, BigDecimal output) {

    public TokenPrices {
        if (input.signum() < 0 || output.signum() < 0) {
            throw new IllegalArgumentException("A price is not negative");
        }
    }

    /** What so many tokens cost, in millionths of the currency's unit, rounded up. */
    long micros(long inputTokens, long outputTokens) {
        return input.multiply(BigDecimal.valueOf(inputTokens))
                .add(output.multiply(BigDecimal.valueOf(outputTokens)))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }
}
