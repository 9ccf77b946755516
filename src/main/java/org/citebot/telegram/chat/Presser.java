package org.citebot.telegram.chat;

import java.time.LocalDate;
import org.citebot.corpus.PersonId;

/**
 * Who pressed a button, and where.
 *
 * @param message the number of the message below which the button stands
 * @param words in which the presser is spoken to
 * @param code what Telegram says of the presser's language; may be empty
 */
public record Presser(long chat, int message, PersonId person, Words words, String code, LocalDate today) {}
