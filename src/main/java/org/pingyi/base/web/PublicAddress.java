package org.pingyi.base.web;

import java.util.regex.Pattern;

import inet.ipaddr.HostName;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The address of the site as people reach it, which every printed link begins with: the
 * setting {@code pingyi.address}; without it this machine's own, which serves only where
 * {@code server.address} lets nobody else in: any other start is refused, or a thousand
 * cards would be printed that lead nowhere. What a request says of hosts is never asked:
 * whoever sends it chooses it. Templates call it {@code @publicAddress}.
 */
@Component
public class PublicAddress {

	private static final Pattern SITE = Pattern.compile("https?://[^\\s/?#@]+/*");

	private final String address;

	private final Environment environment;

	/**
	 * @throws InvalidConfigurationPropertyValueException when the address is needed and
	 * missing, or is none
	 */
	PublicAddress(@Value("${pingyi.address:}") String address, @Value("${server.address:}") String listens,
			Environment environment) {
		if (address.isBlank() ? !isLoopback(listens) : !SITE.matcher(address).matches()) {
			throw new InvalidConfigurationPropertyValueException("pingyi.address", address,
					"Printed links and QR codes begin with it. Set PINGYI_ADDRESS to what people type to reach the"
							+ " site, such as https://pingyi.example.gov.cn.");
		}
		this.address = address.replaceFirst("/+$", "");
		this.environment = environment;
	}

	/**
	 * The whole address of a page.
	 * @param path begins with a slash
	 */
	public String of(String path) {
		return (this.address.isBlank() ? local() : this.address) + path;
	}

	private static boolean isLoopback(String listens) {
		return !listens.isBlank() && new HostName(listens).isSelf();
	}

	/** The port is known only once the server listens. */
	private String local() {
		String port = this.environment.getProperty("local.server.port",
				this.environment.getProperty("server.port", "8080"));
		return "http://127.0.0.1:" + port;
	}

}
