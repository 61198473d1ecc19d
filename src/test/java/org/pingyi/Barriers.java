package org.pingyi;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What stands in the way of people who use assistive technology, by axe. It looks at a
 * page only if some element of it has a shape that no page without barriers had: the
 * other language, or one more row, shows it nothing new, and it takes longer than all
 * else that happens to a page. The shape of an element is its place under its ancestors,
 * its name and attributes, whether it is drawn, holds words, and has a label.
 */
enum Barriers {

	/** By WCAG 2.2, levels A and AA. */
	ALL(Map.of("runOnly", Rules.WCAG)),

	/** The same but contrast, which takes longer than all the rest. */
	BUT_COLOURS(Map.of("runOnly", Rules.WCAG, "rules", Map.of("color-contrast", Map.of("enabled", false))));

	/**
	 * Asks for violations alone, a few words of each: handing over all that the library
	 * found to be right as well takes twice as long as finding it.
	 */
	private static final String VIOLATIONS = """
			async (rules) => {
			  const found = await axe.run(document, { ...rules, resultTypes: ['violations'], elementRef: false });
			  return found.violations.map((rule) =>
			    `${rule.id}: ${rule.help} ${rule.nodes.slice(0, 3).map((node) => node.html)}`);
			}""";

	/**
	 * Values that are the page's own say only that they are there, and references whether
	 * they lead anywhere.
	 */
	private static final String SHAPES = """
			() => {
			  const told = new Set(['class', 'role', 'type', 'style', 'scope', 'tabindex', 'autocomplete']);
			  const shapes = new Set();
			  const leads = (names) => names.split(' ').every((id) => document.getElementById(id));
			  const words = (node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
			  const value = (node, { name, value }) => {
			    if (name === 'id') return document.getElementById(value) === node;
			    if (name === 'for' || /^aria-.*(by|controls)$/.test(name)) return leads(value);
			    if (told.has(name) || (name.startsWith('aria-') && value.length < 6)) return value;
			    return value.trim() !== '';
			  };
			  const visit = (node, place) => {
			    const attributes = [...node.attributes].map((each) => `${each.name}=${value(node, each)}`).sort();
			    const shape = [place, node.localName, ...attributes, node.checkVisibility(), Boolean(node.labels?.length),
			      node.localName === 'style' ? node.textContent : words(node)].join(' ');
			    let hash = 0;
			    for (let i = 0; i < shape.length; i++) hash = (Math.imul(hash, 31) + shape.charCodeAt(i)) | 0;
			    shapes.add(hash);
			    for (const child of node.children) visit(child, hash);
			  };
			  visit(document.documentElement, innerWidth);
			  return [...shapes];
			}""";

	private final Map<String, ?> rules;

	private final Set<Object> seen = ConcurrentHashMap.newKeySet();

	Barriers(Map<String, ?> rules) {
		this.rules = rules;
	}

	/** Fails with the barriers of a page. */
	void assertNone(Page page) {
		Collection<?> shapes = (Collection<?>) page.evaluate(SHAPES);
		if (this.seen.containsAll(shapes)) {
			return;
		}
		if (page.evaluate("typeof axe").equals("undefined")) {
			page.evaluate(AxeBuilder.getAxeScript());
		}
		assertThat((List<?>) page.evaluate(VIOLATIONS, this.rules)).as("accessibility of " + page.url()).isEmpty();
		this.seen.addAll(shapes);
	}

	/** A constant of an enum cannot read the constants that follow it. */
	private static final class Rules {

		static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

	}

}
