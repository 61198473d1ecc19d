package org.pingyi.base.account.passkey;

import java.net.URI;
import java.util.Objects;

import inet.ipaddr.HostName;
import org.pingyi.base.web.PublicAddress;
import org.pingyi.base.web.Refusal;

import org.springframework.stereotype.Component;

/**
 * The site as passkeys know it, by its {@link PublicAddress} alone and never by what a
 * request says. A passkey is bound to a name: at an address of figures there are none,
 * but for this machine's own, which goes by the name of {@code localhost}.
 */
@Component
class RelyingParty {

	private static final String OWN = "localhost";

	private final PublicAddress address;

	RelyingParty(PublicAddress address) {
		this.address = address;
	}

	/** Whether the site has a name. */
	boolean isNamed() {
		return !new HostName(name()).isAddress() && !name().isEmpty();
	}

	/**
	 * The relying party's ID: the host.
	 * @throws Refusal 409 {@code account.passkeysUnnamed}
	 */
	String id() {
		if (!isNamed()) {
			throw Refusal.conflict("account.passkeysUnnamed");
		}
		return name();
	}

	/** The only origin that counts: {@code https://pingyi.example.cn}. */
	String origin() {
		URI site = site();
		boolean usual = site.getPort() == -1 || site.getPort() == ("https".equals(site.getScheme()) ? 443 : 80);
		return site.getScheme() + "://" + name() + (usual ? "" : ":" + site.getPort());
	}

	private String name() {
		String host = Objects.requireNonNullElse(site().getHost(), "");
		return (!host.isEmpty() && new HostName(host).isLoopback()) ? OWN : host.toLowerCase(java.util.Locale.ROOT);
	}

	private URI site() {
		return URI.create(this.address.of(""));
	}

}
