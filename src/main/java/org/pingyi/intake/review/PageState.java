package org.pingyi.intake.review;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From which page a save comes and after how many changes there. Each change is sent at
 * once, and a slow network may deliver an earlier one last.
 *
 * @param page chosen at random for each page; "" for what came without one
 * @param changes how many changes were made on it
 */
public record PageState(String page, int changes) {

	/** Of something that did not come from a page. */
	public static final PageState NONE = new PageState("", 0);

	private static final Pattern TEXT = Pattern.compile("([0-9a-f-]{36})\\.([0-9]{1,9})");

	/** A page on which nothing is changed yet. */
	public static PageState fresh() {
		return new PageState(UUID.randomUUID().toString(), 0);
	}

	/** Reads {@link #text()}; anything else is {@link #NONE}. */
	public static PageState read(String text) {
		Matcher matcher = TEXT.matcher(text);
		return matcher.matches() ? new PageState(matcher.group(1), Integer.parseInt(matcher.group(2))) : NONE;
	}

	/** What the form sends; its script counts the number up. */
	public String text() {
		return this.page + "." + this.changes;
	}

	/** Whether this is an earlier state of the same page. */
	boolean before(PageState other) {
		return !this.page.isEmpty() && this.page.equals(other.page) && this.changes < other.changes;
	}

}
