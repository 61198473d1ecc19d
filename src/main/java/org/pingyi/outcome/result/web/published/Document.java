package org.pingyi.outcome.result.web.published;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.pingyi.outcome.result.rendition.RenditionKey;

/**
 * A page or a file that everybody may see.
 *
 * @param address without the path of the application
 * @param edition digest of what it is drawn from
 * @param year the published year that it is about, or null where none is
 * @param unit code of the unit that it is about, or ""
 */
record Document(String address, String edition, Kind kind, PublicState.@Nullable Year year, String unit) {

	/** The languages of the product. */
	private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

	/** What there is. */
	enum Kind {

		HOME, RANKING, CSV, XLSX, RECOUNT, CARD, PACKAGE

	}

	/** The languages that it is drawn in; a package has one form for all. */
	List<Locale> languages() {
		return (this.kind == Kind.PACKAGE) ? List.of(Locale.ROOT) : LANGUAGES;
	}

	/** The language in which a reader gets it. */
	Locale language(Locale reader) {
		return languages().stream()
			.filter((language) -> language.getLanguage().equals(reader.getLanguage()))
			.findFirst()
			.orElse(languages().getFirst());
	}

	RenditionKey key(Locale language) {
		return new RenditionKey(this.edition, this.address, language.getLanguage());
	}

}
