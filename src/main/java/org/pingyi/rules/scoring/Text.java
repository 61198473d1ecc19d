package org.pingyi.rules.scoring;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A text of a scheme in its languages.
 *
 * @param zh Chinese, never empty
 * @param en English, or null where the city wrote none; Chinese is shown then
 */
public record Text(String zh, @Nullable String en) {

	public String in(Locale locale) {
		boolean chinese = Locale.CHINESE.getLanguage().equals(locale.getLanguage());
		return (chinese || this.en == null) ? this.zh : this.en;
	}

}
