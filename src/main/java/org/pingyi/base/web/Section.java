package org.pingyi.base.web;

import java.util.List;
import java.util.Set;

/**
 * A section of the navigation, as its module contributes it.
 *
 * @param area where it stands
 * @param order its place in the area, the smallest first
 * @param key message key of its name
 * @param address its first page
 * @param icon its picture in {@code icons.svg}
 * @param roles who sees it; none means everybody who sees the frame
 * @param within the addresses whose pages belong to it, those below them included
 */
public record Section(Area area, int order, String key, String address, String icon, Set<String> roles,
		List<String> within) {

	public Section {
		roles = Set.copyOf(roles);
		within = List.copyOf(within);
	}

	/** A section of everybody who sees its frame, with all pages below its address. */
	public static Section of(Area area, int order, String key, String address, String icon) {
		return new Section(area, order, key, address, icon, Set.of(), List.of(address));
	}

	/** The same for these roles only. */
	public Section seenBy(String... roles) {
		return new Section(this.area, this.order, this.key, this.address, this.icon, Set.of(roles), this.within);
	}

	/** The same with the pages below these addresses instead of its own. */
	public Section holding(String... addresses) {
		return new Section(this.area, this.order, this.key, this.address, this.icon, this.roles, List.of(addresses));
	}

	/** How closely it holds a page: the length of the address, 0 if not at all. */
	int closeness(String path) {
		if (path.equals(this.address)) {
			return Integer.MAX_VALUE;
		}
		return this.within.stream()
			.filter((each) -> path.equals(each) || path.startsWith(each + "/"))
			.mapToInt(String::length)
			.max()
			.orElse(0);
	}

}
