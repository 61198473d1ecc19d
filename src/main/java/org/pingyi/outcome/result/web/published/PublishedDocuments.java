package org.pingyi.outcome.result.web.published;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.pingyi.base.web.kept.Representation;
import org.pingyi.outcome.result.rendition.RenditionKey;
import org.pingyi.outcome.result.rendition.Renditions;

import org.springframework.stereotype.Component;

/**
 * What everybody may see, as bytes: from memory, else from the store, else drawn now, by
 * one for all who wait, and stored.
 */
@Component
class PublishedDocuments {

	/** Each may hold the inputs of a whole year in memory. */
	private static final int DRAWN_AT_ONCE = 2;

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final Catalogues catalogues;

	private final Renditions renditions;

	private final DocumentDrawing drawing;

	private final Map<RenditionKey, CompletableFuture<Representation>> underway = new ConcurrentHashMap<>();

	private final Semaphore free = new Semaphore(DRAWN_AT_ONCE);

	PublishedDocuments(Catalogues catalogues, Renditions renditions, DocumentDrawing drawing) {
		this.catalogues = catalogues;
		this.renditions = renditions;
		this.drawing = drawing;
	}

	/** Too many documents are being drawn; a little later there are fewer. */
	static final class Busy extends RuntimeException {

		Busy() {
			super("Too many documents are being drawn");
		}

	}

	/** What an address shows, as the city stood a few seconds ago or later. */
	Optional<Representation> find(String address, Locale reader) {
		return find(this.catalogues.get(), address, reader);
	}

	/** What an address shows now. */
	Optional<Representation> findNow(String address, Locale reader) {
		return find(this.catalogues.getNow(), address, reader);
	}

	private Optional<Representation> find(Catalogue catalogue, String address, Locale reader) {
		return catalogue.document(address)
			.map((document) -> representation(catalogue, document, document.language(reader)));
	}

	private Representation representation(Catalogue catalogue, Document document, Locale language) {
		RenditionKey key = document.key(language);
		Representation known = catalogue.inMemory(key);
		return (known != null) ? known : once(key, () -> {
			Representation found = this.renditions.find(key)
				.orElseGet(() -> draw(document, catalogue.state(), language));
			catalogue.remember(key, found);
			return found;
		});
	}

	/** Draws a document unless it is in the store. */
	void prepare(Catalogue catalogue, Document document) {
		for (Locale language : document.languages()) {
			if (!this.renditions.has(document.key(language))) {
				representation(catalogue, document, language);
			}
		}
	}

	/**
	 * On a thread of its own: nothing of the request that asks first is at hand there.
	 */
	private Representation once(RenditionKey key, Supplier<Representation> source) {
		CompletableFuture<Representation> own = new CompletableFuture<>();
		CompletableFuture<Representation> other = this.underway.putIfAbsent(key, own);
		if (other == null) {
			Thread.ofVirtual().name("published").start(() -> complete(key, own, source));
		}
		try {
			return ((other != null) ? other : own).join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

	private void complete(RenditionKey key, CompletableFuture<Representation> own, Supplier<Representation> source) {
		try {
			own.complete(source.get());
		}
		catch (RuntimeException | Error ex) {
			own.completeExceptionally(ex);
		}
		finally {
			this.underway.remove(key);
		}
	}

	private Representation draw(Document document, PublicState state, Locale language) {
		if (!acquire()) {
			throw new Busy();
		}
		try {
			return this.drawing.draw(document, state, language);
		}
		finally {
			this.free.release();
		}
	}

	private boolean acquire() {
		try {
			return this.free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
