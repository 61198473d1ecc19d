package org.pingyi.base.web;

/** One choice of a select or of radio buttons: what is sent and what is shown. */
public record Option(String value, String label) {
}
