package org.pingyi.outcome.result.web.published;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.outcome.result.rendition.Renditions;
import org.pingyi.rules.cycle.CycleAct;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Draws what is published before anybody asks for it: in the background of the act that
 * publishes it, and after a kill or an update of the product at the next turn of any
 * node.
 */
@Component
@ConditionalOnProperty(name = "pingyi.publication.scheduled", matchIfMissing = true)
class PublicationJob {

	private static final Logger logger = LoggerFactory.getLogger(PublicationJob.class);

	private final Catalogues catalogues;

	private final PublishedDocuments documents;

	private final Renditions renditions;

	private final ReentrantLock turn = new ReentrantLock();

	private volatile @Nullable Catalogue done;

	PublicationJob(Catalogues catalogues, PublishedDocuments documents, Renditions renditions) {
		this.catalogues = catalogues;
		this.documents = documents;
		this.renditions = renditions;
	}

	@TransactionalEventListener
	void onAct(CycleAct act) {
		Thread.ofVirtual().name("publication").start(this::prepareOrLog);
	}

	@Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
	void prepareOrLog() {
		try {
			prepare();
		}
		catch (RuntimeException ex) {
			logger.error("Not everything that is published is drawn; it goes on at the next turn", ex);
		}
	}

	/** Draws all that the store has not; nothing while somebody else does. */
	void prepare() {
		if (!this.turn.tryLock()) {
			return;
		}
		try {
			Catalogue catalogue = this.catalogues.getNow();
			if (catalogue != this.done) {
				this.renditions.alone(() -> prepare(catalogue));
			}
		}
		finally {
			this.turn.unlock();
		}
	}

	private void prepare(Catalogue catalogue) {
		catalogue.documents().forEach((document) -> this.documents.prepare(catalogue, document));
		this.renditions.forgetOthers(catalogue.editions());
		this.done = catalogue;
	}

}
