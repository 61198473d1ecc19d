package org.pingyi.base.audit;

import java.time.Instant;

/**
 * One act in the trail.
 *
 * @param id its place in the chain, from 1, without gaps
 * @param at when, to the microsecond
 * @param actor sign-in name, or {@code public}
 * @param act message key after {@code audit.act.}
 * @param subject what it was done to
 * @param detail figures or codes that explain it; may be ""
 */
public record Entry(long id, Instant at, String actor, String act, String subject, String detail) {
}
