package org.pingyi.rules.scheme.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.pingyi.base.web.Refusal;
import org.pingyi.rules.scheme.Draft;
import org.pingyi.rules.scheme.SchemeVersion;
import org.pingyi.rules.scheme.Schemes;
import org.pingyi.rules.scoring.Rules;

import org.springframework.stereotype.Component;

/**
 * Frozen versions and drafts as one list to choose from; templates know it as
 * {@code @editions}.
 */
@Component
public class SchemeEditions {

	private static final Pattern KEY = Pattern.compile("(draft-)?([0-9]{1,18})");

	private final Schemes schemes;

	SchemeEditions(Schemes schemes) {
		this.schemes = schemes;
	}

	/**
	 * A version or a draft.
	 *
	 * @param key what addresses name it by: {@code 7}, {@code draft-2}
	 * @param scheme number of the scheme
	 * @param number of the version; 0 for the draft
	 * @param at when it was frozen or last changed
	 */
	public record Edition(String key, long scheme, String title, int number, Instant at) {

		/** Whether it can still change. */
		public boolean draft() {
			return this.number == 0;
		}

	}

	/** The frozen versions, newest first. */
	public List<Edition> frozen() {
		return this.schemes.versions().stream().map(SchemeEditions::edition).toList();
	}

	/** Versions, then drafts, newest first. */
	public List<Edition> all() {
		return Stream.concat(frozen().stream(), this.schemes.drafts().stream().map(SchemeEditions::edition)).toList();
	}

	/** The content of an edition; 404 when there is no such one. */
	public Rules rules(String key) {
		Matcher parts = KEY.matcher(key);
		if (!parts.matches()) {
			throw Refusal.notFound("scheme.noEdition", key);
		}
		long number = Long.parseLong(parts.group(2));
		return (parts.group(1) != null) ? this.schemes.drafted(number) : this.schemes.rules(number);
	}

	/**
	 * The newest version that was frozen before an edition, of its scheme if there is
	 * one.
	 */
	public Optional<Edition> before(Edition edition) {
		List<Edition> earlier = frozen().stream().filter((other) -> !other.key().equals(edition.key())).toList();
		return earlier.stream()
			.filter((other) -> other.scheme() == edition.scheme())
			.findFirst()
			.or(() -> earlier.stream().findFirst());
	}

	private static Edition edition(SchemeVersion version) {
		return new Edition(Long.toString(version.id()), version.scheme(), version.title(), version.number(),
				version.frozenAt());
	}

	private static Edition edition(Draft draft) {
		return new Edition("draft-" + draft.scheme(), draft.scheme(), draft.title(), 0, draft.changedAt());
	}

}
