package org.pingyi.outcome.result.rendition;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

import jakarta.persistence.EntityManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.base.web.kept.Representation;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps renditions in the database, for all nodes: each is stored once, sealed, and never
 * changed. What was altered there is dropped, to be drawn again
 * (src/docs/decisions/0029-published-bytes.md).
 */
@Component
public class Renditions {

	private static final Logger logger = LoggerFactory.getLogger(Renditions.class);

	/** Long enough for nodes of two versions to serve side by side. */
	private static final Duration KEPT = Duration.ofDays(1);

	private final RenditionRepository renditions;

	private final RenditionPartRepository parts;

	private final RenditionSeals seals;

	private final EntityManager entities;

	private final Clock clock;

	private final TransactionTemplate alone;

	private final TransactionTemplate outside;

	Renditions(RenditionRepository renditions, RenditionPartRepository parts, RenditionSeals seals,
			EntityManager entities, PlatformTransactionManager transactions, Clock clock) {
		this.renditions = renditions;
		this.parts = parts;
		this.seals = seals;
		this.entities = entities;
		this.clock = clock;
		this.alone = new TransactionTemplate(transactions);
		this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.outside = new TransactionTemplate(transactions);
		this.outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
	}

	/** Whether it is there. */
	public boolean has(RenditionKey key) {
		return this.renditions.existsByEditionAndAddressAndLanguage(key.edition(), key.address(), key.language());
	}

	/** What was drawn; a short one is read whole, the bytes of a long one when sent. */
	public Optional<Representation> find(RenditionKey key) {
		return this.renditions.findByEditionAndAddressAndLanguage(key.edition(), key.address(), key.language())
			.flatMap(this::genuine);
	}

	private Optional<Representation> genuine(RenditionEntity stored) {
		if (!stored.isGenuine(this.seals)) {
			drop(stored);
			return Optional.empty();
		}
		if (stored.size() > StoredBytes.PART) {
			return Optional
				.of(stored.toRepresentation(new StoredBytes(stored.size(), (number) -> partOrDrop(stored, number))));
		}
		Optional<byte[]> whole = part(stored, 0);
		if (whole.isEmpty()) {
			drop(stored);
		}
		return whole.map((bytes) -> stored.toRepresentation(new Representation.Bytes(bytes)));
	}

	private Optional<byte[]> part(RenditionEntity stored, int number) {
		return this.parts.findByRenditionAndNumber(stored.id(), number)
			.filter((part) -> stored.holds(this.seals, part))
			.map(RenditionPartEntity::content);
	}

	private byte[] partOrDrop(RenditionEntity stored, int number) throws IOException {
		Optional<byte[]> part = part(stored, number);
		if (part.isEmpty()) {
			drop(stored);
		}
		return part.orElseThrow(() -> new IOException("Rendition " + stored.id() + " has no part " + number));
	}

	/** Another node may have dropped it before. */
	private void drop(RenditionEntity stored) {
		Integer dropped = this.alone.execute((status) -> this.renditions.delete(stored.id()));
		if (Objects.equals(dropped, 0)) {
			logger.debug("Rendition {} is there no longer", stored.id());
		}
		else {
			logger.error("Rendition {} was altered in the database; it is drawn again", stored.id());
		}
	}

	/**
	 * Stores what was drawn, in one transaction.
	 * @return what is stored: of several nodes the first one's
	 */
	public Representation keep(RenditionKey key, Representation drawn) {
		try {
			this.alone.executeWithoutResult((status) -> insert(key, drawn));
		}
		catch (DataIntegrityViolationException ex) {
			logger.debug("Drawn by another node meanwhile: {}", key);
		}
		return find(key).orElseThrow(() -> new IllegalStateException("No rendition of " + key.address()));
	}

	private void insert(RenditionKey key, Representation drawn) {
		RenditionEntity rendition = this.renditions
			.saveAndFlush(new RenditionEntity(key, drawn, this.seals, this.clock.instant()));
		try (OutputStream out = new PartStream((number, part) -> insert(rendition, number, part))) {
			drawn.body().write(0, drawn.body().size(), out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void insert(RenditionEntity rendition, int number, byte[] part) {
		this.parts.saveAndFlush(
				new RenditionPartEntity(rendition.id(), number, part, rendition.seal(this.seals, number, part)));
		this.entities.clear();
	}

	/** Draws unless another node does; holds the turn over all of them meanwhile. */
	public void alone(Runnable drawing) {
		this.alone.executeWithoutResult((status) -> {
			if (this.renditions.tryTurn()) {
				this.outside.executeWithoutResult((none) -> drawing.run());
			}
		});
	}

	/**
	 * Deletes what is not of these editions, once what takes its place is a day old: the
	 * nodes of the version before serve it until then.
	 */
	public void forgetOthers(Collection<String> editions) {
		Instant before = this.clock.instant().minus(KEPT);
		this.alone.executeWithoutResult((status) -> this.renditions.deleteOthers(editions, before));
	}

}
