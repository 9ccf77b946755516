package org.citebot.telegram;

/**
 * Who the bot is.
 *
 * @param id its number among all users
 * @param username its name, without the @
 */
public record BotIdentity(long id, String username) {}
