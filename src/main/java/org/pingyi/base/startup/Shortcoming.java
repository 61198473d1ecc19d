package org.pingyi.base.startup;

/**
 * What is wrong with a setting, and what to do about it; a plain sentence each, without
 * the setting's value.
 */
record Shortcoming(String fault, String remedy) {
}
