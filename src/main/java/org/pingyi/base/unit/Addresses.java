package org.pingyi.base.unit;

import java.util.Optional;

import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.ipv4.IPv4Address;

/** Reads IPv4 and IPv6 addresses and blocks, written as people write them. */
final class Addresses {

	/** Bits in front of an IPv4 address that is mapped into IPv6. */
	private static final int MAPPED = 96;

	private static final int WIDEST_IPV4 = 16;

	private static final int WIDEST_IPV6 = 32;

	private static final IPAddressStringParameters PLAIN = new IPAddressStringParameters.Builder().allowEmpty(false)
		.allowAll(false)
		.allowSingleSegment(false)
		.allowWildcardedSeparator(false)
		.allowMask(false)
		.setRangeOptions(RangeParameters.NO_RANGE)
		.getIPv4AddressParametersBuilder()
		.allow_inet_aton(false)
		.getParentBuilder()
		.getIPv6AddressParametersBuilder()
		.allowZone(false)
		.allowBase85(false)
		.getParentBuilder()
		.toParams();

	private Addresses() {
	}

	/**
	 * A single address or a block; an IPv4-mapped IPv6 address is read as IPv4.
	 */
	static Optional<IPAddress> read(String text) {
		IPAddress address = new IPAddressString(text.strip(), PLAIN).getAddress();
		return Optional.ofNullable(address).map(Addresses::unmapped).map(IPAddress::toPrefixBlock);
	}

	/**
	 * A wider block is a slip, or silences voters who have nothing to do with the unit.
	 */
	static boolean isTooWide(IPAddress block) {
		Integer length = block.getNetworkPrefixLength();
		return length != null && length < (block.isIPv4() ? WIDEST_IPV4 : WIDEST_IPV6);
	}

	private static IPAddress unmapped(IPAddress address) {
		if (!address.isIPv6() || !address.toIPv6().isIPv4Mapped()) {
			return address;
		}
		IPv4Address inner = address.toIPv6().getEmbeddedIPv4Address().withoutPrefixLength();
		Integer prefix = address.getNetworkPrefixLength();
		return (prefix == null) ? inner : inner.setPrefixLength(Math.max(0, prefix - MAPPED), false);
	}

	/** The block with its length, as the database writes it. */
	static String written(IPAddress block) {
		IPAddress whole = block.isPrefixed() ? block : block.setPrefixLength(block.getBitCount(), false);
		return whole.toCanonicalString();
	}

}
