package org.pingyi.base.account;

/**
 * A member of staff as others see them.
 *
 * @param login sign-in name
 * @param name what people read
 */
public record Person(String login, String name) {
}
