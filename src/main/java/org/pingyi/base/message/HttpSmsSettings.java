package org.pingyi.base.message;

import java.time.Duration;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a gateway is spoken to over HTTP. Address and body may contain {@code {phone}},
 * {@code {code}} and {@code {text}}, which are escaped for the place where they stand.
 *
 * @param url the address
 * @param method {@code POST} unless the gateway wants another
 * @param headers further headers, as for a key; nothing is put in there
 * @param type media type of the body, which also says how values are escaped
 * @param body the body
 * @param success what the body of a good answer contains (a regular expression); blank
 * for anything
 * @param connect the longest wait for a connection
 * @param answer the longest wait for an answer
 * @param pause the wait before the one other attempt
 */
@ConfigurationProperties("pingyi.sms-http")
record HttpSmsSettings(String url, String method, @DefaultValue Map<String, String> headers, String type, String body,
		String success, Duration connect, Duration answer, Duration pause) {
}
