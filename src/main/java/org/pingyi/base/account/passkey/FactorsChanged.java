package org.pingyi.base.account.passkey;

/** Somebody's second factors are others than before. */
public record FactorsChanged(String login) {
}
