package org.pingyi.base.account;

/**
 * An account to be opened.
 *
 * @param login 3 to 30 lower-case letters, digits, dots, hyphens or underscores
 * @param name what people read, at most 40 characters
 * @param unit code of the unit that a liaison speaks for, else ""
 */
public record NewAccount(String login, String name, String unit) {
}
