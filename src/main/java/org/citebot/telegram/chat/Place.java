package org.citebot.telegram.chat;

/**
 * Where a conversation takes place: two of the same place may know of each other, two of different ones never do. The
 * chat's number does not tell it, as the same number can mean a topic, a guest's or a business account's chat as well.
 */
public record Place(String value) {

    /** A private chat or a group, outside of topics. */
    public static Place chat(long chat) {
        return new Place("chat:" + chat);
    }

    /** A topic of a forum. */
    public static Place topic(long chat, int topic) {
        return new Place("topic:" + chat + ":" + topic);
    }

    /** A chat into which somebody called the bot as a guest. */
    public static Place guest(long chat, long caller) {
        return new Place("guest:" + chat + ":" + caller);
    }

    /** A chat of an account that the bot answers for. */
    public static Place business(String connection, long chat) {
        return new Place("business:" + chat + ":" + connection);
    }

    @Override
    public String toString() {
        return value;
    }
}
