package org.pingyi.base.web;

import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The network address that a request comes from. What a proxy says is believed only of a
 * proxy that {@code pingyi.web.proxies} names; whoever else sends {@code X-Forwarded-For}
 * has written it themselves.
 */
@Component
public class ClientAddress {

	private static final int HOUSEHOLD = 64;

	private static final int NEIGHBOURS = 24;

	private static final int SITE = 48;

	private static final Pattern BRACKETS = Pattern.compile("\\[([^\\]]*)\\](:\\d+)?");

	private static final Pattern PORT = Pattern.compile("([\\d.]+):\\d+");

	private static final IPAddressStringParameters PLAIN = new IPAddressStringParameters.Builder().allowEmpty(false)
		.allowAll(false)
		.allowSingleSegment(false)
		.allowPrefix(false)
		.allowMask(false)
		.allowWildcardedSeparator(false)
		.setRangeOptions(inet.ipaddr.AddressStringParameters.RangeParameters.NO_RANGE)
		.getIPv4AddressParametersBuilder()
		.allow_inet_aton(false)
		.getParentBuilder()
		.toParams();

	private final List<IPAddress> proxies;

	ClientAddress(@Value("${pingyi.web.proxies:}") List<String> proxies) {
		this.proxies = proxies.stream()
			.map(String::strip)
			.filter((one) -> !one.isEmpty())
			.map(ClientAddress::network)
			.toList();
	}

	/** The address in its canonical form: {@code 203.0.113.9}, {@code 2001:db8::1}. */
	public String of(HttpServletRequest request) {
		return canonical(address(request));
	}

	/**
	 * What one household or one office has for itself: the IPv4 address, or the IPv6
	 * network of 64 bits, in which a phone takes new addresses at will.
	 */
	public String household(HttpServletRequest request) {
		IPAddress address = address(request);
		return canonical(
				address.isIPv6() ? address.toPrefixBlock(HOUSEHOLD).getLower().withoutPrefixLength() : address);
	}

	/**
	 * What one provider or one rented range has, as {@code 203.0.113.0/24}: the IPv4
	 * network of 24 bits, the IPv6 one of 48, in which whoever has one address easily has
	 * all.
	 */
	public String network(HttpServletRequest request) {
		IPAddress address = address(request);
		return canonical(address.toPrefixBlock(address.isIPv6() ? SITE : NEIGHBOURS));
	}

	/** Whether the request was handed on by a proxy of ours. */
	boolean isFromProxy(HttpServletRequest request) {
		return trusted(nearest(received(request)));
	}

	private static IPAddress nearest(HttpServletRequest received) {
		return read(received.getRemoteAddr()).orElseGet(ClientAddress::unspecified);
	}

	/** From the nearest hop backwards, for as long as the hop is a proxy of ours. */
	private IPAddress address(HttpServletRequest request) {
		// A filter of the framework believes every header; the request below it does not.
		HttpServletRequest received = received(request);
		IPAddress nearest = nearest(received);
		Iterator<String> hops = hops(received).iterator();
		while (trusted(nearest) && hops.hasNext()) {
			Optional<IPAddress> before = read(hops.next());
			if (before.isEmpty()) {
				return nearest;
			}
			nearest = before.get();
		}
		return nearest;
	}

	private boolean trusted(IPAddress address) {
		return this.proxies.stream().anyMatch((proxy) -> proxy.contains(address));
	}

	/** The hops that proxies noted, nearest first. */
	private static List<String> hops(HttpServletRequest request) {
		List<String> hops = Collections.list(request.getHeaders("X-Forwarded-For"))
			.stream()
			.flatMap((line) -> Arrays.stream(line.split(",", -1)))
			.map(String::strip)
			.toList();
		return hops.reversed();
	}

	private static HttpServletRequest received(HttpServletRequest request) {
		ServletRequest inner = request;
		while (inner instanceof ServletRequestWrapper wrapper) {
			inner = wrapper.getRequest();
		}
		return (inner instanceof HttpServletRequest http) ? http : request;
	}

	/** Reads an address, with a port or without; nothing else is one. */
	private static Optional<IPAddress> read(String text) {
		Matcher port = (text.startsWith("[") ? BRACKETS : PORT).matcher(text);
		String bare = port.matches() ? port.group(1) : text;
		int zone = bare.indexOf('%');
		IPAddress address = new IPAddressString((zone < 0) ? bare : bare.substring(0, zone), PLAIN).getAddress();
		return Optional.ofNullable(address).map(ClientAddress::unmapped);
	}

	/** For a request without any address, as from a socket of the machine itself. */
	private static IPAddress unspecified() {
		return new IPAddressString("0.0.0.0").getAddress();
	}

	private static IPAddress network(String text) {
		IPAddress network = new IPAddressString(text).getAddress();
		if (network == null) {
			throw new IllegalArgumentException("pingyi.web.proxies: no network: " + text);
		}
		return network.toPrefixBlock();
	}

	/** IPv4 mapped to IPv6, {@code ::ffff:203.0.113.9}, is IPv4. */
	private static IPAddress unmapped(IPAddress address) {
		return (address.isIPv6() && address.toIPv6().isIPv4Mapped()) ? address.toIPv6().getEmbeddedIPv4Address()
				: address;
	}

	private static String canonical(IPAddress address) {
		return address.toCanonicalString();
	}

}
