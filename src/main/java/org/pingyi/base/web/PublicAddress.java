package org.pingyi.base.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The address of the site as people reach it, which every printed link begins with: the
 * setting {@code pingyi.address}, else the one that the page was asked for by. Templates
 * call it {@code @publicAddress}.
 */
@Component
public class PublicAddress {

	private final String address;

	private final String local;

	PublicAddress(@Value("${pingyi.address:}") String address,
			@Value("http://127.0.0.1:${server.port:8080}") String local) {
		this.address = address.replaceFirst("/+$", "");
		this.local = local;
	}

	/**
	 * The whole address of a page.
	 * @param path begins with a slash
	 */
	public String of(String path) {
		return base() + path;
	}

	private String base() {
		if (!this.address.isBlank()) {
			return this.address;
		}
		boolean asked = RequestContextHolder.getRequestAttributes() != null;
		return asked ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString() : this.local;
	}

}
