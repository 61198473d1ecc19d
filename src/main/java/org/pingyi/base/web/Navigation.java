package org.pingyi.base.web;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The sections that the modules contribute, for whoever sees the page in view. Templates
 * call it {@code @navigation}.
 */
@Component("navigation")
class Navigation {

	private final List<Section> sections;

	private final Frame frame;

	Navigation(List<NavigationSource> sources, Frame frame) {
		this.sections = sources.stream()
			.flatMap((source) -> source.sections().stream())
			.sorted(Comparator.comparing(Section::area).thenComparingInt(Section::order))
			.toList();
		this.frame = frame;
	}

	/** The links of an area under its heading. */
	public record Block(@Nullable String heading, List<Link> links) {
	}

	/** A section, and whether the page in view belongs to it. */
	public record Link(String key, String address, String icon, boolean current) {
	}

	/** The sections of the staff's desk. */
	public List<Block> desk() {
		return Stream.of(Area.DESK, Area.INTAKE, Area.OUTCOME, Area.CONTROL)
			.map(this::block)
			.filter((block) -> !block.links().isEmpty())
			.toList();
	}

	/** The sections of a frame that has one area. */
	public List<Link> of(Area area) {
		List<Section> seen = seen().filter((section) -> section.area() == area).toList();
		int closest = seen.stream().mapToInt((section) -> section.closeness(Frame.path())).max().orElse(0);
		return seen.stream().map((section) -> link(section, closest)).toList();
	}

	/**
	 * Template of the frame that the page in view has for whoever is signed in: that of
	 * the closest section, else of any in the same part of the product.
	 */
	String frame() {
		String path = Frame.path();
		return seen().filter((section) -> root(section.address()).equals(root(path)))
			.max(Comparator.comparingInt((section) -> section.closeness(path)))
			.map(Section::area)
			.orElse(Area.PUBLIC)
			.frame();
	}

	private Stream<Section> seen() {
		return this.sections.stream()
			.filter((section) -> section.roles().isEmpty() || this.frame.has(section.roles().toArray(String[]::new)));
	}

	private static String root(String path) {
		return (path + "/").split("/", 3)[1];
	}

	/** A heading above a single section would say nothing. */
	private Block block(Area area) {
		List<Link> links = of(area);
		return new Block((links.size() > 1) ? area.heading() : null, links);
	}

	private static Link link(Section section, int closest) {
		boolean current = closest > 0 && section.closeness(Frame.path()) == closest;
		return new Link(section.key(), section.address(), section.icon(), current);
	}

}
