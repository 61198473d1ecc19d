package org.pingyi.outcome.result.web.published;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.audit.Sha256;
import org.pingyi.base.web.kept.Representation;
import org.pingyi.outcome.result.rendition.RenditionKey;

/**
 * The documents that everybody may see in one state of the city, by address, and those of
 * their representations that are in memory.
 */
final class Catalogue {

	/** All pages of a city of 1,000 units are 15 MB. */
	private static final long MOST_BYTES = 48L * 1024 * 1024;

	private final PublicState state;

	private final Map<String, Document> documents;

	private final Map<RenditionKey, Representation> memory = new ConcurrentHashMap<>();

	private final AtomicLong bytes = new AtomicLong();

	/**
	 * What there is in a state.
	 * @param look digest of what all pages are drawn from
	 */
	Catalogue(PublicState state, String look) {
		this.state = state;
		List<Document> all = new ArrayList<>();
		all.add(new Document("/", digest(look, state.current(), state.counting(), newest(state)), Document.Kind.HOME,
				state.years().isEmpty() ? null : state.years().getFirst(), ""));
		state.years().forEach((year) -> add(year, look, all));
		// A unit's code never takes the place of a page of the year.
		this.documents = all.stream()
			.collect(Collectors.toMap(Document::address, Function.identity(), (page, unit) -> page));
	}

	private static @Nullable Object newest(PublicState state) {
		return state.years().isEmpty() ? null : state.years().getFirst().publication();
	}

	private void add(PublicState.Year year, String look, List<Document> all) {
		String address = year.address();
		String edition = digest(look, year.publication());
		String counted = digest(look, year.publication(), year.checkpoint());
		all.add(new Document(address, digest(look, year.publication(), this.state.cycles()), Document.Kind.RANKING,
				year, ""));
		all.add(new Document(address + ".csv", edition, Document.Kind.CSV, year, ""));
		all.add(new Document(address + ".xlsx", edition, Document.Kind.XLSX, year, ""));
		all.add(new Document(address + "/recount", counted, Document.Kind.RECOUNT, year, ""));
		// It looks like nothing, and outlasts every version of the product.
		all.add(new Document(address + "/recount.zip", digest("", year.publication(), year.checkpoint()),
				Document.Kind.PACKAGE, year, ""));
		year.units()
			.forEach((unit) -> all.add(new Document(address + "/" + unit, edition, Document.Kind.CARD, year, unit)));
	}

	private static String digest(@Nullable Object... parts) {
		StringBuilder text = new StringBuilder();
		for (Object part : parts) {
			text.append(part).append('\n');
		}
		return Sha256.hex(text.toString());
	}

	PublicState state() {
		return this.state;
	}

	Optional<Document> document(String address) {
		return Optional.ofNullable(this.documents.get(address));
	}

	/** Those that most people ask for first. */
	List<Document> documents() {
		return this.documents.values()
			.stream()
			.sorted(Comparator.comparing(Document::kind).thenComparing(Document::address))
			.toList();
	}

	Set<String> editions() {
		return this.documents.values().stream().map(Document::edition).collect(Collectors.toSet());
	}

	@Nullable Representation inMemory(RenditionKey key) {
		return this.memory.get(key);
	}

	/**
	 * Remembers it, unless its bytes lie elsewhere, where they may be dropped; when there
	 * is no more room, all others are read again.
	 */
	void remember(RenditionKey key, Representation representation) {
		if (representation.body() instanceof Representation.Bytes body) {
			if (this.bytes.addAndGet(body.size()) > MOST_BYTES) {
				this.memory.clear();
				this.bytes.set(body.size());
			}
			this.memory.put(key, representation);
		}
	}

}
