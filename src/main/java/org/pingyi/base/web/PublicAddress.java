package org.pingyi.base.web;

import java.util.regex.Matcher;
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
 * cards would be printed that lead nowhere. Only links to this machine may be without
 * encryption. What a request says of hosts is never asked: whoever sends it chooses it.
 * Templates call it {@code @publicAddress}.
 */
@Component
public class PublicAddress {

	private static final Pattern SITE = Pattern.compile("(?<protocol>https?)://(?<host>[^\\s/?#@]+)/*");

	private final String address;

	private final Environment environment;

	/**
	 * @throws InvalidConfigurationPropertyValueException when the address is needed and
	 * missing, or is none
	 */
	PublicAddress(@Value("${pingyi.address:}") String address, @Value("${server.address:}") String listens,
			Environment environment) {
		if (!serves(address, listens)) {
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

	/**
	 * Whether printed links may begin with an address.
	 * @param address blank where none is set
	 * @param listens where the server listens, blank for everywhere
	 */
	public static boolean serves(String address, String listens) {
		Matcher site = SITE.matcher(address);
		return address.isBlank() ? isLoopback(listens)
				: site.matches() && (site.group("protocol").equals("https") || isLoopback(site.group("host")));
	}

	private static boolean isLoopback(String host) {
		return !host.isBlank() && new HostName(host).isSelf();
	}

	/** The port is known only once the server listens. */
	private String local() {
		String port = this.environment.getProperty("local.server.port",
				this.environment.getProperty("server.port", "8080"));
		return "http://127.0.0.1:" + port;
	}

}
