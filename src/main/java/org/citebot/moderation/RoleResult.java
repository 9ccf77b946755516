package org.citebot.moderation;

/** What became of granting or revoking a role. */
public sealed interface RoleResult permits RoleResult.Granted, RoleResult.Revoked, RoleResult.Unchanged, NotAllowed {

    /** The person is a moderator, at once. */
    record Granted(Member member) implements RoleResult {}

    /** The person is none any more, at once. */
    record Revoked(Member before) implements RoleResult {}

    /** Nothing had to be done, or nothing can be: the owner stays the owner. */
    record Unchanged() implements RoleResult {}
}
