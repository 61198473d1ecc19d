package org.pingyi.base.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The address of the site as people reach it, which every printed link begins with: the
 * setting {@code pingyi.address}; without it, as in a local run, this machine's own. What
 * a request says of hosts is never asked: whoever sends it chooses it. Templates call it
 * {@code @publicAddress}.
 */
@Component
public class PublicAddress {

	private final String address;

	private final Environment environment;

	PublicAddress(@Value("${pingyi.address:}") String address, Environment environment) {
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

	/** The port is known only once the server listens. */
	private String local() {
		String port = this.environment.getProperty("local.server.port",
				this.environment.getProperty("server.port", "8080"));
		return "http://127.0.0.1:" + port;
	}

}
